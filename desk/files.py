"""Files that are there whole or not at all, whatever ends the program meanwhile."""

import os
import sys
from pathlib import Path


def write_whole(path: Path, content: bytes, mode: int = 0o666) -> None:
    """Write a file beside its place, safe on the disk, then give it its name.

    Raises:
        OSError: the disk or the folder refuses; a file of that name stays as it was.
    """
    fresh = path.with_name(f"{path.name}.new")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(fresh, flags, mode), "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    put_in_place(fresh, path)


def put_in_place(fresh: Path, place: Path) -> None:
    """Give a finished file or folder its name, and see the name safe on the disk."""
    fresh.replace(place)
    if sys.platform == "win32":
        return  # folders cannot be synced there; the file system's own journal keeps the order
    folder = os.open(place.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

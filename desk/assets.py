"""Finds the files that ship with the program, from a checkout and from an installed wheel alike."""

from pathlib import Path

_INSTALLED = Path(__file__).parent / "_resources"
_CHECKOUT = Path(__file__).parent.parent / "resources"


def resource(*parts: str) -> Path:
    """Path of a shipped file or folder, e.g. ``resource("standards", "ksb.toml")``.

    Raises:
        FileNotFoundError: nothing of that name ships with the program.
    """
    root = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT
    path = root.joinpath(*parts)
    if not path.exists():
        raise FileNotFoundError(f"not shipped with Desk: {'/'.join(parts)}")
    return path

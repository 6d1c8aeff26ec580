"""Where the parts of a store lie inside the office's data folder."""

import os
import sys
from pathlib import Path

OFFICE = "office"


def default_folder() -> Path:
    """Where an office's data lies unless told otherwise: ``DESK_DATA``, the machine's folder, or, where this
    account may not write that, the account's own data folder."""
    import platformdirs

    if chosen := os.environ.get("DESK_DATA"):
        return Path(chosen)
    windows = sys.platform == "win32"
    machine = platformdirs.site_data_path("Desk", appauthor=False) if windows else Path("/var/lib/desk")
    if windows or os.access(machine, os.W_OK):
        return machine
    return platformdirs.user_data_path("desk", appauthor=False)


def office(folder: Path) -> Path:
    """The folder that a restore replaces as a whole."""
    return folder / OFFICE


def database(folder: Path) -> Path:
    """The office's records."""
    return office(folder) / "desk.db"


def blobs(folder: Path) -> Path:
    """The attachments."""
    return office(folder) / "blobs.db"


def recovery(folder: Path) -> Path:
    """The machine key, locked by the recovery code."""
    return office(folder) / "recovery.db"


def key_note(folder: Path) -> Path:
    """Says which machine key opens this store and what a guess of its recovery code costs."""
    return office(folder) / "key.json"


def coming_recovery(folder: Path) -> Path:
    """The key locked by a new recovery code that is not in force yet."""
    return folder / ".recovery" / "recovery.db"


def founding(folder: Path) -> Path:
    """Where a new office waits until its recovery sheet is kept."""
    return folder / ".founding"


def ready(folder: Path) -> Path:
    """Where a verified restore waits to take the office's place."""
    return folder / ".ready"


def keys(folder: Path) -> Path:
    """The machine's keys, kept outside what a restore replaces."""
    return folder / "keys"

"""Where the parts of a store lie inside the office's data folder."""

from pathlib import Path

OFFICE = "office"


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


def key_id(folder: Path) -> Path:
    """Names which machine key opens this store."""
    return office(folder) / "key.id"


def keys(folder: Path) -> Path:
    """The machine's keys, kept outside what a restore replaces."""
    return folder / "keys"

"""The program's log beside the office's data."""

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path


def log_to_file(folder: Path) -> None:
    """Write the program's log beside the data: the last two megabytes.

    Raises:
        OSError: the folder cannot be written.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handler = RotatingFileHandler(folder / "desk.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8")
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)

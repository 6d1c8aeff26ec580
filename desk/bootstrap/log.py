"""The program's log beside the office's data."""

import logging
import os
from logging.handlers import RotatingFileHandler
from pathlib import Path

from desk.rules.errors import DeskError


class LogFolderError(DeskError):
    """The data folder cannot be written."""

    code = "data_folder"


def log_to_file(folder: Path) -> None:
    """Write the program's log beside the data: the last two megabytes."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "desk.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8"
        )
    except OSError as error:
        raise LogFolderError(
            f"Folder data {folder} tidak dapat ditulis: {os.strerror(error.errno or 0)}."
        ) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)

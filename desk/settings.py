"""What this start of the program was told: one frozen, typed object, read once."""

import platform
import re
from dataclasses import dataclass
from pathlib import Path

_UNPRINTABLE = re.compile(r"[^A-Z0-9]+")


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one start.

    ``folder`` holds the office's data, ``device`` is the name of this working place in the change log,
    ``demo`` marks the invented office whose passwords are shown, ``only_files`` lets papers go to PDF files
    of ``folder`` instead of printers (the tour, machines without a display).
    """

    folder: Path
    device: str
    demo: bool = False
    only_files: bool = False


def device_name(host: str | None = None) -> str:
    """Name of this PC as it stands in the log and on provisional numbers: capitals, digits and dashes."""
    name = _UNPRINTABLE.sub("-", (platform.node() if host is None else host).upper()).strip("-")
    return name[:20] or "PC"

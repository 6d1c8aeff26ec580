"""What ``desk check`` looks at beside the store: standards, fonts, chosen printers, the clock."""

import json
import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk.assets import resource
from desk.bootstrap.clock import utc_now
from desk.bootstrap.memory import FileMemory
from desk.rules.errors import DeskError
from desk.store.check import Problem

if TYPE_CHECKING:
    from desk.standards.loader import Standards

FONTS = (
    "fonts/LiberationSans-Regular.ttf",
    "fonts/DeskBuku-Regular.ttf",
    "fonts/Inter-Regular.otf",
)
"""Faces without which paper and screen look wrong."""

_REINSTALL = "Install Desk again."
_CORRECT = "Correct the file in {}, or take it away; no window opens before."
_TOLERANCE = timedelta(minutes=2)


def check_standards(folder: Path) -> list[Problem]:
    """Whether the service standards, shipped and the office's own, can be read and hang together."""
    from desk.standards.loader import OWN, load_standards

    try:
        shipped = load_standards(resource("standards"))
    except (DeskError, FileNotFoundError) as error:
        return [Problem("standards", str(error), _REINSTALL)]
    try:
        standards = load_standards(resource("standards"), folder)
    except DeskError as error:
        return [Problem("standards", str(error), _CORRECT.format(folder / OWN)), *_loose(shipped)]
    return _loose(standards)


def _loose(standards: "Standards") -> list[Problem]:
    from desk.standards.check import standard_problems

    return [
        Problem("standards", sentence, "Correct the standard's file.")
        for standard in standards.by_id.values()
        for sentence in standard_problems(standard)
    ]


def check_fonts(folder: Path) -> list[Problem]:
    """Whether the faces of paper and screen are there and can be embedded."""
    from desk.documents import warm_up

    del folder
    try:
        for name in FONTS:
            resource(*name.split("/"))
        warm_up()
    except (OSError, ValueError) as error:
        return [Problem("fonts", str(error), _REINSTALL)]
    return []


def check_printers(folder: Path) -> list[Problem]:
    """Whether every printer chosen for a kind of paper is still known to this PC."""
    chosen = dict(_chosen_printers(FileMemory(folder / "window.json")))
    if not chosen:
        return []
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from desk.bootstrap.desktop import make_app
    from desk.ui.runtime.printing import QtPrinters

    app = make_app()
    known = {info.name for info in QtPrinters(FileMemory(folder / "window.json")).available()}
    del app
    return [
        Problem(
            "printer",
            f"the printer {printer} chosen for {kind} is not known here",
            "Choose another one in the preview of that paper.",
        )
        for kind, printer in chosen.items()
        if printer not in known
    ]


def check_clock(folder: Path) -> list[Problem]:
    """Whether this PC's clock stands before the newest entry of the change log."""
    from desk.store import layout
    from desk.store.errors import StoreError
    from desk.store.history import newest
    from desk.store.store import Store

    if not layout.database(folder).exists():
        return []
    try:
        store = Store.open(folder)
    except StoreError:
        return []  # the check of the store has said why
    try:
        with store.read() as session:
            entry = newest(session)
    finally:
        store.close()
    if entry is None or entry <= utc_now() + _TOLERANCE:
        return []
    return [
        Problem(
            "clock",
            f"this PC's clock is behind the newest entry, which is of {entry:%Y-%m-%d %H:%M} UTC",
            "Set date, time and time zone of this PC.",
        )
    ]


def _chosen_printers(memory: FileMemory) -> Iterator[tuple[str, str]]:
    for name in memory.names():
        if name.startswith("printer."):
            try:
                printer = json.loads(memory.recall(name) or "{}").get("printer", "")
            except (ValueError, AttributeError):
                continue
            if printer:
                yield name.removeprefix("printer."), printer

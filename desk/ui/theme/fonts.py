"""Loads the Inter faces that ship with the program, and falls back to what the machine has."""

from functools import cache
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from desk.assets import resource

FAMILY = "Inter"
FALLBACKS = ("Segoe UI", "Noto Sans", "DejaVu Sans", "Liberation Sans")


def _faces() -> list[Path]:
    try:
        folder = resource("fonts")
    except FileNotFoundError:
        return []
    found = {*folder.glob("Inter*.otf"), *folder.glob("Inter*.ttf"), *folder.glob("inter/*.[ot]tf")}
    return sorted(found)


@cache
def load() -> str:
    """Register the shipped faces with Qt (once) and name the family to use.

    Needs a running QGuiApplication. Without the shipped faces the machine's own Inter is taken, then a
    usual sans-serif, then Qt's default family.
    """
    for face in _faces():
        QFontDatabase.addApplicationFont(str(face))
    known = set(QFontDatabase.families())
    for family in (FAMILY, "Inter Variable", *FALLBACKS):
        if family in known:
            return family
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()

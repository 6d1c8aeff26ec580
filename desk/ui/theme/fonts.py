"""Loads the Inter faces that ship with the program, and falls back to what the machine has."""

from functools import cache

from PySide6.QtGui import QFontDatabase

from desk.assets import resource

FAMILY = "Inter"
FALLBACKS = ("Segoe UI", "Noto Sans", "DejaVu Sans", "Liberation Sans")


@cache
def load() -> str:
    """Register the shipped faces with Qt (once) and name the family to use.

    Needs a running QGuiApplication. Without the shipped faces the machine's own Inter is taken, then a
    usual sans-serif, then Qt's default family.
    """
    for name in ("inter", "Inter"):
        try:
            folder = resource("fonts", name)
        except FileNotFoundError:
            continue
        for face in sorted((*folder.glob("*.otf"), *folder.glob("*.ttf"))):
            QFontDatabase.addApplicationFont(str(face))
        break
    known = set(QFontDatabase.families())
    for family in (FAMILY, "Inter Variable", *FALLBACKS):
        if family in known:
            return family
    return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()

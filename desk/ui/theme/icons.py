"""Our own stroke icons (resources/icons/*.svg) tinted to a colour and kept once drawn."""

from functools import cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from desk.assets import resource
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import COLOURS

INK = "#1f2630"
"""The stroke colour inside the SVG files, replaced by the wanted one."""


class UnknownIconError(LookupError):
    """No icon of that name ships with the program."""


@cache
def _source(name: str) -> str:
    try:
        return resource("icons", f"{name}.svg").read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise UnknownIconError(name) from error


@cache
def _drawn(name: str, colour: str, side: int, ratio: float) -> QPixmap:
    renderer = QSvgRenderer(QByteArray(_source(name).replace(INK, colour).encode()))
    picture = QPixmap(QSize(side, side) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return picture


def pixmap(name: str, colour: str = COLOURS.ink, size: int = 20, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` pixels at scale 1.0 (it grows with the text).

    Raises:
        UnknownIconError: no such icon.
    """
    return _drawn(name, colour, scaled(size), ratio)


def icon(name: str, colour: str = COLOURS.ink, size: int = 20) -> QIcon:
    """The icon for buttons and menus.

    Raises:
        UnknownIconError: no such icon.
    """
    made = QIcon(pixmap(name, colour, size))
    made.addPixmap(pixmap(name, colour, size, 2.0))
    made.addPixmap(pixmap(name, COLOURS.disabled, size), QIcon.Mode.Disabled)
    return made

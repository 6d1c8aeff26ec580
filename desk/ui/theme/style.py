"""Builds the one style sheet from the tokens, for a text scale, and puts it on the application."""

from collections.abc import Callable
from string import Template

from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from desk.assets import resource
from desk.ui.theme import fonts, sheet
from desk.ui.theme.tokens import COLOURS, RADIUS, SCALES, SPACE, TONES, TYPE


class _Worn:
    """What `apply` put on last."""

    scale = 1.0


class UnknownScaleError(ValueError):
    """A text scale that is not offered."""


def scale() -> float:
    """The text scale in force (1.0 before `apply` was called)."""
    return _Worn.scale


def scaled(px: float) -> int:
    """Pixels at scale 1.0 turned into pixels at the scale in force."""
    return round(px * _Worn.scale)


def eased(px: int, part: float) -> int:
    """As `scaled`, but only that part of what larger text would add: its neighbours need the room."""
    return px + round((scaled(px) - px) * part)


def font(size: int = TYPE.body, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """The program's font at a type size (pixels at scale 1.0)."""
    made = QFont(fonts.load())
    made.setPixelSize(scaled(size))
    made.setWeight(weight)
    return made


def tint(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property the style sheet looks at, and draw the widget anew when it changed."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    if not widget.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
        return  # the style sheet has not looked at it yet
    widget.style().unpolish(widget)
    widget.style().polish(widget)
    widget.update()


def reveal(widget: QWidget, wanted: bool) -> None:
    """Show or hide a part of a screen; one that is not laid out yet never becomes a window of its own."""
    if not wanted:
        widget.hide()
    elif widget.parentWidget() is not None:
        widget.show()
    else:
        widget.setAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide, False)


def _words(factor: float) -> dict[str, str]:
    size: Callable[[float], str] = lambda px: f"{round(px * factor)}px"  # noqa: E731
    words = {f"c_{name}": str(value) for name, value in COLOURS._asdict().items()}
    words |= {f"t_{name}": size(px) for name, px in TYPE._asdict().items()}
    words |= {f"s_{name}": size(px) for name, px in SPACE._asdict().items()}
    words |= {f"r_{name}": f"{px}px" for name, px in RADIUS._asdict().items()}
    words |= {f"px{n}": size(n) for n in range(1, 61)}
    for tone, colours in TONES.items():
        words |= {f"{tone}_{part}": value for part, value in colours._asdict().items()}
    words["icons"] = resource("icons").as_posix()
    return words


def build(factor: float = 1.0) -> str:
    """The style sheet for a text scale.

    Raises:
        UnknownScaleError: `factor` is none of `tokens.SCALES`.
    """
    if factor not in SCALES:
        raise UnknownScaleError(f"text scale {factor} is none of {SCALES}")
    return Template(sheet.SHEET).substitute(_words(factor))


def _palette() -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, colour in (
        (roles.Window, COLOURS.paper),
        (roles.WindowText, COLOURS.ink),
        (roles.Base, COLOURS.card),
        (roles.AlternateBase, COLOURS.sunken),
        (roles.Text, COLOURS.ink),
        (roles.Button, COLOURS.card),
        (roles.ButtonText, COLOURS.ink),
        (roles.Highlight, COLOURS.focus),
        (roles.HighlightedText, COLOURS.card),
        (roles.PlaceholderText, COLOURS.placeholder),
        (roles.ToolTipBase, COLOURS.sidebar),
        (roles.ToolTipText, COLOURS.on_sidebar),
        (roles.Link, COLOURS.focus),
    ):
        palette.setColor(role, QColor(colour))
    for role in (roles.Text, roles.WindowText, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(COLOURS.disabled))
    return palette


def apply(app: QApplication, factor: float = 1.0) -> None:
    """Dress the application: Fusion below, our palette, Inter, the style sheet; Indonesian locale.

    Call it again with another `factor` when the officer changes the text size.

    Raises:
        UnknownScaleError: `factor` is none of `tokens.SCALES`.
    """
    text = build(factor)
    _Worn.scale = factor
    QLocale.setDefault(QLocale(QLocale.Language.Indonesian, QLocale.Country.Indonesia))
    if app.style().name().lower() != "fusion":
        app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(_palette())
    app.setFont(font())
    app.setStyleSheet(text)

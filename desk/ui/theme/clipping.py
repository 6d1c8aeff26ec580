"""Finds texts that are cut on screen; the tour and the tests of every screen use it."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)

_SLACK = 2
"""Pixels that rounding may take."""

_MNEMONIC = int(Qt.TextFlag.TextShowMnemonic)


def _widest_line(label: QLabel) -> float:
    """Width in pixels of the widest line of a wrapped label (a word that cannot break may stick out)."""
    layout = QTextLayout(label.text(), label.font())
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    widest = 0.0
    while (line := layout.createLine()).isValid():
        line.setLineWidth(label.contentsRect().width())
        widest = max(widest, line.naturalTextWidth())
    layout.endLayout()
    return widest


def _label_cut(label: QLabel) -> str | None:
    text = label.text()
    if not text or label.pixmap().width():
        return None
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        widest = _widest_line(label)
        cut = needed > label.height() + _SLACK or widest > label.contentsRect().width() + _SLACK
    else:
        hint = label.sizeHint()
        cut = hint.width() > label.width() + _SLACK or hint.height() > label.height() + _SLACK
    return text if cut else None


def _line_cut(line: QLineEdit) -> str | None:
    text = line.text() or line.placeholderText()
    if not text:
        return None
    margins = line.textMargins()
    room = line.width() - margins.left() - margins.right() - 8
    high = line.fontMetrics().height() > line.height()
    wide = line.fontMetrics().horizontalAdvance(text) > room
    return text if (wide and not line.hasFocus()) or high else None


def _combo_cut(combo: QComboBox) -> str | None:
    text = combo.currentText() or combo.placeholderText()
    wide = combo.fontMetrics().horizontalAdvance(text) + 24 > combo.width()
    return text if wide or combo.fontMetrics().height() > combo.height() else None


def _button_cut(button: QAbstractButton) -> str | None:
    text = button.text()
    if not text:
        return None
    needed = button.minimumSizeHint() if button.minimumSizeHint().isValid() else button.sizeHint()
    if button.hasHeightForWidth():
        needed = QSize(0, button.heightForWidth(button.width()))
    cut = needed.width() > button.width() + _SLACK or needed.height() > button.height() + _SLACK
    return text if cut else None


def _tabs_cut(bar: QTabBar) -> str | None:
    for place in range(bar.count()):
        metrics = QFontMetrics(bar.font())
        if metrics.size(_MNEMONIC, bar.tabText(place)).width() > bar.tabRect(place).width() + _SLACK:
            return bar.tabText(place)
    return None


def _own_cut(widget: QWidget) -> str | None:
    if isinstance(widget, QLabel):
        return _label_cut(widget)
    if isinstance(widget, QLineEdit):
        return _line_cut(widget)
    if isinstance(widget, QComboBox):
        return _combo_cut(widget)
    if isinstance(widget, QAbstractButton):
        return _button_cut(widget)
    if isinstance(widget, QTabBar):
        return _tabs_cut(widget)
    return None


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    words = text() if callable(text) else ""
    return str(words) or widget.accessibleName()


def _outside(widget: QWidget, root: QWidget) -> bool:
    """Whether an ancestor cuts part of the widget off, other than by scrolling."""
    rect = QRect(QPoint(0, 0), widget.size())
    inner: QWidget = widget
    while inner is not root:
        outer = inner.parentWidget()
        if outer is None:
            return False
        if inner.isWindow():
            return False
        rect.translate(inner.pos())
        grand = outer.parentWidget()
        if isinstance(grand, QAbstractScrollArea) and grand.viewport() is outer:
            return isinstance(grand, QScrollArea) and _hidden_sideways(grand, rect)
        if not outer.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(rect):
            return True
        inner = outer
    return False


def _hidden_sideways(area: QScrollArea, rect: QRect) -> bool:
    """Whether a scroll area that never scrolls sideways cuts the rectangle at the sides."""
    if area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return False
    return rect.right() > area.viewport().width() + _SLACK or rect.left() < -_SLACK


def clipped_texts(widget: QWidget) -> list[str]:
    """The texts inside `widget` that are cut: by their own widget being too small, or by what holds it.

    Looks at visible labels, line edits, combo boxes, buttons, tabs and badges. Contents that can be reached
    by scrolling are not cut; words in table cells are shortened on purpose (the tooltip has them whole).
    """
    found: list[str] = []
    for part in [widget, *widget.findChildren(QWidget)]:
        if not part.isVisibleTo(widget) or part.size().isEmpty():
            continue
        cut = _own_cut(part)
        if cut is None and part is not widget and _said(part) and _outside(part, widget):
            cut = _said(part)
        if cut and cut not in found:
            found.append(cut)
    return found

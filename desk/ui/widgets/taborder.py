"""Where Tab goes: through what is seen, in reading order, whenever it was built.

Qt keeps one chain per window in the order in which widgets came into it. A form that offers other boxes,
moves a column or shows a field later would be walked in leaps, or in a circle that never comes to some
fields. So windows and drawers ask here instead.
"""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLayout, QWidget


def in_reading_order(root: QWidget) -> list[QWidget]:
    """The widgets inside ``root`` that the keyboard can reach now: as layouts hold them, the rest after."""
    return [part for part in _seen(root) if _reachable(part)]


def step_focus(root: QWidget, *, forward: bool) -> bool:
    """Move the keyboard to the next or previous place inside ``root``, round the end; False: none there."""
    parts = list(_seen(root))
    here = QApplication.focusWidget()
    if here in parts:
        place = parts.index(here)
        parts = parts[place + 1 :] + parts[:place]
    target = next((part for part in (parts if forward else reversed(parts)) if _reachable(part)), None)
    if target is not None:
        target.setFocus(Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason)
    return target is not None


def _seen(part: QWidget) -> Iterator[QWidget]:
    yield part
    for child in _children(part):
        if child.isVisible() and not child.isWindow():
            yield from _seen(child)


def _reachable(part: QWidget) -> bool:
    by_tab = part.focusPolicy() & Qt.FocusPolicy.TabFocus == Qt.FocusPolicy.TabFocus
    return by_tab and part.isVisible() and part.isEnabled() and part.focusProxy() is None


def _children(part: QWidget) -> list[QWidget]:
    layout = part.layout()
    laid_out = list(_laid_out(layout)) if layout is not None else []
    known = set(laid_out)
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    return laid_out + [one for one in part.findChildren(QWidget, options=direct) if one not in known]


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)

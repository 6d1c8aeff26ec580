"""Keeps the lit rows, scroll places and the keyboard's place of a page while its contents are read anew."""

from collections.abc import Iterable

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QScrollBar,
    QWidget,
)

KEY_ROLE = Qt.ItemDataRole.UserRole
"""Role under which a model gives the key of a row (column 0)."""


def _key(index: QModelIndex) -> object:
    key = index.siblingAtColumn(0).data(KEY_ROLE)
    return key if key is not None else index.siblingAtColumn(0).data()


def _find(model: QAbstractItemModel, key: object) -> QModelIndex:
    for row in range(model.rowCount()):
        index = model.index(row, 0)
        if _key(index) == key:
            return index
    return QModelIndex()


def _bars(areas: Iterable[QAbstractScrollArea]) -> list[QScrollBar]:
    """Their scroll bars; PySide may know something deleted by the address of one, that is left out."""
    found: list[object] = [
        bar for area in areas for bar in (area.verticalScrollBar(), area.horizontalScrollBar())
    ]
    return [bar for bar in found if isinstance(bar, QScrollBar)]


class _KeptView:
    """The lit row of a list; and the row the eyes are on: the lit one while it is in sight, else the first
    one that is. In a list scrolled down that row stays where it is on screen, whatever came above it."""

    def __init__(self, view: QAbstractItemView) -> None:
        self.view = view
        current = view.currentIndex()
        self.column = current.column()
        self.key = _key(current) if current.isValid() else None
        self.scrolled = view.verticalScrollBar().value() > 0
        seen = view.viewport().rect().intersects(view.visualRect(current))
        looked_at = current if current.isValid() and seen else view.indexAt(QPoint(1, 1))
        self.looked_at = _key(looked_at) if looked_at.isValid() else None
        self.top = view.visualRect(looked_at).top()

    def restore(self) -> None:
        self._light_again()
        if self.scrolled and self.looked_at is not None:
            self.view.doItemsLayout()
            found = _find(self.view.model(), self.looked_at)
            if found.isValid():
                bar = self.view.verticalScrollBar()
                bar.setValue(bar.value() + self.view.visualRect(found).top() - self.top)

    def _light_again(self) -> None:
        if self.key is None:
            return
        model, selection = self.view.model(), self.view.selectionModel()
        current = self.view.currentIndex()
        if current.isValid() and _key(current) == self.key:
            return
        found = _find(model, self.key)
        if found.isValid():
            flags = QItemSelectionModel.SelectionFlag
            target = found.siblingAtColumn(max(self.column, 0))
            rows = flags.ClearAndSelect | flags.Rows
            selection.setCurrentIndex(target, rows)


class _KeptFocus:
    """Where the keyboard is in a page: a field or list, or a button, which a refresh may have made anew."""

    def __init__(self, page: QWidget) -> None:
        focus = QApplication.focusWidget()
        self._page = page
        self._widget = focus if focus is not None and page.isAncestorOf(focus) else None
        self._words, self._place = "", 0
        if isinstance(self._widget, QAbstractButton):
            self._words = _said(self._widget)
            self._place = self._alike().index(self._widget)

    def restore(self) -> None:
        from shiboken6 import isValid

        if self._widget is None:
            return
        if isValid(self._widget) and not _put_away(self._widget, self._page):
            if QApplication.focusWidget() is None:
                self._widget.setFocus()
            return
        alike = self._alike() if self._words else []
        if alike:
            self._focus(alike[min(self._place, len(alike) - 1)])

    def _alike(self) -> list[QAbstractButton]:
        buttons = self._page.findChildren(QAbstractButton)
        return [one for one in buttons if _said(one) == self._words and not _put_away(one, self._page)]

    def _focus(self, button: QAbstractButton) -> None:
        part: QWidget | None = button
        while part is not None and part is not self._page:
            part.show()  # it would be, a moment later; only what is shown takes the keyboard
            part = part.parentWidget()
        button.setFocus(Qt.FocusReason.OtherFocusReason)


def _said(button: QAbstractButton) -> str:
    return button.text() or button.accessibleName()


def _put_away(widget: QWidget, page: QWidget) -> bool:
    """Whether a part of a page was hidden, or is inside one that was; what was just made is not shown yet."""
    part: QWidget | None = widget
    while part is not None and part is not page:
        if part.isHidden() and part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            return True
        part = part.parentWidget()
    return False


class Kept:
    """Snapshot of a page before a refresh; ``restore`` puts back what the refresh moved."""

    def __init__(self, page: QWidget) -> None:
        areas = page.findChildren(QAbstractScrollArea)  # once: it looks at every part of the page
        self._views = [_KeptView(area) for area in areas if isinstance(area, QAbstractItemView)]
        self._bars = [(bar, bar.value()) for bar in _bars(areas)]
        self._focus = _KeptFocus(page)

    def restore(self) -> None:
        """Focus the same field or button, scroll to the same place, light the same row (by its key)."""
        from shiboken6 import isValid

        self._focus.restore()
        for bar, value in self._bars:
            if isValid(bar) and bar.value() != value:
                bar.setValue(value)
        for kept in self._views:
            if isValid(kept.view):
                kept.restore()

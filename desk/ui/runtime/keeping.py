"""Keeps selection, current row and scroll of a page's lists while their contents are read anew."""

from PySide6.QtCore import QAbstractItemModel, QItemSelectionModel, QModelIndex, Qt
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QApplication, QScrollBar, QWidget

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


def _bars(page: QWidget) -> list[QScrollBar]:
    """Every scroll bar; PySide may know something deleted by the address of one, that is left out."""
    areas = page.findChildren(QAbstractScrollArea)
    found: list[object] = [
        bar for area in areas for bar in (area.verticalScrollBar(), area.horizontalScrollBar())
    ]
    return [bar for bar in found if isinstance(bar, QScrollBar)]


class _KeptView:
    def __init__(self, view: QAbstractItemView) -> None:
        self.view = view
        current = view.currentIndex()
        self.column = current.column()
        self.key = _key(current) if current.isValid() else None

    def restore(self) -> None:
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


class Kept:
    """Snapshot of a page before a refresh; ``restore`` puts back what the refresh moved."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self._views = [_KeptView(view) for view in page.findChildren(QAbstractItemView)]
        self._bars = [(bar, bar.value()) for bar in _bars(page)]
        focus = QApplication.focusWidget()
        self._focus = focus if focus is not None and page.isAncestorOf(focus) else None

    def restore(self) -> None:
        """Select the same row again (by its key), scroll to the same place, focus the same field."""
        from shiboken6 import isValid

        for kept in self._views:
            if isValid(kept.view):
                kept.restore()
        for bar, value in self._bars:
            if isValid(bar) and bar.value() != value:
                bar.setValue(value)
        if self._focus is not None and isValid(self._focus) and QApplication.focusWidget() is None:
            self._focus.setFocus()

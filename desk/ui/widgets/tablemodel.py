"""A table model over frozen row dataclasses, described by columns."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Literal, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desk.ui.theme.tokens import Tone

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()
TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
STRONG_ROLE = int(Qt.ItemDataRole.UserRole) + 2

_ALIGN = {
    "left": Qt.AlignmentFlag.AlignLeft,
    "right": Qt.AlignmentFlag.AlignRight,
    "center": Qt.AlignmentFlag.AlignHCenter,
}


@dataclass(frozen=True)
class Column(Generic[R]):
    """One column: words above, `getter` for the words in it.

    `width` in pixels at text scale 1.0 (0: as its contents need), `stretch` takes the room that is left,
    `tone` turns the words into a pill, `sort` gives what rows are compared by (default: the words).
    """

    title: str
    getter: Callable[[R], str]
    width: int = 0
    stretch: bool = False
    align: Literal["left", "right", "center"] = "left"
    tone: Callable[[R], Tone | None] | None = None
    sort: Callable[[R], Any] | None = None
    strong: bool = False


class RowModel(QAbstractTableModel, Generic[R]):
    """Rows and columns as Qt wants them; `UserRole` is the key a row is known by."""

    def __init__(
        self, columns: Sequence[Column[R]], key: Callable[[R], Hashable], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self.rows: tuple[R, ...] = ()
        self._given: tuple[R, ...] = ()
        self._order: tuple[int, Qt.SortOrder] | None = None

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows, in the order chosen before."""
        self.beginResetModel()
        self._given = tuple(rows)
        self.rows = self._ordered()
        self.endResetModel()

    def _ordered(self) -> tuple[R, ...]:
        if self._order is None:
            return self._given
        column = self.columns[self._order[0]]
        by = column.sort or (lambda row: column.getter(row).casefold())
        return tuple(sorted(self._given, key=by, reverse=self._order[1] == Qt.SortOrder.DescendingOrder))

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Qt: order by a column; -1 = the order the rows came in."""
        self.layoutAboutToBeChanged.emit()
        before = {index: self.key(self.rows[index.row()]) for index in self.persistentIndexList()}
        self._order = None if column < 0 else (column, order)
        self.rows = self._ordered()
        for index, key in before.items():
            self.changePersistentIndex(index, self.index(self.place(key), index.column()))
        self.layoutChanged.emit()

    def place(self, key: Hashable) -> int:
        """The row number of a key, -1 when it is not there."""
        return next((i for i, row in enumerate(self.rows) if self.key(row) == key), -1)

    def rowCount(self, parent: Index = _NONE) -> int:
        """Qt: number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NONE) -> int:
        """Qt: number of columns."""
        return 0 if parent.isValid() else len(self.columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        """Qt: the titles."""
        if orientation != Qt.Orientation.Horizontal or section >= len(self.columns):
            return None
        column = self.columns[section]
        if role == Qt.ItemDataRole.DisplayRole:
            return column.title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: words, tooltip, alignment, tone."""
        row, column = self.rows[index.row()], self.columns[index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return column.getter(row)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(_ALIGN[column.align] | Qt.AlignmentFlag.AlignVCenter)
        if role == TONE_ROLE:
            return column.tone(row) if column.tone else None
        if role == STRONG_ROLE:
            return column.strong
        return self.key(row) if role == Qt.ItemDataRole.UserRole else None

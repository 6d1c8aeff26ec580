"""A grid to type several rows into: typing edits, Tab and Enter go on from a cell, cells can be pasted."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QSignalBlocker,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from desk.ui.fields.base import Field
from desk.ui.fields.choice import Choice
from desk.ui.theme.style import scaled

Index = QModelIndex | QPersistentModelIndex
Rows = tuple[tuple[str, ...], ...]

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_MOST_SHOWN = 12


@dataclass(frozen=True)
class GridColumn:
    """A column: its title, its width in pixels at text scale 1.0 (0: what is left), whether it is only read,
    and the values to choose from (none: words are typed)."""

    title: str
    width: int = 0
    fixed: bool = False
    choices: tuple[Choice, ...] = ()


class _Delegate(QStyledItemDelegate):
    """Offers a list where a column has choices; the cell holds the words, the value lies under them."""

    def __init__(self, columns: Sequence[GridColumn], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = columns

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Qt: a list for choices, a line for words."""
        choices = self._columns[index.column()].choices
        if not choices:
            return super().createEditor(parent, option, index)
        box = QComboBox(parent)
        for one in choices:
            box.addItem(one.text, one.value)
        return box

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Qt: show the value."""
        if isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findText(str(index.data() or ""))))
        else:
            super().setEditorData(editor, index)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Qt: keep the value."""
        if isinstance(editor, QComboBox):
            model.setData(index, editor.currentText())
        else:
            super().setModelData(editor, model, index)


class Grid(QTableWidget):
    """The table of a `GridField`.

    Signals:
        left: the keyboard left the table.
        replaced: rows were taken out, or cells pasted (told once for all of them).
    """

    left = Signal()
    replaced = Signal()

    def __init__(self, columns: Sequence[GridColumn], *, grows: bool, parent: QWidget | None = None) -> None:
        super().__init__(0, len(columns), parent)
        self.columns, self.grows = tuple(columns), grows
        self.setItemDelegate(_Delegate(self.columns, self))
        self.setHorizontalHeaderLabels([one.title for one in columns])
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(scaled(36))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.AnyKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        head = self.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for place, one in enumerate(columns):
            mode = QHeaderView.ResizeMode.Fixed if one.width else QHeaderView.ResizeMode.Stretch
            head.setSectionResizeMode(place, mode)
            if one.width:
                self.setColumnWidth(place, scaled(one.width))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def put(self, rows: Sequence[Sequence[str]]) -> None:
        """Show rows, and where the grid grows an empty one below them."""
        self.setRowCount(0)
        for row in rows:
            self._append(row)
        self.make_room()
        if self.hasFocus():
            self.walk(1)

    def make_room(self) -> None:
        """An empty row at the end, where the grid grows."""
        if self.grows and (not self.rowCount() or any(self.row_at(self.rowCount() - 1))):
            self._append(("",) * len(self.columns))
        self.updateGeometry()

    def row_at(self, row: int) -> tuple[str, ...]:
        """Values of a row: of choices the value, not its words."""
        found = []
        for place, column in enumerate(self.columns):
            item = self.item(row, place)
            words = "" if item is None else item.text().strip()
            found.append(next((str(one.value) for one in column.choices if one.text == words), words))
        return tuple(found)

    def _append(self, values: Sequence[str]) -> None:
        row = self.rowCount()
        quiet = QSignalBlocker(self)  # a row to type into is no edit
        self.insertRow(row)
        for place, (column, value) in enumerate(zip(self.columns, values, strict=True)):
            words = next((one.text for one in column.choices if str(one.value) == value), value)
            item = QTableWidgetItem(words)
            if column.fixed:
                item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(row, place, item)
        quiet.unblock()

    # walking

    def _cells(self) -> list[tuple[int, int]]:
        open_ones = [place for place, one in enumerate(self.columns) if not one.fixed]
        return [(row, place) for row in range(self.rowCount()) for place in open_ones]

    def walk(self, step: int) -> None:
        """Go to the next cell that can be edited (-1: the one before); the last one stays."""
        cells = self._cells()
        here = (self.currentRow(), self.currentColumn())
        at = cells.index(here) if here in cells else (-1 if step > 0 else len(cells))
        if 0 <= at + step < len(cells):
            self.setCurrentCell(*cells[at + step])

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt: what was typed stands; after Tab the next cell, after Enter the one below."""
        super().closeEditor(editor, QAbstractItemDelegate.EndEditHint.NoHint)
        self.make_room()
        ends = QAbstractItemDelegate.EndEditHint
        if hint is ends.EditNextItem:
            self.walk(1)
        elif hint is ends.EditPreviousItem:
            self.walk(-1)
        elif hint is ends.SubmitModelCache:
            self.go_down()

    def go_down(self) -> None:
        """The cell below, the last one stays."""
        self.setCurrentCell(min(self.currentRow() + 1, self.rowCount() - 1), self.currentColumn())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Enter goes down, Delete empties, Ctrl+Delete takes a row out, Ctrl+V pastes; Ctrl+Enter
        belongs to the screen."""
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key in _ENTER and control:
            event.ignore()
        elif key in _ENTER:
            if self.state() != QAbstractItemView.State.EditingState:  # else its editor closes, and goes down
                self.go_down()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif key == Qt.Key.Key_Delete and control:
            self.take_out(self.currentRow())
        elif key == Qt.Key.Key_Delete:
            self._write_cell(self.currentRow(), self.currentColumn(), "")
        else:
            super().keyPressEvent(event)

    def take_out(self, row: int) -> None:
        """Take a row out, where the grid grows."""
        if self.grows and 0 <= row < self.rowCount():
            self.removeRow(row)
            self.make_room()
            self.replaced.emit()

    def paste(self, text: str) -> None:
        """Cells of a spreadsheet, from the current cell to the right and down; fixed ones stay."""
        top, first = max(self.currentRow(), 0), max(self.currentColumn(), 0)
        quiet = QSignalBlocker(self)  # hundreds of cells are one change
        for down, line in enumerate(text.rstrip("\n").splitlines()):
            if top + down >= self.rowCount():
                if not self.grows:
                    break
                self._append(("",) * len(self.columns))
            for across, words in enumerate(line.split("\t")[: len(self.columns) - first]):
                self._write_cell(top + down, first + across, words.strip())
        quiet.unblock()
        self.make_room()
        self.replaced.emit()

    def _write_cell(self, row: int, place: int, words: str) -> None:
        if 0 <= row < self.rowCount() and 0 <= place < len(self.columns) and not self.columns[place].fixed:
            self.setItem(row, place, QTableWidgetItem(words))

    # size and focus

    def sizeHint(self) -> QSize:
        """Qt: as high as its rows, up to a dozen."""
        shown = min(max(self.rowCount(), 1), _MOST_SHOWN)
        head = self.horizontalHeader().sizeHint().height()
        return QSize(scaled(320), head + shown * scaled(36) + scaled(4))

    def minimumSizeHint(self) -> QSize:
        """Qt: the same height, narrow."""
        return QSize(scaled(200), self.sizeHint().height())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Qt: the keyboard arrives at the first cell that can be edited."""
        super().focusInEvent(event)
        if (self.currentRow(), self.currentColumn()) not in self._cells():
            self.walk(1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Qt: tell, unless a cell is being edited."""
        super().focusOutEvent(event)
        if self.state() != QAbstractItemView.State.EditingState:
            self.left.emit()


class GridField(Field[Rows]):
    """Several rows of words; empty rows do not count. ``grows``: rows can be added and taken out."""

    def __init__(
        self,
        label: str,
        columns: Sequence[GridColumn],
        *,
        grows: bool = True,
        hint: str = "",
        required: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        self.grid = Grid(columns, grows=grows)
        super().__init__(label, self.grid, hint=hint, required=required, parent=parent)
        self.grid.itemChanged.connect(self._edited)
        self.grid.replaced.connect(self._edited)
        self.grid.left.connect(self.left)
        self.grid.make_room()

    def _read(self) -> Rows:
        rows = (self.grid.row_at(row) for row in range(self.grid.rowCount()))
        return tuple(row for row in rows if any(row))

    def _write(self, value: Rows) -> None:
        self.grid.put(value)

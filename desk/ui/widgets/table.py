"""A calm table over frozen rows: keeps what is selected, says what to do when it is empty."""

from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TYPE, Tone
from desk.ui.widgets.badge import draw_pill, pill_size
from desk.ui.widgets.empty import EmptyState
from desk.ui.widgets.tablemodel import STRONG_ROLE, TONE_ROLE, Column, R, RowModel

__all__ = ["Column", "RowModel", "RowTable"]

Index = QModelIndex | QPersistentModelIndex


class CellDelegate(QStyledItemDelegate):
    """Draws a cell: words or a pill, a hairline below, one ring round the whole current row."""

    def _font(self, index: Index) -> QFont:
        strong = index.data(STRONG_ROLE)
        return font(TYPE.body, QFont.Weight.DemiBold if strong else QFont.Weight.Normal)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: the words on one line."""
        words = str(index.data() or "")
        width = QFontMetrics(self._font(index)).horizontalAdvance(words)
        if index.data(TONE_ROLE) is not None and words:
            width = pill_size(words).width()
        return QSize(width + scaled(18), scaled(40))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the cell."""
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        view = option.widget
        painter.save()
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(rect, QColor(COLOURS.selected))
            if index.column() == 0:
                painter.fillRect(
                    QRect(rect.left(), rect.top(), scaled(3), rect.height()), QColor(COLOURS.accent)
                )
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if chosen and isinstance(view, QTableView) and view.hasFocus():
            self._ring(painter, rect, index)
        self._words(painter, rect.adjusted(scaled(8), 0, -scaled(8), 0), index)
        painter.restore()

    def _ring(self, painter: QPainter, rect: QRect, index: Index) -> None:
        painter.setPen(QPen(QColor(COLOURS.focus), 2))
        painter.drawLine(rect.left(), rect.top() + 1, rect.right(), rect.top() + 1)
        painter.drawLine(rect.left(), rect.bottom(), rect.right(), rect.bottom())
        if index.column() == 0:
            painter.drawLine(rect.left() + 1, rect.top(), rect.left() + 1, rect.bottom())
        if index.column() == index.model().columnCount() - 1:
            painter.drawLine(rect.right(), rect.top(), rect.right(), rect.bottom())

    def _words(self, painter: QPainter, room: QRect, index: Index) -> None:
        words, tone = str(index.data() or ""), index.data(TONE_ROLE)
        align = Qt.AlignmentFlag(index.data(Qt.ItemDataRole.TextAlignmentRole))
        if tone is not None and words:
            size = pill_size(words).boundedTo(QSize(room.width(), room.height()))
            left = room.right() - size.width() + 1 if align & Qt.AlignmentFlag.AlignRight else room.left()
            top = room.top() + (room.height() - size.height()) // 2
            draw_pill(painter, QRect(left, top, size.width(), size.height()), words, Tone(tone))
            return
        used = self._font(index)
        painter.setFont(used)
        painter.setPen(QColor(COLOURS.ink))
        shown = QFontMetrics(used).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, align, shown)


class RowTable(QFrame, Generic[R]):
    """A table of rows; `key` tells rows apart (it must be unique).

    Up and Down move, Enter or a double click activates, a click on a title sorts (a third click: as given).

    Signals:
        activated: Enter or double click (the row).
        selected: another row, or none, is selected (the row or None).
    """

    activated = Signal(object)
    selected = Signal(object)

    def __init__(
        self,
        columns: Sequence[Column[R]],
        *,
        key: Callable[[R], Hashable],
        empty: EmptyState | None = None,
        sortable: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.model: RowModel[R] = RowModel(columns, key, self)
        self.view = QTableView()
        self.view.setModel(self.model)
        self.view.setItemDelegate(CellDelegate(self.view))
        self.empty = empty or EmptyState("empty", "Belum ada data")
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self._stack.addWidget(self.empty)
        self._told: Hashable | None = None
        self._quiet = False
        self._sortable = sortable
        self._dress()
        self.view.activated.connect(lambda index: self.activated.emit(self.model.rows[index.row()]))
        self.view.selectionModel().currentRowChanged.connect(self._moved)
        self.view.viewport().installEventFilter(self)
        self.setFocusProxy(self.view)
        self._show_empty()

    def _dress(self) -> None:
        view, header = self.view, self.view.horizontalHeader()
        view.setShowGrid(False)
        view.setTabKeyNavigation(False)
        view.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        view.setEditTriggers(QTableView.EditTrigger.NoEditTriggers)
        view.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        view.setWordWrap(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(scaled(40))
        view.verticalHeader().setMinimumSectionSize(scaled(24))
        header.setHighlightSections(False)
        header.setMinimumSectionSize(scaled(48))
        header.setSortIndicatorClearable(True)
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        view.setSortingEnabled(self._sortable)
        header.setSectionsClickable(self._sortable)
        for place in range(len(self.model.columns)):
            header.setSectionResizeMode(place, QHeaderView.ResizeMode.Fixed)

    def set_rows(self, rows: Sequence[R]) -> None:
        """Show other rows; selection (by key), order and scroll place stay."""
        kept, scroll = self._current_key(), self.view.verticalScrollBar().value()
        self._quiet = True
        self.model.set_rows(rows)
        place = self.model.place(kept) if kept is not None else -1
        if place >= 0:
            self.view.setCurrentIndex(self.model.index(place, 0))
        self._quiet = False
        self._tell(kept if place >= 0 else None)
        self.fit_columns()
        self.view.verticalScrollBar().setValue(scroll)
        self._show_empty()

    def rows(self) -> tuple[R, ...]:
        """The rows in the order shown."""
        return self.model.rows

    def current(self) -> R | None:
        """The selected row."""
        index = self.view.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def select(self, key: Hashable) -> bool:
        """Select the row of this key; False when there is none."""
        place = self.model.place(key)
        if place < 0:
            return False
        self.view.setCurrentIndex(self.model.index(place, 0))
        self.view.scrollTo(self.model.index(place, 0))
        return True

    def clear_selection(self) -> None:
        """Select nothing."""
        self.view.selectionModel().clear()

    def fit_columns(self) -> None:
        """Give each column what it asks for, and the rest to the stretching ones."""
        header, wanted, stretching = self.view.horizontalHeader(), 0, []
        for place, column in enumerate(self.model.columns):
            title = QFontMetrics(font(TYPE.small, QFont.Weight.DemiBold)).horizontalAdvance(column.title)
            needed = scaled(column.width) or self.view.sizeHintForColumn(place)
            width = max(needed, title + scaled(34 if self._sortable else 20))
            if column.stretch:
                stretching.append((place, max(scaled(column.width or 120), title + scaled(34))))
            else:
                header.resizeSection(place, width)
                wanted += width
        spare = self.view.viewport().width() - wanted
        for place, least in stretching:
            header.resizeSection(place, max(least, spare // len(stretching)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Qt: another width of the table is shared anew."""
        if event.type() == QEvent.Type.Resize and isinstance(watched, QWidget):
            self.fit_columns()
        return super().eventFilter(watched, event)

    def _show_empty(self) -> None:
        self._stack.setCurrentWidget(self.view if self.model.rows else self.empty)

    def _current_key(self) -> Hashable | None:
        row = self.current()
        return None if row is None else self.model.key(row)

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self._tell(self.model.key(self.model.rows[now.row()]) if now.isValid() else None)

    def _tell(self, key: Hashable | None) -> None:
        if key == self._told:
            return
        self._told = key
        place = self.model.place(key) if key is not None else -1
        row: Any = self.model.rows[place] if place >= 0 else None
        self.selected.emit(row)

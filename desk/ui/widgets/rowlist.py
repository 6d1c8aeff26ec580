"""A list of two-line rows (queue, suggestions, inbox) that keeps its selection by key."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStackedLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TYPE, Tone
from desk.ui.widgets.badge import draw_pill, pill_size
from desk.ui.widgets.empty import EmptyState

Index = QModelIndex | QPersistentModelIndex
_NONE = QModelIndex()


@dataclass(frozen=True)
class RowItem:
    """One row: `title` (strong) with a `badge` after it, `detail` below, `aside` at the right."""

    key: str
    title: str
    detail: str = ""
    aside: str = ""
    badge: str = ""
    tone: Tone = Tone.NEUTRAL


class ItemModel(QAbstractListModel):
    """The rows as Qt wants them; `UserRole` is the key a row is known by, the next role its `RowItem`."""

    ITEM = int(Qt.ItemDataRole.UserRole) + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: tuple[RowItem, ...] = ()

    def set_items(self, items: Sequence[RowItem]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.items = tuple(items)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Qt: number of rows."""
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: words for the eye, the ear and the tooltip."""
        item = self.items[index.row()]
        if role == self.ITEM:
            return item
        if role == Qt.ItemDataRole.UserRole:
            return item.key
        whole = " · ".join(part for part in (item.title, item.badge, item.detail, item.aside) if part)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return whole
        return item.title if role == Qt.ItemDataRole.DisplayRole else None


class ItemDelegate(QStyledItemDelegate):
    """Draws a row: title, badge, detail, aside, hairline, selection bar."""

    def __init__(self, compact: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._compact = compact

    def _fonts(self) -> tuple[QFont, QFont]:
        return font(TYPE.body, QFont.Weight.DemiBold), font(TYPE.small)

    def height(self, item: RowItem) -> int:
        """Height of a row in pixels."""
        title, small = (QFontMetrics(one) for one in self._fonts())
        lines = title.height() + (small.height() + scaled(2) if item.detail else 0)
        return lines + scaled(12 if self._compact else 16)

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: one or two lines."""
        return QSize(scaled(160), self.height(index.data(ItemModel.ITEM)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the row."""
        item: RowItem = index.data(ItemModel.ITEM)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        self._draw_ground(painter, rect, state, last=index.row() == index.model().rowCount() - 1)
        inner = rect.adjusted(scaled(8), scaled(6 if self._compact else 8), -scaled(8), 0)
        if item.aside:
            small = font(TYPE.label)
            width = QFontMetrics(small).horizontalAdvance(item.aside) + scaled(4)
            painter.setFont(small)
            painter.setPen(QColor(COLOURS.ink_soft))
            place = QRect(inner.right() - width + 1, rect.top(), width, rect.height())
            flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(place, flags, item.aside)
            inner.setRight(inner.right() - width - scaled(8))
        self._draw_lines(painter, inner, item)
        painter.restore()

    def _draw_ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag, *, last: bool) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(COLOURS.focus_ground if self._compact else COLOURS.selected))
            bar = COLOURS.focus if self._compact else COLOURS.accent
            painter.fillRect(QRect(rect.left(), rect.top(), scaled(3), rect.height()), QColor(bar))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(COLOURS.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(COLOURS.focus), 2))
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        elif not last and not self._compact:
            painter.setPen(QColor(COLOURS.line))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _draw_lines(self, painter: QPainter, inner: QRect, item: RowItem) -> None:
        title, small = self._fonts()
        metrics = QFontMetrics(title)
        pill = pill_size(item.badge) if item.badge else QSize(0, 0)
        badge = pill.width() + scaled(6) if item.badge else 0
        under_title = bool(item.detail) and metrics.horizontalAdvance(item.title) + badge > inner.width()
        room = inner.width() - (0 if under_title else badge)
        words = metrics.elidedText(item.title, Qt.TextElideMode.ElideRight, max(room, scaled(24)))
        painter.setFont(title)
        painter.setPen(QColor(COLOURS.ink))
        painter.drawText(inner.left(), inner.top() + metrics.ascent(), words)
        under = QFontMetrics(small)
        second = inner.top() + metrics.height() + scaled(2)
        if item.badge:
            left = inner.left() + metrics.horizontalAdvance(words) + scaled(6)
            top = inner.top() + (metrics.height() - pill.height()) // 2
            if under_title:
                left = max(inner.left(), inner.right() - pill.width() + 1)
                top = second + (under.height() - pill.height()) // 2
            width = min(pill.width(), max(inner.right() - left + 1, 0))
            draw_pill(painter, QRect(left, top, width, pill.height()), item.badge, item.tone)
        if item.detail:
            painter.setFont(small)
            painter.setPen(QColor(COLOURS.ink_mute))
            room = inner.width() - (badge if under_title else 0)
            words = under.elidedText(item.detail, Qt.TextElideMode.ElideRight, room)
            painter.drawText(inner.left(), second + under.ascent(), words)


class RowList(QFrame):
    """Two-line rows; Enter or a double click activates; what is empty says so.

    Signals:
        activated: Enter or double click on a row (its key).
        clicked: a click on a row (its key).
        selected: the lit row changed (its key, or None).
    """

    activated = Signal(str)
    clicked = Signal(str)
    selected = Signal(object)

    def __init__(
        self, *, empty: EmptyState | None = None, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.model = ItemModel(self)
        self.view = QListView()
        self.view.setModel(self.model)
        self._delegate = ItemDelegate(compact, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setMouseTracking(True)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.view.activated.connect(lambda index: self.activated.emit(self._key(index)))
        self.view.clicked.connect(lambda index: self.clicked.emit(self._key(index)))
        self.view.selectionModel().currentChanged.connect(self._moved)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.view)
        self.empty = empty
        if empty is not None:
            self._stack.addWidget(empty)
        self.setFocusProxy(self.view)
        self._told: str | None = None
        self._quiet = False

    def set_rows(self, items: Sequence[RowItem]) -> None:
        """Show other rows; the lit row (by key) and the scroll place stay where they are still there."""
        kept, scroll = self.current(), self.view.verticalScrollBar().value()
        self._quiet = True
        self.model.set_items(items)
        self._quiet = False
        if kept is not None and not self.select(kept):
            self._tell(None)
        self.view.verticalScrollBar().setValue(scroll)
        showing = self.empty is not None and not items
        self._stack.setCurrentWidget(self.empty if showing and self.empty else self.view)

    def rows(self) -> tuple[RowItem, ...]:
        """The rows shown."""
        return self.model.items

    def current(self) -> str | None:
        """The key of the lit row."""
        index = self.view.currentIndex()
        return self._key(index) if index.isValid() else None

    def select(self, key: str) -> bool:
        """Light the row of this key; False when there is none."""
        for row, item in enumerate(self.model.items):
            if item.key == key:
                self.view.setCurrentIndex(self.model.index(row))
                return True
        return False

    def clear_selection(self) -> None:
        """Light no row."""
        self.view.selectionModel().clear()

    def step(self, by: int) -> None:
        """Light the next (+1) or previous (-1) row, round the end."""
        count = len(self.model.items)
        if not count:
            return
        here = self.view.currentIndex()
        row = (here.row() + by) % count if here.isValid() else (0 if by > 0 else count - 1)
        self.view.setCurrentIndex(self.model.index(row))

    def height_of_rows(self, most: int | None = None) -> int:
        """Pixels needed to show all rows, or the first `most`."""
        return sum(self._delegate.height(item) for item in self.model.items[:most])

    def _key(self, index: Index) -> str:
        return self.model.items[index.row()].key

    def _moved(self, now: QModelIndex, _before: QModelIndex) -> None:
        if not self._quiet:
            self._tell(self._key(now) if now.isValid() else None)

    def _tell(self, key: str | None) -> None:
        if key != self._told:
            self._told = key
            self.selected.emit(key)

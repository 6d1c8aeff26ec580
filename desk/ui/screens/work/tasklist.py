"""A list of cases under headings; the arrows walk over the cases only, Enter opens one."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desk.ui.screens.work.groups import Heading, Task
from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TYPE
from desk.ui.widgets.badge import draw_pill, pill_size

Index = QModelIndex | QPersistentModelIndex
Line = Heading | Task
_NONE = QModelIndex()


class _Model(QAbstractListModel):
    """Lines as Qt wants them; `UserRole` is the key that selection is kept by, the next role the line."""

    LINE = int(Qt.ItemDataRole.UserRole) + 1

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines: tuple[Line, ...] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: Index = _NONE) -> int:
        """Qt: number of lines."""
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: words for the eye, the ear and the tooltip."""
        line = self.lines[index.row()]
        if role == self.LINE:
            return line
        if isinstance(line, Heading):
            return f"{line.text} {line.count}" if role == Qt.ItemDataRole.DisplayRole else None
        if role == Qt.ItemDataRole.UserRole:
            return line.key
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return "\n".join(part for part in (line.title, line.detail, line.step, line.due) if part)
        return line.title if role == Qt.ItemDataRole.DisplayRole else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Qt: headings cannot be chosen."""
        if isinstance(self.lines[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


class _Delegate(QStyledItemDelegate):
    """Draws a heading, or a case: title and details left, step and due at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """Qt: a heading is lower than a case."""
        body, small = QFontMetrics(font(TYPE.body)), QFontMetrics(font(TYPE.small))
        if isinstance(index.data(_Model.LINE), Heading):
            return QSize(scaled(200), small.height() + scaled(20))
        return QSize(scaled(200), body.height() + small.height() + scaled(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Qt: draw the line."""
        line, rect = index.data(_Model.LINE), option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if isinstance(line, Heading):
            self._heading(painter, rect, line)
        else:
            self._ground(painter, rect, option.state)
            self._task(painter, rect.adjusted(scaled(12), 0, -scaled(12), 0), line)
        painter.restore()

    def _heading(self, painter: QPainter, rect: QRect, line: Heading) -> None:
        painter.setFont(font(TYPE.small, QFont.Weight.DemiBold))
        painter.setPen(QColor(COLOURS.ink_mute))
        room = rect.adjusted(scaled(12), 0, 0, -scaled(5))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom
        painter.drawText(room, flags, f"{line.text.upper()} · {line.count}")

    def _ground(self, painter: QPainter, rect: QRect, state: QStyle.StateFlag) -> None:
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(COLOURS.selected))
            bar = QRect(rect.left(), rect.top(), scaled(3), rect.height())
            painter.fillRect(bar, QColor(COLOURS.accent))
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, QColor(COLOURS.hover))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(QColor(COLOURS.focus), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))
        else:
            painter.setPen(QColor(COLOURS.line))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def _task(self, painter: QPainter, room: QRect, task: Task) -> None:
        title, small = font(TYPE.body, QFont.Weight.DemiBold), font(TYPE.small)
        pill = pill_size(task.due)
        aside = max(pill.width(), min(QFontMetrics(small).horizontalAdvance(task.step), room.width() // 3))
        top = room.top() + scaled(9)
        right = QRect(room.right() - aside, top, aside + 1, room.height())
        draw_pill(
            painter,
            QRect(room.right() - pill.width(), top - scaled(2), pill.width(), pill.height()),
            task.due,
            task.tone,
        )
        wide = room.width() - aside - scaled(20)
        self._words(painter, QRect(room.left(), top, wide, 0), task.title, title, COLOURS.ink, right=False)
        under = top + QFontMetrics(title).height() + scaled(3)
        self._words(
            painter, QRect(room.left(), under, wide, 0), task.detail, small, COLOURS.ink_mute, right=False
        )
        right.moveTop(under)
        self._words(painter, right, task.step, small, COLOURS.ink_soft, right=True)

    def _words(
        self, painter: QPainter, place: QRect, words: str, used: QFont, ink: str, *, right: bool
    ) -> None:
        metrics = QFontMetrics(used)
        painter.setFont(used)
        painter.setPen(QColor(ink))
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, place.width())
        line = QRect(place.left(), place.top(), place.width(), metrics.height())
        painter.drawText(line, side | Qt.AlignmentFlag.AlignVCenter, shown)


class TaskList(QListView):
    """The list.

    Signals:
        opened(Task): Enter or double click on a line.
    """

    opened = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = _Model(self)
        self.setModel(self._lines)
        self.setItemDelegate(_Delegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.setAccessibleName("Pekerjaan menurut batas waktu")
        self.activated.connect(self._open)

    def set_lines(self, lines: Sequence[Line]) -> None:
        """Show other lines; the chosen case stays chosen, else the first one is."""
        kept = self.current()
        self._lines.set_lines(lines)
        tasks = self.tasks()
        if tasks:
            self.select(kept if kept in {one.key for one in tasks} else tasks[0].key)

    def tasks(self) -> tuple[Task, ...]:
        """The cases shown, in their order."""
        return tuple(line for line in self._lines.lines if isinstance(line, Task))

    def headings(self) -> tuple[str, ...]:
        """The headings shown."""
        return tuple(line.text for line in self._lines.lines if isinstance(line, Heading))

    def current(self) -> str:
        """The key of the chosen line, empty for none."""
        return str(self.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def select(self, key: str | None) -> None:
        """Choose a line; the heading above the first one stays in sight."""
        for row, line in enumerate(self._lines.lines):
            if isinstance(line, Task) and line.key == key:
                self.setCurrentIndex(self._lines.index(row))
                if row == 1:
                    self.scrollToTop()

    def _open(self, index: QModelIndex) -> None:
        line = index.data(_Model.LINE)
        if isinstance(line, Task):
            self.opened.emit(line)

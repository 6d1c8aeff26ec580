"""Rows of the search panel: hits in groups, their model and how they are drawn."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QScrollBar,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionViewItem,
    QWidget,
)

from desk.ui.runtime.ports import Hit
from desk.ui.theme.style import font, scale, scaled
from desk.ui.theme.tokens import COLOURS, TYPE

GROUPS = {"visit": "Pengunjung", "case": "Permohonan", "letter": "Surat", "ticket": "Antrean"}
AnyIndex = QModelIndex | QPersistentModelIndex
Row = str | Hit
_HEADING = Qt.ItemFlag.NoItemFlags
_SELECTED = QStyle.StateFlag.State_Selected
_CHOOSABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


def grouped(hits: Sequence[Hit]) -> list[Row]:
    """Rows of the panel: a heading before the hits of each kind, kinds in the order of ``GROUPS``."""
    rows: list[Row] = []
    kinds = [*GROUPS, *sorted({hit.kind for hit in hits} - GROUPS.keys())]
    for kind in kinds:
        mine = [hit for hit in hits if hit.kind == kind]
        if mine:
            rows += [GROUPS.get(kind, "Lainnya"), *mine]
    return rows


class HitModel(QAbstractListModel):
    """Rows of the panel; headings cannot be chosen."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[Row] = []

    def show(self, rows: list[Row]) -> None:
        """Replace all rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: AnyIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Qt: number of rows."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: AnyIndex, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Qt: words for screen readers, the row itself for the delegate."""
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.UserRole:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return row if isinstance(row, str) else f"{row.title} {row.number} {row.detail}".strip()
        return None

    def flags(self, index: AnyIndex) -> Qt.ItemFlag:
        """Qt: headings are not selectable."""
        return _HEADING if isinstance(self.rows[index.row()], str) else _CHOOSABLE

    def place(self, hit: Hit | None) -> int:
        """The row of a hit that was shown before, whatever it says now; the first hit where it is gone."""
        known = (
            row
            for row, one in enumerate(self.rows)
            if hit is not None and isinstance(one, Hit) and (one.kind, one.id) == (hit.kind, hit.id)
        )
        return next(known, self.next_hit(-1, 1))

    def next_hit(self, row: int, step: int) -> int:
        """The next choosable row from ``row`` going ``step``; ``row`` itself at the end."""
        target = row + step
        while 0 <= target < len(self.rows):
            if isinstance(self.rows[target], Hit):
                return target
            target += step
        return row


class Face:
    """A font with its measures, and how wide its widest letter is: most texts need no closer look."""

    def __init__(self, made: QFont) -> None:
        self.font, self.measure = made, QFontMetrics(made)
        self.ascent, self.descent = self.measure.ascent(), self.measure.descent()
        self._widest = self.measure.horizontalAdvance("W")

    def fitting(self, text: str, width: int) -> str:
        """The text, shortened where ``width`` pixels are too few."""
        if text.isascii() and len(text) * self._widest <= width:
            return text
        return self.measure.elidedText(text, Qt.TextElideMode.ElideRight, width)


class Look:
    """Fonts, their measures, colours and sizes at one text scale, made once instead of for each row."""

    def __init__(self) -> None:
        self.scale = scale()
        self.heading = Face(font(TYPE.tiny, QFont.Weight.DemiBold))
        self.title = Face(font(TYPE.body, QFont.Weight.Medium))
        self.small = Face(font(TYPE.small))
        self.ink, self.soft, self.mute, self.chosen = map(
            QColor, (COLOURS.ink, COLOURS.ink_soft, COLOURS.ink_mute, COLOURS.focus_ground)
        )
        self.edge, self.gap = scaled(12), scaled(16)
        self.heading_size = QSize(scaled(200), scaled(28))
        self.hit_size = QSize(scaled(200), scaled(44))


class HitDelegate(QStyledItemDelegate):
    """Draws a heading or a hit: title, number at the right, detail below."""

    def __init__(self, model: HitModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._kept: Look | None = None

    def look(self) -> Look:
        """What rows are drawn with at the text scale in force."""
        if self._kept is None or self._kept.scale != scale():
            self._kept = Look()
        return self._kept

    def height(self) -> int:
        """Of all rows together, in pixels."""
        headings = sum(isinstance(row, str) for row in self._model.rows)
        look = self.look()
        return (
            headings * look.heading_size.height()
            + (len(self._model.rows) - headings) * look.hit_size.height()
        )

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Qt: headings are lower than hits."""
        look = self.look()
        return look.heading_size if isinstance(self._model.rows[index.row()], str) else look.hit_size

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Qt: draw one row."""
        row, look = self._model.rows[index.row()], self.look()
        rect: QRect = option.rect
        if isinstance(row, str):
            painter.setFont(look.heading.font)
            painter.setPen(look.mute)
            bottom = rect.bottom() - look.heading.descent
            painter.drawText(rect.left() + look.edge, bottom, row.upper())
            return
        state: QStyle.StateFlag = option.state
        if state & _SELECTED:
            self._ground(painter, rect, look)
        self._hit(painter, rect, row, look)

    @staticmethod
    def _ground(painter: QPainter, rect: QRect, look: Look) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(look.chosen)
        painter.drawRoundedRect(QRectF(rect.adjusted(4, 1, -4, -1)), 6, 6)
        painter.restore()

    @staticmethod
    def _hit(painter: QPainter, rect: QRect, hit: Hit, look: Look) -> None:
        left, right = rect.left() + look.edge, rect.right() - look.edge
        middle = rect.top() + rect.height() // 2
        upper = middle - look.title.descent
        lower = middle + look.small.ascent + 1
        painter.setFont(look.small.font)
        taken = 0
        if hit.number:
            wide = look.small.measure.horizontalAdvance(hit.number)
            painter.setPen(look.soft)
            painter.drawText(right - wide, upper, hit.number)
            taken = wide + look.gap
        if hit.detail:
            painter.setPen(look.mute)
            painter.drawText(left, lower, look.small.fitting(hit.detail, right - left))
        painter.setFont(look.title.font)
        painter.setPen(look.ink)
        painter.drawText(left, upper, look.title.fitting(hit.title, right - left - taken))


class CoveringFrame(QFrame):
    """A frame over a page that is drawn without the page beneath; the page's ground shows at its corners."""

    def event(self, event: QEvent) -> bool:
        """Qt: say so again whenever a style sheet took it back."""
        return _opaque(self, super().event(event), event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the ground, then the frame as the style sheet has it."""
        _cover(self, event, COLOURS.paper)
        option = QStyleOption()
        option.initFrom(self)
        painter = QPainter(self)
        self.style().drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option, painter, self)
        painter.end()


class OpaqueBar(QScrollBar):
    """A scroll bar that covers its ground."""

    def event(self, event: QEvent) -> bool:
        """Qt: as in ``CoveringFrame``."""
        return _opaque(self, super().event(event), event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the ground, then the bar."""
        _cover(self, event, COLOURS.card)
        super().paintEvent(event)


class HitView(QListView):
    """The list of the rows. It covers its ground, so that a key does not draw the page beneath anew."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollBar(OpaqueBar(self))
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Qt: the ground, then the rows."""
        _cover(self.viewport(), event, COLOURS.card)
        super().paintEvent(event)


def _opaque(widget: QWidget, done: bool, event: QEvent) -> bool:
    if event.type() in (QEvent.Type.Polish, QEvent.Type.StyleChange):
        widget.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
    return done


def _cover(widget: QWidget, event: QPaintEvent, colour: str) -> None:
    painter = QPainter(widget)
    painter.fillRect(event.rect(), QColor(colour))
    painter.end()

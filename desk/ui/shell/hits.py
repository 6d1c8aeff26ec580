"""Rows of the search panel: hits in groups, their model and how they are drawn."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desk.ui.runtime.ports import Hit
from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TYPE

GROUPS = {"visit": "Pengunjung", "case": "Permohonan", "letter": "Surat", "ticket": "Antrean"}
AnyIndex = QModelIndex | QPersistentModelIndex
Row = str | Hit


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
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def next_hit(self, row: int, step: int) -> int:
        """The next choosable row from ``row`` going ``step``; ``row`` itself at the end."""
        target = row + step
        while 0 <= target < len(self.rows):
            if isinstance(self.rows[target], Hit):
                return target
            target += step
        return row


class HitDelegate(QStyledItemDelegate):
    """Draws a heading or a hit: title, number at the right, detail below."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: AnyIndex) -> QSize:
        """Qt: headings are lower than hits."""
        row = index.data(Qt.ItemDataRole.UserRole)
        return QSize(scaled(200), scaled(28 if isinstance(row, str) else 44))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: AnyIndex) -> None:
        """Qt: draw one row."""
        row = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        box = rect.adjusted(scaled(12), 0, -scaled(12), 0)
        if isinstance(row, str):
            painter.setFont(font(TYPE.tiny, QFont.Weight.DemiBold))
            painter.setPen(QColor(COLOURS.ink_mute))
            painter.drawText(box, Qt.AlignmentFlag.AlignBottom, row.upper())
        else:
            if state & QStyle.StateFlag.State_Selected:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(COLOURS.focus_ground))
                painter.drawRoundedRect(QRectF(rect.adjusted(4, 1, -4, -1)), 6, 6)
            self._hit(painter, box, row)
        painter.restore()

    @staticmethod
    def _hit(painter: QPainter, box: QRect, hit: Hit) -> None:
        half = box.height() // 2
        upper = QRect(box.left(), box.top(), box.width(), half)
        lower = QRect(box.left(), box.top() + half, box.width(), half - scaled(2))
        painter.setFont(font(TYPE.small))
        painter.setPen(QColor(COLOURS.ink_soft))
        bottom = Qt.AlignmentFlag.AlignBottom
        painter.drawText(upper, bottom | Qt.AlignmentFlag.AlignRight, hit.number)
        taken = painter.fontMetrics().horizontalAdvance(hit.number) + scaled(16 if hit.number else 0)
        detail = painter.fontMetrics().elidedText(hit.detail, Qt.TextElideMode.ElideRight, lower.width())
        painter.setPen(QColor(COLOURS.ink_mute))
        painter.drawText(lower, Qt.AlignmentFlag.AlignVCenter, detail)
        painter.setFont(font(TYPE.body, QFont.Weight.Medium))
        painter.setPen(QColor(COLOURS.ink))
        width = upper.width() - taken
        title = painter.fontMetrics().elidedText(hit.title, Qt.TextElideMode.ElideRight, width)
        painter.drawText(upper, bottom, title)

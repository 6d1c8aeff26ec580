"""The dark sidebar: office, workspace, pages with their counts, and the desk's own facts at the foot."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.ui.runtime.entry import OfficeFace, StaffSession
from desk.ui.shell.standing import StatusLine
from desk.ui.shell.workspace import PageEntry, Workspace
from desk.ui.theme.style import eased, font, scaled
from desk.ui.theme.tokens import COLOURS, RADIUS, TYPE

WIDTH = 208
"""Pixels at text scale 1.0."""
MOST = 99
AIR = 10
"""Pixels at both ends of a line, at any text scale: large words need the room."""


class NavItem(QAbstractButton):
    """A line of the sidebar, drawn by hand: name, count, and which one is shown."""

    def __init__(self, entry: PageEntry, number: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.page_id = entry.page_id
        self.count = 0
        self.setText(entry.title)
        self.setCheckable(True)
        self.setAutoExclusive(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        if number <= 9:
            self.setToolTip(f"{entry.title} · Alt+{number}")
        self._speak()

    def set_count(self, count: int) -> None:
        """Show how much waits there; 0 shows nothing."""
        if count != self.count:
            self.count = count
            self._speak()
            self.updateGeometry()
            self.update()

    def _speak(self) -> None:
        self.setAccessibleName(f"{self.text()}, {self.count} menunggu" if self.count else self.text())

    def sizeHint(self) -> QSize:
        """Qt: one line with air around it."""
        return QSize(scaled(120), scaled(35))

    def heightForWidth(self, width: int) -> int:
        """Qt: a long name goes on to a second line."""
        metrics = QFontMetrics(self._words_font(bold=True))
        fits = metrics.horizontalAdvance(self.text()) <= self._room(width)
        return scaled(35) if fits else scaled(18) + 2 * metrics.lineSpacing()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move between the lines, Enter opens."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() == Qt.Key.Key_Down:
            self.focusNextChild()
        elif event.key() == Qt.Key.Key_Up:
            self.focusPreviousChild()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the line."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS.sidebar_active if self.isChecked() else COLOURS.sidebar_hover))
            painter.drawRoundedRect(box, RADIUS.field, RADIUS.field)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(COLOURS.on_sidebar))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), RADIUS.field, RADIUS.field)
        if self.count:
            self._paint_count(painter)
        painter.setFont(self._words_font(bold=self.isChecked()))
        painter.setPen(QColor("#ffffff" if self.isChecked() else COLOURS.on_sidebar))
        words = QRectF(AIR, 0, self._room(self.width()), box.height())
        middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        painter.drawText(words, int(middle) | int(Qt.TextFlag.TextWordWrap), self.text())
        painter.end()

    def _words_font(self, *, bold: bool) -> QFont:
        return font(TYPE.body, QFont.Weight.DemiBold if bold else QFont.Weight.Normal)

    def _room(self, width: int) -> int:
        """Pixels for the name in a line so wide: what the count leaves."""
        return width - 2 * AIR - 4 - (self._pill_width() if self.count else 0)

    def _counted(self) -> str:
        return str(self.count) if self.count <= MOST else f"{MOST}+"

    def _pill_width(self) -> int:
        metrics = QFontMetrics(font(TYPE.small, QFont.Weight.Bold))
        return max(scaled(21), metrics.horizontalAdvance(self._counted()) + scaled(14))

    def _paint_count(self, painter: QPainter) -> None:
        width, height = self._pill_width(), scaled(18)
        pill = QRectF(self.width() - AIR - width, (self.height() - height) / 2, width, height)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.accent))
        painter.drawRoundedRect(pill, pill.height() / 2, pill.height() / 2)
        painter.setFont(font(TYPE.small, QFont.Weight.Bold))
        painter.setPen(QColor(COLOURS.on_accent))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, self._counted())


class Sidebar(QFrame):
    """Navigation of one workspace.

    Signals:
        chosen(str): page id of the line pressed.
        workspace_chosen(str): id of another workspace of this officer.
    """

    chosen = Signal(str)
    workspace_chosen = Signal(str)

    def __init__(self, face: OfficeFace, session: StaffSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self._face, self._session = face, session
        self.items: list[NavItem] = []
        self._office = self._label(face.short_name or face.name, "office")
        self._label_of_workspace = self._label("", "workspace")
        self._switch = QPushButton()
        self._switch.setObjectName("workspaceChoice")
        self._switch.setToolTip("Ganti ruang kerja · Alt+0")
        self._switch.setShortcut("Alt+0")
        self._lines = QWidget()
        self._nav = QVBoxLayout(self._lines)
        self._nav.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setObjectName("navArea")
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._lines)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._rule = QFrame()
        self._rule.setObjectName("footRule")
        self._foot = self._label("", "footer")
        self._hours = self._label("", "footerSoft")
        self._layout = QVBoxLayout(self)
        head = QVBoxLayout()
        for widget in (self._office, self._label_of_workspace, self._switch):
            head.addWidget(widget)
        feet = QVBoxLayout()
        feet.addWidget(self._foot)
        feet.addWidget(self._hours)
        self._head, self._feet = head, feet
        self._layout.addLayout(head)
        self._layout.addWidget(area, 1)
        self._layout.addWidget(self._rule)
        self._layout.addLayout(feet)
        self.show_face(face)
        self.rescale()

    @staticmethod
    def _label(text: str, name: str) -> QLabel:
        label = QLabel(text)
        label.setObjectName(name)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        return label

    def rescale(self) -> None:
        """Take the text scale in force."""
        self.setFixedWidth(eased(WIDTH, 0.64))
        self._layout.setContentsMargins(10, scaled(20), 10, scaled(24))
        self._layout.setSpacing(scaled(6))
        self._head.setContentsMargins(AIR, 0, scaled(6), 0)
        self._head.setSpacing(scaled(3))
        self._feet.setContentsMargins(AIR, scaled(6), scaled(6), 0)
        self._feet.setSpacing(scaled(2))
        self._nav.setSpacing(scaled(4))
        for item in self.items:
            item.updateGeometry()

    def show_face(self, face: OfficeFace) -> None:
        """Show the office's names, this desk and its hours."""
        self._face = face
        self._office.setText(face.short_name or face.name)
        where = " · ".join(part for part in (self._session.counter, face.device) if part)
        self._foot.setText(where)
        self._foot.setVisible(bool(where))
        self._hours.setText(self._opening())

    def show_status(self, line: StatusLine) -> None:
        """At the foot: the service hours, or in their place what waits to be sent."""
        waiting = line.state != "ok"
        self._hours.setObjectName("footerWarn" if waiting else "footerSoft")
        self._hours.style().polish(self._hours)
        self._hours.setText(line.text if waiting else self._opening())

    def _opening(self) -> str:
        if not self._face.hours:
            return "Hari ini tidak ada layanan"
        return f"Jam layanan {self._face.hours} {self._face.zone}".strip()

    def show_workspace(self, workspace: Workspace, others: Sequence[Workspace]) -> None:
        """Fill the lines for a workspace; with others, its name becomes a menu."""
        self._label_of_workspace.setText(workspace.label)
        self._label_of_workspace.setVisible(not others)
        self._switch.setText(f"{workspace.label}  ▾")
        self._switch.setVisible(bool(others))
        if others:
            menu = QMenu(self._switch)
            for other in others:
                menu.addAction(other.label).setData(other.id)
            menu.triggered.connect(lambda action: self.workspace_chosen.emit(action.data()))
            self._switch.setMenu(menu)
        self._fill(workspace)

    def _fill(self, workspace: Workspace) -> None:
        while (old := self._nav.takeAt(0)) is not None:
            if (widget := old.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.items = []
        shown = [entry for entry in workspace.pages if not entry.hidden]
        for entry in sorted(shown, key=lambda entry: entry.more):
            if entry.more and not any(item.objectName() == "moreItem" for item in self.items):
                self._add_heading("LAINNYA")
            item = NavItem(entry, len(self.items) + 1)
            item.setObjectName("moreItem" if entry.more else "navItem")
            item.clicked.connect(lambda _checked=False, page_id=entry.page_id: self.chosen.emit(page_id))
            self._nav.addWidget(item)
            self.items.append(item)
        self._nav.addStretch(1)

    def _add_heading(self, text: str) -> None:
        heading = self._label(text, "more")
        heading.setContentsMargins(AIR, scaled(14), 0, scaled(4))
        self._nav.addWidget(heading)

    def mark(self, page_id: str) -> None:
        """Show which line is open (none for an unknown page)."""
        for item in self.items:
            item.setAutoExclusive(False)
            item.setChecked(item.page_id == page_id)
            item.setAutoExclusive(True)

    def set_count(self, page_id: str, count: int) -> None:
        """Set the count beside a line."""
        for item in self.items:
            if item.page_id == page_id:
                item.set_count(count)

"""The bar on top: global search, the calm line about the data, and the signed-in officer with a menu."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from desk.ui.runtime.entry import StaffSession
from desk.ui.shell.standing import StatusLine
from desk.ui.theme.style import scaled, tint
from desk.ui.theme.tokens import COLOURS, TONES, Tone

HEIGHT = 56
NEWS = 400
"""Pixels at scale 1.0 kept for passing news where the window is wide enough."""
INVITATIONS = (
    "Cari nama, nomor, antrean, telepon, atau pindai kode…",
    "Cari atau pindai kode…",
    "Cari…",
)
"""What the search field says, the longest that there is room for."""
WIDEST_PERSON = 200
"""Pixels at scale 1.0 for the officer's name and offices."""
_STATES = {"ok": Tone.GOOD, "waiting": Tone.WARN, "attention": Tone.BAD}


class Dot(QWidget):
    """A small coloured disc before the status (the words say the same)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour = COLOURS.ink_mute
        self.rescale()

    def rescale(self) -> None:
        """Take the text scale in force."""
        self.setFixedSize(scaled(8), scaled(8))

    def set_colour(self, colour: str) -> None:
        """Colour as ``#rrggbb``."""
        self._colour = colour
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Qt: draw the disc."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colour))
        painter.drawEllipse(self.rect())
        painter.end()


class SearchBox(QFrame):
    """The search field with its key shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("searchBox")
        self.edit = QLineEdit()
        self.edit.setObjectName("globalSearch")
        self.edit.setAccessibleName("Cari di seluruh kantor")
        self.edit.setPlaceholderText(INVITATIONS[0])
        self.keycap = QLabel("Ctrl K")
        self.keycap.setObjectName("keycap")
        self._row = layout = QHBoxLayout(self)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self.keycap)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        self.rescale()

    def rescale(self) -> None:
        """Take the text scale in force."""
        self._row.setContentsMargins(scaled(11), scaled(4), scaled(11), scaled(4))
        self.setFixedHeight(scaled(36))
        self.setMaximumWidth(scaled(520))
        self.setMinimumWidth(scaled(150))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: say as much as there is room for."""
        super().resizeEvent(event)
        room = self.width() - self.keycap.sizeHint().width() - scaled(46)
        measure = self.edit.fontMetrics().horizontalAdvance
        fits = [words for words in INVITATIONS if measure(words) <= room]
        self.edit.setPlaceholderText(fits[0] if fits else INVITATIONS[-1])

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Draw the box as active while its field has the cursor."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            tint(self, "active", event.type() == QEvent.Type.FocusIn)
        return False


class PersonButton(QPushButton):
    """Name and title of the officer; opens the menu."""

    def __init__(self, session: StaffSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("person")
        self._session, self._offices = session, session.title
        self._name = QLabel()
        self._name.setObjectName("personName")
        self._title = QLabel()
        self._title.setObjectName("personTitle")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 4, 4)
        layout.setSpacing(0)
        for label in (self._name, self._title):
            label.setAlignment(Qt.AlignmentFlag.AlignRight)
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            layout.addWidget(label)
        self.show_title(session.title)

    def show_title(self, title: str) -> None:
        """The offices the officer holds now."""
        self._offices = title
        self.setAccessibleName(f"{self._session.name}, {title}: menu")
        self.setToolTip(f"{self._session.name}\n{title}\nMenu petugas · F10")
        self.rescale()

    def rescale(self) -> None:
        """As wide as the longer line, as high as two; the tooltip has whole what is too long for the bar."""
        self.ensurePolished()
        most = scaled(WIDEST_PERSON)
        offices = self._offices.split(" · ")
        several = f"{offices[0]} +{len(offices) - 1}" if len(offices) > 1 else self._offices
        widths = [
            _say(self._name, most, self._session.name),
            _say(self._title, most, self._offices, several),
        ]
        self.setFixedSize(max(widths) + scaled(14), scaled(44))


def _say(label: QLabel, most: int, *wordings: str) -> int:
    """Show the first wording that takes no more than ``most`` pixels, else the last one's beginning."""
    label.ensurePolished()
    measure = label.fontMetrics()
    fits = [words for words in wordings if measure.horizontalAdvance(words) <= most]
    elided = measure.elidedText(wordings[-1], Qt.TextElideMode.ElideRight, most)
    label.setText(fits[0] if fits else elided)
    return label.sizeHint().width()


class NewsRoom(QWidget):
    """The calm line about the data; passing news stands here for some seconds, so it is kept wide enough.

    Signals:
        asked(): a click on the line; the keyboard has Ctrl+J and the officer's menu for it.
    """

    asked = Signal()

    def __init__(self, dot: Dot, status: QLabel) -> None:
        super().__init__()
        self._dot = dot
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(dot)
        row.addWidget(status)
        for part in (dot, status):
            part.setCursor(Qt.CursorShape.PointingHandCursor)
            part.setToolTip("Hubungan kantor · Ctrl+J")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def rescale(self) -> None:
        """Take the text scale in force."""
        self._row.setSpacing(scaled(8))
        self._dot.rescale()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Qt: a click on dot or words."""
        if self.childAt(event.position().toPoint()) is not None:
            self.asked.emit()

    def sizeHint(self) -> QSize:
        """Qt: room for a sentence and its *Batalkan*."""
        own = super().sizeHint()
        return QSize(max(own.width(), scaled(NEWS)), own.height())


class TopBar(QFrame):
    """Search at the left, status and officer at the right."""

    def __init__(self, session: StaffSession, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("topbar")
        self.search = SearchBox()
        self._dot = Dot()
        self.status = QLabel()
        self.status.setObjectName("status")
        self.news = NewsRoom(self._dot, self.status)
        self.person = PersonButton(session)
        self.menu = QMenu(self.person)
        self._row = layout = QHBoxLayout(self)
        layout.addWidget(self.search, 100)
        layout.addStretch(1)
        layout.addWidget(self.news)
        layout.addWidget(self.person)
        self.rescale()

    def rescale(self) -> None:
        """Take the text scale in force."""
        self.setFixedHeight(scaled(HEIGHT))
        self._row.setContentsMargins(scaled(20), 0, scaled(14), 0)
        self._row.setSpacing(scaled(8))
        self.search.rescale()
        self.news.rescale()
        self.person.rescale()

    def show_status(self, line: StatusLine) -> None:
        """Show the calm line; the colour only repeats what the words say."""
        colours = TONES[_STATES.get(line.state, Tone.NEUTRAL)]
        self._dot.set_colour(colours.mark)
        self.status.setText(line.text)
        tint(self.status, "tone", str(_STATES.get(line.state, Tone.NEUTRAL)))

    def open_menu(self) -> None:
        """Show the officer's menu under the name."""
        corner = self.person.mapToGlobal(self.person.rect().bottomRight())
        self.menu.ensurePolished()
        corner.setX(corner.x() - self.menu.sizeHint().width())
        self.menu.popup(corner)

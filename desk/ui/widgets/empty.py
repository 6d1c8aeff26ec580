"""What an empty place says: what it is for and what to do now."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desk.ui.theme import icons
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import COLOURS
from desk.ui.widgets.buttons import SecondaryButton


class EmptyState(QWidget):
    """An icon, a title, a sentence that says what to do, and maybe the button that does it.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(
        self,
        icon: str,
        title: str,
        text: str = "",
        action: str = "",
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(16), scaled(24), scaled(16), scaled(24))
        column.setSpacing(scaled(8))
        column.addStretch(1)
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(self._picture)
        self.title, self.text = Text("", "heading"), Text("", "muted")
        for part in (self.title, self.text):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        self.button = SecondaryButton(action)
        self.button.clicked.connect(self.acted)
        reveal(self.button, bool(action))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.set(icon, title, text)

    def set(self, icon: str, title: str, text: str = "") -> None:
        """Say something else (nothing found instead of nothing there)."""
        self._picture.setPixmap(icons.pixmap(icon, COLOURS.ink_mute, 40, self.devicePixelRatioF()))
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))

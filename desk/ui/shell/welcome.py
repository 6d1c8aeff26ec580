"""Left side of the sign-in window: whose office this is, and the accounts to choose from."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk.ui.runtime.entry import Account, OfficeFace
from desk.ui.theme.style import scaled

ROWS = 3
DEMO = "Kantor peraga: semua orang dan data di sini rekaan."
DEMO_ACCOUNTS = "Akun peraga: klik, atau tekan ↓ di kolom nama"


class WelcomePanel(QFrame):
    """Office, accounts, device and hours on a dark ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("welcome")
        self._office = self._label("Desk", "welcomeOffice")
        self._about = self._label("Meja layanan kantor penyelenggara pemilihan")
        self._heading = self._label("")
        self._device = self._label("")
        self.accounts = QListWidget()
        self.accounts.setObjectName("accounts")
        self.accounts.setAccessibleName("Akun")
        self.accounts.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(scaled(36), scaled(40), scaled(28), scaled(36))
        layout.setSpacing(scaled(10))
        layout.addWidget(self._office)
        layout.addWidget(self._about)
        layout.addSpacing(scaled(12))
        layout.addWidget(self._heading)
        layout.addWidget(self.accounts, 100)
        layout.addStretch(1)
        layout.addWidget(self._device)
        self._heading.hide()
        self.accounts.hide()

    @staticmethod
    def _label(text: str, name: str = "soft") -> QLabel:
        label = QLabel(text)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def show_face(self, face: OfficeFace) -> None:
        """Show the office, this device and the service hours."""
        self._office.setText(face.name)
        self._about.setText(DEMO if face.demo else "Meja layanan")
        hours = f"Jam layanan {face.hours} {face.zone}" if face.hours else ""
        self._device.setText("\n".join(part for part in (face.device, hours) if part))

    def show_accounts(self, accounts: Sequence[Account], *, demo: bool) -> None:
        """List accounts: name, office held below."""
        self.accounts.clear()
        for account in accounts:
            item = QListWidgetItem(f"{account.name}\n{account.title}")
            item.setToolTip(account.login)
            self.accounts.addItem(item)
        self._heading.setText(DEMO_ACCOUNTS if demo else "Pernah masuk di komputer ini")
        self._heading.setVisible(bool(accounts))
        self.accounts.setVisible(bool(accounts))
        row = self.accounts.sizeHintForRow(0)
        self.accounts.setMinimumHeight(row * min(ROWS, len(accounts)) + 4)
        self.accounts.setMaximumHeight(row * len(accounts) + 4)

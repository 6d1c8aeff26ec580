"""The one-time code of a new device: shown once, large, to copy or to print."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desk.ui.runtime.devices import OneTimeCode
from desk.ui.screens.devices.words import KINDS, in_lines
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, ButtonBar, Card, PrimaryButton, SecondaryButton
from desk.ui.words import full_moment

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext

_ONCE = (
    "Kode ini hanya tampil sekali dan tidak disimpan. Bila hilang sebelum dipakai, cabut perangkat ini lalu "
    "daftarkan lagi."
)
_HOW = (
    "Pada jendela pertama Desk di komputer baru, pilih “Bergabung dengan kantor yang sudah ada”, lalu ketik "
    "kode ini. Huruf besar, spasi, dan tanda hubung tidak berpengaruh."
)


class CodeCard(Card):
    """Stands instead of the list until the administrator is done with the code.

    Signals:
        ended(): the code is put away and gone from here.
    """

    ended = Signal()

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._ctx = ctx
        self._shown: OneTimeCode | None = None
        self.heading, self.until = Text("", "heading"), Text("", "muted")
        self.code = Text("", "title")
        self.code.setAccessibleName("Kode pendaftaran")
        self.code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.code.setContentsMargins(0, scaled(8), 0, scaled(8))
        self.sheet = PrimaryButton("Cetak lembar kode", "Ctrl+P", icon="print")
        self.copy = SecondaryButton("Salin kode", "F6")
        self.end = SecondaryButton("Selesai", "F9")
        self.sheet.clicked.connect(self._print)
        self.copy.clicked.connect(self._copy)
        self.end.clicked.connect(self._end)
        for part in (self.heading, self.until, self.code, Banner(_ONCE, Tone.WARN), Text(_HOW)):
            self.add(part)
        self.body.addStretch(1)
        self.add(ButtonBar((self.sheet, self.copy), (self.end,)))

    def show_code(self, code: OneTimeCode) -> None:
        """Show a new code."""
        self._shown = code
        self.heading.setText(f"Kode untuk {code.label}")
        self.until.setText(f"{KINDS[code.kind]} · berlaku sekali, sampai {full_moment(code.ends_at)}")
        self.code.setText(in_lines(code.code))

    def focus_first(self) -> None:
        """Printing it comes first."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        if self._shown is not None:
            QGuiApplication.clipboard().setText(self._shown.code)
            self._ctx.toast("Kode disalin.", tone="done")

    def _print(self) -> None:
        shown = self._shown
        if shown is not None:
            self._ctx.print_paper(
                "enrolment_sheet",
                "",
                code=in_lines(shown.code),
                device=shown.label,
                used_for=KINDS[shown.kind],
                ends_at=shown.ends_at,
            )

    def _end(self) -> None:
        self._shown = None
        self.code.setText("")
        self.ended.emit()

"""Drawers of the page of devices: enrol one, revoke one; each asks for the administrator's password."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.rules.errors import DeskError
from desk.settings import device_name
from desk.ui.fields import Choice, ChoiceField, SecretField, TextField
from desk.ui.runtime.devices import DeviceRow, OneTimeCode, ServerKey, ServerStanding
from desk.ui.screens.devices.words import KINDS, WRONG_LOGIN, seen_words, trouble_words
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, PrimaryButton, ProgressLine

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext

T = TypeVar("T")

PASSWORD = "Kata sandi administrator server"  # noqa: S105 - a label
MISSING = "Isi kata sandi administrator server."
CONTACTING = "Menghubungi server kantor…"
_NAME = "Huruf kapital, angka, dan tanda hubung, mis. LOKET-2; tercetak pada nomor sementara."
_END = (
    "{} langsung terputus dan tidak dapat masuk lagi. Data di komputer itu tetap ada; pekerjaan yang belum "
    "terkirim dari sana menunggu sampai komputer itu didaftarkan ulang dengan kode baru."
)
_FOR_GOOD = "Pencabutan tidak dapat dibatalkan."
_OWN = "Ini komputer yang sedang Anda pakai: sesudah dicabut, ia bekerja tanpa server."


class ServerForm(QWidget):
    """Asks for the password, does its work off the UI thread, says beside the fields what was refused."""

    def __init__(self, ctx: "ScreenContext", login: str, button: PrimaryButton) -> None:
        super().__init__()
        self.ctx, self._login, self.button = ctx, login, button
        self.password = SecretField(PASSWORD, hint=f"Akun {login}. Tidak disimpan.")
        self.password.line.returnPressed.connect(self.submit)
        self.trouble = Banner()
        self.progress = ProgressLine(CONTACTING, cancellable=False)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(scaled(12))
        button.clicked.connect(self.submit)

    def lay_out(self, *parts: QWidget) -> None:
        """The form's own parts, then the password."""
        for part in (*parts, self.password, self.progress, self.trouble):
            self._column.addWidget(part)
        self._column.addStretch(1)
        self._busy(False)

    def ready(self) -> bool:
        """Mark what is missing; whether nothing is."""
        if self.password.value():
            return True
        self.password.mark(MISSING)
        self.password.setFocus()
        return False

    def submit(self) -> None:
        """The button."""
        raise NotImplementedError

    def start(self, work: Callable[[ServerKey], T], done: Callable[[T], object]) -> None:
        """Do the work with what is typed; the password is gone from the field at once."""
        key = ServerKey(self._login, self.password.take())
        self._busy(True)
        self.trouble.say("")
        self.ctx.run(lambda _task: work(key), done, self._refused)

    def refused(self, error: DeskError) -> bool:
        """Say an error beside its field; False where it belongs to none."""
        if trouble_words(error) != WRONG_LOGIN:
            return False
        self.password.mark(WRONG_LOGIN)
        return True

    def _refused(self, error: BaseException) -> None:
        from shiboken6 import isValid

        if not isValid(self):
            self.ctx.say_error(error)
            return
        self._busy(False)
        if not isinstance(error, DeskError):
            self.ctx.say_error(error)
        elif not self.refused(error):
            self.trouble.say(trouble_words(error), Tone.WARN)
        self.password.setFocus()

    def _busy(self, busy: bool) -> None:
        self.button.setEnabled(not busy)
        self.setEnabled(not busy)
        reveal(self.progress, busy)


class EnrolForm(ServerForm):
    """Name and class of a new device."""

    def __init__(
        self,
        ctx: "ScreenContext",
        login: str,
        made: Callable[[tuple[OneTimeCode, ServerStanding]], object],
    ) -> None:
        super().__init__(ctx, login, PrimaryButton("Buat kode", "Ctrl+Return"))
        self._made = made
        kinds = ctx.ports.devices.kinds()
        self._sees = {one.kind: seen_words(one.scopes) for one in kinds}
        self.name = TextField("Nama perangkat", required=True, max_length=20, hint=_NAME)
        self.kind = ChoiceField("Dipakai untuk", [Choice(one.kind, KINDS[one.kind]) for one in kinds])
        self.kind.set_value(kinds[0].kind)
        self.kind.changed.connect(self._tell)
        self.lay_out(self.name, self.kind)
        self._tell()

    def _tell(self) -> None:
        self.kind.set_hint(f"Menerima data {self._sees[self.kind.value() or '']}.")

    def submit(self) -> None:
        """Make the device, or say what is missing."""
        label, kind = self.name.value(), self.kind.value() or ""
        if device_name(label) != label:
            self.name.mark(
                "Pakai huruf kapital, angka, dan tanda hubung." if label else "Isi nama perangkat."
            )
            self.name.setFocus()
        elif self.ready():
            devices = self.ctx.ports.devices
            self.start(lambda key: devices.enrol(key, label, kind), self._made)

    def refused(self, error: DeskError) -> bool:
        """See `ServerForm.refused`."""
        if error.code == "label_taken":
            self.name.mark("Nama ini sudah dipakai. Cabut perangkat yang lama, atau pilih nama lain.")
            return True
        return super().refused(error)


class RevokeForm(ServerForm):
    """What a revocation means; the password confirms it."""

    def __init__(
        self,
        ctx: "ScreenContext",
        login: str,
        row: DeviceRow,
        own: bool,
        ended: Callable[[ServerStanding], object],
    ) -> None:
        super().__init__(ctx, login, PrimaryButton(f"Cabut {row.label}", "Ctrl+Return"))
        self._row, self._ended = row, ended
        warning = Banner(f"{_FOR_GOOD} {_OWN}" if own else _FOR_GOOD, Tone.WARN)
        self.lay_out(Text(_END.format(row.label)), warning)

    def submit(self) -> None:
        """End the device."""
        if self.ready():
            devices, label = self.ctx.ports.devices, self._row.label
            self.start(lambda key: devices.revoke(key, label), self._ended)

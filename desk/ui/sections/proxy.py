"""Somebody who acts for the applicant, with the power of attorney."""

from collections.abc import Callable
from datetime import date

from desk.services.common import ProxyDraft
from desk.ui.fields import DateField, NikField, PhoneField, TextField
from desk.ui.fields.checks import TickBox
from desk.ui.sections.applicant import odd_nik
from desk.ui.sections.base import D, Section, change, look
from desk.ui.theme.style import reveal


class ProxySection(Section[D]):
    """``draft.proxy``: ticked on, it asks for name, identity, telephone and the power of attorney."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.tick = TickBox("Diwakili kuasa", "Pemohon mengirim orang lain dengan surat kuasa.")
        self.add(self.tick)
        self.bind("proxy.name", TextField("Nama penerima kuasa", required=True))
        self.nik = NikField("NIK penerima kuasa", check=odd_nik)
        self.bind("proxy.identity_number", self.nik)
        self.bind("proxy.phone", PhoneField("Telepon penerima kuasa"))
        self.bind("proxy.letter_number", TextField("Nomor surat kuasa"))
        self.bind("proxy.letter_date", DateField("Tanggal surat kuasa", today=today))
        self.tick.toggled.connect(self._toggled)
        self._shape()

    def cover_identity(self) -> None:
        """The number is not for this officer: it stays as it is, unseen."""
        self.nik.setEnabled(False)

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        proxy = look(draft, "proxy")
        self.tick.blockSignals(True)
        self.tick.setChecked(proxy is not None)
        self.tick.blockSignals(False)
        super().show(change(draft, "proxy", proxy or ProxyDraft()))
        self._shape()

    def read(self, draft: D) -> D:
        """See `Section.read`; without the tick there is no proxy."""
        if not self.tick.isChecked():
            return change(draft, "proxy", None)  # type: ignore[no-any-return]
        return super().read(change(draft, "proxy", look(draft, "proxy") or ProxyDraft()))

    def _toggled(self, on: bool) -> None:
        self._shape()
        if on:
            self.binds[0].field.setFocus()
        self.changed.emit()

    def _shape(self) -> None:
        for one in self.binds:
            reveal(one.field, self.tick.isChecked())
        self.reshaped.emit()

"""Somebody who acts for the applicant, with the power of attorney."""

from collections.abc import Callable
from datetime import date

from desk.services.common import ProxyDraft
from desk.ui.fields import DateField, NikField, PhoneField, TextField
from desk.ui.sections.applicant import odd_nik
from desk.ui.sections.base import D, change, look
from desk.ui.sections.ticked import TickedSection


class ProxySection(TickedSection[D]):
    """``draft.proxy``: ticked on, it asks for name, identity, telephone and the power of attorney."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__("Diwakili kuasa", "Pemohon mengirim orang lain dengan surat kuasa.")
        self.add(self.tick)
        self.bind("proxy.name", TextField("Nama penerima kuasa", required=True))
        self.nik = NikField("NIK penerima kuasa", check=odd_nik)
        self.bind("proxy.identity_number", self.nik)
        self.bind("proxy.phone", PhoneField("Telepon penerima kuasa"))
        self.bind("proxy.letter_number", TextField("Nomor surat kuasa"))
        self.bind("proxy.letter_date", DateField("Tanggal surat kuasa", today=today))
        self.shape()

    def cover_identity(self) -> None:
        """The number is not for this officer: it stays as it is, unseen."""
        self.nik.setEnabled(False)

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        proxy = look(draft, "proxy")
        super().show(change(draft, "proxy", proxy or ProxyDraft()))
        self.set_ticked(proxy is not None)

    def read(self, draft: D) -> D:
        """See `Section.read`; without the tick there is no proxy."""
        if not self.tick.isChecked():
            return change(draft, "proxy", None)  # type: ignore[no-any-return]
        return super().read(change(draft, "proxy", look(draft, "proxy") or ProxyDraft()))

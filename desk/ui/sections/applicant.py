"""Who asks: a person, or a body with the person who speaks for it (form B)."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit

from desk.rules.intake import APPLICANT_LABELS, IDENTITY_LABELS, ApplicantKind, IdentityKind
from desk.services.common import ApplicantDraft, identity_problems
from desk.ui.fields import ChoiceField, Field, NikField, PhoneField, TextField
from desk.ui.sections.base import D, Part, Section, change, look
from desk.ui.sections.words import choices
from desk.ui.theme.style import reveal


def odd_nik(number: str) -> str | None:
    """What is unusual about a NIK, None when nothing is; it never stops anybody (facts.md, "Identity")."""
    found = identity_problems(IdentityKind.KTP, number, "")
    return found[0].message if found else None


_CALLED = {
    ApplicantKind.PERSON: ("Nama pemohon", ""),
    ApplicantKind.PARTY: ("Nama pimpinan partai", "Partai politik"),
    ApplicantKind.DPRD: ("Nama pimpinan DPRD", "Nama DPRD"),
    ApplicantKind.UNIVERSITY: ("Nama pejabat atau pembawa surat", "Perguruan tinggi"),
    ApplicantKind.STUDENT: ("Nama mahasiswa", "Perguruan tinggi"),
    ApplicantKind.ORGANISATION: ("Nama pengurus", "Nama organisasi"),
}
"""What the names of the person and of the body are called on the form."""

_FOUNDED = frozenset({ApplicantKind.BODY, ApplicantKind.ORGANISATION})
"""Kinds that show a deed of establishment (L3/III.A, L7)."""


class ApplicantSection(Section[D]):
    """Kind, name, body, identity number, telephone of ``draft.applicant``.

    `came_from(text)` says under the name where it was taken from.
    """

    def __init__(self, kinds: Sequence[ApplicantKind], *, identity: bool = True) -> None:
        super().__init__()
        self._asks_identity = identity
        self.name = TextField("Nama pemohon", required=True)
        self.kind = ChoiceField("Pemohon", choices(APPLICANT_LABELS, kinds))
        self.body_name = TextField("Nama badan atau lembaga", required=True)
        self.deed = TextField("Nomor akta pendirian / pengesahan")
        self.nik = NikField("NIK", check=odd_nik)
        self.number = TextField("Nomor identitas")
        self.phone = PhoneField()
        self.bind("applicant.name", self.name)
        self.bind("applicant.kind", self.kind, read=ApplicantKind, shown=str)
        self.bind("applicant.body_name", self.body_name)
        self.bind("applicant.body_deed", self.deed)
        for field in (self.nik, self.number):
            self.parts.append(Part(field))
            self.watch("applicant.identity_number", field)
        self.bind("applicant.phone", self.phone)
        self.kind.changed.connect(self._shape)
        self._identity, self._source = IdentityKind.KTP, ""
        self._shape()

    def came_from(self, text: str) -> None:
        """Say under the name where name, telephone and institution were taken from."""
        if text != self._source:
            self._source = text
            self.name.set_hint(text)

    def cover_identity(self) -> None:
        """The number is not for this officer: it stays as it is, unseen."""
        self.nik.setEnabled(False)
        self.number.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.number.setEnabled(False)

    def identity(self, kind: IdentityKind) -> None:
        """Ask for the number of this kind of identity."""
        if kind is self._identity:
            return
        number = self._number()
        self._identity = kind
        self._write_number(number)
        self._shape()

    def show(self, draft: D) -> None:
        """See `Section.show`."""
        super().show(draft)
        applicant: ApplicantDraft = look(draft, "applicant")
        self._identity = applicant.identity_kind
        self._write_number(applicant.identity_number)
        self._shape()

    def read(self, draft: D) -> D:
        """See `Section.read`; a person has no body."""
        draft = change(super().read(draft), "applicant.identity_number", self._number())
        applicant: ApplicantDraft = look(draft, "applicant")
        if applicant.kind is ApplicantKind.PERSON:
            applicant = replace(applicant, body_name="", body_deed="")
        return change(draft, "applicant", applicant)  # type: ignore[no-any-return]

    def places(self) -> list[tuple[str, Field[Any]]]:
        """See `Section.places`."""
        own = self.nik if self._identity is IdentityKind.KTP else self.number
        found = super().places()
        found.insert(4, ("applicant.identity_number", own))
        return found

    def field(self, path: str) -> Field[Any] | None:
        """See `Section.field`."""
        return next((field for known, field in self.places() if known == path), None)

    def _number(self) -> str:
        return self.nik.value() if self._identity is IdentityKind.KTP else self.number.value()

    def _write_number(self, number: str) -> None:
        ktp = self._identity is IdentityKind.KTP
        self.put(self.nik, number if ktp else "")
        self.put(self.number, "" if ktp else number)

    def _shape(self) -> None:
        kind = ApplicantKind(self.kind.value() or ApplicantKind.PERSON)
        body = kind is not ApplicantKind.PERSON
        ktp = self._identity is IdentityKind.KTP
        asked = self._asks_identity
        for field, wanted in (
            (self.body_name, body),
            (self.deed, kind in _FOUNDED),
            (self.nik, ktp and asked),
            (self.number, not ktp and asked),
        ):
            reveal(field, wanted)
        person, of_body = _CALLED.get(kind, ("Nama yang mewakili badan", "Nama badan atau lembaga"))
        self.name.set_label(person)
        self.body_name.set_label(of_body)
        self.number.set_label(f"Nomor {IDENTITY_LABELS[self._identity].lower()}")
        self.reshaped.emit()


class ContactSection(Section[D]):
    """Address, occupation, e-mail and kind of identity of ``draft.applicant``: the rest of form B."""

    def __init__(self, *, identity: bool = True) -> None:
        super().__init__("Data pelengkap")
        self.address = TextField("Alamat")
        self.occupation = TextField("Pekerjaan")
        self.email = TextField("Surel", placeholder="nama@contoh.id")
        self.identity_kind = ChoiceField("Jenis identitas", choices(IDENTITY_LABELS))
        self.bind("applicant.address", self.address, span=2)
        self.bind("applicant.occupation", self.occupation)
        self.bind("applicant.email", self.email)
        if identity:
            self.bind("applicant.identity_kind", self.identity_kind, read=IdentityKind, shown=str)

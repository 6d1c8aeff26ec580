"""The forms of complaints: the complaint itself, telaah, examinations, discipline, follow-up (S4, R6)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, IdentityKind
from desk.services.pengaduan import KIND_LABELS, MANNER_LABELS, Kind, Manner, PengaduanDraft
from desk.services.pengaduan_entries import (
    CRIMINAL,
    INSPECTIONS,
    RESULTS,
    WAYS,
)
from desk.ui.fields import ChoiceField, Field, TextField
from desk.ui.forms.entry_form import FieldsForm, choices_of, word
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.complaint import ComplaintSection, OccasionSection


class PengaduanForm(ServiceForm):
    """Unique here: a spoken complaint, a suggestion or praise needs the description alone."""

    slug = "pengaduan"
    draft_type = PengaduanDraft

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        service = ground.service
        self.occasion: OccasionSection[PengaduanDraft] = OccasionSection(ground.standard.services)
        self.arrival: ArrivalSection[PengaduanDraft] = ArrivalSection(service.channels)
        self.applicant: ApplicantSection[PengaduanDraft] = ApplicantSection(service.applicants)
        self.complaint: ComplaintSection[PengaduanDraft] = ComplaintSection(today)
        self.contact: ContactSection[PengaduanDraft] = ContactSection()
        self._sections: tuple[Section[Any], ...] = (
            self.occasion,
            self.applicant,
            self.complaint,
            self.contact,
            self.arrival,
        )
        for one in self._sections:
            one.changed.connect(self._follow)

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def begin(self, known: Known) -> PengaduanDraft:
        """See `ServiceForm.begin`."""
        return PengaduanDraft(
            channel=known.channel,
            applicant=replace(known.applicant, body_name=known.institution),
            description=known.text,
            note=known.note,
        )

    def told(self, _judged: Judged, source: str) -> None:
        """See `ServiceForm.told`."""
        self._follow()
        self.applicant.came_from(source)

    def registered(self, *, whole: bool) -> None:
        """See `ServiceForm.registered`."""
        if not whole:
            self.applicant.cover_identity()

    def title_of(self, draft: PengaduanDraft) -> str:
        """What kind it is and its first words."""
        return " · ".join(part for part in (KIND_LABELS[draft.kind], draft.description) if part)

    def manner(self, draft: PengaduanDraft) -> str:
        """Spoken or written, by which channel."""
        return f"{MANNER_LABELS[draft.manner].lower()} · {CHANNEL_LABELS[draft.channel].lower()}"

    def first_field(self, draft: PengaduanDraft) -> Field[Any]:
        """What it is about; the description once it is known who came."""
        return self.complaint.description if draft.applicant.name else self.applicant.name

    def _follow(self) -> None:
        report = self.occasion.kind.value() in (None, Kind.REPORT.value)
        spoken = self.occasion.manner.value() == Manner.SPOKEN.value
        self.complaint.shape(short=spoken or not report)
        kind = self.contact.identity_kind.value()
        if kind is not None:
            self.applicant.identity(IdentityKind(kind))


class ReviewForm(FieldsForm):
    """The telaah."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        self.part.bind("way", ChoiceField("Jalan yang diusulkan", choices_of(WAYS), required=True), read=word)
        self.long("finding", "Hasil telaah")


class InspectionForm(FieldsForm):
    """An examination of the internal oversight."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        kinds = ChoiceField("Jenis pemeriksaan", choices_of(INSPECTIONS), required=True)
        self.part.bind("kind", kinds, read=word)
        self.day("held_on", "Tanggal pemeriksaan")
        self.long("finding", "Hasil pemeriksaan")
        self.part.bind("criminal", ChoiceField("Ada unsur pidana", choices_of(CRIMINAL)), read=word, span=2)


class DisciplineForm(FieldsForm):
    """A disciplinary measure."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        self.part.bind("whom", TextField("Pegawai yang dikenai", required=True))
        self.day("dated", "Tanggal tindakan")
        self.long("measure", "Tindakan disiplin")
        self.part.bind("decree", TextField("Dasar atau nomor keputusan"), span=2)


class FollowUpForm(FieldsForm):
    """The report of a follow-up, by the section or by the internal oversight."""

    def fill(self) -> None:
        """See `FieldsForm.fill`."""
        self.long("done", "Tindakan yang dilakukan")
        self.day("done_on", "Selesai pada")
        self.part.bind("result", ChoiceField("Hasil", choices_of(RESULTS), required=True), read=word)
        self.part.bind("advice", TextField("Saran perbaikan"), span=2)


FORM = PengaduanForm
ENTRIES = {
    "telaah": ReviewForm,
    "pemeriksaan": InspectionForm,
    "disiplin": DisciplineForm,
    "tindak_lanjut": FollowUpForm,
}

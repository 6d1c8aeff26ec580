"""The form of a public-information request (form B, S3), by form or by letter to the chair."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, IdentityKind
from desk.services.informasi import Category, Content, InformasiDraft, Path
from desk.ui.fields import Field
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.base import Section
from desk.ui.sections.information import InformationSection, ObtainSection, OriginSection
from desk.ui.sections.intake import IntakeSection
from desk.ui.sections.letter import LetterSection
from desk.ui.sections.proxy import ProxySection


class InformasiForm(ServiceForm):
    """Unique here: the letter shows with its path, and the content says which limit it picks."""

    slug = "informasi"
    draft_type = InformasiDraft

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.intake: IntakeSection[InformasiDraft] = IntakeSection(ground.service.channels)
        self.letter: LetterSection[InformasiDraft] = LetterSection(today)
        self.applicant: ApplicantSection[InformasiDraft] = ApplicantSection(ground.service.applicants)
        self.information: InformationSection[InformasiDraft] = InformationSection()
        self.contact: ContactSection[InformasiDraft] = ContactSection()
        self.proxy: ProxySection[InformasiDraft] = ProxySection(today)
        self._sections: tuple[Section[Any], ...] = (
            self.intake,
            self.letter,
            self.applicant,
            self.information,
            ObtainSection(),
            self.contact,
            OriginSection(ground.standard.source_required),
            self.proxy,
        )
        for one in self._sections:
            one.changed.connect(self._follow)

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def begin(self, known: Known) -> InformasiDraft:
        """See `ServiceForm.begin`."""
        return InformasiDraft(
            path=Path.LETTER if known.by_letter else Path.FORM,
            channel=known.channel,
            applicant=known.applicant,
            information=known.text,
            eppid_number=known.number,
            note=known.note,
        )

    def told(self, judged: Judged, source: str) -> None:
        """Say which limit the content picks, by the narrow reading unless the office chose the wide one."""
        self._follow()
        self.applicant.came_from(source)
        self.information.explain(limit_hint(judged, self.information.content.value()))

    def registered(self, *, whole: bool) -> None:
        """See `ServiceForm.registered`; the path is that of the case for good."""
        self.intake.fix_path()
        if not whole:
            self.applicant.cover_identity()
            self.proxy.cover_identity()

    def title_of(self, draft: InformasiDraft) -> str:
        """Name and what is wanted."""
        who = draft.applicant.body_name or draft.applicant.name or "Tanpa nama"
        return f"{who} · {draft.information}" if draft.information else who

    def manner(self, draft: InformasiDraft) -> str:
        """``datang langsung``, ``surat · e-PPID``."""
        words = CHANNEL_LABELS[draft.channel]
        words = words if words.startswith(("e-", "WhatsApp", "Instagram", "X", "Facebook")) else words.lower()
        letter = draft.path is Path.LETTER and words != "surat"
        return f"surat · {words}" if letter else words

    def first_field(self, draft: InformasiDraft) -> Field[Any]:
        """The name, or what is wanted once the name is known."""
        return self.information.information if draft.applicant.name else self.applicant.name

    def _follow(self) -> None:
        self.letter.wanted(self.intake.is_letter())
        kind = self.contact.identity_kind.value()
        if kind is not None:
            self.applicant.identity(IdentityKind(kind))


FORM = InformasiForm


def limit_hint(judged: Judged, content: str | None) -> str:
    """Which limit a content picks, and why (L3/III.B.3.i.4, L3/III.C)."""
    short = judged.intake.category == Category.STAGE.value
    if short and judged.stage is not None:
        return f"Batas singkat: {judged.stage.name} sedang berjalan."
    if short:
        return "Batas singkat untuk semua informasi Pemilu (pengaturan kantor)."
    if content == Content.ELECTION.value:
        return "Batas umum: hari ini tidak ada tahapan yang berjalan."
    days = judged.limit.days if judged.limit is not None else None
    return f"Batas umum, {days} hari kerja." if days else "Tanpa batas waktu."

"""The forms of objections: form F at the counter, the team's advice, the applicant's response (S3k)."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, IdentityKind
from desk.services.catalog import EntryGround
from desk.services.informasi import Category
from desk.services.keberatan import KeberatanDraft
from desk.services.keberatan_answers import OPINIONS, STANCES, Consideration, Response
from desk.ui.fields import Choice, ChoiceField, DateField, Field, TextAreaField
from desk.ui.forms.entry_form import EntryForm
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.objection import ReasonsSection, RequestSection
from desk.ui.sections.proxy import ProxySection


class KeberatanForm(ServiceForm):
    """Unique here: the request, the reasons, and what the scope says about the limit."""

    slug = "keberatan"
    draft_type = KeberatanDraft

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.applicant: ApplicantSection[KeberatanDraft] = ApplicantSection(ground.service.applicants)
        self.request: RequestSection[KeberatanDraft] = RequestSection()
        self.reasons: ReasonsSection[KeberatanDraft] = ReasonsSection(today)
        self.contact: ContactSection[KeberatanDraft] = ContactSection()
        self.proxy: ProxySection[KeberatanDraft] = ProxySection(today)
        self._sections: tuple[Section[Any], ...] = (
            self.applicant,
            self.request,
            self.reasons,
            self.contact,
            ArrivalSection(ground.service.channels, eppid=True),
            self.proxy,
        )
        self.contact.changed.connect(self._follow)

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def begin(self, known: Known) -> KeberatanDraft:
        """See `ServiceForm.begin`; what somebody wrote is their case in short."""
        return KeberatanDraft(
            channel=known.channel,
            applicant=known.applicant,
            story=known.text,
            eppid_number=known.number,
            note=known.note,
        )

    def told(self, judged: Judged, source: str) -> None:
        """Say which limit the scope picks (L3/III.B.4.d)."""
        self._follow()
        self.applicant.came_from(source)
        self.request.explain(limit_hint(judged))

    def registered(self, *, whole: bool) -> None:
        """See `ServiceForm.registered`."""
        if not whole:
            self.applicant.cover_identity()
            self.proxy.cover_identity()

    def title_of(self, draft: KeberatanDraft) -> str:
        """Name and what was asked for."""
        who = draft.applicant.body_name or draft.applicant.name or "Tanpa nama"
        return f"{who} · {draft.information}" if draft.information else who

    def manner(self, draft: KeberatanDraft) -> str:
        """``datang langsung``, ``e-PPID``."""
        words = CHANNEL_LABELS[draft.channel]
        return words if words.startswith(("e-", "WhatsApp", "Instagram", "X", "Facebook")) else words.lower()

    def first_field(self, draft: KeberatanDraft) -> Field[Any]:
        """The name; once it is known the request, and once that is known the reasons."""
        if not draft.applicant.name:
            return self.applicant.name
        return self.reasons.reasons if draft.information else self.request.number

    def _follow(self) -> None:
        kind = self.contact.identity_kind.value()
        if kind is not None:
            self.applicant.identity(IdentityKind(kind))


def limit_hint(judged: Judged) -> str:
    """Which limit the scope picks, and why."""
    if judged.limit is None or judged.limit.days is None:
        return "Tanpa batas waktu."
    if judged.intake.category == Category.STAGE.value and judged.stage is not None:
        return f"Batas singkat, {judged.limit.days} hari kerja: {judged.stage.name} sedang berjalan."
    return f"Batas umum, {judged.limit.days} hari kerja sejak dicatat dalam register."


def _options(words: Mapping[str, str]) -> list[Choice]:
    return [Choice(key, text) for key, text in words.items()]


class ConsiderationForm(EntryForm):
    """What Tim Pertimbangan advises, and why."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        part: Section[Consideration] = Section()
        opinion = ChoiceField("Saran kepada Atasan PPID", _options(OPINIONS), required=True)
        part.bind("opinion", opinion, span=2, shown=_chosen, read=_word)
        part.bind("text", TextAreaField("Pertimbangan", required=True, lines=5, most=14), span=2)
        self._sections = (part,)

    def sections(self) -> Sequence[Section[Any]]:
        """See `EntryForm.sections`."""
        return self._sections


class ResponseForm(EntryForm):
    """What the applicant says to the answer."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        part: Section[Response] = Section()
        stance = ChoiceField("Tanggapan pemohon", _options(STANCES), required=True)
        part.bind("stance", stance, span=2, shown=_chosen, read=_word)
        part.bind("said_on", DateField("Tanggal tanggapan", today=today, latest=today()))
        part.bind("text", TextAreaField("Catatan", lines=2, most=6), span=2)
        self._sections = (part,)

    def sections(self) -> Sequence[Section[Any]]:
        """See `EntryForm.sections`."""
        return self._sections


def _chosen(word: str) -> str | None:
    return word or None


def _word(chosen: str | None) -> str:
    return chosen or ""


FORM = KeberatanForm
ENTRIES = {"pertimbangan": ConsiderationForm, "tanggapan": ResponseForm}

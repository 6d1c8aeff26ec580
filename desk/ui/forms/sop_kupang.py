"""The forms of public service in Kota Kupang: the request, identification, consultation, direction (S10)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, ApplicantKind, Channel
from desk.services.catalog import EntryGround
from desk.services.kupang_entries import NEEDS, Consultation, Direction, Identification
from desk.services.sop_kupang import TRACK_LABELS, SopKupangDraft, Track, leaders
from desk.ui.fields import ChipChoice, Choice, Field, TextAreaField
from desk.ui.forms.entry_form import OneSection
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.letter_form import letter_of, noted
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.kupang import MeetingSection
from desk.ui.sections.letter import LetterSection
from desk.ui.sections.track import TrackSection
from desk.ui.theme.style import reveal


class SopKupangForm(ServiceForm):
    """Unique here: spoken, only who asks, what for and who is to be met; by letter, the letter."""

    slug = "sop_kupang"
    draft_type = SopKupangDraft

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        service, standard = ground.service, ground.standard
        met = [Choice(role, standard.short_title(role)) for role in leaders(service)]
        self.track: TrackSection[SopKupangDraft] = TrackSection(Track, TRACK_LABELS)
        self.letter: LetterSection[SopKupangDraft] = LetterSection(today)
        self.applicant: ApplicantSection[SopKupangDraft] = ApplicantSection(service.applicants)
        self.meeting: MeetingSection[SopKupangDraft] = MeetingSection(met)
        self.contact: ContactSection[SopKupangDraft] = ContactSection(identity=False)
        self.arrival: ArrivalSection[SopKupangDraft] = ArrivalSection(service.channels)
        self._sections: tuple[Section[Any], ...] = (
            self.track,
            self.letter,
            self.applicant,
            self.meeting,
            self.contact,
            self.arrival,
        )
        self.track.changed.connect(self._follow)
        self._follow()

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def begin(self, known: Known) -> SopKupangDraft:
        """See `ServiceForm.begin`; what did not come in person is a letter, on paper or electronic."""
        who = known.applicant
        if known.institution:
            who = replace(who, kind=ApplicantKind.BODY, body_name=known.institution)
        written = known.by_letter or known.channel is not Channel.IN_PERSON
        offered = known.channel in self.ground.service.channels
        return SopKupangDraft(
            channel=known.channel if offered else Channel.LETTER,
            applicant=who,
            track=Track.LETTER if written else Track.SPOKEN,
            letter=letter_of(known) if written else None,
            purpose="" if written else known.text,
            note=noted(known) if written else known.note,
        )

    def told(self, _judged: Judged, source: str) -> None:
        """See `ServiceForm.told`."""
        self._follow()
        self.applicant.came_from(source)

    def registered(self, *, whole: bool) -> None:
        """See `ServiceForm.registered`; the track is that of the case for good."""
        self.track.fix()
        if not whole:
            self.applicant.cover_identity()

    def title_of(self, draft: SopKupangDraft) -> str:
        """Name and what it is about."""
        who = draft.applicant.body_name or draft.applicant.name or "Tanpa nama"
        about = draft.purpose if draft.track is Track.SPOKEN or draft.letter is None else draft.letter.subject
        return f"{who} · {about}" if about else who

    def manner(self, draft: SopKupangDraft) -> str:
        """Spoken, or by which channel the letter came."""
        if draft.track is Track.SPOKEN:
            return "disampaikan langsung"
        words = CHANNEL_LABELS[draft.channel]
        return "surat" if words == "Surat" else f"surat · {words}"

    def first_field(self, draft: SopKupangDraft) -> Field[Any]:
        """The sender of a letter; else the name, and once it is known the purpose."""
        if draft.track is Track.LETTER:
            return self.letter.binds[0].field
        return self.meeting.purpose if draft.applicant.name else self.applicant.name

    def _follow(self) -> None:
        letter = self.track.value() == Track.LETTER.value
        self.letter.wanted(letter)
        self.meeting.wanted(not letter)
        for section in (self.contact, self.arrival):
            for one in section.binds:
                reveal(one.field, letter or one.path == "note")
            section.reshaped.emit()


class IdentificationForm(OneSection):
    """Which data the letter asks for."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Identification] = Section()
        data = TextAreaField("Data yang diminta", required=True, lines=3, most=8, hint=_BY_SUBJECT)
        self.part.bind("data", data, span=2)
        self.part.bind("note", TextAreaField("Keterangan", lines=2, most=5), span=2)


_BY_SUBJECT = "Menurut perihal dan isi surat."


class ConsultationForm(OneSection):
    """Why a division is asked, and what."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Consultation] = Section()
        need = ChipChoice("Alasan", [Choice(key, words) for key, words in NEEDS.items()], required=True)
        self.part.bind("need", need, span=2, shown=lambda key: key or None, read=lambda key: key or "")
        asked = TextAreaField("Hal yang dikonsultasikan", required=True, lines=3, most=8)
        self.part.bind("asked", asked, span=2)


class DirectionForm(OneSection):
    """What the division said."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Direction] = Section()
        self.part.bind("text", TextAreaField("Arahan divisi", required=True, lines=3, most=8), span=2)


FORM = SopKupangForm
ENTRIES = {
    "identifikasi": IdentificationForm,
    "konsultasi": ConsultationForm,
    "arahan": DirectionForm,
}

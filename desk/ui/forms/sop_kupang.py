"""The forms of public service in Kota Kupang: the request, identification, consultation, direction (S10)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from desk.services.catalog import EntryGround
from desk.services.kupang_entries import NEEDS, Consultation, Direction, Identification
from desk.services.sop_kupang import TRACK_LABELS, SopKupangDraft, Track, leaders
from desk.ui.fields import ChipChoice, Choice, Field, TextAreaField
from desk.ui.forms.entry_form import OneSection
from desk.ui.forms.letter_form import letter_of, letter_words, noted
from desk.ui.forms.service_form import Known
from desk.ui.forms.track_form import TrackForm, chosen, named, visitor_of, written
from desk.ui.sections.base import Section
from desk.ui.sections.kupang import MeetingSection
from desk.ui.theme.style import reveal


class SopKupangForm(TrackForm):
    """Unique here: spoken, only who asks, what for and who is to be met; by letter, the letter."""

    slug = "sop_kupang"
    draft_type = SopKupangDraft
    tracks = TRACK_LABELS

    def own(self) -> Section[Any]:
        """See `TrackForm.own`."""
        title = self.ground.standard.short_title
        met = [Choice(role, title(role)) for role in leaders(self.ground.service)]
        self.meeting: MeetingSection[SopKupangDraft] = MeetingSection(met)
        return self.meeting

    def begin(self, known: Known) -> SopKupangDraft:
        """See `ServiceForm.begin`; what did not come in person is a letter, on paper or electronic."""
        by_letter = written(known)
        return SopKupangDraft(
            channel=self.offered(known.channel),
            applicant=visitor_of(known),
            track=Track.LETTER if by_letter else Track.SPOKEN,
            letter=letter_of(known) if by_letter else None,
            purpose="" if by_letter else known.text,
            note=noted(known) if by_letter else known.note,
        )

    def title_of(self, draft: SopKupangDraft) -> str:
        """Name and what it is about."""
        about = draft.purpose if draft.track is Track.SPOKEN or draft.letter is None else draft.letter.subject
        return named(draft.applicant, about)

    def manner(self, draft: SopKupangDraft) -> str:
        """Spoken, or by which channel the letter came."""
        if draft.track is Track.SPOKEN:
            return "disampaikan langsung"
        return letter_words(draft.channel)

    def first_field(self, draft: SopKupangDraft) -> Field[Any]:
        """The sender of a letter; else the name, and once it is known the purpose."""
        if draft.track is Track.LETTER:
            return self.letter.binds[0].field
        return self.meeting.purpose if draft.applicant.name else self.applicant.name

    def follow(self) -> None:
        """See `TrackForm.follow`."""
        letter = chosen(self.track, Track.LETTER)
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

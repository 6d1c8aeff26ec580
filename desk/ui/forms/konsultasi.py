"""The forms of a consultation: the request, accompaniment, approval of a delegate, minutes (S9)."""

from collections.abc import Callable
from datetime import date
from typing import Any

from desk.rules.intake import Channel
from desk.services.catalog import EntryGround
from desk.services.konsultasi import TRACK_LABELS, KonsultasiDraft, Track, consulted
from desk.services.konsultasi_entries import DELEGATION, MEETING, MINUTES, Delegation, Meeting, Minutes
from desk.ui.fields import Choice, Field
from desk.ui.forms.entry_form import OneSection
from desk.ui.forms.letter_form import letter_of, letter_words
from desk.ui.forms.service_form import Known
from desk.ui.forms.track_form import TrackForm, chosen, named, visitor_of, written
from desk.ui.sections.base import Section
from desk.ui.sections.consultation import ApprovalSection, BesideSection, MaterialSection, MinutesSection
from desk.ui.theme.style import reveal


class KonsultasiForm(TrackForm):
    """Unique here: the way it comes decides whether a letter is there, and whether somebody is to be met."""

    slug = "konsultasi"
    draft_type = KonsultasiDraft
    tracks = TRACK_LABELS

    def own(self) -> Section[Any]:
        """See `TrackForm.own`."""
        standard = self.ground.standard
        met = [Choice(role, standard.short_title(role)) for role in consulted(self.ground.service)]
        self.material: MaterialSection[KonsultasiDraft] = MaterialSection(
            met, source_required=standard.source_required
        )
        return self.material

    def begin(self, known: Known) -> KonsultasiDraft:
        """See `ServiceForm.begin`; what did not come in person is a letter, on paper or electronic."""
        by_letter = written(known)
        return KonsultasiDraft(
            channel=self.offered(known.channel),
            applicant=visitor_of(known),
            letter=letter_of(known) if by_letter else None,
            track=Track.WRITTEN if by_letter else Track.WITHOUT,
            material=known.text,
            note=known.note,
            ticked=("identitas",) if known.identity_seen else (),
        )

    def title_of(self, draft: KonsultasiDraft) -> str:
        """Name and what it is about."""
        return named(draft.applicant, draft.material)

    def manner(self, draft: KonsultasiDraft) -> str:
        """In person with or without a letter, or by which channel the letter came."""
        if draft.track is not Track.WRITTEN:
            return TRACK_LABELS[draft.track].lower()
        return letter_words(draft.channel)

    def first_field(self, draft: KonsultasiDraft) -> Field[Any]:
        """The sender of a letter; else the name, and once it is known the material."""
        if draft.track is Track.WRITTEN:
            return self.letter.binds[0].field
        return self.material.material if draft.applicant.name else self.applicant.name

    def turned(self) -> None:
        """Another way in: who comes is there in person, what is written came by letter unless said
        otherwise."""
        by_letter = chosen(self.track, Track.WRITTEN)
        came = self.arrival.channel.value() == Channel.IN_PERSON.value
        if by_letter == came:
            self.arrival.channel.set_value((Channel.LETTER if by_letter else Channel.IN_PERSON).value)
        self.follow()

    def follow(self) -> None:
        """See `TrackForm.follow`."""
        by_letter = chosen(self.track, Track.WRITTEN)
        self.letter.wanted(not chosen(self.track, Track.WITHOUT))
        self.material.comes(not by_letter)
        reveal(self.arrival.channel, by_letter)
        self.arrival.reshaped.emit()


class MeetingForm(OneSection):
    """Who goes along."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: BesideSection[Meeting] = BesideSection()


class DelegationForm(OneSection):
    """The approval."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: ApprovalSection[Delegation] = ApprovalSection(today)


class MinutesForm(OneSection):
    """The minutes."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: MinutesSection[Minutes] = MinutesSection(today)


FORM = KonsultasiForm
ENTRIES = {MEETING: MeetingForm, DELEGATION: DelegationForm, MINUTES: MinutesForm}

"""The forms of a consultation: the request, accompaniment, approval of a delegate, minutes (S9)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, ApplicantKind, Channel
from desk.services.catalog import EntryGround
from desk.services.konsultasi import TRACK_LABELS, KonsultasiDraft, Track, consulted
from desk.services.konsultasi_entries import DELEGATION, MEETING, MINUTES, Delegation, Meeting, Minutes
from desk.ui.fields import Choice, Field
from desk.ui.forms.entry_form import OneSection
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.letter_form import letter_of
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.consultation import ApprovalSection, BesideSection, MaterialSection, MinutesSection
from desk.ui.sections.letter import LetterSection
from desk.ui.sections.track import TrackSection
from desk.ui.theme.style import reveal


class KonsultasiForm(ServiceForm):
    """Unique here: the way it comes decides whether a letter is there, and whether somebody is to be met."""

    slug = "konsultasi"
    draft_type = KonsultasiDraft

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        service, standard = ground.service, ground.standard
        met = [Choice(role, standard.short_title(role)) for role in consulted(service)]
        self.track: TrackSection[KonsultasiDraft] = TrackSection(Track, TRACK_LABELS)
        self.letter: LetterSection[KonsultasiDraft] = LetterSection(today)
        self.applicant: ApplicantSection[KonsultasiDraft] = ApplicantSection(service.applicants)
        self.material: MaterialSection[KonsultasiDraft] = MaterialSection(
            met, source_required=standard.source_required
        )
        self.contact: ContactSection[KonsultasiDraft] = ContactSection(identity=False)
        self.arrival: ArrivalSection[KonsultasiDraft] = ArrivalSection(service.channels)
        self._sections: tuple[Section[Any], ...] = (
            self.track,
            self.letter,
            self.applicant,
            self.material,
            self.contact,
            self.arrival,
        )
        self.track.changed.connect(self._turned)
        self._follow()

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def begin(self, known: Known) -> KonsultasiDraft:
        """See `ServiceForm.begin`; what did not come in person is a letter, on paper or electronic."""
        who = known.applicant
        if known.institution:
            who = replace(who, kind=ApplicantKind.BODY, body_name=known.institution)
        written = known.by_letter or known.channel is not Channel.IN_PERSON
        offered = known.channel in self.ground.service.channels
        return KonsultasiDraft(
            channel=known.channel if offered else Channel.LETTER,
            applicant=who,
            letter=letter_of(known) if written else None,
            track=Track.WRITTEN if written else Track.WITHOUT,
            material=known.text,
            note=known.note,
            ticked=("identitas",) if known.identity_seen else (),
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

    def title_of(self, draft: KonsultasiDraft) -> str:
        """Name and what it is about."""
        who = draft.applicant.body_name or draft.applicant.name or "Tanpa nama"
        return f"{who} · {draft.material}" if draft.material else who

    def manner(self, draft: KonsultasiDraft) -> str:
        """In person with or without a letter, or by which channel the letter came."""
        if draft.track is not Track.WRITTEN:
            return TRACK_LABELS[draft.track].lower()
        words = CHANNEL_LABELS[draft.channel]
        return "surat" if words == "Surat" else f"surat · {words}"

    def first_field(self, draft: KonsultasiDraft) -> Field[Any]:
        """The sender of a letter; else the name, and once it is known the material."""
        if draft.track is Track.WRITTEN:
            return self.letter.binds[0].field
        return self.material.material if draft.applicant.name else self.applicant.name

    def _turned(self) -> None:
        """Another way in: who comes is there in person, what is written came by letter unless said
        otherwise."""
        written = self.track.value() == Track.WRITTEN.value
        came = self.arrival.channel.value() == Channel.IN_PERSON.value
        if written == came:
            self.arrival.channel.set_value((Channel.LETTER if written else Channel.IN_PERSON).value)
        self._follow()

    def _follow(self) -> None:
        track = self.track.value()
        self.letter.wanted(track != Track.WITHOUT.value)
        self.material.comes(track != Track.WRITTEN.value)
        reveal(self.arrival.channel, track == Track.WRITTEN.value)
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

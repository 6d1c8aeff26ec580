"""The form of data and information (S8): by letter, by e-PPID, in person with the letter of a head."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, ApplicantKind, Channel, IdentityKind
from desk.services.data_informasi import TRACK_LABELS, DataInformasiDraft, Track, channels_of, track_of
from desk.ui.fields import Field
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.letter_form import letter_of
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.data_request import DataRequestSection
from desk.ui.sections.letter import LetterSection
from desk.ui.sections.track import TrackSection
from desk.ui.theme.style import reveal


class DataInformasiForm(ServiceForm):
    """Unique here: the way in decides between letter and e-PPID number, and which channels it may be."""

    slug = "data_informasi"
    draft_type = DataInformasiDraft

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        service = ground.service
        self.track: TrackSection[DataInformasiDraft] = TrackSection(Track, TRACK_LABELS)
        self.letter: LetterSection[DataInformasiDraft] = LetterSection(today)
        self.applicant: ApplicantSection[DataInformasiDraft] = ApplicantSection(service.applicants)
        self.data: DataRequestSection[DataInformasiDraft] = DataRequestSection(
            source_required=ground.standard.source_required
        )
        self.contact: ContactSection[DataInformasiDraft] = ContactSection()
        self.arrival: ArrivalSection[DataInformasiDraft] = ArrivalSection(service.channels)
        self._sections: tuple[Section[Any], ...] = (
            self.track,
            self.letter,
            self.applicant,
            self.data,
            self.contact,
            self.arrival,
        )
        self.track.changed.connect(self._turned)
        for one in (self.arrival, self.contact):
            one.changed.connect(self._follow)
        self._follow()

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def empty(self) -> DataInformasiDraft:
        """See `ServiceForm.empty`; who comes stands for a body."""
        draft = DataInformasiDraft()
        return replace(draft, applicant=replace(draft.applicant, kind=ApplicantKind.BODY))

    def begin(self, known: Known) -> DataInformasiDraft:
        """See `ServiceForm.begin`."""
        channel = Channel.LETTER if known.by_letter else known.channel
        track = track_of(channel)
        who = known.applicant
        if known.institution or track is Track.DIRECT:
            who = replace(who, kind=ApplicantKind.BODY, body_name=known.institution)
        return DataInformasiDraft(
            channel=channel if channel in channels_of(track) else channels_of(track)[0],
            applicant=who,
            letter=letter_of(known) if track is Track.LETTER else None,
            track=track,
            information=known.text,
            eppid_number=known.number if track is Track.EPPID else "",
            note=known.note,
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

    def title_of(self, draft: DataInformasiDraft) -> str:
        """Name and what is wanted."""
        who = draft.applicant.body_name or draft.applicant.name or "Tanpa nama"
        return f"{who} · {draft.information}" if draft.information else who

    def manner(self, draft: DataInformasiDraft) -> str:
        """By which channel it came."""
        words = CHANNEL_LABELS[draft.channel]
        return words if words.startswith(("e-", "WhatsApp")) else words.lower()

    def first_field(self, draft: DataInformasiDraft) -> Field[Any]:
        """The sender of a letter, the number of e-PPID; once the name is known, the data."""
        if draft.applicant.name and draft.track is not Track.LETTER:
            return self.data.information
        return self.data.eppid if draft.track is Track.EPPID else self.letter.binds[0].field

    def _turned(self) -> None:
        """Another way in came by another channel."""
        track = Track(self.track.value() or Track.DIRECT)
        if self.arrival.channel.value() not in channels_of(track):
            self.arrival.channel.set_value(channels_of(track)[0].value)
        self._follow()

    def _follow(self) -> None:
        track = Track(self.track.value() or Track.DIRECT)
        self.letter.wanted(track is not Track.EPPID)
        self.data.electronic(track is Track.EPPID)
        reveal(self.arrival.channel, track is Track.LETTER)
        self.arrival.reshaped.emit()
        kind = self.contact.identity_kind.value()
        if kind is not None:
            self.applicant.identity(IdentityKind(kind))


FORM = DataInformasiForm

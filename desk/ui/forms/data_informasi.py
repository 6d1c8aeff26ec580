"""The form of data and information (S8): by letter, by e-PPID, in person with the letter of a head."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, ApplicantKind, Channel, IdentityKind
from desk.services.data_informasi import TRACK_LABELS, DataInformasiDraft, Track, channels_of, track_of
from desk.ui.fields import Field
from desk.ui.forms.judging import Ground
from desk.ui.forms.letter_form import letter_of
from desk.ui.forms.service_form import Known
from desk.ui.forms.track_form import TrackForm, named
from desk.ui.sections.base import Section
from desk.ui.sections.data_request import DataRequestSection
from desk.ui.theme.style import reveal


class DataInformasiForm(TrackForm):
    """Unique here: the way in decides between letter and e-PPID number, and which channels it may be."""

    slug = "data_informasi"
    draft_type = DataInformasiDraft
    tracks = TRACK_LABELS
    asks_identity = True

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        for one in (self.arrival, self.contact):
            one.changed.connect(self.follow)

    def own(self) -> Section[Any]:
        """See `TrackForm.own`."""
        self.data: DataRequestSection[DataInformasiDraft] = DataRequestSection(
            source_required=self.ground.standard.source_required
        )
        return self.data

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

    def title_of(self, draft: DataInformasiDraft) -> str:
        """Name and what is wanted."""
        return named(draft.applicant, draft.information)

    def manner(self, draft: DataInformasiDraft) -> str:
        """By which channel it came."""
        words = CHANNEL_LABELS[draft.channel]
        return words if words.startswith(("e-", "WhatsApp")) else words.lower()

    def first_field(self, draft: DataInformasiDraft) -> Field[Any]:
        """The sender of a letter, the number of e-PPID; once the name is known, the data."""
        if draft.applicant.name and draft.track is not Track.LETTER:
            return self.data.information
        return self.data.eppid if draft.track is Track.EPPID else self.letter.binds[0].field

    def turned(self) -> None:
        """Another way in came by another channel."""
        track = Track(self.track.value() or Track.DIRECT)
        if self.arrival.channel.value() not in channels_of(track):
            self.arrival.channel.set_value(channels_of(track)[0].value)
        self.follow()

    def follow(self) -> None:
        """See `TrackForm.follow`."""
        track = Track(self.track.value() or Track.DIRECT)
        self.letter.wanted(track is not Track.EPPID)
        self.data.electronic(track is Track.EPPID)
        reveal(self.arrival.channel, track is Track.LETTER)
        self.arrival.reshaped.emit()
        kind = self.contact.identity_kind.value()
        if kind is not None:
            self.applicant.identity(IdentityKind(kind))


FORM = DataInformasiForm

"""The form of services that are reached by several ways: the way chosen decides what is asked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import Any, ClassVar

from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft
from desk.ui.forms.judging import Ground, Judged
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.letter import LetterSection
from desk.ui.sections.track import TrackSection


class TrackForm(ServiceForm):
    """Base of these forms: way, letter, applicant, what the service adds (`own`), contact, channel.

    ``tracks`` are the ways with their labels, ``asks_identity`` says whether an identity number is asked for.
    """

    tracks: ClassVar[Mapping[Any, str]] = {}
    asks_identity = False

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        service, kind = ground.service, type(next(iter(self.tracks)))
        self.track: TrackSection[Any] = TrackSection(kind, self.tracks)
        self.letter: LetterSection[Any] = LetterSection(today)
        self.applicant: ApplicantSection[Any] = ApplicantSection(service.applicants)
        self.contact: ContactSection[Any] = ContactSection(identity=self.asks_identity)
        self.arrival: ArrivalSection[Any] = ArrivalSection(service.channels)
        own = self.own()
        self._sections: tuple[Section[Any], ...] = (
            self.track,
            self.letter,
            self.applicant,
            own,
            self.contact,
            self.arrival,
        )
        self.track.changed.connect(self.turned)
        self.follow()

    def own(self) -> Section[Any]:
        """The section of this service alone."""
        raise NotImplementedError

    def follow(self) -> None:
        """Ask what the way chosen asks."""
        raise NotImplementedError

    def turned(self) -> None:
        """Another way was chosen."""
        self.follow()

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def told(self, _judged: Judged, source: str) -> None:
        """See `ServiceForm.told`."""
        self.follow()
        self.applicant.came_from(source)

    def registered(self, *, whole: bool) -> None:
        """See `ServiceForm.registered`; the track is that of the case for good."""
        self.track.fix()
        if not whole:
            self.applicant.cover_identity()

    def offered(self, channel: Channel) -> Channel:
        """That channel where the service has it, else the letter's."""
        return channel if channel in self.ground.service.channels else Channel.LETTER


def written(known: Known) -> bool:
    """Whether it came by letter, on paper or electronic: whatever did not come in person did."""
    return known.by_letter or known.channel is not Channel.IN_PERSON


def visitor_of(known: Known) -> ApplicantDraft:
    """Who asks; a visitor stands for where they come from."""
    if not known.institution:
        return known.applicant
    return replace(known.applicant, kind=ApplicantKind.BODY, body_name=known.institution)


def named(applicant: ApplicantDraft, about: str) -> str:
    """Who asks and what about, for the list of drafts."""
    who = applicant.body_name or applicant.name or "Tanpa nama"
    return f"{who} · {about}" if about else who


def chosen(track: TrackSection[Any], way: StrEnum) -> bool:
    """Whether that way is chosen."""
    return track.value() == way.value

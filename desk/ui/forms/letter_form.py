"""The form of services asked for by letter: letter, applicant, what the service adds, contact, channel."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.services.common import LetterDraft
from desk.services.letter_request import LetterRequest
from desk.ui.fields import Field
from desk.ui.forms.judging import Ground
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.arrival import ArrivalSection
from desk.ui.sections.base import Section
from desk.ui.sections.letter import LetterSection


class LetterForm(ServiceForm):
    """Base of these forms; a service says in `own` what stands between applicant and contact."""

    asks_identity = False
    """Whether the number of an identity card is asked for."""

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        service = ground.service
        self.arrival: ArrivalSection[Any] = ArrivalSection(service.channels)
        self.letter: LetterSection[Any] = LetterSection(today)
        self.applicant: ApplicantSection[Any] = ApplicantSection(
            service.applicants, identity=self.asks_identity
        )
        self.letter.wanted(True)
        self._sections: tuple[Section[Any], ...] = (
            self.letter,
            self.applicant,
            *self.own(),
            ContactSection(identity=self.asks_identity),
            self.arrival,
        )

    def own(self) -> Sequence[Section[Any]]:
        """Sections of this service alone."""
        return ()

    def sections(self) -> Sequence[Section[Any]]:
        """See `ServiceForm.sections`."""
        return self._sections

    def empty(self) -> Any:
        """See `ServiceForm.empty`; the first kind of applicant the service knows asks."""
        draft: LetterRequest = super().empty()
        kind = self.ground.service.applicants[0]
        return replace(draft, applicant=replace(draft.applicant, kind=kind))

    def begin(self, known: Known) -> Any:
        """See `ServiceForm.begin`; a visitor stands for where they come from, a message for its letter."""
        draft: LetterRequest = self.empty()
        who = replace(known.applicant, kind=draft.applicant.kind, body_name=known.institution)
        letter = letter_of(known, draft.letter)
        return replace(draft, channel=known.channel, applicant=who, letter=letter, note=noted(known))

    def told(self, _judged: Any, source: str) -> None:
        """See `ServiceForm.told`."""
        self.applicant.came_from(source)

    def registered(self, *, whole: bool) -> None:
        """See `ServiceForm.registered`."""
        if not whole:
            self.applicant.cover_identity()

    def title_of(self, draft: Any) -> str:
        """Who asks."""
        return draft.applicant.body_name or draft.applicant.name or "Tanpa nama"

    def manner(self, draft: Any) -> str:
        """By which channel the letter came."""
        return letter_words(draft.channel)

    def first_field(self, _draft: Any) -> Field[Any]:
        """The sender of the letter."""
        return self.letter.binds[0].field


def letter_words(channel: Channel) -> str:
    """``surat``, with the channel it came by where that was another."""
    words = CHANNEL_LABELS[channel]
    return "surat" if words == "Surat" else f"surat · {words}"


def letter_of(known: Known, begun: LetterDraft | None = None) -> LetterDraft:
    """The letter that a message is; ``begun`` is what a form begins with."""
    letter = begun or LetterDraft()
    if not known.subject:
        return letter
    return replace(letter, sender=known.applicant.name, subject=known.subject)


def noted(known: Known) -> str:
    """What the message says beside its subject, on the one line there is for it."""
    words = "" if known.text == known.subject else " ".join(known.text.split())
    return " · ".join(filter(None, (known.note, words)))

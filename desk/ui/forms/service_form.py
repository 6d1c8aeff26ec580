"""What a service adds to the sheet of forms: its sections, its empty draft, what is unique to it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from desk.rules.intake import Channel
from desk.services.common import ApplicantDraft
from desk.ui.fields import Field
from desk.ui.forms.judging import Ground, Judged
from desk.ui.sections.base import Section


@dataclass(frozen=True)
class Known:
    """What is known before a form is filled in: from the guestbook, a message, a letter being registered.

    ``institution`` is where the visitor comes from, ``subject`` and ``text`` what somebody wrote, ``number``
    that of e-PPID; ``by_letter``: it came by letter to the chair; ``identity_seen``: the gate looked at an
    identity card.
    """

    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    channel: Channel = Channel.IN_PERSON
    institution: str = ""
    subject: str = ""
    text: str = ""
    number: str = ""
    note: str = ""
    by_letter: bool = False
    identity_seen: bool = False


class ServiceForm:
    """Base of all forms; a subclass builds its sections in ``__init__``."""

    slug: ClassVar[str] = ""
    draft_type: ClassVar[type[Any]]

    def __init__(self, ground: Ground, today: Callable[[], date]) -> None:
        self.ground, self.today = ground, today

    def sections(self) -> Sequence[Section[Any]]:
        """The sections in reading order."""
        raise NotImplementedError

    def empty(self) -> Any:
        """A form nobody wrote in yet."""
        return self.draft_type()

    def begin(self, known: Known) -> Any:
        """A form with what is known already."""
        raise NotImplementedError

    def told(self, judged: Judged, source: str) -> None:
        """Show what the draft means after each edit; ``source`` says where the name came from."""

    def registered(self, *, whole: bool) -> None:
        """The form of a case that has its number: what cannot change any more is locked, and without
        ``whole`` what this officer need not see (identity numbers) as well."""

    def title_of(self, draft: Any) -> str:
        """How a kept draft is called in the list."""
        raise NotImplementedError

    def manner(self, draft: Any) -> str:
        """By which way it came in, in a word or two for the badge."""
        raise NotImplementedError

    def first_field(self, draft: Any) -> Field[Any]:
        """Where the cursor starts: the first field still to be filled in."""
        raise NotImplementedError

"""One request's story: how it came in, and what was done to it since; and how it is laid into the diary."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from desk.actions.attachments import NewFile
from desk.actions.cases import IntakeOrder, Opened, open_case
from desk.actions.departures import check_out
from desk.actions.queue import call, finish, serve
from desk.actions.visits import Registered, VisitDraft, register_visit
from desk.demo.events import Event
from desk.demo.office import DemoOffice
from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.informasi import InformasiDraft, Path

_COUNTERS = {"rahma": 1, "yudi": 2}
_PURPOSES = {
    "informasi": "Permohonan informasi",
    "keberatan": "Mengajukan keberatan",
    "data_pemilih": "Memeriksa data pemilih",
    "pengaduan": "Menyampaikan pengaduan",
}
"""What is said at the gate, by service."""

_WAITED = timedelta(minutes=11)
_TALKED = timedelta(minutes=9)


@dataclass(frozen=True)
class Story:
    """A request. It came ``ago`` working days back at ``clock`` and was taken in by ``login``.

    ``more`` are further fields of the form; ``lacks`` are papers not brought. ``at_gate`` False: nobody was
    registered at the gate for it; ``inbox`` gives the message it came in by. A request of another
    ``service`` gives its whole form.
    """

    ago: int
    clock: str
    who: ApplicantDraft
    information: str = ""
    purpose: str = ""
    events: Sequence[Event] = ()
    login: str = "rahma"
    path: Path = Path.FORM
    channel: Channel = Channel.IN_PERSON
    letter: LetterDraft | None = None
    files: tuple[NewFile, ...] = ()
    lacks: frozenset[str] = frozenset()
    more: dict[str, Any] = field(default_factory=dict)
    inbox: Callable[[], str] | None = None
    at_gate: bool = True
    service: str = "informasi"
    form: Any = None

    @property
    def came(self) -> bool:
        """Whether the applicant stood at the counter."""
        return self.at_gate and self.channel is Channel.IN_PERSON

    def draft(self) -> Any:
        """The form as it was filled in."""
        if self.form is not None:
            return self.form
        papers = {"identitas"} if self.who.kind is ApplicantKind.PERSON else {"akta"}
        return InformasiDraft(
            path=self.path,
            channel=self.channel,
            applicant=self.who,
            letter=self.letter,
            information=self.information,
            purpose=self.purpose,
            ticked=tuple(sorted(papers - self.lacks)),
            **self.more,
        )


def lay(office: DemoOffice, story: Story) -> None:
    """Write a story into the diary."""
    _Told(office, story).note()


class _Told:
    """A story being lived: remembers its visit, its ticket and its case between the moments."""

    def __init__(self, office: DemoOffice, story: Story) -> None:
        self.office = office
        self.story = story
        self.visit: Registered | None = None
        self.opened: Opened | None = None

    def note(self) -> None:
        agenda, diary, story = self.office.agenda, self.office.diary, self.story
        start = agenda.at(story.ago, story.clock)
        if story.came:
            diary.note(start - _WAITED, self._arrives)
            diary.note(start, self._served)
        else:
            diary.note(start, self._taken_in)
        for event in story.events:
            diary.note(agenda.at(event.ago, event.clock), partial(self._happens, event))

    def _arrives(self) -> None:
        who = self.story.who
        draft = VisitDraft(
            name=who.name,
            institution=who.body_name,
            phone=who.phone,
            identity_kind="ktp",
            purpose=_PURPOSES[self.story.service],
            service=self.story.service,
        )
        self.visit = register_visit(self.office.at("bayu"), draft)

    def _served(self) -> None:
        """Called, served, taken in, and gone."""
        login = self.story.login
        place = self.office.at(login, counter=_COUNTERS[login])
        if self.visit is None or self.visit.ticket_id is None:
            raise RuntimeError(f"{self.story.who.name} was not registered at the gate")
        call(place, self.visit.ticket_id)
        serve(place)
        self.office.clock.at += _TALKED
        self._taken_in()
        finish(place)
        check_out(self.office.at("bayu"), self.visit.visit_id)

    def _taken_in(self) -> None:
        story = self.story
        order = IntakeOrder(
            story.service,
            story.draft(),
            visit_id=self.visit.visit_id if self.visit else None,
            ticket_id=self.visit.ticket_id if self.visit else None,
            inbox_id=story.inbox() if story.inbox else None,
            files=story.files,
        )
        self.opened = open_case(self.office.at(story.login), order)

    def _happens(self, event: Event) -> None:
        if self.opened is None:
            raise RuntimeError(f"{event.login} acts at {event.clock} on a request not yet taken in")
        event.deed(self.office.at(event.login), self.opened.case_id)

"""Which service module speaks for which slug, and what every one of them tells the rest of the program."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from desk.rules.booking import Planned
from desk.rules.calendar import ElectionStage, WorkingCalendar
from desk.rules.errors import DeskError
from desk.rules.votes import ElectionVotes
from desk.services.answering import (
    AnswerPaper,
    DecisionKind,
    LetterBasis,
    Writer,
    WrittenAnswer,
    paper_for,
    plain_answer,
)
from desk.services.common import ApplicantDraft, CheckItem, LetterDraft, Problem, ProxyDraft
from desk.standards.model import Service, Standard


class ServiceUnknownError(DeskError):
    """No form of this program takes in that service."""

    code = "service_unknown"


@dataclass(frozen=True, slots=True)
class Intake:
    """What a filled-in form says to the case that is opened from it.

    ``flow`` is the path of the service, ``facts`` those of ``desk.rules.casefacts.FACTS`` that hold.
    ``checklist`` tells what is met; required items that are not leave the case incomplete.
    """

    flow: str
    subject: str
    category: str
    channel: str
    applicant: ApplicantDraft
    checklist: tuple[CheckItem, ...]
    problems: tuple[Problem, ...]
    facts: frozenset[str] = frozenset()
    proxy: ProxyDraft | None = None
    letter: LetterDraft | None = None
    eppid_number: str = ""
    spoken: bool = False


def _no_reason(_entry: Any) -> str:
    return ""


Pairs = tuple[tuple[str, str], ...]
"""Labels and words, in reading order; empty words are left out on screen."""


@dataclass(frozen=True, slots=True)
class EntryGround:
    """What an entry is written on.

    ``detail`` is the form of the case, ``entries`` what holds of each kind (kind -> data), ``elsewhere`` the
    entries of this kind that hold in other open cases, ``settings`` the office's choices by name,
    ``election`` the last election with its votes, for services that work with them (``ServiceKit.votes``),
    ``decided`` the other cases of the service that were decided: how, and what is kept of each, where earlier
    ones count (``ServiceKit.earlier``),
    ``events`` those of the case in the calendar (``ServiceKit.events``).
    ``decision`` is the one its move stands for, ``papers`` name the papers of the case that are there,
    ``commissioners`` are the members of the commission (name, title).
    """

    detail: Mapping[str, Any]
    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    elsewhere: tuple[Mapping[str, Any], ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    election: ElectionVotes | None = None
    decided: tuple[tuple[str, Mapping[str, Mapping[str, Any]]], ...] = ()
    events: tuple[Planned, ...] = ()
    decision: str = ""
    papers: tuple[str, ...] = ()
    commissioners: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Announced:
    """Somebody an entry brings into the building on each day from ``first`` to ``last``: all the gate is told
    of it."""

    kind: str
    name: str
    institution: str
    meets: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class EntryKind:
    """Something a service keeps of a case beside its form, written with a move (``Move.entry``).

    ``draft`` is its class, ``begin(ground)`` what stands on its sheet at first, ``problems(entry, ground)``
    what is wrong with it, ``summary(data)`` what the case page says of it. ``until(entry)`` is a day promised
    with it: the case is due then where its service has no limit in days. ``product`` names the product of the
    service it is about: the sheet opens its link. ``reason(entry)`` is that of the decision made with it.
    ``came(entry)``: how many came to the events of the case, which are held with it.
    ``announces(entry, ground)``: whom the gate expects by it.
    ``paper`` is the kind of paper made of it, printed as soon as it is written; its subject is the case.
    """

    label: str
    draft: type[Any]
    begin: Callable[[EntryGround], Any]
    problems: Callable[[Any, EntryGround], tuple[Problem, ...]]
    summary: Callable[[Mapping[str, Any]], Pairs]
    until: Callable[[Any], date | None] | None = None
    product: str = ""
    reason: Callable[[Any], str] = _no_reason
    came: Callable[[Any], int] | None = None
    paper: str = ""
    announces: Callable[[Any, EntryGround], tuple[Announced, ...]] | None = None


@dataclass(frozen=True, slots=True)
class Issue:
    """A paper that a service issues for one of several: ``kind`` as in the standard's ``letters``, ``part``
    whose it is, as the paper names it."""

    kind: str
    part: str
    subject: str
    addressee: str
    body: str = ""


def _nothing(_detail: Mapping[str, Any]) -> frozenset[str]:
    return frozenset()


def _no_papers(_ground: EntryGround) -> tuple[Issue, ...]:
    return ()


def _nobody(_detail: Mapping[str, Any]) -> str:
    return ""


def _any_letter(_answer: WrittenAnswer) -> tuple[Problem, ...]:
    return ()


def _no_form(_detail: Mapping[str, Any]) -> str:
    return "hard"


def _always(
    _draft: Any, _service: Service, _calendar: WorkingCalendar, _received_at: datetime
) -> tuple[Problem, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class ServiceKit:
    """Everything the program asks of a service; what a service does not say is what most of them do.

    ``draft`` is the class of its form, ``intake(draft, standard, service, stage)`` reads one (``stage``: the
    election stage running then), ``timely(draft, service, calendar, received_at)`` what is wrong with the day
    it came in, ``summary(detail)`` says on the case page what was asked. ``detail`` is the
    draft as a case keeps it, maybe by an older program. ``facts(detail)`` are facts its moves may need,
    ``decisions`` and ``papers`` what it answers with, ``write`` starts its letters, ``given_as(detail)`` the
    form in which something asked for is given, ``form_paper`` the paper of the form as filled in, ``receipt``
    the paper given to who brought it, ``given_paper`` the one that goes along with what is given, in place of
    the ekspedisi slip.
    ``entries`` are what it keeps beside its form, by kind; ``issues(ground)`` the papers it issues at a move
    written on ``Sheet.ISSUE``. ``words`` name the fields of its form where a comparison shows
    them. ``objectionable``: its answer may be objected to (S3k). ``votes``: it works with those of the last
    election. ``whom(detail)`` is the role the applicant asked for, offered first where a move names one.
    ``earlier``: what was decided in its other cases counts.
    ``events``: its cases have events in the calendar. ``letter_problems(answer)`` is what a letter lacks that
    only this service knows of.
    """

    slug: str
    draft: type[Any]
    intake: Callable[[Any, Standard, Service, ElectionStage | None], Intake]
    summary: Callable[[Mapping[str, Any]], Pairs]
    decisions: tuple[DecisionKind, ...] = ()
    papers: tuple[AnswerPaper, ...] = (AnswerPaper("surat_jawaban", "Surat jawaban"),)
    write: Writer = plain_answer
    facts: Callable[[Mapping[str, Any]], frozenset[str]] = _nothing
    given_as: Callable[[Mapping[str, Any]], str] = _no_form
    form_paper: str = ""
    receipt: str = "tanda_terima"
    timely: Callable[[Any, Service, WorkingCalendar, datetime], tuple[Problem, ...]] = _always
    given_paper: AnswerPaper | None = None
    entries: Mapping[str, EntryKind] = field(default_factory=dict)
    issues: Callable[[EntryGround], tuple[Issue, ...]] = _no_papers
    words: Mapping[str, str] = field(default_factory=dict)
    letter_problems: Callable[[WrittenAnswer], tuple[Problem, ...]] = _any_letter
    objectionable: bool = False
    votes: bool = False
    earlier: bool = False
    whom: Callable[[Mapping[str, Any]], str] = _nobody
    events: bool = False

    @property
    def meets(self) -> bool:
        """Whether applicants of this service are received by somebody."""
        return self.whom is not _nobody

    def decision(self, key: str) -> DecisionKind | None:
        """The decision of that key; None when this service knows none."""
        return next((one for one in self.decisions if one.key == key), None)

    def decision_label(self, key: str) -> str:
        """A decision in a word or two; what is unknown by its own name."""
        kind = self.decision(key)
        return key if kind is None else kind.label

    def paper_of(self, key: str, basis: LetterBasis) -> str:
        """The usual paper of the answer that follows a decision; without one, the usual paper here."""
        kind = self.decision(key) or (self.decisions[0] if self.decisions else None)
        return self.papers[0].kind if kind is None else paper_for(kind, basis)

    def slip_of(self, decision: str) -> str:
        """The paper printed of a hand-over after that decision."""
        kind = self.decision(decision)
        given = self.given_paper if kind is not None and kind.gives else None
        return "ekspedisi_slip" if given is None else given.kind

    def speaks(self, paper: str) -> bool:
        """Whether the form of a paper says everything, so that no text need be written."""
        return any(one.kind == paper and one.speaks for one in self.papers)


@cache
def service_kit(slug: str) -> ServiceKit:
    """What a service says of itself: ``KIT`` of ``desk.services.<slug>``.

    Raises:
        ServiceUnknownError: this program has no module for it.
    """
    kit = _kit(slug)
    if kit is None:
        raise ServiceUnknownError(f"Layanan “{slug}” belum dapat dilayani di sini.")
    return kit


def read_form(
    slug: str, draft: Any, standard: Standard, calendar: WorkingCalendar, received_at: datetime
) -> Intake:
    """A form as it reads on the office's day of ``received_at`` (aware): the stage running then decides its
    category, and what came too late says so.

    Raises:
        ServiceUnknownError: this program has no module for it.
        KeyError: the standard has no such service.
    """
    kit, service = service_kit(slug), standard.services[slug]
    stage = calendar.stage_on(calendar.local(received_at).date())
    intake = kit.intake(draft, standard, service, stage)
    late = kit.timely(draft, service, calendar, received_at)
    return replace(intake, problems=(*intake.problems, *late))


def served(slugs: Iterable[str]) -> tuple[str, ...]:
    """Those of these services that this program takes in, in their order."""
    return tuple(slug for slug in slugs if _kit(slug) is not None)


@cache
def _kit(slug: str) -> ServiceKit | None:
    name = f"{__package__}.{slug}"
    if not slug.isidentifier() or find_spec(name) is None:
        return None
    return getattr(import_module(name), "KIT", None)

"""Which cases a list shows: by what they are, who may move them, where they stand, what is looked for."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from sqlalchemy import ColumnElement, and_, false, not_, or_, select, true
from sqlalchemy import text as sa_text
from sqlalchemy.orm import Session

from desk.models import Applicant, Case, IssuedNumber
from desk.queries.confidence import closed
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.numbering import is_provisional
from desk.standards.loader import Place, Standards
from desk.store import search

_MATCHES = 2000


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a list shows.

    ``holding`` are roles: cases that one of them may move now (the work list); ``assignee_id`` narrows those
    held by staff to the person they were given to. ``places``: only those at these steps. ``text``: each word
    of it stands in number, subject, names or step; ``late``: those past their due date today, unless the
    applicant is awaited.
    """

    standards: Standards
    today: date
    service: str = ""
    open_only: bool = True
    holding: frozenset[str] | None = None
    assignee_id: str = ""
    places: frozenset[Place] | None = None
    text: str = ""
    late: bool = False


def work_filter(
    standards: Standards, today: date, roles: Collection[str], staff_id: str, text: str = ""
) -> CaseFilter:
    """Open cases that wait for one of these roles, most urgent first (P7: work list by due date)."""
    return CaseFilter(standards, today, holding=frozenset(roles), assignee_id=staff_id, text=text)


def conditions(session: Session, wanted: CaseFilter) -> Sequence[ColumnElement[bool]]:
    """What a case has to meet."""
    conditions: list[ColumnElement[bool]] = []
    if wanted.open_only:
        conditions.append(Case.closed_at.is_(None))
    if wanted.service:
        conditions.append(Case.service == wanted.service)
    if wanted.places is not None:
        conditions.append(Case.step.in_({step for _service, _flow, step in wanted.places}))
        conditions.append(_stands(wanted.places))
    if wanted.holding is not None:
        conditions.append(_held(wanted.standards, wanted.holding, wanted.assignee_id))
    if wanted.text.strip():
        conditions.append(_says(wanted, closed(session)))
    if wanted.late:
        awaited = wanted.standards.places(lambda _flow, step: step.waits)
        conditions.append(and_(Case.due < wanted.today, not_(_stands(awaited))))
    return conditions


@lru_cache(maxsize=64)
def _stands(places: frozenset[Place]) -> ColumnElement[bool]:
    """Cases at one of these steps; the same step of another service is not meant."""
    steps: dict[tuple[str, str], list[str]] = {}
    for service, flow, step in sorted(places):
        steps.setdefault((service, flow), []).append(step)
    each = [
        and_(Case.service == service, Case.flow == flow, Case.step.in_(named))
        for (service, flow), named in steps.items()
    ]
    return or_(false(), *each)


@lru_cache(maxsize=16)
def _held(standards: Standards, roles: frozenset[str], assignee_id: str) -> ColumnElement[bool]:
    """Cases held by one of the roles (and given to nobody else), or by nobody at a step of theirs."""
    nobody_elses = or_(Case.assignee_id.is_(None), Case.assignee_id == assignee_id)
    theirs = [
        and_(Case.standard == standard.id, Case.service == slug, Case.flow == flow.id, Case.step.in_(steps))
        for standard in standards.by_id.values()
        for slug, service in standard.services.items()
        for flow in service.flows.values()
        if (steps := [step.id for step in flow.steps if not roles.isdisjoint(step.roles)])
    ]
    return or_(
        and_(Case.holder.in_(roles), nobody_elses),
        and_(Case.holder.is_(None), or_(false(), *theirs)),
    )


def _says(wanted: CaseFilter, hidden: bool) -> ColumnElement[bool]:
    """Cases in which every word stands: among all of them by the beginnings of words, from the search
    index, where no complainant stands; ``hidden``: they are not looked for here either."""
    expression = "" if wanted.open_only else search.match_expression(wanted.text)
    if expression:
        newest = sa_text(
            "SELECT k.id FROM search_case_text AS t JOIN search_case AS k ON k.key = t.rowid "
            "WHERE search_case_text MATCH :words AND k.kind = 'case' ORDER BY t.rowid DESC LIMIT :most"
        ).bindparams(words=expression, most=_MATCHES)
        return Case.id.in_(newest.columns(Case.id))
    names = (Applicant.name, Applicant.body_name)
    public = Case.service.not_in(CONFIDENTIAL) if hidden else true()
    return and_(
        *(
            or_(
                *(column.icontains(word, autoescape=True) for column in (Case.number, Case.subject)),
                and_(public, or_(*(column.icontains(word, autoescape=True) for column in names))),
                Case.step.in_(_steps_called(wanted.standards, word)),
                *_aliased(word.upper()),
            )
            for word in wanted.text.split()
        )
    )


def _aliased(word: str) -> Iterator[ColumnElement[bool]]:
    """Cases whose papers bear this provisional number, or a number the register gave to another."""
    if is_provisional(word):
        yield Case.id.in_(select(IssuedNumber.subject_id).where(IssuedNumber.alias == word))
    given_away = IssuedNumber.printed.icontains(word, autoescape=True)
    yield Case.id.in_(select(IssuedNumber.subject_id).where(sa_text("printed <> ''"), given_away))


def _steps_called(standards: Standards, word: str) -> frozenset[str]:
    """Steps in whose label a word stands."""
    return frozenset(
        step.id
        for standard in standards.by_id.values()
        for service in standard.services.values()
        for flow in service.flows.values()
        for step in flow.steps
        if word.casefold() in step.label.casefold()
    )

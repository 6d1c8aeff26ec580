"""Limits as papers promise them: the due day of a case, days to complete it, to object, to dispute."""

from datetime import datetime

from desk.documents.facts import DayKind, LimitFacts
from desk.papers.sources import Sources
from desk.queries import limits
from desk.queries.cases import CasePage
from desk.queries.office import working_calendar
from desk.rules import deadlines
from desk.rules.deadlines import StartEvent, Unit
from desk.standards.model import Service

_STARTS = {
    StartEvent.RECEIVED: "sejak permohonan diterima",
    StartEvent.REGISTERED: "sejak permohonan didaftarkan",
    StartEvent.COMPLETE: "sejak formulir lengkap",
    StartEvent.NOTIFIED: "sejak pemberitahuan ini",
    StartEvent.CAUSE: "sejak sebabnya diketahui",
}
KINDS: dict[Unit, DayKind] = {Unit.WORKING: "working", Unit.CALENDAR: "calendar"}
_OBJECTION_DAYS, _DISPUTE_DAYS = 30, 14


def limit_of_case(sources: Sources, page: CasePage) -> LimitFacts | None:
    """The promise of a case as kept with it; None for a service without a limit in days."""
    specs = sources.service_of(page).limits
    spec = specs.get(page.category) or specs.get("umum")
    if spec is None or spec.days is None:
        return None
    granted = sources.ask(limits.extensions, page.row.id)
    extended = sum(one.days for one in granted)
    return LimitFacts(
        due=page.row.due,
        days=spec.days,
        kind=KINDS[spec.unit],
        starts=_STARTS[spec.start],
        extended_by=extended,
        original_due=page.original_due if extended else None,
    )


def time_to_complete(sources: Sources, page: CasePage, told_at: datetime) -> LimitFacts | None:
    """Until when missing papers are to be brought (facts.md, "Completeness"); None without such a limit."""
    spec = sources.service_of(page).side_limits.get("melengkapi")
    if spec is None or spec.days is None:
        return None
    due = deadlines.due(spec.rule, told_at, sources.ask(working_calendar))
    return LimitFacts(due=due.due, days=spec.days, kind=KINDS[spec.unit], starts=_STARTS[spec.start])


def objection(sources: Sources, page: CasePage) -> tuple[int, DayKind]:
    """Days within which an objection may be filed, and which days they are (L3/III.B.4.c)."""
    service = sources.standard_of(page).services.get("keberatan")
    return _days(service, "pengajuan", _OBJECTION_DAYS)


def dispute(sources: Sources, page: CasePage) -> tuple[int, DayKind]:
    """Days within which the answer to an objection may be taken to the Komisi Informasi, and which they
    are."""
    return _days(sources.service_of(page), "komisi_informasi", _DISPUTE_DAYS)


def _days(service: Service | None, side_limit: str, usual: int) -> tuple[int, DayKind]:
    spec = None if service is None else service.side_limits.get(side_limit)
    return (usual, "working") if spec is None or spec.days is None else (spec.days, KINDS[spec.unit])

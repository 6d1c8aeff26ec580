"""Complaints of a span of days, for their report (S4): what came of each, never who complained."""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from desk.models import Case, CaseEntry
from desk.queries.office import OfficeProfile, profile
from desk.queries.order import as_written
from desk.rules.complaints import Complaint, Measure

SERVICE, WITHDRAWN = "pengaduan", "dicabut"
"""The service, and the step a complaint ends in that was taken back."""

_Entries = dict[str, list[dict[str, Any]]]


def received_between(session: Session, first: date, last: date) -> tuple[Complaint, ...]:
    """Complaints received on these days of the office, both included, oldest first."""
    office = profile(session)
    wanted = (
        select(Case)
        .where(Case.service == SERVICE, Case.received_at >= _begin(office, first))
        .where(Case.received_at < _begin(office, last + timedelta(days=1)))
        .order_by(Case.received_at, Case.id)
    )
    cases = session.scalars(wanted).all()
    written = _entries(session, [case.id for case in cases])
    return tuple(_complaint(office, case, written.get(case.id, {})) for case in cases)


def carried(session: Session, first: date) -> int:
    """How many complaints received before a day were still being handled on it."""
    begin = _begin(profile(session), first)
    waited = select(func.count()).where(Case.service == SERVICE, Case.received_at < begin)
    return session.scalar(waited.where(Case.closed_at.is_(None) | (Case.closed_at >= begin))) or 0


def earliest(session: Session) -> date | None:
    """The day the first complaint was received; None without any."""
    found = session.scalar(select(func.min(Case.received_at)).where(Case.service == SERVICE))
    return None if found is None else profile(session).day_of(found)


def _begin(office: OfficeProfile, day: date) -> datetime:
    return datetime.combine(day, time.min, office.zone)


def _entries(session: Session, case_ids: Sequence[str]) -> dict[str, _Entries]:
    """What was written of each case, by kind, oldest first."""
    found: dict[str, _Entries] = {}
    query = select(CaseEntry).where(CaseEntry.case_id.in_(case_ids)).order_by(*as_written(CaseEntry))
    for one in session.scalars(query):
        found.setdefault(one.case_id, {}).setdefault(one.kind, []).append(one.data)
    return found


def _complaint(office: OfficeProfile, case: Case, entries: _Entries) -> Complaint:
    about = str(case.detail.get("about", ""))
    return Complaint(
        number=case.number,
        received=office.day_of(case.received_at),
        kind=str(case.detail.get("kind", "")),
        channel=case.channel,
        about=about,
        way=_last(entries, "telaah", "way"),
        due=case.due,
        ended=None if case.closed_at is None else office.day_of(case.closed_at),
        withdrawn=case.step == WITHDRAWN,
        result=_last(entries, "tindak_lanjut", "result"),
        inspections=tuple(str(one.get("kind", "")) for one in entries.get("pemeriksaan", [])),
        measures=tuple(_measure(case.number, about, one) for one in entries.get("disiplin", [])),
    )


def _last(entries: _Entries, kind: str, name: str) -> str:
    written = entries.get(kind, [])
    return str(written[-1].get(name, "")) if written else ""


def _measure(number: str, about: str, data: dict[str, Any]) -> Measure:
    dated = data.get("dated")
    return Measure(
        number,
        about,
        str(data.get("measure", "")),
        str(data.get("decree", "")),
        date.fromisoformat(dated) if dated else None,
    )

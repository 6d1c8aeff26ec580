"""``desk due``: the due date of a service under a standard, with the count day by day."""

from datetime import datetime
from typing import Any

import click

from desk.assets import resource
from desk.cli import echo_json
from desk.cli.store_options import data_folder
from desk.rules.calendar import ClosedDay, WorkingCalendar
from desk.rules.deadlines import Due, Extension, Limit
from desk.rules.deadlines import due as due_of
from desk.rules.errors import DeskError
from desk.standards.holidays_id import closed_days
from desk.standards.loader import load_standards
from desk.standards.model import Service, Standard

_YEARS_AHEAD = 1


class UnknownServiceError(DeskError):
    """The standard has no such service or the service no such category."""

    code = "unknown_service"


class ExtensionTooLongError(DeskError):
    """More days than the standard lets an office extend by."""

    code = "extension_too_long"


_YEARS = range(1990, 2200)
"""Years for which a calendar can be made."""


def _instant(ctx: click.Context, param: click.Parameter, value: str) -> datetime:
    """Read an ISO instant; wrong text is wrong use."""
    try:
        moment = datetime.fromisoformat(value)
        if moment.year not in _YEARS:
            raise ValueError("a year without a calendar")
    except ValueError as error:
        sentence = f"{value!r} is no ISO time such as 2026-03-13T09:00:00+08:00"
        raise click.BadParameter(sentence, ctx, param) from error
    return moment


@click.command()
@click.argument("service")
@click.option("--standard", "standard_id", required=True, help="Standard, such as ksb.")
@click.option("--at", required=True, callback=_instant, help="When it came in; default zone: the standard's.")
@click.option("--category", default="umum", show_default=True, help="Category of the limit: umum or tahapan.")
@click.option("--extend", type=click.IntRange(min=1), help="Days of extension granted.")
@click.option(
    "--data",
    type=click.Path(file_okay=False),
    help="Folder of the office's data, for its own standards; the calendar is the standard's.",
)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")
def due(
    service: str,
    standard_id: str,
    at: datetime,
    category: str,
    extend: int | None,
    data: str | None,
    as_json: bool,
) -> None:
    """Due date of SERVICE and the count day by day, on the national calendar."""
    standard = load_standards(resource("standards"), data_folder(data)).get(standard_id)
    found = _service(standard, service)
    limit = _limit(found, category)
    started = at if at.tzinfo is not None else at.replace(tzinfo=standard.tzinfo)
    calendar = _calendar(standard, started.astimezone(standard.tzinfo).year)
    answer = due_of(limit, started, calendar, _extensions(limit, extend, started))
    if as_json:
        echo_json(_as_json(answer, found, standard, category))
    else:
        _print(answer, found, category)


def _service(standard: Standard, slug: str) -> Service:
    found = standard.services.get(slug)
    if found is None:
        raise UnknownServiceError(
            f"standard {standard.id} has no service {slug!r}; it has: {', '.join(standard.services)}"
        )
    return found


def _limit(service: Service, category: str) -> Limit:
    if category not in service.limits:
        raise UnknownServiceError(
            f"service {service.slug} has no category {category!r}; it has: {', '.join(service.limits)}"
        )
    return service.limit(category)


def _extensions(limit: Limit, days: int | None, started: datetime) -> tuple[Extension, ...]:
    if days is None:
        return ()
    if days > limit.extension_days:
        raise ExtensionTooLongError(
            f"this limit can be extended by at most {limit.extension_days} days, not {days}"
        )
    return (Extension(days=days, granted_at=started, reason="--extend", by="command line"),)


def _calendar(standard: Standard, year: int) -> WorkingCalendar:
    closed: list[ClosedDay] = []
    for one in range(year, year + _YEARS_AHEAD + 1):
        closed += closed_days(one)
    return WorkingCalendar(standard.tzinfo, standard.service_hours, tuple(closed))


def _as_json(answer: Due, service: Service, standard: Standard, category: str) -> dict[str, Any]:
    return {
        "service": service.slug,
        "standard": standard.id,
        "category": category,
        "due": answer.due.isoformat() if answer.due else None,
        "original_due": answer.original_due.isoformat() if answer.original_due else None,
        "start": answer.start_day.isoformat(),
        "extended_days": answer.extended_days,
        "days": [
            {"date": line.day.isoformat(), "counted": line.counted, "why": line.why} for line in answer.days
        ],
    }


def _print(answer: Due, service: Service, category: str) -> None:
    label = service.limits[category].label
    if answer.due is None:
        click.echo(f"{service.slug}: no limit in days ({label})")
        return
    click.echo(f"{service.slug}: due {answer.due.isoformat()} ({label})")
    for line in answer.days:
        number = "" if line.counted is None else str(line.counted)
        click.echo(f"  {line.day.isoformat()}  {number:>3}  {line.why}")

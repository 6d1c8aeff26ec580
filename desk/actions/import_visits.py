"""An office moves in with its old guestbook: tried first, then written whole or not at all."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import insert, select

from desk.actions.guestbook_csv import Frame, Guestbook, GuestRow, LineError, read_guestbook
from desk.models import Visit, new_id
from desk.queries.office import profile
from desk.rules.errors import DeskError
from desk.rules.permissions import Capability

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

_AT_ONCE = 2000

_Key = tuple[date, datetime, str]


class ImportRefusedError(DeskError):
    """Lines of the file are in error, so nothing of it is taken."""

    code = "import_refused"


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What an import would do.

    ``new`` rows would be written; ``duplicates`` are lines known already or twice in the file (same
    name, day and minute). Lines without a time are people of their own, however alike: of them only as many
    are known as were taken in before. With any ``errors`` nothing would be taken; ``ignored`` are columns
    passed over.
    """

    new: tuple[GuestRow, ...]
    duplicates: tuple[int, ...]
    errors: tuple[LineError, ...]
    ignored: tuple[str, ...]

    @property
    def span(self) -> tuple[date, date] | None:
        """First and last day of the new rows."""
        days = [row.day for row in self.new]
        return (min(days), max(days)) if days else None


@dataclass(frozen=True, slots=True)
class Imported:
    """How many visitors were written and how many lines were known already."""

    visits: int
    duplicates: int


def plan_import(workplace: "Workplace", data: bytes) -> ImportPlan:
    """Read a guestbook file and say what importing it would do; nothing is written.

    Raises:
        NotAllowedError: not the administrator.
        GuestbookError: no guestbook at all.
    """
    workplace.require(Capability.IMPORT_DATA)
    with workplace.store.read() as session:
        return _plan(session, _read(session, workplace, data))


def import_visits(workplace: "Workplace", data: bytes) -> Imported:
    """Write a guestbook file into the guestbook, all of its new lines in one transaction.

    Raises:
        NotAllowedError, GuestbookError: as :func:`plan_import`.
        ImportRefusedError: a line is in error; nothing was written.
    """
    workplace.require(Capability.IMPORT_DATA)
    with workplace.write("import_visits") as session:
        plan = _plan(session, _read(session, workplace, data))
        if plan.errors:
            raise ImportRefusedError(f"{len(plan.errors)} baris belum terbaca; tidak ada yang dimasukkan.")
        for start in range(0, len(plan.new), _AT_ONCE):
            part = plan.new[start : start + _AT_ONCE]
            session.execute(insert(Visit), [_record(row, workplace.actor.staff_id) for row in part])
        return Imported(len(plan.new), len(plan.duplicates))


def _read(session: "Session", workplace: "Workplace", data: bytes) -> Guestbook:
    office = profile(session)
    return read_guestbook(data, Frame(office.zone, office.hours, office.day_of(workplace.now())))


def _plan(session: "Session", book: Guestbook) -> ImportPlan:
    known = _known(session, book.rows)
    timed: set[_Key] = set()
    new: list[GuestRow] = []
    duplicates = []
    for row in book.rows:
        key = _key(row.day, row.arrived_at, row.name)
        if row.timed and key in timed:
            duplicates.append(row.line)
            continue
        if row.timed:
            timed.add(key)
        if known[key]:
            known[key] -= 1
            duplicates.append(row.line)
        else:
            new.append(row)
    return ImportPlan(tuple(new), tuple(duplicates), book.errors, book.ignored)


def _known(session: "Session", rows: Iterable[GuestRow]) -> Counter[_Key]:
    """How many visits of each key the guestbook has on the days of these rows."""
    days = [row.day for row in rows]
    if not days:
        return Counter()
    found = session.execute(
        select(Visit.day, Visit.arrived_at, Visit.name).where(Visit.day.between(min(days), max(days)))
    )
    return Counter(_key(day, arrived_at, name) for day, arrived_at, name in found)


def _key(day: date, arrived_at: datetime, name: str) -> _Key:
    return day, arrived_at.replace(second=0, microsecond=0), name.casefold()


def _record(row: GuestRow, staff_id: str) -> dict[str, object]:
    return {
        "id": new_id(),
        "day": row.day,
        "arrived_at": row.arrived_at,
        "left_at": row.left_at,
        "name": row.name,
        "institution": row.institution,
        "phone": row.phone,
        "purpose": row.purpose,
        "meets": row.meets,
        "companions": row.companions,
        "card": row.card,
        "note": row.note,
        "source": "import",
        "registered_by": staff_id,
    }

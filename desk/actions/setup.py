"""Founding an office in an empty store: profile, people, counters, visitor cards, calendar (P11)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from desk.actions.accounts import hash_password
from desk.rules.calendar import ServiceHours
from desk.rules.numbering import scope_key
from desk.rules.permissions import ROLES
from desk.store.actor import Actor

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.standards.model import Standard
    from desk.store.store import Store

SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class OfficeDraft:
    """Profile of a new office. ``hours`` and ``zone`` empty: as the standard says. ``last_numbers``: by
    register, the last number given on paper this year, after which Desk goes on (R2)."""

    name: str
    short_name: str
    city: str
    address: str
    phone: str = ""
    email: str = ""
    website: str = ""
    region_code: str = ""
    zone: str = ""
    hours: dict[str, str] = field(default_factory=dict)
    settings: dict[str, Any] = field(default_factory=dict)
    last_numbers: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StaffDraft:
    """A person of the office with the roles held; an empty password: no sign-in yet."""

    login: str
    name: str
    roles: tuple[str, ...]
    password: str = ""
    title: str = ""
    nip: str = ""


@dataclass(frozen=True, slots=True)
class Founded:
    """Ids of what was founded; staff by login, counters by number."""

    office_id: str
    staff: dict[str, str]
    counters: dict[int, str]


@dataclass(frozen=True, slots=True)
class Furniture:
    """How many counters and visitor cards an office starts with."""

    counters: int = 2
    cards: int = 20


def found_office(
    store: "Store",
    standard: "Standard",
    office: OfficeDraft,
    staff: Sequence[StaffDraft],
    at: datetime,
    furniture: Furniture | None = None,
    hasher: Callable[[str], str] = hash_password,
) -> Founded:
    """Found an office in an empty store.

    Args:
        store: an open, empty store.
        standard: the standard the office runs under.
        office: its profile.
        staff: its people; each login once.
        at: when, aware; holidays are filled in for that year and the next (R11).
        furniture: counters and visitor cards.
        hasher: turns a password into what is kept; tests give a cheap one.

    Raises:
        ServiceHoursError: the office's own service hours cannot be read.
    """
    hashes = {one.login: hasher(one.password) if one.password else "" for one in staff}
    with store.write(Actor(SYSTEM, "setup", "admin"), "found_office", at) as session:
        office_id = _add_office(session, standard, office)
        people = {one.login: _add_person(session, one, hashes[one.login], at.date()) for one in staff}
        counters = _add_furniture(session, furniture or Furniture())
        _add_holidays(session, (at.year, at.year + 1))
        _go_on_from_paper(session, standard, office.last_numbers, at.date())
        session.flush()
    return Founded(office_id, people, counters)


@dataclass(frozen=True, slots=True)
class FirstPassword:
    """Somebody's first password, as the recovery sheet lists it."""

    name: str
    title: str
    login: str
    password: str


def renew_first_passwords(
    store: "Store", make: Callable[[], str], at: datetime, hasher: Callable[[str], str] = hash_password
) -> list[FirstPassword]:
    """New first passwords for everybody in an office that nobody could enter yet, by name.

    ``make`` gives a password; the sheet that named those before was never kept.
    """
    from desk.models import Credential
    from desk.queries.staff import colleagues

    with store.read() as session:
        people = colleagues(session, at)
    fresh = [FirstPassword(one.name, one.title, one.login, make()) for one in people]
    hashes = {one.staff_id: hasher(new.password) for one, new in zip(people, fresh, strict=True)}
    with store.write(Actor(SYSTEM, "setup", "admin"), "renew_first_passwords", at) as session:
        for kept in session.query(Credential).where(Credential.id.in_(hashes)):
            kept.password_hash = hashes.pop(kept.id)
        session.add_all(Credential(id=staff_id, password_hash=one) for staff_id, one in hashes.items())
    return fresh


def _add_office(session: "Session", standard: "Standard", draft: OfficeDraft) -> str:
    from desk.models import Office, new_id

    hours = ServiceHours.from_dict(draft.hours or standard.hours).to_dict()
    row = Office(
        id=new_id(),
        name=draft.name,
        short_name=draft.short_name,
        level=standard.office_level.value,
        standard=standard.id,
        zone=draft.zone or standard.zone,
        city=draft.city,
        address=draft.address,
        phone=draft.phone,
        email=draft.email,
        website=draft.website,
        region_code=draft.region_code,
        hours=hours,
        settings=draft.settings,
    )
    session.add(row)
    return row.id


def _add_person(session: "Session", draft: StaffDraft, password_hash: str, since: date) -> str:
    from desk.models import Credential, Staff, StaffRole, new_id

    person = Staff(
        id=new_id(),
        name=draft.name,
        login=draft.login,
        title=draft.title or ROLES[draft.roles[0]].title,
        nip=draft.nip,
    )
    session.add(person)
    if password_hash:
        session.add(Credential(id=person.id, password_hash=password_hash))
    session.flush()
    session.add_all(StaffRole(staff_id=person.id, role=role, since=since) for role in draft.roles)
    return person.id


def _add_furniture(session: "Session", furniture: Furniture) -> dict[int, str]:
    from desk.models import Counter, VisitorCard, new_id

    ids = {number: new_id() for number in range(1, furniture.counters + 1)}
    session.add_all(
        Counter(id=counter_id, number=number, label=f"Loket {number}") for number, counter_id in ids.items()
    )
    session.add_all(VisitorCard(number=f"{number:02d}") for number in range(1, furniture.cards + 1))
    return ids


def _go_on_from_paper(
    session: "Session", standard: "Standard", last_numbers: dict[str, int], today: date
) -> None:
    from desk.models import NumberCounter

    session.add_all(
        NumberCounter(
            scope=scope_key(standard.registers[register].scope, register, today), start=last, count=0
        )
        for register, last in last_numbers.items()
        if last > 0
    )


def _add_holidays(session: "Session", years: Sequence[int]) -> None:
    from desk.models import CalendarDay
    from desk.standards.holidays_id import closed_days

    seen = {(one.day, one.kind): one for year in years for one in closed_days(year)}
    session.add_all(
        CalendarDay(day=one.day, kind=one.kind.value, name=one.name, source="library")
        for one in seen.values()
    )

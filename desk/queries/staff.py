"""People of the office: accounts, roles held now, names, mandates."""

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from desk.models import Counter, Credential, Mandate, Staff, StaffRole
from desk.queries.office import profile
from desk.rules import permissions


@dataclass(frozen=True, slots=True)
class Account:
    """An account as sign-in needs it; ``password_hash`` is empty where nobody may sign in with it here."""

    staff_id: str
    login: str
    name: str
    title: str
    password_hash: str
    active: bool


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody active, with the roles held (mandates included)."""

    staff_id: str
    login: str
    name: str
    title: str
    nip: str
    roles: frozenset[str]


@dataclass(frozen=True, slots=True)
class Lent:
    """A mandate in force: its id, the role lent, its letter."""

    mandate_id: str
    staff_id: str
    role: str
    letter: str


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate of the log: who acts as what, since when, until when (None: open), by which letter."""

    id: str
    staff_id: str
    name: str
    role: str
    since: datetime
    until: datetime | None
    letter: str
    given_by: str


@dataclass(frozen=True, slots=True)
class CounterRow:
    """A counter and who sits there."""

    counter_id: str
    number: int
    label: str
    open: bool
    staff_name: str


def account(session: Session, login: str) -> Account | None:
    """The account of a login, closed ones included."""
    row = session.scalar(select(Staff).where(Staff.login == login))
    if row is None:
        return None
    kept = session.get(Credential, row.id)
    return Account(row.id, row.login, row.name, row.title, kept.password_hash if kept else "", row.active)


def mandates(session: Session, at: datetime) -> tuple[Lent, ...]:
    """Mandates in force at a moment."""
    rows = session.scalars(
        select(Mandate).where(Mandate.since <= at, (Mandate.until.is_(None)) | (Mandate.until > at))
    )
    return tuple(Lent(row.id, row.staff_id, row.role, row.letter) for row in rows)


def mandate_log(session: Session) -> tuple[MandateRow, ...]:
    """Every mandate ever given, newest first (P5)."""
    known = names(session)
    rows = session.scalars(select(Mandate).order_by(Mandate.since.desc(), Mandate.id.desc()))
    return tuple(
        MandateRow(
            row.id,
            row.staff_id,
            known.get(row.staff_id, ""),
            row.role,
            row.since,
            row.until,
            row.letter,
            known.get(row.given_by, ""),
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Tenure:
    """Everything a member of staff ever held, to say what is held at a moment."""

    zone: ZoneInfo
    own: tuple[tuple[str, date, date | None], ...]
    lent: tuple[permissions.Mandate, ...]

    def at(self, moment: datetime) -> frozenset[str]:
        """Roles held at a moment (aware), mandates included."""
        day = moment.astimezone(self.zone).date()
        own = [role for role, since, until in self.own if since <= day and (until is None or day <= until)]
        return permissions.acting_roles(own, self.lent, moment)

    def begins(self, moment: datetime) -> date | None:
        """The first day of who holds nothing at a moment yet; None where nothing is to come."""
        day = moment.astimezone(self.zone).date()
        days = [since for _, since, _ in self.own]
        days += [one.since.astimezone(self.zone).date() for one in self.lent]
        return min(days) if days and min(days) > day else None


def tenure(session: Session, staff_id: str) -> Tenure:
    """Roles and mandates of a person with their times; of a closed account none. Asked before everything that
    is done, so the statements are made once and give columns."""
    who, zone = {"who": staff_id}, profile(session).zone
    if not session.execute(_ACTIVE, who).scalar():
        return Tenure(zone, (), ())
    own = session.execute(_OWN, who)
    lent = session.execute(_LENT, who)
    return Tenure(
        zone, tuple((one[0], one[1], one[2]) for one in own), tuple(permissions.Mandate(*one) for one in lent)
    )


_ACTIVE = select(Staff.active).where(Staff.id == bindparam("who"))
_OWN = select(StaffRole.role, StaffRole.since, StaffRole.until).where(StaffRole.staff_id == bindparam("who"))
_LENT = select(Mandate.role, Mandate.since, Mandate.until, Mandate.letter).where(
    Mandate.staff_id == bindparam("who")
)


def own_roles(session: Session, staff_id: str, at: datetime) -> frozenset[str]:
    """The roles a person holds at a moment without any mandate."""
    day = profile(session).day_of(at)
    held = select(StaffRole.role).where(
        StaffRole.staff_id == staff_id,
        StaffRole.since <= day,
        (StaffRole.until.is_(None)) | (StaffRole.until >= day),
    )
    return frozenset(session.scalars(held))


def roles_held(session: Session, staff_id: str, at: datetime) -> frozenset[str]:
    """Every role a person holds at a moment, mandates included (P5)."""
    lent = [
        permissions.Mandate(role=row.role, since=row.since, until=row.until, letter=row.letter)
        for row in session.scalars(select(Mandate).where(Mandate.staff_id == staff_id))
    ]
    return permissions.acting_roles(own_roles(session, staff_id, at), lent, at)


def mandate_of(session: Session, staff_id: str, role: str, at: datetime) -> str | None:
    """Id of the mandate by which somebody acted in a role at a moment; None when the role was their own."""
    if role in own_roles(session, staff_id, at):
        return None
    return next(
        (one.mandate_id for one in mandates(session, at) if one.staff_id == staff_id and one.role == role),
        None,
    )


def colleagues(session: Session, at: datetime) -> tuple[Colleague, ...]:
    """Everybody active, by name."""
    day = profile(session).day_of(at)
    in_force = (StaffRole.until.is_(None)) | (StaffRole.until >= day)
    held: dict[str, set[str]] = {}
    for row in session.execute(
        select(StaffRole.staff_id, StaffRole.role).where(StaffRole.since <= day, in_force)
    ):
        held.setdefault(row.staff_id, set()).add(row.role)
    for lent in mandates(session, at):
        held.setdefault(lent.staff_id, set()).add(lent.role)
    people = session.scalars(select(Staff).where(Staff.active).order_by(Staff.name))
    return tuple(
        Colleague(one.id, one.login, one.name, one.title, one.nip, frozenset(held.get(one.id, ())))
        for one in people
    )


def commissioners(session: Session, at: datetime) -> tuple[tuple[str, str], ...]:
    """Name and title of the chair and the members of the commission, the chair first."""
    seated = [one for one in colleagues(session, at) if {"ketua", "anggota"} & one.roles]
    seated.sort(key=lambda one: "ketua" not in one.roles)
    return tuple((one.name, one.title) for one in seated)


def names(session: Session) -> dict[str, str]:
    """Names by staff id, of everybody who ever worked here."""
    return {row.id: row.name for row in session.execute(_NAMES)}


_NAMES = select(Staff.id, Staff.name)


def counters(session: Session) -> tuple[CounterRow, ...]:
    """Counters in their order."""
    known = names(session)
    rows = session.scalars(select(Counter).order_by(Counter.number))
    return tuple(
        CounterRow(row.id, row.number, row.label, row.open, known.get(row.staff_id or "", "")) for row in rows
    )

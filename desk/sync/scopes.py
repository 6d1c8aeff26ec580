"""Who sees which rows: scopes of devices, the audience of each table, the public face of the board (P10,
design.md "Sync" 4 and 10)."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntFlag
from types import MappingProxyType

from desk.rules.permissions import ROLES, Workspace


class Scope(IntFlag):
    """What a device is let see. A row is visible where its audience and the device's scopes share a bit."""

    VISITS = 1
    CASES = 2
    COMPLAINTS = 4
    LEADERSHIP = 8
    BOARD = 16


STAFFED = Scope.VISITS | Scope.CASES | Scope.COMPLAINTS | Scope.LEADERSHIP
"""Every device that people sign in at: all but the kiosk."""

_INSIDE = STAFFED & ~Scope.VISITS

CLASSES = MappingProxyType(
    {
        "pamdal": Scope.VISITS,
        "front_office": Scope.VISITS | Scope.CASES,
        "kasubag": Scope.VISITS | Scope.CASES,
        "leadership": STAFFED,
        "office": STAFFED,
        "kiosk": Scope.BOARD,
    }
)
"""Scopes that an enrolment gives by the class of the device; ``office`` is the PC an office began on."""


@dataclass(frozen=True, slots=True)
class Audience:
    """Who sees the rows of one table.

    ``case_column`` names the column that leads to the case (``id`` for the case itself): where that case is
    confidential (``desk.rules.confidence``), the row is for ``confidential``: what tells who complained for
    complaints alone, all else also for the sections that work on it (S4). ``subject`` names the column that
    leads to the row it is about: of ``scopes`` only those that see that row see this one, or, where none of
    them does, whoever does.
    ``board`` lists the columns that also stand on the public board, ``gate`` those that a device with the
    scope of visits alone is given of a row that is not for it; ``a.b`` keeps one key of a JSON column.
    """

    scopes: Scope
    case_column: str = ""
    confidential: Scope = Scope.COMPLAINTS
    subject: str = ""
    board: tuple[str, ...] = ()
    gate: tuple[str, ...] = ()


_OFFICE_FACE = ("name", "short_name", "level", "standard", "zone", "city", "hours", "settings.board_text")
_TICKET_FACE = (
    *("day", "prefix", "number", "label", "service", "state", "issued_at", "since"),
    *("counter_id", "called_at", "calls", "serving_at", "finished_at"),
)
_STAFF_FACE = ("name", "title", "active", "login")
"""Of ``login`` the server leaves only those of people who may sign in at the gate."""

_CALENDAR_FACE = ("day", "kind", "name", "source")
_WORK = Scope.CASES | Scope.COMPLAINTS
_OF_CASE = Audience(Scope.CASES, "case_id", _WORK)
_OF_PERSON = Audience(Scope.CASES, "case_id")
"""Of rows that tell who asks (``confidence.PERSONAL``)."""

AUDIENCES = MappingProxyType(
    {
        "offices": Audience(STAFFED, board=_OFFICE_FACE),
        "calendar_days": Audience(STAFFED, board=_CALENDAR_FACE),
        "election_stages": Audience(STAFFED),
        "staff": Audience(_INSIDE, gate=_STAFF_FACE),
        "staff_roles": Audience(STAFFED),
        "mandates": Audience(STAFFED),
        "credentials": Audience(Scope(0)),  # by the roles of the person: see ``allowed_at``
        "visits": Audience(Scope.VISITS),
        "visitor_cards": Audience(Scope.VISITS),
        "shift_notes": Audience(Scope.VISITS),
        "presence_words": Audience(STAFFED),
        "appointments": Audience(STAFFED),
        "announced_guests": Audience(STAFFED),
        "tickets": Audience(Scope.VISITS | Scope.CASES, board=_TICKET_FACE),
        "counters": Audience(Scope.VISITS | Scope.CASES, board=("number", "label", "open", "prefixes")),
        "cases": Audience(Scope.CASES, "id", _WORK),
        "applicants": _OF_PERSON,
        "checklist_items": _OF_CASE,
        "step_records": _OF_CASE,
        "attachments": _OF_PERSON,
        "decisions": _OF_CASE,
        "case_entries": _OF_CASE,
        "fee_receipts": _OF_PERSON,
        "dispositions": _OF_CASE,
        "letters": _OF_CASE,
        "controls": _OF_CASE,
        "deliveries": _OF_PERSON,
        "limit_extensions": _OF_CASE,
        "clock_stops": _OF_CASE,
        "due_changes": _OF_CASE,
        "inbox_entries": _OF_PERSON,
        "inbox_checks": Audience(Scope.CASES),
        "elections": Audience(Scope.CASES),
        "vote_rows": Audience(Scope.CASES),
        "education_resources": Audience(STAFFED),
        "education_events": Audience(STAFFED),
        "event_bookings": Audience(STAFFED),
        "number_counters": Audience(Scope.CASES),
        "issued_numbers": Audience(Scope.CASES, subject="subject_id"),
        "printouts": Audience(Scope.VISITS | Scope.CASES, subject="subject_id"),
        "conflicts": Audience(Scope(0)),  # that of the row it is about
    }
)
"""Table -> who sees its rows. A test keeps it complete."""

_AT = MappingProxyType(
    {
        Workspace.PAMDAL: Scope.VISITS,
        Workspace.LEADERSHIP: Scope.LEADERSHIP,
        Workspace.COMPLAINTS: Scope.COMPLAINTS,
        Workspace.KIOSK: Scope.BOARD,
        Workspace.ADMIN: STAFFED,
    }
)


def allowed_at(role: str) -> Scope:
    """Scopes of which a device needs one for this role to be acted in there; credentials go to the same
    devices."""
    return _AT.get(ROLES[role].workspace, Scope.CASES)


def scopes_of(names: Iterable[str]) -> Scope:
    """The scopes behind their names (``visits`` ...).

    Raises:
        KeyError: there is no such scope.
    """
    found = Scope(0)
    for name in names:
        found |= Scope[name.upper()]
    return found


def names_of(scopes: Scope) -> tuple[str, ...]:
    """Names of the scopes held, in their order."""
    return tuple(str(one.name).lower() for one in Scope if one in scopes)

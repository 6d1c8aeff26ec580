"""What the server checks again before it takes a bundle, as plain rows made from the rules: which role may
write which table, and which moves a standard knows (design.md, "Sync" 2). The server holds no rule of its
own."""

from collections.abc import Iterable, Iterator
from types import MappingProxyType

from desk.rules import versions
from desk.rules.permissions import ROLES, Capability
from desk.rules.speaking import speaks_at
from desk.rules.workflow import Flow, MoveKind, Sheet, landings
from desk.standards.model import AppliesTo, Standard
from desk.sync.merging import Group

ANY_GROUP = "*"
ANYBODY = "*"
"""Stands for every role: for what follows by rule from what a person did."""

_C = Capability
_CASE_STEP = ("cases:step", "cases:last", "step_records", "clock_stops", "due_changes", "checklist_items")
_WRITES = MappingProxyType(
    {
        _C.REGISTER_VISIT: ("visits", "visitor_cards", "shift_notes", "tickets"),
        _C.ISSUE_TICKET: ("tickets",),
        _C.CALL_TICKET: ("tickets", "counters", "visits"),
        _C.OPEN_CASE: (
            *("cases", "applicants", "checklist_items", "step_records", "clock_stops", "due_changes"),
            *("attachments", "issued_numbers", "number_counters", "tickets", "visits", "inbox_entries"),
            *("decisions", "deliveries"),
            "education_events",  # those of a request that is withdrawn are cancelled
        ),
        _C.SEE_CASE: (
            *_CASE_STEP,
            "case_entries",
            "announced_guests",
            "attachments",
            "letters",
            "issued_numbers",
            "tickets",
            "visits",
        ),
        _C.REGISTER_LETTER: ("issued_numbers", "number_counters", "cases", "letters"),
        _C.DISPOSE: ("dispositions",),
        _C.SAY_DISPOSITION: ("dispositions",),
        _C.RECORD_DISPOSITION: ("dispositions",),
        _C.DECIDE: ("decisions", "cases:three_way"),
        _C.EXTEND: ("limit_extensions", "due_changes", "cases:last"),
        _C.WRITE_LETTER: ("letters",),
        _C.GIVE_PARAF: ("controls", "letters"),
        _C.SIGN: ("controls", "letters", "issued_numbers", "number_counters", "mandates"),
        _C.HAND_OVER: ("deliveries", "fee_receipts", "issued_numbers", "number_counters"),
        _C.MANAGE_INBOX: ("inbox_entries", "inbox_checks", "attachments"),
        _C.MANAGE_CALENDAR: (
            *("calendar_days", "election_stages", "cases:last", "due_changes"),
            *("cases:step", "step_records"),  # open cases follow a newer standard
        ),
        _C.MANAGE_STAFF: ("staff", "staff_roles", "mandates", "credentials", "counters"),
        _C.MANAGE_OFFICE: (
            *("offices", "number_counters", "counters", "visitor_cards", "issued_numbers"),
            "erasure",  # no table: legal erasure of any row that the device sees
        ),
        _C.SET_SERVICES: ("offices", "cases:last", "due_changes"),
        _C.IMPORT_DATA: ("visits",),
        _C.KEEP_VOTES: ("elections", "vote_rows"),
        _C.TELL_PRESENCE: ("presence_words",),
        _C.BOOK_MEETING: ("appointments",),
        _C.PLAN_EVENTS: ("education_resources", "education_events", "event_bookings"),
    }
)
_EVERYBODY = ("printouts", "conflicts", "credentials:last")


def writes() -> list[tuple[str, str, str]]:
    """Role, table, column group (``*``: the whole row) that the role may write."""
    return sorted({(role.id, *_target(one)) for role in ROLES.values() for one in _of(role.capabilities)})


def _of(capabilities: Iterable[Capability]) -> Iterator[str]:
    yield from _EVERYBODY
    for capability in capabilities:
        yield from _WRITES.get(capability, ())


def _target(written: str) -> tuple[str, str]:
    table, _, only = written.partition(":")
    return table, str(Group(only)) if only else ANY_GROUP


def moves(standards: Iterable[Standard]) -> list[tuple[str, str, str, str, str, str, str]]:
    """Standard, service, flow, step left (empty: none), verb, step reached, role that may make the move."""
    found: set[tuple[str, str, str, str, str, str, str]] = set()
    for standard in standards:
        for slug, service in standard.services.items():
            for name, flow in service.flows.items():
                found |= {(standard.id, slug, name, *one) for one in _flow_moves(flow)}
                if standard.applies_to is AppliesTo.UNFINISHED_STEPS:
                    found |= {(standard.id, slug, name, *one) for one in _goings_over(flow)}
    return sorted(found)


_RECORDED = (Sheet.DISPOSE, Sheet.SPOKEN)
_RECORDERS = tuple(role.id for role in ROLES.values() if Capability.RECORD_DISPOSITION in role.capabilities)
"""Who writes down what somebody else disposed of, on paper or by word of mouth, and that they met."""


def _goings_over(flow: Flow) -> Iterator[tuple[str, str, str, str]]:
    """A case comes under this standard at any step that is not over, and stays there."""
    keepers = [role.id for role in ROLES.values() if Capability.MANAGE_CALENDAR in role.capabilities]
    for step in flow.steps:
        yield from ((step.id, versions.VERB, step.id, role) for role in keepers if not step.end)


def _flow_moves(flow: Flow) -> Iterator[tuple[str, str, str, str]]:
    openers = [role.id for role in ROLES.values() if Capability.OPEN_CASE in role.capabilities]
    yield from (("", "daftar", flow.start, role) for role in openers)
    for step in flow.steps:
        for move in flow.moves(step.id):
            by_rule = move.kind in (MoveKind.STOP, MoveKind.RESUME)
            roles = (ANYBODY,) if by_rule else move.roles or step.roles
            if move.sheet in _RECORDED or move == speaks_at(flow, step.id)[1]:
                roles = (*roles, *_RECORDERS)
            for landing in landings(flow, step.id, move):
                yield from ((step.id, move.verb, landing, role) for role in roles)

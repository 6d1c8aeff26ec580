"""Who may choose between two versions of one row: whoever may write such rows anyway (design.md, "Sync"
7)."""

from collections.abc import Collection
from types import MappingProxyType

from desk.rules.permissions import Capability, may

_C = Capability

WRITERS = MappingProxyType(
    {
        "visits": (_C.REGISTER_VISIT,),
        "visitor_cards": (_C.REGISTER_VISIT,),
        "shift_notes": (_C.REGISTER_VISIT,),
        "tickets": (_C.ISSUE_TICKET, _C.CALL_TICKET),
        "counters": (_C.CALL_TICKET, _C.MANAGE_OFFICE),
        "cases": (_C.OPEN_CASE, _C.DECIDE),
        "applicants": (_C.OPEN_CASE,),
        "checklist_items": (_C.OPEN_CASE,),
        "clock_stops": (_C.OPEN_CASE,),
        "attachments": (_C.OPEN_CASE, _C.MANAGE_INBOX),
        "letters": (_C.WRITE_LETTER,),
        "decisions": (_C.DECIDE,),
        "case_entries": (_C.DECIDE,),
        "dispositions": (_C.DISPOSE, _C.SAY_DISPOSITION, _C.RECORD_DISPOSITION),
        "deliveries": (_C.HAND_OVER,),
        "inbox_entries": (_C.MANAGE_INBOX,),
        "inbox_checks": (_C.MANAGE_INBOX,),
        "issued_numbers": (_C.REGISTER_LETTER, _C.MANAGE_OFFICE),
        "number_counters": (_C.MANAGE_OFFICE,),
        "calendar_days": (_C.MANAGE_CALENDAR,),
        "election_stages": (_C.MANAGE_CALENDAR,),
        "elections": (_C.KEEP_VOTES,),
        "vote_rows": (_C.KEEP_VOTES,),
        "presence_words": (_C.TELL_PRESENCE,),
        "appointments": (_C.BOOK_MEETING,),
        "announced_guests": (_C.DECIDE,),
        "education_resources": (_C.PLAN_EVENTS,),
        "education_events": (_C.PLAN_EVENTS,),
        "staff": (_C.MANAGE_STAFF,),
        "staff_roles": (_C.MANAGE_STAFF,),
        "mandates": (_C.MANAGE_STAFF,),
        "offices": (_C.MANAGE_OFFICE,),
    }
)
"""Table -> capabilities of which one is needed to write the version that the server did not take."""


def may_write(roles: Collection[str], table: str) -> bool:
    """Whether somebody with these roles may write rows of a table."""
    return any(may(roles, one) for one in WRITERS.get(table, ()))


def may_see(roles: Collection[str], table: str) -> bool:
    """Whether what two officers changed at once, or what the server refused, is shown to these roles; their
    own is shown to both officers anyway, everything to an administrator."""
    return may_write(roles, table) or may(roles, Capability.MANAGE_OFFICE)

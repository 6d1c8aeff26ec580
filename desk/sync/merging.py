"""How concurrent changes of one row meet: the group of each column, and pending changes put over a newer
server row (design.md, "Sync" 5 and 6)."""

from collections.abc import Iterable, Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Any

Values = Mapping[str, Any]
"""Column -> value as the local store keeps it."""


class Group(StrEnum):
    """What happens to a column that another desk has changed since.

    ``IMMUTABLE`` never changes after the insert. ``LAST``: the later bundle in the server's order stands.
    ``THREE_WAY`` (the default): both stand unless both changed it to different values. ``COUNTER``: the
    difference is added. ``STEP`` changes only together with a command. ``HUMAN``: any change of the row
    since is a conflict.
    """

    IMMUTABLE = "immutable"
    LAST = "last"
    THREE_WAY = "three_way"
    COUNTER = "counter"
    STEP = "step"
    HUMAN = "human"


_G = Group
_WHOLE: Mapping[str, Group] = MappingProxyType(
    dict.fromkeys(
        (
            "step_records",
            "controls",
            "due_changes",
            "limit_extensions",
            "fee_receipts",
            "printouts",
            "case_entries",
            "presence_words",
            "event_bookings",
        ),
        _G.IMMUTABLE,
    )
    | {"decisions": _G.HUMAN, "dispositions": _G.HUMAN}
)
_COLUMNS: Mapping[str, Mapping[Group, tuple[str, ...]]] = MappingProxyType(
    {
        "cases": {
            _G.IMMUTABLE: ("service", "code", "registered_by", "back_entry"),
            _G.STEP: ("step", "holder", "parafs", "assignee_id", "closed_at", "standard"),
            _G.LAST: ("due", "original_due", "stepped_at", "complete_at"),
        },
        "applicants": {_G.IMMUTABLE: ("case_id",)},
        "checklist_items": {_G.IMMUTABLE: ("case_id", "key"), _G.LAST: ("checked_at", "position", "label")},
        "letters": {_G.IMMUTABLE: ("case_id", "written_by")},
        "attachments": {_G.IMMUTABLE: ("sha256", "size", "media_type"), _G.LAST: ("removed_at",)},
        "visits": {_G.IMMUTABLE: ("registered_by", "source", "expected_id"), _G.LAST: ("left_at",)},
        "visitor_cards": {_G.LAST: ("note", "lost")},
        "shift_notes": {_G.IMMUTABLE: ("at", "staff_id", "text"), _G.LAST: ("read_at", "read_by")},
        "tickets": {
            _G.IMMUTABLE: ("day", "prefix", "number", "label", "issued_at"),
            _G.COUNTER: ("calls",),
            _G.LAST: ("since", "called_at", "serving_at", "finished_at", "note"),
        },
        "counters": {_G.LAST: ("open", "label")},
        "number_counters": {_G.IMMUTABLE: ("scope",), _G.COUNTER: ("count",)},
        "issued_numbers": {
            _G.IMMUTABLE: (
                *("scope", "register", "subject_table", "subject_id", "alias", "template"),
                *("seq", "suffix", "text", "printed"),
            )
        },
        "credentials": {_G.LAST: ("password_hash",)},
        "appointments": {_G.IMMUTABLE: ("kept_by",)},
        "education_events": {_G.IMMUTABLE: ("kept_by",)},
        "vote_rows": {_G.IMMUTABLE: ("election_id",), _G.LAST: ("position",)},
        "conflicts": {
            _G.IMMUTABLE: ("tbl", "row_id", "case_id", "base", "mine", "theirs", "my_staff", "their_staff"),
            _G.LAST: ("settled_at", "settled_by", "choice"),
        },
        "offices": {_G.LAST: ("phone", "email", "website", "address")},
    }
)


def group(table: str, column: str) -> Group:
    """The group of a column."""
    whole = _WHOLE.get(table)
    if whole is not None:
        return whole
    for kind, columns in _COLUMNS.get(table, {}).items():
        if column in columns:
            return kind
    return Group.THREE_WAY


def rules() -> list[tuple[str, str, str]]:
    """Everything that is not three-way, as the server keeps it: table, column (``*``: all), group."""
    found = [(table, "*", str(kind)) for table, kind in _WHOLE.items()]
    for table, groups in _COLUMNS.items():
        found += [(table, column, str(kind)) for kind, columns in groups.items() for column in columns]
    return found


def rebase(table: str, server: Values | None, pending: Iterable[tuple[str, Values, Values]]) -> Values | None:
    """What a desk shows of a row: the server's copy with its own unsent changes over it; None: nothing.

    Args:
        table: of the row.
        server: the server's copy; None where it has none.
        pending: own changes in their order: operation (I, U, D), old and new values.
    """
    shown = None if server is None else dict(server)
    for operation, old, new in pending:
        if operation == "D":
            shown = None
        elif operation == "I":
            shown = {**(shown or {}), **new}
        elif shown is not None:
            for column, value in new.items():
                counted = group(table, column) is Group.COUNTER
                shown[column] = shown.get(column, 0) + value - old.get(column, 0) if counted else value
    return shown

"""How a case says that it went over to a newer version of its standard (KPG, Pengesahan 2-4)."""

from collections.abc import Iterable

VERB = "ikuti_standar"
"""Verb of the record such a change leaves; the case stays at its step."""

_ARROW = " → "


def told(before: str, after: str) -> str:
    """The note of that record, from the ids of both standards."""
    return f"{before}{_ARROW}{after}"


def left_behind(note: str) -> str:
    """The id of the standard that was left, from the note of such a record."""
    return note.partition(_ARROW)[0]


def standards_along(records: Iterable[tuple[str, str]], now: str) -> tuple[str, ...]:
    """The id of the standard each record (verb, note) of a case was made under, in their order; ``now`` is
    that of the case today."""
    found = []
    for verb, note in reversed(tuple(records)):
        found.append(now)
        if verb == VERB:
            now = left_behind(note)
    return tuple(reversed(found))

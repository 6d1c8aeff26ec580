"""How a case says that it went over to a newer version of its standard (KPG, Pengesahan 2-4)."""

from collections.abc import Iterable

from desk.rules.workflow import Flow

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


def why_it_stays(before: Flow, after: Flow | None, step_id: str, holder: str | None) -> str:
    """Why a case cannot go on under a newer flow from the step it stands at; empty when it can: what is done
    stays done, and the step that is not finished must exist there for who holds it (KPG, Pengesahan 3).

    Args:
        before: the flow it runs in.
        after: the flow of that service and path in the newer standard; None where it has none.
        step_id: where it stands.
        holder: the role that holds it, if one does.
    """
    if after is None:
        return "Layanan atau jalur ini tidak ada pada standar baru."
    here = before.step(step_id)
    there = next((one for one in after.steps if one.id == step_id and not one.end), None)
    if there is None:
        return f"Langkah {here.label} tidak ada pada standar baru."
    if holder in here.roles and holder not in there.roles:
        return "Pejabat yang memegangnya tidak melaksanakan langkah ini pada standar baru."
    return ""

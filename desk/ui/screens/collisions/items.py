"""What waits for a choice, as lines of a list."""

from collections.abc import Sequence
from dataclasses import dataclass

from desk.actions.conflicts import note_refusal
from desk.queries import collisions
from desk.queries.collisions import ConflictRow, RefusedRow
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.network import STATUS
from desk.ui.runtime.ports import Changed
from desk.ui.screens.collisions.words import table_words
from desk.ui.screens.deeds import deed
from desk.ui.theme.tokens import Tone


@dataclass(frozen=True, slots=True)
class Item:
    """A conflict or a refusal: its key, its words, its badge."""

    key: str
    title: str
    detail: str
    badge: str
    tone: Tone
    row: ConflictRow | RefusedRow


def read_items(ctx: ScreenContext) -> tuple[Item, ...]:
    """Everything this officer is asked about, conflicts first."""
    place, me, roles = ctx.workplace, ctx.workplace.actor.staff_id, ctx.workplace.roles
    found: list[Item] = [_of_conflict(row) for row in place.ask(collisions.conflicts, me, roles)]
    found += [_of_refusal(row) for row in place.ask(collisions.refusals, me, roles)]
    return tuple(found)


def count_items(ctx: ScreenContext) -> int:
    """How many there are, for the sidebar."""
    return sum(ctx.workplace.ask(collisions.counts, ctx.workplace.actor.staff_id, ctx.workplace.roles))


def note(ctx: ScreenContext, position: int) -> None:
    """Take note of a refusal and say so: it is this PC's own, no change of a table tells of it."""
    note_refusal(ctx.workplace, position)
    counted(ctx)


def counted(ctx: ScreenContext) -> None:
    """The list of refusals is another."""
    ctx.hub.announce(Changed({STATUS: frozenset()}))
    ctx.ports.network.sync_now()


def matching(items: Sequence[Item], key: str | None) -> Item | None:
    """The item of a key."""
    return next((one for one in items if one.key == key), None)


def _of_conflict(row: ConflictRow) -> Item:
    if row.paper is not None:
        detail = f"Nomor di kertas: {row.paper.printed}"
        return Item(f"c:{row.id}", row.about, detail, "nomor berubah", Tone.WARN, row)
    detail = f"{table_words(row.table)} · {row.mine.name} dan {row.theirs.name}"
    return Item(f"c:{row.id}", row.about or table_words(row.table), detail, "bentrok", Tone.WARN, row)


def _of_refusal(row: RefusedRow) -> Item:
    detail = f"{deed(row.action)} · {row.by.name}"
    return Item(f"r:{row.position}", row.about or deed(row.action), detail, "ditolak", Tone.BAD, row)

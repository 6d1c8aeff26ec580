"""The gate's workspace (P1): register, who is inside, visitor cards, handover notes."""

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries


def _inside(ctx: ScreenContext) -> int:
    from desk.queries import visits

    day = ctx.today()
    counts = ctx.workplace.ask(visits.counts, day)
    return counts.inside + counts.forgotten


def _cards_kept(ctx: ScreenContext) -> int:
    from desk.queries import visits

    return sum(card.out and card.left_at is not None for card in ctx.workplace.ask(visits.cards))


def _unread(ctx: ScreenContext) -> int:
    from desk.queries import shift

    return ctx.workplace.ask(shift.unread_notes, ctx.workplace.actor.staff_id)


def _awaited(ctx: ScreenContext) -> int:
    from desk.queries.expected import expected

    return sum(not one.visit_id for one in ctx.workplace.ask(expected, ctx.today()))


PAMDAL = Workspace(
    id="pamdal",
    label="Pos PAMDAL",
    pages=(
        PageEntry(
            "gate_register", "Daftarkan tamu", lazily("desk.ui.screens.gate.register:RegisterPage"), "pen"
        ),
        PageEntry(
            "gate_inside",
            "Di dalam gedung",
            lazily("desk.ui.screens.gate.inside:InsidePage"),
            "building",
            badge=_inside,
            badge_watches=frozenset({"visits"}),
        ),
        PageEntry(
            "gate_cards",
            "Kartu tamu",
            lazily("desk.ui.screens.gate.cards:CardsPage"),
            "card",
            badge=_cards_kept,
            badge_watches=frozenset({"visitor_cards", "visits"}),
        ),
        PageEntry(
            "gate_notes",
            "Catatan jaga",
            lazily("desk.ui.screens.gate.notes:NotesPage"),
            "chat",
            badge=_unread,
            badge_watches=frozenset({"shift_notes"}),
        ),
        entries.PRESENCE,
        PageEntry(
            "gate_expected",
            "Tamu ditunggu",
            lazily("desk.ui.screens.gate.expected:ExpectedPage"),
            "calendar",
            badge=_awaited,
            badge_watches=frozenset({"appointments", "announced_guests", "education_events", "visits"}),
        ),
    ),
    roles=frozenset({"pamdal"}),
    opens={"visit": "gate_register"},
)

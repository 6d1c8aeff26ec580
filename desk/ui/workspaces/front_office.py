"""The front office's workspace (P2): counter, cases, channel inbox, hand-over, own work, ekspedisi book."""

from dataclasses import replace

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries


def _waiting(ctx: ScreenContext) -> int:
    from desk.queries import queue

    return ctx.workplace.ask(queue.waiting_count, ctx.workplace.now())


def _open_cases(ctx: ScreenContext) -> int:
    from desk.ui.screens.cases_list.reading import open_count

    return open_count(ctx)


_CASES = frozenset({"cases"})

FRONT_OFFICE = Workspace(
    id="front_office",
    label="Meja layanan",
    pages=(
        PageEntry(
            "counter",
            "Loket",
            lazily("desk.ui.screens.counter.page:CounterPage"),
            "desk",
            badge=_waiting,
            badge_watches=frozenset({"tickets"}),
        ),
        replace(entries.CASES, badge=_open_cases, badge_watches=_CASES),
        entries.INBOX,
        entries.HANDOVER,
        entries.WORK,
        entries.PRESENCE,
        entries.APPOINTMENTS,
        entries.case_under("cases"),
        entries.correction_under("cases"),
        PageEntry(
            "gate_register",
            "Buku tamu",
            lazily("desk.ui.screens.gate.register:RegisterPage"),
            "book",
            more=True,
        ),
        entries.EKSPEDISI,
        entries.EVENTS,
        entries.STEP_TIMES,
    ),
    roles=frozenset({"front_office"}),
    opens={"visit": "gate_register", "ticket": "counter"},
)

"""The workspace of the complaints team (P9): complaints taken in, its work, channels, answers received."""

from dataclasses import replace

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries


def _to_hand_over(ctx: ScreenContext) -> int:
    from desk.ui.screens.cases_list.reading import hand_over_count

    return hand_over_count(ctx)


COMPLAINTS = Workspace(
    id="complaints",
    label="Tim pengaduan",
    pages=(
        entries.WORK,
        replace(entries.COUNTER, title="Pengaduan baru", hidden=False),
        entries.CASES,
        entries.INBOX,
        PageEntry(
            "handover",
            "Penyerahan",
            lazily("desk.ui.screens.handover.page:HandoverPage"),
            "send",
            badge=_to_hand_over,
            badge_watches=frozenset({"cases"}),
        ),
        entries.case_under("work"),
        entries.correction_under("cases"),
        entries.COMPLAINT_REPORT,
        entries.EKSPEDISI,
    ),
    roles=frozenset({"tim_pengaduan"}),
)

"""The workspace of the complaints team (P9): complaints taken in, its work, channels, answers received."""

from dataclasses import replace

from desk.ui.shell.workspace import Workspace
from desk.ui.workspaces import entries

COMPLAINTS = Workspace(
    id="complaints",
    label="Tim pengaduan",
    pages=(
        entries.WORK,
        replace(entries.COUNTER, title="Pengaduan baru", hidden=False),
        entries.CASES,
        entries.INBOX,
        entries.HANDOVER,
        entries.case_under("work"),
        entries.correction_under("cases"),
        entries.COMPLAINT_REPORT,
        entries.EKSPEDISI,
    ),
    roles=frozenset({"tim_pengaduan"}),
)

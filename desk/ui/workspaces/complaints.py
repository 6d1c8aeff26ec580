"""The workspace of the complaints team (P9): the channels they watch; the forms of complaints come later."""

from desk.ui.shell.workspace import Workspace
from desk.ui.workspaces import entries

COMPLAINTS = Workspace(
    id="complaints",
    label="Tim pengaduan",
    pages=(entries.INBOX, entries.CASES, entries.case_under("cases"), entries.correction_under("cases")),
    roles=frozenset({"tim_pengaduan"}),
)

"""The workspace of Sekretaris and Ketua (P4, P5); who acts as Plh. finds both offices' work in one inbox."""

from desk.ui.shell.workspace import Workspace
from desk.ui.workspaces import entries

LEADERSHIP = Workspace(
    id="leadership",
    label="Ruang pimpinan",
    pages=(
        entries.DISPOSITION,
        entries.SIGNING,
        entries.WORK,
        entries.CASES,
        entries.PRESENCE,
        entries.case_under("cases"),
        entries.COMPLAINT_REPORT,
        entries.EVENTS,
        entries.RESOURCES,
        entries.CALENDAR,
        entries.MANDATES,
    ),
    roles=frozenset({"sekretaris", "ketua"}),
)

"""The workspace of members and division heads (P6): what is asked of them, cases, letters to check."""

from desk.ui.shell.workspace import Workspace
from desk.ui.workspaces import entries

DIVISION = Workspace(
    id="division",
    label="Ruang divisi",
    pages=(
        entries.WORK,
        entries.SIGNING,
        entries.CASES,
        entries.VOTES,
        entries.EVENTS,
        entries.RESOURCES,
        entries.PRESENCE,
        entries.APPOINTMENTS,
        entries.case_under("cases"),
    ),
    roles=frozenset(
        {
            "anggota",
            "ketua_divisi_teknis",
            "ketua_divisi_hukum",
            "ketua_divisi_data",
            "ketua_divisi_sosdiklih",
            "ketua_divisi_keuangan",
        }
    ),
)

"""The workspace of members and division heads (P6): what is asked of them, cases, letters to check."""

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries


def _work(ctx: ScreenContext) -> int:
    from desk.ui.screens.work.page import count_work

    return count_work(ctx)


DIVISION = Workspace(
    id="division",
    label="Ruang divisi",
    pages=(
        PageEntry(
            "work",
            "Pekerjaan saya",
            lazily("desk.ui.screens.work.page:WorkPage"),
            "check",
            badge=_work,
            badge_watches=frozenset({"cases"}),
        ),
        entries.SIGNING,
        entries.CASES,
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

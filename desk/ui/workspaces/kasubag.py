"""The workspace of Kasubag, Kabag and staff (P7): own work, cases, letters and the ekspedisi book."""

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces.entries import SIGNING


def _work(ctx: ScreenContext) -> int:
    from desk.ui.screens.work.page import count_work

    return count_work(ctx)


KASUBAG = Workspace(
    id="kasubag",
    label="Ruang Kasubag",
    pages=(
        PageEntry(
            "work",
            "Pekerjaan saya",
            lazily("desk.ui.screens.work.page:WorkPage"),
            "check",
            badge=_work,
            badge_watches=frozenset({"cases"}),
        ),
        SIGNING,
        PageEntry("cases", "Permohonan", lazily("desk.ui.screens.cases_list.page:CasesPage"), "files"),
        PageEntry(
            "ekspedisi", "Surat & ekspedisi", lazily("desk.ui.screens.ekspedisi.page:EkspedisiPage"), "send"
        ),
        PageEntry(
            "handover",
            "Penyerahan",
            lazily("desk.ui.screens.handover.page:HandoverPage"),
            hidden=True,
            under="ekspedisi",
        ),
        PageEntry(
            "case", "Permohonan", lazily("desk.ui.screens.case.page:CasePage"), hidden=True, under="work"
        ),
    ),
    roles=frozenset(
        {
            "kasubag_teknis",
            "kasubag_hukum",
            "kasubag_data",
            "kasubag_keuangan",
            "kabag_teknis_hukum",
            "kabag_data",
            "kabag_umum",
            "staf",
        }
    ),
)

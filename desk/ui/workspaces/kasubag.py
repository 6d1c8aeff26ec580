"""The workspace of Kasubag, Kabag and staff (P7): own work, cases, letters and the ekspedisi book."""

from dataclasses import replace

from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries

KASUBAG = Workspace(
    id="kasubag",
    label="Ruang Kasubag",
    pages=(
        entries.WORK,
        entries.SIGNING,
        entries.CASES,
        replace(entries.EKSPEDISI, title="Surat & ekspedisi", more=False),
        entries.VOTES,
        PageEntry(
            "handover",
            "Penyerahan",
            lazily("desk.ui.screens.handover.page:HandoverPage"),
            hidden=True,
            under="ekspedisi",
        ),
        entries.case_under("work"),
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

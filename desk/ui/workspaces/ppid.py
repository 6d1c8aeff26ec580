"""Workspaces around the PPID (P8): decisions, Tim Penghubung, e-PPID operator, Tim Pertimbangan."""

from dataclasses import replace

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries

_CASES = frozenset({"cases"})


def _decisions(ctx: ScreenContext) -> int:
    from desk.ui.screens.tray.counts import waiting_count
    from desk.ui.screens.tray.places import decided_by_ppid

    return waiting_count(ctx, decided_by_ppid)


def _liaison(ctx: ScreenContext) -> int:
    from desk.ui.screens.tray.counts import waiting_count
    from desk.ui.screens.tray.places import sorted_out

    return waiting_count(ctx, sorted_out)


_REGISTERING = replace(entries.COUNTER, title="Permohonan baru", under="inbox")
"""The form that a message of a channel is registered on."""

PPID = Workspace(
    id="ppid",
    label="Ruang PPID",
    pages=(
        PageEntry(
            "ppid",
            "Keputusan",
            lazily("desk.ui.screens.ppid.page:PpidPage"),
            "scale",
            badge=_decisions,
            badge_watches=_CASES,
        ),
        entries.SIGNING,
        entries.WORK,
        entries.CASES,
        entries.case_under("cases"),
        entries.MANDATES,
    ),
    roles=frozenset({"ppid", "atasan_ppid"}),
)

LIAISON = Workspace(
    id="liaison",
    label="Tim Penghubung",
    pages=(
        PageEntry(
            "liaison",
            "Formulir masuk",
            lazily("desk.ui.screens.liaison.page:LiaisonPage"),
            "transfer",
            badge=_liaison,
            badge_watches=_CASES,
        ),
        entries.INBOX,
        entries.CASES,
        _REGISTERING,
        entries.case_under("cases"),
        entries.correction_under("cases"),
    ),
    roles=frozenset({"tim_penghubung"}),
)

OPERATOR = Workspace(
    id="operator_ppid",
    label="Operator e-PPID",
    pages=(
        entries.INBOX,
        entries.WORK,
        entries.HANDOVER,
        entries.CASES,
        _REGISTERING,
        entries.case_under("cases"),
        entries.correction_under("cases"),
    ),
    roles=frozenset({"operator_ppid"}),
)

CONSIDERATION = Workspace(
    id="consideration",
    label="Tim Pertimbangan",
    pages=(entries.WORK, entries.CASES, entries.case_under("cases")),
    roles=frozenset({"tim_pertimbangan"}),
)

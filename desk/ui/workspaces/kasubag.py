"""The workspace of Kasubag, Kabag and staff (P7): own work, cases, letters and the ekspedisi book."""

from dataclasses import replace

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import Workspace
from desk.ui.workspaces import entries


def _tells(ctx: ScreenContext) -> bool:
    from desk.rules.permissions import Capability, may

    return may(ctx.workplace.roles, Capability.TELL_PRESENCE)


KASUBAG = Workspace(
    id="kasubag",
    label="Ruang Kasubag",
    pages=(
        entries.WORK,
        entries.SIGNING,
        entries.CASES,
        replace(entries.EKSPEDISI, title="Surat & ekspedisi", more=False),
        entries.VOTES,
        entries.EVENTS,
        entries.RESOURCES,
        entries.SERVICE_SETTINGS,
        replace(entries.PRESENCE, more=True, only=_tells),
        replace(entries.APPOINTMENTS, more=True, only=_tells),
        replace(entries.HANDOVER, hidden=True, under="ekspedisi", badge=None),
        entries.STEP_TIMES,
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

"""The workspace of Sekretaris and Ketua (P4, P5); who acts as Plh. finds both offices' work in one inbox."""

from dataclasses import replace

from desk.ui.runtime.context import ScreenContext
from desk.ui.shell.workspace import Workspace
from desk.ui.workspaces import entries


def _keeps_standards(ctx: ScreenContext) -> bool:
    from desk.rules.permissions import Capability, may

    return may(ctx.workplace.roles, Capability.MANAGE_CALENDAR)


LEADERSHIP = Workspace(
    id="leadership",
    label="Ruang pimpinan",
    pages=(
        entries.DISPOSITION,
        entries.SIGNING,
        entries.WORK,
        entries.CASES,
        entries.PRESENCE,
        entries.APPOINTMENTS,
        entries.case_under("cases"),
        entries.COMPLAINT_REPORT,
        entries.EVENTS,
        entries.RESOURCES,
        entries.STEP_TIMES,
        entries.CALENDAR,
        replace(entries.VERSIONS, only=_keeps_standards),
        entries.MANDATES,
    ),
    roles=frozenset({"sekretaris", "ketua"}),
)

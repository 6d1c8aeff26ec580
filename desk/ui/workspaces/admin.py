"""The administrator's workspace (P11): the working calendar and the mandates."""

from dataclasses import replace

from desk.ui.shell.workspace import Workspace
from desk.ui.workspaces import entries

ADMIN = Workspace(
    id="admin",
    label="Administrasi",
    pages=(replace(entries.CALENDAR, more=False), replace(entries.MANDATES, more=False)),
    roles=frozenset({"admin"}),
)

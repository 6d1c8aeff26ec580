"""The administrator's workspace (P11): calendar, mandates, the office's profile, devices, recovery code."""

from dataclasses import replace

from desk.ui.shell.workspace import PageEntry, Workspace, lazily
from desk.ui.workspaces import entries

ADMIN = Workspace(
    id="admin",
    label="Administrasi",
    pages=(
        replace(entries.CALENDAR, more=False),
        replace(entries.MANDATES, more=False),
        replace(entries.VERSIONS, more=False),
        PageEntry(
            "office_profile",
            "Profil kantor",
            lazily("desk.ui.screens.office_profile.page:OfficeProfilePage"),
            "building",
        ),
        replace(entries.SERVICE_SETTINGS, more=False),
        PageEntry("devices", "Perangkat kantor", lazily("desk.ui.screens.devices.page:DevicesPage"), "desk"),
        PageEntry("recovery", "Kode pemulihan", lazily("desk.ui.screens.recovery.page:RecoveryPage"), "lock"),
    ),
    roles=frozenset({"admin"}),
)

"""The administrator's page of devices, over the administrator's own connection to the office's server.

The server is the one this PC belongs to, at the address and by the certificate it was enrolled with; login
and password are those typed for each use.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from desk.rules.permissions import Capability
from desk.ui.runtime.devices import (
    DeviceKind,
    DeviceRow,
    OneTimeCode,
    OwnServer,
    ServerKey,
    ServerStanding,
)

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.sync.admin import ServerState
    from desk.sync.reaching import Reached

Local = Callable[[datetime], datetime]

_OFFERED = ("front_office", "pamdal", "kasubag", "leadership", "office", "kiosk")


class OfficeDevices:
    """Fills ``desk.ui.runtime.devices.Devices``; ``local`` turns a moment into the office's time."""

    def __init__(self, workplace: "Workplace", folder: Path, local: Local) -> None:
        self._place, self._folder, self._local = workplace, folder, local

    def server(self) -> OwnServer | None:
        """See :class:`desk.ui.runtime.devices.Devices`."""
        from desk.sync import enrolment
        from desk.sync.host.office import ADMINISTRATOR

        if not enrolment.is_enrolled(self._place.store):
            return None
        own = enrolment.of_store(self._place.store)
        return OwnServer(f"{own.address.host}, porta {own.address.port}", ADMINISTRATOR, own.label)

    def kinds(self) -> Sequence[DeviceKind]:
        """See :class:`desk.ui.runtime.devices.Devices`."""
        from desk.sync.scopes import CLASSES, names_of

        return [DeviceKind(kind, names_of(CLASSES[kind])) for kind in _OFFERED]

    def read(self, key: ServerKey) -> ServerStanding:
        """See :class:`desk.ui.runtime.devices.Devices`."""
        with self._reached(key) as at:
            return self._standing(at)

    def enrol(self, key: ServerKey, label: str, kind: str) -> tuple[OneTimeCode, ServerStanding]:
        """See :class:`desk.ui.runtime.devices.Devices`."""
        from desk.sync.admin import CODE_LASTS, enrol

        with self._reached(key) as at:
            code = enrol(at.connection, at.address_for(), label, kind)
            ends_at = self._local(self._place.now()) + CODE_LASTS
            return OneTimeCode(label, kind, ends_at, code), self._standing(at)

    def revoke(self, key: ServerKey, label: str) -> ServerStanding:
        """See :class:`desk.ui.runtime.devices.Devices`."""
        from desk.sync.admin import revoke

        with self._reached(key) as at:
            revoke(at.connection, label)
            return self._standing(at)

    @contextmanager
    def _reached(self, key: ServerKey) -> "Iterator[Reached]":
        from desk.sync import enrolment
        from desk.sync.reaching import Trust, reach

        self._place.require(Capability.MANAGE_OFFICE)
        own = enrolment.of_store(self._place.store)
        host = f"[{own.address.host}]" if ":" in own.address.host else own.address.host
        login, database = quote(key.login, safe=""), quote(own.address.database, safe="")
        url = f"postgresql://{login}@{host}:{own.address.port}/{database}"
        given = reach(url, self._folder, lambda: key.password, Trust(pem=own.certificate))
        with given.connection:
            yield given

    def _standing(self, at: "Reached") -> ServerStanding:
        from desk.sync.admin import status

        state: ServerState = status(at.connection)
        devices = tuple(
            DeviceRow(
                one.label,
                one.kind,
                one.scopes,
                one.state,
                None if one.seen_at is None else self._local(one.seen_at),
                one.schema,
                one.lag,
                one.clock_offset,
                one.connected,
            )
            for one in state.devices
        )
        saved = None if state.saved_at is None else self._local(state.saved_at)
        read_at = self._local(self._place.now())
        return ServerStanding(devices, state.conflicts, state.refused, saved, read_at)

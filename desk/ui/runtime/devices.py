"""The devices of the office's network as the administrator's page sees them (P11)."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol


@dataclass(frozen=True, slots=True)
class ServerKey:
    """Who signs in at the server, for one use; the password is kept nowhere."""

    login: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class OwnServer:
    """The server this PC belongs to: where it is, in words, the usual login of its administrator, and the
    name under which it knows this PC."""

    place: str
    login: str
    device: str


@dataclass(frozen=True, slots=True)
class DeviceKind:
    """A class a device can be enrolled as, and the scopes it gets."""

    kind: str
    scopes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class DeviceRow:
    """A device as the server knows it.

    ``state``: active, waiting (its code was not used yet), expired (nor can it be any more) or revoked.
    ``connected``: it speaks with the server now. ``seen_at``: when it connected last, local time.
    ``schema``: the version of its data. ``lag``: changes it has not read yet. ``clock_offset``: seconds its
    clock is ahead of the server's.
    """

    label: str
    kind: str
    scopes: tuple[str, ...]
    state: str
    seen_at: datetime | None = None
    schema: str = ""
    lag: int = 0
    clock_offset: float = 0.0
    connected: bool = False


@dataclass(frozen=True, slots=True)
class ServerStanding:
    """The server at one moment, in local time: its devices, conflicts still open, changes refused in all, its
    last backup."""

    devices: tuple[DeviceRow, ...]
    conflicts: int
    refused: int
    saved_at: datetime | None
    read_at: datetime


@dataclass(frozen=True, slots=True)
class OneTimeCode:
    """The code that makes one PC a device, once and until ``ends_at`` (local time); it is kept nowhere."""

    label: str
    kind: str
    ends_at: datetime
    code: str = field(repr=False)


class Devices(Protocol):
    """What the administrator does with devices.

    ``read``, ``enrol`` and ``revoke`` speak with the server: call them off the UI thread. They raise
    DeskError; its ``code`` is offline, login_refused, label_taken, unknown_device ...
    """

    def server(self) -> OwnServer | None:
        """The server, as this PC knows it without asking; None: it stands alone."""
        ...

    def kinds(self) -> Sequence[DeviceKind]:
        """Classes to choose from."""
        ...

    def read(self, key: ServerKey) -> ServerStanding:
        """How the server and its devices stand."""
        ...

    def enrol(self, key: ServerKey, label: str, kind: str) -> tuple[OneTimeCode, ServerStanding]:
        """Make a device and its code."""
        ...

    def revoke(self, key: ServerKey, label: str) -> ServerStanding:
        """End a device at once and for good."""
        ...

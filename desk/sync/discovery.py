"""Where the office's server is: it announces itself on the office's network (mDNS), and a PC that does not
find it where it was looks there and at its earlier addresses.

Who answers is proven by the certificate, not by the announcement.
"""

import socket
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import ifaddr
import msgspec
from psycopg import Connection

from desk.rules.errors import DeskError
from desk.sync import enrolment
from desk.sync.enrolment import Enrolment
from desk.sync.link import SILENT_SECONDS, connect

if TYPE_CHECKING:
    from zeroconf import ServiceInfo, Zeroconf

    from desk.store.store import Store

SERVICE = "_desk-kpu._tcp.local."
"""What a server announces itself as; its text holds ``server``, the server's id."""

HEARD_SECONDS = 2.0
"""How long announcements are waited for."""

KNOWN = 3
"""How many earlier addresses a PC keeps."""

Place = tuple[str, int]
"""Address and port."""


def own_addresses() -> list[str]:
    """IPv4 addresses of this PC in the networks it is connected to."""
    found = [
        str(one.ip) for adapter in ifaddr.get_adapters() for one in adapter.ips if isinstance(one.ip, str)
    ]
    return [one for one in found if not one.startswith(("127.", "169.254."))]


def connect_device(store: "Store", kept: Enrolment, patience: float = SILENT_SECONDS) -> Connection[Any]:
    """A device's own connection to where its server was last; ``patience`` as in :func:`link.connect`.

    Raises:
        SyncError: a subclass that says what is wrong.
    """
    path = enrolment.certificate_file(store, kept) if kept.certificate else None
    return connect(kept.address, kept.login, kept.password, path, patience=patience)


def found_again(
    store: "Store",
    kept: Enrolment,
    ending: Callable[[], bool] = lambda: False,
    interfaces: Sequence[str] | None = None,
) -> Enrolment | None:
    """Look for a server that is not where it was; keep and give back its new place, None where it is nowhere.

    A server without TLS is on this very PC and never looked for. ``ending`` ends the search between tries.
    """
    if not kept.address.tls:
        return None
    places = heard(kept.server, interfaces=interfaces)
    places += [(host, kept.address.port) for host in kept.known]
    for place in places:
        if ending():
            return None
        if place == (kept.address.host, kept.address.port):
            continue
        moved = _moved(kept, place)
        with suppress(DeskError):
            connect_device(store, moved).close()
            enrolment.keep(store, moved)
            return moved
    return None


def heard(
    server: str, seconds: float = HEARD_SECONDS, interfaces: Sequence[str] | None = None
) -> list[Place]:
    """Where a server with that id says it is; waits until it is heard or the time is over."""
    from zeroconf import ServiceBrowser

    found: list[Place] = []
    done = threading.Event()

    def listen(zeroconf: "Zeroconf", service_type: str, name: str, **_: object) -> None:
        info = zeroconf.get_service_info(service_type, name, timeout=1000)
        if info is not None and info.properties.get(b"server") == server.encode():
            found.extend((address, info.port or 0) for address in info.parsed_addresses())
            done.set()

    try:
        with _mdns(interfaces) as zeroconf:
            browser = ServiceBrowser(zeroconf, SERVICE, handlers=[listen])
            done.wait(seconds)
            browser.cancel()
    except OSError:
        return []  # this PC is in no network
    return found


class Announcement:
    """Tells the office's network where the server is, until it is closed."""

    def __init__(self, server: str, port: int, interfaces: Sequence[str] | None = None) -> None:
        self._server = server
        self._port = port
        self._fixed = list(interfaces or ())
        self._addresses: list[str] = []
        self._zeroconf: Zeroconf | None = None
        self.refresh()

    def refresh(self) -> None:
        """Tell the present addresses, where they have changed.

        Raises:
            OSError: this PC is in no network.
        """
        addresses = self._fixed or own_addresses()
        if addresses == self._addresses:
            return
        self.close()  # it listens at the addresses it began with
        self._zeroconf = _mdns(self._fixed)
        self._zeroconf.register_service(self._info(addresses))
        self._addresses = addresses

    def close(self) -> None:
        """Say that the server is gone."""
        if self._zeroconf is not None:
            self._zeroconf.close()
            self._zeroconf = None
            self._addresses = []

    def _info(self, addresses: Iterable[str]) -> "ServiceInfo":
        from zeroconf import ServiceInfo

        name = f"desk-{self._server[:8]}"
        return ServiceInfo(
            SERVICE,
            f"{name}.{SERVICE}",
            port=self._port,
            properties={"server": self._server},
            server=f"{name}.local.",
            addresses=[socket.inet_aton(one) for one in addresses],
        )


def _moved(kept: Enrolment, place: Place) -> Enrolment:
    host, port = place
    known = [one for one in (kept.address.host, *kept.known) if one != host][:KNOWN]
    address = msgspec.structs.replace(kept.address, host=host, port=port)
    return msgspec.structs.replace(kept, address=address, known=tuple(known))


def _mdns(interfaces: Sequence[str] | None) -> "Zeroconf":
    from zeroconf import InterfaceChoice, Zeroconf

    return Zeroconf(interfaces=list(interfaces) if interfaces else InterfaceChoice.All)

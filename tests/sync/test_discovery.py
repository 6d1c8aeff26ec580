"""A server PC that has got another address is found again; who answers there is proven first."""

import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime

import msgspec

from desk.sync import enrolment
from desk.sync.discovery import KNOWN, Announcement, found_again, heard
from desk.sync.enrolment import Enrolment
from desk.sync.once import once
from desk.sync.worker import Worker
from tests.servers import Cluster, free_port
from tests.sync.secured import TlsLan, replace_address
from tests.tls import Authority, use

LOOPBACK = ["127.0.0.1"]
SERVER = "1a2b3c4d-0000-4000-8000-000000000001"


def moved_away(office: TlsLan, *known: str, label: str = "LOKET-1") -> Enrolment:
    """A device whose server is not where it was any more."""
    kept = office.join(office.code(label), label)
    gone = msgspec.structs.replace(kept, address=replace_address(kept.address, host="127.0.0.9"), known=known)
    enrolment.keep(office.stores[label], gone)
    return gone


@contextmanager
def announced(server: str, port: int) -> Iterator[None]:
    with closing(Announcement(server, port, LOOPBACK)):
        yield


def test_a_server_is_heard_by_its_id_alone() -> None:
    with announced(SERVER, 5433):
        assert heard(SERVER, interfaces=LOOPBACK) == [("127.0.0.1", 5433)]
        assert heard(SERVER.replace("1a2b", "ffff"), seconds=0.5, interfaces=LOOPBACK) == []


def test_a_server_that_is_gone_is_heard_no_more() -> None:
    with announced(SERVER, 5433):
        pass
    assert heard(SERVER, seconds=0.5, interfaces=LOOPBACK) == []


def test_a_device_finds_its_server_by_the_announcement(tls_office: TlsLan) -> None:
    kept = moved_away(tls_office)
    store = tls_office.stores["LOKET-1"]
    with announced(kept.server, tls_office.lan.cluster.port):
        found = found_again(store, kept, interfaces=LOOPBACK)
    assert found is not None
    assert (found.address.host, found.known) == ("127.0.0.1", ("127.0.0.9",))
    assert enrolment.of_store(store) == found
    assert once(store, lambda: datetime.now(UTC)).pushed == 0


def test_a_device_tries_where_its_server_was_before(tls_office: TlsLan) -> None:
    kept = moved_away(tls_office, "127.0.0.8", "127.0.0.2")
    found = found_again(tls_office.stores["LOKET-1"], kept, interfaces=LOOPBACK)
    assert found is not None
    assert (found.address.host, found.known) == ("127.0.0.2", ("127.0.0.9", "127.0.0.8"))
    assert len(found.known) <= KNOWN


def test_a_liar_is_not_believed(tls_office: TlsLan, secured: Cluster) -> None:
    kept = moved_away(tls_office)
    use(secured, Authority.made(tls_office.folder / "liar").issue())
    with announced(kept.server, secured.port):
        assert found_again(tls_office.stores["LOKET-1"], kept, interfaces=LOOPBACK) is None
    assert enrolment.of_store(tls_office.stores["LOKET-1"]) == kept


def test_a_server_on_this_pc_is_never_looked_for(tls_office: TlsLan) -> None:
    here = enrolment.of_store(tls_office.lan.server.store)
    gone = msgspec.structs.replace(here, address=replace_address(here.address, host="127.0.0.9"))
    with announced(here.server, tls_office.lan.cluster.port):
        assert found_again(tls_office.lan.server.store, gone, interfaces=LOOPBACK) is None


def test_the_search_ends_when_the_program_does(tls_office: TlsLan) -> None:
    kept = moved_away(tls_office, "127.0.0.2")
    store = tls_office.stores["LOKET-1"]
    assert found_again(store, kept, lambda: True, LOOPBACK) is None


def test_the_open_office_finds_its_server_again(tls_office: TlsLan) -> None:
    moved_away(tls_office, "127.0.0.2")
    worker = Worker(tls_office.stores["LOKET-1"], lambda: datetime.now(UTC))
    online = threading.Event()
    worker.subscribe(lambda state: online.set() if state.online else None)
    worker.start()
    try:
        assert online.wait(30)
        assert worker.enrolment.address.host == "127.0.0.2"
    finally:
        worker.stop()


def test_nobody_there_costs_no_place(tls_office: TlsLan) -> None:
    kept = moved_away(tls_office)
    nowhere = msgspec.structs.replace(kept, address=replace_address(kept.address, port=free_port()))
    assert found_again(tls_office.stores["LOKET-1"], nowhere, interfaces=LOOPBACK) is None

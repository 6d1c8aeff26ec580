"""A server that shows certificates, for the process; an office on it, for a test."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.lan import open_lan, prepare_template
from tests.servers import FAST, Cluster, debian_binaries, running
from tests.sync.secured import TlsLan
from tests.tls import Authority, use


@pytest.fixture(scope="session")
def secured() -> Iterator[Cluster]:
    if debian_binaries() is None:
        pytest.skip("the server of the wheel has no TLS")
    with running((*FAST, "listen_addresses = '127.0.0.1,127.0.0.2'")) as cluster:
        prepare_template(cluster)
        yield cluster


@pytest.fixture
def tls_office(secured: Cluster, tmp_path: Path) -> Iterator[TlsLan]:
    authority = Authority.made(tmp_path / "authority")
    use(secured, authority.issue())
    with ExitStack() as ends:
        database = secured.database("desk_template")
        ends.callback(secured.drop, database)
        yield TlsLan(open_lan(secured, database, tmp_path, ends), authority, tmp_path)

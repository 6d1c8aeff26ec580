"""A real server for each process of a test run, a fresh database and network for each test."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.lan import OfficeLan, open_lan, prepare_template
from tests.servers import FAST, Cluster, running


@pytest.fixture(scope="session")
def cluster() -> Iterator[Cluster]:
    with running(FAST) as cluster:
        prepare_template(cluster)
        yield cluster


@pytest.fixture
def lan(cluster: Cluster, tmp_path: Path) -> Iterator[OfficeLan]:
    database = cluster.database("desk_template")
    with ExitStack() as ends:
        ends.callback(cluster.drop, database)
        yield open_lan(cluster, database, tmp_path, ends)

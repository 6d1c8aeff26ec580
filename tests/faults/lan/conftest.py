"""A cable to the server that can be cut, and workers that end with the test."""

from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.faults.lan.wire import Wire
from tests.servers import Cluster


@pytest.fixture
def wire(cluster: Cluster) -> Iterator[Wire]:
    wire = Wire(cluster.port)
    yield wire
    wire.close()


@pytest.fixture
def ends() -> Iterator[ExitStack]:
    with ExitStack() as stack:
        yield stack

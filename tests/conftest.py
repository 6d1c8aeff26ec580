"""Test set-up for all: no screen, no keyring, no folder of the person at this PC, nothing left behind."""

import logging
import os
import tempfile
import threading
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from tests.lan import OfficeLan
    from tests.office import SmallOffice
    from tests.servers import Cluster

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"

_home = tempfile.TemporaryDirectory(prefix="desk-tests-")
for _variable in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"):
    _folder = Path(_home.name, _variable.lower())
    _folder.mkdir(mode=0o700)
    os.environ[_variable] = str(_folder)

settings.register_profile("desk", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "desk")


def pytest_unconfigure() -> None:
    """Removes the throw-away folders of this run."""
    _home.cleanup()


def _own_threads() -> set[threading.Thread]:
    """Threads started by Python code; a dummy only stands for a Qt thread that passed by."""
    return {thread for thread in threading.enumerate() if not thread.name.startswith("Dummy-")}


@pytest.fixture(autouse=True)
def no_leaked_threads() -> Iterator[None]:
    """Fails a test that leaves a thread running two seconds after its end."""
    before = _own_threads()
    yield
    leaked = []
    for thread in _own_threads() - before:
        thread.join(timeout=2)
        if thread.is_alive():
            leaked.append(thread.name)
    if leaked:
        pytest.fail(f"threads left running: {', '.join(sorted(leaked))}", pytrace=False)


@pytest.fixture
def office(tmp_path: Path) -> Iterator["SmallOffice"]:
    """The invented office, founded in a folder of its own."""
    from tests.office import open_small_office

    opened = open_small_office(tmp_path / "office")
    yield opened
    opened.store.close()


class _Collector(logging.Handler):
    """Keeps what is logged at WARNING or above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keeps one line."""
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def no_unexpected_log_lines(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fails a test in which something warned in the log; one that asks for ``caplog`` looks for itself."""
    collector = _Collector()
    logging.getLogger().addHandler(collector)
    yield
    logging.getLogger().removeHandler(collector)
    if collector.lines and "caplog" not in request.fixturenames:
        pytest.fail("unexpected log lines: " + "; ".join(collector.lines), pytrace=False)


@pytest.fixture(scope="session")
def cluster() -> "Iterator[Cluster]":
    """A real server for each process of a test run."""
    from tests.lan import prepare_template
    from tests.servers import FAST, running

    with running(FAST) as cluster:
        prepare_template(cluster)
        yield cluster


@pytest.fixture
def lan(cluster: "Cluster", tmp_path: Path) -> "Iterator[OfficeLan]":
    """A fresh database on it, and the small office moved there."""
    from tests.lan import open_lan

    database = cluster.database("desk_template")
    with ExitStack() as ends:
        ends.callback(cluster.drop, database)
        yield open_lan(cluster, database, tmp_path, ends)

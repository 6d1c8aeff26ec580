"""Benches measure against a peer or a floor in the same run; their lines come at the end of the run."""

from collections.abc import Callable

import pytest

_LINES = pytest.StashKey[list[str]]()
Report = Callable[[str], None]


@pytest.fixture
def report(request: pytest.FixtureRequest) -> Report:
    """Keeps a line for the end of the run."""
    return request.config.stash.setdefault(_LINES, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Prints what was measured."""
    lines = config.stash.get(_LINES, [])
    if lines:
        terminalreporter.section("measured")
        for line in lines:
            terminalreporter.write_line(line)

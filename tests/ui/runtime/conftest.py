"""A context without a window, closed after each test."""

from collections.abc import Iterator
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.ports import Paper
from tests.ui.drivers.fakes import close_context, fake_context


class Stand:
    """A stage that remembers what it was asked to show."""

    def __init__(self) -> None:
        self.toasts: list[tuple[str, str]] = []
        self.undos: list[Any] = []
        self.pages: list[tuple[str, dict[str, object]]] = []
        self.papers: list[Paper] = []

    def toast(self, text: str, undo: Any = None, tone: str = "info") -> None:
        self.toasts.append((text, tone))
        self.undos.append(undo)

    def navigate(self, page_id: str, **params: object) -> None:
        self.pages.append((page_id, params))

    def preview(self, paper: Paper, _subject_id: str = "") -> None:
        self.papers.append(paper)

    def ask(self, widget: object, title: str, actions: object = (), *, width: int = 440) -> None: ...

    def close_drawer(self) -> None: ...


@pytest.fixture
def ctx(qtbot: QtBot) -> Iterator[ScreenContext]:
    made = fake_context()
    yield made
    close_context(made)


@pytest.fixture
def stand(ctx: ScreenContext) -> Stand:
    stage = Stand()
    ctx.attach(stage)
    return stage

"""Windows in tests wear the program's own look at text scale 1.0, whatever a test before them chose."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.theme import style


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The style sheet and fonts are on, text at 1.0 before and after; closed windows are gone for good,
    and parts that no window took: each would be dressed again with every change of the style."""
    if not qapp.styleSheet() or style.scale() != 1.0:
        style.apply(qapp, 1.0)
    before = set(QApplication.topLevelWidgets())
    yield
    for left in set(QApplication.topLevelWidgets()) - before:
        left.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if style.scale() != 1.0:
        style.apply(qapp, 1.0)


@pytest.fixture
def large_text(qapp: QApplication) -> None:
    """Text at 150 %."""
    style.apply(qapp, 1.5)


@pytest.fixture
def show(qtbot: QtBot) -> Callable[..., QWidget]:
    """Shows widgets under each other in one active window; gives the window."""
    kept: list[QWidget] = []

    def shown(*parts: QWidget, width: int = 420, height: int = 400) -> QWidget:
        window = QWidget()
        window.setObjectName("paper")
        column = QVBoxLayout(window)
        for part in parts:
            column.addWidget(part)
        column.addStretch(1)
        qtbot.addWidget(window)
        kept.append(window)
        window.resize(width, height)
        window.show()
        qtbot.waitUntil(window.isActiveWindow)
        return window

    return shown

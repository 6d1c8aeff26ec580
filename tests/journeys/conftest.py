"""Journeys look as the program does; windows closed in one are gone before the next."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from desk.ui.theme import style


@pytest.fixture(autouse=True)
def dressed(qapp: QApplication) -> Iterator[None]:
    """The style sheet and fonts are on, text at 1.0 before and after."""
    if not qapp.styleSheet() or style.scale() != 1.0:
        style.apply(qapp, 1.0)
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if style.scale() != 1.0:
        style.apply(qapp, 1.0)

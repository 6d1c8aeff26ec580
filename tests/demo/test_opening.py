"""The demo office in its windows: shown accounts, somebody signed in at once, nothing left behind."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.bootstrap.clock import utc_now
from desk.bootstrap.desktop import Desktop
from desk.demo import opening
from desk.demo.house import demo_settings, filled_house, throw_away_folder
from desk.ui.shell.window import MainWindow

PATIENCE_MS = 90_000


@pytest.fixture
def desktop(tmp_path: Path, qapp: QApplication) -> Iterator[Desktop]:
    settings = demo_settings(tmp_path, only_files=True)
    heard = opening.Progress()
    made = Desktop(settings, partial(filled_house, settings, utc_now, heard.hear))
    made.heard = heard  # type: ignore[attr-defined]
    yield made
    for window in (made.window, made.sign_in):
        if window is not None:
            window.close()
            window.deleteLater()
            QCoreApplication.sendPostedEvents(window)
    made.close()


def test_with_a_role_its_person_is_signed_in_once_the_office_is_filled(
    desktop: Desktop, qtbot: QtBot
) -> None:
    said: list[str] = []
    desktop.heard.told.connect(lambda part: said.append(f"{part:.0%}"))  # type: ignore[attr-defined]
    opening.open_windows(desktop, desktop.heard, "front_office")  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: isinstance(desktop.window, MainWindow), timeout=PATIENCE_MS)
    window = desktop.window
    assert isinstance(window, MainWindow)
    assert window.ctx.session.name == "Rahma Widyastuti"
    assert window.ctx.session.counter == "Loket 1"
    assert said[-1] == "100%"
    assert desktop.sign_in is not None
    names = [desktop.sign_in.accounts.item(row).text() for row in range(desktop.sign_in.accounts.count())]
    assert any("Putri Handayani" in name for name in names)


def test_the_folder_is_gone_afterwards() -> None:
    with throw_away_folder() as folder:
        (folder / "office").mkdir()
        (folder / "office" / "desk.db").write_bytes(b"x")
    assert not folder.exists()

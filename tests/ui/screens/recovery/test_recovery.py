"""A new recovery code at the administrator's desk: made, kept, and only then in force (P11)."""

from functools import partial
from typing import cast

import pytest
from PySide6.QtCore import Qt

from desk.actions.recovery import prepare_recovery_code
from desk.store import layout
from desk.store.errors import WrongRecoveryCodeError
from desk.store.keys import open_locked
from desk.ui.screens.recovery.page import RecoveryPage
from tests.office import CHEAP, SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import Desk
from tests.ui.screens.conftest import Seats


@pytest.fixture
def desk(seats: Seats) -> Desk:
    sit = seats(partial(Desk, pages={"recovery": "desk.ui.screens.recovery.page:RecoveryPage"}))
    return cast("Desk", sit("admin"))


def page_of(desk: Desk) -> RecoveryPage:
    page = desk.shell.page
    assert isinstance(page, RecoveryPage)
    return page


def opens(office: SmallOffice, code: str) -> bool:
    try:
        return open_locked(layout.recovery(office.store.folder), code, CHEAP) == office.store.key
    except WrongRecoveryCodeError:
        return False


def make_code(desk: Desk) -> str:
    page = page_of(desk)
    desk.press(Qt.Key.Key_F2)
    desk.bot.waitUntil(lambda: bool(page.code.text()))
    desk.bot.waitUntil(lambda: desk.shell.drawer is not None)
    assert desk.papers.asked[-1] == ("recovery_sheet", "")
    assert desk.papers.options[-1] == {"code": page.code.text()}
    desk.press(Qt.Key.Key_Escape)
    return page.code.text()


def test_a_code_is_in_force_when_its_sheet_is_kept(office: SmallOffice, desk: Desk) -> None:
    page = page_of(desk)
    assert page.made.text() == "Kode yang berlaku dibuat saat kantor didirikan."
    code = make_code(desk)
    assert not page.force.isEnabled()
    desk.save()
    assert not opens(office, code)
    page.kept.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.save()
    desk.bot.waitUntil(lambda: opens(office, code))
    desk.bot.waitUntil(lambda: "13 Maret 2026" in page.made.text())
    desk.bot.waitUntil(lambda: not page.code.text())
    assert desk.toasts() == ["Kode pemulihan baru berlaku. Buat cadangan baru."]


def test_a_code_replaced_at_the_command_line_is_refused(office: SmallOffice, desk: Desk) -> None:
    page = page_of(desk)
    code = make_code(desk)
    prepare_recovery_code(office.at("admin"))
    page.kept.setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.save()
    desk.bot.waitUntil(lambda: bool(desk.toasts()))
    assert desk.toasts() == ["Kode ini sudah diganti dengan kode yang lebih baru. Mulai sekali lagi."]
    assert not opens(office, code)
    assert page.make.isEnabled()


def test_nothing_is_cut(office: SmallOffice, large_text: None, desk: Desk) -> None:
    assert clipped_texts(page_of(desk)) == []
    make_code(desk)
    assert clipped_texts(page_of(desk)) == []

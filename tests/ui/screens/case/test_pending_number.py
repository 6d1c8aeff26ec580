"""A provisional number is marked on the page, and gives way by itself when the official one comes."""

from PySide6.QtCore import Qt

from tests.office import SmallOffice
from tests.pending import official_arrives, on_a_network
from tests.stories import take_in, to_kasubag
from tests.ui.drivers.case import CaseDriver
from tests.ui.screens.case.conftest import Sit

OFFICIAL = "007/PI/KPU-TL/III/2026"


def number_of(driver: CaseDriver) -> str:
    return driver.page.head.number.text().replace("\u2060", "")


def test_the_official_number_takes_its_place_while_somebody_looks(office: SmallOffice, sit: Sit) -> None:
    on_a_network(office)
    opened = take_in(office)
    driver = sit("rahma").open(opened.case_id)
    assert "SEMENTARA-LOKET-1-1" in number_of(driver)
    assert driver.page.head.pending.isVisible()
    assert driver.page.head.pending.accessibleName() == "nomor resmi menyusul"
    official_arrives(office, opened.number, OFFICIAL)
    driver.bot.waitUntil(lambda: OFFICIAL in number_of(driver))
    assert not driver.page.head.pending.isVisible()


def test_what_is_being_typed_stays_while_the_number_comes(office: SmallOffice, sit: Sit) -> None:
    on_a_network(office)
    opened = to_kasubag(office)
    driver = sit("syahrul").open(opened.case_id)
    body = driver.page.answer.prepare.letter.body
    body.editor.setFocus(Qt.FocusReason.TabFocusReason)
    driver.bot.keyClicks(body.editor, "Bersama ini ")
    official_arrives(office, opened.number, OFFICIAL)
    driver.bot.waitUntil(lambda: OFFICIAL in number_of(driver))
    driver.bot.keyClicks(body.editor, "kami sampaikan")
    assert "Bersama ini kami sampaikan" in body.value()

"""While the PPID writes a decision, other desks change and add requests: words and choice stay."""

from PySide6.QtWidgets import QApplication

from tests import requests
from tests.office import SmallOffice
from tests.ui.drivers.collisions import arrive
from tests.ui.screens.ppid.conftest import Sit


def test_a_reason_half_typed_is_finished_while_requests_come_and_change(
    office: SmallOffice, sit: Sit
) -> None:
    first = requests.at_ppid(office)
    desk = sit("putri")
    desk.chip(desk.page.form.kind, "Tidak dikuasai")
    chosen = desk.page.list.current()
    reason = desk.page.form.fields["reason"]
    desk.type_into(reason, "Data ada ")
    requests.at_ppid(office)
    arrive(office, "cases", first, subject="Data lain")
    desk.bot.waitUntil(lambda: desk.waiting() == 2)
    focus = QApplication.focusWidget()
    assert focus is not None
    desk.bot.keyClicks(focus, "di BPS")
    assert reason.value() == "Data ada di BPS"
    assert desk.page.list.current() == chosen

"""The Tim Penghubung sorts, passes on, gives at once, returns (S3, P8)."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from desk.queries import cases, deliveries, history
from desk.queries.cases import CasePage
from desk.queries.paging import PAGE
from tests import requests
from tests.many import copies
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import ALT
from tests.ui.drivers.ppid import TrayDriver

Sit = Callable[[str], TrayDriver]


def page_of(office: SmallOffice, case_id: str) -> CasePage:
    page = office.at("fajar").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    return page


def test_a_form_is_passed_on_with_the_suggested_class(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_liaison(office)
    desk = sit("fajar")
    desk.chip(desk.page.openness, "Mungkin dikecualikan")
    desk.type_into(desk.page.note, "Memuat data pribadi saksi")
    desk.save()
    page = page_of(office, case_id)
    assert (page.row.step, page.detail["openness"]) == ("keputusan_ppid", "mungkin_dikecualikan")
    assert office.at("fajar").ask(history.steps, case_id)[-1].note == "Memuat data pribadi saksi"
    assert desk.waiting() == 0


def test_only_open_kinds_can_be_given_at_once(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_liaison(office)
    desk = sit("fajar")
    assert not desk.page.give_button.isEnabled()
    desk.press(Qt.Key.Key_F6)
    assert not page_of(office, case_id).row.closed
    desk.chip(desk.page.openness, "Berkala")
    assert desk.page.give_button.isEnabled()
    desk.press(Qt.Key.Key_F6)
    desk.save()
    assert desk.shell.drawer.sheet.unsigned.text().startswith("Minta tanda tangan penerima")
    desk.bot.keyClick(desk.shell.drawer.sheet.paper, Qt.Key.Key_Space)
    desk.save()
    page = page_of(office, case_id)
    assert (page.row.closed, page.detail["openness"]) == (True, "berkala")
    assert [row.case_id for row in office.at("fajar").ask(deliveries.book).rows] == [case_id]
    assert desk.waiting() == 0


def test_a_form_goes_back_with_a_reason(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_liaison(office)
    desk = sit("fajar")
    desk.press(Qt.Key.Key_F8)
    desk.shell.type("Rincian informasi belum jelas")
    desk.save()
    assert page_of(office, case_id).row.step == "registrasi"
    assert desk.shell.drawer is None


def test_two_forms_follow_each_other(office: SmallOffice, sit: Sit) -> None:
    requests.at_liaison(office)
    second = requests.at_liaison(office)
    desk = sit("fajar")
    desk.save()
    assert desk.page.file.page.row.id == second
    desk.save()
    assert desk.page.file is None


def test_what_was_begun_comes_back_and_says_so(office: SmallOffice, sit: Sit) -> None:
    requests.at_liaison(office)
    requests.at_liaison(office)
    desk = sit("fajar")
    desk.type_into(desk.page.note, "Memuat data pribadi")
    desk.press(Qt.Key.Key_Escape)
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Down)
    assert (desk.page.note.value(), desk.restored()) == ("", "")
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Up)
    assert desk.page.note.value() == "Memuat data pribadi"
    assert desk.restored().startswith("Draf dipulihkan, terakhir disimpan")
    desk.save()
    assert desk.ports.drafts.kept == {}


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    requests.at_liaison(office)
    assert clipped_texts(sit("fajar").page) == []


def test_more_forms_than_a_page_are_turned_and_counted(office: SmallOffice, sit: Sit) -> None:
    first = requests.at_liaison(office)
    copies(office, first, PAGE)
    desk = sit("fajar")
    assert desk.waiting() == PAGE
    assert desk.page.heading.text() == f"MENUNGGU TIM PENGHUBUNG · {PAGE + 1}"
    assert desk.page.badge() == PAGE + 1
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert desk.waiting() == 1
    desk.save()
    assert (desk.waiting(), desk.page.pager.isHidden()) == (PAGE, True), "the page ran empty"

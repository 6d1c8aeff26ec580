"""The PPID decides, or has data collected first (S3, P8)."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from desk.queries import cases, history
from desk.queries.cases import CasePage
from tests import requests
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.ppid import TrayDriver

Sit = Callable[[str], TrayDriver]


def page_of(office: SmallOffice, case_id: str) -> CasePage:
    page = office.at("putri").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    return page


def test_a_request_is_granted_and_the_usual_section_prepares(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_ppid(office)
    desk = sit("putri")
    desk.chip(desk.page.form.kind, "Dikabulkan")
    desk.save()
    page = page_of(office, case_id)
    assert (page.row.step, page.row.holder, page.row.decision) == (
        "menyiapkan",
        "kasubag_hukum",
        "dikabulkan",
    )
    assert desk.waiting() == 0


def test_a_refusal_without_its_grounds_stays(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_ppid(office)
    desk = sit("putri")
    desk.chip(desk.page.form.kind, "Ditolak: dikecualikan")
    desk.save()
    assert desk.page.form.fields["grounds"].problem() == "Pilih dasar hukum pengecualian."
    assert page_of(office, case_id).row.step == "keputusan_ppid"


def test_without_a_decision_the_pills_say_so(office: SmallOffice, sit: Sit) -> None:
    requests.at_ppid(office)
    desk = sit("putri")
    desk.save()
    assert desk.page.form.kind.problem() == "Pilih keputusan."


def test_not_held_names_the_reason_and_who_holds_it(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_ppid(office)
    desk = sit("putri")
    desk.chip(desk.page.form.kind, "Tidak dikuasai")
    desk.type_into(desk.page.form.fields["reason"], "Data ada pada instansi lain")
    desk.type_into(desk.page.form.fields["holder_body"], "Badan Pusat Statistik")
    desk.save()
    decision = office.at("putri").ask(history.decision, case_id)
    assert decision is not None
    assert (decision.kind, decision.holder_body) == ("tidak_dikuasai", "Badan Pusat Statistik")


def test_data_is_asked_for_first(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_ppid(office)
    desk = sit("putri")
    desk.press(Qt.Key.Key_F6)
    desk.save()
    assert desk.shell.drawer is not None, "nothing was named yet"
    desk.bot.keyClick(desk.shell.drawer.role.combo, Qt.Key.Key_Down)
    desk.type_into(desk.shell.drawer.note, "Rekap per TPS")
    desk.save()
    page = page_of(office, case_id)
    assert page.row.step == "mengumpulkan_data"
    assert page.row.holder is not None
    assert desk.shell.drawer is None


def test_a_request_goes_back_to_the_liaison(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_ppid(office)
    desk = sit("putri")
    desk.press(Qt.Key.Key_F8)
    desk.shell.type("Golongkan lebih dahulu")
    desk.save()
    assert page_of(office, case_id).row.step == "tim_penghubung"


def test_an_unfinished_decision_is_kept(office: SmallOffice, sit: Sit) -> None:
    requests.at_ppid(office)
    requests.at_ppid(office)
    desk = sit("putri")
    desk.chip(desk.page.form.kind, "Sebagian")
    desk.type_into(desk.page.form.fields["blacked_out"], "Nomor telepon")
    desk.press(Qt.Key.Key_Escape)
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Down)
    assert desk.page.form.kind.value() is None
    assert desk.restored() == ""
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Up)
    assert desk.page.form.fields["blacked_out"].value() == "Nomor telepon"
    assert desk.restored().startswith("Draf dipulihkan, terakhir disimpan")


def test_a_restored_decision_can_be_given_up(office: SmallOffice, sit: Sit) -> None:
    requests.at_ppid(office)
    requests.at_ppid(office)
    desk = sit("putri")
    usual = desk.page.form.to_role.value()
    desk.chip(desk.page.form.kind, "Sebagian")
    desk.press(Qt.Key.Key_Escape)
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Down)
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Up)
    assert desk.page.form.kind.value() == "sebagian"
    desk.bot.mouseClick(desk.page.restored.button, Qt.MouseButton.LeftButton)
    assert desk.restored() == ""
    assert (desk.page.form.kind.value(), desk.page.form.to_role.value()) == (None, usual)
    assert desk.ports.drafts.kept == {}


def test_an_empty_tray_does_not_ask_to_pick_from_it(sit: Sit) -> None:
    desk = sit("putri")
    words = [label.text() for label in desk.page.findChildren(QLabel) if label.isVisible()]
    assert "Tidak ada yang menunggu keputusan" in words
    assert "Pilih dari daftar" not in words


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    requests.at_ppid(office)
    assert clipped_texts(sit("putri").page) == []

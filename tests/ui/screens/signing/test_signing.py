"""Parafs and signatures by one key each (R9, P4–P8)."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt

from desk.actions.limits import extend_limit
from desk.actions.mandates import give_mandate
from desk.queries import cases, history
from desk.queries.cases import CasePage
from tests import requests
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.ppid import TrayDriver

Sit = Callable[[str], TrayDriver]


def page_of(office: SmallOffice, case_id: str) -> CasePage:
    page = office.at("hendra").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    return page


def test_the_chain_gives_its_parafs_one_after_the_other(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.in_control(office)
    assert sit("hendra").waiting() == 0, "the Kasubag comes first"
    first = sit("syahrul")
    first.press(Qt.Key.Key_P)
    assert first.waiting() == 0
    second = sit("hendra")
    assert second.badges() == ["paraf"]
    assert "Kasubag Hukum & SDM: paraf" in second.page.controls.text()
    second.press(Qt.Key.Key_P)
    assert page_of(office, case_id).row.step == "tanda_tangan"


def test_the_letter_is_shown_beside_the_list(office: SmallOffice, sit: Sit) -> None:
    requests.in_control(office)
    desk = sit("syahrul")
    desk.bot.waitUntil(lambda: desk.page.preview.pages == 1)
    assert [kind for kind, _subject in desk.papers.asked] == ["pemberitahuan_tertulis"]


def test_signing_asks_once_and_gives_the_number(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_signature(office)
    desk = sit("putri")
    assert desk.badges() == ["tanda tangan"]
    desk.press(Qt.Key.Key_T)
    assert desk.shell.drawer_title == "Tanda tangani surat"
    assert "Pejabat Pengelola Informasi dan Dokumentasi" in desk.shell.drawer_texts()
    desk.press(Qt.Key.Key_Return)
    (letter,) = office.at("putri").ask(history.letters, case_id)
    assert letter.state == "signed"
    assert any(letter.number in toast for toast in desk.toasts())
    assert page_of(office, case_id).row.step == "penyerahan"
    desk.press(Qt.Key.Key_F9)
    desk.bot.waitUntil(lambda: desk.shell.drawer is not None)
    assert desk.papers.asked[-1] == ("pemberitahuan_tertulis", letter.id)


def test_the_key_of_a_signature_does_nothing_at_control(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.in_control(office)
    desk = sit("syahrul")
    desk.press(Qt.Key.Key_T)
    assert desk.shell.drawer is None
    assert page_of(office, case_id).row.step == "pemeriksaan"


def test_corrections_send_the_letter_back(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_signature(office)
    desk = sit("putri")
    desk.press(Qt.Key.Key_K)
    desk.save()
    assert desk.shell.drawer is not None, "corrections are wanted"
    desk.shell.type("Perbaiki nomor lampiran")
    desk.save()
    page = page_of(office, case_id)
    assert (page.row.step, page.parafs) == ("menyiapkan", ())
    assert office.at("putri").ask(history.controls, case_id)[-1].note == "Perbaiki nomor lampiran"


def test_an_acting_officer_signs_as_plh(office: SmallOffice, sit: Sit) -> None:
    requests.at_signature(office)
    since = office.clock() - timedelta(hours=1)
    give_mandate(office.at("putri"), office.founded.staff["fajar"], "ppid", since, None, "7/ST/2026")
    desk = sit("fajar")
    desk.press(Qt.Key.Key_T)
    assert "Plh. Pejabat Pengelola Informasi dan Dokumentasi" in desk.shell.drawer_texts()


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    requests.at_signature(office)
    desk = sit("putri")
    desk.bot.waitUntil(lambda: desk.page.preview.pages == 1)
    assert clipped_texts(desk.page) == []


def test_a_notice_of_an_extension_waits_with_the_letters(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.in_control(office)
    desk = sit("putri")
    assert desk.page.notices.isHidden()
    extend_limit(office.at("mira"), case_id, 2, "Data tersebar")
    desk.bot.waitUntil(desk.page.notices.isVisible)
    assert desk.page.notices.text() == "Pemberitahuan perpanjangan · 1"
    assert desk.page.badge() == 1
    opened: list[str] = []
    desk.ctx.open_case = opened.append  # type: ignore[method-assign]
    desk.press(Qt.Key.Key_F7)
    assert opened == [case_id]
    assert clipped_texts(desk.page) == []

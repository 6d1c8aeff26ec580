"""Unfinished answers: kept on this PC, given back, given up, stored for others."""

from PySide6.QtCore import Qt

from desk.queries import history
from tests.office import SmallOffice
from tests.stories import disposed, to_ppid
from tests.ui.drivers.case import KEY
from tests.ui.drivers.desks import CTRL
from tests.ui.screens.case.conftest import Sit


def test_words_survive_a_crash(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.choose_decision("Tidak dikuasai")
    with mira.bot.waitSignal(mira.page.answer.kept):
        mira.write(mira.letter.body, "Belum selesai")
    drafts = mira.ports.drafts.kept

    again = sit("mira")
    again.ports.drafts.kept.update(drafts)
    again.open(case_id)

    assert again.letter.body.value() == "Belum selesai"
    assert again.page.answer.prepare.decision.kind.value() == "tidak_dikuasai"
    assert again.restored().startswith("Draf dipulihkan")


def test_a_restored_draft_can_be_given_up(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    started = mira.letter.body.value()
    with mira.bot.waitSignal(mira.page.answer.kept):
        mira.write(mira.letter.body, "Tidak jadi")
    drafts = mira.ports.drafts.kept
    again = sit("mira")
    again.ports.drafts.kept.update(drafts)
    again.open(case_id)

    button = again.page.answer.prepare.restored.button
    button.setFocus()
    again.bot.keyClick(button, KEY.Key_Return)

    assert again.letter.body.value() == started
    assert not again.ports.drafts.kept
    assert again.restored() == ""


def test_a_decision_begun_is_the_same_on_both_screens_of_the_ppid(office: SmallOffice, sit: Sit) -> None:
    case_id = to_ppid(office).case_id
    putri = sit("putri").open(case_id)
    putri.choose_decision("Sebagian")
    putri.page.answer.flush()
    assert f"decision:{case_id}" in putri.ports.drafts.kept

    again = sit("putri")
    again.ports.drafts.kept.update(putri.ports.drafts.kept)
    again.open(case_id)
    view = again.page.answer.decide
    assert view.decision.kind.value() == "sebagian"
    assert view.restored.text.text().startswith("Draf dipulihkan")
    again.bot.mouseClick(view.restored.button, Qt.MouseButton.LeftButton)
    assert view.decision.kind.value() is None
    assert not again.ports.drafts.kept


def test_ctrl_s_stores_the_draft_for_others(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.choose_decision("Dikabulkan")
    mira.write(mira.letter.body, "Konsep bersama")
    mira.press(KEY.Key_S, CTRL)

    letter = office.at("mira").ask(history.letters, case_id)[0]
    assert (letter.body, letter.state) == ("Konsep bersama", "draft")
    assert mira.toasts() == ["Konsep surat disimpan."]
    assert not mira.ports.drafts.kept


def test_a_refresh_never_touches_words_in_work(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.write(mira.letter.body, "Sedang ditulis")
    mira.press(KEY.Key_F5)
    mira.settle()
    assert mira.letter.body.value() == "Sedang ditulis"


def test_the_letter_is_drawn_beside_its_editor(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.window.resize(1366, 768)
    mira.press(KEY.Key_F8)
    preview = mira.page.preview
    mira.bot.waitUntil(lambda: preview.pages == 1)
    assert ("letter_preview", case_id) in mira.papers.asked
    assert preview.note.text() == "Satu halaman"

    mira.papers.pages = 2
    mira.write(mira.letter.body, "Lebih panjang")
    mira.bot.waitUntil(lambda: preview.pages == 2)
    assert "melewati satu halaman" in preview.note.text()

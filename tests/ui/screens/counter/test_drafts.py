"""Work that is not finished: put aside, taken up, there again after a kill, never registered twice."""

from PySide6.QtCore import Qt

from desk.actions.cases import open_case
from desk.ui.forms.filled import order_of
from tests.ui.drivers.desks import CTRL
from tests.ui.drivers.fakes import FakeDrafts


def test_a_form_is_there_again_after_the_program_died(sit):
    drafts = FakeDrafts()
    first = sit(drafts=drafts)
    first.fill_in("Made Suardana")
    first.save_now()
    first.window.hide()
    again = sit(drafts=drafts)
    assert again.sheet.form.applicant.name.value() == "Made Suardana"
    assert again.checked() == "Kelengkapan · 3 dari 3"
    assert "Draf dipulihkan" in again.sheet.banner.text.text()
    again.press_save()
    assert [row.applicant for row in again.cases()] == ["Made Suardana"]
    assert drafts.kept == {}
    again.printed()


def test_a_form_saved_just_before_the_kill_is_not_registered_twice(sit):
    drafts = FakeDrafts()
    first = sit(drafts=drafts)
    first.fill_in()
    first.save_now()
    order = order_of("informasi", first.sheet.filled(), first.sheet.ground.calendar.zone)
    opened = open_case(first.place, order)
    assert open_case(first.place, order) == opened
    first.window.hide()
    again = sit(drafts=drafts)
    assert again.sheet.form.applicant.name.value() == ""
    assert drafts.kept == {}
    assert len(again.cases()) == 1


def test_a_form_is_put_aside_and_taken_up_again(counter):
    counter.type_name("Sri Wahyuni")
    counter.type_information("Daftar inventaris")
    counter.sheet.draft_button.click()
    assert counter.draft_titles() == ["Sri Wahyuni · Daftar inventaris"]
    assert counter.sheet.form.applicant.name.value() == ""
    assert counter.sheet.drafts.text() == "Draf · 1"
    counter.press(Qt.Key.Key_D, CTRL)
    counter.settle()
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    assert counter.sheet.form.applicant.name.value() == "Sri Wahyuni"
    assert counter.draft_titles() == []
    assert counter.sheet.dirty()


def test_a_draft_can_be_thrown_away(counter):
    counter.type_name("Sri Wahyuni")
    counter.sheet.draft_button.click()
    counter.press(Qt.Key.Key_D, CTRL)
    counter.settle()
    counter.press(Qt.Key.Key_Delete)
    assert counter.draft_titles() == []
    assert counter.shell.drawer.list.rows() == ()


def test_an_empty_form_is_no_draft(counter):
    counter.sheet.draft_button.click()
    assert counter.draft_titles() == []
    assert "masih kosong" in counter.toasts()[0]


def test_the_next_visitor_does_not_wipe_out_what_is_typed(counter):
    counter.type_name("Permohonan lewat telepon")
    counter.visitor("Lalu Ahmad Fauzi")
    counter.settle()
    counter.serve_next()
    assert counter.sheet.form.applicant.name.value() == "Lalu Ahmad Fauzi"
    assert counter.draft_titles() == ["Permohonan lewat telepon"]


def test_a_visitor_who_did_not_come_leaves_an_empty_form(counter):
    counter.visitor("Lalu Ahmad Fauzi")
    counter.settle()
    counter.press(Qt.Key.Key_F2)
    counter.settle()
    assert counter.sheet.form.applicant.name.value() == "Lalu Ahmad Fauzi"
    counter.press(Qt.Key.Key_F7)
    counter.settle()
    assert counter.sheet.form.applicant.name.value() == ""
    assert counter.draft_titles() == []


def test_typing_into_the_form_begins_the_service_and_f2_ends_it(counter):
    counter.visitor("Lalu Ahmad Fauzi")
    counter.visitor("Made Suardana")
    counter.settle()
    counter.press(Qt.Key.Key_F2)
    counter.settle()
    counter.shell.type("Rekap suara")
    counter.type_purpose("Skripsi")
    counter.tick_identity()
    counter.press_save()
    counter.printed()
    assert counter.case().ticket_id
    assert counter.in_hand() == "B-001"
    counter.press(Qt.Key.Key_F2)
    counter.settle()
    assert counter.in_hand() == "B-002"
    assert counter.sheet.form.applicant.name.value() == "Made Suardana"

"""A registered form is corrected from its case: same fields, drafts, problems in place, two officers."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt

from desk.actions.calendar import add_stage
from desk.actions.corrections import Correction, correct_case, registered_form
from desk.queries import cases
from desk.queries.cases import CasePage
from tests.office import SmallOffice
from tests.stories import NIK, REQUEST, answer, by_letter, changed, move, take_in, to_kasubag
from tests.ui.drivers.desks import CTRL
from tests.ui.screens.correction.conftest import Sit


def page(office: SmallOffice, case_id: str) -> CasePage:
    found = office.at("rahma").ask(cases.page, office.standards, date(2026, 3, 13), case_id)
    assert found is not None
    return found


def corrected_elsewhere(office: SmallOffice, case_id: str, **changes: object) -> None:
    desk = office.at("yudi")
    before = desk.ask(registered_form, office.standards, case_id)
    correct_case(desk, case_id, Correction(before, replace(before, **changes)))


def test_a_form_is_corrected_by_keys_and_its_case_shown_again(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    assert rahma.field("applicant.name").value() == "Lalu Ahmad Fauzi"
    assert rahma.field("information").value() == REQUEST.information
    rahma.rewrite("applicant.name", "Lalu A. Fauzi")
    rahma.rewrite("purpose", "Skripsi")
    rahma.save_correction()

    found = page(office, opened.case_id)
    assert (found.applicant.name, found.detail["purpose"], found.row.number) == (
        "Lalu A. Fauzi",
        "Skripsi",
        opened.number,
    )
    assert rahma.toasts() == ["Isian permohonan diperbaiki."]
    assert rahma.at_case
    assert rahma.tab() == "Ringkasan"
    assert "Isian permohonan diperbaiki" in rahma.history()
    entry = rahma.page.history.entries[0]
    assert entry.note == "Nama pemohon, Tujuan penggunaan"
    assert not rahma.ports.drafts.kept


def test_the_path_stays_and_the_number_is_shown(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office, by_letter(), login="wulan")
    rahma = sit("rahma").begin(opened.case_id)
    assert not rahma.form.intake.path.isEnabled()
    assert rahma.field("letter.sender").value() == "Yayasan Suara Warga"
    rahma.rewrite("letter.number", "18/YSW/III/2026")
    rahma.save_correction()
    assert page(office, opened.case_id).detail["letter"]["number"] == "18/YSW/III/2026"


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_lost(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    rahma.rewrite("information", "")
    rahma.rewrite("applicant.email", "fauzi@")
    rahma.save_correction()
    assert rahma.field("information").problem() == "Isi informasi yang diminta."
    assert rahma.field("applicant.email").problem().startswith("Alamat surel tidak lengkap")
    assert "2 isian perlu diperbaiki" in rahma.said()
    assert rahma.focused_path() == "information"
    assert page(office, opened.case_id).row.subject == REQUEST.information
    rahma.rewrite("information", "Data TPS")
    assert rahma.said() == ""


def test_missing_papers_are_said_and_the_case_waits(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    rahma.tick("identitas")
    rahma.save_correction()
    assert rahma.toasts() == [
        "Isian permohonan diperbaiki. "
        "Berkas kurang: Identitas diri (KTP elektronik, paspor, atau identitas lain)."
    ]
    assert rahma.due() == "menunggu pemohon"
    rahma.begin(opened.case_id)
    assert rahma.form_sheet.side.limit.date.text() == "Menunggu pemohon"
    rahma.tick("identitas")
    rahma.save_correction()
    assert page(office, opened.case_id).row.step == "registrasi"


def test_the_side_says_what_the_due_date_would_become(office: SmallOffice, sit: Sit) -> None:
    add_stage(office.at("admin"), "Tahapan", date(2026, 3, 1), date(2026, 3, 31))
    rahma = sit("rahma").begin(take_in(office).case_id)
    assert rahma.form_sheet.side.limit.date.text() == "Senin, 6 Apr 2026"
    rahma.choose("content", "pemilu")
    assert rahma.form_sheet.side.limit.date.text() == "Rabu, 25 Mar 2026"


def test_words_survive_a_crash_and_can_be_given_up(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    with rahma.bot.waitSignal(rahma.form_sheet.autosave.saved):
        rahma.rewrite("purpose", "Skripsi")
    drafts = rahma.ports.drafts.kept

    again = sit("rahma")
    again.ports.drafts.kept.update(drafts)
    again.begin(opened.case_id)
    assert again.field("purpose").value() == "Skripsi"
    assert again.said().startswith("Draf dipulihkan")
    again.give_up()
    assert again.field("purpose").value() == REQUEST.purpose
    assert again.said() == ""
    assert not again.ports.drafts.kept


def test_leaving_keeps_what_was_typed(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    rahma.rewrite("purpose", "Skripsi")
    back = rahma.form_sheet.back_button
    back.setFocus()
    rahma.bot.keyClick(back, Qt.Key.Key_Return)
    rahma.settle()
    assert rahma.at_case
    rahma.begin(opened.case_id)
    assert rahma.field("purpose").value() == "Skripsi"


def test_two_officers_correct_one_form_and_nothing_is_overwritten(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    rahma.rewrite("purpose", "Skripsi")
    corrected_elsewhere(office, opened.case_id, note="Datang lagi", information="Data TPS")
    rahma.save_correction()
    assert "Petugas lain juga memperbaiki" in rahma.said()
    assert rahma.field("purpose").value() == "Skripsi"
    assert rahma.field("information").value() == "Data TPS"
    rahma.save_correction()
    detail = page(office, opened.case_id).detail
    assert (detail["purpose"], detail["note"], detail["information"]) == (
        "Skripsi",
        "Datang lagi",
        "Data TPS",
    )


def test_a_draft_begun_on_an_older_form_is_put_upon_the_newest(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    with rahma.bot.waitSignal(rahma.form_sheet.autosave.saved):
        rahma.rewrite("purpose", "Skripsi")
    drafts = rahma.ports.drafts.kept
    corrected_elsewhere(office, opened.case_id, information="Data TPS")
    again = sit("rahma")
    again.ports.drafts.kept.update(drafts)
    again.begin(opened.case_id)
    assert (again.field("purpose").value(), again.field("information").value()) == ("Skripsi", "Data TPS")


def test_a_case_closed_meanwhile_is_said(office: SmallOffice, sit: Sit) -> None:
    opened = to_kasubag(office)
    rahma = sit("rahma").begin(opened.case_id)
    answer(office, opened.case_id)
    rahma.settle()
    rahma.settle()
    assert "sudah ditutup" in rahma.said()
    assert not rahma.form_sheet.save_button.isEnabled()


def test_nothing_changed_is_no_correction(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    rahma.save_correction()
    assert rahma.toasts() == ["Belum ada isian yang diubah."]
    assert rahma.form_sheet.isVisible()


def test_who_may_not_see_identities_corrects_without_them(office: SmallOffice, sit: Sit) -> None:
    opened = take_in(office)
    wulan = sit("wulan").begin(opened.case_id)
    nik = wulan.form.applicant.nik
    assert not nik.isEnabled()
    assert NIK not in nik.line.text()
    wulan.rewrite("purpose", "Skripsi")
    wulan.save_correction()
    assert page(office, opened.case_id).applicant.nik == NIK


@pytest.mark.parametrize("login", ["putri", "syahrul"])
def test_the_form_is_corrected_by_who_takes_requests_in(office: SmallOffice, sit: Sit, login: str) -> None:
    opened = take_in(office, changed(REQUEST, note="x"))
    move(office, "rahma", opened.case_id, "teruskan")
    one = sit(login).open(opened.case_id)
    one.to_tab("Ringkasan")
    assert one.page.overview.correct is None
    one.press(Qt.Key.Key_E, CTRL)
    assert one.at_case


def test_the_form_fits_with_large_text(office: SmallOffice, sit: Sit, large_text: None) -> None:
    from desk.ui.theme.clipping import clipped_texts

    opened = take_in(office)
    rahma = sit("rahma").begin(opened.case_id)
    assert clipped_texts(rahma.window) == []

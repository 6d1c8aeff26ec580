"""Atasan PPID at the tray: objections to decide, and those whose limit is near wherever they lie (S3k)."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from tests.actions.test_objections import at, considered, objected
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.ppid import TrayDriver

Sit = Callable[[str], TrayDriver]


def test_atasan_ppid_reads_the_advice_and_decides(office: SmallOffice, sit: Sit) -> None:
    case_id = considered(office)
    desk = sit("surya")
    assert desk.waiting() == 1
    assert "Pertimbangan: Permohonan menyebut rekapitulasi per TPS." in desk.page.word.text.text()
    assert not desk.page.data_button.isVisible()
    desk.chip(desk.page.form.kind, "Ditolak: dikecualikan")
    desk.type_into(desk.page.form.fields["reason"], "Memuat rahasia pribadi")
    desk.save()
    assert "Keputusan KPU" in desk.page.form.fields["legal_basis"].problem()
    desk.type_into(desk.page.form.fields["legal_basis"], "Keputusan KPU Nomor 999 Tahun 2024")
    desk.save()
    case = at(office, case_id)
    assert (case.step, case.holder, case.decision) == ("menyiapkan", "kasubag_hukum", "ditolak")
    assert desk.waiting() == 0


def test_an_objection_goes_back_to_the_team(office: SmallOffice, sit: Sit) -> None:
    case_id = considered(office)
    desk = sit("surya")
    desk.press(Qt.Key.Key_F8)
    desk.shell.type("Sebutkan dasar hukumnya")
    desk.save()
    assert at(office, case_id).step == "pertimbangan"


def test_objections_near_their_limit_are_told_wherever_they_lie(office: SmallOffice, sit: Sit) -> None:
    objected(office)
    assert not sit("surya").page.alert.isVisible()
    office.clock.pass_(days=47)
    desk = sit("surya")
    told = desk.page.alert.text.text()
    assert desk.page.alert.isVisible()
    assert "Keberatan mendekati batas waktu" in told
    assert "001 · sisa 3 hari kerja · 5 Mei · Diregister" in told
    office.clock.pass_(days=14)
    assert "Keberatan melewati batas waktu" in sit("surya").page.alert.text.text()


def test_the_ppid_is_told_of_none(office: SmallOffice, sit: Sit) -> None:
    considered(office)
    office.clock.pass_(days=47)
    desk = sit("putri")
    assert desk.waiting() == 0
    assert not desk.page.alert.isVisible()


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    considered(office)
    office.clock.pass_(days=47)
    assert clipped_texts(sit("surya").page) == []

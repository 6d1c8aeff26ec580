"""The due date on the case page: in words, day by day, extended, refused."""

from desk.actions.limits import extend_limit
from tests.office import SmallOffice
from tests.stories import disposed, move, take_in, to_ppid
from tests.ui.drivers.case import KEY
from tests.ui.drivers.desks import CTRL
from tests.ui.screens.case.conftest import Sit


def test_the_badge_says_what_is_left_and_the_drawer_why(office: SmallOffice, sit: Sit) -> None:
    mira = sit("mira").open(disposed(office).case_id)
    assert mira.due() == "sisa 10 hari kerja · 6 Apr"
    mira.page.head.question.setFocus()
    mira.bot.keyClick(mira.page.head.question, "\r")
    said = "\n".join(mira.shell.drawer_texts())
    assert "Cuti bersama: Hari Suci Nyepi" in said
    assert "Hari kerja ke-10" in said


def test_an_extension_shows_the_new_day_before_it_is_saved(office: SmallOffice, sit: Sit) -> None:
    mira = sit("mira").open(disposed(office).case_id)
    mira.go("Perpanjang +7 hari kerja…")
    assert mira.sheet.shown.text.text() == (
        "Batas waktu berpindah dari Senin, 6 April 2026 menjadi Rabu, 15 April 2026."
    )
    mira.write(mira.sheet.days, "2")
    assert "Rabu, 8 April 2026" in mira.sheet.shown.text.text()
    mira.confirm()
    assert mira.sheet.reason.problem() == "Isi alasan perpanjangan."
    mira.type_into(mira.sheet.reason, "Data tersebar di beberapa arsip")
    mira.confirm()

    assert mira.due() == "sisa 12 hari kerja · 8 Apr"
    assert mira.toasts() == ["Batas waktu diperpanjang sampai 8 April 2026."]
    assert "Batas waktu diperpanjang" in mira.history()
    assert "Perpanjang +5 hari kerja…" in mira.offered()


def test_nothing_left_to_extend_is_said_clearly(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    extend_limit(office.at("mira"), case_id, 7, "Data tersebar")
    mira = sit("mira").open(case_id)
    mira.go("Perpanjang…")
    assert "tidak dapat ditambah lagi" in mira.sheet.news.text.text()
    assert not mira.sheet.main.isVisible()


def test_after_the_due_date_an_extension_is_refused(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    office.clock.pass_(days=30)
    mira = sit("mira").open(case_id)
    assert mira.due() == "terlambat 4 hari kerja · 6 Apr"
    mira.go("Perpanjang +7 hari kerja…")
    assert "sebelum batas waktu" in mira.sheet.news.text.text()


def test_waiting_for_the_applicant_is_said_and_the_clock_stands(office: SmallOffice, sit: Sit) -> None:
    case_id = take_in(office).case_id
    move(office, "rahma", case_id, "minta_kelengkapan", reason="Foto identitas kurang jelas")
    rahma = sit("rahma").open(case_id)
    assert rahma.due() == "menunggu pemohon"
    assert rahma.step() == "Menunggu pemohon"
    assert [one.label for one in rahma.page.head.steps.steps()[:3]] == [
        "Diregister",
        "Menunggu pemohon",
        "Tim Penghubung",
    ]
    assert "Perpanjang" not in " ".join(rahma.offered())


def test_who_signs_for_the_service_signs_the_notice_with_the_extension(office: SmallOffice, sit: Sit) -> None:
    case_id = to_ppid(office).case_id
    putri = sit("putri").open(case_id)
    putri.go("Perpanjang +7 hari kerja…")
    assert putri.sheet.sign.isChecked()
    putri.type_into(putri.sheet.reason, "Data tersebar")
    putri.confirm()
    (extension,) = putri.page.file.extensions
    assert extension.notice is not None
    assert putri.toasts() == [
        f"Batas waktu diperpanjang sampai 15 April 2026. Pemberitahuan bernomor {extension.notice.number}."
    ]
    putri.bot.waitUntil(lambda: ("perpanjangan", extension.id) in putri.papers.asked)
    putri.press(KEY.Key_Escape)
    assert "Tanda tangani pemberitahuan…" not in putri.offered()
    paper = next(row for row in putri.page.files.papers.rows() if row.key.startswith("perpanjangan"))
    assert paper.detail == extension.notice.number
    assert f"Pemberitahuan perpanjangan {extension.notice.number} ditandatangani" in putri.history()


def test_the_notice_may_be_signed_later(office: SmallOffice, sit: Sit) -> None:
    case_id = to_ppid(office).case_id
    putri = sit("putri").open(case_id)
    putri.go("Perpanjang +7 hari kerja…")
    putri.type_into(putri.sheet.reason, "Data tersebar")
    putri.sheet.sign.setFocus()
    putri.bot.keyClick(putri.sheet.sign, KEY.Key_Space)
    putri.confirm()
    assert putri.page.file.extensions[0].notice is None
    putri.go("Tanda tangani pemberitahuan…")
    assert "Pemberitahuan perpanjangan waktu" in putri.shell.drawer_texts()
    putri.press(KEY.Key_Return, CTRL)
    putri.settle()
    assert putri.page.file.extensions[0].notice is not None
    assert "Pemberitahuan ditandatangani dengan nomor" in putri.toasts()[-1]


def test_a_kasubag_extends_and_the_notice_waits_for_the_ppid(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.go("Perpanjang +7 hari kerja…")
    assert mira.sheet.sign.isHidden()
    assert mira.sheet.later.text() == "Pemberitahuannya menunggu tanda tangan PPID."
    mira.type_into(mira.sheet.reason, "Data tersebar")
    mira.confirm()
    assert "Tanda tangani pemberitahuan…" not in mira.offered()
    paper = next(row for row in mira.page.files.papers.rows() if row.key.startswith("perpanjangan"))
    assert paper.detail == "7 hari kerja · menunggu tanda tangan"
    putri = sit("putri").open(case_id)
    assert "Tanda tangani pemberitahuan…" in putri.offered()

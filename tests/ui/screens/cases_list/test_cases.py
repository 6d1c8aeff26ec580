"""The list of cases: most pressing first, found by words, completed when papers come in."""

from PySide6.QtCore import Qt

from desk.queries.paging import PAGE
from tests.many import copies
from tests.ui.drivers.desks import ALT
from tests.ui.drivers.handover import answered, request


def test_an_empty_list_says_what_will_be_here(sit):
    assert sit().empty_words() == "Belum ada permohonan"


def test_overdue_cases_stand_first_and_say_by_how_much(sit, office):
    request(office, "Made Lama")
    office.clock.pass_(days=31)
    request(office, "Sri Baru")
    desk = sit()
    assert desk.column("Pemohon") == ["Made Lama", "Sri Baru"]
    assert desk.column("Batas waktu") == ["terlambat 5 hari kerja · 6 Apr", "sisa 10 hari kerja · 27 Apr"]
    assert desk.page.late.text() == "1 lewat batas waktu"
    assert desk.page.badge() == 2


def test_states_are_words(sit, office):
    request(office, "Sri", complete=False)
    answered(office, "Made")
    assert sorted(sit().column("Keadaan")) == ["Menunggu pemohon", "Penyerahan"]


def test_words_narrow_the_list(sit, office, qtbot):
    request(office, "Made Suardana")
    request(office, "Sri Wahyuni")
    desk = sit()
    desk.search("wahyu")
    qtbot.waitUntil(lambda: desk.column("Pemohon") == ["Sri Wahyuni"])
    desk.search("zzz")
    qtbot.waitUntil(lambda: desk.column("Pemohon") == [])
    assert desk.empty_words() == "Tidak ditemukan"


def test_all_shows_the_closed_ones_too(sit, office):
    from desk.actions.delivery import HandOver
    from desk.actions.giving import give_at_once
    from desk.services.informasi import Openness

    case_id = request(office, "Sri", openness=Openness.PERIODIC)
    give_at_once(office.at("rahma"), case_id, HandOver("Sri", signed_on_paper=True))
    desk = sit()
    assert desk.column("Pemohon") == []
    desk.show_all()
    assert desk.column("Keadaan") == ["Dikabulkan"]
    assert desk.column("Batas waktu") == ["selesai"]


def test_papers_that_came_in_let_the_case_run_on(sit, office):
    case_id = request(office, "Sri", complete=False)
    desk = sit()
    desk.choose_name("Sri")
    assert desk.page.papers.isVisible()
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    desk.tick(desk.shell.drawer.list.boxes["identitas"])
    desk.press_save()
    row = desk.case(case_id).row
    assert row.step == "registrasi"
    assert row.due is not None
    assert "Berkas lengkap" in desk.toasts()[0]


def test_papers_are_asked_of_waiting_cases_only(sit, office):
    request(office, "Sri")
    assert sit().page.papers.isHidden()


def test_enter_opens_the_case(sit, office):
    case_id = request(office, "Sri")
    desk = sit()
    opened: list[str] = []
    desk.ctx.open_case = opened.append
    desk.choose_name("Sri")
    desk.press(Qt.Key.Key_Return)
    assert opened == [case_id]


def test_the_receipt_is_printed_again(sit, office):
    request(office, "Sri")
    desk = sit()
    desk.page.receipt.click()
    assert desk.printed() == ["tanda_terima"]


def test_more_cases_than_a_page_are_turned_counted_and_searched_whole(sit, office, qtbot):
    copies(office, request(office, "Sri"), PAGE + 4)
    desk = sit()
    assert len(desk.page.table.rows()) == PAGE
    assert desk.page.badge() == PAGE + 5
    assert (desk.page.pager.place.text(), desk.page.count.isHidden()) == (f"baris 1–{PAGE}", True)
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert desk.column("Nomor") == [f"{number:03d}/SALIN" for number in range(PAGE, PAGE + 5)]
    desk.search("003/SALIN")
    qtbot.waitUntil(lambda: desk.column("Nomor") == ["003/SALIN"])
    office.clock.pass_(days=40)
    desk.ctx.navigate("cases")
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert desk.page.late.text() == "1 lewat batas waktu"


def test_all_cases_are_turned_newest_first(sit, office):
    copies(office, request(office, "Sri"), PAGE + 1)
    desk = sit()
    desk.show_all()
    assert desk.column("Nomor")[0] == f"{PAGE + 1:03d}/SALIN"
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert desk.column("Nomor") == ["001/SALIN", "001/PI/KPU Kab. Tanjung Lestari/III/2026"]
    desk.press(Qt.Key.Key_PageUp, ALT)
    desk.settle()
    assert len(desk.page.table.rows()) == PAGE

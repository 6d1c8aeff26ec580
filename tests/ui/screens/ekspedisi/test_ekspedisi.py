"""The ekspedisi book: what went out, to whom, how it was signed for; page by page when it is long."""

from PySide6.QtCore import Qt

from desk.actions.delivery import HandOver, hand_over
from desk.actions.numbers import NumberRequest, issue
from desk.actions.voiding import void_number
from desk.models import Delivery, new_id
from desk.queries.office import profile
from desk.queries.paging import PAGE
from tests.ui.drivers.desks import ALT
from tests.ui.drivers.handover import answered


def filled(office, case_id, count):
    """A book of many rows, numbered in their order; gives the numbers."""
    place, given = office.at("rahma"), []
    with place.write("fill") as session:
        ground = profile(session), office.standards.get("ksb")
        for row in range(count):
            delivery_id = new_id()
            request = NumberRequest("ekspedisi", office.clock().date(), "deliveries", delivery_id)
            given.append(issue(session, *ground, request, place.now()))
            session.add(
                Delivery(
                    id=delivery_id,
                    case_id=case_id,
                    number=given[-1],
                    at=place.now(),
                    way="pickup",
                    content=f"Surat jawaban ke-{row:03d}",
                    to="Sri Wahyuni",
                    receiver="Sri Wahyuni",
                    staff_id=place.actor.staff_id,
                )
            )
    return given


def test_an_empty_book_says_so(sit):
    assert sit().page.table.empty.title.text() == "Buku ekspedisi masih kosong"


def test_the_book_lists_and_finds(sit, office, qtbot):
    place = office.at("rahma", 1)
    hand_over(
        place,
        answered(office, "Sri"),
        HandOver("Wayan", proxy=True, power_of_attorney=True, signed_on_paper=True),
    )
    hand_over(place, answered(office, "Made"), HandOver("Made", way="post"))
    desk = sit()
    assert desk.column("Nomor") == ["0002/EKS/2026", "0001/EKS/2026"]
    assert desk.column("Penerima") == ["Made", "Wayan (kuasa)"]
    assert desk.column("Tanda tangan") == ["dikirim", "di kertas"]
    desk.search("0001 wayan")
    qtbot.waitUntil(lambda: desk.column("Nomor") == ["0001/EKS/2026"])
    desk.search("zzz")
    qtbot.waitUntil(lambda: desk.column("Nomor") == [])
    assert desk.page.table.empty.title.text() == "Tidak ditemukan"


def test_a_void_number_stays_in_the_book_and_says_so(sit, office):
    delivered = hand_over(office.at("rahma", 1), answered(office), HandOver("Sri", signed_on_paper=True))
    void_number(office.at("wulan"), delivered.number, "Salah ketik")
    assert sit().column("Nomor") == ["0001/EKS/2026 (batal)"]


def test_a_book_longer_than_a_page_is_turned_and_searched_whole(sit, office, qtbot):
    given = filled(office, answered(office), PAGE + 3)
    desk = sit()
    assert desk.column("Nomor") == given[:2:-1]
    assert (desk.page.pager.place.text(), desk.page.count.isHidden()) == (f"baris 1–{PAGE}", True)
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert desk.column("Nomor") == given[2::-1]
    desk.search("jawaban ke-150")
    qtbot.waitUntil(lambda: desk.column("Nomor") == [given[150]])
    assert desk.page.pager.isHidden()


def test_a_slip_is_printed_again(sit, office):
    hand_over(office.at("rahma", 1), answered(office), HandOver("Sri", signed_on_paper=True))
    desk = sit()
    desk.page.slip.click()
    assert desk.printed() == ["ekspedisi_slip"]

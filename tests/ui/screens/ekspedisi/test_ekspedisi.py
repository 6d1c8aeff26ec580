"""The ekspedisi book: what went out, to whom, how it was signed for."""

from desk.actions.delivery import HandOver, hand_over
from tests.ui.drivers.handover import answered


def test_an_empty_book_says_so(sit):
    assert sit().page.table.empty.title.text() == "Buku ekspedisi masih kosong"


def test_the_book_lists_and_finds(sit, office):
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
    desk.search("wayan")
    assert desk.column("Nomor") == ["0001/EKS/2026"]
    desk.search("zzz")
    assert desk.page.table.empty.title.text() == "Tidak ditemukan"


def test_a_slip_is_printed_again(sit, office):
    hand_over(office.at("rahma", 1), answered(office), HandOver("Sri", signed_on_paper=True))
    desk = sit()
    desk.page.slip.click()
    assert desk.printed() == ["ekspedisi_slip"]

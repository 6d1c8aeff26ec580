"""Handing a result over: against a signature, by proxy, by post, with its cost paid first."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desk.queries import deliveries, history
from desk.queries.paging import PAGE
from desk.rules.intake import Channel
from desk.ui.screens.handover.reading import result_of
from tests.actions.test_internships import asked as internship
from tests.many import copies
from tests.ui.drivers.desks import ALT
from tests.ui.drivers.handover import answered


def test_nothing_to_hand_over_says_so(sit):
    page = sit().page
    assert page.list.empty.title.text() == "Tidak ada yang menunggu"
    assert page.badge() == 0


def test_a_signature_on_the_pad_closes_the_case(sit, office):
    case_id = answered(office)
    desk = sit()
    assert desk.names() == ["Sri Wahyuni"]
    desk.sign()
    desk.press_save()
    row = desk.place.ask(deliveries.book).rows[0]
    assert (row.number, row.receiver, row.content) == (
        "0001/EKS/2026",
        "Sri Wahyuni",
        "Daftar inventaris 2025",
    )
    assert row.signature
    assert not row.signed_on_paper
    assert desk.case(case_id).row.closed
    assert desk.printed() == ["ekspedisi_slip"]
    assert desk.names() == []


def test_without_a_signature_it_says_what_is_missing(sit, office):
    case_id = answered(office)
    desk = sit()
    desk.press_save()
    assert desk.page.sheet.unsigned.text().startswith("Minta tanda tangan penerima")
    assert desk.page.sheet.unsigned.isVisible()
    assert not desk.case(case_id).row.closed
    desk.tick(desk.page.sheet.paper)
    desk.press_save()
    assert desk.place.ask(deliveries.book).rows[0].signed_on_paper
    desk.printed()


def test_a_proxy_hands_in_the_power_of_attorney(sit, office):
    answered(office)
    desk = sit()
    sheet = desk.page.sheet
    desk.tick(sheet.paper)
    desk.tick(sheet.proxy)
    desk.write(sheet.receiver, "Wayan Sudira")
    desk.press_save()
    assert sheet.proxy_note.text() == "Penerima kuasa menyerahkan surat kuasa."
    assert sheet.power.hasFocus()
    desk.tick(sheet.power)
    desk.press_save()
    row = desk.place.ask(deliveries.book).rows[0]
    assert (row.receiver, row.proxy) == ("Wayan Sudira", True)
    desk.printed()


def test_by_post_nobody_signs_at_the_desk(sit, office):
    answered(office)
    desk = sit()
    desk.choose(desk.page.sheet.way, "post")
    assert desk.page.sheet.pad.isHidden()
    desk.press_save()
    row = desk.place.ask(deliveries.book).rows[0]
    assert (row.way, row.signature) == ("post", "")
    desk.printed()


def test_the_cost_is_taken_with_a_receipt(sit, office):
    case_id = answered(office, pages=40, page_price=500, sending_cost=15_000)
    desk = sit()
    assert desk.page.owed.text.text() == "Biaya Rp35.000 belum dibayar."
    desk.page.owed.button.click()
    desk.settle()
    assert desk.shell.drawer.total.text() == "Jumlah Rp35.000"
    desk.press_save()
    assert [one.payer for one in desk.place.ask(history.fees, case_id)] == ["Sri Wahyuni"]
    assert desk.printed() == ["fee_receipt"]
    assert desk.page.owed.isHidden()


def test_a_receiver_is_needed(sit, office):
    answered(office)
    desk = sit()
    desk.tick(desk.page.sheet.paper)
    desk.page.sheet.receiver.line.clear()
    desk.press_save()
    assert desk.page.sheet.receiver.problem() == "Isi nama penerima."


def test_more_results_than_a_page_are_turned_and_one_is_opened_by_its_case(sit, office):
    made = copies(office, answered(office), PAGE + 1)
    desk = sit()
    assert (len(desk.names()), desk.page.badge()) == (PAGE, PAGE + 2)
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert len(desk.names()) == 2
    desk.go("handover", case_id=made[0])
    assert desk.page.facts.text().startswith("001/SALIN")


@pytest.mark.parametrize(
    ("channel", "way"),
    [(Channel.EMAIL, "email"), (Channel.WHATSAPP, "whatsapp"), (Channel.LETTER, "pickup")],
)
def test_an_answer_goes_back_by_the_channel_its_request_came_in_by(sit, office, channel, way):
    case_id = internship(office, channel=channel).case_id
    result = result_of(sit().ctx, case_id)
    assert result is not None
    assert result.way == way


def test_what_is_given_on_paper_alone_is_fetched(sit, office):
    case_id = internship(office, channel=Channel.EMAIL).case_id
    result = result_of(sit().ctx, case_id)
    assert result is not None
    assert replace(result, remote=False).way == "pickup"

"""The register officer passes letters on, prints electronic ones, keeps the agenda (P3, C2)."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt

from desk.actions.attachments import NewFile
from desk.queries import cases
from desk.queries.paging import PAGE
from desk.rules.intake import Channel
from tests import requests
from tests.many import copies
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.desks import ALT, CTRL
from tests.ui.drivers.fakes import small_pdf
from tests.ui.drivers.register_desk import RegisterDeskDriver
from tests.ui.screens.conftest import Seats

Sit = Callable[[], RegisterDeskDriver]


@pytest.fixture
def sit(seats: Seats) -> Sit:
    """Seats the register officer."""
    return partial(seats(RegisterDeskDriver), "wulan")


def by_mail(office: SmallOffice) -> str:
    letter = NewFile("surat-permohonan.pdf", small_pdf(), "incoming_letter")
    return requests.registered(office, replace(requests.LETTER, channel=Channel.EMAIL), (letter,))


def test_a_letter_goes_on_with_its_sheet(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.registered_letter(office, "Data rekapitulasi")
    requests.registered(office)
    desk = sit()
    assert desk.subjects() == ["Data rekapitulasi"], "forms are not letters"
    desk.save()
    page = office.at("wulan").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    assert page.row.step == "disposisi_sekretaris"
    desk.bot.waitUntil(lambda: desk.shell.drawer is not None)
    assert desk.papers.asked == [("lembar_disposisi", case_id)]
    desk.press(Qt.Key.Key_Escape)
    assert desk.subjects() == []


def test_electronic_letters_are_listed_and_printed(office: SmallOffice, sit: Sit) -> None:
    by_mail(office)
    desk = sit()
    desk.tab(1)
    ((name, _number, sender, channel, _at, state),) = desk.cells(desk.page.electronic)
    assert (name, sender, channel, state) == (
        "surat-permohonan.pdf",
        "Lembaga Pemantau Demokrasi",
        "Surel",
        "belum dicetak",
    )
    desk.press(Qt.Key.Key_P, CTRL)
    desk.bot.waitUntil(lambda: desk.shell.drawer is not None)
    assert [kind for kind, _subject in desk.papers.asked] == ["file"]


def test_letters_on_paper_are_not_printed_again(office: SmallOffice, sit: Sit) -> None:
    scan = NewFile("pindaian.pdf", small_pdf(), "incoming_letter")
    requests.registered(office, requests.LETTER, (scan,))
    assert sit().page.electronic.rows() == ()


def test_the_agenda_tells_number_date_and_place(office: SmallOffice, sit: Sit) -> None:
    requests.at_chair(office)
    desk = sit()
    desk.tab(2)
    ((number, _at, letter, dated, sender, subject, step),) = desk.cells(desk.page.agenda)
    assert (number, letter, dated) == ("001", "014/LSM/III/2026", "11 Maret 2026")
    assert (sender, subject, step) == (
        "Lembaga Pemantau Demokrasi",
        "Permohonan data rekapitulasi",
        "Disposisi Ketua",
    )


def test_the_keys_lead_to_the_form_and_to_the_paper(office: SmallOffice, sit: Sit) -> None:
    desk = sit()
    seen: list[tuple[str, dict[str, object]]] = []
    desk.ctx.navigate = lambda page_id, **params: seen.append((page_id, params))  # type: ignore[method-assign]
    desk.press(Qt.Key.Key_F2)
    desk.press(Qt.Key.Key_F6)
    assert seen == [("counter", {"path": "letter"}), ("disposition", {})]


def test_the_count_in_the_sidebar_follows(office: SmallOffice, sit: Sit) -> None:
    desk = sit()
    requests.registered_letter(office)
    desk.bot.waitUntil(lambda: desk.shell.count("register_desk") == 1)


def test_nothing_is_cut(office: SmallOffice, large_text: None, sit: Sit) -> None:
    requests.registered_letter(office)
    by_mail(office)
    desk = sit()
    for place in range(3):
        desk.tab(place)
        assert clipped_texts(desk.page) == []


def test_more_letters_than_a_page_are_turned_in_their_tab(office: SmallOffice, sit: Sit) -> None:
    copies(office, requests.registered_letter(office), PAGE + 1)
    desk = sit()
    assert (len(desk.subjects()), desk.page.badge()) == (PAGE, PAGE + 2)
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert len(desk.subjects()) == 2
    desk.tab(2)
    assert len(desk.cells(desk.page.agenda)) == PAGE
    desk.press(Qt.Key.Key_PageDown, ALT)
    desk.settle()
    assert len(desk.cells(desk.page.agenda)) == 2
    desk.tab(0)
    assert len(desk.subjects()) == 2, "each tab keeps its page"

"""Numbers given by mistake: void with their reason, in their place, their case closed with them (R2)."""

from datetime import date

import pytest

from desk.actions.errors import NotFoundError
from desk.actions.numbers import NumberInUseError
from desk.actions.steps import MoveOrder, move_case
from desk.actions.voiding import void_number
from desk.queries import cases, deliveries, history, numbers
from desk.queries.numbers import NumberFilter, NumberRow
from desk.rules.workflow import MoveUnknown, ReasonMissing
from desk.services.informasi import InformasiDraft, Path
from tests.invariants import check
from tests.office import SmallOffice
from tests.stories import handed_over, move, take_in, to_hand_over


def book(office: SmallOffice, **wanted: object) -> tuple[NumberRow, ...]:
    return office.at("wulan").ask(numbers.book, NumberFilter(**wanted)).rows  # type: ignore[arg-type]


def standing(office: SmallOffice, case_id: str) -> cases.CaseRow:
    page = office.at("rahma").ask(cases.page, office.standards, date(2026, 3, 13), case_id)
    assert page is not None
    return page.row


def test_a_case_registered_by_mistake_is_closed_with_its_number(office: SmallOffice) -> None:
    opened = take_in(office)
    with pytest.raises(NumberInUseError, match="alasan"):
        void_number(office.at("wulan"), opened.number, " ")
    void_number(office.at("wulan"), opened.number, "Terdaftar dua kali")
    row = standing(office, opened.case_id)
    assert (row.closed, row.step, row.number) == (True, "dibatalkan", opened.number)
    (number,) = book(office)
    assert (number.text, number.void_reason, number.case_id) == (
        opened.number,
        "Terdaftar dua kali",
        opened.case_id,
    )
    assert take_in(office).number.startswith("002/")
    check(office)


def test_the_front_office_takes_a_registration_back_and_its_number_is_void(office: SmallOffice) -> None:
    opened = take_in(office)
    with pytest.raises(ReasonMissing):
        move(office, "rahma", opened.case_id, "batalkan_pendaftaran")
    move(office, "rahma", opened.case_id, "batalkan_pendaftaran", reason="Salah layanan")
    assert [one.void_reason for one in book(office)] == ["Salah layanan"]
    check(office)


def test_a_case_that_went_on_keeps_its_number_until_it_is_closed(office: SmallOffice) -> None:
    opened = take_in(office)
    move(office, "rahma", opened.case_id, "teruskan")
    with pytest.raises(NumberInUseError, match="sudah diproses"):
        void_number(office.at("wulan"), opened.number, "Salah daftar")
    with pytest.raises(MoveUnknown):
        move_case(office.at("rahma"), MoveOrder(opened.case_id, "batalkan_pendaftaran", reason="x"))
    move(office, "rahma", opened.case_id, "cabut", reason="Terdaftar dua kali")
    void_number(office.at("wulan"), opened.number, "Terdaftar dua kali")
    assert book(office, void_only=True)[0].text == opened.number
    check(office)


def test_numbers_of_a_spoken_answer_and_of_a_delivery_can_be_void(office: SmallOffice) -> None:
    spoken = take_in(office, InformasiDraft(path=Path.SPOKEN, information="Jam pelayanan"))
    _opened, _signed, delivered = handed_over(office)
    for text in (spoken.number, delivered.number):
        void_number(office.at("wulan"), text, "Salah ketik")
    with pytest.raises(NotFoundError):
        void_number(office.at("wulan"), delivered.number, "lagi")
    assert [row.void for row in office.at("wulan").ask(deliveries.book).rows] == [True]
    assert {one.text for one in book(office, void_only=True)} == {spoken.number, delivered.number}
    check(office)


def test_a_letters_number_goes_with_its_letter(office: SmallOffice) -> None:
    opened, signed = to_hand_over(office)
    with pytest.raises(NumberInUseError, match="batalkan suratnya"):
        void_number(office.at("wulan"), signed.number, "Salah ketik")
    move(office, "putri", opened.case_id, "batalkan_surat", reason="Salah lampiran")
    letter = office.at("putri").ask(history.letter, signed.letter_id)
    assert letter is not None
    assert (letter.state, book(office, void_only=True)[0].text) == ("void", signed.number)
    check(office)

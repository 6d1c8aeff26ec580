"""The notice of an extension: signed by who signs for the service, numbered, never in the answer's way."""

from datetime import date, timedelta

import pytest

from desk.actions.errors import NotAllowedError, NotFoundError, StaleError
from desk.actions.letters import sign_letter, void_letter
from desk.actions.limits import ExtensionRefusedError, extend_limit
from desk.actions.mandates import give_mandate
from desk.actions.notices import extend_and_sign, sign_notice
from desk.queries import casefile, deliveries, extensions, numbers
from desk.queries.casefile import CaseFile
from desk.queries.numbers import NumberFilter
from tests.invariants import check
from tests.office import SmallOffice
from tests.stories import answer, disposed, move, to_hand_over, to_kasubag, to_ppid, to_signer

WHY = "Data pada arsip lama"


def file(office: SmallOffice, case_id: str) -> CaseFile:
    desk = office.at("putri")
    found = desk.ask(casefile.case_file, office.standards, desk.now(), case_id)
    assert found is not None
    return found


def waiting(office: SmallOffice, login: str) -> list[str]:
    desk = office.at(login)
    return [one.case_id for one in desk.ask(extensions.unsigned, office.standards, desk.roles)]


def test_the_ppid_extends_and_signs_at_once(office: SmallOffice) -> None:
    opened = to_ppid(office)
    notice = extend_and_sign(office.at("putri"), opened.case_id, 7, WHY)
    (row,) = file(office, opened.case_id).extensions
    assert row.notice is not None
    assert (row.notice.number, row.notice.dated, row.notice.signer_name) == (
        notice.number,
        date(2026, 3, 13),
        "Putri Handayani",
    )
    assert notice.number == "1/HM.03.5-SD/5299/2026"
    assert (row.before, row.after, row.days, row.reason) == (date(2026, 4, 6), date(2026, 4, 15), 7, WHY)
    assert waiting(office, "putri") == []
    check(office)


def test_what_a_kasubag_extends_waits_for_the_ppid(office: SmallOffice) -> None:
    opened = disposed(office)
    granted = extend_limit(office.at("mira"), opened.case_id, 2, WHY)
    assert waiting(office, "mira") == []
    assert waiting(office, "putri") == [opened.case_id]
    for login in ("mira", "ratna"):
        with pytest.raises(NotAllowedError):
            sign_notice(office.at(login), granted.extension_id)
    with pytest.raises(NotAllowedError):
        extend_and_sign(office.at("mira"), opened.case_id, 1, WHY)
    sign_notice(office.at("putri"), granted.extension_id)
    assert waiting(office, "putri") == []
    with pytest.raises(StaleError, match="sudah ditandatangani"):
        sign_notice(office.at("putri"), granted.extension_id)
    with pytest.raises(NotFoundError):
        sign_notice(office.at("putri"), "no-such-extension")
    check(office)


def test_a_refused_extension_leaves_no_notice_and_no_number(office: SmallOffice) -> None:
    opened = to_ppid(office)
    with pytest.raises(ExtensionRefusedError):
        extend_and_sign(office.at("putri"), opened.case_id, 8, WHY)
    assert file(office, opened.case_id).extensions == ()
    found = office.at("putri").ask(numbers.book, NumberFilter(register="surat_keluar"))
    assert found.rows == ()


def test_two_extensions_of_one_moment_keep_their_own_days(office: SmallOffice) -> None:
    opened = to_ppid(office)
    for days in (2, 5):
        extend_limit(office.at("putri"), opened.case_id, days, WHY)
    rows = file(office, opened.case_id).extensions
    assert [(one.number, one.days, one.granted) for one in rows] == [(1, 2, 2), (2, 5, 7)]
    assert [(one.before, one.after) for one in rows] == [
        (date(2026, 4, 6), date(2026, 4, 8)),
        (date(2026, 4, 8), date(2026, 4, 15)),
    ]


def test_a_plh_signs_as_plh(office: SmallOffice) -> None:
    opened = to_ppid(office)
    until = office.clock() + timedelta(days=3)
    give_mandate(office.at("putri"), office.founded.staff["syahrul"], "ppid", office.clock(), until, "7/ST")
    extend_and_sign(office.at("syahrul"), opened.case_id, 1, WHY)
    (row,) = file(office, opened.case_id).extensions
    assert row.notice is not None
    assert row.notice.position.startswith("Plh. Pejabat Pengelola")


def test_the_answer_is_neither_the_notice_nor_voided_with_it(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    extend_and_sign(office.at("putri"), opened.case_id, 2, WHY)
    assert file(office, opened.case_id).letter is None
    answer(office, opened.case_id)
    (row,) = office.at("rahma").ask(deliveries.of_case, opened.case_id)
    assert row.content == "Jawaban atas permohonan informasi"
    check(office)


def test_an_answer_taken_back_leaves_the_notice(office: SmallOffice) -> None:
    opened = to_signer(office)
    extend_and_sign(office.at("putri"), opened.case_id, 2, WHY)
    sign_letter(office.at("putri"), opened.case_id)
    move(office, "putri", opened.case_id, "batalkan_surat", reason="Salah lampiran")
    (row,) = file(office, opened.case_id).extensions
    assert row.notice is not None
    check(office)


def test_a_void_notice_can_be_signed_anew_and_moves_nothing(office: SmallOffice) -> None:
    opened, _signed = to_hand_over(office)
    notice = extend_and_sign(office.at("putri"), opened.case_id, 2, WHY)
    void_letter(office.at("putri"), notice.letter_id, "Salah ketik")
    assert file(office, opened.case_id).page.row.step == "penyerahan"
    assert waiting(office, "putri") == [opened.case_id]
    again = sign_notice(office.at("putri"), notice.extension_id)
    assert again.number != notice.number
    check(office)

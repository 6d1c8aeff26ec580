"""Answer letters: written, checked stage by stage, returned, signed, numbered, voided."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from desk.actions.calendar import fill_year
from desk.actions.decisions import decide
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.letters import (
    give_paraf,
    return_letter,
    save_letter,
    sign_letter,
    submit_letter,
    void_letter,
)
from desk.actions.mandates import give_mandate
from desk.actions.numbers import NumberInUseError
from desk.actions.voiding import void_number
from desk.models import IssuedNumber
from desk.queries import history
from desk.queries.history import LetterRow
from desk.rules.workflow import MoveNotReady, MoveNotYours, ReasonMissing
from tests.invariants import check
from tests.office import SmallOffice
from tests.stories import (
    ANSWER,
    GRANTED,
    REFUSED,
    disposed,
    handed_over,
    problem_fields,
    take_in,
    to_control,
    to_hand_over,
    to_kasubag,
    to_signer,
)
from tests.walks import standing


def letter(office: SmallOffice, case_id: str) -> LetterRow:
    return office.at("syahrul").ask(history.letters, case_id)[0]


def test_a_draft_is_written_and_rewritten_without_a_number(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    first = save_letter(office.at("syahrul"), opened.case_id, ANSWER)
    again = save_letter(
        office.at("syahrul"), opened.case_id, replace(ANSWER, body="Baru.", copies_to=(" Arsip ", ""))
    )
    row = letter(office, opened.case_id)
    assert first == again == row.id
    assert (row.state, row.number, row.dated, row.body, row.copies_to) == (
        "draft",
        "",
        None,
        "Baru.",
        ("Arsip",),
    )


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({"subject": " "}, {"subject"}),
        ({"subject": "", "addressee": ""}, {"subject", "addressee"}),
        ({"kind": "sertifikat_magang"}, {"kind"}),
        ({"signer_role": "front_office"}, {"signer_role"}),
    ],
)
def test_a_letter_that_cannot_be_one_is_refused(
    office: SmallOffice, changes: dict[str, str], fields: set[str]
) -> None:
    opened = to_kasubag(office)
    with pytest.raises(ProblemsError) as error:
        save_letter(office.at("syahrul"), opened.case_id, replace(ANSWER, **changes))  # type: ignore[arg-type]
    assert problem_fields(error) == fields
    assert office.at("syahrul").ask(history.letters, opened.case_id) == ()


def test_only_who_holds_the_case_writes(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    for login in ("mira", "agus", "dewi"):
        with pytest.raises(MoveNotYours):
            save_letter(office.at(login), opened.case_id, ANSWER)
    with pytest.raises(NotAllowedError):
        save_letter(office.at("rahma"), opened.case_id, ANSWER)
    with pytest.raises(MoveNotYours):
        save_letter(office.at("syahrul"), take_in(office).case_id, ANSWER)


def test_a_colleagues_changes_are_not_written_over(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    save_letter(office.at("syahrul"), opened.case_id, ANSWER)
    save_letter(office.at("syahrul"), opened.case_id, replace(ANSWER, body="Tulisan pertama"), seen=ANSWER)
    with pytest.raises(StaleError, match="rekan"):
        save_letter(office.at("syahrul"), opened.case_id, replace(ANSWER, body="Tulisan kedua"), seen=ANSWER)
    assert letter(office, opened.case_id).body == "Tulisan pertama"


def test_an_empty_or_missing_letter_is_not_put_forward(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    with pytest.raises(ProblemsError):
        submit_letter(office.at("syahrul"), opened.case_id)
    save_letter(office.at("syahrul"), opened.case_id, replace(ANSWER, body=" "))
    with pytest.raises(ProblemsError):
        submit_letter(office.at("syahrul"), opened.case_id)
    save_letter(office.at("syahrul"), opened.case_id, replace(ANSWER, kind="pemberitahuan_tertulis", body=""))
    assert submit_letter(office.at("syahrul"), opened.case_id).step == "pemeriksaan"


@pytest.mark.parametrize(
    ("decision", "kind", "fits"),
    [
        (GRANTED, "surat_jawaban", True),
        (GRANTED, "pemberitahuan_tertulis", True),
        (GRANTED, "penolakan", False),
        (REFUSED, "penolakan", True),
        (REFUSED, "surat_jawaban", False),
        (REFUSED, "pemberitahuan_tertulis", False),
    ],
)
def test_the_letter_fits_the_decision(office: SmallOffice, decision: object, kind: str, fits: bool) -> None:
    opened = to_kasubag(office, decision=decision)  # type: ignore[arg-type]
    save_letter(office.at("syahrul"), opened.case_id, replace(ANSWER, kind=kind))
    if fits:
        assert submit_letter(office.at("syahrul"), opened.case_id).step == "pemeriksaan"
    else:
        with pytest.raises(ProblemsError) as error:
            submit_letter(office.at("syahrul"), opened.case_id)
        assert problem_fields(error) == {"kind"}


def test_a_letter_to_the_ketua_needs_its_decision_first(office: SmallOffice) -> None:
    opened = disposed(office)
    save_letter(office.at("mira"), opened.case_id, ANSWER)
    with pytest.raises(MoveNotReady):
        submit_letter(office.at("mira"), opened.case_id)
    decide(office.at("mira"), opened.case_id, GRANTED)
    submit_letter(office.at("mira"), opened.case_id)
    check(office)


def test_the_control_goes_stage_by_stage_to_the_signer(office: SmallOffice) -> None:
    opened = to_control(office)
    assert standing(office, opened.case_id).holder == "kasubag_hukum"
    with pytest.raises(MoveNotYours):
        give_paraf(office.at("hendra"), opened.case_id)
    assert give_paraf(office.at("syahrul"), opened.case_id).holder == "sekretaris"
    with pytest.raises(MoveNotYours):
        give_paraf(office.at("syahrul"), opened.case_id, expected_step="pemeriksaan")
    done = give_paraf(office.at("hendra"), opened.case_id, "Setuju")
    assert (done.step, done.holder) == ("tanda_tangan", "ppid")
    rows = office.at("hendra").ask(history.controls, opened.case_id)
    assert [(row.role, row.by, row.verdict, row.note) for row in rows] == [
        ("kasubag_hukum", "Syahrul Anwar", "paraf", ""),
        ("sekretaris", "Hendra Kusuma", "paraf", "Setuju"),
    ]


@pytest.mark.parametrize("signer", [False, True])
def test_a_return_voids_the_parafs_and_the_letter_can_be_written_again(
    office: SmallOffice, signer: bool
) -> None:
    opened = to_signer(office) if signer else to_control(office)
    with pytest.raises(StaleError):
        save_letter(office.at("syahrul"), opened.case_id, ANSWER)
    who = office.at("putri" if signer else "syahrul")
    with pytest.raises(ReasonMissing):
        return_letter(who, opened.case_id, "  ")
    back = return_letter(who, opened.case_id, "Perbaiki angka")
    assert (back.step, back.holder) == ("menyiapkan", "kasubag_hukum")
    assert standing(office, opened.case_id).parafs == []
    assert letter(office, opened.case_id).state == "draft"
    save_letter(office.at("syahrul"), opened.case_id, replace(ANSWER, body="Angka benar."))
    submit_letter(office.at("syahrul"), opened.case_id)
    for login in ("syahrul", "hendra"):
        give_paraf(office.at(login), opened.case_id)
    assert standing(office, opened.case_id).step == "tanda_tangan"
    check(office)


def test_paraf_and_return_need_a_letter_put_forward(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    for act in (give_paraf, lambda place, case: return_letter(place, case, "x"), sign_letter):
        with pytest.raises(StaleError):
            act(office.at("putri"), opened.case_id)


def test_a_signature_gives_number_date_and_signer(office: SmallOffice) -> None:
    opened = to_signer(office)
    assert letter(office, opened.case_id).number == ""
    signed = sign_letter(office.at("putri"), opened.case_id, "tanda_tangan")
    row = letter(office, opened.case_id)
    assert (row.number, row.dated, row.state) == (signed.number, date(2026, 3, 13), "signed")
    assert (row.signer_name, row.position) == (
        "Putri Handayani",
        "Pejabat Pengelola Informasi dan Dokumentasi,",
    )
    assert (signed.number, signed.stepped.step) == ("1/HM.03.5-SD/5299/2026", "penyerahan")
    with pytest.raises(StaleError):
        sign_letter(office.at("putri"), opened.case_id)
    check(office)


@pytest.mark.parametrize("login", ["hendra", "ratna"])
def test_a_letter_is_signed_by_its_own_signer_only(office: SmallOffice, login: str) -> None:
    opened = to_signer(office)
    with pytest.raises(NotAllowedError):
        sign_letter(office.at(login), opened.case_id)
    assert letter(office, opened.case_id).number == ""


def test_the_signer_named_on_the_letter_signs_and_as_plh_where_lent(office: SmallOffice) -> None:
    opened = to_signer(office, text=replace(ANSWER, signer_role="ketua"))
    assert standing(office, opened.case_id).holder == "ketua"
    dewi, until = office.founded.staff["dewi"], office.clock() + timedelta(days=3)
    mandate = give_mandate(office.at("ratna"), dewi, "ketua", office.clock(), until, "ST-5")
    sign_letter(office.at("dewi"), opened.case_id)
    row = letter(office, opened.case_id)
    assert (row.position, row.signer_name, row.signer_role) == ("Plh. Ketua,", "Dewi Lestari", "ketua")
    assert office.at("dewi").ask(history.steps, opened.case_id)[-1].acting
    assert mandate


def test_who_holds_the_office_is_never_plh(office: SmallOffice) -> None:
    opened = to_signer(office, text=replace(ANSWER, signer_role="ketua"))
    with pytest.raises(ProblemsError):
        give_mandate(office.at("admin"), office.founded.staff["ratna"], "ketua", office.clock(), None)
    sign_letter(office.at("ratna"), opened.case_id)
    assert letter(office, opened.case_id).position == "Ketua,"


def test_a_back_dated_letter_takes_a_suffix_and_leaves_the_sequence(office: SmallOffice) -> None:
    fill_year(office.at("admin"), 2026)
    late = to_signer(office)
    _, first = to_hand_over(office)
    office.clock.pass_(days=4)
    numbers = [
        first.number,
        sign_letter(office.at("putri"), late.case_id, dated=date(2026, 3, 13)).number,
        to_hand_over(office)[1].number,
    ]
    assert [number.split("/")[0] for number in numbers] == ["1", "1.2", "2"]
    check(office)


@pytest.mark.parametrize("dated", [date(2026, 3, 14), date(2026, 3, 12)])
def test_a_letter_is_dated_neither_ahead_nor_before_its_request(office: SmallOffice, dated: date) -> None:
    opened = to_signer(office)
    with pytest.raises(ProblemsError) as error:
        sign_letter(office.at("putri"), opened.case_id, dated=dated)
    assert problem_fields(error) == {"dated"}
    assert letter(office, opened.case_id).number == ""


def test_a_void_letter_keeps_its_number_and_sends_the_case_back(office: SmallOffice) -> None:
    opened, signed = to_hand_over(office)
    void_letter(office.at("putri"), signed.letter_id, "Salah alamat")
    assert (standing(office, opened.case_id).step, letter(office, opened.case_id).state) == (
        "menyiapkan",
        "void",
    )
    save_letter(office.at("syahrul"), opened.case_id, ANSWER)
    submit_letter(office.at("syahrul"), opened.case_id)
    for login in ("syahrul", "hendra"):
        give_paraf(office.at(login), opened.case_id)
    assert sign_letter(office.at("putri"), opened.case_id).number.startswith("2/")
    with office.store.read() as session:
        kept = session.scalar(select(IssuedNumber).where(IssuedNumber.text == signed.number))
    assert kept is not None
    assert kept.void_reason == "Salah alamat"
    check(office)


def test_a_letter_handed_over_can_still_be_declared_void(office: SmallOffice) -> None:
    opened, signed, _ = handed_over(office)
    void_letter(office.at("putri"), signed.letter_id, "Data keliru")
    assert letter(office, opened.case_id).state == "void"
    assert standing(office, opened.case_id).closed_at is not None
    with pytest.raises(NotFoundError):
        void_letter(office.at("putri"), signed.letter_id, "lagi")
    check(office)


def test_only_the_signer_voids_and_says_why(office: SmallOffice) -> None:
    _, signed = to_hand_over(office)
    with pytest.raises(NotAllowedError):
        void_letter(office.at("ratna"), signed.letter_id, "x")
    with pytest.raises(NotAllowedError):
        void_letter(office.at("syahrul"), signed.letter_id, "x")
    with pytest.raises((ReasonMissing, NumberInUseError)):
        void_letter(office.at("putri"), signed.letter_id, " ")
    with pytest.raises(NotFoundError):
        void_letter(office.at("putri"), "no-such-letter", "x")


def test_the_number_of_a_signed_letter_is_not_voided_behind_its_back(office: SmallOffice) -> None:
    opened, signed = to_hand_over(office)
    with pytest.raises(NumberInUseError):
        void_number(office.at("rahma"), signed.number, "Salah ketik")
    assert letter(office, opened.case_id).state == "signed"

"""Handing results over: the ekspedisi book, signatures, proxies, remote ways."""

from dataclasses import replace

import pytest

from desk.actions.attachments import content
from desk.actions.delivery import BY_HAND, WAYS, HandOver, hand_over, hand_over_problems
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.queries import deliveries, history
from desk.rules.workflow import MoveNotYours, MoveUnknown
from tests.invariants import check
from tests.office import SmallOffice
from tests.papers.pictures import PNG
from tests.stories import handed_over, problem_fields, take_in, to_hand_over
from tests.walks import standing

SIGNED = HandOver(receiver="Lalu Ahmad Fauzi", signed_on_paper=True)


def test_a_hand_over_is_a_line_of_the_book_and_closes_the_case(office: SmallOffice) -> None:
    opened, signed, delivered = handed_over(office)
    assert (delivered.number, delivered.stepped.step, delivered.stepped.closed) == (
        "0001/EKS/2026",
        "arsip",
        True,
    )
    (row,) = office.at("rahma").ask(deliveries.of_case, opened.case_id)
    assert (row.letter_id, row.to, row.content, row.receiver, row.by) == (
        signed.letter_id,
        "Lalu Ahmad Fauzi",
        "Jawaban atas permohonan informasi",
        "Lalu Ahmad Fauzi",
        "Rahma Widyastuti",
    )
    check(office)


def test_the_book_lists_the_newest_first(office: SmallOffice) -> None:
    numbers = [handed_over(office)[2].number for _ in range(3)]
    assert [row.number for row in office.at("rahma").ask(deliveries.book).rows] == numbers[::-1]
    assert len(office.at("rahma").ask(deliveries.book, size=2).rows) == 2


def test_a_drawn_signature_is_kept(office: SmallOffice) -> None:
    opened, _, _ = handed_over(office, signed_on_paper=False, signature_png=PNG)
    (row,) = office.at("rahma").ask(deliveries.of_case, opened.case_id)
    assert content(office.at("rahma"), row.signature) == PNG
    assert [one.kind for one in office.at("rahma").ask(history.files, opened.case_id)] == ["signature"]


@pytest.mark.parametrize("way", list(WAYS))
def test_by_hand_somebody_signs_and_by_wire_nobody(way: str) -> None:
    problems = {one.field for one in hand_over_problems(HandOver(receiver="Fauzi", way=way))}
    assert problems == ({"signature"} if way in BY_HAND else set())


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (HandOver(receiver=" "), {"receiver", "signature"}),
        (replace(SIGNED, way="merpati"), {"way"}),
        (replace(SIGNED, proxy=True), {"power_of_attorney"}),
        (replace(SIGNED, proxy=True, power_of_attorney=True), set()),
    ],
)
def test_a_hand_over_says_what_it_lacks(office: SmallOffice, draft: HandOver, fields: set[str]) -> None:
    assert {one.field for one in hand_over_problems(draft)} == fields
    if fields:
        opened, _ = to_hand_over(office)
        with pytest.raises(ProblemsError) as error:
            hand_over(office.at("rahma"), opened.case_id, draft)
        assert problem_fields(error) == fields
        assert office.at("rahma").ask(deliveries.of_case, opened.case_id) == ()


def test_nothing_is_handed_over_before_it_is_signed_or_twice(office: SmallOffice) -> None:
    opened = take_in(office)
    with pytest.raises(MoveUnknown):
        hand_over(office.at("rahma"), opened.case_id, SIGNED)
    done, _, _ = handed_over(office)
    with pytest.raises(NotFoundError, match="ditutup"):
        hand_over(office.at("rahma"), done.case_id, SIGNED)
    opened, _ = to_hand_over(office)
    with pytest.raises(StaleError):
        hand_over(office.at("rahma"), opened.case_id, replace(SIGNED, expected_step="tanda_tangan"))
    assert hand_over(office.at("rahma"), opened.case_id, SIGNED).number == "0002/EKS/2026"
    check(office)


def test_the_kasubag_hands_over_too_but_not_the_staff_nor_the_leadership(office: SmallOffice) -> None:
    opened, _ = to_hand_over(office)
    for login, error in (("agus", MoveNotYours), ("wulan", MoveNotYours), ("ratna", NotAllowedError)):
        with pytest.raises(error):
            hand_over(office.at(login), opened.case_id, SIGNED)
    hand_over(office.at("syahrul"), opened.case_id, SIGNED)
    assert standing(office, opened.case_id).closed_at is not None

"""Deciding requests and taking fees."""

from dataclasses import replace

import pytest

from desk.actions.decisions import decide
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.fees import FeeDraft, take_fee
from desk.queries import history
from desk.rules.workflow import MoveNotYours, MoveUnknown, RoleMissing
from desk.services.answering import DecisionDraft, decision_problems
from desk.services.informasi_answers import DECISIONS, Decision
from tests.invariants import check
from tests.office import SmallOffice
from tests.stories import (
    GRANTED,
    REFUSED,
    disposed,
    handed_over,
    move,
    problem_fields,
    take_in,
    to_kasubag,
    to_ppid,
)
from tests.walks import standing

WHOLE = {
    Decision.GRANTED: GRANTED,
    Decision.PARTLY: DecisionDraft(Decision.PARTLY, "kasubag_hukum", blacked_out="NIK saksi"),
    Decision.EXEMPT: REFUSED,
    Decision.NOT_HELD: DecisionDraft(Decision.NOT_HELD, "kasubag_hukum", reason="Bukan milik kami"),
    Decision.NOT_DOCUMENTED: DecisionDraft(Decision.NOT_DOCUMENTED, "kasubag_hukum", reason="Masih disusun"),
}


@pytest.mark.parametrize("kind", list(Decision))
def test_every_decision_is_kept_and_names_who_prepares(office: SmallOffice, kind: Decision) -> None:
    opened = to_ppid(office)
    stepped = decide(office.at("putri"), opened.case_id, replace(WHOLE[kind], expected_step="keputusan_ppid"))
    assert (stepped.step, stepped.holder) == ("menyiapkan", "kasubag_hukum")
    row = office.at("putri").ask(history.decision, opened.case_id)
    assert row is not None
    assert (row.kind, row.by, row.role) == (kind.value, "Putri Handayani", "ppid")
    assert standing(office, opened.case_id).decision == kind.value
    check(office)


@pytest.mark.parametrize("kind", list(Decision))
def test_a_letter_is_decided_by_the_kasubag_who_holds_it(office: SmallOffice, kind: Decision) -> None:
    opened = disposed(office)
    with pytest.raises(MoveNotYours):
        decide(office.at("syahrul"), opened.case_id, WHOLE[kind])
    stepped = decide(office.at("mira"), opened.case_id, WHOLE[kind])
    assert (stepped.step, stepped.holder) == ("menyiapkan", "kasubag_teknis")
    row = office.at("mira").ask(history.decision, opened.case_id)
    assert row is not None
    assert row.role == "kasubag_teknis"


def test_the_latest_decision_holds(office: SmallOffice) -> None:
    opened = disposed(office)
    decide(office.at("mira"), opened.case_id, GRANTED)
    office.clock.pass_(minutes=1)
    decide(office.at("mira"), opened.case_id, REFUSED)
    row = office.at("mira").ask(history.decision, opened.case_id)
    assert row is not None
    assert (row.kind, row.grounds) == ("ditolak", REFUSED.grounds)
    assert standing(office, opened.case_id).decision == "ditolak"


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (DecisionDraft(Decision.EXEMPT), {"grounds", "legal_basis", "consequence"}),
        (replace(REFUSED, legal_basis=" "), {"legal_basis"}),
        (replace(REFUSED, grounds=("pasal_99",)), {"grounds"}),
        (DecisionDraft(Decision.PARTLY), {"blacked_out"}),
        (DecisionDraft(Decision.NOT_HELD), {"reason"}),
        (DecisionDraft(Decision.NOT_DOCUMENTED, reason=" "), {"reason"}),
        (replace(GRANTED, pages=-1), {"pages"}),
        (replace(GRANTED, form="kaset"), {"form"}),
        (GRANTED, set()),
    ],
)
def test_a_decision_says_what_it_lacks(office: SmallOffice, draft: DecisionDraft, fields: set[str]) -> None:
    assert {one.field for one in decision_problems(DECISIONS, draft)} == fields
    if fields:
        opened = to_ppid(office)
        with pytest.raises(ProblemsError) as error:
            decide(office.at("putri"), opened.case_id, draft)
        assert problem_fields(error) == fields
        assert office.at("putri").ask(history.decision, opened.case_id) is None


def test_nothing_is_decided_elsewhere_or_twice(office: SmallOffice) -> None:
    opened = take_in(office)
    with pytest.raises(MoveUnknown):
        decide(office.at("putri"), opened.case_id, GRANTED)
    opened = to_kasubag(office)
    with pytest.raises(StaleError):
        decide(office.at("putri"), opened.case_id, replace(REFUSED, expected_step="keputusan_ppid"))
    with pytest.raises(NotFoundError):
        decide(office.at("putri"), "no-such-case", GRANTED)


def test_the_ppid_must_say_who_prepares_the_answer(office: SmallOffice) -> None:
    opened = to_ppid(office)
    with pytest.raises(RoleMissing):
        decide(office.at("putri"), opened.case_id, replace(GRANTED, to_role="pamdal"))
    assert office.at("putri").ask(history.decision, opened.case_id) is None


@pytest.mark.parametrize("login", ["rahma", "fajar", "agus", "admin"])
def test_who_may_not_decide_is_refused(office: SmallOffice, login: str) -> None:
    opened = to_ppid(office)
    with pytest.raises(NotAllowedError):
        decide(office.at(login), opened.case_id, GRANTED)


@pytest.mark.parametrize("login", ["ratna", "hendra", "dewi", "syahrul"])
def test_who_decides_elsewhere_does_not_decide_here(office: SmallOffice, login: str) -> None:
    opened = to_ppid(office)
    with pytest.raises(MoveNotYours):
        decide(office.at(login), opened.case_id, GRANTED)


def test_the_ppid_may_ask_for_data_first(office: SmallOffice) -> None:
    opened = to_ppid(office)
    move(office, "putri", opened.case_id, "minta_data", to_role="kasubag_data")
    back = move(office, "lina", opened.case_id, "serahkan_data")
    assert (back.step, back.holder) == ("keputusan_ppid", "ppid")
    decide(office.at("putri"), opened.case_id, GRANTED)


def test_a_fee_gets_a_receipt_number_of_its_own_book(office: SmallOffice) -> None:
    opened, _, _ = handed_over(office)
    first = take_fee(office.at("rahma"), opened.case_id, FeeDraft(" Fauzi ", 10, 500, 15_000, 1_000))
    second = take_fee(office.at("rahma"), opened.case_id, FeeDraft("Fauzi", 1, 500))
    assert (first.total, first.number) == (21_000, "001/TTB/KPU Kab. Tanjung Lestari/2026")
    rows = office.at("rahma").ask(history.fees, opened.case_id)
    assert {(row.number, row.payer) for row in rows} == {(first.number, "Fauzi"), (second.number, "Fauzi")}
    check(office)


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (FeeDraft("", 1, 500), {"payer"}),
        (FeeDraft("Fauzi", 0, 500), {"pages"}),
        (FeeDraft(" ", 0, 0), {"payer", "pages"}),
        (FeeDraft("Fauzi", -1, 500, 10_000), {"pages"}),
    ],
)
def test_a_fee_must_be_paid_by_somebody_for_something(
    office: SmallOffice, draft: FeeDraft, fields: set[str]
) -> None:
    opened = take_in(office)
    with pytest.raises(ProblemsError) as error:
        take_fee(office.at("rahma"), opened.case_id, draft)
    assert problem_fields(error) == fields
    with pytest.raises(NotFoundError):
        take_fee(office.at("rahma"), "no-such-case", FeeDraft("Fauzi", 1, 500))

"""Open information given at once leaves what every other ending leaves: decision, ekspedisi row, history."""

import pytest

from desk.actions.delivery import HandOver
from desk.actions.errors import NotAllowedError, ProblemsError, StaleError
from desk.actions.giving import give_at_once
from desk.queries import deliveries, history
from desk.rules.workflow import MoveNotReady, MoveNotYours, MoveUnknown
from desk.services.informasi import InformasiDraft, Openness, Path, WayToGet
from tests.invariants import check
from tests.office import SmallOffice
from tests.stories import FAUZI, REQUEST, changed, move, problem_fields, take_in, to_ppid
from tests.walks import standing

OPEN = (Openness.PERIODIC, Openness.ANYTIME, Openness.IMMEDIATE)
SIGNED = HandOver(FAUZI.name, signed_on_paper=True)


@pytest.mark.parametrize("openness", list(Openness))
@pytest.mark.parametrize("login", ["rahma", "fajar"])
def test_only_open_information_is_given_at_once(office: SmallOffice, openness: Openness, login: str) -> None:
    opened = take_in(office, changed(REQUEST, openness=openness))
    if login == "fajar":
        move(office, "rahma", opened.case_id, "teruskan")
    if openness in OPEN:
        assert give_at_once(office.at(login), opened.case_id, SIGNED).stepped.closed
        assert standing(office, opened.case_id).decision == "dikabulkan"
    else:
        with pytest.raises(MoveNotReady):
            give_at_once(office.at(login), opened.case_id, SIGNED)
        assert standing(office, opened.case_id).closed_at is None
        assert office.at(login).ask(deliveries.book).rows == ()
    check(office)


@pytest.mark.parametrize(
    ("way", "form"), [(WayToGet.SEE, "see"), (WayToGet.COPY_SOFT, "soft"), (WayToGet.COPY_HARD, "hard")]
)
def test_it_is_decided_delivered_and_told(office: SmallOffice, way: WayToGet, form: str) -> None:
    draft = changed(REQUEST, openness=Openness.PERIODIC, way_to_get=way)
    opened, rahma = take_in(office, draft), office.at("rahma")
    given = give_at_once(rahma, opened.case_id, SIGNED)
    decision = rahma.ask(history.decision, opened.case_id)
    assert decision is not None
    assert (decision.kind, decision.form, decision.role, decision.by) == (
        "dikabulkan",
        form,
        "front_office",
        "Rahma Widyastuti",
    )
    (row,) = rahma.ask(deliveries.of_case, opened.case_id)
    assert (row.number, row.receiver, row.to, row.content, row.letter_id) == (
        given.number,
        FAUZI.name,
        FAUZI.name,
        REQUEST.information,
        None,
    )
    assert given.number == "0001/EKS/2026"


def test_a_signature_is_wanted_by_hand_only(office: SmallOffice) -> None:
    opened = take_in(office, changed(REQUEST, openness=Openness.PERIODIC))
    with pytest.raises(ProblemsError) as error:
        give_at_once(office.at("rahma"), opened.case_id, HandOver(""))
    assert problem_fields(error) == {"receiver", "signature"}
    assert standing(office, opened.case_id).closed_at is None
    give_at_once(office.at("rahma"), opened.case_id, HandOver(FAUZI.name, way="email"))
    check(office)


def test_tim_penghubung_gives_what_it_finds_open(office: SmallOffice) -> None:
    opened = take_in(office)
    move(office, "rahma", opened.case_id, "teruskan")
    with pytest.raises(MoveNotReady):
        give_at_once(office.at("fajar"), opened.case_id, SIGNED, Openness.POSSIBLY_EXEMPT)
    assert standing(office, opened.case_id).detail["openness"] == "belum_dikategorikan"
    give_at_once(office.at("fajar"), opened.case_id, SIGNED, Openness.PERIODIC)
    assert standing(office, opened.case_id).detail["openness"] == "berkala"
    decision = office.at("fajar").ask(history.decision, opened.case_id)
    assert decision is not None
    assert decision.role == "tim_penghubung"
    check(office)


def test_it_is_given_on_its_own_sheet_by_who_holds_the_step(office: SmallOffice) -> None:
    opened = take_in(office, changed(REQUEST, openness=Openness.PERIODIC))
    with pytest.raises(MoveUnknown, match="lembarnya sendiri"):
        move(office, "rahma", opened.case_id, "berikan_langsung")
    with pytest.raises(MoveNotYours):
        give_at_once(office.at("fajar"), opened.case_id, SIGNED)
    with pytest.raises(NotAllowedError):
        give_at_once(office.at("putri"), opened.case_id, SIGNED)
    with pytest.raises(StaleError):
        give_at_once(office.at("rahma"), opened.case_id, changed(SIGNED, expected_step="penyerahan"))
    later = to_ppid(office, changed(REQUEST, openness=Openness.PERIODIC))
    with pytest.raises(MoveUnknown):
        give_at_once(office.at("rahma"), later.case_id, SIGNED)


def test_a_spoken_answer_is_a_decision_heard(office: SmallOffice) -> None:
    opened = take_in(office, InformasiDraft(path=Path.SPOKEN, information="Jam pelayanan"))
    decision = office.at("rahma").ask(history.decision, opened.case_id)
    assert decision is not None
    assert (decision.kind, decision.form, decision.at, decision.role) == (
        "dikabulkan",
        "see",
        office.clock(),
        "front_office",
    )
    check(office)

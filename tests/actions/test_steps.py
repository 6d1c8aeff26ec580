"""Moving cases: only along the flow, only by who holds them, always written down."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path as Folder

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.actions.cases import update_checklist
from desk.actions.errors import NotFoundError, StaleError
from desk.actions.held import FixedRoles
from desk.actions.letters import give_paraf, return_letter, save_letter, submit_letter
from desk.actions.mandates import give_mandate
from desk.actions.sorting import sort_and_move
from desk.actions.steps import MoveOrder, move_case
from desk.queries import history
from desk.rules.workflow import (
    MoveNotYours,
    MoveRefused,
    MoveUnknown,
    ReasonMissing,
    RoleMissing,
)
from desk.services.informasi import Openness
from tests.invariants import check
from tests.office import SmallOffice, open_small_office
from tests.stories import (
    ANSWER,
    REQUEST,
    by_letter,
    changed,
    disposed,
    handed_over,
    letter_to_ketua,
    move,
    take_in,
    to_control,
    to_hand_over,
    to_kasubag,
    to_ppid,
    to_signer,
)
from tests.walks import choices, play, standing


@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_however_people_move_a_case_it_stays_in_its_flow(office: SmallOffice, data: st.DataObject) -> None:
    letter = data.draw(st.booleans(), label="letter")
    openness = data.draw(st.sampled_from(list(Openness)), label="openness")
    draft = by_letter(openness=openness) if letter else changed(REQUEST, openness=openness)
    opened = take_in(office, draft)
    for _ in range(data.draw(st.integers(4, 24), label="length")):
        open_ways = choices(office, opened.case_id)
        if not open_ways:
            break
        play(office, opened.case_id, data.draw(st.sampled_from(open_ways)))
        office.clock.pass_(minutes=30)
    check(office)
    assert choices(office, opened.case_id) or standing(office, opened.case_id).closed_at


def test_a_case_that_moved_meanwhile_is_not_moved_again(office: SmallOffice) -> None:
    opened = take_in(office)
    move(office, "rahma", opened.case_id, "teruskan", expected_step="registrasi")
    with pytest.raises(StaleError):
        move(office, "yudi", opened.case_id, "teruskan", expected_step="registrasi")
    assert standing(office, opened.case_id).step == "tim_penghubung"
    check(office)


@pytest.mark.parametrize(
    ("login", "verb", "error"),
    [
        ("fajar", "teruskan", MoveNotYours),
        ("admin", "teruskan", MoveNotYours),
        ("rahma", "kabulkan", MoveUnknown),
        ("rahma", "terbang", MoveUnknown),
        ("rahma", "minta_kelengkapan", ReasonMissing),
        ("rahma", "berikan_langsung", MoveUnknown),
    ],
)
def test_a_move_that_is_not_open_is_refused_and_leaves_no_trace(
    office: SmallOffice, login: str, verb: str, error: type[MoveRefused]
) -> None:
    opened = take_in(office)
    with pytest.raises(error):
        move(office, login, opened.case_id, verb)
    assert len(office.at("rahma").ask(history.steps, opened.case_id)) == 1


def test_a_closed_or_unknown_case_does_not_move(office: SmallOffice) -> None:
    opened, _, _ = handed_over(office)
    for case_id in (opened.case_id, "no-such-case"):
        with pytest.raises(NotFoundError):
            move(office, "rahma", case_id, "teruskan")


def test_what_is_written_on_a_sheet_is_not_moved_without_it(office: SmallOffice) -> None:
    cases = {
        "kabulkan": to_ppid(office).case_id,
        "ajukan": to_kasubag(office).case_id,
        "paraf": to_control(office).case_id,
        "tanda_tangani": to_signer(office).case_id,
        "serahkan": to_hand_over(office)[0].case_id,
        "disposisikan": letter_to_ketua(office).case_id,
    }
    cases["kembalikan"] = cases["paraf"]
    everybody = frozenset({"ppid", "kasubag_hukum", "sekretaris", "ketua", "front_office"})
    for verb, case_id in cases.items():
        place = replace(office.at("putri"), held=FixedRoles(everybody))
        order = MoveOrder(case_id, verb, reason="x", to_role="kasubag_hukum")
        with pytest.raises(MoveUnknown, match="lembarnya sendiri"):
            move_case(place, order)
        with pytest.raises(MoveUnknown, match="lembarnya sendiri"):
            sort_and_move(place, order, Openness.PERIODIC)
    check(office)


def test_a_case_goes_to_one_of_the_staff_and_back(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    agus = office.founded.staff["agus"]
    given_to = move(office, "syahrul", opened.case_id, "serahkan_staf", assignee_id=agus)
    assert (given_to.holder, standing(office, opened.case_id).assignee_id) == ("staf", agus)
    with pytest.raises(MoveRefused):
        move(office, "syahrul", opened.case_id, "serahkan_staf")
    with pytest.raises(RoleMissing):
        move(office, "agus", opened.case_id, "laporkan")
    back = move(office, "agus", opened.case_id, "laporkan", to_role="kasubag_hukum")
    assert (back.holder, standing(office, opened.case_id).assignee_id) == ("kasubag_hukum", None)


def test_a_returned_letter_comes_back_to_the_person_who_wrote_it(office: SmallOffice) -> None:
    opened = to_kasubag(office)
    agus = office.founded.staff["agus"]
    move(office, "syahrul", opened.case_id, "serahkan_staf", assignee_id=agus)
    save_letter(office.at("agus"), opened.case_id, ANSWER)
    submit_letter(office.at("agus"), opened.case_id)
    give_paraf(office.at("syahrul"), opened.case_id)
    back = return_letter(office.at("hendra"), opened.case_id, "Lengkapi lampiran")
    assert (back.step, back.holder) == ("menyiapkan", "staf")
    case = standing(office, opened.case_id)
    assert (case.assignee_id, case.parafs) == (agus, [])
    check(office)


def test_asking_again_stops_the_clock_again(office: SmallOffice) -> None:
    opened = take_in(office)
    office.clock.pass_(days=3)
    move(office, "rahma", opened.case_id, "minta_kelengkapan", reason="Foto tidak terbaca")
    assert standing(office, opened.case_id).due is None
    office.clock.pass_(days=2)
    update_checklist(office.at("rahma"), opened.case_id, {"identitas": True})
    case = standing(office, opened.case_id)
    assert case.step == "registrasi"
    assert case.due is not None
    assert opened.due is not None
    assert case.due > opened.due
    texts = [one.text for one in office.at("rahma").ask(history.due_events, opened.case_id)]
    assert "Hitungan berhenti: Foto tidak terbaca" in texts
    assert "Hitungan berjalan lagi" in texts


def test_a_move_under_a_mandate_is_recorded_as_such(office: SmallOffice) -> None:
    opened = to_ppid(office)
    until = office.clock() + timedelta(days=1)
    give_mandate(office.at("putri"), office.founded.staff["fajar"], "ppid", office.clock(), until)
    move(office, "fajar", opened.case_id, "kembalikan", reason="Periksa lagi")
    last = office.at("fajar").ask(history.steps, opened.case_id)[-1]
    assert (last.role, last.acting, last.by) == ("ppid", True, "Fajar Nugroho")
    first = office.at("fajar").ask(history.steps, opened.case_id)[-2]
    assert (first.role, first.acting) == ("tim_penghubung", False)


def test_an_office_without_liaison_skips_that_step(tmp_path: Folder) -> None:
    from desk.actions.setup import found_office
    from desk.store.keys import Cost, MachineKeys
    from desk.store.store import Store
    from tests.office import OFFICE, PEOPLE, StillClock

    people = [one for one in PEOPLE if one.login != "fajar"]
    (tmp_path / "small").mkdir()
    store = Store.create(tmp_path / "small", MachineKeys(tmp_path / "small", Cost(passes=1, memory_kib=64)))
    template = open_small_office(tmp_path / "template")
    clock = StillClock()
    founded = found_office(store, template.standards.get("ksb"), OFFICE, people, clock(), hasher=str)
    office = SmallOffice(store, template.standards, clock, founded)
    opened = take_in(office)
    assert move(office, "rahma", opened.case_id, "teruskan").step == "keputusan_ppid"
    store.close()
    template.store.close()


def test_a_withdrawal_closes_a_case_wherever_it_lies(office: SmallOffice) -> None:
    for opened in (take_in(office), to_ppid(office), to_kasubag(office), to_signer(office)):
        with pytest.raises(ReasonMissing):
            move(office, "rahma", opened.case_id, "cabut")
        assert move(office, "rahma", opened.case_id, "cabut", reason="Dicabut pemohon").closed
    letter = disposed(office)
    assert move(office, "wulan", letter.case_id, "cabut", reason="Dicabut").closed
    check(office)

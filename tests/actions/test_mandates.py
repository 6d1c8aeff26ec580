"""Mandates: lent by who holds the role, for a time, to one person, never lent on (P5)."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.actions.decisions import decide
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.letters import give_paraf, save_letter, sign_letter, submit_letter, void_letter
from desk.actions.limits import extend_limit
from desk.actions.mandates import end_mandate, give_mandate
from desk.actions.notices import sign_notice
from desk.actions.workplace import Workplace
from desk.models import Mandate
from desk.queries import history, staff
from desk.rules.workflow import MoveNotYours, MoveRefused
from desk.store.actor import Actor
from desk.store.keys import MachineKeys
from desk.store.store import Store
from tests.office import CHEAP, MORNING, SmallOffice
from tests.requests import at_chair
from tests.stories import (
    ANSWER,
    GRANTED,
    disposed,
    problem_fields,
    to_control,
    to_hand_over,
    to_kasubag,
    to_ppid,
    to_signer,
)

DAY = timedelta(days=1)


def lend(office: SmallOffice, by: str = "ratna", to: str = "hendra", role: str = "ketua") -> str:
    return give_mandate(office.at(by), office.founded.staff[to], role, MORNING, MORNING + 2 * DAY, " ST-1 ")


def test_a_mandate_lends_a_role_for_its_time(office: SmallOffice) -> None:
    assert "ketua" not in office.at("hendra").roles
    lend(office)
    assert {"ketua", "sekretaris"} <= office.at("hendra").roles
    (row,) = office.at("hendra").ask(staff.mandates, MORNING)
    assert (row.staff_id, row.role, row.letter) == (office.founded.staff["hendra"], "ketua", "ST-1")
    office.clock.pass_(days=2)
    assert "ketua" not in office.at("hendra").roles
    assert office.at("hendra").ask(staff.mandates, office.clock()) == ()


def test_an_own_role_stays_an_own_role(office: SmallOffice) -> None:
    lend(office)
    hendra, ratna = office.founded.staff["hendra"], office.founded.staff["ratna"]
    place = office.at("hendra")
    assert place.ask(staff.mandate_of, hendra, "ketua", MORNING)
    assert place.ask(staff.mandate_of, hendra, "sekretaris", MORNING) is None
    assert place.ask(staff.mandate_of, ratna, "ketua", MORNING) is None
    assert place.ask(staff.own_roles, hendra, MORNING) == {"sekretaris"}


def test_a_mandate_is_ended_once(office: SmallOffice) -> None:
    mandate = lend(office)
    office.clock.pass_(hours=1)
    end_mandate(office.at("ratna"), mandate)
    assert "ketua" not in office.at("hendra").roles
    office.clock.pass_(hours=1)
    with pytest.raises(StaleError):
        end_mandate(office.at("ratna"), mandate)
    with pytest.raises(NotFoundError):
        end_mandate(office.at("ratna"), "no-such-mandate")


def test_who_got_it_may_give_it_up_but_not_lend_it_on(office: SmallOffice) -> None:
    mandate = lend(office, to="dewi")
    for to in ("mira", "syahrul"):
        with pytest.raises(NotAllowedError):
            lend(office, by="dewi", to=to)
    end_mandate(office.at("dewi"), mandate)
    assert "ketua" not in office.at("dewi").roles


@pytest.mark.parametrize("login", ["rahma", "syahrul", "putri"])
def test_a_role_that_is_not_yours_is_not_yours_to_lend(office: SmallOffice, login: str) -> None:
    with pytest.raises(NotAllowedError):
        lend(office, by=login)
    mandate = lend(office)
    with pytest.raises(NotAllowedError):
        end_mandate(office.at(login), mandate)


@pytest.mark.parametrize("login", ["admin", "hendra"])
def test_who_manages_staff_lends_for_the_absent(office: SmallOffice, login: str) -> None:
    lend(office, by=login, to="dewi")
    assert "ketua" in office.at("dewi").roles


@pytest.mark.parametrize(
    ("to", "role", "days", "fields"),
    [
        ("hendra", "ketua", 0, {"until"}),
        ("hendra", "ketua", -1, {"until"}),
        ("ratna", "ketua", 1, {"staff_id"}),
        ("hendra", "raja", 1, {"role"}),
        ("nobody", "ketua", 1, {"staff_id"}),
    ],
)
def test_a_mandate_that_makes_no_sense_is_refused(
    office: SmallOffice, to: str, role: str, days: int, fields: set[str]
) -> None:
    person = office.founded.staff.get(to, "no-such-person")
    with pytest.raises(ProblemsError) as error:
        give_mandate(office.at("admin"), person, role, MORNING, MORNING + days * DAY)
    assert problem_fields(error) == fields


def test_a_mandate_that_ended_after_sign_in_moves_nothing(office: SmallOffice) -> None:
    lend(office)
    case_id = at_chair(office)
    signed_in = office.at("hendra")
    office.clock.pass_(days=2)
    entry = DispositionDraft("ketua", "disposisikan", "kasubag_teknis", phrases=("Siapkan data",))
    with pytest.raises(MoveNotYours):
        dispose(signed_in, case_id, entry)
    assert office.at("ratna").ask(history.dispositions, case_id)[-1].from_role == "sekretaris"


def test_managing_staff_by_mandate_lends_nothing(office: SmallOffice) -> None:
    lend(office, by="hendra", to="dewi", role="sekretaris")
    for role in ("sekretaris", "ketua"):
        with pytest.raises(NotAllowedError):
            lend(office, by="dewi", to="mira", role=role)


def ended_by_hand(office: SmallOffice, mandate: str) -> None:
    """Who lent it takes it back, at the same PC."""
    end_mandate(office.at("admin"), mandate)


def ended_by_the_clock(office: SmallOffice, mandate: str) -> None:
    """Its last minute passes."""
    office.clock.pass_(days=2)


def ended_by_another_process(office: SmallOffice, mandate: str) -> None:
    """Another program on the same folder ends it, of which this one has seen nothing."""
    other = Store.open(office.store.folder, MachineKeys(office.store.folder, CHEAP))
    with other.write(Actor("other", "OTHER-PC", "admin"), "end_mandate", office.clock()) as session:
        row = session.get(Mandate, mandate)
        assert row is not None
        row.until = office.clock()
    other.close()


Attempt = Callable[[Workplace], object]


def voiding(office: SmallOffice) -> tuple[str, Attempt]:
    _, signed = to_hand_over(office)
    return "ppid", lambda place: void_letter(place, signed.letter_id, "Salah alamat")


def signing(office: SmallOffice) -> tuple[str, Attempt]:
    case_id = to_signer(office).case_id
    return "ppid", lambda place: sign_letter(place, case_id)


def writing(office: SmallOffice) -> tuple[str, Attempt]:
    case_id = to_kasubag(office).case_id
    return "kasubag_hukum", lambda place: save_letter(place, case_id, ANSWER)


def submitting(office: SmallOffice) -> tuple[str, Attempt]:
    case_id = to_kasubag(office).case_id
    save_letter(office.at("syahrul"), case_id, ANSWER)
    return "kasubag_hukum", lambda place: submit_letter(place, case_id)


def initialling(office: SmallOffice) -> tuple[str, Attempt]:
    case_id = to_control(office).case_id
    return "kasubag_hukum", lambda place: give_paraf(place, case_id)


def extending(office: SmallOffice) -> tuple[str, Attempt]:
    case_id = to_ppid(office).case_id
    return "ppid", lambda place: extend_limit(place, case_id, 2, "Arsip lama")


def signing_a_notice(office: SmallOffice) -> tuple[str, Attempt]:
    granted = extend_limit(office.at("mira"), disposed(office).case_id, 2, "Arsip lama")
    return "ppid", lambda place: sign_notice(place, granted.extension_id)


def deciding(office: SmallOffice) -> tuple[str, Attempt]:
    case_id = to_ppid(office).case_id
    return "ppid", lambda place: decide(place, case_id, GRANTED)


WORK = [voiding, signing, writing, submitting, initialling, extending, signing_a_notice, deciding]


@pytest.mark.parametrize("work", WORK, ids=lambda one: one.__name__)
def test_a_mandate_given_after_sign_in_works_at_once(
    office: SmallOffice, work: Callable[[SmallOffice], tuple[str, Attempt]]
) -> None:
    role, attempt = work(office)
    signed_in = office.at("fajar")
    with pytest.raises((NotAllowedError, MoveRefused)):
        attempt(signed_in)
    lend(office, by="admin", to="fajar", role=role)
    attempt(signed_in)


@pytest.mark.parametrize("ended", [ended_by_hand, ended_by_the_clock, ended_by_another_process])
@pytest.mark.parametrize("work", WORK, ids=lambda one: one.__name__)
def test_a_mandate_that_ended_moves_nothing(
    office: SmallOffice,
    work: Callable[[SmallOffice], tuple[str, Attempt]],
    ended: Callable[[SmallOffice, str], None],
) -> None:
    role, attempt = work(office)
    mandate = lend(office, by="admin", to="fajar", role=role)
    signed_in = office.at("fajar")
    assert role in signed_in.roles
    ended(office, mandate)
    before = office.store.commits
    with pytest.raises((NotAllowedError, MoveRefused)):
        attempt(signed_in)
    assert role not in signed_in.roles
    assert office.store.commits == before


def test_who_acts_in_a_role_that_ended_acts_in_one_still_held(office: SmallOffice) -> None:
    mandate = lend(office, by="admin", to="fajar", role="ppid")
    signed_in = office.at("fajar")
    acting = replace(signed_in, actor=replace(signed_in.actor, role="ppid"))
    assert acting.role == "ppid"
    end_mandate(office.at("admin"), mandate)
    assert acting.role == "tim_penghubung"

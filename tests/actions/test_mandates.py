"""Mandates: lent by who holds the role, for a time, to one person, never lent on (P5)."""

from datetime import timedelta

import pytest

from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.mandates import end_mandate, give_mandate
from desk.queries import history, staff
from tests.office import MORNING, SmallOffice
from tests.requests import at_chair
from tests.stories import problem_fields

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
    with pytest.raises(NotAllowedError):
        dispose(signed_in, case_id, entry)
    assert office.at("ratna").ask(history.dispositions, case_id)[-1].from_role == "sekretaris"


def test_managing_staff_by_mandate_lends_nothing(office: SmallOffice) -> None:
    lend(office, by="hendra", to="dewi", role="sekretaris")
    for role in ("sekretaris", "ketua"):
        with pytest.raises(NotAllowedError):
            lend(office, by="dewi", to="mira", role=role)

"""Tim Penghubung names how open the information is; only open kinds are given at once."""

from pathlib import Path

import pytest

from desk.actions.sorting import sort_and_move
from desk.actions.steps import MoveOrder
from desk.queries import cases
from desk.rules.workflow import MoveNotReady
from desk.services.informasi import Openness
from tests.office import SmallOffice, open_small_office
from tests.requests import at_liaison


@pytest.fixture
def office(tmp_path: Path) -> SmallOffice:
    return open_small_office(tmp_path)


def test_the_suggestion_goes_on_with_the_request(office: SmallOffice) -> None:
    case_id = at_liaison(office)
    done = sort_and_move(office.at("fajar"), MoveOrder(case_id, "teruskan_ppid"), Openness.POSSIBLY_EXEMPT)
    assert done.step == "keputusan_ppid"
    page = office.at("putri").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    assert page.detail["openness"] == "mungkin_dikecualikan"


def test_what_may_be_exempt_is_never_given_at_once(office: SmallOffice) -> None:
    case_id = at_liaison(office)
    order = MoveOrder(case_id, "berikan_langsung")
    with pytest.raises(MoveNotReady):
        sort_and_move(office.at("fajar"), order, Openness.POSSIBLY_EXEMPT)
    page = office.at("fajar").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    assert page.detail["openness"] == "belum_dikategorikan"


def test_an_open_kind_is_given_at_once_and_closes_the_request(office: SmallOffice) -> None:
    case_id = at_liaison(office)
    done = sort_and_move(office.at("fajar"), MoveOrder(case_id, "berikan_langsung"), Openness.PERIODIC)
    assert done.closed

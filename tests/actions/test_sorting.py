"""Tim Penghubung names how open the information is, and passes the request on with it."""

from desk.actions.sorting import sort_and_move
from desk.actions.steps import MoveOrder
from desk.queries import cases
from desk.services.informasi import Openness
from tests.office import SmallOffice
from tests.requests import at_liaison


def test_the_suggestion_goes_on_with_the_request(office: SmallOffice) -> None:
    case_id = at_liaison(office)
    done = sort_and_move(office.at("fajar"), MoveOrder(case_id, "teruskan_ppid"), Openness.POSSIBLY_EXEMPT)
    assert done.step == "keputusan_ppid"
    page = office.at("putri").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    assert page.detail["openness"] == "mungkin_dikecualikan"

"""Moments of an office network from which things go wrong."""

from dataclasses import replace

from desk.actions.steps import MoveOrder, move_case
from desk.actions.visits import VisitDraft, correct_visit, register_visit, undo_register_visit
from desk.sync.enrolment import of_store
from tests.lan import Desk, OfficeLan
from tests.stories import take_in

VISITOR = VisitDraft("Lalu Ahmad Fauzi", institution="Universitas Contoh", purpose="Konsultasi")


def news_both_ways(lan: OfficeLan, port: int = 0) -> Desk:
    """A counter that has a visit, a correction, a request and a move to send, the last of which comes too
    late; the server has for it a new visit, one that is gone, and a case that moved on."""
    gate, other = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-2")
    mine = lan.desk("LOKET-1", port=port)
    stays = register_visit(gate.at("bayu"), VISITOR).visit_id
    leaves = register_visit(gate.at("bayu"), replace(VISITOR, name="Baiq Nurhayati")).visit_id
    case_id = take_in(mine.office).case_id
    lan.sync_all()
    undo_register_visit(gate.at("bayu"), leaves)
    register_visit(gate.at("bayu"), replace(VISITOR, name="Sahabudin", service="informasi"))
    move_case(other.at("yudi"), MoveOrder(case_id, "teruskan"))
    gate.sync()
    other.sync()
    correct_visit(mine.at("rahma"), stays, replace(VISITOR, purpose="Magang"))
    take_in(mine.office)
    move_case(mine.at("rahma"), MoveOrder(case_id, "teruskan"))
    register_visit(mine.at("rahma"), replace(VISITOR, name="Wardatul Jannah"))
    mine.hang_up()
    return mine


def answered(lan: OfficeLan, desk: Desk) -> int:
    """How many bundles of a desk the server has answered, once it has done what a killed one asked for."""
    desk.hang_up()
    login = of_store(desk.store).login
    while lan.ask("SELECT count(*) FROM pg_stat_activity WHERE usename = %s", login) != [(0,)]:
        pass
    device = desk.store.identity.device
    return int(lan.ask("SELECT count(*) FROM desk.bundle WHERE store = %s", device)[0][0])

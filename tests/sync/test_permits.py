"""What the server takes is what the actions let somebody write: the rows that go along with a move."""

import pytest

from desk.assets import resource
from desk.rules.workflow import Move, Sheet
from desk.services.catalog import served, service_kit
from desk.standards.loader import load_standards
from desk.sync.permits import writes

STANDARDS = load_standards(resource("standards"))
TAKEN = frozenset((role, table) for role, table, _group in writes())


def _rows_of(move: Move) -> tuple[str, ...]:
    if move.sheet in (Sheet.DISPOSE, Sheet.SPOKEN):
        return ("dispositions",)
    if move.entry:
        return ("case_entries", "decisions") if move.decision else ("case_entries",)
    return ()


@pytest.mark.parametrize("standard", sorted(STANDARDS.by_id))
def test_whoever_may_make_a_move_may_send_what_is_written_with_it(standard: str) -> None:
    refused = {
        (slug, step.id, move.verb, role, table)
        for slug, service in STANDARDS.get(standard).services.items()
        for flow in service.flows.values()
        for step in flow.steps
        for move in flow.moves(step.id)
        for role in move.roles or step.roles
        for table in _rows_of(move)
        if (role, table) not in TAKEN
    }
    assert not refused


@pytest.mark.parametrize("standard", sorted(STANDARDS.by_id))
def test_whoever_may_close_a_case_may_let_go_what_it_had_planned(standard: str) -> None:
    refused = {
        (slug, role, table)
        for slug, service in STANDARDS.get(standard).services.items()
        for flow in service.flows.values()
        for step in flow.steps
        for move in flow.moves(step.id)
        if move.kind == "close" or move.entry == "pelaksanaan"
        for role in move.roles or step.roles
        for table in _let_go(slug)
        if (role, table) not in TAKEN
    }
    assert not refused


def _let_go(slug: str) -> tuple[str, ...]:
    kit = service_kit(slug) if served([slug]) else None
    if kit is None:
        return ()
    tables = (("education_events", kit.events), ("appointments", kit.meets))
    return ("announced_guests", *(table for table, there in tables if there))

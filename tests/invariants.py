"""What must hold of a store whatever happened: histories are paths, numbers are whole, the chain verifies."""

from collections import defaultdict

from sqlalchemy import select

from desk.models import Case, IssuedNumber, NumberCounter
from desk.queries import deliveries, history
from desk.queries.step_minutes import flows_along
from desk.rules import versions
from desk.rules.workflow import Flow, Sheet
from tests.office import SmallOffice

_HANDED = (Sheet.HAND_OVER, Sheet.GIVE)
STAYS = frozenset({"perpanjang", "perbaiki_isian", versions.VERB})
"""Verbs that are written into a history and move nothing."""


def check(office: SmallOffice) -> None:
    """Every invariant at once."""
    assert office.store.verify_chain().ok
    check_numbers(office)
    with office.store.read() as session:
        ids = session.scalars(select(Case.id)).all()
    for case_id in ids:
        check_path(office, case_id)
        check_books(office, case_id)


def check_path(office: SmallOffice, case_id: str) -> None:
    """The history of a case is a path of its flow, under the standard of each time, that ends where the case
    stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
        assert case is not None
        rows = history.steps(session, case_id)
    flows = flows_along(office.standards, case.standard, case.service, case.flow, rows)
    flow = flows[0]
    assert (rows[0].from_step, rows[0].verb, rows[0].to_step) == ("", "daftar", flow.start)
    at = flow.start
    for row, flow in zip(rows[1:], flows[1:], strict=False):
        assert row.from_step == at
        assert row.to_step in _ways(flow, at, row.verb), f"{at} --{row.verb}--> {row.to_step}"
        at = row.to_step
    assert case.step == at
    now, service = flows[-1].step(at), office.standards.get(case.standard).services[case.service]
    assert now.end is (case.closed_at is not None)
    free = service.limit(case.category).days is None
    assert free or case.due is not None or case.closed_at is not None or now.waits


def check_books(office: SmallOffice, case_id: str) -> None:
    """What is decided has its decision, and what was handed over its row of the ekspedisi book."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
        assert case is not None
        decided, delivered = history.decision(session, case_id), deliveries.of_case(session, case_id)
        steps = history.steps(session, case_id)[1:]
    assert case.decision == ("" if decided is None else decided.kind)
    flow = office.standards.get(case.standard).services[case.service].flow(case.flow)
    handed = any(
        one.verb == row.verb and one.to == row.to_step and one.sheet in _HANDED
        for row in steps
        for one in flow.moves(row.from_step)
    )
    assert bool(delivered) is handed


def _ways(flow: Flow, at: str, verb: str) -> set[str]:
    if verb in STAYS:
        return {at}
    ways = {move.to for move in flow.moves(at) if move.verb == verb}
    return ways | {at} if verb == "paraf" else ways


def check_numbers(office: SmallOffice) -> None:
    """No number twice, none missing; suffixes follow one another; what is void says why."""
    with office.store.read() as session:
        numbers = session.scalars(select(IssuedNumber)).all()
        counters = {one.scope: one for one in session.scalars(select(NumberCounter))}
    assert len({one.text for one in numbers}) == len(numbers)
    plain, suffixes = defaultdict(set), defaultdict(set)
    for one in numbers:
        (suffixes[one.scope, one.seq] if one.suffix else plain[one.scope]).add(one.suffix or one.seq)
        assert bool(one.void_reason) is (one.voided_at is not None)
    for scope, seqs in plain.items():
        counter = counters[scope]
        assert seqs == set(range(counter.start + 1, counter.start + counter.count + 1))
    for (scope, seq), given in suffixes.items():
        assert seq in plain[scope]
        assert given == set(range(2, 2 + len(given)))

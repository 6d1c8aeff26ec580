"""Every shipped standard: it hangs together, and every state that a case can come into leads to an end."""

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from desk.assets import resource
from desk.rules.casefacts import DECIDED, FACTS, decision_facts
from desk.rules.workflow import Flow, Move, Setting, allowed, move
from desk.standards.check import standard_problems
from desk.standards.loader import load_standards
from desk.standards.model import OfficeLevel

STANDARDS = load_standards(resource("standards")).by_id
FLOWS = [
    (standard_id, slug, flow_id)
    for standard_id, standard in STANDARDS.items()
    for slug, service in standard.services.items()
    for flow_id in service.flows
]
JUDGES = ("dinilai_tim", "dinilai_sekretaris")
"""Who judges a complaint: one of two facts, never both (R6)."""

KABAG = {"kabag_teknis_hukum", "kabag_data", "kabag_umum"}


class State(NamedTuple):
    """Where a case can stand: step, its holder, the parafs given, the decision recorded."""

    step: str
    holder: str | None = None
    given: tuple[str, ...] = ()
    decision: str = ""


def test_the_four_standards_hang_together() -> None:
    assert STANDARDS.keys() == {"ksb", "ntt", "kpg", "ntb"}
    assert [problem for standard in STANDARDS.values() for problem in standard_problems(standard)] == []


def onward(flow: Flow, state: State, setting: Setting, judge: str) -> Iterator[tuple[Move, State]]:
    """Every state that a move by somebody of the office leads to."""
    roles = setting.office_roles or frozenset()
    facts = decision_facts(state.decision) | (FACTS - {DECIDED, *JUDGES}) | {judge}
    for one in allowed(flow, state.step, roles, state.holder, facts):
        named = [role for role in flow.step(one.to).roles if role in roles] if one.names_role else [None]
        for to_role in named:
            moved = move(
                flow,
                state.step,
                one.verb,
                roles,
                setting,
                holder_role=state.holder,
                facts=facts,
                given=state.given,
                reason="sesuai arahan",
                to_role=to_role,
            )
            yield one, State(moved.step.id, moved.holder, moved.given, one.decision or state.decision)


@pytest.mark.parametrize("judge", JUDGES)
@pytest.mark.parametrize(("standard_id", "slug", "flow_id"), FLOWS)
def test_every_state_of_a_flow_leads_to_an_end(standard_id: str, slug: str, flow_id: str, judge: str) -> None:
    standard = STANDARDS[standard_id]
    flow, setting = standard.services[slug].flow(flow_id), standard.setting(slug)
    waiting = [State(flow.start)]
    back: dict[State, set[State]] = defaultdict(set)
    seen, made = set(waiting), set()
    while waiting:
        state = waiting.pop()
        for one, after in onward(flow, state, setting, judge):
            back[after].add(state)
            made.add(one.verb)
            if after not in seen:
                seen.add(after)
                waiting.append(after)
    ended = {state for state in seen if flow.step(state.step).end}
    waiting = list(ended)
    while waiting:
        waiting += (fresh := back[waiting.pop()] - ended)
        ended |= fresh
    assert seen - ended == set()
    assert {state.step for state in seen} == {step.id for step in flow.steps}
    assert made == {one.verb for step in flow.steps for one in flow.moves(step.id)}


@pytest.mark.parametrize("standard_id", STANDARDS)
def test_a_holder_is_one_of_the_step(standard_id: str) -> None:
    standard = STANDARDS[standard_id]
    for slug, service in standard.services.items():
        chained = [s for flow in service.flows.values() for s in flow.steps if s.holder_rule == "chain"]
        signed = [s for flow in service.flows.values() for s in flow.steps if s.holder_rule == "signer"]
        assert all(set(service.control_chain) <= set(step.roles) for step in chained), slug
        assert all(set(service.signers) <= set(step.roles) for step in signed), slug


@pytest.mark.parametrize("standard_id", STANDARDS)
def test_only_a_province_has_kabag(standard_id: str) -> None:
    standard = STANDARDS[standard_id]
    assert KABAG & set(standard.office_roles) == (
        KABAG if standard.office_level is OfficeLevel.PROVINSI else set()
    )


@pytest.mark.parametrize("standard_id", ["ntt", "kpg", "ntb"])
def test_what_an_heir_takes_over_unchanged_is_marked_and_names_no_decree_of_its_base(
    standard_id: str,
) -> None:
    standard, base = STANDARDS[standard_id], STANDARDS["ksb"]
    assert (standard.base, standard.series) == ("ksb", standard_id)
    for slug in standard.services.keys() & base.services.keys():
        ours, theirs = standard.services[slug], base.services[slug]
        assert "KSB" in ours.assumptions["terms"]
        assert (ours.limits, ours.flows, ours.requirements) == (
            theirs.limits,
            theirs.flows,
            theirs.requirements,
        )
        assert "Nomor" not in ours.staff_note


@pytest.mark.parametrize("standard_id", STANDARDS)
def test_no_standard_carries_a_phone_number_or_an_address(standard_id: str) -> None:
    text = resource("standards", f"{standard_id}.toml").read_text(encoding="utf-8")
    assert "@" not in text
    assert "Jln" not in text
    assert not any(mark in text for mark in ("0812", "0878", "go.id/"))

"""Checks of a flow's graph: roles known, every step reachable, an end reachable from each step."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping

from desk.rules.casefacts import DECIDED, FACTS
from desk.rules.workflow import Flow, HolderRule, Move, Sheet, Step


def flow_problems(flow: Flow, roles: Collection[str]) -> tuple[str, ...]:
    """English sentences about everything wrong in a flow; empty when it is sound. ``roles`` are the known
    role ids."""
    broken = tuple(_shape_problems(flow))
    return broken or (*_role_problems(flow, roles), *_reach_problems(flow))


def _shape_problems(flow: Flow) -> Iterator[str]:
    ids = Counter(step.id for step in flow.steps)
    yield from (f"step {name} is listed {count} times" for name, count in ids.items() if count > 1)
    if flow.start not in ids:
        yield f"start {flow.start} is no step"
    for step in flow.steps:
        yield from _step_problems(flow, step)
        for move in (*step.moves, *flow.anywhere):
            if move.to not in ids:
                yield f"step {step.id}: move {move.verb} leads to unknown step {move.to}"


def _step_problems(flow: Flow, step: Step) -> Iterator[str]:
    if step.end and step.moves:
        yield f"step {step.id}: an end has moves"
    if not step.end and not step.moves:
        yield f"step {step.id}: no way out"
    if not step.end and not step.roles:
        yield f"step {step.id}: nobody does it"
    moves = (*step.moves, *flow.anywhere)
    same = Counter((move.verb, move.needs) for move in moves)
    bare = {move.verb for move in moves if not move.needs}
    several = {verb for verb, count in Counter(move.verb for move in moves).items() if count > 1}
    clash = (several & bare) | {verb for (verb, _needs), count in same.items() if count > 1}
    yield from (f"step {step.id}: verb {verb} leads two ways without a fact" for verb in sorted(clash))


def _role_problems(flow: Flow, roles: Collection[str]) -> Iterator[str]:
    for step in flow.steps:
        yield from (f"step {step.id}: unknown role {role}" for role in step.roles if role not in roles)
        for move in (*step.moves, *flow.anywhere):
            yield from _move_problems(flow, step, move, roles)


def _move_problems(flow: Flow, step: Step, move: Move, roles: Collection[str]) -> Iterator[str]:
    named = {*move.roles, *move.holders, *filter(None, [move.holder])}
    yield from (
        f"step {step.id}: move {move.verb}: unknown role {role}" for role in sorted(named - set(roles))
    )
    decided = {one.decision for each in flow.steps for one in each.moves if one.decision}
    if move.needs and move.needs not in FACTS | {f"{DECIDED}:{one}" for one in decided}:
        yield f"step {step.id}: move {move.verb} needs unknown fact {move.needs}"
    target = flow.step(move.to)
    controlled = target.holder_rule is HolderRule.CHAIN and target.id != step.id
    if controlled and move.sheet is not Sheet.LETTER:
        yield f"step {step.id}: move {move.verb} begins the control of {target.id} without a letter"
    if move.names_role and target.holder_rule is not HolderRule.NAMED:
        yield f"step {step.id}: move {move.verb} names a role, but {target.id} is not held by a named one"


def _reach_problems(flow: Flow) -> Iterator[str]:
    onward = {step.id: {move.to for move in flow.moves(step.id)} for step in flow.steps}
    reached = _closure({flow.start}, onward)
    yield from (f"step {step.id} is never reached" for step in flow.steps if step.id not in reached)
    back: dict[str, set[str]] = {step.id: set() for step in flow.steps}
    for step_id, targets in onward.items():
        for target in targets:
            back[target].add(step_id)
    ending = _closure({step.id for step in flow.steps if step.end}, back)
    yield from (f"no end is reached from step {step.id}" for step in flow.steps if step.id not in ending)


def _closure(start: set[str], edges: Mapping[str, set[str]]) -> set[str]:
    seen = set(start)
    waiting = list(start)
    while waiting:
        fresh = edges[waiting.pop()] - seen
        seen |= fresh
        waiting.extend(fresh)
    return seen

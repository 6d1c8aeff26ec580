"""Walks of a shipped service's flow: named moves made one after the other, as the office's roles may."""

from desk.rules.casefacts import decision_facts
from desk.rules.workflow import allowed, move
from desk.standards.model import Standard


def walk(standard: Standard, slug: str, flow_id: str, moves: str) -> list[str]:
    """Make moves such as ``ketua:disposisikan>kasubag_teknis``, separated by blanks, each checked to be open
    to that role; the ids of the steps entered."""
    flow, setting = standard.services[slug].flow(flow_id), standard.setting(slug)
    step, holder, given, decision = flow.start, None, (), ""
    entered = [step]
    for one in moves.split():
        role, _, rest = one.partition(":")
        verb, _, named = rest.partition(">")
        facts = decision_facts(decision)
        assert verb in {each.verb for each in allowed(flow, step, [role], holder, facts)}, (one, step, holder)
        moved = move(
            flow,
            step,
            verb,
            [role],
            setting,
            holder_role=holder,
            facts=facts,
            given=given,
            reason="sesuai arahan",
            to_role=named or None,
        )
        step, holder, given = moved.step.id, moved.holder, moved.given
        decision = moved.move.decision or decision
        entered.append(step)
    return entered

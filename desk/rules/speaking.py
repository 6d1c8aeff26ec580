"""Where a disposition by word of mouth can be recorded (G5, KPG 2-3)."""

from desk.rules.workflow import Flow, Move, MoveKind, Sheet, Step


def speaks_at(flow: Flow, step_id: str) -> tuple[Step | None, Move | None]:
    """The step of the spoken disposition that can be recorded where a case stands, and the move that leads
    there first, where it stands at the meeting before; no step where none can."""
    step = flow.step(step_id)
    if _speaks(step):
        return step, None
    onward = next((one for one in step.moves if one.kind is MoveKind.FORWARD and one.to != step.id), None)
    if onward is not None and onward.sheet is Sheet.NONE and _speaks(flow.step(onward.to)):
        return flow.step(onward.to), onward
    return None, None


def _speaks(step: Step) -> bool:
    return any(move.sheet is Sheet.SPOKEN for move in step.moves)

"""Steps of a service and the moves between them: who may do what next, and what follows (design.md,
"Standards")."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from desk.rules.casefacts import lacking
from desk.rules.errors import DeskError


class MoveKind(StrEnum):
    """What a move means to the screen, the clock and the control chain."""

    FORWARD = "forward"
    RETURN = "return"
    DECISION = "decision"
    DELEGATE = "delegate"
    PARAF = "paraf"
    STOP = "stop"
    RESUME = "resume"
    CLOSE = "close"


class HolderRule(StrEnum):
    """How the holder of a step is found: any of its roles, named by the mover, the control chain, the
    signer."""

    ANY = "any"
    NAMED = "named"
    CHAIN = "chain"
    SIGNER = "signer"


class Sheet(StrEnum):
    """The sheet a move is written on, besides decision and paraf (``MoveKind``); NONE: the move says it all.

    LETTER puts the answer forward for its control, SIGN signs it, HAND_OVER is a row of the ekspedisi book,
    GIVE gives what was asked for at once, DISPOSE is the lembar disposisi, SPOKEN a disposition by word of
    mouth, ISSUE signs and numbers the papers that the service makes (certificates, legalised sheets).
    """

    NONE = ""
    LETTER = "letter"
    SIGN = "sign"
    HAND_OVER = "hand_over"
    GIVE = "give"
    DISPOSE = "dispose"
    SPOKEN = "spoken"
    ISSUE = "issue"


@dataclass(frozen=True, slots=True)
class Move:
    """A way out of a step.

    ``roles`` empty: the roles of the step. ``holders``: offered only while one of these roles holds the case.
    ``needs``: a fact of the case (``casefacts.FACTS``, or a decision as ``keputusan:ditolak``) without which
    the move is not offered; moves of one verb that need different facts lead to different steps.
    ``decision``: recorded on the case. ``holder``: role that holds the case afterwards. ``names_role``: the
    mover must name that role. ``sheet``: what it is written on; ``entry``: the kind of entry of the service
    (``CaseEntry``) that is written with it.
    """

    verb: str
    label: str
    to: str
    roles: tuple[str, ...] = ()
    kind: MoveKind = MoveKind.FORWARD
    reason_required: bool = False
    holders: tuple[str, ...] = ()
    needs: str = ""
    decision: str = ""
    holder: str = ""
    names_role: bool = False
    sheet: Sheet = Sheet.NONE
    entry: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """A step (langkah) of a flow; ``waits``: the clock stands, or nothing is due any more, until what is
    ``awaited`` has come; ``end``: the case is closed."""

    id: str
    label: str
    roles: tuple[str, ...] = ()
    planned_minutes: int | None = None
    output: str = ""
    moves: tuple[Move, ...] = ()
    holder_rule: HolderRule = HolderRule.ANY
    waits: bool = False
    awaited: str = "pemohon"
    end: bool = False


@dataclass(frozen=True, slots=True)
class Flow:
    """All steps of one path of a service; ``anywhere`` moves are offered in every step that is no end."""

    id: str
    label: str
    start: str
    steps: tuple[Step, ...]
    anywhere: tuple[Move, ...] = ()

    def step(self, step_id: str) -> Step:
        """The step of that id.

        Raises:
            StepUnknown: the flow has no such step.
        """
        found = next((step for step in self.steps if step.id == step_id), None)
        if found is None:
            raise StepUnknown(f"Langkah “{step_id}” tidak ada dalam alur {self.label}.")
        return found

    def moves(self, step_id: str) -> tuple[Move, ...]:
        """Every move out of a step, whoever may make it."""
        step = self.step(step_id)
        return () if step.end else step.moves + self.anywhere

    def written_on(self, step_id: str, sheet: Sheet) -> str:
        """The verb by which a case leaves a step on that sheet.

        Raises:
            MoveUnknown: nothing is written on it there.
        """
        found = next((move.verb for move in self.moves(step_id) if move.sheet is sheet), None)
        if found is None:
            raise MoveUnknown(f"{_SHEETS[sheet]} tidak dipakai pada langkah {self.step(step_id).label}.")
        return found

    def uses(self, *sheets: Sheet) -> bool:
        """Whether anything in this flow is written on one of these sheets."""
        return any(move.sheet in sheets for step in self.steps for move in step.moves)

    def path(self, since: str = "") -> tuple[Step, ...]:
        """The main path for a progress line: from the start (or a step) along forward moves, each step once,
        to an end."""
        step = self.step(since or self.start)
        path: list[Step] = []
        while step not in path:
            path.append(step)
            onward = _onward(step, _ONWARD)
            step = step if onward is None else self.step(onward.to)
        return tuple(path)


@dataclass(frozen=True, slots=True)
class Moved:
    """Where a case stands after a move; ``given`` are the parafs that hold now, ``skipped`` steps the office
    lacks."""

    move: Move
    step: Step
    holder: str | None = None
    given: tuple[str, ...] = ()
    skipped: tuple[Step, ...] = ()


class MoveRefused(DeskError):  # noqa: N818 - a refusal, said by that name everywhere
    """A move that the flow does not allow now."""

    code = "move_refused"


class StepUnknown(MoveRefused):
    """The step is not part of the flow."""

    code = "step_unknown"


class MoveUnknown(MoveRefused):
    """The step has no such move."""

    code = "move_unknown"


class MoveNotYours(MoveRefused):
    """Another role holds the step."""

    code = "move_not_yours"


class MoveNotReady(MoveRefused):
    """A fact that the move needs does not hold."""

    code = "move_not_ready"


class ReasonMissing(MoveRefused):
    """The move must be explained."""

    code = "reason_missing"


class RoleMissing(MoveRefused):
    """The mover must name a role of the next step, and one that the office has."""

    code = "role_missing"


class StepUnstaffed(MoveRefused):
    """Nobody in the office can do the next step and it cannot be skipped."""

    code = "step_unstaffed"


_SHEETS = {
    Sheet.LETTER: "Pengajuan surat",
    Sheet.SIGN: "Tanda tangan",
    Sheet.HAND_OVER: "Penyerahan",
    Sheet.GIVE: "Pemberian langsung",
    Sheet.DISPOSE: "Lembar disposisi",
    Sheet.SPOKEN: "Disposisi lisan",
    Sheet.ISSUE: "Penerbitan",
}


def allowed(
    flow: Flow,
    step_id: str,
    roles: Collection[str],
    holder_role: str | None = None,
    facts: Collection[str] = (),
) -> tuple[Move, ...]:
    """Moves that somebody with ``roles`` may make now.

    While ``holder_role`` holds the step, only that role may make the moves open to it.
    """
    step = flow.step(step_id)
    return tuple(
        move
        for move in flow.moves(step_id)
        if _offered(move, holder_role) and _may(flow, move, step, roles, holder_role) and _ready(move, facts)
    )


def _offered(move: Move, holder: str | None) -> bool:
    return not move.holders or holder is None or holder in move.holders


def _ready(move: Move, facts: Collection[str]) -> bool:
    return not move.needs or move.needs in facts


def _may(flow: Flow, move: Move, step: Step, roles: Collection[str], holder: str | None) -> bool:
    """Whether a role of the mover may make the move; a move offered anywhere is nobody’s own."""
    may = move.roles or step.roles
    if holder in may and move not in flow.anywhere:
        return holder in roles
    return any(role in roles for role in may)


@dataclass(frozen=True, slots=True)
class Setting:
    """What an office adds to a flow: its control chain, its signer, and the roles it has (None: all)."""

    chain: tuple[str, ...] = ()
    signer: str | None = None
    office_roles: frozenset[str] | None = None


def move(
    flow: Flow,
    step_id: str,
    verb: str,
    roles: Collection[str],
    setting: Setting,
    *,
    holder_role: str | None = None,
    facts: Collection[str] = (),
    given: Sequence[str] = (),
    reason: str = "",
    to_role: str | None = None,
) -> Moved:
    """Check a move and say where it leads; ``given`` are the parafs so far, ``to_role`` the role the mover
    names.

    Raises:
        MoveRefused: a subclass that says what is missing.
    """
    chosen = _checked(flow, step_id, verb, roles, holder_role, facts)
    if chosen.reason_required and not reason.strip():
        raise ReasonMissing(f"Isi alasan untuk “{chosen.label}”.")
    held = tuple(given)
    if chosen.kind is MoveKind.PARAF:
        controller = holder_role or next_controller(setting.chain, setting.office_roles, held)
        held += (controller,) if controller is not None else ()
        following = next_controller(setting.chain, setting.office_roles, held)
        if following is not None:
            return Moved(chosen, flow.step(step_id), following, held)
    elif chosen.kind is MoveKind.RETURN:
        held = ()
    step, skipped = enter(flow, chosen.to, setting.office_roles)
    if chosen.names_role:
        _check_named(chosen, step, to_role, setting.office_roles)
    stays = chosen.to == step_id and not chosen.holder and not chosen.names_role
    holder = holder_role if stays else _holder(chosen, step, setting, held, to_role, holder_role)
    return Moved(chosen, step, holder, held, skipped)


def _checked(
    flow: Flow, step_id: str, verb: str, roles: Collection[str], holder: str | None, facts: Collection[str]
) -> Move:
    step = flow.step(step_id)
    named = [one for one in flow.moves(step_id) if one.verb == verb and _offered(one, holder)]
    if not named:
        raise MoveUnknown(f"Tindakan “{verb}” tidak tersedia pada langkah {step.label}.")
    mine = [one for one in named if _may(flow, one, step, roles, holder)]
    if not mine:
        raise MoveNotYours(f"“{named[0].label}” bukan wewenang Anda pada langkah {step.label}.")
    ready = next((one for one in mine if _ready(one, facts)), None)
    if ready is None:
        raise MoveNotReady(lacking(mine[0].needs))
    return ready


def _check_named(chosen: Move, step: Step, to_role: str | None, office_roles: Collection[str] | None) -> None:
    if to_role not in step.roles:
        raise RoleMissing(f"Pilih pejabat yang dituju untuk “{chosen.label}”.")
    if office_roles is not None and to_role not in office_roles:
        raise RoleMissing("Pejabat yang dipilih tidak ada di kantor ini.")


def _holder(
    chosen: Move, step: Step, setting: Setting, given: Sequence[str], to_role: str | None, before: str | None
) -> str | None:
    """Who holds the step entered; ``before``, who held the one left, goes on where nobody else is named."""
    if chosen.holder:
        return chosen.holder
    if chosen.names_role:
        return to_role
    if step.holder_rule is HolderRule.CHAIN:
        return next_controller(setting.chain, setting.office_roles, given)
    if step.holder_rule is HolderRule.SIGNER:
        return setting.signer
    goes_on = before if step.holder_rule is HolderRule.NAMED and chosen.kind in _KEEPING else None
    alone = step.roles[0] if len(step.roles) == 1 else None
    return next((role for role in (to_role, goes_on) if role in step.roles), alone)


def enter(
    flow: Flow, step_id: str, office_roles: Collection[str] | None = None
) -> tuple[Step, tuple[Step, ...]]:
    """The step a case really enters, and the steps skipped because the office lacks every role of them.

    Raises:
        StepUnstaffed: a step that only decisions lead out of has nobody.
    """
    step = flow.step(step_id)
    skipped: list[Step] = []
    while office_roles is not None and not step.end and not any(role in office_roles for role in step.roles):
        onward = _onward(step, _PLAIN)
        if onward is None or step in skipped:
            raise StepUnstaffed(f"Kantor ini belum mempunyai petugas untuk langkah {step.label}.")
        skipped.append(step)
        step = flow.step(onward.to)
    return step, tuple(skipped)


def landings(flow: Flow, step_id: str, move: Move) -> frozenset[str]:
    """Every step a move may reach: its own, later ones where the office lacks all roles of it, and for a
    paraf also the step left, held by the next of the chain."""
    found = {move.to}
    reached = flow.step(move.to)
    while not reached.end and (onward := _onward(reached, _PLAIN)) is not None and onward.to not in found:
        found.add(onward.to)
        reached = flow.step(onward.to)
    return frozenset(found | {step_id} if move.kind is MoveKind.PARAF else found)


_PLAIN = (MoveKind.FORWARD, MoveKind.PARAF)
_ONWARD = (*_PLAIN, MoveKind.DECISION)
_KEEPING = (*_ONWARD, MoveKind.STOP, MoveKind.RESUME)


def _onward(step: Step, kinds: Collection[MoveKind]) -> Move | None:
    """The first listed move of these kinds that leaves the step: the ordinary way on."""
    return next((one for one in step.moves if one.kind in kinds and one.to != step.id), None)


def next_controller(
    chain: Sequence[str], office_roles: Collection[str] | None, given: Collection[str]
) -> str | None:
    """The next role of a control chain whose paraf is missing; roles the office lacks are passed over
    (R9)."""
    return next(
        (role for role in chain if role not in given and (office_roles is None or role in office_roles)), None
    )

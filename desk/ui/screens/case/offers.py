"""What somebody may do with a case now: the moves of its flow, sorted by how the screen carries them out."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from desk.queries.casefile import CaseFile
from desk.queries.extensions import ExtensionRow
from desk.queries.history import StepRow
from desk.queries.staff import Colleague
from desk.rules import workflow
from desk.rules.casefacts import DECIDED, decision_facts
from desk.rules.deadlines import Pressure
from desk.rules.permissions import Capability, may
from desk.rules.speaking import speaks_at
from desk.rules.workflow import HolderRule, Move, MoveKind, Sheet
from desk.services.answering import DecisionKind
from desk.services.catalog import service_kit
from desk.services.informasi import objection_possible
from desk.services.informasi_answers import Decision


class Way(StrEnum):
    """How a move is carried out on screen."""

    MOVE = "move"
    DECIDE = "decide"
    SUBMIT = "submit"
    PARAF = "paraf"
    RETURN_LETTER = "return_letter"
    SIGN = "sign"
    HAND_OVER = "hand_over"
    GIVE = "give"
    DISPOSE = "dispose"
    SPEAK = "speak"
    ENTRY = "entry"
    ISSUE = "issue"


class Mode(StrEnum):
    """What the tab of the answer is for, for this person now."""

    PREPARE = "prepare"
    DECIDE = "decide"
    CHECK = "check"
    SIGN = "sign"
    READ = "read"


@dataclass(frozen=True, slots=True)
class Offer:
    """A move this person may make now.

    ``main``: the one thing to do next. ``roles`` and ``people`` are those it may hand the case to, where the
    move names a role or a member of staff.
    """

    move: Move
    way: Way
    main: bool = False
    roles: tuple[str, ...] = ()
    people: tuple[Colleague, ...] = ()

    @property
    def label(self) -> str:
        """Words on the button; with dots where something is asked first."""
        if self.way is Way.SPEAK:
            return "Disposisi lisan…"
        asks = self.way in _ASKED or (self.way is Way.MOVE and self.asks)
        return f"{self.move.label}…" if asks else self.move.label

    @property
    def asks(self) -> bool:
        """Whether a reason, a role or a person is asked for first."""
        return self.move.reason_required or len(self.roles) > 1 or bool(self.people)


_WAYS = {
    Sheet.LETTER: Way.SUBMIT,
    Sheet.SIGN: Way.SIGN,
    Sheet.HAND_OVER: Way.HAND_OVER,
    Sheet.GIVE: Way.GIVE,
    Sheet.DISPOSE: Way.DISPOSE,
    Sheet.SPOKEN: Way.SPEAK,
    Sheet.ISSUE: Way.ISSUE,
}
_ASKED = (Way.PARAF, Way.RETURN_LETTER, Way.GIVE, Way.ENTRY, Way.ISSUE)
_MAIN = (MoveKind.FORWARD, MoveKind.PARAF, MoveKind.RESUME)
_CONTROLLED = (HolderRule.CHAIN, HolderRule.SIGNER)


def effective_roles(file: CaseFile, roles: Collection[str], staff_id: str) -> frozenset[str]:
    """Roles this person acts in here: not those of a case that was given to another member of staff."""
    row = file.page.row
    if row.assignee_id is not None and row.assignee_id != staff_id and row.holder is not None:
        return frozenset(roles) - {row.holder}
    return frozenset(roles)


def offers(file: CaseFile, roles: Collection[str], staff_id: str) -> tuple[Offer, ...]:
    """Moves for the buttons, in the flow's order. Putting a letter forward is offered before its decision is
    recorded: the page records both at once."""
    row = file.page.row
    if row.closed:
        return ()
    mine = effective_roles(file, roles, staff_id)
    facts = case_facts(file)
    moves = workflow.allowed(file.flow, row.step, mine, row.holder, facts | {DECIDED})
    if not may(mine, Capability.DECIDE):
        moves = workflow.allowed(file.flow, row.step, mine, row.holder, facts)
        moves = tuple(move for move in moves if move.kind is not MoveKind.DECISION)
    written = [move for move in moves if move.sheet is not Sheet.SPOKEN and _sensible(file, move)]
    found = [*(_offer(file, move, mine) for move in written), *spoken(file, mine)]
    main = next((one for one in found if one.move.kind in _MAIN), None)
    return tuple(replace(one, main=one is main) for one in found)


def spoken(file: CaseFile, mine: Collection[str]) -> tuple[Offer, ...]:
    """The spoken disposition that this person may record now, their own or that of who holds the case: one
    offer for everybody it may name (G5)."""
    row = file.page.row
    step, _first = speaks_at(file.flow, row.step)
    if step is None or not (row.holder in mine or may(mine, Capability.RECORD_DISPOSITION)):
        return ()
    said = [one for one in step.moves if one.sheet is Sheet.SPOKEN]
    said = [one for one in said if not one.holders or row.holder in one.holders]
    named = [role for one in said if one.names_role for role in roles_to_name(file, one, mine)]
    passed = [one.holder for one in said if one.holder in file.filled]
    roles = tuple(role for role in (*named, *passed) if role != row.holder)
    offer = Offer(said[0], Way.SPEAK, roles=roles)
    return (offer,) if roles else ()


def _offer(file: CaseFile, move: Move, mine: Collection[str]) -> Offer:
    """A move with those it may hand the case to; taking back from staff means to the own role."""
    roles = roles_to_name(file, move, mine) if move.names_role else ()
    if move.kind is MoveKind.DELEGATE and any(role in mine for role in roles):
        roles = tuple(role for role in roles if role in mine)
    people = staff_to_name(file, move) if move.kind is MoveKind.DELEGATE and move.holder else ()
    return Offer(move, way_of(file, move), roles=roles, people=people)


def way_of(file: CaseFile, move: Move) -> Way:
    """How the screen carries a move out."""
    if move.kind is MoveKind.DECISION:
        return Way.DECIDE
    if move.kind is MoveKind.PARAF:
        return Way.PARAF
    if move.entry:
        return Way.ENTRY
    controlled = file.flow.step(file.page.row.step).holder_rule in _CONTROLLED
    if move.kind is MoveKind.RETURN and controlled and file.letter is not None:
        return Way.RETURN_LETTER
    return _WAYS.get(move.sheet, Way.MOVE)


def mode(found: Collection[Offer]) -> Mode:
    """What the tab of the answer shows."""
    ways = {one.way for one in found}
    for way, wanted in (
        (Way.SUBMIT, Mode.PREPARE),
        (Way.DECIDE, Mode.DECIDE),
        (Way.PARAF, Mode.CHECK),
        (Way.SIGN, Mode.SIGN),
    ):
        if way in ways:
            return wanted
    return Mode.READ


def case_facts(file: CaseFile) -> frozenset[str]:
    """Facts of the case that moves may need."""
    row = file.page.row
    return service_kit(row.service).facts(file.page.detail) | decision_facts(row.decision)


def decisions(file: CaseFile, found: Collection[Offer]) -> tuple[DecisionKind, ...]:
    """Decisions this person may take, in the flow's order."""
    kit = service_kit(file.page.row.service)
    kinds = [kit.decision(one.move.decision) for one in found if one.way is Way.DECIDE]
    return tuple(kind for kind in kinds if kind is not None)


def roles_to_name(file: CaseFile, move: Move, roles: Collection[str]) -> tuple[str, ...]:
    """Roles a move may hand the case to: those the office has, without the one that keeps it anyway and,
    where staff get cases by delegation, without them; the likeliest first: whom the applicant asked for,
    then who gave the case to staff, then who passed it here."""
    step = file.flow.step(move.to)
    delegated = any(one.kind is MoveKind.DELEGATE and one.holder for one in file.flow.moves(move.to))
    no_change = file.page.row.holder if move.to == file.page.row.step else ""
    kept = {no_change, "staf" if delegated else ""}
    open_to = [role for role in step.roles if role in file.filled and role not in kept]
    giver = next((one.role for one in reversed(file.steps) if _gave(file, one)), "")
    here = [one.role for one in file.steps if one.to_step == file.page.row.step != one.from_step]
    likely = [role for role in open_to if role in roles or role == giver]
    asked = (service_kit(file.page.row.service).whom(file.page.detail), *likely, *here[-1:])
    return tuple(dict.fromkeys([*(role for role in asked if role in open_to), *open_to]))


def _gave(file: CaseFile, row: StepRow) -> bool:
    """Whether a step record gave the case to staff."""
    moves = file.flow.moves(row.from_step) if row.from_step else ()
    return any(one.verb == row.verb and one.kind is MoveKind.DELEGATE and one.holder for one in moves)


def staff_to_name(file: CaseFile, move: Move) -> tuple[Colleague, ...]:
    """People a case may be given to by this move."""
    return tuple(one for one in file.people if move.holder in one.roles)


def may_extend(file: CaseFile, roles: Collection[str]) -> bool:
    """Whether the extension of the limit is offered at all."""
    known = file.limit.limit is not None and file.limit.limit.extension_days > 0
    return known and not file.page.row.closed and may(roles, Capability.EXTEND)


def why_not_extend(file: CaseFile) -> str:
    """Why the limit cannot be extended now, empty when it can."""
    row = file.page.row
    if file.limit.left <= 0:
        return "Jangka waktu permohonan ini sudah diperpanjang sepenuhnya dan tidak dapat ditambah lagi."
    if row.pressure is Pressure.OVERDUE:
        return "Batas waktu sudah lewat. Perpanjangan hanya dapat diberikan sebelum batas waktu."
    if row.due is None:
        return "Hitungan sedang berhenti. Perpanjangan dapat diberikan setelah hitungan berjalan lagi."
    return ""


def may_object(file: CaseFile, roles: Collection[str]) -> bool:
    """Whether an objection to this case may be taken in here now (S3k)."""
    row = file.page.row
    if row.spoken or not service_kit(row.service).objectionable or not may(roles, Capability.REGISTER_LETTER):
        return False
    decision = Decision(row.decision) if row.decision else None
    return objection_possible(decision, row.pressure is Pressure.OVERDUE, row.closed)


def may_book(file: CaseFile, roles: Collection[str]) -> bool:
    """Whether an appointment with the applicant may be booked from here (G4)."""
    open_ = not file.page.row.closed
    return open_ and service_kit(file.page.row.service).meets and may(roles, Capability.BOOK_MEETING)


def may_plan(file: CaseFile, roles: Collection[str]) -> bool:
    """Whether its event may be given a day in the calendar from here (S7)."""
    row = file.page.row
    return not row.closed and service_kit(row.service).events and may(roles, Capability.PLAN_EVENTS)


def unsigned_notice(file: CaseFile) -> ExtensionRow | None:
    """The first extension whose notice is still to be signed; None without one, or when the case is over."""
    waiting = [one for one in file.extensions if one.notice is None and one.after is not None]
    return waiting[0] if waiting and not file.page.row.closed else None


def signs_notices(file: CaseFile, roles: Collection[str]) -> bool:
    """Whether somebody with these roles signs for the service."""
    return file.signers[0] in roles and may(roles, Capability.SIGN)


def _sensible(file: CaseFile, move: Move) -> bool:
    """Leave out moves that nobody in this office could take over."""
    if move.names_role and move.kind is not MoveKind.DECISION and way_of(file, move) in (Way.MOVE, Way.ENTRY):
        return bool(roles_to_name(file, move, ()))
    if move.kind is MoveKind.DELEGATE and move.holder:
        return bool(staff_to_name(file, move))
    return True

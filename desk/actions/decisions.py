"""Deciding an information request: granted, in part, exempt, not held, not yet documented (S3)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.actions import limits, numbers
from desk.actions.errors import NotFoundError, ProblemsError
from desk.actions.steps import MoveOrder, Stepped, apply_move, flow_of, not_stale
from desk.models import Case, Decision, FeeReceipt, new_id
from desk.queries.office import profile
from desk.rules.permissions import Capability
from desk.rules.workflow import MoveKind, MoveUnknown
from desk.services import informasi
from desk.services.common import Problem
from desk.services.grounds import GROUNDS

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace

FORMS = ("soft", "hard", "both", "see")
"""Forms in which something is given: softcopy, hardcopy, both, looked at here."""

_GROUNDS = frozenset(one.key for one in GROUNDS)


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision as filled in; costs in rupiah. ``grounds`` are keys of ``desk.services.grounds``."""

    kind: informasi.Decision
    to_role: str | None = None
    reason: str = ""
    grounds: tuple[str, ...] = ()
    legal_basis: str = ""
    consequence: str = ""
    holder_body: str = ""
    available_on: str = ""
    form: str = "soft"
    pages: int = 0
    page_price: int = 0
    sending_cost: int = 0
    other_cost: int = 0
    blacked_out: str = ""
    expected_step: str = ""


@dataclass(frozen=True, slots=True)
class FeeDraft:
    """Money taken for copies and sending, in rupiah (L3/III.D)."""

    payer: str
    pages: int
    page_price: int
    sending_cost: int = 0
    other_cost: int = 0


@dataclass(frozen=True, slots=True)
class FeeTaken:
    """A fee receipt just given."""

    receipt_id: str
    number: str
    total: int


def decision_problems(draft: DecisionDraft) -> tuple[Problem, ...]:
    """What a decision still lacks: a refusal its legal ground, its KPU decision and the consequence of
    opening; in part what is blacked out; not held or not documented a reason (L3/III.B.1, B.3.i)."""
    wanted: list[tuple[str, bool, str]] = []
    kind = draft.kind
    if kind is informasi.Decision.EXEMPT:
        wanted = [
            ("grounds", bool(draft.grounds), "Pilih dasar hukum pengecualian."),
            ("legal_basis", bool(draft.legal_basis.strip()), "Isi Keputusan KPU tentang pengecualian."),
            ("consequence", bool(draft.consequence.strip()), "Isi akibat bila informasi dibuka."),
        ]
    elif kind is informasi.Decision.PARTLY:
        wanted = [
            ("blacked_out", bool(draft.blacked_out.strip()), "Isi bagian yang dihitamkan dan alasannya.")
        ]
    elif kind in (informasi.Decision.NOT_HELD, informasi.Decision.NOT_DOCUMENTED):
        wanted = [("reason", bool(draft.reason.strip()), "Isi alasan untuk pemohon.")]
    if any(key not in _GROUNDS for key in draft.grounds):
        wanted.append(("grounds", False, "Dasar hukum yang dipilih tidak dikenal."))
    if draft.form not in FORMS:
        wanted.append(("form", False, "Pilih bentuk yang diberikan."))
    if min(draft.pages, draft.page_price, draft.sending_cost, draft.other_cost) < 0:
        wanted.append(("pages", False, "Jumlah dan biaya tidak boleh kurang dari nol."))
    return tuple(Problem(name, sentence) for name, given, sentence in wanted if not given)


def decide(workplace: "Workplace", case_id: str, draft: DecisionDraft) -> Stepped:
    """Record a decision and make the move it means in the case's flow.

    Raises:
        ProblemsError: see :func:`decision_problems`.
        StaleError: the case was moved meanwhile.
        MoveRefused: the step or the role does not decide.
    """
    workplace.require(Capability.DECIDE)
    problems = decision_problems(draft)
    if problems:
        raise ProblemsError(problems)
    with workplace.write("decide") as session:
        case = limits.open_case_row(session, case_id)
        not_stale(case, draft.expected_step)
        order = MoveOrder(
            case_id,
            _verb(workplace, case, draft.kind),
            reason=draft.reason.strip() or draft.consequence.strip() or draft.blacked_out.strip(),
            to_role=draft.to_role or case.holder,
        )
        role = case.holder or workplace.role
        stepped = apply_move(session, workplace, order)
        session.add(_row(workplace, case_id, role, draft))
        return stepped


def granted_at_once(case: Case, staff_id: str, role: str, at: datetime) -> Decision:
    """The decision that follows from giving what was asked for at the desk, in the form it was asked for; a
    spoken answer counts as heard."""
    way = informasi.WayToGet.SEE if case.spoken else informasi.WayToGet(case.detail["way_to_get"])
    return Decision(
        case_id=case.id,
        kind=informasi.Decision.GRANTED.value,
        at=at,
        staff_id=staff_id,
        role=role,
        form=informasi.GIVEN_AS[way],
    )


def take_fee(workplace: "Workplace", case_id: str, draft: FeeDraft) -> FeeTaken:
    """Note money taken for copies and give it a receipt number.

    Raises:
        ProblemsError: nothing to pay, or no payer.
    """
    workplace.require(Capability.HAND_OVER)
    total = draft.pages * draft.page_price + draft.sending_cost + draft.other_cost
    problems = [] if draft.payer.strip() else [Problem("payer", "Isi nama pembayar.")]
    if total <= 0 or min(draft.pages, draft.page_price, draft.sending_cost, draft.other_cost) < 0:
        problems.append(Problem("pages", "Isi jumlah lembar dan biaya."))
    if problems:
        raise ProblemsError(problems)
    with workplace.write("take_fee") as session:
        case = session.get(Case, case_id)
        if case is None:
            raise NotFoundError("Permohonan tidak ditemukan.")
        office, at, receipt_id = profile(session), workplace.now(), new_id()
        request = numbers.NumberRequest("biaya", office.day_of(at), "fee_receipts", receipt_id)
        number = numbers.issue(session, office, workplace.standards.get(case.standard), request, at)
        session.add(
            FeeReceipt(
                id=receipt_id,
                case_id=case_id,
                number=number,
                at=at,
                staff_id=workplace.actor.staff_id,
                pages=draft.pages,
                page_price=draft.page_price,
                sending_cost=draft.sending_cost,
                other_cost=draft.other_cost,
                payer=draft.payer.strip(),
            )
        )
    return FeeTaken(receipt_id, numbers.official(number, workplace), total)


def _verb(workplace: "Workplace", case: Case, kind: informasi.Decision) -> str:
    moves = flow_of(workplace, case).step(case.step).moves
    for move in moves:
        if move.kind is MoveKind.DECISION and move.decision == kind.value:
            return move.verb
    raise MoveUnknown("Pada langkah ini permohonan tidak dapat diputuskan.")


def _row(workplace: "Workplace", case_id: str, role: str, draft: DecisionDraft) -> Decision:
    return Decision(
        case_id=case_id,
        kind=draft.kind.value,
        at=workplace.now(),
        staff_id=workplace.actor.staff_id,
        role=role,
        grounds=list(draft.grounds),
        legal_basis=draft.legal_basis.strip(),
        consequence=draft.consequence.strip(),
        reason=draft.reason.strip(),
        holder_body=draft.holder_body.strip(),
        available_on=draft.available_on.strip(),
        form=draft.form,
        pages=draft.pages,
        page_price=draft.page_price,
        sending_cost=draft.sending_cost,
        other_cost=draft.other_cost,
        blacked_out=draft.blacked_out.strip(),
    )

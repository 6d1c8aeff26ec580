"""Walks through a flow: what everybody may do with a case now, and doing it by its own action."""

from dataclasses import dataclass

from desk.actions.decisions import decide
from desk.actions.delivery import HandOver, hand_over
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.giving import give_at_once
from desk.actions.letters import (
    LetterText,
    give_paraf,
    return_letter,
    save_letter,
    sign_letter,
    submit_letter,
)
from desk.actions.steps import MoveOrder, facts_of, move_case
from desk.models import Case
from desk.rules import workflow
from desk.rules.permissions import Capability, may
from desk.rules.workflow import HolderRule, Move, MoveKind, Sheet
from desk.services.answering import DecisionDraft
from desk.services.informasi_answers import Decision
from tests.office import PEOPLE, SmallOffice
from tests.stories import ANSWER, REFUSED

_REASON = "Alasan tertulis"


@dataclass(frozen=True)
class Choice:
    """Somebody and a move open to them; ``to_role`` where the move names one."""

    login: str
    move: Move
    to_role: str | None = None

    def __repr__(self) -> str:
        return f"{self.login}:{self.move.verb}:{self.to_role or '-'}"


def standing(office: SmallOffice, case_id: str) -> Case:
    """The record of a case as it stands."""
    with office.store.read() as session:
        case = session.get(Case, case_id)
    assert case is not None
    return case


def choices(office: SmallOffice, case_id: str) -> list[Choice]:
    """Everything anybody may do with a case now, in a fixed order."""
    case = standing(office, case_id)
    flow = office.standards.get(case.standard).services[case.service].flow(case.flow)
    open_ways = []
    for person in PEOPLE:
        roles = office.at(person.login).roles
        for move in workflow.allowed(flow, case.step, roles, case.holder, facts_of(case)):
            if move.kind is MoveKind.DECISION and not may(roles, Capability.DECIDE):
                continue
            if move.sheet is Sheet.HAND_OVER and not may(roles, Capability.HAND_OVER):
                continue
            filled = {role for one in PEOPLE for role in one.roles}
            named = [role for role in flow.step(move.to).roles if role in filled]
            targets = named if move.names_role else [None]
            open_ways += [Choice(person.login, move, role) for role in targets]
    return open_ways


def play(office: SmallOffice, case_id: str, choice: Choice) -> None:
    """Make the move the way its screen does."""
    place, move, case = office.at(choice.login), choice.move, standing(office, case_id)
    flow = office.standards.get(case.standard).services[case.service].flow(case.flow)
    rule = flow.step(case.step).holder_rule
    if move.kind is MoveKind.DECISION:
        decide(place, case_id, _decision(Decision(move.decision), choice.to_role))
    elif move.kind is MoveKind.PARAF:
        give_paraf(place, case_id)
    elif move.sheet is Sheet.LETTER:
        save_letter(place, case_id, _letter(case))
        submit_letter(place, case_id)
    elif move.sheet is Sheet.SIGN:
        sign_letter(place, case_id)
    elif move.sheet is Sheet.GIVE:
        give_at_once(place, case_id, HandOver(receiver="Pemohon", signed_on_paper=True))
    elif move.sheet is Sheet.HAND_OVER:
        hand_over(place, case_id, HandOver(receiver="Pemohon", signed_on_paper=True))
    elif move.sheet is Sheet.DISPOSE:
        role = flow.step(case.step).roles[0]
        dispose(
            place, case_id, DispositionDraft(role, move.verb, choice.to_role or "ketua", phrases=("Siapkan",))
        )
    elif move.kind is MoveKind.RETURN and rule in (HolderRule.CHAIN, HolderRule.SIGNER):
        return_letter(place, case_id, _REASON)
    else:
        move_case(place, MoveOrder(case_id, move.verb, case.step, _REASON, choice.to_role))


def _decision(kind: Decision, to_role: str | None) -> DecisionDraft:
    return DecisionDraft(
        kind,
        to_role,
        reason=_REASON,
        grounds=REFUSED.grounds,
        legal_basis=REFUSED.legal_basis,
        consequence=REFUSED.consequence,
        blacked_out="NIK saksi",
    )


def _letter(case: Case) -> LetterText:
    kind = "penolakan" if case.decision == Decision.EXEMPT.value else ANSWER.kind
    return LetterText(kind, ANSWER.subject, ANSWER.addressee, ANSWER.body, "ppid")

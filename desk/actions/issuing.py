"""Issuing the papers of a service in one go: each signed and numbered, one for every intern or district."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk.actions import limits, numbers
from desk.actions.entries import ground_of
from desk.actions.errors import NotAllowedError, ProblemsError
from desk.actions.lan import ServerNeededError
from desk.actions.signatures import put_signature
from desk.actions.steps import MoveOrder, Stepped, acted_role, apply_move, flow_of, not_stale
from desk.models import Letter, new_id
from desk.rules.permissions import Capability
from desk.rules.workflow import Sheet
from desk.services.catalog import service_kit
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


@dataclass(frozen=True, slots=True)
class Issued:
    """Papers just issued: their ids and official numbers, in the order of the service."""

    letters: tuple[str, ...]
    numbers: tuple[str, ...]
    stepped: Stepped


def issue_papers(workplace: "Workplace", case_id: str, expected_step: str = "") -> Issued:
    """Sign and number every paper the service issues now, and move the case on.

    Raises:
        NotAllowedError: the person neither holds the signing role nor a mandate for it.
        ServerNeededError: the office's server, which gives the numbers, is out of reach.
        ProblemsError: there is nothing to issue.
        StaleError: somebody moved the case meanwhile.
    """
    workplace.require(Capability.SIGN)
    with workplace.lan.first(f"sign:{case_id}") as sure:
        if not sure:
            raise ServerNeededError(
                "Luring: naskah baru dapat diterbitkan dan dinomori saat server tersambung."
            )
        with workplace.write("issue_papers") as session:
            letters, stepped = _issue(session, workplace, case_id, expected_step)
            given = [(letter.id, letter.number) for letter in letters]
    official = tuple(numbers.official(number, workplace) for _id, number in given)
    return Issued(tuple(letter_id for letter_id, _number in given), official, stepped)


def _issue(
    session: "Session", workplace: "Workplace", case_id: str, expected_step: str
) -> tuple[list[Letter], Stepped]:
    case = limits.open_case_row(session, case_id)
    not_stale(case, expected_step)
    flow = flow_of(workplace, case)
    verb = flow.written_on(case.step, Sheet.ISSUE)
    role = acted_role(workplace, flow.step(case.step).roles, case.holder)
    if role not in workplace.roles or (case.holder and role != case.holder):
        raise NotAllowedError("Naskah ini ditandatangani pejabat lain.")
    wanted = service_kit(case.service).issues(ground_of(session, case, ""))
    if not wanted:
        raise ProblemsError([Problem("issue", "Belum ada naskah yang dapat diterbitkan.")])
    letters = []
    for one in wanted:
        letter = Letter(
            id=new_id(),
            case_id=case_id,
            kind=one.kind,
            part=one.part,
            subject=one.subject,
            addressee=one.addressee,
            body=one.body,
            signer_role=role,
            written_by=workplace.actor.staff_id,
        )
        session.add(letter)
        put_signature(session, workplace, case, letter, role, None)
        letters.append(letter)
    return letters, apply_move(session, workplace, MoveOrder(case_id, verb))

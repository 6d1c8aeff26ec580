"""Handing over results against a signature in the ekspedisi book (R4; L3/III.B.2.a.5, KPG 4, 11, 13)."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions import limits, numbers
from desk.actions.attachments import NewFile, keep_files
from desk.actions.errors import ProblemsError
from desk.actions.steps import MoveOrder, Stepped, apply_move, flow_of
from desk.models import Case, Delivery, Letter, new_id
from desk.queries.office import profile
from desk.queries.order import last_written
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.permissions import Capability
from desk.rules.workflow import Sheet
from desk.services.common import Problem
from desk.services.handover import BY_HAND, WAYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy.orm import Session

    from desk.actions.attachments import KeptFile
    from desk.actions.workplace import Workplace

__all__ = ["BY_HAND", "WAYS", "Delivered", "HandOver", "hand_over", "hand_over_problems"]


@dataclass(frozen=True, slots=True)
class HandOver:
    """A hand-over as filled in; ``signature_png`` is the signature drawn on the pad."""

    receiver: str
    way: str = "pickup"
    content: str = ""
    to: str = ""
    proxy: bool = False
    power_of_attorney: bool = False
    signed_on_paper: bool = False
    signature_png: bytes = b""
    remark: str = ""
    expected_step: str = ""


@dataclass(frozen=True, slots=True)
class Delivered:
    """A row of the ekspedisi book just written."""

    delivery_id: str
    number: str
    stepped: Stepped


def hand_over_problems(draft: HandOver) -> tuple[Problem, ...]:
    """What a hand-over lacks: the receiver; by hand a signature; for a proxy the power of attorney."""
    problems = []
    if draft.way not in WAYS:
        problems.append(Problem("way", "Pilih cara penyerahan."))
    if not draft.receiver.strip():
        problems.append(Problem("receiver", "Isi nama penerima."))
    if draft.way in BY_HAND and not (draft.signature_png or draft.signed_on_paper):
        problems.append(Problem("signature", "Minta tanda tangan penerima, di layar atau di buku ekspedisi."))
    if draft.proxy and not draft.power_of_attorney:
        problems.append(Problem("power_of_attorney", "Penerima kuasa menyerahkan surat kuasa."))
    return tuple(problems)


def hand_over(workplace: "Workplace", case_id: str, draft: HandOver) -> Delivered:
    """Write the hand-over into the ekspedisi book and move the case on, usually into the archive.

    Raises:
        ProblemsError: see :func:`hand_over_problems`.
        MoveRefused: the case is not at hand-over.
    """
    workplace.require(Capability.HAND_OVER)
    kept = checked(workplace, draft)
    with workplace.write("hand_over") as session:
        case = limits.open_case_row(session, case_id)
        row = deliver(session, workplace, case, draft, kept)
        verb = flow_of(workplace, case).written_on(case.step, Sheet.HAND_OVER)
        stepped = apply_move(session, workplace, MoveOrder(case_id, verb, draft.expected_step))
        delivered = Delivered(row.id, row.number, stepped)
    return replace(delivered, number=numbers.official(delivered.number, workplace))


def checked(workplace: "Workplace", draft: HandOver) -> "tuple[KeptFile, ...]":
    """The drawn signature of a hand-over, kept among the files.

    Raises:
        ProblemsError: see :func:`hand_over_problems`.
    """
    problems = hand_over_problems(draft)
    if problems:
        raise ProblemsError(problems)
    picture = (NewFile("tanda-tangan.png", draft.signature_png, "signature"),) if draft.signature_png else ()
    return keep_files(workplace, picture)


def deliver(
    session: "Session", workplace: "Workplace", case: Case, draft: HandOver, kept: "Sequence[KeptFile]"
) -> Delivery:
    """Write a row of the ekspedisi book within the running action; ``kept`` is the signature."""
    office, at, delivery_id = profile(session), workplace.now(), new_id()
    request = numbers.NumberRequest("ekspedisi", office.day_of(at), "deliveries", delivery_id)
    number = numbers.issue(session, office, workplace.standards.get(case.standard), request, at)
    answers = select(Letter).where(Letter.case_id == case.id, Letter.extension_id.is_(None))
    letter = session.scalar(answers.where(Letter.state == "signed").order_by(*last_written(Letter)))
    session.add_all(one.record(case_id=case.id, at=at, by=workplace.actor.staff_id) for one in kept)
    row = Delivery(
        id=delivery_id,
        case_id=case.id,
        letter_id=letter.id if letter is not None else None,
        number=number,
        at=at,
        way=draft.way,
        content=draft.content.strip() or (letter.subject if letter is not None else case.subject),
        to=(draft.to.strip() if case.service not in CONFIDENTIAL else "")
        or (letter.addressee if letter is not None else draft.receiver.strip()),
        receiver=draft.receiver.strip(),
        proxy=draft.proxy,
        power_of_attorney=draft.power_of_attorney,
        signed_on_paper=draft.signed_on_paper,
        signature=kept[0].sha256 if kept else "",
        remark=draft.remark.strip(),
        staff_id=workplace.actor.staff_id,
    )
    session.add(row)
    return row

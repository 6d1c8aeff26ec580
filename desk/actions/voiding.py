"""Declaring a number void that was given by mistake; a letter's number goes with its letter instead (R2)."""

from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import NotFoundError
from desk.actions.numbers import NumberInUseError, mark_void
from desk.actions.steps import VOIDS, MoveOrder, apply_move, flow_of
from desk.models import Case, IssuedNumber, Letter
from desk.rules.permissions import Capability

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


def void_number(workplace: "Workplace", text: str, reason: str) -> None:
    """Declare a number void; it keeps its place in the book with the reason.

    A case registered by mistake is closed with its number; one that went on already keeps it.

    Raises:
        NotFoundError: no such number is in use.
        NumberInUseError: no reason was given, a signed letter bears it (that is voided itself), or its case
            is being worked on.
    """
    workplace.require(Capability.REGISTER_LETTER)
    with workplace.write("void_number") as session:
        number = session.scalar(
            select(IssuedNumber).where(IssuedNumber.text == text, IssuedNumber.voided_at.is_(None))
        )
        if number is None:
            raise NotFoundError(f"Nomor {text} tidak ditemukan atau sudah dibatalkan.")
        if session.scalar(select(Letter.id).where(Letter.number == text, Letter.state == "signed")):
            raise NumberInUseError("Nomor ini dipakai surat yang sudah ditandatangani; batalkan suratnya.")
        case = session.get(Case, number.subject_id) if number.subject_table == "cases" else None
        if case is not None and case.closed_at is None:
            _close(session, workplace, case, reason)
        else:
            mark_void(session, text, reason, workplace.now())


def _close(session: "Session", workplace: "Workplace", case: Case, reason: str) -> None:
    if not reason.strip():
        raise NumberInUseError("Isi alasan pembatalan nomor.")
    if not any(move.verb == VOIDS for move in flow_of(workplace, case).moves(case.step)):
        raise NumberInUseError(
            "Permohonan bernomor ini sudah diproses. Kembalikan atau catat pencabutannya lebih dahulu."
        )
    apply_move(session, workplace, MoveOrder(case.id, VOIDS, reason=reason))

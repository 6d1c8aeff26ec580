"""A signature under a letter: its date, its official number, who signed and as what (R2, P5)."""

from datetime import date
from typing import TYPE_CHECKING

from desk.actions import numbers
from desk.actions.errors import NotFoundError, StaleError
from desk.actions.steps import mandate_for
from desk.models import Case, Letter, Staff
from desk.queries.office import profile

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.standards.model import Standard


def date_of(letter: Letter) -> date:
    """The date of a signed letter.

    Raises:
        StaleError: it bears none.
    """
    if letter.dated is None:
        raise StaleError("Surat belum bertanggal.")
    return letter.dated


def put_signature(
    session: "Session", workplace: "Workplace", case: Case, letter: Letter, role: str, dated: date | None
) -> None:
    """Date, number and signer of a letter, within the running action."""
    office, at = profile(session), workplace.now()
    standard = workplace.standards.get(case.standard)
    today = office.day_of(at)
    letter.dated = dated or today
    book = standard.letters[letter.kind].register or "surat_keluar"
    classification = standard.letters[letter.kind].classification
    request = numbers.NumberRequest(
        book,
        letter.dated,
        "letters",
        letter.id,
        classification=classification or standard.services[case.service].classification,
        back_dated=letter.dated < today,
    )
    letter.number = numbers.issue(session, office, standard, request, at)
    letter.state, letter.signed_at = "signed", at
    _put_signer(session, workplace, standard, letter, role)


def _put_signer(
    session: "Session", workplace: "Workplace", standard: "Standard", letter: Letter, role: str
) -> None:
    person = session.get(Staff, workplace.actor.staff_id)
    if person is None:
        raise NotFoundError("Akun tidak ditemukan.")
    letter.mandate_id = mandate_for(session, workplace, role, workplace.now())
    letter.signer_role, letter.signer_id = role, person.id
    letter.signer_name, letter.signer_nip = person.name, person.nip
    acting = "Plh. " if letter.mandate_id else ""
    letter.position = f"{acting}{standard.title(role)},"

"""Keeping who asks out of what others read of a confidential case: its form, letters, notes (S4)."""

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from desk.actions.errors import ProblemsError
from desk.models import Applicant, Case
from desk.rules.confidence import CONFIDENTIAL, reveals
from desk.rules.intake import ApplicantKind, IdentityKind
from desk.services.common import ApplicantDraft, Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

NAMED = "Tulisan ini dibaca bagian lain: sebut pelapor dengan nomor pengaduannya, tanpa nama dan nomornya."


def kept(service: str, draft: Any) -> Any:
    """A form as the case keeps it: of a confidential case without who asks, who stands in a row apart."""
    return replace(draft, applicant=ApplicantDraft()) if service in CONFIDENTIAL else draft


def whole(session: "Session", case: Case, draft: Any) -> Any:
    """The form of a case with who asks, read back from where it is kept."""
    if case.service not in CONFIDENTIAL:
        return draft
    row = session.query(Applicant).filter_by(case_id=case.id).one()
    who = ApplicantDraft(
        kind=ApplicantKind(row.kind),
        name=row.name,
        identity_kind=IdentityKind(row.identity_kind),
        identity_number=row.nik,
        address=row.address,
        occupation=row.occupation,
        phone=row.phone,
        email=row.email,
        body_name=row.body_name,
        body_deed=row.deed,
    )
    return replace(draft, applicant=who)


def keep_secret(session: "Session", case: Case, field: str, *texts: str) -> None:
    """Refuse words that others read and that name the applicant of a confidential case.

    Raises:
        ProblemsError: they do; beside ``field``.
    """
    if case.service not in CONFIDENTIAL:
        return
    row = session.query(Applicant).filter_by(case_id=case.id).one_or_none()
    if row is None:  # on a PC that may not know, nobody can tell
        return
    if reveals("\n".join(texts), (row.name, row.body_name, row.nik, row.phone, row.email)):
        raise ProblemsError([Problem(field, NAMED)])

"""Keeping who asks out of what others read of a confidential case: its form, letters, notes (S4)."""

from collections.abc import Mapping
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
    columns = {column: getattr(row, column) for column in (*_NAMED, "kind", "identity_kind")}
    return replace(draft, applicant=who_asks(columns))


_NAMED = {
    "name": "name",
    "nik": "identity_number",
    "address": "address",
    "occupation": "occupation",
    "phone": "phone",
    "email": "email",
    "body_name": "body_name",
    "deed": "body_deed",
}
"""Columns of an applicant that are texts -> the field of the form."""


def who_asks(columns: Mapping[str, Any]) -> ApplicantDraft:
    """Who asks, from the columns of an applicant, as the form has it."""
    texts = {field: str(columns[column]) for column, field in _NAMED.items()}
    kind, identity = ApplicantKind(columns["kind"]), IdentityKind(columns["identity_kind"])
    return ApplicantDraft(kind=kind, identity_kind=identity, **texts)


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

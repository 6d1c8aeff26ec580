"""The notice of an extension: signed by the service's signer, numbered like every letter (S3, R4)."""

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from desk.actions import limits, numbers
from desk.actions.errors import NotAllowedError, NotFoundError, StaleError
from desk.actions.lan import ServerNeededError
from desk.actions.limits import Extended
from desk.actions.signatures import date_of, put_signature
from desk.models import Applicant, Letter, LimitExtension, new_id
from desk.queries import extensions
from desk.queries.office import profile
from desk.rules.permissions import Capability

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace

KIND = "perpanjangan"
"""The paper a notice prints as; its letter of the standard."""

SUBJECT = "Pemberitahuan perpanjangan waktu"


@dataclass(frozen=True, slots=True)
class Notice:
    """A notice just signed; ``extended`` is set where the extension was granted in the same action."""

    letter_id: str
    extension_id: str
    number: str
    dated: date
    extended: Extended | None = None


def sign_notice(workplace: "Workplace", extension_id: str) -> Notice:
    """Sign the notice of an extension: it gets its number and today's date.

    Raises:
        NotAllowedError: the person does not hold the role that signs for the service.
        NotFoundError: no such extension.
        StaleError: it is signed already.
        ServerNeededError: the office's server, which gives the number, is out of reach.
    """
    workplace.require(Capability.SIGN)
    return _numbered(workplace, "sign_notice", lambda session: _sign(session, workplace, extension_id))


def extend_and_sign(workplace: "Workplace", case_id: str, days: int, reason: str) -> Notice:
    """Extend a limit and sign its notice at once, whole or not at all.

    Raises:
        ExtensionRefusedError: see ``desk.actions.limits.extend_limit``.
        NotAllowedError, ServerNeededError: see :func:`sign_notice`.
    """
    workplace.require(Capability.EXTEND)
    workplace.require(Capability.SIGN)

    def work(session: "Session") -> Notice:
        extended = limits.extend(session, workplace, case_id, days, reason)
        session.flush()
        return replace(_sign(session, workplace, extended.extension_id), extended=extended)

    return _numbered(workplace, "extend_and_sign", work)


def _numbered(workplace: "Workplace", action: str, work: "Callable[[Session], Notice]") -> Notice:
    with workplace.lan.first("sign:notice") as sure:
        if not sure:
            raise ServerNeededError(
                "Luring: pemberitahuan baru dapat ditandatangani dan dinomori saat server tersambung."
            )
        with workplace.write(action) as session:
            signed = work(session)
    return replace(signed, number=numbers.official(signed.number, workplace))


def _sign(session: "Session", workplace: "Workplace", extension_id: str) -> Notice:
    extension = session.get(LimitExtension, extension_id)
    if extension is None:
        raise NotFoundError("Perpanjangan tidak ditemukan.")
    if extensions.notice(session, extension_id) is not None:
        raise StaleError("Pemberitahuan perpanjangan ini sudah ditandatangani.")
    case = limits.open_case_row(session, extension.case_id)
    standard = workplace.standards.get(case.standard)
    role = extensions.signer(standard, profile(session), case.service)
    if role not in workplace.roles:
        raise NotAllowedError(f"Pemberitahuan ini ditandatangani {standard.short_title(role)}.")
    applicant = session.query(Applicant).filter_by(case_id=case.id).one()
    letter = Letter(
        id=new_id(),
        case_id=case.id,
        kind=KIND,
        subject=SUBJECT,
        addressee=applicant.body_name or applicant.name,
        body=extension.reason,
        signer_role=role,
        written_by=extension.granted_by,
        extension_id=extension_id,
    )
    session.add(letter)
    put_signature(session, workplace, case, letter, role, None)
    session.flush()
    return Notice(letter.id, extension_id, letter.number, date_of(letter))

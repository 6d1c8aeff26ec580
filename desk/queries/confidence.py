"""Whether the reader of a session may know who complained (S4); nobody may who is not told of."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from desk.models import Case
from desk.rules.confidence import CONFIDENTIAL, READER


def closed(session: Session) -> bool:
    """Whether complainants are withheld from who reads."""
    sees = session.info.get(READER)
    return sees is None or not sees()


def withheld(session: Session, service: str) -> bool:
    """Whether the applicant of a case of this service is withheld from who reads."""
    return service in CONFIDENTIAL and closed(session)


def confided() -> Select[str]:
    """Ids of all confidential cases."""
    return select(Case.id).where(Case.service.in_(CONFIDENTIAL))

"""More of the same than a page holds: copies of a case that went its real way, written in one action."""

from datetime import timedelta
from typing import Any

from desk.models import Applicant, Case, new_id
from tests.office import SmallOffice


def copies(office: SmallOffice, case_id: str, count: int) -> list[str]:
    """So many copies of a case at its step, each registered a second after the one before; their ids."""
    made = []
    with office.at("rahma").write("fill") as session:
        case = session.get(Case, case_id)
        applicant = session.query(Applicant).filter_by(case_id=case_id).one()
        assert case is not None
        for number in range(1, count + 1):
            made.append(new_id())
            later = case.registered_at + timedelta(seconds=number)
            changes = {"id": made[-1], "number": f"{number:03d}/SALIN", "code": f"SALIN{number:010d}"}
            session.add(Case(**_values(case) | changes | {"registered_at": later}))
            session.flush()
            session.add(Applicant(**_values(applicant) | {"id": new_id(), "case_id": made[-1]}))
    return made


def _values(row: Any) -> dict[str, Any]:
    return {column.key: getattr(row, column.key) for column in row.__mapper__.column_attrs}

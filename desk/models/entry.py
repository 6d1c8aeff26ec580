"""What a service keeps of a case beside its form: a placement, a report received, a verification."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Ref


class CaseEntry(Row):
    """An entry of a case, written once; the latest of a kind is the one that holds.

    ``kind`` is a key of the service's ``entries`` (``desk.services.catalog``), ``data`` that entry as its
    class gives it, ``at`` when it was written (UTC), by whom in which role.
    """

    __tablename__ = "case_entries"
    __table_args__ = (sa.Index("ix_case_entries_kind", "kind"),)

    case_id: Mapped[Ref] = mapped_column(sa.ForeignKey("cases.id"), index=True)
    kind: Mapped[str]
    data: Mapped[dict[str, Any]] = mapped_column(default=dict)
    at: Mapped[datetime]
    staff_id: Mapped[Ref]
    role: Mapped[str]

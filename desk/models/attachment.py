"""Files kept with a case; their bytes lie in the blob store under their sha256 (C2)."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from desk.models.base import Row
from desk.models.types import Digest, Ref


class Attachment(Row):
    """A file of a case or of an inbox entry.

    ``kind`` is ``incoming_letter``, ``identity``, ``form``, ``answer``, ``signature``, ``disposition`` or
    ``other``; ``reason`` says why a scan of an identity card is kept (facts.md, "Identity and privacy").
    """

    __tablename__ = "attachments"

    case_id: Mapped[Ref | None] = mapped_column(index=True)
    inbox_id: Mapped[Ref | None] = mapped_column(index=True)
    kind: Mapped[str]
    name: Mapped[str]
    media_type: Mapped[str]
    size: Mapped[int]
    sha256: Mapped[Digest]
    at: Mapped[datetime]
    staff_id: Mapped[Ref]
    reason: Mapped[str] = mapped_column(default="")
    removed_at: Mapped[datetime | None]

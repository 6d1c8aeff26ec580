"""A form as it stands: the service's draft and what surrounds it; kept as a draft, saved as a case."""

import mimetypes
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from pathlib import Path
from typing import Any, Generic, TypeVar

from desk.actions.attachments import NewFile
from desk.actions.cases import IntakeOrder
from desk.rules.errors import DeskError
from desk.ui.sections.around import Around

D = TypeVar("D")


class FileUnreadableError(DeskError):
    """A file chosen for a case cannot be read (any more)."""

    code = "file_unreadable"


@dataclass(frozen=True, slots=True)
class Filled(Generic[D]):
    """One form on the counter."""

    draft: D
    around: Around = field(default_factory=Around)

    def received_at(self, zone: tzinfo) -> datetime | None:
        """When it reached the office (aware); None: now."""
        around = self.around
        if around.from_paper and around.paper_day is not None and around.paper_time is not None:
            return datetime.combine(around.paper_day, around.paper_time, zone)
        return around.received_at


def order_of(slug: str, filled: Filled[Any], zone: tzinfo) -> IntakeOrder:
    """The order that opens the case of a form, its files read.

    Raises:
        FileUnreadableError: a file is gone or locked.
    """
    around = filled.around
    kind = "incoming_letter" if getattr(filled.draft, "letter", None) is not None else "form"
    files = [_read(path, kind) for path in around.files]
    files += [_read(path, "identity", around.identity_reason) for path in around.identity_files]
    return IntakeOrder(
        service=slug,
        draft=filled.draft,
        visit_id=around.visit_id or None,
        ticket_id=around.ticket_id or None,
        inbox_id=around.inbox_id or None,
        received_at=filled.received_at(zone),
        back_entry=around.from_paper,
        files=tuple(files),
        case_id=around.case_id,
    )


def file_kind(path: Path) -> str | None:
    """Why a file cannot be kept with a case, None when it can (by its name; the store looks at its bytes)."""
    kind, _packing = mimetypes.guess_type(path.name)
    known = kind in ("application/pdf", "image/jpeg", "image/png")
    return None if known else "hanya PDF, JPG, atau PNG."


def _read(path: str, kind: str, reason: str = "") -> NewFile:
    found = Path(path)
    try:
        return NewFile(found.name, found.read_bytes(), kind, reason)
    except OSError as error:
        raise FileUnreadableError(f"Berkas {found.name} tidak dapat dibaca.") from error

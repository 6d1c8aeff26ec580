"""Files of a case: kept by content, with the reason where an identity card is kept (C2, facts.md)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.actions.errors import NotFoundError
from desk.models import Attachment, Case
from desk.rules.errors import DeskError
from desk.rules.permissions import Capability, may
from desk.store.blobs import Blobs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk.actions.workplace import Workplace


class ReasonWantedError(DeskError):
    """A scan of an identity card is kept only for a reason."""

    code = "reason_wanted"


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file to keep. ``kind`` as in ``desk.models.Attachment``; ``reason`` for identity cards."""

    name: str
    content: bytes
    kind: str = "other"
    reason: str = ""


@dataclass(frozen=True, slots=True)
class KeptFile:
    """A file whose content is in the blob store already."""

    name: str
    kind: str
    reason: str
    sha256: str
    media_type: str
    size: int

    def record(
        self, *, at: datetime, by: str, case_id: str | None = None, inbox_id: str | None = None
    ) -> Attachment:
        """Its row, for the running action."""
        return Attachment(
            case_id=case_id,
            inbox_id=inbox_id,
            kind=self.kind,
            name=self.name,
            media_type=self.media_type,
            size=self.size,
            sha256=self.sha256,
            at=at,
            staff_id=by,
            reason=self.reason,
        )


def keep_files(workplace: "Workplace", files: "Sequence[NewFile]") -> tuple[KeptFile, ...]:
    """Put contents into the blob store, before the action that names them: a crash leaves a spare blob at
    most.

    Raises:
        AttachmentTooLargeError, AttachmentKindError: the office does not keep such files.
        ReasonWantedError: an identity card without a reason.
    """
    if any(file.kind == "identity" and not file.reason.strip() for file in files):
        raise ReasonWantedError("Isi alasan menyimpan salinan identitas.")
    blobs = Blobs(workplace.store)
    return tuple(KeptFile(one.name, one.kind, one.reason.strip(), *blobs.add(one.content)) for one in files)


def attach(workplace: "Workplace", case_id: str, files: "Sequence[NewFile]") -> tuple[str, ...]:
    """Attach files to a case; returns the ids of their rows.

    Raises:
        NotFoundError: no such case.
        AttachmentTooLargeError, AttachmentKindError, ReasonWantedError: see :func:`keep_files`.
    """
    workplace.require(Capability.SEE_CASE)
    kept = keep_files(workplace, files)
    with workplace.write("attach") as session:
        if session.get(Case, case_id) is None:
            raise NotFoundError("Permohonan tidak ditemukan.")
        rows = [one.record(case_id=case_id, at=workplace.now(), by=workplace.actor.staff_id) for one in kept]
        session.add_all(rows)
        session.flush()
        return tuple(row.id for row in rows)


def detach(workplace: "Workplace", attachment_id: str) -> None:
    """Take a file off a case; its row stays with the time, so that it can be put back by :func:`reattach`."""
    _mark(workplace, attachment_id, workplace.now())


def reattach(workplace: "Workplace", attachment_id: str) -> None:
    """Undo :func:`detach`."""
    _mark(workplace, attachment_id, None)


def content(workplace: "Workplace", sha256: str) -> bytes:
    """The bytes of a kept file, for those who see cases or the inbox.

    Raises:
        AttachmentMissingError: they are not on this PC.
    """
    if not may(workplace.roles, Capability.SEE_CASE):
        workplace.require(Capability.MANAGE_INBOX)
    return Blobs(workplace.store).get(sha256)


def _mark(workplace: "Workplace", attachment_id: str, removed_at: datetime | None) -> None:
    workplace.require(Capability.SEE_CASE)
    with workplace.write("detach" if removed_at else "reattach") as session:
        row = session.get(Attachment, attachment_id)
        if row is None:
            raise NotFoundError("Lampiran tidak ditemukan.")
        row.removed_at = removed_at

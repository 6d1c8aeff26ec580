"""The channel inbox: note what came in, tick the daily check, set aside what is no request (C1)."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from desk.actions.attachments import NewFile, keep_files
from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.models import InboxCheck, InboxEntry
from desk.queries.office import profile
from desk.rules.intake import Channel
from desk.rules.permissions import Capability
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


@dataclass(frozen=True, slots=True)
class MessageDraft:
    """A message as it came in by a channel; ``received_at`` aware, None: now."""

    channel: Channel
    sender: str
    subject: str
    contact: str = ""
    body: str = ""
    external_number: str = ""
    received_at: datetime | None = None
    files: tuple[NewFile, ...] = ()


def note_message(workplace: "Workplace", draft: MessageDraft) -> str:
    """Write a message into the inbox; returns its id.

    Raises:
        ProblemsError: sender or subject is missing.
    """
    workplace.require(Capability.MANAGE_INBOX)
    wanted = (("sender", draft.sender, "Isi nama pengirim."), ("subject", draft.subject, "Isi perihal."))
    problems = [Problem(name, sentence) for name, value, sentence in wanted if not value.strip()]
    if problems:
        raise ProblemsError(problems)
    files = keep_files(workplace, draft.files)
    with workplace.write("note_message") as session:
        entry = InboxEntry(
            channel=draft.channel.value,
            received_at=draft.received_at or workplace.now(),
            sender=draft.sender.strip(),
            contact=draft.contact.strip(),
            subject=draft.subject.strip(),
            body=draft.body.strip(),
            external_number=draft.external_number.strip(),
            state="new",
            noted_by=workplace.actor.staff_id,
        )
        session.add(entry)
        session.flush()
        at, by = workplace.now(), workplace.actor.staff_id
        session.add_all(file.record(inbox_id=entry.id, at=at, by=by) for file in files)
        return entry.id


def tick_channel(workplace: "Workplace", channel: Channel) -> None:
    """Tick that a channel was looked at today; a second tick of a day changes nothing (L3/III.B.2.a)."""
    workplace.require(Capability.MANAGE_INBOX)
    with workplace.write("tick_channel") as session:
        day = profile(session).day_of(workplace.now())
        if session.query(InboxCheck).filter_by(day=day, channel=channel.value).first() is None:
            session.add(
                InboxCheck(
                    day=day, channel=channel.value, at=workplace.now(), staff_id=workplace.actor.staff_id
                )
            )


def dismiss_message(workplace: "Workplace", inbox_id: str, reason: str) -> None:
    """Set a message aside that is no request, with the reason."""
    workplace.require(Capability.MANAGE_INBOX)
    if not reason.strip():
        raise ProblemsError([Problem("reason", "Isi alasan pesan ini tidak didaftarkan.")])
    with workplace.write("dismiss_message") as session:
        entry = _new_entry(session, inbox_id)
        entry.state, entry.dismiss_reason = "dismissed", reason.strip()


def restore_message(workplace: "Workplace", inbox_id: str) -> None:
    """Undo :func:`dismiss_message`."""
    workplace.require(Capability.MANAGE_INBOX)
    with workplace.write("restore_message") as session:
        entry = session.get(InboxEntry, inbox_id)
        if entry is None or entry.state != "dismissed":
            raise StaleError("Pesan ini tidak lagi disisihkan.")
        entry.state, entry.dismiss_reason = "new", ""


def settle_entry(session: "Session", inbox_id: str, case_id: str) -> None:
    """Within the action that opens a case: the message is registered as that case, its files go along."""
    from desk.models import Attachment

    entry = _new_entry(session, inbox_id)
    entry.state, entry.case_id = "registered", case_id
    for file in session.query(Attachment).filter_by(inbox_id=inbox_id):
        file.case_id = case_id


def _new_entry(session: "Session", inbox_id: str) -> InboxEntry:
    entry = session.get(InboxEntry, inbox_id)
    if entry is None:
        raise NotFoundError("Pesan tidak ditemukan.")
    if entry.state != "new":
        raise StaleError("Pesan ini sudah ditangani petugas lain.")
    return entry

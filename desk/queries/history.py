"""What happened to a case: moves, dispositions, decisions, letters, controls, files, dates."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from desk.models import (
    Attachment,
    Case,
    ClockStop,
    Control,
    Decision,
    Disposition,
    DueChange,
    FeeReceipt,
    Letter,
    LimitExtension,
    StepRecord,
)
from desk.queries.confidence import closed, confided
from desk.queries.order import as_written, of_case
from desk.queries.staff import names


@dataclass(frozen=True, slots=True)
class StepRow:
    """A move of the case; ``acting`` marks one made under a mandate (Plh.)."""

    from_step: str
    verb: str
    to_step: str
    holder: str | None
    by: str
    role: str
    at: datetime
    note: str
    from_paper: bool
    acting: bool


@dataclass(frozen=True, slots=True)
class DispositionRow:
    """An entry of the disposition sheet."""

    position: int
    from_role: str
    to_roles: tuple[str, ...]
    by: str
    recorded_by: str
    from_paper: bool
    acting: bool
    at: datetime
    nature: str
    phrases: tuple[str, ...]
    instruction: str
    advice: str
    deadline: date | None


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision on the case; costs in rupiah."""

    kind: str
    at: datetime
    by: str
    role: str
    grounds: tuple[str, ...]
    legal_basis: str
    consequence: str
    reason: str
    holder_body: str
    available_on: str
    form: str
    pages: int
    page_price: int
    sending_cost: int
    other_cost: int
    blacked_out: str


@dataclass(frozen=True, slots=True)
class LetterRow:
    """A letter of the case; ``number`` empty until it is signed, ``extension_id`` set on a notice,
    ``part`` on a paper issued for one of several."""

    id: str
    kind: str
    state: str
    subject: str
    addressee: str
    body: str
    nature: str
    enclosures: str
    copies_to: tuple[str, ...]
    signer_role: str
    number: str
    dated: date | None
    signed_at: datetime | None
    signer_name: str
    signer_nip: str
    position: str
    extension_id: str | None
    part: str

    @property
    def answers(self) -> bool:
        """Whether it is the answer of the case: no notice, and no paper issued for one of several."""
        return self.extension_id is None and not self.part


@dataclass(frozen=True, slots=True)
class ControlRow:
    """A stage of the control: paraf or return."""

    role: str
    by: str
    at: datetime
    verdict: str
    note: str


@dataclass(frozen=True, slots=True)
class FileRow:
    """A file of the case."""

    id: str
    kind: str
    name: str
    media_type: str
    size: int
    sha256: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class FeeRow:
    """A fee receipt; amounts in rupiah."""

    id: str
    number: str
    at: datetime
    by: str
    payer: str
    pages: int
    page_price: int
    sending_cost: int
    other_cost: int


@dataclass(frozen=True, slots=True)
class DueEvent:
    """What moved a due date: an extension, a stop of the clock or a change of the calendar."""

    at: datetime
    text: str


def steps(session: Session, case_id: str) -> tuple[StepRow, ...]:
    """Moves in the order they were written down; one from paper may bear an earlier time, one from a PC whose
    clock is off any."""
    known = names(session)
    rows = of_case(session, StepRecord, case_id)
    return tuple(
        StepRow(
            row.from_step,
            row.verb,
            row.to_step,
            row.holder,
            known.get(row.staff_id, ""),
            row.role,
            row.at,
            row.note,
            row.from_paper,
            row.mandate_id is not None,
        )
        for row in rows
    )


def dispositions(session: Session, case_id: str) -> tuple[DispositionRow, ...]:
    """Entries of the disposition sheet in their order."""
    known = names(session)
    rows = session.scalars(
        select(Disposition).where(Disposition.case_id == case_id).order_by(Disposition.position)
    )
    return tuple(
        DispositionRow(
            row.position,
            row.from_role,
            tuple(row.to_roles),
            known.get(row.by_staff_id, ""),
            known.get(row.recorded_by, ""),
            row.from_paper,
            row.mandate_id is not None,
            row.at,
            row.nature,
            tuple(row.phrases),
            row.instruction,
            row.advice,
            row.deadline,
        )
        for row in rows
    )


def decision(session: Session, case_id: str) -> DecisionRow | None:
    """The decision that holds: the latest one."""
    row = next(iter(of_case(session, Decision, case_id, newest_first=True)), None)
    if row is None:
        return None
    return DecisionRow(
        row.kind,
        row.at,
        names(session).get(row.staff_id, ""),
        row.role,
        tuple(row.grounds),
        row.legal_basis,
        row.consequence,
        row.reason,
        row.holder_body,
        row.available_on,
        row.form,
        row.pages,
        row.page_price,
        row.sending_cost,
        row.other_cost,
        row.blacked_out,
    )


def letters(session: Session, case_id: str) -> tuple[LetterRow, ...]:
    """Letters, the one last written first."""
    rows = of_case(session, Letter, case_id, newest_first=True)
    return tuple(letter_row(row) for row in rows)


def letter(session: Session, letter_id: str) -> LetterRow | None:
    """One letter."""
    row = session.get(Letter, letter_id)
    return None if row is None else letter_row(row)


def controls(session: Session, case_id: str) -> tuple[ControlRow, ...]:
    """Stages of the control, oldest first (R9)."""
    known = names(session)
    rows = of_case(session, Control, case_id)
    return tuple(
        ControlRow(row.role, known.get(row.staff_id, ""), row.at, row.verdict, row.note) for row in rows
    )


def files(session: Session, case_id: str) -> tuple[FileRow, ...]:
    """Files of a case, oldest first; those taken off are left out, and all of a complaint for readers who may
    not know who complained: what was brought tells it (S4)."""
    if closed(session) and session.scalar(confided().where(Case.id == case_id)) is not None:
        return ()
    known = names(session)
    rows = session.scalars(
        select(Attachment)
        .where(Attachment.case_id == case_id, Attachment.removed_at.is_(None))
        .order_by(*as_written(Attachment))
    )
    return tuple(
        FileRow(
            row.id,
            row.kind,
            row.name,
            row.media_type,
            row.size,
            row.sha256,
            row.at,
            known.get(row.staff_id, ""),
        )
        for row in rows
    )


def fees(session: Session, case_id: str) -> tuple[FeeRow, ...]:
    """Fee receipts of a case, newest first."""
    known = names(session)
    rows = of_case(session, FeeReceipt, case_id, newest_first=True)
    return tuple(
        FeeRow(
            row.id,
            row.number,
            row.at,
            known.get(row.staff_id, ""),
            row.payer,
            row.pages,
            row.page_price,
            row.sending_cost,
            row.other_cost,
        )
        for row in rows
    )


def due_events(session: Session, case_id: str) -> tuple[DueEvent, ...]:
    """What moved the due date, oldest first, in Indonesian sentences."""
    events = [
        DueEvent(row.granted_at, f"Diperpanjang {row.days} hari: {row.reason}")
        for row in session.scalars(select(LimitExtension).where(LimitExtension.case_id == case_id))
    ]
    for stop in session.scalars(select(ClockStop).where(ClockStop.case_id == case_id)):
        events.append(DueEvent(stop.since, f"Hitungan berhenti: {stop.reason}"))
        if stop.until is not None:
            events.append(DueEvent(stop.until, "Hitungan berjalan lagi"))
    events += [
        DueEvent(row.at, f"Batas waktu dihitung ulang: {row.reason}")
        for row in session.scalars(select(DueChange).where(DueChange.case_id == case_id))
    ]
    return tuple(sorted(events, key=lambda event: event.at))


def letter_row(row: Letter) -> LetterRow:
    """A letter as screens and papers read it."""
    return LetterRow(
        row.id,
        row.kind,
        row.state,
        row.subject,
        row.addressee,
        row.body,
        row.nature,
        row.enclosures,
        tuple(row.copies_to),
        row.signer_role,
        row.number,
        row.dated,
        row.signed_at,
        row.signer_name,
        row.signer_nip,
        row.position,
        row.extension_id,
        row.part,
    )

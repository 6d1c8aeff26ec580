"""Official numbers: given inside the action that needs them, never doubled, never lost (R2)."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, column, func, select, table, update

from desk.actions.errors import NotFoundError
from desk.actions.rows import insert_rows
from desk.models import IssuedNumber, NumberCounter
from desk.queries.numbers import standing_for
from desk.rules import numbering
from desk.rules.errors import DeskError
from desk.rules.permissions import Capability

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace
    from desk.queries.office import OfficeProfile
    from desk.standards.model import Standard
    from desk.store.store import Network


OFFICIAL_WAIT = 2.0
"""Seconds that saving waits for an official number before a paper bears the provisional one."""

_COUNTERS = table("number_counters", column("scope"), column("start"), column("count"))
_COUNT_ON = (
    update(_COUNTERS)
    .where(_COUNTERS.c.scope == bindparam("wanted"))
    .values(count=_COUNTERS.c["count"] + 1)
    .returning(_COUNTERS.c.start + _COUNTERS.c["count"])
)


class NumberInUseError(DeskError):
    """The paper of that number is in use, or the sequence cannot be changed any more."""

    code = "number_in_use"


@dataclass(frozen=True, slots=True)
class NumberRequest:
    """What a number is wanted for: register book, its date, what bears it, and its classification."""

    register: str
    dated: date
    subject_table: str
    subject_id: str
    classification: str = ""
    back_dated: bool = False


def issue(
    session: "Session", office: "OfficeProfile", standard: "Standard", request: NumberRequest, at: datetime
) -> str:
    """Give the next number of a register within the running action.

    A back-dated one takes a suffix to the number that was last on its day (``12.2``) and leaves the
    sequence alone; without any earlier number it is numbered in sequence. On an office network the number
    is provisional until the server gives the official one: see :func:`official`.
    """
    book = standard.registers[request.register]
    scope = numbering.scope_key(book.scope, request.register, request.dated, request.classification)
    pattern = office.settings.get("patterns", {}).get(request.register, book.pattern)
    behind = _back_dated(session, scope, request.dated) if request.back_dated else None
    network: Network | None = session.info.get("network")
    alias = template = ""
    if network is None:
        seq, suffix = behind or (_next(session, scope), 0)
        text = numbering.format_number(pattern, _facts(office, request, seq, suffix))
    else:
        count = _next(session, numbering.provisional_scope(network.label))
        free = _below(session, scope)
        seq, suffix = (-behind[0], free) if behind else (free, 0)
        text = alias = numbering.provisional(network.on_paper, count)
        template = numbering.open_number(pattern, _facts(office, request, count))
    row = {
        "scope": scope,
        "register": request.register,
        "seq": seq,
        "suffix": suffix,
        "text": text,
        "alias": alias,
        "template": template,
        "dated": request.dated,
        "issued_at": at,
        "subject_table": request.subject_table,
        "subject_id": request.subject_id,
    }
    insert_rows(session, IssuedNumber, row)
    return text


def official(given: str, workplace: "Workplace") -> str:
    """The number that stands for one just given, after a moment's wait for the server: the official one,
    or while the server is out of reach the provisional one again (design.md, "Sync" 9)."""
    if not numbering.is_provisional(given):
        return given
    workplace.lan.settle(OFFICIAL_WAIT)
    return workplace.ask(standing_for, given)


def _facts(
    office: "OfficeProfile", request: NumberRequest, seq: int, suffix: int = 0
) -> numbering.NumberFacts:
    return numbering.NumberFacts(
        seq=seq,
        day=request.dated,
        suffix=suffix,
        classification=request.classification,
        office=office.text("office_code", office.short_name),
        region=office.region_code,
        register=request.register,
    )


def mark_void(session: "Session", text: str, reason: str, at: datetime) -> None:
    """Declare a number void within the running action; it keeps its place in the book with the reason (R2).

    Raises:
        NotFoundError: no such number is in use.
        NumberInUseError: no reason was given.
    """
    if not reason.strip():
        raise NumberInUseError("Isi alasan pembatalan nomor.")
    number = session.scalar(
        select(IssuedNumber).where(IssuedNumber.text == text, IssuedNumber.voided_at.is_(None))
    )
    if number is None:
        raise NotFoundError(f"Nomor {text} tidak ditemukan atau sudah dibatalkan.")
    number.void_reason = reason.strip()
    number.voided_at = at


def start_sequence(workplace: "Workplace", scope: str, start: int) -> None:
    """Say how many numbers of a sequence were given on paper before Desk.

    Raises:
        NumberInUseError: Desk has already given numbers of that sequence, or ``start`` is below zero.
    """
    workplace.require(Capability.MANAGE_OFFICE)
    with workplace.write("start_sequence") as session:
        counter = _counter(session, scope)
        if counter.count or start < 0:
            raise NumberInUseError("Nomor urut ini sudah dipakai; awalnya tidak dapat diubah lagi.")
        counter.start = start


def _counter(session: "Session", scope: str) -> NumberCounter:
    counter = session.scalar(select(NumberCounter).where(NumberCounter.scope == scope))
    if counter is None:
        counter = NumberCounter(scope=scope, start=0, count=0)
        session.add(counter)
        session.flush()
    return counter


def _next(session: "Session", scope: str) -> int:
    given = session.connection().execute(_COUNT_ON, {"wanted": scope}).scalar()
    if given is None:
        _counter(session, scope)
        return _next(session, scope)
    return int(given)


def _below(session: "Session", scope: str) -> int:
    """A number below zero that none of a register bears which still waits for its official one."""
    lowest = select(func.min(IssuedNumber.seq), func.min(IssuedNumber.suffix)).where(
        IssuedNumber.scope == scope, IssuedNumber.seq < 0
    )
    return min(*(one or 0 for one in session.execute(lowest).one())) - 1


def _back_dated(session: "Session", scope: str, dated: date) -> tuple[int, int] | None:
    rows = session.execute(
        select(IssuedNumber.seq, IssuedNumber.dated, IssuedNumber.suffix).where(
            IssuedNumber.scope == scope, IssuedNumber.seq > 0
        )
    ).all()
    seq = numbering.sequence_before([(row.seq, row.dated) for row in rows], dated)
    if seq is None:
        return None
    return seq, numbering.next_suffix([row.suffix for row in rows if row.seq == seq and row.suffix])

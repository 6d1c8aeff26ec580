"""Keeping the votes of an election: the election itself, its figures typed or imported, corrections (S1).

What is new is kept through the server, so that two desks never keep one election twice; figures that are
there may be corrected out of its reach, row by row.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.lan import ServerNeededError
from desk.models import Election, VoteRow, new_id
from desk.queries.office import profile
from desk.queries.votes import line_of, rows_of
from desk.rules.permissions import Capability
from desk.rules.votes import LineProblem, VoteLine, line_problems
from desk.services.common import Problem

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


_VOTES = "votes"
"""What the whole office keeps at one desk at a time."""
_OFFLINE = "Luring: pemilu dan baris suara yang baru dapat disimpan saat server tersambung."


@dataclass(frozen=True, slots=True)
class ElectionDraft:
    """An election as filled in, with the decree that fixed its votes and seats."""

    name: str = ""
    day: date | None = None
    decree_number: str = ""
    decree_date: date | None = None
    decree_title: str = ""


@dataclass(frozen=True, slots=True)
class FiguresKept:
    """What a keeping of figures did, in lines."""

    added: int
    changed: int
    removed: int


def election_problems(draft: ElectionDraft, today: date) -> tuple[Problem, ...]:
    """What an election lacks before it can be kept."""
    problems = []
    if not draft.name.strip():
        problems.append(Problem("name", "Isi nama pemilu."))
    if draft.day is None:
        problems.append(Problem("day", "Isi tanggal pemungutan suara."))
    elif draft.day > today:
        problems.append(Problem("day", "Tanggal pemungutan suara belum lewat."))
    if bool(draft.decree_number.strip()) != (draft.decree_date is not None):
        problems.append(Problem("decree_date", "Nomor dan tanggal keputusan diisi bersama."))
    return tuple(problems)


def keep_election(workplace: "Workplace", draft: ElectionDraft, election_id: str = "") -> str:
    """Keep a new election, or correct one; returns its id.

    Raises:
        ProblemsError: see :func:`election_problems`; or an election of that day is kept already.
        NotFoundError: there is no such election to correct.
        ServerNeededError: a new one, and the office's server is out of reach.
    """
    workplace.require(Capability.KEEP_VOTES)
    with workplace.lan.first(_VOTES) as sure, workplace.write("keep_election") as session:
        today = profile(session).day_of(workplace.now())
        problems = election_problems(draft, today)
        if problems or draft.day is None:
            raise ProblemsError(problems)
        if not (sure or election_id):
            raise ServerNeededError(_OFFLINE)
        same_day = select(Election.id).where(Election.day == draft.day, Election.id != election_id)
        if session.scalar(same_day) is not None:
            raise ProblemsError([Problem("day", "Pemilu tanggal ini sudah dicatat.")])
        row = session.get(Election, election_id) if election_id else Election(id=new_id())
        if row is None:
            raise NotFoundError("Pemilu tidak ditemukan.")
        row.name, row.day = draft.name.strip(), draft.day
        row.decree_number, row.decree_date = draft.decree_number.strip(), draft.decree_date
        row.decree_title = draft.decree_title.strip()
        session.add(row)
        return row.id


def keep_figures(
    workplace: "Workplace", election_id: str, lines: Sequence[VoteLine], seen: Sequence[VoteLine]
) -> FiguresKept:
    """Make these the figures of an election, all of them or none; only rows that differ are written, so that
    the history of each tells its corrections.

    ``seen`` are the figures the work began from.

    Raises:
        ProblemsError: a line is wrong, or a sum differs from its control total.
        StaleError: a colleague changed the figures meanwhile.
        NotFoundError: there is no such election.
        ServerNeededError: lines come or go, and the office's server is out of reach.
    """
    workplace.require(Capability.KEEP_VOTES)
    problems = as_problems(line_problems(lines))
    if problems:
        raise ProblemsError(problems)
    with workplace.lan.first(_VOTES) as sure, workplace.write("keep_figures") as session:
        if session.get(Election, election_id) is None:
            raise NotFoundError("Pemilu tidak ditemukan.")
        rows = rows_of(session, election_id)
        if [line_of(one) for one in rows] != list(seen):
            raise StaleError("Angka pemilu ini sudah diubah rekan Anda. Buka lagi sebelum menyimpan.")
        kept = _keep(session, election_id, lines, rows)
        if not sure and (kept.added or kept.removed):
            raise ServerNeededError(_OFFLINE)
        return kept


def _keep(
    session: "Session", election_id: str, lines: Sequence[VoteLine], rows: Sequence[VoteRow]
) -> FiguresKept:
    known = {line_of(one).key: one for one in rows}
    added = changed = 0
    for position, one in enumerate(lines, start=1):
        row = known.pop(one.key, None)
        if row is None:
            row, added = VoteRow(election_id=election_id), added + 1
            session.add(row)
        elif line_of(row) != one:
            changed += 1
        row.district, row.party, row.number, row.candidate = (
            one.district,
            one.party,
            one.number,
            one.candidate,
        )
        row.votes, row.seats, row.total, row.position = one.votes, one.seats, one.total, position
    for row in known.values():
        session.delete(row)
    return FiguresKept(added, changed, len(known))


def as_problems(found: Sequence[LineProblem]) -> tuple[Problem, ...]:
    """Problems of lines as a form says them, each with its line."""
    return tuple(Problem("lines", f"Baris {one.line}: {one.message}") for one in found)

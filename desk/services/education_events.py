"""An event of voter education as it is planned: its draft, what it lacks, its words (S7, W4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import msgspec

from desk.rules.booking import Booked
from desk.services.common import Problem
from desk.services.education_words import moment_span
from desk.services.pendidikan_pemilih import PendidikanPemilihDraft

_LONGEST_DAYS = 31
_USUAL = (time(9), time(11))


@dataclass(frozen=True, slots=True)
class EventDraft:
    """An event as filled in, days and times in the office's zone.

    ``case_id`` empty: one of the office's own. ``until`` left out: it ends on ``day``. ``resources`` are ids.
    """

    title: str = ""
    organiser: str = ""
    case_id: str = ""
    inside: bool = True
    address: str = ""
    day: date | None = None
    until: date | None = None
    starts: time | None = None
    ends: time | None = None
    expected: int | None = None
    targets: tuple[str, ...] = ()
    resources: tuple[str, ...] = ()
    note: str = ""


def event_problems(draft: EventDraft) -> tuple[Problem, ...]:
    """What an event lacks before it can stand in the calendar."""
    needed = (
        ("title", draft.title.strip(), "Isi nama kegiatan."),
        ("address", draft.inside or draft.address.strip(), "Isi tempat dan alamat kegiatan."),
        ("day", draft.day, "Isi hari kegiatan."),
        ("starts", draft.starts, "Isi jam mulai."),
        ("ends", draft.ends, "Isi jam selesai."),
    )
    problems = [Problem(name, sentence) for name, value, sentence in needed if not value]
    last = draft.until or draft.day
    if draft.day and last and last < draft.day:
        problems.append(Problem("until", "Hari terakhir mendahului hari pertama."))
    elif draft.day and last and (last - draft.day).days >= _LONGEST_DAYS:
        problems.append(Problem("until", f"Kegiatan berlangsung paling lama {_LONGEST_DAYS} hari."))
    elif draft.day == last and draft.starts and draft.ends and draft.ends <= draft.starts:
        problems.append(Problem("ends", "Jam selesai harus sesudah jam mulai."))
    return tuple(problems)


def moments(draft: EventDraft, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Beginning and end of a whole draft (:func:`event_problems` finds nothing), aware.

    Raises:
        ValueError: day or time are missing.
    """
    if draft.day is None or draft.starts is None or draft.ends is None:
        raise ValueError("an event without day or time has no moments")
    last = draft.until or draft.day
    return (
        datetime.combine(draft.day, draft.starts, zone),
        datetime.combine(last, draft.ends, zone),
    )


def for_case(case_id: str, organiser: str, detail: Mapping[str, Any]) -> EventDraft:
    """The event that a request asks for (``detail`` of its case), to be changed before it is kept."""
    asked = msgspec.convert(detail, PendidikanPemilihDraft)
    starts, ends = asked.starts or _USUAL[0], asked.ends
    return EventDraft(
        title=asked.title,
        organiser=organiser,
        case_id=case_id,
        inside=asked.place == "kantor",
        address=asked.address,
        day=asked.day,
        until=asked.until,
        starts=starts,
        ends=ends or (_USUAL[1] if starts < _USUAL[1] else None),
        expected=asked.participants,
        targets=asked.targets,
    )


def clash_problems(found: Iterable[Booked], names: Mapping[str, str], zone: ZoneInfo) -> tuple[Problem, ...]:
    """Who has what is wanted, and when: a sentence for each booking in the way."""
    return tuple(
        Problem(
            "resources",
            f"{names.get(one.resource, one.resource)} dipakai {_whose(one)}, "
            f"{moment_span(one.starts.astimezone(zone), one.ends.astimezone(zone))}.",
        )
        for one in found
    )


def _whose(one: Booked) -> str:
    return f"“{one.title}” ({one.organiser})" if one.organiser else f"“{one.title}”"

"""Due dates: counted day by day, extended, stopped while the applicant is awaited, always explained
(facts.md)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from desk.rules.calendar import WorkingCalendar

SOON = 2
"""Working days left from which a case is pressing, where its standard says nothing else."""


class Unit(StrEnum):
    """Which days a limit counts."""

    WORKING = "working"
    CALENDAR = "calendar"


class StartEvent(StrEnum):
    """Event whose day is day 0."""

    RECEIVED = "received"
    REGISTERED = "registered"
    COMPLETE = "complete"
    CAUSE = "cause"
    NOTIFIED = "notified"


class EndEvent(StrEnum):
    """Event that must have happened by the due date."""

    DECIDED = "decided"
    ANSWERED = "answered"
    HANDED_OVER = "handed_over"
    ANSWER_RECEIVED = "answer_received"
    COMPLETED = "completed"
    FILED = "filed"


class Pressure(StrEnum):
    """How pressing a due date is on a given day; NONE when there is no due date."""

    NONE = "none"
    FINE = "fine"
    SOON = "soon"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit of a standard: ``days`` None means no limit in days (S5, S6).

    ``extension_days`` is what may be granted once at most; ``moves_to_working_day`` applies to calendar
    limits only.
    """

    days: int | None
    unit: Unit = Unit.WORKING
    start: StartEvent = StartEvent.REGISTERED
    until: EndEvent = EndEvent.ANSWERED
    extension_days: int = 0
    extension_unit: Unit = Unit.WORKING
    moves_to_working_day: bool = True


@dataclass(frozen=True, slots=True)
class Extension:
    """Days added to a limit, with who granted them and why."""

    days: int
    granted_at: datetime
    reason: str
    by: str


@dataclass(frozen=True, slots=True)
class Stop:
    """The clock stands while something is awaited: from the day after ``since`` to the day ``until`` is
    received.

    ``until`` None: still waiting.
    """

    since: datetime
    until: datetime | None
    reason: str


@dataclass(frozen=True, slots=True)
class CountedDay:
    """One line of the explanation; ``counted`` is the running number, None for a day that does not count."""

    day: date
    counted: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Due:
    """A due date and how it came about.

    ``due`` is None without a limit or while the clock stands (``paused``); ``remaining`` counts the days
    still to run then. ``original_due`` ignores extensions; ``stopped_days`` are the days that would have
    counted; ``days`` ends on ``due``.
    """

    due: date | None
    original_due: date | None
    start_day: date
    days: tuple[CountedDay, ...] = ()
    stopped_days: int = 0
    extended_days: int = 0
    paused: bool = False
    remaining: int = 0


@dataclass(frozen=True, slots=True)
class _Pause:
    first: date
    last: date | None
    reason: str

    def covers(self, day: date) -> bool:
        return self.first <= day and (self.last is None or day <= self.last)


class _Counter:
    """Walks the days of one limit; lives only inside ``due``."""

    def __init__(
        self, limit: Limit, started: datetime, calendar: WorkingCalendar, pauses: Sequence[_Pause]
    ) -> None:
        self.limit = limit
        self.calendar = calendar
        self.pauses = pauses
        self.start_day = calendar.day_of_receipt(started)
        self.lines = _until_receipt(calendar, calendar.local(started).date(), self.start_day)
        self.day = self.start_day
        self.counted = 0
        self.stopped = 0
        self.paused = False

    def count_to(self, total: int, unit: Unit, note: str = "") -> None:
        """Count on until ``total`` days are counted or the clock stands without end."""
        while self.counted < total and not self.paused:
            self.day += timedelta(days=1)
            self._count_day(unit, note)

    def _count_day(self, unit: Unit, note: str) -> None:
        closed = self.calendar.why_closed(self.day) if unit is Unit.WORKING else None
        pause = next((pause for pause in self.pauses if pause.covers(self.day)), None)
        if closed is not None:
            self.lines.append(CountedDay(self.day, None, closed))
        elif pause is not None and pause.last is None:
            self.paused = True
        elif pause is not None:
            self.stopped += 1
            self.lines.append(CountedDay(self.day, None, f"Hitungan berhenti: {pause.reason}"))
        else:
            self.counted += 1
            self.lines.append(
                CountedDay(self.day, self.counted, f"{_UNIT_DAY[unit]} ke-{self.counted}{note}")
            )

    def landing(self, unit: Unit) -> date:
        """Day the present count falls due."""
        moves = unit is Unit.CALENDAR and self.limit.moves_to_working_day
        return self.calendar.on_or_after(self.day) if moves else self.day

    def move_to(self, landing: date) -> None:
        """Explain the closed days between the last counted day and the due date it moves to."""
        if landing == self.day:
            return
        last = self.lines.pop()
        closed = self.calendar.why_closed(self.day)
        self.lines.append(CountedDay(last.day, last.counted, f"{last.why}, jatuh pada {closed}"))
        while self.day < landing:
            self.day += timedelta(days=1)
            why = self.calendar.why_closed(self.day) or "Batas waktu bergeser ke hari kerja ini"
            self.lines.append(CountedDay(self.day, None, why))


_UNIT_DAY = {Unit.WORKING: "Hari kerja", Unit.CALENDAR: "Hari kalender"}


def due(
    limit: Limit,
    started: datetime,
    calendar: WorkingCalendar,
    extensions: Sequence[Extension] = (),
    stops: Sequence[Stop] = (),
) -> Due:
    """Due date of a limit whose start event happened at ``started`` (aware), with the count day by day.

    The day of receipt is day 0 and counting starts on the next day. A closed day never counts in a working
    limit; days on which the clock stands never count. Extensions count on from the end of the limit. See
    facts.md, "Dates that move".
    """
    counter = _Counter(limit, started, calendar, [_pause(stop, calendar) for stop in stops])
    if limit.days is None:
        return Due(due=None, original_due=None, start_day=counter.start_day)
    total, unit = limit.days, limit.unit
    counter.count_to(total, unit)
    original = None if counter.paused else counter.landing(unit)
    for order, extension in enumerate(extensions, 1):
        total, unit = total + extension.days, limit.extension_unit
        counter.count_to(total, unit, f" (perpanjangan {order})")
    landing = None if counter.paused else counter.landing(unit)
    if landing is not None:
        counter.move_to(landing)
    return Due(
        due=landing,
        original_due=original,
        start_day=counter.start_day,
        days=tuple(counter.lines),
        stopped_days=counter.stopped,
        extended_days=total - limit.days,
        paused=counter.paused,
        remaining=total - counter.counted,
    )


def _pause(stop: Stop, calendar: WorkingCalendar) -> _Pause:
    """A stop as days: the day it began still counts, the day the papers came in is a new day 0."""
    last = None if stop.until is None else calendar.day_of_receipt(stop.until)
    return _Pause(calendar.local(stop.since).date() + timedelta(days=1), last, stop.reason)


def _until_receipt(calendar: WorkingCalendar, arrived: date, start_day: date) -> list[CountedDay]:
    """Lines from the day something arrived to the day it counts as received."""
    lines = []
    day = arrived
    while day < start_day:
        why = calendar.why_closed(day) or "Masuk setelah jam layanan, dianggap diterima hari kerja berikutnya"
        lines.append(CountedDay(day, None, why))
        day += timedelta(days=1)
    return [*lines, CountedDay(start_day, 0, "Hari penerimaan, hitungan dimulai hari berikutnya")]


def working_days_left(today: date, due_day: date, calendar: WorkingCalendar) -> int:
    """Working days after ``today`` up to and with the due date; negative by the working days since it
    passed."""
    first, last = sorted((today, due_day))
    span = (last - first).days
    count = sum(calendar.is_working(first + timedelta(days=step)) for step in range(1, span + 1))
    return count if today <= due_day else -count


def pressure(today: date, due_day: date | None, calendar: WorkingCalendar, soon: int = SOON) -> Pressure:
    """How pressing a due date is: overdue, today, soon (at most ``soon`` working days left) or fine."""
    if due_day is None:
        return Pressure.NONE
    if today > due_day:
        return Pressure.OVERDUE
    if today == due_day:
        return Pressure.TODAY
    return Pressure.SOON if working_days_left(today, due_day, calendar) <= soon else Pressure.FINE

"""The demo office's time: a clock set to each moment, working days counted back, a diary lived in order."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from desk.rules.calendar import ServiceHours, WorkingCalendar
from desk.standards.holidays_id import closed_days

if TYPE_CHECKING:
    from desk.standards.model import Standard

_STARTED = time(10, 0)
"""From this hour on, the office's morning may lie in today; earlier it lies on the last working day."""

_VISITS_SPAN = timedelta(minutes=175)
_HURRY = timedelta(minutes=20)


class SetClock:
    """A clock that stands until it is set."""

    def __init__(self, at: datetime) -> None:
        self.at = at

    def __call__(self) -> datetime:
        """The moment set, aware."""
        return self.at


@dataclass(frozen=True)
class Agenda:
    """Moments of the story, told from ``now`` (aware) backwards; ``base`` is the working day it ends on."""

    now: datetime
    calendar: WorkingCalendar
    zone: ZoneInfo
    base: date

    @classmethod
    def until(cls, now: datetime, standard: "Standard") -> "Agenda":
        """The agenda that ends now, on the national calendar and the standard's hours."""
        zone = ZoneInfo(standard.zone)
        local = now.astimezone(zone)
        closed = [day for year in (local.year - 1, local.year) for day in closed_days(year)]
        calendar = WorkingCalendar(zone, ServiceHours.from_dict(standard.hours), tuple(closed))
        base = local.date()
        if not calendar.is_working(base) or local.time() < _STARTED:
            base = _before(calendar, base)
        return cls(now, calendar, zone, base)

    def day(self, ago: int) -> date:
        """The working day so many working days before the base."""
        found = self.base
        for _ in range(ago):
            found = _before(self.calendar, found)
        return found

    def at(self, ago: int, clock: str) -> datetime:
        """A moment, UTC: ``at(3, "09.40")`` is 09.40 on the third working day before the base."""
        hour, _, minute = clock.partition(".")
        local = datetime.combine(self.day(ago), time(int(hour), int(minute)), self.zone)
        return local.astimezone(UTC)

    def minutes_ago(self, minutes: float) -> datetime:
        """A moment of today, so many minutes before now; drawn together where the day is too young."""
        local = self.now.astimezone(self.zone)
        opened = datetime.combine(local.date(), time(8, 0), self.zone)
        begin = opened if local - opened >= _HURRY else datetime.combine(local.date(), time(), self.zone)
        factor = min(1.0, (local - begin) / _VISITS_SPAN)
        return (local - timedelta(minutes=minutes) * factor).astimezone(UTC)


def _before(calendar: WorkingCalendar, day: date) -> date:
    found = day - timedelta(days=1)
    while not calendar.is_working(found):
        found -= timedelta(days=1)
    return found


@dataclass
class Diary:
    """What happens in the office; noted in any order, lived in the order of time."""

    entries: list[tuple[datetime, int, Callable[[], object]]] = field(default_factory=list)

    def note(self, at: datetime, happens: Callable[[], object]) -> None:
        """Something happens at a moment (aware)."""
        self.entries.append((at, len(self.entries), happens))

    def live(self, clock: SetClock, progress: Callable[[float], object]) -> None:
        """Let everything happen, each at its moment; ``progress`` hears the part done, 0 to 1."""
        entries = sorted(self.entries, key=lambda one: one[:2])
        for done, (at, _, happens) in enumerate(entries, start=1):
            clock.at = at
            happens()
            progress(done / len(entries))

"""What the calendar page reads: events of the days shown, as bars and as lines."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from desk.queries import events
from desk.queries.events import EventRow, ResourceRow, WaitingRow
from desk.queries.office import OfficeProfile, working_calendar
from desk.rules.booking import STATE_LABELS, EventState, Kind
from desk.services.education_entries import APPROVED
from desk.services.pendidikan_pemilih import KIT
from desk.ui.screens.events.shown import Bar, Shown
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import RowItem

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace

_TONES = {EventState.HELD: Tone.GOOD, EventState.CANCELLED: Tone.BAD}


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything of the days shown: events (cancelled ones too), requests that wait, rooms to choose by."""

    rows: tuple[EventRow, ...] = ()
    waiting: tuple[WaitingRow, ...] = ()
    rooms: tuple[ResourceRow, ...] = ()


def read(place: "Workplace", office: OfficeProfile, days: Sequence[date], room: str) -> Reading:
    """Events of these days, only those in ``room`` where one is chosen."""
    starts = datetime.combine(days[0], time(), office.zone)
    ends = datetime.combine(days[-1] + timedelta(days=1), time(), office.zone)
    rows = place.ask(events.between, starts, ends, cancelled=True)
    known = place.ask(events.resources)
    return Reading(
        tuple(one for one in rows if not room or any(each.id == room for each in one.resources)),
        place.ask(events.waiting, KIT.slug, APPROVED),
        tuple(one for one in known if one.kind is Kind.ROOM),
    )


def shown(place: "Workplace", office: OfficeProfile, rows: Iterable[EventRow], today: date) -> Shown:
    """What is painted: cancelled events are not."""
    calendar = place.ask(working_calendar)
    bars = tuple(
        Bar(
            one.id,
            one.title,
            one.place,
            office.local(one.starts),
            office.local(one.ends),
            one.state is EventState.HELD,
        )
        for one in rows
        if one.state is not EventState.CANCELLED
    )
    return Shown(bars, {one.day: one.name for one in calendar.closed}, today)


def line(row: EventRow, office: OfficeProfile) -> RowItem:
    """An event in the list of a day."""
    starts, ends = office.local(row.starts), office.local(row.ends)
    detail = " · ".join(part for part in (f"{starts:%H.%M}–{ends:%H.%M}", row.place, row.organiser) if part)
    state = "" if row.state is EventState.PLANNED else STATE_LABELS[row.state]
    return RowItem(row.id, row.title, detail, "", state, _TONES.get(row.state, Tone.NEUTRAL))


def waiting_line(row: WaitingRow) -> RowItem:
    """A request that waits for its event."""
    return RowItem(row.case_id, row.subject, f"{row.organiser} · {row.number}")

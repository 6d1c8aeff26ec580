"""Page `events`: the education calendar by month and week, the events of the day in hand, what waits for a
day (S7, W4)."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from desk.actions.calendar_file import calendar_file
from desk.files import write_whole
from desk.queries import events
from desk.queries.events import EVENTS_FROM, EventRow
from desk.queries.office import OfficeProfile, profile
from desk.rules.booking import EventState
from desk.rules.permissions import Capability, may
from desk.ui.fields import ChipChoice, Choice, ChoiceField
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.events.doing import Doing
from desk.ui.screens.events.grid import MONTH_VIEW, WEEK_VIEW, EventGrid
from desk.ui.screens.events.reading import Reading, line, read, shown, waiting_line
from desk.ui.screens.events.shown import Shown
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import (
    ButtonBar,
    Card,
    Columns,
    EmptyState,
    IconButton,
    KeyHints,
    PrimaryButton,
    RowList,
    SecondaryButton,
    SectionTitle,
)
from desk.ui.words import MONTHS, named_day, short_day

AskPath = Callable[[QWidget, str], Path | None]

_ALL = "semua"
_HINTS = (
    ("← → ↑ ↓", "hari"),
    ("PgUp PgDn", "halaman"),
    ("Home", "hari ini"),
    ("B P", "bulan, pekan"),
    ("N", "baru"),
    ("Enter", "buka"),
)


def ask_ics(parent: QWidget, name: str) -> Path | None:
    """Ask where to save the calendar; None when given up."""
    chosen, _filter = QFileDialog.getSaveFileName(parent, "Simpan kalender", name, "iCalendar (*.ics)")
    return Path(chosen).with_suffix(".ics") if chosen else None


class EventsPage(Page):
    """The calendar at the left, the day in hand at the right."""

    page_id = "events"
    title = "Kalender pendidikan"
    icon = "calendar"
    help_topic = "kalender-pendidikan"
    watches = EVENTS_FROM | {"calendar_days", "election_stages", "offices"}

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None, ask: AskPath = ask_ics) -> None:
        super().__init__(ctx, parent)
        self._ask = ask
        self.office: OfficeProfile = ctx.workplace.ask(profile)
        roles = ctx.workplace.roles
        self.may_plan = may(roles, Capability.PLAN_EVENTS)
        self.sees_cases = may(roles, Capability.SEE_CASE)
        self._read, self._shown = Reading(), Shown()
        self.grid = EventGrid(ctx.today())
        self.doing = Doing(self)
        self._come_for = ""
        self._arriving = QTimer(self)
        self._arriving.setSingleShot(True)
        self._arriving.timeout.connect(lambda: ctx.guard(self._arrive))
        self._build()
        self._connect()

    # building

    def _build(self) -> None:
        columns = Columns()
        columns.add(self._calendar(), least=520, stretch=1)
        columns.add(self._day_card(), least=320)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        whole.addWidget(columns, 1)

    def _calendar(self) -> Card:
        card = Card()
        self.range_title = Text("", "heading", wrap=False)
        self.before = IconButton("chevron-left", "Sebelumnya", "Alt+Left")
        self.after = IconButton("chevron-right", "Berikutnya", "Alt+Right")
        self.view = ChipChoice("Tampilan", (Choice(MONTH_VIEW, "Bulan"), Choice(WEEK_VIEW, "Pekan")))
        self.view.set_value(MONTH_VIEW)
        self.room = ChoiceField("Ruang", (Choice(_ALL, "Semua ruang"),))
        self.room.set_value(_ALL)
        head = QHBoxLayout()
        head.setSpacing(scaled(10))
        for part in (self.before, self.after, self.range_title):
            head.addWidget(part, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        head.addWidget(self.view, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.room, 0, Qt.AlignmentFlag.AlignBottom)
        self.room.setMinimumWidth(scaled(180))
        card.add(head)
        card.add(self.grid, 1)
        self.export = SecondaryButton("Simpan .ics", "Ctrl+S", icon="download")
        card.add(ButtonBar((self.export,)))
        card.add(KeyHints(_HINTS))
        return card

    def _day_card(self) -> Card:
        card = Card()
        self.day_title = SectionTitle("")
        self.closed = Text("", "small")
        hint = "N atau F7 mencatat kegiatan." if self.may_plan else "Pilih hari lain dengan tombol panah."
        self.events = RowList(empty=EmptyState("calendar", "Tidak ada kegiatan", hint))
        self.events.setMinimumHeight(scaled(150))
        self.new = PrimaryButton("Kegiatan baru", "F7")
        self.lend = SecondaryButton("Ruang dan alat", "F9")
        self.waiting_title = SectionTitle("Menunggu jadwal")
        self.waiting = RowList()
        self.waiting.setMinimumHeight(scaled(110))
        for part in (self.day_title, self.closed):
            card.add(part)
        card.add(self.events, 2)
        card.add(ButtonBar((self.new, self.lend)))
        card.add(self.waiting_title)
        card.add(self.waiting, 1)
        reveal(self.new, self.may_plan)
        reveal(self.lend, self.may_plan)
        return card

    def _connect(self) -> None:
        self.grid.walked.connect(self._walked)
        self.grid.opened.connect(self._open_day)
        self.grid.asked.connect(self._begin)
        self.grid.viewed.connect(self._set_view)
        self.before.clicked.connect(lambda: self.grid.turn(-1))
        self.after.clicked.connect(lambda: self.grid.turn(1))
        self.view.changed.connect(lambda: self._set_view(self.view.value() or MONTH_VIEW))
        self.room.changed.connect(self.refresh_soon)
        self.events.activated.connect(self._open)
        self.waiting.activated.connect(self._plan)
        self.new.clicked.connect(lambda: self._begin(self.grid.day))
        self.lend.clicked.connect(lambda: self.ctx.navigate("resources"))
        self.export.clicked.connect(self.save_file)

    # reading

    def activate(self, **params: object) -> None:
        """``day`` (ISO) takes a day in hand; ``case_id`` the day of a request, or gives it one."""
        day, case_id = params.get("day"), params.get("case_id")
        if isinstance(day, str):
            self.grid.take(date.fromisoformat(day))
        if isinstance(case_id, str):
            self._come_for = case_id
            self._arriving.start()

    def _arrive(self) -> None:
        """Once the page stands: the day of the request, or its event to fill in."""
        rows = [
            one
            for one in self.ctx.workplace.ask(events.of_case, self._come_for)
            if one.state is not EventState.CANCELLED
        ]
        if rows:
            self.grid.take(self.office.local(rows[0].starts).date())
        else:
            self._plan(self._come_for)

    def refresh(self, _changed: Changed) -> None:
        """Read the days shown anew."""
        place = self.ctx.workplace
        self.office = place.ask(profile)
        chosen = self.room.value() or _ALL
        room = "" if chosen == _ALL else chosen
        self._read = read(place, self.office, self.grid.days(), room)
        rooms = [Choice(one.id, one.name) for one in self._read.rooms]
        self.room.set_choices([Choice(_ALL, "Semua ruang"), *rooms])
        if self.room.value() is None:
            self.room.set_value(_ALL)
        self._shown = shown(place, self.office, self._read.rows, self.ctx.today())
        self.grid.show_events(self._shown)
        self.range_title.setText(self._range_words())
        waiting = self._read.waiting if self.may_plan else ()
        self.waiting.set_rows([waiting_line(one) for one in waiting])
        reveal(self.waiting_title, bool(waiting))
        reveal(self.waiting, bool(waiting))
        self._show_day()

    def _show_day(self) -> None:
        day = self.grid.day
        self.day_title.set_text(named_day(day))
        self.closed.setText(self._shown.closed.get(day, ""))
        reveal(self.closed, bool(self.closed.text()))
        self.events.set_rows([line(one, self.office) for one in self._of_day(day)])

    def _of_day(self, day: date) -> tuple[EventRow, ...]:
        local = self.office.local
        return tuple(
            one
            for one in self._read.rows
            if local(one.starts).date() <= day <= local(one.ends - timedelta(minutes=1)).date()
        )

    def _range_words(self) -> str:
        days = self.grid.days()
        if self.grid.view == MONTH_VIEW:
            return f"{MONTHS[self.grid.day.month - 1]} {self.grid.day.year}"
        return f"{short_day(days[0])} – {short_day(days[-1])} {days[-1].year}"

    def focus_first(self) -> None:
        """The calendar."""
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    # walking and opening

    def _walked(self, day: date) -> None:
        self.refresh_soon()
        self.refresh_now()
        self.events.clear_selection()
        if self.events.rows():
            self.events.select(self._of_day(day)[0].id)

    def _set_view(self, view: str) -> None:
        self.grid.set_view(view)
        self.view.set_value(view)
        self.refresh_soon()

    def _open_day(self, day: date) -> None:
        rows = self._of_day(day)
        if len(rows) == 1:
            self.doing.look(rows[0])
        elif rows:
            self.events.setFocus(Qt.FocusReason.OtherFocusReason)
            self.events.select(rows[0].id)
        else:
            self._begin(day)

    def _open(self, event_id: str) -> None:
        row = next((one for one in self._read.rows if one.id == event_id), None)
        if row is not None:
            self.doing.look(row)

    def _plan(self, case_id: str) -> None:
        self.refresh_now()
        row = next((one for one in self._read.waiting if one.case_id == case_id), None)
        if row is not None:
            self.doing.begin_for(row)

    def _begin(self, day: date) -> None:
        if self.may_plan:
            self.doing.begin(day)

    # the file

    def shown_events(self) -> Sequence[EventRow]:
        """The events that are painted."""
        return [one for one in self._read.rows if one.state is not EventState.CANCELLED]

    def save_file(self) -> None:
        """Save what is shown as iCalendar."""
        days = self.grid.days()
        path = self._ask(self, f"kalender-pendidikan-{days[0]:%Y%m%d}-{days[-1]:%Y%m%d}.ics")
        if path is None:
            return
        name = f"Kalender pendidikan {self.office.short_name}"
        now = self.ctx.workplace.now()
        self.ctx.act(
            lambda: write_whole(path, calendar_file(self.shown_events(), name, now)),
            done=f"{len(self.shown_events())} kegiatan disimpan: {path.name}",
        )

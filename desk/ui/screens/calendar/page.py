"""The calendar page: closed days of a year, election stages, service hours, and what a change moved."""

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk.queries import calendar as days
from desk.queries.calendar import ClosedRow, StageRow
from desk.queries.office import OfficeProfile, profile
from desk.rules.permissions import Capability, may
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.screens.calendar.forms import DayForm, ask_for_stage
from desk.ui.screens.calendar.moved import MovedCard
from desk.ui.screens.calendar.words import (
    KIND_TONES,
    KINDS,
    day_words,
    hours_words,
    missing_year,
    source_words,
)
from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    Banner,
    ButtonBar,
    Card,
    Column,
    Columns,
    EmptyState,
    IconButton,
    PrimaryButton,
    RowTable,
    SecondaryButton,
    TabPages,
)
from desk.ui.words import full_day

if TYPE_CHECKING:
    from desk.actions.calendar import CalendarChanged
    from desk.ui.runtime.context import ScreenContext


class CalendarPage(Page):
    """The working calendar of the office."""

    page_id = "calendar"
    title = "Kalender kerja"
    icon = "calendar"
    help_topic = "calendar"
    watches = frozenset({"calendar_days", "election_stages", "offices"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.office: OfficeProfile = ctx.workplace.ask(profile)
        self.year = self.today().year
        self.may_change = may(ctx.workplace.roles, Capability.MANAGE_CALENDAR)
        self.warning = Banner(action="Buka tahun itu")
        self.warning.acted.connect(lambda: self.show_year(self.today().year + 1))
        self.table = self._days_table()
        self.stages = self._stages_table()
        self.hours = QGridLayout()
        self.form = DayForm(self.today)
        self.moved = MovedCard(ctx)
        self._build()

    # building

    def _days_table(self) -> "RowTable[ClosedRow]":
        columns = (
            Column[ClosedRow](
                "Tanggal", lambda row: day_words(row.day), sort=lambda row: row.day, strong=True
            ),
            Column[ClosedRow]("Jenis", lambda row: KINDS[row.kind], tone=lambda row: KIND_TONES[row.kind]),
            Column[ClosedRow]("Nama", lambda row: row.name, width=140, stretch=True),
            Column[ClosedRow]("Dasar", lambda row: source_words(row.source), width=110),
        )
        empty = EmptyState(
            "calendar", "Tahun ini masih kosong", "F9 mengisi libur nasional dan cuti bersama yang diketahui."
        )
        table: RowTable[ClosedRow] = RowTable(columns, key=lambda row: row.id, empty=empty)
        table.selected.connect(lambda _row: self._offer())
        return table

    def _stages_table(self) -> "RowTable[StageRow]":
        columns = (
            Column[StageRow]("Tahapan", lambda row: row.name, stretch=True, strong=True),
            Column[StageRow]("Mulai", lambda row: full_day(row.first), sort=lambda row: row.first),
            Column[StageRow]("Berakhir", lambda row: full_day(row.last), sort=lambda row: row.last),
        )
        empty = EmptyState(
            "calendar", "Belum ada tahapan", "Tambah tahapan dengan F6 saat jadwal ditetapkan."
        )
        return RowTable(columns, key=lambda row: row.id, empty=empty)

    def _build(self) -> None:
        columns = Columns()
        columns.add(self._list_card(), least=480, stretch=1)
        columns.add(self._change_column(), least=320)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        whole.setSpacing(scaled(10))
        whole.addWidget(self.warning)
        whole.addWidget(columns, 1)

    def _list_card(self) -> Card:
        card = Card()
        self.year_title = Text("", "heading", wrap=False)
        self.before = IconButton("chevron-left", "Tahun sebelumnya", "Alt+Left")
        self.after = IconButton("chevron-right", "Tahun berikutnya", "Alt+Right")
        self.before.clicked.connect(lambda: self.show_year(self.year - 1))
        self.after.clicked.connect(lambda: self.show_year(self.year + 1))
        head = QHBoxLayout()
        for part in (self.before, self.year_title, self.after):
            head.addWidget(part)
        head.addStretch(1)
        card.add(head)
        self.table.setMinimumHeight(scaled(220))
        self.tabs = TabPages()
        self.tabs.add("Hari libur", self._days_tab())
        self.tabs.add("Tahapan", self._stages_tab())
        self.tabs.add("Jam layanan", self._hours_tab())
        card.add(self.tabs, 1)
        return card

    def _days_tab(self) -> QWidget:
        self.remove_button = SecondaryButton("Hapus dari kalender", "F8")
        self.remove_button.clicked.connect(self.remove)
        self.fill_button = SecondaryButton("Lengkapi tahun ini", "F9")
        self.fill_button.clicked.connect(self.fill)
        return _over(self.table, ButtonBar((self.remove_button, self.fill_button)), self.may_change)

    def _stages_tab(self) -> QWidget:
        self.stage_button = SecondaryButton("Tambah tahapan…", "F6")
        self.stage_button.clicked.connect(lambda: ask_for_stage(self.ctx, self.today, self.refresh_soon))
        return _over(self.stages, ButtonBar((self.stage_button,)), self.may_change)

    def _hours_tab(self) -> QWidget:
        tab = QWidget()
        column = QVBoxLayout(tab)
        column.setContentsMargins(0, 0, 0, 0)
        self.hours.setHorizontalSpacing(scaled(24))
        self.hours.setVerticalSpacing(scaled(8))
        self.hours.setColumnStretch(1, 1)
        column.addLayout(self.hours)
        column.addWidget(
            Text("Permohonan sesudah jam layanan dihitung diterima hari kerja berikutnya.", "small")
        )
        column.addStretch(1)
        return tab

    def _change_column(self) -> QWidget:
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        self.form_card = Card("Tambah hari libur")
        self.form_card.add(self.form)
        self.add_button = PrimaryButton("Tambah ke kalender", "Ctrl+Return")
        self.add_button.clicked.connect(self.add)
        self.form_card.add(ButtonBar((self.add_button,)))
        self.form_card.body.addStretch(1)
        reveal(self.form_card, self.may_change)
        column.addWidget(self.form_card)
        column.addWidget(self.moved, 1)
        return side

    # reading

    def today(self) -> date:
        """The office's day."""
        return self.office.day_of(self.ctx.workplace.now())

    def show_year(self, year: int) -> None:
        """Show another year."""
        self.year = year
        self.refresh_soon()
        self.refresh_now()

    def _light(self, day: date) -> None:
        """Light the first closed day from that day on."""
        row = next((one for one in self.table.rows() if one.day >= day), None)
        if row is not None:
            self.table.select(row.id)

    def refresh(self, _changed: Changed) -> None:
        """Read the year shown, the stages and the hours anew."""
        place = self.ctx.workplace
        self.office = place.ask(profile)
        rows = place.ask(days.closed_days, self.year)
        self.table.set_rows(rows)
        self.stages.set_rows(place.ask(days.stages))
        self.year_title.setText(f"Kalender {self.year}")
        self.tabs.set_count(0, len(rows))
        if self.table.current() is None:
            self._light(self.today())
        self._show_hours()
        self._warn()
        self._offer()

    def _show_hours(self) -> None:
        while taken := self.hours.takeAt(0):
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for row, (day, words) in enumerate(hours_words(self.office.hours)):
            self.hours.addWidget(Text(day, "label"), row, 0)
            self.hours.addWidget(Text(words), row, 1)

    def _warn(self) -> None:
        following = self.today().year + 1
        known = self.ctx.workplace.ask(days.has_cuti_bersama, following)
        year = missing_year(self.today(), known)
        sentence = (
            f"Cuti bersama {year} belum ada di kalender. Batas waktu yang melewati tahun ini bisa keliru."
        )
        self.warning.say(sentence if year else "", Tone.WARN)

    def _offer(self) -> None:
        self.remove_button.setEnabled(self.table.current() is not None)

    def focus_first(self) -> None:
        """The list of days."""
        self.table.view.setFocus(Qt.FocusReason.OtherFocusReason)

    # doing

    def add(self) -> None:
        """Add the day; the due dates that moved are listed."""
        from desk.actions.calendar import close_day, open_day

        day, kind = self.form.day.value(), self.form.chosen_kind()
        if not self.form.ready() or day is None:
            return
        name, source, place = self.form.name.value(), self.form.source.value(), self.ctx.workplace
        self.ctx.act(
            lambda: close_day(place, day, kind, name, source),
            lambda changed: self._added(day, changed),
            on_problems=self.form.mark,
            done=f"{full_day(day)} ditambahkan ke kalender.",
            undo=lambda _changed: self._tell("Penambahan dibatalkan", open_day(place, day, kind)),
        )

    def _added(self, day: date, changed: "CalendarChanged") -> None:
        self.form.clear()
        self._tell(f"Sesudah {full_day(day)} ditambahkan", changed)
        self.show_year(day.year)
        self._light(day)
        self.form.day.setFocus()

    def remove(self) -> None:
        """Take the lit day out; the due dates that moved are listed."""
        from desk.actions.calendar import close_day, open_day

        row, place = self.table.current(), self.ctx.workplace
        if row is None:
            return
        self.ctx.act(
            lambda: open_day(place, row.day, row.kind),
            lambda changed: self._tell(f"Sesudah {full_day(row.day)} dihapus", changed),
            done=f"{row.name} dihapus dari kalender.",
            undo=lambda _changed: self._tell(
                "Penghapusan dibatalkan", close_day(place, row.day, row.kind, row.name, row.source)
            ),
        )

    def fill(self) -> None:
        """Fill in what is known of the year shown."""
        from desk.actions.calendar import fill_year

        year = self.year
        self.ctx.act(
            lambda: fill_year(self.ctx.workplace, year),
            lambda changed: self._filled(year, changed),
        )

    def _filled(self, year: int, changed: "CalendarChanged") -> None:
        said = f"{changed.days} hari ditambahkan ke {year}." if changed.days else f"{year} sudah lengkap."
        self.ctx.toast(said, tone="done")
        self._tell(f"Sesudah {year} dilengkapi", changed)

    def _tell(self, heading: str, changed: "CalendarChanged") -> None:
        self.moved.show_moves(heading, changed.moved)
        self.refresh_soon()


def _over(table: QWidget, buttons: QWidget, shown: bool) -> QWidget:
    whole = QWidget()
    column = QVBoxLayout(whole)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(10))
    column.addWidget(table, 1)
    column.addWidget(buttons)
    buttons.setVisible(shown)
    return whole

"""What is done on the calendar: events kept, changed, cancelled, held, each to be taken back."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from desk.actions import events as acts
from desk.actions.events import EventKept, draft_of
from desk.queries.events import EventRow, WaitingRow
from desk.rules.booking import EventState
from desk.services.education_events import EventDraft, for_case
from desk.ui.screens.case.sheets import ReasonSheet, Sheet
from desk.ui.screens.events.sheets import CameSheet, EventSheet, LookSheet

if TYPE_CHECKING:
    from desk.ui.screens.events.page import EventsPage

Acts = list[tuple[str, Callable[[], object]]]


class Doing:
    """The hands of the page."""

    def __init__(self, page: "EventsPage") -> None:
        self._page, self._ctx = page, page.ctx

    def _ask(self, sheet: Sheet, title: str, confirmed: Callable[[], object]) -> None:
        sheet.confirmed.connect(lambda: self._ctx.guard(confirmed))
        sheet.given_up.connect(self._ctx.close_drawer)
        self._ctx.ask(sheet, title, sheet.buttons(), width=sheet.drawer_width)

    def _done(self, _result: object = None) -> None:
        """Back to the calendar: what the keyboard came from may be gone."""
        self._ctx.close_drawer()
        self._page.refresh_soon()
        self._page.focus_first()

    # keeping

    def begin(self, day: date) -> None:
        """Ask for a new event of the office's own on a day."""
        self._fill_in(EventDraft(day=day), None, "Kegiatan baru")

    def begin_for(self, waits: WaitingRow) -> None:
        """Ask for the event of a request, with what was asked for."""
        draft = for_case(waits.case_id, waits.organiser, waits.detail)
        self._fill_in(draft, None, "Jadwalkan kegiatan", f"Dari permohonan {waits.number}.")

    def _change(self, row: EventRow) -> None:
        self._fill_in(draft_of(row, self._page.office.zone), row, "Ubah kegiatan")

    def _fill_in(self, begun: EventDraft, row: EventRow | None, title: str, lead: str = "") -> None:
        place = self._ctx.workplace
        sheet = EventSheet(self._ctx, begun, row, lead)

        def kept(_kept: EventKept) -> None:
            sheet.kept()
            day = sheet.draft().day
            self._done()
            if day is not None:
                self._page.grid.take(day)

        def keep() -> None:
            self._ctx.act(
                lambda: acts.keep_event(place, sheet.draft(), row),
                kept,
                on_problems=sheet.mark,
                done=f"{sheet.section.name.value()} dicatat di kalender.",
                undo=lambda done: self._back(lambda: acts.undo_keep_event(place, done)),
            )

        self._ask(sheet, title, keep)

    def _back(self, undo: Callable[[], object]) -> None:
        undo()
        self._page.refresh_soon()

    # looking

    def look(self, row: EventRow) -> None:
        """Show an event and what may be done with it."""
        planned = row.state is EventState.PLANNED and self._page.may_plan
        sheet = LookSheet(row, self._page.office.zone, self._acts(row), changes=planned)
        self._ask(sheet, row.title, lambda: self._change(row))

    def _acts(self, row: EventRow) -> Acts:
        found: Acts = []
        if row.case_id and self._page.sees_cases:
            found.append(("Buka permohonan", lambda: self._open_case(row.case_id)))
        if row.state is not EventState.CANCELLED:
            found.append(("Cetak daftar hadir", lambda: self._ctx.print_paper("daftar_hadir", row.id)))
        if not self._page.may_plan:
            return found
        if row.state is EventState.PLANNED:
            if not row.case_id:
                found.append(("Catat terlaksana…", lambda: self._held(row)))
            found.append(("Batalkan kegiatan…", lambda: self._cancel(row)))
        elif row.state is EventState.CANCELLED:
            found.append(("Rencanakan lagi", lambda: self._plan_again(row)))
        return found

    def _open_case(self, case_id: str) -> None:
        self._ctx.close_drawer()
        self._ctx.open_case(case_id)

    # cancelling, holding

    def _cancel(self, row: EventRow) -> None:
        place = self._ctx.workplace
        sheet = ReasonSheet("Batalkan kegiatan", f"{row.title}. Yang dipesannya bebas lagi.")

        def cancel() -> None:
            self._ctx.act(
                lambda: acts.cancel_event(place, row.id, sheet.reason()),
                self._done,
                done=f"{row.title} dibatalkan.",
                undo=lambda _done: self._back(lambda: acts.undo_cancel_event(place, row.id)),
            )

        self._ask(sheet, "Batalkan kegiatan", cancel)

    def _plan_again(self, row: EventRow) -> None:
        place = self._ctx.workplace
        self._ctx.act(
            lambda: acts.undo_cancel_event(place, row.id),
            self._done,
            on_problems=lambda problems: self._ctx.toast(problems[0].message, tone="problem"),
            done=f"{row.title} direncanakan lagi.",
            undo=lambda _done: self._back(lambda: acts.cancel_event(place, row.id, row.reason)),
        )

    def _held(self, row: EventRow) -> None:
        place = self._ctx.workplace
        sheet = CameSheet(row)

        def hold() -> None:
            self._ctx.act(
                lambda: acts.hold_event(place, row.id, sheet.attended.value() or 0),
                self._done,
                on_problems=sheet.mark,
                done=f"{row.title} terlaksana.",
                undo=lambda _done: self._back(lambda: acts.undo_hold_event(place, row.id)),
            )

        self._ask(sheet, "Catat terlaksana", hold)

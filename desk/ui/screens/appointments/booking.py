"""Asks for an appointment from any screen and keeps it: of a visitor at the counter, of a case."""

from collections.abc import Callable
from dataclasses import replace

from desk.actions.appointments import AppointmentKept, keep_appointment, undo_keep_appointment
from desk.actions.errors import ProblemsError
from desk.queries.appointments import AppointmentRow
from desk.queries.casefile import CaseFile
from desk.queries.office import profile
from desk.queries.queue import TicketRow
from desk.rules.errors import DeskError
from desk.services.appointments import AppointmentDraft
from desk.services.catalog import service_kit
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.appointments.sheets import AppointmentSheet, next_quarter
from desk.ui.words import named_short_day


def ask_to_book(
    ctx: ScreenContext,
    draft: AppointmentDraft,
    seen: AppointmentRow | None = None,
    done: Callable[[], object] | None = None,
) -> AppointmentSheet:
    """Show the form; kept, the appointment stands on every desk and at the gate."""
    sheet = AppointmentSheet(ctx, draft, moves=seen is not None)

    def kept(result: AppointmentKept) -> None:
        ctx.close_drawer()
        if done is not None:
            done()
        _tell(ctx, sheet.draft(), result)

    def keep() -> None:
        def work() -> AppointmentKept | None:
            try:
                return keep_appointment(ctx.workplace, sheet.draft(), seen)
            except ProblemsError:
                raise
            except DeskError as error:
                sheet.refuse(str(error))
                return None

        ctx.act(work, lambda result: kept(result) if result is not None else None, on_problems=sheet.mark)

    sheet.confirmed.connect(keep)
    sheet.given_up.connect(ctx.close_drawer)
    title = "Ubah janji temu" if seen is not None else "Janji temu baru"
    ctx.ask(sheet, title, sheet.buttons(), width=sheet.drawer_width)
    return sheet


def _tell(ctx: ScreenContext, draft: AppointmentDraft, kept: AppointmentKept) -> None:
    day = named_short_day(draft.day) if draft.day is not None else ""
    hour = f"{draft.at:%H.%M}" if draft.at is not None else ""
    ctx.toast(
        f"Janji temu {draft.name.strip()} dicatat: {day} pukul {hour}.",
        lambda: undo_keep_appointment(ctx.workplace, kept),
        "done",
    )


def book_for(ctx: ScreenContext, ticket: TicketRow | None) -> None:
    """Book for the visitor who is served at the counter, or for nobody known yet."""
    draft = coming(ctx)
    if ticket is not None:
        draft = replace(
            draft,
            name=ticket.name,
            institution=ticket.institution,
            phone=ticket.phone,
            subject=ticket.purpose,
        )
    ask_to_book(ctx, draft)


def book_of(ctx: ScreenContext, file: CaseFile, done: Callable[[], object]) -> None:
    """Book for the applicant of a case, with whom they asked for."""
    who, row = file.page.applicant, file.page.row
    draft = replace(
        coming(ctx),
        role=service_kit(row.service).whom(file.page.detail),
        name=who.name,
        institution=who.body_name,
        phone=who.phone,
        subject=row.subject,
        case_id=row.id,
    )
    ask_to_book(ctx, draft, done=done)


def coming(ctx: ScreenContext) -> AppointmentDraft:
    """An appointment today at the coming quarter of an hour."""
    zone = ctx.workplace.ask(profile).zone
    return AppointmentDraft(day=ctx.today(), at=next_quarter(ctx.workplace.now(), zone))

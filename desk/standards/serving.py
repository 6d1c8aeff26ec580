"""Service hours that a decree states for one service (L5/III.G, L6/III.K): what comes in outside them counts
as received on the next working day (facts.md)."""

from dataclasses import replace
from datetime import datetime

from desk.rules.calendar import ServiceHours, WorkingCalendar
from desk.rules.days import full_day
from desk.rules.hours import hours_text
from desk.standards.model import Service


def own_calendar(service: Service, office: WorkingCalendar) -> WorkingCalendar:
    """The office's calendar with the hours of a service that states its own."""
    return replace(office, hours=ServiceHours.from_dict(service.hours)) if service.hours else office


def outside_hours(service: Service, office: WorkingCalendar, at: datetime) -> str:
    """That a moment (aware) lies outside the stated hours of a service, and when it counts as received; empty
    inside them and for a service that states none."""
    if not service.hours:
        return ""
    calendar = own_calendar(service, office)
    if calendar.is_open_at(at):
        return ""
    stated, day = hours_text(calendar.hours), full_day(calendar.day_of_receipt(at))
    return f"Di luar jam layanan ({stated}): dihitung diterima {day}."

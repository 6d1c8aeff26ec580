"""Where leaders are on the demo office's day and whom they receive, as the gate and the counter were told
(G1, G4)."""

from datetime import time
from functools import partial

from desk.actions.appointments import keep_appointment
from desk.actions.presence import PresenceDraft, say_presence
from desk.demo.office import DemoOffice
from desk.rules.presence import Presence
from desk.services.appointments import AppointmentDraft


def lay_whereabouts(office: DemoOffice) -> None:
    """Who is in today, as the gate and the counter were told."""
    told = (
        (150, "ratna", Presence.PRESENT, "Ruang Ketua"),
        (145, "hendra", Presence.PRESENT, ""),
        (140, "wayan", Presence.AWAY, ""),
        (20, "dewi", Presence.MEETING, "Ruang Pleno"),
        (8, "hendra", Presence.RECEIVING, "Ruang Sekretaris"),
    )
    for minutes, login, state, room in told:
        office.diary.note(office.agenda.minutes_ago(minutes), partial(_say, office, login, state, room))


def _say(office: DemoOffice, login: str, state: Presence, room: str) -> None:
    draft = PresenceDraft(office.at(login).actor.staff_id, state, None, room)
    say_presence(office.at("bayu"), draft)


def lay_appointments(office: DemoOffice) -> None:
    """Two visitors are expected today."""
    told = (
        (
            "hendra",
            "sekretaris",
            "Baiq Hartini",
            "Dinas Pendidikan",
            "Kelas pemilih",
            time(13, 30),
        ),
        ("ratna", "ketua", "H. Lalu Sukarman", "Forum Rektor", "Undangan seminar", time(15)),
    )
    for login, role, name, body, about, at in told:
        day = office.agenda.now.astimezone(office.agenda.zone).date()
        staff_id = office.at(login).actor.staff_id
        draft = AppointmentDraft(role, staff_id, name, body, subject=about, day=day, at=at)
        office.diary.note(office.agenda.minutes_ago(120), partial(_book, office, draft))


def _book(office: DemoOffice, draft: AppointmentDraft) -> None:
    keep_appointment(office.at("rahma"), draft)

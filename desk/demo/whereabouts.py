"""Where leaders are on the demo office's day, as the gate and the counter were told (G4)."""

from functools import partial

from desk.actions.presence import PresenceDraft, say_presence
from desk.demo.office import DemoOffice
from desk.rules.presence import Presence


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

"""Where somebody is, in the words of the front office."""

from collections.abc import Iterable
from datetime import datetime, tzinfo
from types import MappingProxyType
from typing import TYPE_CHECKING

from desk.queries.availability import Availability, availability, of_role
from desk.queries.office import profile
from desk.rules.presence import Presence
from desk.ui.fields import Choice
from desk.ui.screens.case.words import role_words
from desk.ui.theme.tokens import Tone
from desk.ui.words import clock

if TYPE_CHECKING:
    from desk.standards.model import Standard
    from desk.ui.runtime.context import ScreenContext

STATES = MappingProxyType(
    {
        Presence.PRESENT: "ada",
        Presence.RECEIVING: "sedang menerima tamu",
        Presence.MEETING: "rapat",
        Presence.AWAY: "tidak di tempat",
        Presence.UNKNOWN: "belum diketahui",
    }
)
TONES = MappingProxyType(
    {
        Presence.PRESENT: Tone.GOOD,
        Presence.RECEIVING: Tone.WARN,
        Presence.MEETING: Tone.WARN,
        Presence.AWAY: Tone.BAD,
        Presence.UNKNOWN: Tone.NEUTRAL,
    }
)


def titles(standard: "Standard", row: Availability) -> str:
    """Offices of somebody; who leads a division is not named a plain member too."""
    divisions = [role for role in row.roles if role != "anggota"]
    return " · ".join(role_words(standard, role) for role in divisions or row.roles)


def until_words(row: Availability, now: datetime, zone: tzinfo) -> str:
    """``11.00``, with a word where it is over; empty when nobody said."""
    if row.until is None:
        return ""
    return f"{clock(row.until, zone)} · lewat" if row.lapsed(now) else clock(row.until, zone)


def whereabouts(row: Availability, now: datetime, zone: tzinfo) -> str:
    """The same in one line: ``rapat s.d. 11.00 · Ruang Pleno``."""
    said = STATES[row.state]
    until = until_words(row, now, zone)
    parts = (f"{said} s.d. {until}" if until else said, row.room)
    return " · ".join(part for part in parts if part)


def role_choices(ctx: "ScreenContext", standard: "Standard", roles: Iterable[str]) -> list[Choice]:
    """Roles to hand a case or a guest to; leaders and section heads with who is there now (G4)."""
    now = ctx.workplace.now()
    people, zone = ctx.workplace.ask(availability, now), ctx.workplace.ask(profile).zone
    return [_choice(role, role_words(standard, role), of_role(people, role), now, zone) for role in roles]


def _choice(role: str, words: str, holders: tuple[Availability, ...], now: datetime, zone: tzinfo) -> Choice:
    said = [one for one in holders if one.state is not Presence.UNKNOWN]
    if not said:
        return Choice(role, words)
    if len(holders) == 1:
        return Choice(role, f"{words} · {whereabouts(said[0], now, zone)}")
    there = ", ".join(one.name for one in said if one.state is Presence.PRESENT and not one.lapsed(now))
    return Choice(role, f"{words} · ada: {there}" if there else f"{words} · belum ada yang di tempat")

"""Channels that nobody looked at today, told when the day ends (C1, L3/III.B.2.a)."""

from desk.queries import inbox
from desk.queries.office import working_calendar
from desk.rules.daily_check import pressing
from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.rules.permissions import Capability, may
from desk.standards.model import Standard
from desk.ui.runtime.context import ScreenContext

_NOT_REMOTE = frozenset({Channel.IN_PERSON, Channel.LETTER, Channel.TELEPHONE})


def channels_of(standard: Standard) -> tuple[Channel, ...]:
    """Channels the office reads by itself: those its services come in by, in the order of screens."""
    offered = {one for service in standard.services.values() for one in service.channels}
    return tuple(one for one in CHANNEL_LABELS if one in offered and one not in _NOT_REMOTE)


def unchecked(ctx: ScreenContext) -> tuple[Channel, ...]:
    """Channels that nobody looked at today; none before the day nears its end, nor for who reads none."""
    place = ctx.workplace
    if not may(place.roles, Capability.MANAGE_INBOX):
        return ()
    if not pressing(place.ask(working_calendar), place.now()):
        return ()
    rows = place.ask(inbox.checks, ctx.today(), channels_of(place.standard))
    return tuple(row.channel for row in rows if row.at is None)


def told(channels: tuple[Channel, ...]) -> str:
    """``Belum diperiksa hari ini: Surel, WhatsApp.``; empty when all were."""
    names = ", ".join(CHANNEL_LABELS[one] for one in channels)
    return f"Belum diperiksa hari ini: {names}." if names else ""

"""Which services an officer may take in, and which of them most people come for."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desk.rules.confidence import CONFIDENTIAL
from desk.rules.intake import Channel
from desk.rules.permissions import Workspace, workspaces
from desk.services.catalog import served

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace

USUAL = "informasi"
"""The service whose form is in front at first."""


def taken_in(place: "Workplace") -> tuple[str, ...]:
    """Services of the office's standard that have a form, those that this officer may take in."""
    services = place.standard.services
    hidden = () if place.sees_complainants() else CONFIDENTIAL
    return served(slug for slug in services if slug not in hidden)


def by_channel(place: "Workplace", channel: Channel) -> tuple[str, ...]:
    """Those of them that come in by a channel (C1)."""
    services = place.standard.services
    return tuple(slug for slug in taken_in(place) if channel in services[slug].channels)


def usual(place: "Workplace", offered: Sequence[str]) -> str:
    """The service most people come for, where it is offered; else the first. Who sits in the complaints team
    and at no counter begins with complaints."""
    rooms = set(workspaces(place.roles))
    if Workspace.COMPLAINTS in rooms and not rooms & {Workspace.FRONT_OFFICE, Workspace.REGISTER}:
        offered = tuple(one for one in offered if one in CONFIDENTIAL) or offered
    return USUAL if USUAL in offered else offered[0]

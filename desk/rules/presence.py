"""Whether a leader, member or section head can receive somebody now, and for whom that is told (G4)."""

from datetime import datetime
from enum import StrEnum

from desk.rules.permissions import ROLES, Workspace


class Presence(StrEnum):
    """What was last said today of where somebody is; ``UNKNOWN``: nothing was, or it was taken back."""

    PRESENT = "present"
    RECEIVING = "receiving"
    MEETING = "meeting"
    AWAY = "away"
    UNKNOWN = "unknown"


_MEMBERS = tuple(role.id for role in ROLES.values() if role.workspace is Workspace.DIVISION)
LEADERS = ("ketua", *_MEMBERS, "sekretaris")
"""Ketua, members and Sekretaris, whom guests ask for (NTT 2.A.2.2.c)."""

OFFICIALS = tuple(
    role.id for role in ROLES.values() if role.workspace is Workspace.KASUBAG and role.id != "staf"
)
"""Structural officers, to whom a guest may be passed with approval (NTT 2.A.2.2.f)."""

TOLD_OF = (*LEADERS, *OFFICIALS)
"""Roles whose holders stand on the list, in its order."""


def lapsed(until: datetime | None, now: datetime) -> bool:
    """Whether the time up to which something was said is over; it then needs asking again."""
    return until is not None and until <= now

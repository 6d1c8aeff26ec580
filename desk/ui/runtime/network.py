"""The office network as the screens see it: how this PC stands with its office, and how to send now."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

STATUS = "status"
"""Name under which the change hub says that the state may be another; it is no table."""

CLOCK_TOLERANCE = timedelta(minutes=2)
"""How far a PC's clock may be from the server's before somebody is told (design.md, "Sync" 9)."""


@dataclass(frozen=True, slots=True)
class NetworkState:
    """How this PC stands with its office.

    ``pending``: bundles of work the server has not answered. ``conflicts`` and ``refused`` wait for somebody
    to settle them. ``last_contact``: local time. ``clock_offset``: seconds this PC's clock is ahead of the
    server's; ``clock_back``: it stands before something this PC has saved already. ``loading``: rows loaded
    and in all during a first load. ``trouble``: what is wrong, as a code and a sentence; ``lasting``:
    somebody must put it right, trying again does not help.
    """

    online: bool = False
    pending: int = 0
    conflicts: int = 0
    refused: int = 0
    last_contact: datetime | None = None
    clock_offset: float = 0.0
    clock_back: bool = False
    loading: tuple[int, int] | None = None
    trouble: str = ""
    trouble_sentence: str = ""
    lasting: bool = False


class Network(Protocol):
    """The network of this PC; every method answers at once."""

    def state(self) -> NetworkState | None:
        """How it stands; None on a PC that stands alone."""
        ...

    def sync_now(self) -> None:
        """Send and read now instead of soon."""
        ...

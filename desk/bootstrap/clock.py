"""The office's present moment: the server's where it is known, else that of this PC."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from desk.store.server_clock import ServerClock, elapsed

Clock = Callable[[], datetime]


def utc_now() -> datetime:
    """The present moment by this PC's clock, UTC."""
    return datetime.now(UTC)


class OfficeClock:
    """Call it for the present moment.

    Once this process has heard the server, the moment goes on from what that said. Before, a PC that stands
    before the server's last word to it (``kept``) is surely behind, and goes on from there; any other is
    believed.
    """

    def __init__(
        self,
        pc: Clock = utc_now,
        kept: ServerClock | None = None,
        elapsed: Callable[[], float] = elapsed,
    ) -> None:
        self.pc = pc
        self._kept, self._elapsed = kept, elapsed
        self._heard: tuple[datetime, float] | None = None
        self._ahead = timedelta()

    def hear(self, ahead: float) -> None:
        """The server has just said how many seconds this PC's clock is ahead of its own."""
        self._ahead = timedelta(seconds=ahead)
        self._heard = self.pc() - self._ahead, self._elapsed()

    def of_pc(self, moment: datetime) -> datetime:
        """A moment by this PC's clock, in the server's time where that is known."""
        return moment - self._ahead

    def __call__(self) -> datetime:
        """The present moment."""
        if self._heard is not None:
            said, at = self._heard
            return said + timedelta(seconds=self._elapsed() - at)
        now, kept = self.pc(), self._kept
        if kept is None or now >= kept.said:
            return now
        return max(now - timedelta(seconds=kept.ahead), kept.said)


class GivenClock(OfficeClock):
    """A clock that is right whatever a server says: that of a story, of the demo office's day."""

    def hear(self, ahead: float) -> None:
        """The story's day stays."""

    def __call__(self) -> datetime:
        """The moment it is given."""
        return self.pc()

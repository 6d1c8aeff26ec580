"""Named refusals of the use cases."""

from collections.abc import Sequence
from datetime import date, datetime

from desk.rules.errors import DeskError
from desk.services.common import Problem


class ProblemsError(DeskError):
    """A draft cannot be saved yet; ``problems`` name the fields."""

    code = "problems"

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(problems[0].message if problems else "Isian belum lengkap.")
        self.problems = tuple(problems)


class NotAllowedError(DeskError):
    """The role acted in may not do this."""

    code = "not_allowed"
    english = "This account may not do that."


class EarlyClockError(NotAllowedError):
    """The clock stands before the day on which the officer's first role begins; it is most likely wrong.

    Args:
        reads: the moment it says, in the office's zone.
        begins: that day.
    """

    code = "early_clock"

    def __init__(self, reads: datetime, begins: date) -> None:
        super().__init__(
            f"Jam komputer ini menunjukkan {reads:%d-%m-%Y} pukul {reads:%H.%M}, sebelum tugas Anda dimulai "
            f"({begins:%d-%m-%Y}). Perbaiki tanggal dan jamnya; bila sudah benar, hubungi administrator."
        )
        self.english = (
            f"This PC's clock reads {reads:%Y-%m-%d %H:%M}, before the first role of this account begins "
            f"({begins:%Y-%m-%d}). Set the clock; if it is right, ask the administrator."
        )


class NotFoundError(DeskError):
    """What was asked for is not (or no longer) there."""

    code = "not_found"


class StaleError(DeskError):
    """Somebody else was quicker: the screen shows an older state."""

    code = "stale"

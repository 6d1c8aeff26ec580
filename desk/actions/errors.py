"""Named refusals of the use cases."""

from collections.abc import Sequence

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


class NotFoundError(DeskError):
    """What was asked for is not (or no longer) there."""

    code = "not_found"


class StaleError(DeskError):
    """Somebody else was quicker: the screen shows an older state."""

    code = "stale"

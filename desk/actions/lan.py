"""What the use cases need of the office network: to know whether the server is there, to go first through
it where two desks could collide, and to wait a moment for what only the server gives. Bootstrap fills it;
a PC alone needs none."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

from desk.rules.errors import DeskError


class ServerNeededError(DeskError):
    """This can only be done while the office's server is reached."""

    code = "server_needed"


class HeldElsewhereError(DeskError):
    """Another desk is doing the same thing right now."""

    code = "held_elsewhere"


class Lan(Protocol):
    """The office network as one desk sees it."""

    def first(self, key: str) -> AbstractContextManager[bool]:
        """Hold ``key`` for the whole office during the block, every desk's newest state read before and
        what was saved sent after it. True where that is sure; False where the server is out of reach.

        Raises:
            HeldElsewhereError: another desk holds it.
        """
        ...

    def settle(self, seconds: float) -> bool:
        """Wait until the server has answered what was saved; False when it took longer or is out of reach."""
        ...


class Alone:
    """A PC without a network: everything is sure at once."""

    @contextmanager
    def first(self, key: str) -> Iterator[bool]:  # noqa: ARG002 - nobody else could hold it
        """Always sure."""
        yield True

    def settle(self, seconds: float) -> bool:  # noqa: ARG002 - there is nothing to wait for
        """Always settled."""
        return True


ALONE = Alone()

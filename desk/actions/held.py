"""The roles somebody holds now, mandates included: read from the store whenever it matters (P5)."""

from dataclasses import dataclass
from datetime import datetime
from time import monotonic
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from desk.queries.staff import Tenure
    from desk.store.store import Store

KEPT_SECONDS = 1.0
"""How long what was read may stand for a screen; another process may have changed it meanwhile."""


class Held(Protocol):
    """Gives the roles held at a moment; ``fresh`` where something is about to be done."""

    def __call__(self, at: datetime, *, fresh: bool = False) -> frozenset[str]:
        """The roles held."""
        ...


@dataclass(frozen=True, slots=True)
class FixedRoles:
    """The same roles at all times, for who is no member of staff (the kiosk)."""

    roles: frozenset[str]

    def __call__(self, at: datetime, *, fresh: bool = False) -> frozenset[str]:  # noqa: ARG002
        """The roles, whenever."""
        return self.roles


@dataclass(frozen=True, slots=True)
class WithRole:
    """What somebody holds, and one role more: who records from paper acts for its writer."""

    held: Held
    role: str

    def __call__(self, at: datetime, *, fresh: bool = False) -> frozenset[str]:
        """The roles held, and that one."""
        return self.held(at, fresh=fresh) | {self.role}


class StaffRoles:
    """Roles and mandates of a member of staff.

    They are read again after every commit of this process, after a second, and before everything that is
    done; in between their beginnings and ends are looked at each time, so that a mandate ends at its minute.
    """

    def __init__(self, store: "Store", staff_id: str) -> None:
        self._store, self._staff_id = store, staff_id
        self._tenure: Tenure | None = None
        self._commits, self._read_at = -1, 0.0

    def __call__(self, at: datetime, *, fresh: bool = False) -> frozenset[str]:
        """The roles held; none for a closed account."""
        if fresh or self._tenure is None or self._old():
            self._tenure = self._read()
        return self._tenure.at(at)

    def _old(self) -> bool:
        return self._commits != self._store.commits or monotonic() - self._read_at > KEPT_SECONDS

    def _read(self) -> "Tenure":
        from desk.queries.staff import tenure

        self._commits, self._read_at = self._store.commits, monotonic()
        with self._store.read() as session:
            return tenure(session, self._staff_id)

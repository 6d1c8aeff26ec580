"""Where an action happens: the store, the standards, who acts in which role, and the clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from desk.actions.errors import EarlyClockError, NotAllowedError
from desk.actions.held import Held, WithRole
from desk.actions.lan import ALONE, Lan
from desk.rules.confidence import READER
from desk.rules.permissions import ROLES, Capability, may
from desk.standards.loader import Standards
from desk.store.actor import Actor

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.standards.model import Standard
    from desk.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Workplace:
    """One person at one device.

    ``held`` tells which roles the person holds at a moment, ``actor.role`` is the one signed in with.
    ``clock`` gives an aware moment. ``counter_id`` is the counter (loket) the person sits at, ``lan`` the
    office network.
    """

    store: "Store"
    standards: Standards
    actor: Actor
    held: Held
    clock: Callable[[], datetime]
    counter_id: str | None = None
    lan: Lan = ALONE

    def now(self) -> datetime:
        """The present moment, aware."""
        return self.clock()

    @property
    def standard(self) -> "Standard":
        """The standard the office goes by now."""
        from desk.queries.office import standard_now

        return self.ask(standard_now, self.standards, self.now())

    @property
    def roles(self) -> frozenset[str]:
        """All roles held now, mandates included (P5)."""
        return self.held(self.now())

    @property
    def role(self) -> str:
        """The role acted in by default: the one signed in with while it is held, else the first that is."""
        own, roles = self.actor.role, self.roles
        return own if own in roles else next((one for one in ROLES if one in roles), own)

    def also(self, role: str) -> "Workplace":
        """The same place with one role more, for what is recorded from somebody's paper."""
        return replace(self, held=WithRole(self.held, role))

    def acting(self, role: str) -> "Workplace":
        """The same place with another of the person's roles acted in.

        Raises:
            NotAllowedError: the person does not hold the role.
        """
        if role not in self.roles:
            raise NotAllowedError("Anda tidak memegang jabatan itu.")
        return replace(self, actor=replace(self.actor, role=role))

    def at_counter(self, counter_id: str | None) -> "Workplace":
        """The same person at another counter."""
        return replace(self, counter_id=counter_id)

    def require(self, capability: Capability) -> None:
        """Refuse unless one of the roles held may do it.

        Raises:
            NotAllowedError: none may; :class:`EarlyClockError` where the clock stands before all of them.
        """
        now = self.now()
        if not may(self.held(now, fresh=True), capability):
            from desk.queries.staff import tenure

            held = self.ask(tenure, self.actor.staff_id)
            if (begins := held.begins(now)) is not None:
                raise EarlyClockError(now.astimezone(held.zone), begins)
            raise NotAllowedError("Tindakan ini bukan wewenang Anda.")

    def sees_complainants(self) -> bool:
        """Whether one of the roles held may know who complained."""
        return may(self.roles, Capability.SEE_COMPLAINT)

    def role_for(self, capability: Capability) -> str:
        """The role acted in where it may do it, else the first of the person's roles that may."""
        return next((one for one in (self.role, *sorted(self.roles)) if may((one,), capability)), self.role)

    @contextmanager
    def write(self, action: str) -> "Iterator[Session]":
        """One action: all that is written in the block is committed together, or nothing is; the roles held
        are those of this very moment."""
        actor = replace(self.actor, role=self.role)
        with self.store.write(actor, action, self.now()) as session:
            self.held(self.now(), fresh=True)
            yield session

    def ask(self, query: "Callable[Concatenate[Session, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query of ``desk.queries`` on one consistent state: ``workplace.ask(visits.inside,
        today)``. Complainants are withheld from who may not see them (S4)."""
        with self.store.read() as session:
            session.info[READER] = self.sees_complainants
            return query(session, *args, **kwargs)

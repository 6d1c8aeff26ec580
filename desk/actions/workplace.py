"""Where an action happens: the store, the standards, who acts in which role, and the clock."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

from desk.actions.errors import NotAllowedError
from desk.actions.lan import ALONE, Lan
from desk.rules.permissions import Capability, may
from desk.standards.loader import Standards
from desk.store.actor import Actor

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True)
class Workplace:
    """One person at one device.

    ``roles`` are all roles held now, mandates included; ``actor.role`` the one acted in by default.
    ``clock`` gives an aware moment. ``counter_id`` is the counter (loket) the person sits at, ``lan`` the
    office network.
    """

    store: "Store"
    standards: Standards
    actor: Actor
    roles: frozenset[str]
    clock: Callable[[], datetime]
    counter_id: str | None = None
    lan: Lan = ALONE

    def now(self) -> datetime:
        """The present moment, aware."""
        return self.clock()

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
            NotAllowedError: none may.
        """
        if not may(self.roles, capability):
            raise NotAllowedError("Tindakan ini bukan wewenang Anda.")

    def role_for(self, capability: Capability) -> str:
        """The role acted in where it may do it, else the first of the person's roles that may."""
        own = self.actor.role
        return next((role for role in (own, *sorted(self.roles)) if may((role,), capability)), own)

    @contextmanager
    def write(self, action: str) -> "Iterator[Session]":
        """One action: all that is written in the block is committed together, or nothing is."""
        with self.store.write(self.actor, action, self.now()) as session:
            yield session

    def ask(self, query: "Callable[Concatenate[Session, P], T]", *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query of ``desk.queries`` on one consistent state: ``workplace.ask(visits.inside,
        today)``."""
        with self.store.read() as session:
            return query(session, *args, **kwargs)

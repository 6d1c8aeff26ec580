"""A signed-in officer of the small office: real store, workplace and announcements; printers and drafts in
memory."""

from collections.abc import Callable
from dataclasses import dataclass

from desk.queries.office import profile
from desk.store.changelog import Changed as StoreChanged
from desk.store.store import Store
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.ports import Changed, Unsubscribe
from tests.office import PEOPLE, SmallOffice
from tests.ui.drivers.fakes import fake_context, fake_ports


@dataclass
class StoreChanges:
    """The store's own announcements, as bootstrap passes them on."""

    store: Store

    def subscribe(self, callback: Callable[[Changed], None]) -> Unsubscribe:
        return self.store.subscribe(lambda changed: callback(self._ours(changed)))

    @staticmethod
    def _ours(changed: StoreChanged) -> Changed:
        return Changed(dict(changed.rows))


@dataclass
class OfficeClock:
    """The office's clock in its zone."""

    office: SmallOffice

    def now(self):  # type: ignore[no-untyped-def]
        with self.office.store.read() as session:
            return self.office.clock().astimezone(profile(session).zone)


def officer_context(office: SmallOffice, login: str, counter: int | None = None) -> ScreenContext:
    """The context of an officer; close it with ``close_context``."""
    workplace = office.at(login, counter)
    person = next(one for one in PEOPLE if one.login == login)
    session = StaffSession(
        workplace.actor.staff_id,
        person.name,
        person.title or person.roles[0],
        workplace.roles,
        demo=True,
        counter=f"Loket {counter}" if counter else "",
        counter_id=workplace.counter_id or "",
    )
    ports = fake_ports(changes=StoreChanges(office.store), clock=OfficeClock(office))
    return fake_context(ports, session, workplace)

"""The demo office under the story's hands: who acts where, at the moment the clock is set to."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desk.actions.held import FixedRoles
from desk.actions.setup import Founded
from desk.actions.workplace import Workplace
from desk.assets import resource
from desk.demo.agenda import Agenda, Diary, SetClock
from desk.demo.casts import Cast
from desk.queries import staff as people
from desk.rules.permissions import ROLES
from desk.standards.loader import Standards
from desk.store.actor import Actor

if TYPE_CHECKING:
    from desk.store.store import Store

DEVICES = {"pamdal": "GERBANG", "front_office": "LOKET", "register": "REGISTER", "kiosk": "KIOS"}
"""Names of working places in the change log, by role; others work at their own desk."""


@dataclass
class DemoOffice:
    """An office whose past is being written."""

    store: "Store"
    standards: Standards
    founded: Founded
    clock: SetClock
    agenda: Agenda
    diary: Diary
    cast: Cast
    _places: dict[tuple[str, str, int | None], Workplace] = field(default_factory=dict)

    def at(self, login: str, role: str = "", counter: int | None = None) -> Workplace:
        """The workplace of a person, acting in ``role`` or the first role held of their own."""
        key = (login, role, counter)
        if key not in self._places:
            self._places[key] = self._place(login, role, counter)
        return self._places[key]

    def _place(self, login: str, role: str, counter: int | None) -> Workplace:
        staff_id = self.founded.staff[login]
        with self.store.read() as session:
            held = people.roles_held(session, staff_id, self.clock())
        acting = role or next((one for one in ROLES if one in held), "")
        return Workplace(
            store=self.store,
            standards=self.standards,
            actor=Actor(staff_id, DEVICES.get(acting, "MEJA"), acting),
            held=FixedRoles(held),  # nobody's roles change while the past is written
            clock=self.clock,
            counter_id=self.founded.counters[counter] if counter else None,
        )


def shipped(name: str) -> bytes:
    """The bytes of a file of the demo office (an invented letter, photo, signature)."""
    return resource("demo", name).read_bytes()

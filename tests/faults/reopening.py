"""The small office made once, and opened again by whoever comes after a crash."""

from functools import cache
from pathlib import Path

from desk.actions.counters import open_counter
from desk.actions.setup import Founded
from desk.assets import resource
from desk.models import Counter, Office, Staff
from desk.standards.loader import Standards, load_standards
from desk.store.store import Store
from tests.office import MORNING, SmallOffice, StillClock, open_small_office


@cache
def standards() -> Standards:
    """Read once per process."""
    return load_standards(resource("standards"))


def found(folder: Path) -> None:
    """The office with its first counter open, closed again."""
    office = open_small_office(folder)
    open_counter(office.at("rahma", counter=1))
    office.store.close()


def reopened(folder: Path, round_: int = 0) -> SmallOffice:
    """The same office, seven minutes later for each round."""
    store = Store.open(folder)
    clock = StillClock(MORNING)
    clock.pass_(minutes=7 * round_)
    return SmallOffice(store, standards(), clock, _founded_in(store))


def _founded_in(store: Store) -> Founded:
    with store.read() as session:
        return Founded(
            session.query(Office.id).scalar(),
            {row.login: row.id for row in session.query(Staff.login, Staff.id)},
            {row.number: row.id for row in session.query(Counter.number, Counter.id)},
        )

"""Fills an empty store with a demo office, by the real actions, each at its moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

from desk.actions.setup import Founded, Furniture, found_office
from desk.demo.agenda import Agenda, Diary, SetClock
from desk.demo.casts import KSB, Cast
from desk.demo.office import DemoOffice
from desk.standards.loader import Standards

if TYPE_CHECKING:
    from desk.store.store import Store

Progress = Callable[[float], object]


def unheard(_part: float) -> None:
    """Progress that nobody listens to."""


FURNITURE = Furniture(counters=3, cards=20)
FOUNDED_DAYS_AGO = 21
"""Working days back on which the office began with Desk."""


def fill(
    store: "Store",
    standards: Standards,
    now: datetime,
    password_hash: str = "",
    progress: Progress = unheard,
    cast: Cast = KSB,
) -> DemoOffice:
    """Fill an empty store with an office that has worked until ``now``.

    Args:
        store: open and empty.
        standards: the shipped standards.
        now: aware, any day and hour; cases lie on the last working days, the visitors of today just before.
        password_hash: what is kept of everybody's shared password, hashed once by the caller.
        progress: hears the part done, 0 to 1.
        cast: which of the offices, with its people and its past.
    """
    agenda = Agenda.until(now, standards.get(cast.standard))
    begun = agenda.at(FOUNDED_DAYS_AGO, "07.30")
    founded = _found(store, standards, cast, begun, password_hash)
    office = DemoOffice(store, standards, founded, SetClock(begun), agenda, Diary(), cast)
    import_module(cast.past).lay(office)
    office.diary.live(office.clock, progress)
    office.clock.at = now
    return office


def _found(store: "Store", standards: Standards, cast: Cast, at: datetime, password_hash: str) -> Founded:
    staff = [replace(one, password=password_hash) for one in cast.staff]
    return found_office(store, standards.get(cast.standard), cast.office, staff, at, FURNITURE, hasher=str)

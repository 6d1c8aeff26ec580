"""Fills an empty store with the demo office, by the real actions, each at its moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk.actions import calendar, mandates, numbers
from desk.actions.setup import Founded, Furniture, found_office
from desk.demo import (
    authentications,
    channels,
    complaints,
    elections,
    finished,
    interns,
    letter_path,
    objections,
    people,
    running,
    visitors,
    voters,
    whereabouts,
)
from desk.demo.agenda import Agenda, Diary, SetClock
from desk.demo.office import DemoOffice
from desk.demo.story import lay
from desk.rules import numbering
from desk.standards.loader import Standards

if TYPE_CHECKING:
    from desk.store.store import Store

Progress = Callable[[float], object]


def unheard(_part: float) -> None:
    """Progress that nobody listens to."""


FURNITURE = Furniture(counters=3, cards=20)
_FOUNDED_DAYS_AGO = 21
_BEFORE_DESK = {"informasi": 37, "surat_keluar": 214, "ekspedisi": 96, "biaya": 11}
"""Numbers that the office gave on paper before it had Desk, by register."""

_SERVICES = (letter_path, interns, objections, authentications, complaints, voters)
"""Modules of stories that need the days of the agenda."""

_STAGE = "Perencanaan Program dan Anggaran"


def fill(
    store: "Store",
    standards: Standards,
    now: datetime,
    password_hash: str = "",
    progress: Progress = unheard,
) -> DemoOffice:
    """Fill an empty store with an office that has worked until ``now``.

    Args:
        store: open and empty.
        standards: the shipped standards.
        now: aware, any day and hour; cases lie on the last working days, the visitors of today just before.
        password_hash: what is kept of everybody's shared password, hashed once by the caller.
        progress: hears the part done, 0 to 1.
    """
    agenda = Agenda.until(now, standards.get(people.STANDARD))
    begun = agenda.at(_FOUNDED_DAYS_AGO, "07.30")
    founded = _found(store, standards, begun, password_hash)
    office = DemoOffice(store, standards, founded, SetClock(begun), agenda, Diary())
    _lay_office(office)
    for story in (*running.stories(), *finished.stories()):
        lay(office, story)
    for service in _SERVICES:
        for story in service.stories(agenda):
            lay(office, story)
    channels.lay_inbox(office)
    visitors.lay_visits(office)
    whereabouts.lay_whereabouts(office)
    whereabouts.lay_appointments(office)
    office.diary.live(office.clock, progress)
    office.clock.at = now
    return office


def _found(store: "Store", standards: Standards, at: datetime, password_hash: str) -> Founded:
    staff = [replace(one, password=password_hash) for one in people.STAFF]
    standard = standards.get(people.STANDARD)
    return found_office(store, standard, people.OFFICE, staff, at, FURNITURE, hasher=str)


def _lay_office(office: DemoOffice) -> None:
    """The administrator's day: calendar, the election stage, where numbers start; later a mandate."""
    agenda, diary = office.agenda, office.diary
    diary.note(agenda.at(_FOUNDED_DAYS_AGO, "07.40"), lambda: _prepare(office))
    diary.note(agenda.at(9, "08.05"), lambda: _chair_away(office))


def _prepare(office: DemoOffice) -> None:
    admin, agenda = office.at("indah"), office.agenda
    calendar.fill_year(admin, agenda.base.year + 1)
    calendar.add_stage(admin, _STAGE, agenda.day(_FOUNDED_DAYS_AGO), agenda.base + timedelta(days=60))
    standard = office.standards.get(people.STANDARD)
    elections.keep_votes(office)
    first = agenda.day(_FOUNDED_DAYS_AGO)
    for register, count in _BEFORE_DESK.items():
        scope = numbering.scope_key(standard.registers[register].scope, register, first, "")
        numbers.start_sequence(admin, scope, count)


def _chair_away(office: DemoOffice) -> None:
    """The Ketua travelled for two days; Dewi acted as Plh. Ketua."""
    agenda = office.agenda
    mandates.give_mandate(
        office.at("ratna"),
        office.founded.staff["dewi"],
        "ketua",
        agenda.at(9, "08.10"),
        agenda.at(7, "16.00"),
        f"118/ST/KPU-TL/{agenda.day(9).year}",
    )

"""The past of the demo office of a kabupaten: its stories, visitors, messages, and what it set up (KSB)."""

from datetime import timedelta

from desk.actions import calendar, mandates, numbers
from desk.demo import (
    authentications,
    channels,
    complaints,
    education,
    elections,
    finished,
    interns,
    letter_path,
    objections,
    replacements,
    running,
    visitors,
    voters,
    whereabouts,
)
from desk.demo.filling import FOUNDED_DAYS_AGO
from desk.demo.office import DemoOffice
from desk.demo.story import lay as lay_story
from desk.rules import numbering

_BEFORE_DESK = {"informasi": 37, "surat_keluar": 214, "ekspedisi": 96, "biaya": 11}
"""Numbers that the office gave on paper before it had Desk, by register."""

_SERVICES = (letter_path, interns, objections, authentications, replacements, complaints, voters, education)
"""Modules of stories that need the days of the agenda."""

_STAGE = "Perencanaan Program dan Anggaran"


def lay(office: DemoOffice) -> None:
    """Write all of it into the diary."""
    _lay_office(office)
    for story in (*running.stories(), *finished.stories()):
        lay_story(office, story)
    for service in _SERVICES:
        for story in service.stories(office.agenda):
            lay_story(office, story)
    channels.lay_inbox(office)
    visitors.lay_visits(office)
    whereabouts.lay_whereabouts(office)
    whereabouts.lay_appointments(office)
    education.lay_calendar(office)


def _lay_office(office: DemoOffice) -> None:
    """The administrator's day: calendar, the election stage, where numbers start; later a mandate."""
    agenda, diary = office.agenda, office.diary
    diary.note(agenda.at(FOUNDED_DAYS_AGO, "07.40"), lambda: _prepare(office))
    diary.note(agenda.at(9, "08.05"), lambda: _chair_away(office))


def _prepare(office: DemoOffice) -> None:
    admin, agenda = office.at("indah"), office.agenda
    calendar.fill_year(admin, agenda.base.year + 1)
    calendar.add_stage(admin, _STAGE, agenda.day(FOUNDED_DAYS_AGO), agenda.base + timedelta(days=60))
    standard = office.standards.get(office.cast.standard)
    elections.keep_votes(office)
    first = agenda.day(FOUNDED_DAYS_AGO)
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

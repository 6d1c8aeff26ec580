"""Internships of the demo office (S5): one just come, one at work, one ended with its papers."""

from dataclasses import replace
from datetime import date, timedelta

from desk.demo import people
from desk.demo.agenda import Agenda
from desk.demo.events import (
    Event,
    answered,
    decided,
    entered,
    handed,
    issued,
    moved,
    paraf,
    signed,
)
from desk.demo.story import Story
from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.magang import ACCEPTED, MagangDraft
from desk.services.magang_places import STATEMENT, Intern, Place, Placement, Report, Result

_PAPERS = ("insentif", "rahasia", "riwayat", "surat")
_CAMPUS = replace(people.UNIVERSITAS, kind=ApplicantKind.UNIVERSITY)
_POLYTECHNIC = ApplicantDraft(
    kind=ApplicantKind.UNIVERSITY,
    name="Ir. Made Wirata",
    phone="0812-0000-1462",
    address="Jalan Pendidikan 40, Tanjung Lestari",
    email="akademik@politeknik.contoh.id",
    body_name="Politeknik Samudra Lestari",
)
_NEWCOMERS = (
    Intern("Baiq Nadia Safitri", "L1B023018", "Ilmu Hukum"),
    Intern("Gede Arya Pramana", "L1B023044", "Ilmu Hukum"),
    Intern("Siti Maulida", "L1D023007", "Ilmu Komunikasi"),
)
_AT_WORK = (Intern("Fitri Handayani", "P2T022031", "Sistem Informasi"),)
_GONE = (
    Intern("Yoga Pratama", "L1B022009", "Ilmu Politik"),
    Intern("Dinda Ayuningtyas", "L1B022015", "Ilmu Hukum"),
)


def stories(agenda: Agenda) -> list[Story]:
    """The three, for the days of an agenda."""
    base, day = agenda.base, timedelta
    coming = _form(agenda, 2, _CAMPUS, "427/UN.BL/PP", _NEWCOMERS, base + day(14), base + day(74))
    working = _form(agenda, 17, _POLYTECHNIC, "88/PSL/AK", _AT_WORK, base - day(7), base + day(30))
    gone = _form(agenda, 19, _CAMPUS, "391/UN.BL/PP", _GONE, base - day(12), base - day(2))
    return [
        _story(1, "10.05", coming, moved(1, "10.40", "rahma", "teruskan")),
        _story(16, "09.50", working, *_accepted(16, working), _placed(9, working, "data")),
        _story(18, "13.25", gone, *_accepted(18, gone), _placed(11, gone, "hukum"), *_ended(gone)),
    ]


def _form(
    agenda: Agenda,
    ago: int,
    who: ApplicantDraft,
    number: str,
    interns: tuple[Intern, ...],
    starts: date,
    ends: date,
) -> MagangDraft:
    letter = LetterDraft(number, agenda.day(ago), who.body_name, "Permohonan magang mahasiswa")
    return MagangDraft(
        applicant=who, letter=letter, interns=interns, starts=starts, ends=ends, ticked=_PAPERS
    )


def _story(ago: int, clock: str, form: MagangDraft, *events: Event) -> Story:
    return Story(
        ago, clock, form.applicant, events=events, channel=Channel.LETTER, service="magang", form=form
    )


def _accepted(ago: int, form: MagangDraft) -> tuple[Event, ...]:
    """The Kasubag accepts, the letter is signed and handed over within five days."""
    return (
        moved(ago, "14.10", "rahma", "teruskan"),
        decided(ago - 1, "09.20", ACCEPTED, login="syahrul"),
        answered(ago - 1, "09.45", "syahrul"),
        paraf(ago - 1, "10.05", "syahrul"),
        paraf(ago - 2, "08.50", "hendra"),
        signed(ago - 2, "14.40", "hendra"),
        handed(ago - 3, "10.30", form.applicant.name, signed_on_paper=True),
    )


def _placed(ago: int, form: MagangDraft, section: str) -> Event:
    places = tuple(
        Place(one.name, one.number, one.study, section, form.starts, form.ends) for one in form.interns
    )
    return entered(ago, "09.15", "syahrul", "tempatkan", Placement(places, "Syahrul Anwar"))


def _ended(form: MagangDraft) -> tuple[Event, ...]:
    """One reported and gets a certificate, the other a statement; they wait to be fetched."""
    first, second = form.interns
    results = (Result(first.name, reported=True), Result(second.name, paper=STATEMENT))
    report = Report(form.ends, results)
    return (entered(1, "11.20", "syahrul", "terima_laporan", report), issued(1, "15.05"))

"""Voter education in the demo office (S7): what it lends, its calendar, requests up to the event."""

from dataclasses import replace
from datetime import date, time, timedelta
from functools import partial
from typing import TYPE_CHECKING

from desk.actions.events import keep_event
from desk.actions.resources import ResourceDraft, keep_resource
from desk.actions.workplace import Workplace
from desk.demo.events import Event, advised, answered, controlled, entered, handed, moved, signed
from desk.demo.office import DemoOffice
from desk.demo.story import Story
from desk.models import Applicant, Case
from desk.queries import events as planned
from desk.rules.intake import ApplicantKind, Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.education_entries import APPROVED, GROUPS, Attended, Given, HeldEvent, Meeting
from desk.services.education_events import EventDraft, for_case
from desk.services.pendidikan_pemilih import PendidikanPemilihDraft

if TYPE_CHECKING:
    from desk.demo.agenda import Agenda

ASKED, AGREED, HELD = (
    "Kelas Demokrasi Pemilih Pemula",
    "Simulasi Suara Ramah Disabilitas",
    "Go Vote",
)
"""What the pleno is to decide on, what stands in the calendar, what was held."""

HALL = "Aula"
"""The room most events want."""

_THEATRE, _PROJECTOR, _SOUND = "Ruang mini teater", "Proyektor", "Tata suara"
_TOOLS = "Alat peraga ramah disabilitas"
_LENT = (
    ResourceDraft("ruang", HALL, 80),
    ResourceDraft("ruang", _THEATRE, 30),
    ResourceDraft("ruang", "Ruang podcast", 6),
    ResourceDraft("narasumber", "Muhammad Yusuf"),
    ResourceDraft("narasumber", "Dewi Lestari Ningsih"),
    ResourceDraft("alat", _PROJECTOR),
    ResourceDraft("alat", _SOUND),
    ResourceDraft("alat", _TOOLS),
)


def _club(name: str, body: str, phone: str) -> ApplicantDraft:
    return ApplicantDraft(
        kind=ApplicantKind.ORGANISATION,
        name=name,
        body_name=body,
        phone=phone,
        address="Jalan Pemuda 14, Tanjung Lestari",
    )


_FORUM = _club("Nurlaila Azizah", "Forum Pemuda Tanjung Lestari", "0812-0000-1611")
_BLIND = _club("Theresia Nona", "Yayasan Disabilitas Mandiri", "0812-0000-1351")
_PKK = _club("Farida Hanum", "Tim Penggerak PKK Lestari Timur", "0812-0000-2223")


def stories(agenda: "Agenda") -> list[Story]:
    """The three requests, for the days of an agenda."""
    asked = _form(agenda, 2, _FORUM, "05/FPTL", ASKED, agenda.base + timedelta(days=18))
    agreed = _form(agenda, 9, _BLIND, "33/YDM", AGREED, agenda.base + timedelta(days=10))
    held = _form(agenda, 19, _PKK, "14/TP-PKK", f"{HELD} Perempuan Lestari Timur", agenda.day(3))
    asked = replace(asked, targets=("pemula",), wants=("gedung", "narasumber", "proyektor"))
    agreed = replace(agreed, targets=("disabilitas",), wants=("gedung", "narasumber", "peraga"))
    held = replace(
        held,
        place="luar",
        address="Balai Desa Sukamaju",
        targets=("perempuan", "partisipasi_rendah"),
        wants=("narasumber", "modul"),
    )
    return [
        _story(2, "10.40", asked, *_to_the_pleno(2)),
        _story(9, "09.35", agreed, *_agreed(agenda, 9, _BLIND, HALL, "Dewi Lestari Ningsih", _TOOLS)),
        _story(19, "10.15", held, *_agreed(agenda, 19, _PKK, "Muhammad Yusuf"), _reported(agenda)),
    ]


def _form(
    agenda: "Agenda", ago: int, who: ApplicantDraft, number: str, title: str, day: date
) -> PendidikanPemilihDraft:
    letter = LetterDraft(number, agenda.day(ago + 1), who.body_name, "Permohonan kerja sama")
    return PendidikanPemilihDraft(
        applicant=who,
        letter=letter,
        title=title,
        day=_working(day),
        starts=time(9),
        ends=time(11, 30),
        participants=60,
        ticked=("proposal", "surat"),
    )


def _working(day: date) -> date:
    """A day of the week from Monday to Friday."""
    return day + timedelta(days=max(7 - day.weekday(), 0) if day.weekday() > _FRIDAY else 0)


_FRIDAY = 4


def _story(ago: int, clock: str, form: PendidikanPemilihDraft, *events: Event) -> Story:
    return Story(
        ago,
        clock,
        form.applicant,
        events=events,
        login="wulan",
        channel=Channel.LETTER,
        service="pendidikan_pemilih",
        form=form,
    )


def _to_the_pleno(ago: int) -> tuple[Event, ...]:
    return (
        moved(ago, "11.05", "wulan", "teruskan"),
        advised(ago - 1, "09.10", "Aula kosong pada hari itu; narasumber dari Divisi Sosdiklih."),
    )


def _agreed(agenda: "Agenda", ago: int, who: ApplicantDraft, *lent: str) -> tuple[Event, ...]:
    """The pleno agrees, the answer goes out; the organisation has it within six days."""
    number = f"{60 - ago}/PK.01-BA/5299"
    meeting = Meeting(APPROVED, agenda.day(ago - 2), number, "Peserta membawa kartu identitas.")
    return (
        *_to_the_pleno(ago),
        entered(ago - 2, "11.20", "ratna", "setujui", meeting),
        _planned(ago - 2, "13.20", *lent),
        answered(ago - 3, "09.15", "syahrul"),
        *controlled(ago - 3, "13.05", "agus", "syahrul", "hendra", "yusuf", "ratna"),
        signed(ago - 4, "10.05", "ratna"),
        handed(ago - 5, "09.25", who.name, signed_on_paper=True),
    )


def _planned(ago: int, clock: str, *lent: str) -> Event:
    """A day in the calendar with what is lent; the letter tells of it."""

    def deed(place: Workplace, case_id: str) -> None:
        case = place.ask(lambda session: session.get_one(Case, case_id))
        who = place.ask(lambda session: session.query(Applicant).filter_by(case_id=case_id).one().body_name)
        draft = for_case(case_id, who, case.detail)
        keep_event(place, replace(draft, resources=_ids(place, lent)))

    return Event(ago, clock, "syahrul", deed)


def _reported(agenda: "Agenda") -> Event:
    attended = (Attended(GROUPS[0], 0, 9), Attended(GROUPS[1], 0, 3), Attended(GROUPS[2], 4, 41))
    report = HeldEvent(
        agenda.day(3),
        "Balai Desa Sukamaju",
        "Muhammad Yusuf",
        attended,
        (Given("Modul pendidikan pemilih", 57),),
        "Peserta mencoba tata cara pemungutan suara; pertanyaan terbanyak tentang pindah memilih.",
    )
    return entered(2, "13.15", "syahrul", "laporkan", report)


# the calendar


def lay_calendar(office: DemoOffice) -> None:
    """What the office lends, and events of this week and the next ones."""
    agenda = office.agenda
    office.diary.note(agenda.at(20, "08.05"), lambda: _lend(office))
    days = (
        (-3, "Rapat relawan demokrasi", "", (_THEATRE,), 13, 15),
        (3, "Kunjungan SMA Negeri 1", "SMA Negeri 1 Tanjung Lestari", (_THEATRE, _PROJECTOR), 9, 11),
        (5, "Podcast suara pemilih", "", ("Ruang podcast",), 14, 15),
        (12, "Bimbingan pemantau pemula", "Perkumpulan Pemantau Demokrasi Lestari", (HALL, _SOUND), 9, 12),
    )
    for plus, title, body, lent, starts, ends in days:
        day = _working(agenda.base + timedelta(days=plus))
        draft = EventDraft(title, body, day=day, starts=time(starts), ends=time(ends), expected=25)
        office.diary.note(agenda.at(5, "10.05"), partial(_plan, office, draft, lent))


def _lend(office: DemoOffice) -> None:
    for one in _LENT:
        keep_resource(office.at("syahrul"), one)


def _ids(place: Workplace, names: tuple[str, ...]) -> tuple[str, ...]:
    known = {one.name: one.id for one in place.ask(planned.resources)}
    return tuple(known[name] for name in names)


def _plan(office: DemoOffice, draft: EventDraft, lent: tuple[str, ...]) -> None:
    place = office.at("syahrul")
    keep_event(place, replace(draft, resources=_ids(place, lent)))

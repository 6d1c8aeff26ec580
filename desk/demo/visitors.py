"""Who came through the gate: two weeks of visitors, and today with five inside and tickets waiting."""

import random
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import TYPE_CHECKING

from desk.actions.cards import card_lost
from desk.actions.counters import open_counter
from desk.actions.departures import check_out
from desk.actions.queue import call, finish, serve
from desk.actions.shift import leave_shift_note, read_shift_note
from desk.actions.tickets import issue_ticket
from desk.actions.visits import Registered, VisitDraft, register_visit
from desk.demo.office import DemoOffice
from desk.queries import visits

if TYPE_CHECKING:
    from datetime import datetime

    from desk.actions.workplace import Workplace

PAST_DAYS = 10
"""Working days of which the guestbook tells."""

OPENED_DAYS_AGO = 20
"""Working days back on which the counters were first opened."""

SERVED_NOW = "Siti Rohani"
"""Who sits at the second counter when the story ends."""

_SEED = 20261120
_CARDS_TO_CALLERS = 0.6
_TALKED = timedelta(minutes=3)
_HOURS = ("08.12", "08.47", "09.33", "10.26", "11.14", "13.18", "13.52", "14.36")
_PURPOSES = (
    ("Konsultasi daftar pemilih", "", "data_pemilih"),
    ("Memeriksa data pemilih", "", "data_pemilih"),
    ("Menanyakan syarat magang", "", "magang"),
    ("Koordinasi sosialisasi pemilih", "Kasubag Teknis & Hupmas", ""),
    ("Rapat koordinasi data pemilih", "Ketua Divisi Data", ""),
    ("Menyerahkan undangan", "", ""),
    ("Audiensi", "Ketua", ""),
    ("Menanyakan permohonan informasi", "", "informasi"),
    ("Pendidikan pemilih di sekolah", "", "pendidikan_pemilih"),
    ("Perbaikan jaringan internet", "Kasubag Keuangan, Umum & Logistik", ""),
)
_GUESTS = (
    ("Abdul Gani", "Bawaslu Kabupaten", "0812-0000-2101"),
    ("Ni Made Ayu Lestari", "Dinas Dukcapil", "0812-0000-2112"),
    ("Hasan Basri", "Partai Persatuan Lestari", "0812-0000-2123"),
    ("Kristina Wonda", "SMA Negeri 1 Tanjung Lestari", "0812-0000-2134"),
    ("Zainal Abidin", "Kesbangpol", "0812-0000-2145"),
    ("Sri Wahyuni", "", "0812-0000-2156"),
    ("Paulus Tokan", "Desa Muara Indah", "0812-0000-2167"),
    ("Arif Budiman", "Universitas Bahari Lestari", "0812-0000-2178"),
    ("Lalu Ahmad Fauzi", "", "0812-0000-1122"),
    ("Nur Azizah", "PWI Tanjung Lestari", "0812-0000-2189"),
    ("Gregorius Lado", "Polres Tanjung Lestari", "0812-0000-2190"),
    ("Siti Rohani", "", "0812-0000-2201"),
    ("Made Wirawan", "CV Jaringan Nusa", "0812-0000-2212"),
    ("Farida Hanum", "Tim Penggerak PKK", "0812-0000-2223"),
    ("Umar Said", "", "0812-0000-2234"),
    ("Lidia Ndun", "Forum Disabilitas Lestari", "0812-0000-2245"),
)
_COURIERS = (("Kurir Pos", "Kantor Pos Tanjung Lestari"), ("Kurir surat", "Sekretariat Daerah"))
_TODAY: tuple[tuple[int, VisitDraft, int | None], ...] = (
    (
        171,
        VisitDraft(
            "Zainal Abidin",
            "Kesbangpol",
            "0812-0000-2145",
            "",
            "Rapat koordinasi",
            "Sekretaris",
            2,
            ("Husni Thamrin", "Dewa Gede"),
            "appointment",
            card="01",
        ),
        None,
    ),
    (
        158,
        VisitDraft(
            "Sri Wahyuni",
            "",
            "0812-0000-2156",
            "ktp",
            "Memeriksa data pemilih",
            card="02",
            service="data_pemilih",
        ),
        120,
    ),
    (
        133,
        VisitDraft(
            "Kurir Pos",
            "Kantor Pos Tanjung Lestari",
            purpose="Menyerahkan surat tercatat",
            errand="courier",
            note="Tiga surat, diteruskan ke petugas register",
        ),
        None,
    ),
    (
        96,
        VisitDraft(
            "Made Wirawan",
            "CV Jaringan Nusa",
            "0812-0000-2212",
            "ktp",
            "Perbaikan jaringan internet",
            "Kasubag Keuangan, Umum & Logistik",
            card="03",
        ),
        None,
    ),
    (
        74,
        VisitDraft(
            "Paulus Tokan",
            "Desa Muara Indah",
            "0812-0000-2167",
            "ktp",
            "Menanyakan permohonan informasi",
            card="04",
            service="informasi",
        ),
        52,
    ),
    (
        22,
        VisitDraft(
            "Nurhayati Salim",
            "",
            "0812-0000-2290",
            "ktp",
            "Menanyakan permohonan informasi",
            card="05",
            companions=1,
            service="informasi",
            priority="elderly",
        ),
        None,
    ),
    (
        14,
        VisitDraft(
            "Siti Rohani", "", "0812-0000-2201", "ktp", "Permohonan informasi", card="06", service="informasi"
        ),
        None,
    ),
    (
        6,
        VisitDraft(
            "Arif Budiman",
            "Universitas Bahari Lestari",
            "0812-0000-2178",
            "ktp",
            "Menanyakan syarat magang",
            card="07",
            service="magang",
        ),
        None,
    ),
)
"""Minutes ago, who, and when (minutes ago) they were gone; None: still inside, or left at once."""


def lay_visits(office: DemoOffice) -> None:
    """Write the guestbook into the diary."""
    _open_counters(office)
    chance = random.Random(_SEED)  # noqa: S311 - the same invented guests each time
    for ago in range(PAST_DAYS, 0, -1):
        for hour in chance.sample(_HOURS, 4):
            _past_visit(office, chance, ago, hour)
        if ago % 4 == 0:
            _courier(office, ago, _COURIERS[ago // 4 % 2])
    for minutes, draft, gone in _TODAY:
        _visit_of_today(office, minutes, draft, gone)
    _tickets_without_visit(office)
    _shift_notes(office)
    office.diary.note(
        office.agenda.at(3, "15.45"), lambda: card_lost(_gate(office), "13", "Terbawa tamu rapat")
    )


def _gate(office: DemoOffice) -> "Workplace":
    return office.at("bayu")


def _open_counters(office: DemoOffice) -> None:
    """Both desks are manned; the third counter stays closed."""
    for login, counter in (("rahma", 1), ("yudi", 2)):
        office.diary.note(
            office.agenda.at(OPENED_DAYS_AGO, "07.55"),
            partial(_open, office, login, counter),
        )


def _open(office: DemoOffice, login: str, counter: int) -> None:
    open_counter(office.at(login, counter=counter))


def _past_visit(office: DemoOffice, chance: random.Random, ago: int, clock: str) -> None:
    name, institution, phone = chance.choice(_GUESTS)
    purpose, meets, service = chance.choice(_PURPOSES)
    with_card = not service or chance.random() < _CARDS_TO_CALLERS
    draft = VisitDraft(
        name,
        institution,
        phone,
        "ktp",
        purpose,
        meets,
        companions=chance.choice((0, 0, 0, 1, 2)),
        service=service,
        card=f"{chance.randint(8, 12):02d}" if with_card and chance.random() < _CARDS_TO_CALLERS else "",
    )
    stay = timedelta(minutes=chance.randint(16, 39))
    _stay(office, draft, office.agenda.at(ago, clock), stay)


def _stay(office: DemoOffice, draft: VisitDraft, at: "datetime", stay: timedelta) -> None:
    """A visitor comes, is called where a ticket was drawn, and leaves."""
    came: list[Registered] = []
    office.diary.note(at, lambda: came.append(register_visit(_gate(office), _with_free_card(office, draft))))
    if draft.service:
        office.diary.note(at + stay / 3, lambda: _serve(office, came[0]))
    office.diary.note(at + stay, lambda: check_out(_gate(office), came[0].visit_id))


def _with_free_card(office: DemoOffice, draft: VisitDraft) -> VisitDraft:
    """The draft with a card that nobody carries (the one thought of may still be out)."""
    if not draft.card:
        return draft
    free = [card.number for card in _gate(office).ask(visits.cards) if not (card.lost or card.visit_id)]
    return draft if draft.card in free else replace(draft, card=free[-1])


def _serve(office: DemoOffice, came: Registered) -> None:
    if came.ticket_id is None:
        return
    desk = office.at("yudi", counter=2)
    call(desk, came.ticket_id)
    serve(desk)
    office.clock.at += _TALKED
    finish(desk)


def _courier(office: DemoOffice, ago: int, courier: tuple[str, str]) -> None:
    draft = VisitDraft(*courier, purpose="Menyerahkan surat", errand="courier", note="Satu surat dinas")
    office.diary.note(office.agenda.at(ago, "10.52"), lambda: register_visit(_gate(office), draft))


def _visit_of_today(office: DemoOffice, minutes: int, draft: VisitDraft, gone: int | None) -> None:
    agenda, diary = office.agenda, office.diary
    at = agenda.minutes_ago(minutes)
    if gone is not None:
        _stay(office, draft, at, agenda.minutes_ago(gone) - at)
        return
    came: list[Registered] = []
    diary.note(at, lambda: came.append(register_visit(_gate(office), draft)))
    if draft.name == SERVED_NOW:
        diary.note(agenda.minutes_ago(5), lambda: _begin(office, came[0]))


def _begin(office: DemoOffice, came: Registered) -> None:
    """The second counter has a visitor in hand when the story ends."""
    desk = office.at("yudi", counter=2)
    call(desk, came.ticket_id or "")
    serve(desk)


def _tickets_without_visit(office: DemoOffice) -> None:
    """Tickets given out at the gate to people nobody registered."""
    for minutes, service in ((11, "informasi"), (3, "pendidikan_pemilih")):
        office.diary.note(office.agenda.minutes_ago(minutes), partial(_issue, office, service))


def _issue(office: DemoOffice, service: str) -> None:
    issue_ticket(_gate(office), service)


def _shift_notes(office: DemoOffice) -> None:
    kept: list[str] = []
    agenda, diary = office.agenda, office.diary
    diary.note(
        agenda.at(2, "15.55"),
        lambda: kept.append(leave_shift_note(_gate(office), "Pintu samping dikunci, kunci di laci pos.")),
    )
    diary.note(agenda.at(1, "07.50"), lambda: read_shift_note(_gate(office), kept[0]))
    diary.note(
        agenda.at(1, "15.58"),
        lambda: leave_shift_note(_gate(office), "Kartu 13 belum kembali. Tamu teknisi jaringan datang lagi."),
    )

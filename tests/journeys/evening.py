"""What is kept in the evening of the day: every move in its order, every number once, the chain unbroken."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from desk.queries import cases, history, visits
from desk.queries.case_filter import CaseFilter
from desk.queries.cases import CasePage as CaseAsKept
from tests.ui.drivers.building import Building

VISITOR = "Lalu Hamdan Fauzi"
GUEST = "Baiq Nurhayati"
ADVICE = "Disiapkan Kasubag Teknis, dilampiri data per desa."
CORRECTION = "Sebutkan jumlah desa pada alinea pertama."

R = TypeVar("R")


@dataclass
class Told:
    """What acts remember for later ones."""

    code: str = ""
    form: str = ""
    letter: str = ""


def the_day_is_whole(pc: Building, told: Told) -> None:
    """What is kept of the day: every move in its order, every number once, the chain unbroken."""
    form, letter = the_case(pc, told.form), the_case(pc, told.letter)
    assert moves_of(pc, form) == FORM_PATH
    assert moves_of(pc, letter) == LETTER_PATH
    for case in (form, letter):
        assert case.row.closed
        assert case.row.due == date(2026, 4, 6)
    assert numbers(pc) == {
        "informasi": [told.form, told.letter],
        "surat_keluar": ["1/HM.03.5-SD/5299/2026", "2/HM.03.5-SD/5299/2026"],
        "ekspedisi": ["0001/EKS/2026", "0002/EKS/2026"],
    }
    sheet = kept(pc, history.dispositions, letter.row.id)
    assert [(one.by, one.advice, one.to_roles) for one in sheet] == [
        ("Hendra Kusuma", ADVICE, ("ketua",)),
        ("Ratna Maharani", "", ("kasubag_teknis",)),
    ]
    controls = kept(pc, history.controls, letter.row.id)
    assert [(one.by, one.verdict, one.note) for one in controls] == [
        ("Syahrul Anwar", "returned", CORRECTION),
        ("Syahrul Anwar", "paraf", ""),
        ("Hendra Kusuma", "paraf", ""),
    ]
    book = kept(pc, visits.of_day, FRIDAY, "")
    assert {one.name: (one.card, one.left_at is None) for one in book} == {
        VISITOR: ("08", False),
        GUEST: ("09", True),
    }
    assert pc.house.store.verify_chain().ok
    assert [one.name[5:-4] for one in pc.printed()] == PAPERS


FRIDAY = date(2026, 3, 13)
ANSWERED = [
    ("ajukan", "Mira Anggraini"),
    ("paraf", "Syahrul Anwar"),
    ("paraf", "Hendra Kusuma"),
]
FORM_PATH = [
    ("daftar", "Rahma Widyastuti"),
    ("teruskan", "Rahma Widyastuti"),
    ("teruskan_ppid", "Fajar Nugroho"),
    ("kabulkan", "Putri Handayani"),
    *ANSWERED,
    ("tanda_tangani", "Putri Handayani"),
    ("serahkan", "Rahma Widyastuti"),
]
LETTER_PATH = [
    ("daftar", "Wulan Sari"),
    ("teruskan", "Wulan Sari"),
    ("teruskan_ketua", "Hendra Kusuma"),
    ("disposisikan", "Ratna Maharani"),
    ("kabulkan", "Mira Anggraini"),
    ("ajukan", "Mira Anggraini"),
    ("kembalikan", "Syahrul Anwar"),
    *ANSWERED,
    ("tanda_tangani", "Ratna Maharani"),
    ("serahkan", "Rahma Widyastuti"),
]
PAPERS = [
    "queue-ticket",
    "tanda-terima",
    "ekspedisi-slip",
    "evacuation-list",
    "tanda-terima",
    "lembar-disposisi",
    "ekspedisi-slip",
]


def the_case(pc: Building, number: str) -> CaseAsKept:
    today = pc.house.local_now().date()
    wanted = CaseFilter(pc.house.standards, today, open_only=False)
    row = next(one for one in kept(pc, cases.listed, wanted).rows if one.number == number)
    page = kept(pc, cases.page, pc.house.standards, today, row.id)
    assert page is not None
    return page


def moves_of(pc: Building, case: CaseAsKept) -> list[tuple[str, str]]:
    """Verb and who made it, in order; no move is earlier than the one before it."""
    rows = kept(pc, history.steps, case.row.id)
    assert [one.at for one in rows] == sorted(one.at for one in rows)
    return [(one.verb, one.by) for one in rows]


def numbers(pc: Building) -> dict[str, list[str]]:
    """Every official number by register, in the order of its sequence, which has no gap."""
    given: dict[str, list[str]] = {}
    with pc.house.store.read() as session:
        rows = session.connection().exec_driver_sql(
            "SELECT register, seq, text FROM issued_numbers ORDER BY seq"
        )
        for register, seq, text in rows:
            given.setdefault(register, []).append(text)
            assert len(given[register]) == seq
    return given


def kept(pc: Building, query: Callable[..., R], *args: object) -> R:
    """What a query finds in the store."""
    with pc.house.store.read() as session:
        return query(session, *args)

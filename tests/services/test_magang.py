"""Internships: what a request lacks, the letters it starts, placements within capacity, papers at the end."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.assets import resource
from desk.rules.intake import ApplicantKind
from desk.services.answering import DecisionDraft, LetterBasis, decision_problems
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, LetterDraft, Severity
from desk.services.magang import DECISIONS, MagangDraft
from desk.services.magang_places import (
    CAPACITY,
    CERTIFICATE,
    SECTIONS,
    STATEMENT,
    Intern,
    Place,
    Placement,
    Report,
    Result,
    announces,
    begin_placement,
    begin_report,
    issues,
    placement_problems,
    report_problems,
)
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ksb")
SERVICE = STANDARD.services["magang"]
KIT = service_kit("magang")
FIRST, LAST = date(2026, 7, 1), date(2026, 8, 31)
REQUEST = MagangDraft(
    applicant=ApplicantDraft(
        kind=ApplicantKind.UNIVERSITY,
        name="Dr. Suhartini",
        phone="0370123456",
        body_name="Universitas Lestari",
    ),
    letter=LetterDraft("12/UL/2026", date(2026, 3, 12), "Universitas Lestari", "Permohonan magang"),
    interns=(
        Intern("Ayu Pratiwi", "E1A021045", "Ilmu Hukum"),
        Intern("Bagus Saputra", "E1A021046", "Ilmu Politik"),
    ),
    starts=FIRST,
    ends=LAST,
    ticked=("surat", "riwayat", "insentif", "rahasia"),
)


def said(draft: MagangDraft) -> dict[str, str]:
    """Field -> sentence."""
    found = KIT.intake(draft, STANDARD, SERVICE, None)
    return {one.field: one.message for one in found.problems}


def test_a_whole_request_has_nothing_to_say_and_tells_its_case_everything() -> None:
    intake = KIT.intake(REQUEST, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert intake.subject == "Magang 2 mahasiswa, 1 Juli sampai dengan 31 Agustus 2026"
    assert (intake.flow, intake.category, intake.channel) == ("letter", "umum", "letter")
    assert all(one.met for one in intake.checklist)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"interns": ()}, "interns", "Isi nama peserta"),
        ({"interns": (Intern("A", "1"), Intern("B", "1"))}, "interns", "NIM 1 tertulis dua kali"),
        ({"interns": (Intern("A"), Intern("", "2"))}, "interns", "tanpa nama"),
        ({"starts": None}, "starts", "tanggal mulai"),
        ({"ends": None}, "ends", "tanggal selesai"),
        ({"ends": FIRST - timedelta(days=1)}, "ends", "mendahului"),
        ({"letter": None}, "letter.sender", "pengirim surat"),
        ({"applicant": replace(REQUEST.applicant, body_name="")}, "applicant.body_name", "nama badan"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    assert words in said(replace(REQUEST, **changes))[field]


@pytest.mark.parametrize("key", [one.key for one in SERVICE.requirements])
def test_a_paper_still_to_come_leaves_the_request_incomplete(key: str) -> None:
    draft = replace(REQUEST, ticked=tuple(one for one in REQUEST.ticked if one != key))
    problems = KIT.intake(draft, STANDARD, SERVICE, None).problems
    assert [(one.field, one.severity) for one in problems] == [(f"ticked.{key}", Severity.INCOMPLETE)]


def basis(**detail: Any) -> LetterBasis:
    return LetterBasis(
        applicant="Dr. Suhartini",
        body_name="Universitas Lestari",
        place="",
        subject="magang",
        number="001/MG/2026",
        asked_on="13 Maret 2026",
        by_letter=True,
        signer_role="sekretaris",
        detail=msgspec.to_builtins(replace(REQUEST, **detail)),
    )


def test_an_acceptance_names_everybody_and_the_days() -> None:
    letter = KIT.write(basis(), DecisionDraft("disetujui"), "persetujuan_magang")
    for words in (
        "Ayu Pratiwi",
        "E1A021046",
        "Ilmu Politik",
        "1 Juli sampai dengan 31 Agustus 2026",
        "001/MG/2026",
    ):
        assert words in letter.body
    assert KIT.paper_of("disetujui", basis()) == "persetujuan_magang"


def test_not_yet_accepted_says_why() -> None:
    draft = DecisionDraft("belum_disetujui", reason="Semua bagian penuh sampai September.")
    letter = KIT.write(basis(), draft, KIT.paper_of(draft.kind, basis()))
    assert letter.kind == "belum_disetujui_magang"
    assert "Alasannya: Semua bagian penuh sampai September." in letter.body
    assert [one.field for one in decision_problems(DECISIONS, DecisionDraft("belum_disetujui"))] == ["reason"]
    assert decision_problems(DECISIONS, DecisionDraft("disetujui")) == ()


def ground(*others: Placement, **more: Any) -> EntryGround:
    elsewhere = tuple(msgspec.to_builtins(one) for one in others)
    return EntryGround(msgspec.to_builtins(REQUEST), elsewhere=elsewhere, **more)


def placed(*sections: str, starts: date = FIRST, ends: date = LAST) -> Placement:
    """An intern in each of these sections."""
    return Placement(
        tuple(Place(f"Orang {n}", section=one, starts=starts, ends=ends) for n, one in enumerate(sections))
    )


def test_a_placement_begins_with_everybody_for_the_days_asked_for() -> None:
    begun = begin_placement(ground())
    assert [(one.name, one.study, one.starts, one.ends) for one in begun.places] == [
        ("Ayu Pratiwi", "Ilmu Hukum", FIRST, LAST),
        ("Bagus Saputra", "Ilmu Politik", FIRST, LAST),
    ]
    assert {one.message for one in placement_problems(begun, ground())} == {
        "Pilih bagian untuk Ayu Pratiwi.",
        "Pilih bagian untuk Bagus Saputra.",
    }


@pytest.mark.parametrize(
    ("place", "words"),
    [
        (Place("A", section="hukum", starts=None, ends=LAST), "Isi tanggal mulai dan selesai untuk A."),
        (
            Place("A", section="hukum", starts=LAST, ends=FIRST),
            "A: tanggal selesai mendahului tanggal mulai.",
        ),
        (Place("A", section="dapur", starts=FIRST, ends=LAST), "Pilih bagian untuk A."),
    ],
)
def test_a_place_lacks_something(place: Place, words: str) -> None:
    assert [one.message for one in placement_problems(Placement((place,)), ground())] == [words]


def test_a_section_takes_no_more_than_its_places_on_any_day() -> None:
    full = placed(*["hukum"] * CAPACITY)
    assert placement_problems(full, ground()) == ()
    found = placement_problems(placed("hukum"), ground(full))
    assert [one.message for one in found] == [
        f"Bagian {SECTIONS['hukum']} hanya menerima 4 peserta; pada 1 Juli 2026 menjadi 5."
    ]
    after = placed("hukum", starts=LAST + timedelta(days=1), ends=LAST + timedelta(days=30))
    assert placement_problems(after, ground(full)) == ()
    assert placement_problems(placed("teknis"), ground(full)) == ()


def test_the_office_sets_how_many_a_section_takes() -> None:
    few = ground(settings={"magang_kapasitas_hukum": 1})
    assert placement_problems(placed("hukum"), few) == ()
    assert "hanya menerima 1 peserta" in placement_problems(placed("hukum", "hukum"), few)[0].message


_SPANS = st.tuples(st.integers(0, 40), st.integers(0, 20)).map(
    lambda pair: (FIRST + timedelta(days=pair[0]), FIRST + timedelta(days=pair[0] + pair[1]))
)


@given(st.lists(_SPANS, min_size=1, max_size=5), st.lists(_SPANS, max_size=8))
def test_capacity_is_what_counting_every_day_says(
    mine: list[tuple[date, date]], taken: list[tuple[date, date]]
) -> None:
    here = Placement(tuple(Place("x", section="data", starts=a, ends=b) for a, b in mine))
    there = Placement(tuple(Place("y", section="data", starts=a, ends=b) for a, b in taken))
    days = [FIRST + timedelta(days=n) for n in range(70)]
    over = any(
        sum(a <= day <= b for a, b in mine + taken) > CAPACITY
        for day in days
        if any(a <= day <= b for a, b in mine)
    )
    assert bool(placement_problems(here, ground(there))) is over


def test_everybody_placed_is_asked_for_a_report() -> None:
    entries = {"penempatan": msgspec.to_builtins(placed("hukum", "teknis"))}
    begun = begin_report(ground(entries=entries))
    assert [one.name for one in begun.results] == ["Orang 0", "Orang 1"]


@pytest.mark.parametrize(
    ("report", "fields"),
    [
        (Report(None, (Result("A", True),)), ["received_on"]),
        (Report(FIRST, (Result("A", reported=False),)), ["results"]),
        (Report(FIRST, (Result("A", True, ""),)), ["results"]),
        (Report(FIRST, (Result("A", False, STATEMENT),)), []),
        (Report(FIRST, (Result("A", True), Result("B", False, ""))), []),
    ],
)
def test_a_certificate_is_for_those_who_reported(report: Report, fields: list[str]) -> None:
    assert [one.field for one in report_problems(report, ground())] == fields


def test_each_gets_the_paper_chosen_and_nobody_else_one() -> None:
    report = Report(FIRST, (Result("A", True), Result("B", False, STATEMENT), Result("C", False, "")))
    given_out = issues(ground(entries={"laporan": msgspec.to_builtins(report)}))
    assert [(one.kind, one.part, one.addressee) for one in given_out] == [
        (CERTIFICATE, "A", "Universitas Lestari"),
        (STATEMENT, "B", "Universitas Lestari"),
    ]


def test_the_case_page_says_who_comes_and_where_they_work() -> None:
    asked = dict(KIT.summary(msgspec.to_builtins(REQUEST)))
    assert asked["Peserta"].splitlines()[0] == "Ayu Pratiwi · E1A021045 · Ilmu Hukum"
    kind = KIT.entries["penempatan"]
    words = dict(kind.summary(msgspec.to_builtins(placed("data"))))
    assert words["Orang 0"] == f"{SECTIONS['data']}, 1 Juli sampai dengan 31 Agustus 2026"
    told = dict(KIT.entries["laporan"].summary(msgspec.to_builtins(Report(LAST, (Result("A", True),)))))
    assert told == {"Diterima": "31 Agustus 2026", "A": "laporan diterima, sertifikat"}


def test_the_gate_is_told_of_everybody_who_has_days() -> None:
    placed = Placement(
        (
            Place("Ayu Pratiwi", section="hukum", starts=FIRST, ends=LAST),
            Place("Bagus Saputra", section="teknis", starts=FIRST),
        )
    )
    (told,) = announces(placed, EntryGround(msgspec.to_builtins(REQUEST)))
    assert (told.kind, told.name, told.institution) == ("magang", "Ayu Pratiwi", "Universitas Lestari")
    assert (told.meets, told.first, told.last) == (SECTIONS["hukum"], FIRST, LAST)

"""Figures of an election: sums, control totals, lines that cannot stand, who has seats (S1)."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.votes import (
    CandidateVotes,
    DistrictVotes,
    ElectionVotes,
    VoteLine,
    line_problems,
    sums,
    unchecked,
)

LINES = (
    VoteLine("Dapil 1", "Partai Lestari", votes=120, seats=1),
    VoteLine("Dapil 1", "Partai Lestari", 2, "Bambang Wijaya", 30),
    VoteLine("Dapil 1", "Partai Lestari", 1, "Ayu Pratiwi", 50),
    VoteLine("Dapil 1", "Partai Lestari", votes=200, total=True),
    VoteLine("Dapil 1", "Partai Samudra", votes=10),
    VoteLine("Dapil 1", "Partai Samudra", 1, "Citra Dewi", 5),
    VoteLine("Dapil 1", votes=215, total=True),
    VoteLine("Dapil 2", "Partai Lestari", votes=7),
)
ELECTION = ElectionVotes("e1", "Pemilu Anggota DPRD 2024", date(2024, 2, 14), LINES)


def said(*lines: VoteLine) -> list[tuple[int, str]]:
    """Line and sentence of everything wrong."""
    return [(one.line, one.message) for one in line_problems(lines)]


def test_figures_that_agree_with_their_totals_have_nothing_to_say() -> None:
    assert said(*LINES) == []
    assert [(one.district, one.counted, one.typed, one.seats, one.parties) for one in sums(LINES)] == [
        ("Dapil 1", 215, 215, 1, 2),
        ("Dapil 2", 7, None, 0, 1),
    ]
    assert unchecked(LINES) == ("Dapil 2",)


def test_a_party_is_read_by_district_its_candidates_by_their_place_on_the_list() -> None:
    first, second = ELECTION.party("Partai Lestari")
    assert first == DistrictVotes(
        "Dapil 1", 120, (CandidateVotes(1, "Ayu Pratiwi", 50), CandidateVotes(2, "Bambang Wijaya", 30)), 1
    )
    assert (first.whole, second.whole) == (200, 7)


@pytest.mark.parametrize("typed", ["Partai Lestari", "partai  lestari ", "LESTARI"])
def test_a_party_with_seats_is_known_however_it_is_typed(typed: str) -> None:
    assert ELECTION.seated() == ("Partai Lestari",)
    assert ELECTION.named(typed) == "Partai Lestari"
    assert ELECTION.named("Partai Samudra") == ""


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (VoteLine("", "P", votes=1), "Isi daerah pemilihan."),
        (VoteLine("D", "", votes=1), "Isi partai."),
        (VoteLine("D", "P", 3, "", 1), "Isi nama calon."),
        (VoteLine("D", "P", 0, "Ayu", 1), "Isi nomor urut calon."),
        (VoteLine("D", "P", 1, "Ayu", 1, seats=1), "Kursi diisi pada baris suara partai."),
        (VoteLine("D", "P", votes=-1), "Angka tidak boleh kurang dari nol."),
    ],
)
def test_a_line_that_cannot_stand_says_why(line: VoteLine, words: str) -> None:
    assert said(LINES[0], line) == [(2, words)]


def test_the_same_figure_stands_only_once() -> None:
    assert said(*LINES, LINES[2]) == [(9, "Sama dengan baris 3: Dapil 1 · Partai Lestari · 1. Ayu Pratiwi.")]


def test_totals_that_differ_are_told_with_both_numbers() -> None:
    wrong = (*LINES[:3], replace(LINES[3], votes=1200), *LINES[4:6], replace(LINES[6], votes=216))
    assert said(*wrong) == [
        (4, "Dapil 1 · Partai Lestari · jumlah: tertulis 1.200, dihitung 200."),
        (7, "Dapil 1 · jumlah: tertulis 216, dihitung 215."),
    ]


_COUNTS = st.lists(st.lists(st.integers(0, 5000), min_size=1, max_size=6), min_size=1, max_size=5)


@given(_COUNTS, st.integers(-3, 3))
def test_only_the_right_totals_agree(parties: list[list[int]], off: int) -> None:
    lines = [
        VoteLine("D", f"P{number}", place, f"Calon {place}" if place else "", votes)
        for number, counts in enumerate(parties)
        for place, votes in enumerate(counts)
    ]
    whole = sum(map(sum, parties)) + off
    totals = [
        VoteLine("D", f"P{number}", votes=sum(counts), total=True) for number, counts in enumerate(parties)
    ]
    found = line_problems([*lines, *totals, VoteLine("D", votes=whole, total=True)])
    assert bool(found) is bool(off)
    election = ElectionVotes("e", "Pemilu", date(2024, 2, 14), tuple(lines))
    assert sum(one.whole for n in range(len(parties)) for one in election.party(f"P{n}")) == whole - off

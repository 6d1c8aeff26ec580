"""Official numbers: patterns, scopes, suffixes, void and provisional ones."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.numbering import (
    NumberFacts,
    PatternError,
    Scope,
    format_number,
    is_provisional,
    missing,
    next_suffix,
    pattern_problems,
    provisional,
    scope_key,
    sequence_before,
    void_label,
)

DAY = date(2026, 11, 20)
FACTS = NumberFacts(27, DAY, classification="PY.01.1", office="KPU-KSB", region="5207", register="informasi")


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("{seq:03d}/PI/{office}/{roman_month}/{year}", "027/PI/KPU-KSB/XI/2026"),
        ("{seq}/{classification}-SD/{region}/{year}", "27/PY.01.1-SD/5207/2026"),
        ("{register}-{seq:05d}-{day:02d}{month:02d}{year}", "informasi-00027-20112026"),
    ],
)
def test_a_pattern_becomes_a_number(pattern: str, number: str) -> None:
    assert format_number(pattern, FACTS) == number


@pytest.mark.parametrize("pattern", ["{seq:03d}/{year}", "{seq:03d}{suffix}/{year}"])
def test_a_back_dated_letter_takes_a_suffix_behind_its_sequence(pattern: str) -> None:
    assert format_number(pattern, NumberFacts(12, DAY, suffix=2)) == "012.2/2026"


def test_the_suffix_may_stand_elsewhere() -> None:
    assert format_number("{seq}/{year}{suffix}", NumberFacts(12, DAY, suffix=3)) == "12/2026.3"


@given(st.integers(1, 10**30))
def test_a_long_sequence_is_never_cut(seq: int) -> None:
    assert format_number("{seq:03d}/{year}", NumberFacts(seq, DAY)).startswith(f"{seq:03d}/")


@pytest.mark.parametrize(
    ("pattern", "says"),
    [
        ("{seq", "berpasangan"),
        ("tanpa", "{seq}"),
        ("{seq}{seq}", "{seq}"),
        ("{seq}/{kode}", "kode"),
        ("{seq}/{}", "tidak dikenal"),
        ("{seq:x}", "seq:x"),
        ("{seq}/{office:03d}", "office"),
        ("{seq.real}", "tidak dikenal"),
    ],
)
def test_a_pattern_that_cannot_be_used_says_why(pattern: str, says: str) -> None:
    assert any(says in problem for problem in pattern_problems(pattern))
    with pytest.raises(PatternError):
        format_number(pattern, FACTS)


@pytest.mark.parametrize(
    ("pattern", "scope", "sound"),
    [
        ("{seq}", Scope(per_year=False), True),
        ("{seq}", Scope(), False),
        ("{seq}/{year}", Scope(), True),
        ("{seq}/{year}", Scope(per_classification=True), False),
        ("{seq}/{classification}/{year}", Scope(per_classification=True), True),
    ],
)
def test_a_pattern_must_tell_the_sequences_of_its_scope_apart(
    pattern: str, scope: Scope, sound: bool
) -> None:
    assert (not pattern_problems(pattern, scope)) is sound


@pytest.mark.parametrize(
    ("scope", "key"),
    [
        (Scope(), "surat_keluar|2026"),
        (Scope(per_year=False), "surat_keluar"),
        (Scope(per_classification=True), "surat_keluar|PY|2026"),
    ],
)
def test_the_counter_key_follows_the_scope(scope: Scope, key: str) -> None:
    assert scope_key(scope, "surat_keluar", DAY, "PY") == key


def test_suffixes_go_on_from_two() -> None:
    assert next_suffix([]) == 2
    assert next_suffix([2, 3]) == 4


def test_a_back_dated_letter_follows_the_last_one_of_its_day() -> None:
    issued = [(11, date(2026, 1, 4)), (12, date(2026, 1, 5)), (13, date(2026, 1, 7))]
    assert sequence_before(issued, date(2026, 1, 6)) == 12
    assert sequence_before(issued, date(2026, 1, 1)) is None


def test_missing_numbers_are_found_and_a_void_one_is_none() -> None:
    assert missing([]) == ()
    assert missing([1, 2, 4]) == (3,)
    assert void_label("012/2026", "salah ketik") == "012/2026 (batal: salah ketik)"


def test_a_provisional_number_names_its_device() -> None:
    assert provisional("fo2", 17) == "SEMENTARA-FO2-17"
    assert is_provisional("SEMENTARA-FO2-17")
    assert not is_provisional("017/PI/KPU-KSB/XI/2026")


@pytest.mark.parametrize(("device", "count"), [("loket 2", 1), ("FO2", 0)])
def test_a_provisional_number_must_be_printable(device: str, count: int) -> None:
    with pytest.raises(PatternError):
        provisional(device, count)

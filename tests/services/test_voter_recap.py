"""A recap of voters from CSV: taken whole with its sums right, or not at all with every error by its line."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.services.catalog import EntryGround
from desk.services.voter_recap import RECAP, District, Recap, figures, read_recap, recap_problems

HEAD = "kecamatan,laki_laki,perempuan,jumlah"
GOOD = f"{HEAD}\nMuara Indah,10250,10310,20560\nTanjung Baru,9800,9750,19550\n"


def errors(*lines: str, head: str = HEAD) -> tuple[str, ...]:
    """What is said of a file with these lines, of which then nothing is taken."""
    found = read_recap("\n".join([head, *lines]).encode())
    assert found.districts == ()
    return found.errors


@pytest.mark.parametrize(
    "data",
    [
        GOOD.encode(),
        GOOD.encode("utf-8-sig"),
        GOOD.replace(",", ";").encode("utf-16"),
        GOOD.replace(",", "\t").replace("\n", "\r\n").encode(),
        GOOD.replace("10250,10310,20560", '"10.250","10.310","20.560"').encode(),
        f"{GOOD}Jumlah,20050,20060,40110\n".encode(),
        f"\n{GOOD}\n,,,\n".encode(),
        b"No;Jumlah;Perempuan;Laki-laki;KECAMATAN\n"
        b"1;20560;10310;10250;Muara  Indah\n2;19550;9750;9800;Tanjung Baru",
    ],
)
def test_a_sound_file_is_taken_whole(data: bytes) -> None:
    found = read_recap(data)
    assert found.errors == ()
    assert found.districts == (District("Muara Indah", 10250, 10310), District("Tanjung Baru", 9800, 9750))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Muara,10,12,23", "Baris 2: Muara: 10 + 12 bukan 23."),
        (",10,12,22", "Baris 2: nama kecamatan kosong."),
        ("Muara,sepuluh,12,22", "Baris 2: kolom laki_laki “sepuluh” bukan bilangan bulat."),
        ("Muara,10,-2,8", "Baris 2: kolom perempuan “-2” bukan bilangan bulat."),
        ("Muara,10,12", "Baris 2: kolom jumlah kosong."),
        ("Muara,1.5,1,2", "Baris 2: kolom laki_laki “1.5” bukan bilangan bulat."),
        ("Muara,١٠,12,22", "Baris 2: kolom laki_laki “١٠” bukan bilangan bulat."),
        (f"{'M' * 81},10,12,22", "Baris 2: nama kecamatan tidak terbaca."),
    ],
)
def test_a_line_in_error_is_named(line: str, words: str) -> None:
    assert errors(line) == (words,)


def test_every_error_is_said_and_good_lines_beside_them_are_not_taken() -> None:
    said = errors("Muara,10,12,22", "Tanjung,1,1,3", "Bukit,x,1,1", "MUARA,10,12,22")
    assert said == (
        "Baris 3: Tanjung: 1 + 1 bukan 3.",
        "Baris 4: kolom laki_laki “x” bukan bilangan bulat.",
        "Baris 5: MUARA sudah ada pada baris 2.",
    )


def test_a_total_that_is_not_the_sum_is_refused() -> None:
    (words,) = errors("Muara,10,12,22", "Tanjung,1,1,2", "TOTAL,11,12,23")
    assert words == "Baris 4: TOTAL 23, padahal jumlah seluruh kecamatan 24 (11 + 13)."


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "Berkas kosong."),
        (b"kecamatan,jumlah\nMuara,1\n", "Kolom belum ada: laki_laki, perempuan."),
        (f"{HEAD}\n".encode(), "Tidak ada kecamatan dalam berkas."),
        (f"{HEAD}\nJumlah,0,0,0\n".encode(), "Tidak ada kecamatan dalam berkas."),
        (f'{HEAD}\n"Muara,1,1,2\n'.encode(), "Berkas ini bukan CSV yang utuh."),
    ],
)
def test_what_is_no_recap_is_refused_in_a_sentence(data: bytes, words: str) -> None:
    assert read_recap(data).errors == (words,)


_NAMES = st.text(st.characters(categories=("L",)), min_size=1, max_size=12)
_COUNTS = st.integers(0, 999_999)


@given(st.dictionaries(_NAMES, st.tuples(_COUNTS, _COUNTS), min_size=1, max_size=8))
def test_what_is_written_is_what_is_read(known: dict[str, tuple[int, int]]) -> None:
    known = {name: pair for name, pair in known.items() if name.casefold() not in ("jumlah", "total")}
    if len({name.casefold() for name in known}) < max(len(known), 1):
        return
    lines = [f"{name},{figures(men)},{women},{men + women}" for name, (men, women) in known.items()]
    found = read_recap("\n".join([HEAD, *lines]).encode())
    assert found.errors == ()
    assert [(one.name, one.men, one.women) for one in found.districts] == [
        (name, men, women) for name, (men, women) in known.items()
    ]
    whole = Recap(districts=found.districts).whole
    assert whole.total == sum(men + women for men, women in known.values())


@given(st.binary(max_size=300))
def test_no_file_breaks_the_reader(data: bytes) -> None:
    found = read_recap(data)
    assert bool(found.errors) is not bool(found.districts)


def test_an_entry_needs_its_source_its_day_and_its_districts() -> None:
    begun = RECAP.begin(EntryGround({}))
    assert [one.field for one in recap_problems(begun, EntryGround({}))] == ["source", "as_of", "districts"]


def test_the_case_page_says_the_sums() -> None:
    recap = Recap("DPB", districts=read_recap(GOOD.encode()).districts)
    shown = dict(RECAP.summary(msgspec.to_builtins(recap)))
    assert shown["Jumlah"] == "40.110 (20.050 laki-laki, 20.060 perempuan)"
    assert shown["Kecamatan"].splitlines() == ["Muara Indah: 20.560", "Tanjung Baru: 19.550"]

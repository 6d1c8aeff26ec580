"""Votes of an election: read from a file, kept once, corrected with their history (S1)."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import Workbook

from desk.actions.errors import ProblemsError, StaleError
from desk.actions.lan import Alone, ServerNeededError
from desk.actions.votes import ElectionDraft, FiguresKept, keep_election, keep_figures
from desk.actions.votes_file import VotesUnreadableError, read_votes, typed_lines
from desk.queries import votes
from desk.rules.errors import DeskError
from desk.rules.votes import VoteLine
from tests.office import SmallOffice
from tests.rules.test_votes import LINES

HEAD = "Dapil;Partai;Nomor;Calon;Suara;Kursi"
FILE = f"""{HEAD}
Dapil 1;Partai Lestari;;;120;1
Dapil 1;Partai Lestari;2;Bambang Wijaya;30;
Dapil 1;Partai Lestari;1;Ayu Pratiwi;50;
Dapil 1;Partai Lestari;;JUMLAH;200;
Dapil 1;Partai Samudra;;;10;
Dapil 1;Partai Samudra;1;Citra Dewi;5;

Dapil 1;JUMLAH;;;215;
Dapil 2;Partai Lestari;;;7;
"""
ELECTION = ElectionDraft("Pemilu Anggota DPRD 2024", date(2024, 2, 14), "12 Tahun 2024", date(2024, 3, 2))


def said(text: str) -> list[tuple[int, str]]:
    """Line and sentence of everything wrong with a CSV."""
    return [(one.line, one.message) for one in read_votes(text.encode()).problems]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_a_csv_gives_its_figures(encoding: str) -> None:
    read = read_votes(FILE.encode(encoding))
    assert (read.lines, read.problems) == (LINES, ())


def test_a_workbook_gives_the_same_figures() -> None:
    book = Workbook()
    for line in FILE.splitlines():
        cells = line.split(";")
        book.active.append([int(one) if one.isdigit() else one or None for one in cells])  # type: ignore[union-attr]
    held = io.BytesIO()
    book.save(held)
    assert read_votes(held.getvalue()).lines == LINES


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Dapil 1;Partai Lestari;1;Ayu;dua;", "Jumlah suara “dua” bukan bilangan bulat."),
        ("Dapil 1;Partai Lestari;1;Ayu;12,5;", "Jumlah suara “12,5” bukan bilangan bulat."),
        ("Dapil 1;Partai Lestari;x;Ayu;12;", "Nomor urut “x” bukan bilangan bulat."),
        ("Dapil 1;Partai Lestari;1;Ayu;;", "Isi jumlah suara."),
        ("Dapil 1;Partai Lestari;1;;12;", "Isi nama calon."),
        (";Partai Lestari;1;Ayu;12;", "Isi daerah pemilihan."),
        ("Dapil 1;;;;12;", "Isi partai."),
        ("Dapil 1;JUMLAH;;;11;", "Dapil 1 · jumlah: tertulis 11, dihitung 9."),
    ],
)
def test_a_bad_line_is_told_by_its_number(row: str, words: str) -> None:
    assert said(f"{HEAD}\nDapil 1;Partai Samudra;;;9;\n\n{row}\n") == [(4, words)]


def test_thousands_are_read_as_they_are_written() -> None:
    read = read_votes(f"{HEAD}\nDapil 1;Partai Lestari;;;12.345;\nDapil 2;Partai Lestari;;;1 200;\n".encode())
    assert [one.votes for one in read.lines] == [12345, 1200]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "kosong"),
        (b"Dapil;Partai;Suara\nA;B;1\n", "Kolom tidak ada: nomor, calon."),
        (HEAD.encode(), "Tidak ada baris suara"),
        (f'{HEAD}\n"Dapil 1;Partai;;;1;\n'.encode(), "bukan CSV yang utuh"),
        (b"PK\x03\x04 nothing of a workbook", "bukan lembar kerja XLSX"),
    ],
)
def test_a_file_that_is_no_list_of_votes_is_refused_whole(data: bytes, words: str) -> None:
    with pytest.raises(VotesUnreadableError, match=words):
        read_votes(data)


def test_rows_typed_are_read_like_those_of_a_file() -> None:
    row = {"district": "Dapil 1", "party": "Partai Lestari", "number": "", "candidate": "", "votes": "x"}
    read = typed_lines([{**row, "votes": "120", "seats": "1"}, row])
    assert read.lines == (LINES[0],)
    assert [(one.line, one.message) for one in read.problems] == [
        (2, "Jumlah suara “x” bukan bilangan bulat.")
    ]


# keeping


def kept(office: SmallOffice) -> str:
    """An election with its figures."""
    election = keep_election(office.at("mira"), ELECTION)
    keep_figures(office.at("mira"), election, LINES, ())
    return election


def lines(office: SmallOffice, election: str) -> tuple[VoteLine, ...]:
    """The figures as they are kept."""
    return tuple(one.line for one in office.at("mira").ask(votes.figures, election))


@pytest.mark.parametrize("login", ["mira", "dewi"])
def test_figures_are_kept_in_the_order_of_their_source(office: SmallOffice, login: str) -> None:
    election = keep_election(office.at(login), ELECTION)
    assert keep_figures(office.at(login), election, LINES, ()) == FiguresKept(8, 0, 0)
    last = office.at("mira").ask(votes.last_election)
    assert last is not None
    assert (last.id, last.name, last.lines, last.decree_number) == (
        election,
        "Pemilu Anggota DPRD 2024",
        LINES,
        "12 Tahun 2024",
    )


@pytest.mark.parametrize("login", ["rahma", "syahrul", "agus", "ratna"])
def test_nobody_else_keeps_votes(office: SmallOffice, login: str) -> None:
    election = kept(office)
    for doing in (
        lambda: keep_election(office.at(login), ELECTION),
        lambda: keep_figures(office.at(login), election, (), LINES),
    ):
        with pytest.raises(DeskError):
            doing()
    assert lines(office, election) == LINES


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": " "}, "name"),
        ({"day": None}, "day"),
        ({"day": date(2026, 3, 14)}, "day"),
        ({"decree_date": None}, "decree_date"),
        ({"decree_number": ""}, "decree_date"),
    ],
)
def test_an_election_says_what_it_lacks(office: SmallOffice, changes: dict[str, object], field: str) -> None:
    with pytest.raises(ProblemsError) as refused:
        keep_election(office.at("mira"), replace(ELECTION, **changes))  # type: ignore[arg-type]
    assert [one.field for one in refused.value.problems] == [field]


def test_of_figures_with_a_wrong_sum_nothing_is_taken(office: SmallOffice) -> None:
    election = kept(office)
    wrong = (*LINES[:1], replace(LINES[1], votes=31), *LINES[2:])
    with pytest.raises(ProblemsError, match="Baris 4"):
        keep_figures(office.at("mira"), election, wrong, LINES)
    assert lines(office, election) == LINES


def test_a_correction_writes_what_differs_and_tells_who_made_it(office: SmallOffice) -> None:
    election = kept(office)
    moved = (LINES[0], replace(LINES[1], votes=31), replace(LINES[2], votes=49), *LINES[3:7])
    assert keep_figures(office.at("dewi"), election, moved, LINES) == FiguresKept(0, 2, 1)
    place = office.at("mira")
    figure = next(one for one in place.ask(votes.figures, election) if one.line.candidate == "Ayu Pratiwi")
    told = place.ask(votes.changes_of, figure.id)
    assert [(one.by, one.before, one.after) for one in told] == [
        ("Dewi Lestari", (50, 0), (49, 0)),
        ("Mira Anggraini", None, (50, 0)),
    ]


def test_figures_a_colleague_changed_are_not_written_over(office: SmallOffice) -> None:
    election = kept(office)
    with pytest.raises(StaleError, match="sudah diubah"):
        keep_figures(office.at("mira"), election, LINES[:7], LINES[:7])
    assert lines(office, election) == LINES


def test_the_last_election_is_the_one_held_last(office: SmallOffice) -> None:
    kept(office)
    keep_election(office.at("mira"), ElectionDraft("Pemilu 2019", date(2019, 4, 17)))
    last = office.at("mira").ask(votes.last_election)
    assert last is not None
    assert last.name == "Pemilu Anggota DPRD 2024"
    assert [one.name for one in office.at("mira").ask(votes.elections)] == [
        "Pemilu Anggota DPRD 2024",
        "Pemilu 2019",
    ]


def test_an_election_is_corrected_under_its_own_id(office: SmallOffice) -> None:
    election = kept(office)
    assert keep_election(office.at("mira"), replace(ELECTION, name="Pemilu 2024"), election) == election
    assert [one.name for one in office.at("mira").ask(votes.elections)] == ["Pemilu 2024"]


class OutOfReach(Alone):
    """The server is not there."""

    @contextmanager
    def first(self, key: str) -> Iterator[bool]:  # noqa: ARG002 - whatever it is
        yield False


def test_out_of_the_servers_reach_figures_are_corrected_but_none_added(office: SmallOffice) -> None:
    election = kept(office)
    place = replace(office.at("mira"), lan=OutOfReach())
    for adding in (
        lambda: keep_election(place, ElectionDraft("Pemilu 2019", date(2019, 4, 17))),
        lambda: keep_figures(place, election, LINES[:7], LINES),
    ):
        with pytest.raises(ServerNeededError, match="Luring"):
            adding()
    assert lines(office, election) == LINES
    corrected = (*LINES[:7], replace(LINES[7], votes=8))
    assert keep_figures(place, election, corrected, LINES) == FiguresKept(0, 1, 0)
    assert keep_election(place, replace(ELECTION, name="Pemilu 2024"), election) == election


def test_an_election_is_kept_once(office: SmallOffice) -> None:
    kept(office)
    with pytest.raises(ProblemsError, match="sudah dicatat"):
        keep_election(office.at("dewi"), replace(ELECTION, name="Pemilu DPRD 2024"))

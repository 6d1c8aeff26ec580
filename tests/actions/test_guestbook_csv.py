"""Reading old guestbooks from CSV."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.actions.guestbook_csv import Frame, GuestbookError, read_guestbook
from desk.rules.calendar import ServiceHours

HOURS = ServiceHours.from_dict({"senin": "08.00-16.00", "jumat": "08.30-16.30"})
FRAME = Frame(ZoneInfo("Asia/Makassar"), HOURS, date(2026, 3, 13))
ON_FRIDAY = date(2026, 3, 6)


def utc(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 3, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_columns_are_found_by_name_in_any_order(delimiter: str, encoding: str) -> None:
    lines = [
        [
            "No.",
            "Jam Masuk",
            "NAMA TAMU",
            "Tanggal",
            "Instansi",
            "No. HP",
            "Keperluan",
            "Jam Keluar",
            "Pengikut",
        ],
        ["1", "09.15", "Renée  Wijaya", "06/03/2026", "Dinas Pariwisata", "0812", "Rapat", "10:45", "2"],
    ]
    data = "\r\n".join(delimiter.join(line) for line in lines).encode(encoding)

    book = read_guestbook(data, FRAME)

    assert book.errors == ()
    assert book.ignored == ("No.",)
    (row,) = book.rows
    assert (row.line, row.name, row.day, row.institution) == (
        2,
        "Renée Wijaya",
        ON_FRIDAY,
        "Dinas Pariwisata",
    )
    assert (row.arrived_at, row.left_at) == (utc(6, 1, 15), utc(6, 2, 45))
    assert (row.phone, row.purpose, row.companions) == ("0812", "Rapat", 2)


def test_english_headers_work_too() -> None:
    book = read_guestbook(b"Date,Time in,Name,Purpose,Host\n2026-03-06,08:05,Ayu,Talk,Secretary\n", FRAME)
    assert (book.rows[0].name, book.rows[0].meets) == ("Ayu", "Secretary")


@pytest.mark.parametrize(
    "text", ["06/03/2026", "6-3-2026", "6.3.2026", "2026-03-06", "6 Maret 2026", "06 Mar 2026"]
)
def test_dates_are_read_as_indonesians_write_them(text: str) -> None:
    book = read_guestbook(f"tanggal;nama\n{text};Ayu\n".encode(), FRAME)
    assert [row.day for row in book.rows] == [ON_FRIDAY]


def test_without_times_the_visitor_came_at_the_opening_and_is_not_inside() -> None:
    book = read_guestbook(b"tanggal;nama\n06/03/2026;Ayu\n07/03/2026;Made\n", FRAME)
    assert [(row.arrived_at, row.left_at) for row in book.rows] == [
        (utc(6, 0, 30), utc(6, 0, 30)),
        (utc(7, 0), utc(7, 0)),
    ]
    assert book.rows[0].purpose == "Tidak tercatat"


def test_a_time_may_stand_behind_the_date() -> None:
    book = read_guestbook(b"tanggal;nama\n06/03/2026 09:20;Ayu\n2026-03-06T10:00;Made\n", FRAME)
    assert [row.arrived_at for row in book.rows] == [utc(6, 1, 20), utc(6, 2)]


@pytest.mark.parametrize(
    ("cells", "column", "words"),
    [
        ("31/02/2026;Ayu;;;", "day", "cannot be read"),
        ("kemarin;Ayu;;;", "day", "write it as dd/mm/yyyy"),
        ("14/03/2026;Ayu;;;", "day", "not in the past"),
        ("01/01/1900;Ayu;;;", "day", "not in the past"),
        ("06/03/2026;;;;", "name", "missing"),
        ("06/03/2026;Ayu;25.00;;", "arrived", "write it as hh.mm"),
        ("06/03/2026;Ayu;pagi;;", "arrived", "'pagi' cannot be read"),
        ("06/03/2026;Ayu;09.00;08.30;", "left", "before the time in"),
        ("06/03/2026;Ayu;;;dua", "companions", "'dua' cannot be read"),
        (f"06/03/2026;{'A' * 251};;;", "name", "longer than 250"),
    ],
)
def test_a_line_that_cannot_be_read_is_named_with_its_number(cells: str, column: str, words: str) -> None:
    head = "tanggal;nama;jam masuk;jam keluar;pengikut\n06/03/2026;Made;;;\n\n"
    book = read_guestbook(f"{head}{cells}\n".encode(), FRAME)
    assert len(book.rows) == 1
    assert [(error.line, error.column) for error in book.errors] == [(4, column)]
    assert words in book.errors[0].message


def test_a_file_without_name_or_date_is_refused() -> None:
    with pytest.raises(GuestbookError, match="empty"):
        read_guestbook(b"\n\n", FRAME)
    with pytest.raises(GuestbookError, match="column for the day"):
        read_guestbook(b"nama;keperluan\nAyu;Rapat\n", FRAME)


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused_by_name(data: bytes) -> None:
    for content in (data, b"nama;tanggal\n" + data):
        try:
            read_guestbook(content, FRAME)
        except GuestbookError:
            continue

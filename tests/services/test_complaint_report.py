"""The six-monthly report of complaints: its counts, its lines, its due day, its CSV (S4)."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

import msgspec
import pytest

from desk.rules.calendar import ClosedDay, DayKind, ServiceHours, WorkingCalendar
from desk.rules.complaints import Complaint, Measure, Outcome
from desk.rules.intake import Channel
from desk.rules.periods import Period
from desk.services.complaint_report import (
    COLUMNS,
    NO_SERVICE,
    NOT_REVIEWED,
    ComplaintReport,
    about_words,
    csv_bytes,
    due_day,
    periods,
    report_months,
)
from tests.office import standards

SERVICE = standards().get("ksb").services["pengaduan"]
HALF = Period(2026, 1)
TODAY = date(2026, 7, 3)
WARNED = Measure("001/PM", "magang", "Teguran tertulis", "SK 4/2026", date(2026, 3, 20))
DONE = Complaint(
    "001/PM",
    date(2026, 3, 2),
    "laporan",
    "letter",
    about="magang",
    way="pengawasan",
    due=date(2026, 3, 12),
    ended=date(2026, 3, 11),
    result="terbukti",
    inspections=("audit", "klarifikasi"),
    measures=(WARNED,),
)
LATE = replace(DONE, number="002/PM", ended=date(2026, 3, 30), about="", measures=(), inspections=())
OPEN = Complaint("003/PM", date(2026, 6, 30), "saran", "in_person", due=date(2026, 7, 10))
OVERDUE = replace(OPEN, number="004/PM", due=date(2026, 7, 2))
GONE = replace(OPEN, number="005/PM", kind="aneh", ended=TODAY, withdrawn=True)


def report(*complaints: Complaint) -> ComplaintReport:
    return ComplaintReport(HALF, date(2026, 7, 14), TODAY, complaints, carried=2)


ALL = report(DONE, LATE, OPEN, OVERDUE, GONE)


def calendar(*closed: date) -> WorkingCalendar:
    days = tuple(ClosedDay(day, DayKind.CLOSING, "Tutup") for day in closed)
    return WorkingCalendar(
        ZoneInfo("Asia/Makassar"), ServiceHours.from_dict({"senin": "08.00-16.00"}), days, ()
    )


def test_every_count_adds_up_and_says_what_it_counts() -> None:
    tables = {one.title: dict(one.rows) for one in ALL.tables()}
    assert ALL.received == 5
    assert tables == {
        "Jenis": {"Laporan atau keluhan": 2, "Saran": 2, "aneh": 1},
        "Saluran": {"Surat": 2, "Datang langsung": 3},
        "Tentang layanan": {"Magang": 1, NO_SERVICE: 4},
        "Jalan menurut telaah": {"Pengawasan internal": 2, NOT_REVIEWED: 3},
        "Penyelesaian": {
            "Selesai tepat waktu": 1,
            "Selesai lewat batas waktu": 1,
            "Masih ditangani": 1,
            "Masih ditangani, lewat batas waktu": 1,
            "Dicabut pelapor": 1,
        },
        "Hasil tindak lanjut": {"Terbukti": 2},
        "Pemeriksaan internal": {"Audit": 1, "Klarifikasi": 1},
    }
    assert ALL.count(Outcome.OPEN, Outcome.OVERDUE) == 2


def test_an_empty_half_year_has_no_tables() -> None:
    assert report().tables() == ()


def test_discipline_is_told_without_a_name() -> None:
    assert ALL.measures() == (WARNED,)
    assert about_words("magang") == "Magang"
    assert about_words("") == NO_SERVICE


def test_each_complaint_has_its_line() -> None:
    first, _second, third, *_ = ALL.lines()
    assert dict(zip(COLUMNS, first, strict=True)) == {
        "Nomor": "001/PM",
        "Diterima": "2 Maret 2026",
        "Jenis": "Laporan atau keluhan",
        "Saluran": "Surat",
        "Tentang": "Magang",
        "Jalan": "Pengawasan internal",
        "Selesai": "11 Maret 2026",
        "Keadaan": "Selesai tepat waktu",
        "Hasil": "Terbukti",
    }
    assert third[4:7] == ("-", NOT_REVIEWED, "-")


def test_the_csv_opens_in_a_spreadsheet() -> None:
    data = csv_bytes(ALL)
    assert data.startswith(b"\xef\xbb\xbf")
    head, first, *rest = data.decode("utf-8-sig").splitlines()
    assert head == ";".join((*COLUMNS, "Tindakan disiplin"))
    assert first.endswith("Terbukti;Teguran tertulis")
    assert len(rest) == 4


@pytest.mark.parametrize(
    ("closed", "due"),
    [((), date(2026, 7, 14)), ((date(2026, 7, 1), date(2026, 7, 14)), date(2026, 7, 16))],
)
def test_the_report_is_due_ten_working_days_after_the_half_year(closed: tuple[date, ...], due: date) -> None:
    assert due_day(SERVICE, HALF, calendar(*closed)) == due


def test_a_standard_may_give_other_months_and_days() -> None:
    own = msgspec.structs.replace(SERVICE, settings={"report_months": "3", "report_due_days": "0"})
    assert report_months(own) == 3
    assert due_day(own, HALF, calendar()) == HALF.last
    bare = msgspec.structs.replace(SERVICE, settings={})
    assert report_months(bare) == 6
    assert due_day(bare, HALF, calendar()) == date(2026, 7, 14)


@pytest.mark.parametrize(
    ("earliest", "keys"),
    [
        (None, ["2026-2"]),
        (date(2025, 6, 1), ["2026-2", "2026-1", "2025-2", "2025-1"]),
        (date(2027, 1, 1), ["2026-2"]),
    ],
)
def test_the_periods_go_from_the_first_complaint_to_today(earliest: date | None, keys: list[str]) -> None:
    assert [one.key for one in periods(SERVICE, earliest, TODAY)] == keys


def test_every_channel_has_its_words() -> None:
    for channel in Channel:
        one = replace(OPEN, channel=channel.value)
        assert report(one).lines()[0][3] != channel.value

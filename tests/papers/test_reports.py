"""The documentation report of complaints as the team prints it (S4, R6, R7)."""

from dataclasses import replace
from datetime import date

import pytest

from desk.actions.entries import write_entry
from desk.actions.steps import MoveOrder, move_case
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.queries import complaints
from desk.services.pengaduan import Kind
from desk.services.pengaduan_entries import Discipline, Inspection
from tests.actions.test_complaints import DAY, DONE, REPORT, answered, judged, registered
from tests.documents.reading import page_texts, text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.services.test_pengaduan import WHO


def disciplined(office: SmallOffice) -> str:
    """A complaint about internships that ended with a warning."""
    case_id, secretary = judged(office, replace(REPORT, about="magang")), office.at("hendra")
    move_case(secretary, MoveOrder(case_id, "periksa"))
    examined = Inspection("audit", DAY, "Ada temuan.", "tidak")
    write_entry(office.at("laras"), MoveOrder(case_id, "catat_pemeriksaan"), examined)
    measure = Discipline("Bagus Pratama", "Teguran tertulis", "SK 4/2026", DAY)
    write_entry(secretary, MoveOrder(case_id, "catat_disiplin"), measure)
    write_entry(secretary, MoveOrder(case_id, "laporkan"), DONE)
    answered(office, case_id)
    return case_id


def test_the_report_counts_what_came_in_and_what_came_of_it(office: SmallOffice, shelf: Shelf) -> None:
    disciplined(office)
    registered(office, replace(REPORT, kind=Kind.PRAISE, about=""))
    office.clock.pass_(days=20)

    paper = shelf("laras").paper("laporan_pengaduan", "2026-1")

    shown = text(paper.pdf)
    for words in (
        "LAPORAN DOKUMENTASI PENGADUAN MASYARAKAT Semester I 2026",
        "1 Januari 2026 sampai dengan 30 Juni 2026",
        "Disampaikan paling lambat : 14 Juli 2026",
        "Diterima : 2 pengaduan",
        "Selesai : 1 tepat waktu, 0 lewat batas waktu",
        "Masih ditangani : 1, di antaranya 1 lewat batas waktu",
        "Audit 1",
        "Teguran tertulis SK 4/2026 13 Maret 2026",
        "Terbukti 1",
        "Mengetahui, Sekretaris,",
        "Hendra Kusuma",
        "Laras Puspita",
    ):
        assert words in shown, words
    assert paper.name == "laporan-dokumentasi-pengaduan-Semester-I-2026.pdf"


def test_nobody_who_complained_or_was_disciplined_is_named(office: SmallOffice, shelf: Shelf) -> None:
    disciplined(office)
    shown = text(shelf("hendra").paper("laporan_pengaduan", "2026-1").pdf)
    for secret in (WHO.name, WHO.phone, WHO.identity_number, "Bagus Pratama", "tidak dijawab"):
        assert secret not in shown
    assert "(......" in shown  # the Sekretaris leaves room for who signs for the team


def test_a_half_year_without_complaints_is_reported_as_nil(shelf: Shelf) -> None:
    shown = text(shelf("laras").paper("laporan_pengaduan", "2025-2").pdf)
    assert "Tidak ada pengaduan yang diterima." in shown
    assert "Tidak ada tindakan disiplin." in shown


def test_what_began_before_is_counted_as_carried_over(office: SmallOffice) -> None:
    registered(office)
    place = office.at("laras")
    assert place.ask(complaints.carried, date(2026, 3, 13)) == 0
    assert place.ask(complaints.carried, date(2026, 3, 14)) == 1
    assert place.ask(complaints.received_between, date(2026, 3, 14), date(2026, 6, 30)) == ()
    assert place.ask(complaints.earliest) == DAY


def test_a_withdrawn_complaint_is_told_as_such(office: SmallOffice, shelf: Shelf) -> None:
    opened = registered(office)
    move_case(office.at("laras"), MoveOrder(opened.case_id, "cabut", reason="Sudah selesai"))
    assert "Dicabut pelapor : 1" in text(shelf("laras").paper("laporan_pengaduan", "2026-1").pdf)


def test_a_long_list_repeats_its_head_and_keeps_the_signatures_with_its_end(
    office: SmallOffice, shelf: Shelf
) -> None:
    for _ in range(45):
        registered(office)
    *front, last = page_texts(shelf("laras").paper("laporan_pengaduan", "2026-1").pdf)
    assert front
    assert "Nomor Diterima Jenis" in last
    assert "045/PM" in last
    assert "Laras Puspita" in last


def test_only_the_team_and_the_sekretaris_print_it(shelf: Shelf) -> None:
    with pytest.raises(PaperRefusedError):
        shelf("rahma").paper("laporan_pengaduan", "2026-1")
    with pytest.raises(SubjectMissingError):
        shelf("laras").paper("laporan_pengaduan", "2026-7")

"""The recap of steps on paper, point by point (R7: monthly recap; KPG, minutes of each step)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.papers.errors import SubjectMissingError
from tests.documents.reading import page_texts, text
from tests.kupang import kupang
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.queries.test_step_minutes import answered_with_data

RECAP = {
    "title": "REKAP WAKTU LANGKAH",
    "month": "Bulan : Maret 2026",
    "printed by": "Lina Marlina",
    "service and path": "Pelayanan Publik · Surat permohonan",
    "a step in time": "1 Penerimaan surat 2 3 menit 2 menit 2 menit 2 dari 2 (100 %)",
    "a step that was late": "5 Menyiapkan data baku 2 60 menit 75 menit 75 menit 0 dari 2 (0 %)",
    "how it is counted": "waktu menunggu pemohon tidak dihitung",
    "signer": "Sekretaris, Hendra Kusuma",
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    with kupang(tmp_path) as founded:
        yield founded


def test_the_recap_says_what_every_step_took(office: SmallOffice, shelf: Shelf) -> None:
    for _turn in range(2):
        answered_with_data(office)
    pdf = shelf("lina").paper("rekap_waktu", "2026-03").pdf
    shown = " ".join(text(pdf).split())
    assert {what for what, words in RECAP.items() if words not in shown} == set()
    assert len(page_texts(pdf)) == 1


def test_a_month_without_a_finished_step_says_so(office: SmallOffice, shelf: Shelf) -> None:
    shown = text(shelf("lina").paper("rekap_waktu", "2026-02").pdf)
    assert "Tidak ada langkah yang selesai pada bulan ini." in shown


def test_what_is_no_month_is_refused(office: SmallOffice, shelf: Shelf) -> None:
    with pytest.raises(SubjectMissingError):
        shelf("lina").paper("rekap_waktu", "kemarin")

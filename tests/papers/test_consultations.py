"""The minutes of a consultation, point by point (NTT 2), and when there are none."""

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from desk.actions.entries import write_entry
from desk.actions.mandates import give_mandate
from desk.actions.steps import MoveOrder
from desk.papers.errors import PaperRefusedError
from desk.papers.shelf import PaperShelf
from tests.actions.test_consultations import BESIDE, province, taken
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.services.test_konsultasi import APPROVED, BRINGS, COMES, HELD

__all__ = ["province"]
KIND = "berita_acara_konsultasi"
POINTS = {
    "title": "BERITA ACARA KONSULTASI",
    "number": "001/KS/",
    "day": "Pada hari Jumat tanggal 13 Maret 2026",
    "hours": "pukul 09.10–10.00",
    "room": "bertempat di Ruang Rapat",
    "applicant": "Maria Ndun",
    "body": "Yayasan Suara Timur",
    "along with": "2 pengurus",
    "purpose": "Bahan sosialisasi anggota",
    "source": "Media sosial KPU",
    "consulted": "Hendra Kusuma, Sekretaris",
    "accompanied by": "Kepala Sub Bagian Perencanaan, Data dan Informasi",
    "subject": "Pindah memilih",
    "advice": "Diurus paling lambat H-30.",
    "follow-up": "Brosur dikirim.",
    "signature of the applicant": "Pemohon,",
    "signature of who advised": "Pemberi konsultasi,",
    "signature of the section": "Pendamping,",
}


@pytest.fixture
def made(province: SmallOffice) -> Callable[[str], str]:
    """The words of the minutes of a case."""

    def words(case_id: str) -> str:
        shelf = PaperShelf(province.store, province.standards, province.clock, province.at("rahma").actor)
        return " ".join(text(shelf.paper(KIND, case_id).pdf).split())

    return words


def test_the_minutes_say_everything_they_have_to(province: SmallOffice, made: Callable[[str], str]) -> None:
    case_id = taken(province, COMES).case_id
    write_entry(province.at("rahma"), MoveOrder(case_id, "arahkan", to_role="sekretaris"), BESIDE)
    with pytest.raises(PaperRefusedError, match="belum dicatat selesai"):
        made(case_id)
    write_entry(province.at("hendra"), MoveOrder(case_id, "selesai"), HELD)
    shown = made(case_id)
    assert {what for what, words in POINTS.items() if words not in shown} == set()
    assert "Persetujuan" not in shown
    assert "Surat pemohon" not in shown


def test_who_acts_for_the_ketua_signs_them_as_acting(
    province: SmallOffice, made: Callable[[str], str]
) -> None:
    now, hendra = province.clock(), province.founded.staff["hendra"]
    give_mandate(province.at("ratna"), hendra, "ketua", now, now + timedelta(days=1), "ST-9")
    case_id = taken(province, COMES).case_id
    write_entry(province.at("rahma"), MoveOrder(case_id, "arahkan", to_role="ketua"), BESIDE)
    write_entry(province.at("hendra"), MoveOrder(case_id, "selesai"), HELD)
    province.clock.pass_(hours=30)  # the mandate is over when they are printed again
    shown = made(case_id)
    assert "Pemberi konsultasi : Hendra Kusuma, Plh. Ketua" in shown
    assert "Pemberi konsultasi, Plh. Ketua, Hendra Kusuma" in shown


def test_they_tell_who_approved_a_delegate_and_which_letter_was_brought(
    province: SmallOffice, made: Callable[[str], str]
) -> None:
    case_id = taken(province, BRINGS).case_id
    write_entry(province.at("rahma"), MoveOrder(case_id, "alihkan", to_role="kabag_data"), APPROVED)
    done = MoveOrder(case_id, "selesai", to_role="kasubag_data")
    write_entry(province.at("ana"), done, replace(HELD, accompanied_by=(), follow_up=""))
    shown = made(case_id)
    for words in (
        "Sekretaris (Hendra Kusuma), telepon atau pesan, 13 Maret 2026 pukul 09.05",
        "Ana Bria, Kepala Bagian Perencanaan, Data dan Informasi",
        "Nomor 07/YST/2026 tanggal 12 Maret 2026",
    ):
        assert words in shown
    assert "Tindak lanjut" not in shown
    assert "Pendamping" not in shown

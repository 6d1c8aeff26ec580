"""What interns get, point by point (L5, products), and when it is refused."""

import pytest

from desk.actions.delivery import hand_over
from desk.actions.entries import write_entry
from desk.actions.issuing import issue_papers
from desk.actions.letters import void_letter
from desk.actions.steps import MoveOrder
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from tests.actions.test_internships import PLACED, REPORTED, TAKEN, accepted, asked
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf

CERTIFICATE = {
    "title": "SERTIFIKAT",
    "number": "Nomor: 2/SDM.04.3-SD/5299/2026",
    "name": "Ayu Pratiwi",
    "student number": "NIM E1A021045",
    "study": "Ilmu Hukum",
    "university": "Universitas Lestari",
    "section": "Bagian Hukum dan Sumber Daya Manusia",
    "office": "Komisi Pemilihan Umum Kabupaten Tanjung Lestari",
    "span": "1 Juli 2026 sampai dengan 31 Agustus 2026",
    "report": "menyerahkan laporannya",
    "place and day": "Tanjung Lestari, 13 Maret 2026",
    "signer": "Hendra Kusuma",
    "office held": "Sekretaris,",
}
STATEMENT = {
    "title": "SURAT KETERANGAN MAGANG",
    "number": "Nomor: 3/SDM.04.3-SD/5299/2026",
    "name": "Bagus Saputra",
    "student number": "E1A021046",
    "study": "Ilmu Politik",
    "university": "Universitas Lestari",
    "section": "Teknis Penyelenggaraan Pemilu, Partisipasi dan Hubungan Masyarakat",
    "span": "1 Juli 2026 sampai dengan 31 Agustus 2026",
    "report": "Belum diserahkan",
    "signer": "Hendra Kusuma",
}


@pytest.fixture
def letters(office: SmallOffice) -> tuple[str, ...]:
    """Certificate and statement just issued."""
    case_id, head = accepted(office), office.at("syahrul")
    write_entry(head, MoveOrder(case_id, "tempatkan"), PLACED)
    write_entry(head, MoveOrder(case_id, "terima_laporan"), REPORTED)
    issued = issue_papers(office.at("hendra"), case_id)
    hand_over(office.at("rahma"), case_id, TAKEN)
    return issued.letters


def test_each_paper_says_everything_it_has_to(shelf: Shelf, letters: tuple[str, ...]) -> None:
    papers = shelf("syahrul")
    kinds = ("sertifikat_magang", "keterangan_magang")
    for kind, letter_id, wanted in zip(kinds, letters, (CERTIFICATE, STATEMENT), strict=True):
        shown = " ".join(text(papers.paper(kind, letter_id).pdf).split())
        missing = {what for what, words in wanted.items() if words.casefold() not in shown.casefold()}
        assert missing == set()


def test_a_second_print_is_a_copy(shelf: Shelf, letters: tuple[str, ...]) -> None:
    papers = shelf("syahrul")
    first = papers.paper("sertifikat_magang", letters[0])
    papers.printed(first, letters[0])
    assert "SALINAN" not in text(first.pdf)
    assert "SALINAN" in text(papers.paper("sertifikat_magang", letters[0]).pdf)


def test_one_declared_void_is_not_made_again(
    office: SmallOffice, shelf: Shelf, letters: tuple[str, ...]
) -> None:
    void_letter(office.at("hendra"), letters[0], "Nama salah tulis")
    with pytest.raises(PaperRefusedError, match="sudah dibatalkan"):
        shelf("syahrul").paper("sertifikat_magang", letters[0])
    with pytest.raises(SubjectMissingError):
        shelf("syahrul").paper("sertifikat_magang", "nothing")


def test_a_receipt_tells_when_a_letter_counts_as_received_that_came_after_hours(
    office: SmallOffice, shelf: Shelf
) -> None:
    words = "dihitung diterima 16 Maret 2026"
    assert words not in text(shelf("rahma").paper("tanda_terima", asked(office).case_id).pdf)
    office.clock.pass_(hours=8)
    assert words in text(shelf("rahma").paper("tanda_terima", asked(office).case_id).pdf)

"""What a party gets about its votes, point by point (L1/IV.A; facts.md, "Legalisation")."""

import pytest

from desk.actions.issuing import issue_papers
from desk.actions.letters import void_letter
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from tests.actions.test_authentication import issued, signed
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf

SHEET = {
    "office": "Komisi Pemilihan Umum",
    "title": "AUTENTIFIKASI PEROLEHAN SUARA SAH PARTAI POLITIK DAN CALON",
    "number": "Nomor: 2/PY.01.1-SD/5299/2026",
    "election": "Pemilu Anggota DPRD 2024",
    "day of voting": "14 Februari 2024",
    "district": "Dapil 1",
    "party": "Partai Lestari",
    "decree": "Keputusan Nomor 12 Tahun 2024 tanggal 2 Maret 2024",
    "register number": "001/AUT/",
    "party votes": "Suara sah partai politik 1.200",
    "first candidate": "1 Ayu Pratiwi 850",
    "second candidate": "2 Bambang Wijaya 400",
    "votes of candidates": "Jumlah suara sah calon 1.250",
    "all votes": "2.450",
    "in words": "dua ribu empat ratus lima puluh",
    "seats": "Perolehan kursi: 2 (dua)",
    "place and day": "Tanjung Lestari, 13 Maret 2026",
    "signer": "Ratna Maharani",
    "office held": "Ketua,",
    "legalisation": "Salinan sesuai dengan aslinya",
    "legaliser": "Sekretaris, Hendra Kusuma",
}
COPY = {
    "title": "AUTENTIFIKASI SALINAN KEPUTUSAN",
    "number": "Nomor: 4/PY.01.1-SD/5299/2026",
    "decree": "Nomor 12 Tahun 2024",
    "day of the decree": "2 Maret 2024",
    "about": "Penetapan",
    "election": "Pemilu Anggota DPRD 2024, 14 Februari 2024",
    "party": "Partai Lestari",
    "same": "telah dicocokkan dengan aslinya",
    "first district": "Dapil 1 2.450 2",
    "second district": "Dapil 2 375 0",
    "sum": "Jumlah 2.825 2",
    "signer": "Ratna Maharani",
    "legalisation": "Salinan sesuai dengan aslinya",
    "legaliser": "Sekretaris, Hendra Kusuma",
}


def words(pdf: bytes) -> str:
    """What can be read, on one line."""
    return " ".join(text(pdf).split())


def lacking(pdf: bytes, wanted: dict[str, str]) -> set[str]:
    """Points of a table that the paper does not say."""
    shown = words(pdf).casefold()
    return {what for what, said in wanted.items() if said.casefold() not in shown}


def test_each_paper_says_everything_it_has_to(office: SmallOffice, shelf: Shelf) -> None:
    _case, papers = issued(office)
    shown = shelf("dewi")
    assert lacking(shown.paper("autentifikasi", papers.letters[0]).pdf, SHEET) == set()
    assert lacking(shown.paper("salinan_keputusan", papers.letters[2]).pdf, COPY) == set()
    second = words(shown.paper("autentifikasi", papers.letters[1]).pdf)
    assert "Citra Dewi" in second
    assert "Ayu Pratiwi" not in second


def test_before_it_is_legalised_the_name_is_left_to_write(office: SmallOffice, shelf: Shelf) -> None:
    papers = issue_papers(office.at("ratna"), signed(office))
    shown = words(shelf("dewi").paper("autentifikasi", papers.letters[0]).pdf)
    assert "Salinan sesuai dengan aslinya" in shown
    assert "Hendra Kusuma" not in shown


def test_what_is_void_or_unknown_is_not_made(office: SmallOffice, shelf: Shelf) -> None:
    papers = issue_papers(office.at("ratna"), signed(office))
    void_letter(office.at("ratna"), papers.letters[0], "Angka salah")
    with pytest.raises(PaperRefusedError, match="sudah dibatalkan"):
        shelf("dewi").paper("autentifikasi", papers.letters[0])
    with pytest.raises(SubjectMissingError):
        shelf("dewi").paper("salinan_keputusan", "nothing")

"""Papers of voter data, point by point (R4, L6/III.J.6, L6/IV.A), and when they are refused."""

from dataclasses import replace
from io import BytesIO

import pytest
from pypdf import PdfReader

from desk.actions.decisions import decide
from desk.actions.entries import write_entry
from desk.actions.letters import LetterText
from desk.actions.steps import MoveOrder
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.queries import history
from desk.services.data_pemilih import Wanted
from tests.actions.test_voter_data import SUMS, WORDS, asked, checked, given, recapped, signed
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.services.test_data_pemilih import NIK, PROMISED, RECAP, REFUSED

PROOF = {
    "title": "TANDA BUKTI LAYANAN DATA PEMILIH",
    "number": "001/DP/KPU Kab. Tanjung Lestari/III/2026",
    "applicant": "Siti Rohani",
    "identity, masked": "5207•••••••0003",
    "identity shown": "KTP elektronik",
    "document shown": "Akta kelahiran dan buku nikah",
    "what was checked": "Pengecekan data sendiri",
    "where it was checked": "cekdptonline.kpu.go.id",
    "result": "Terdaftar, data perlu diperbaiki",
    "polling station": "TPS 3 Desa Muara Indah, Kecamatan Tanjung Baru",
    "what is wrong": "Alamat masih yang lama",
    "when and how": "Jumat, 13 Maret 2026 pukul 09.00 WITA, diambil sendiri",
    "ekspedisi": "0001/EKS/2026",
    "what is promised": "Usul perbaikan alamat diteruskan",
    "by which day": "20 Maret 2026",
    "notification list": "Umar Said · Datang langsung",
    "officer": "Rahma Widyastuti",
    "office of the officer": "Petugas Layanan",
    "receiver": "Yang menerima,",
    "code": "Kode telusur",
    "copies": "Lembar untuk kantor",
}
RECAP_LETTER = {
    "number": "1/PL.02.1-SD/5299/2026",
    "addressee": "Yth.",
    "enclosure named": "1 (satu) lampiran",
    "signer": "Hendra Kusuma",
    "office held": "Sekretaris,",
}
ENCLOSURE = {
    "head": "LAMPIRAN SURAT",
    "number of the letter": "1/PL.02.1-SD/5299/2026",
    "date of the letter": "13 Maret 2026",
    "title": "REKAPITULASI DATA PEMILIH",
    "office": "Komisi Pemilihan Umum Kabupaten Tanjung Lestari",
    "source and day": "DPB semester pertama 2026, keadaan 2 Maret 2026",
    "columns": "No. Kecamatan Laki-laki Perempuan Jumlah",
    "a district": "1 Muara Indah 10.250 10.310 20.560",
    "another": "2 Tanjung Baru 9.800 9.750 19.550",
    "totals": "Jumlah 20.050 20.060 40.110",
    "signer": "Hendra Kusuma",
    "office held": "Sekretaris,",
}


def missing(shown: str, wanted: dict[str, str]) -> set[str]:
    words = " ".join(shown.split()).casefold()
    return {what for what, one in wanted.items() if one.casefold() not in words}


def test_the_proof_says_everything_it_has_to_and_no_number_whole(office: SmallOffice, shelf: Shelf) -> None:
    case_id = checked(office)
    write_entry(office.at("rahma"), MoveOrder(case_id, "janjikan"), PROMISED)
    paper = shelf("rahma").paper("bukti_layanan", given(office, case_id).delivery_id)
    assert missing(text(paper.pdf), PROOF) == set()
    assert NIK not in text(paper.pdf)
    with office.store.read() as session:
        assert history.steps(session, case_id)[-1].to_step == "pemantauan"


@pytest.mark.parametrize("size", ["a5", "a4", "f4"])
def test_the_proof_fits_every_sheet_and_a_second_one_is_a_copy(
    office: SmallOffice, shelf: Shelf, size: str
) -> None:
    delivery, papers = given(office, checked(office)).delivery_id, shelf("rahma")
    first = papers.paper("bukti_layanan", delivery, size=size)
    assert "SALINAN" not in text(first.pdf)
    assert "Yang masih akan diberitahukan" not in text(first.pdf)
    papers.printed(first, delivery)
    assert "SALINAN" in text(papers.paper("bukti_layanan", delivery, size=size).pdf)


def test_the_recap_is_a_letter_and_its_enclosure_both_signed(office: SmallOffice, shelf: Shelf) -> None:
    case_id = recapped(office)
    with office.store.read() as session:
        (letter,) = history.letters(session, case_id)
    pdf = shelf("lina").paper("rekapitulasi_pemilih", letter.id).pdf
    first, second = (page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)
    assert missing(first, RECAP_LETTER) == set()
    assert missing(second, ENCLOSURE) == set()


def test_the_proof_of_a_recap_names_the_letter(office: SmallOffice, shelf: Shelf) -> None:
    delivery = given(office, recapped(office)).delivery_id
    shown = text(shelf("rahma").paper("bukti_layanan", delivery).pdf)
    assert missing(shown, {"letter": "1/PL.02.1-SD/5299/2026", "what": "Rekapitulasi data pemilih"}) == set()


def test_a_recap_still_being_written_is_drawn_with_its_sums(office: SmallOffice, shelf: Shelf) -> None:
    case_id, words = asked(office, RECAP), replace(WORDS, kind="rekapitulasi_pemilih")
    with pytest.raises(PaperRefusedError, match="belum diimpor"):
        shelf("lina").paper("letter_preview", case_id, text=words)
    write_entry(office.at("lina"), MoveOrder(case_id, "impor_rekapitulasi"), SUMS)
    shown = text(shelf("lina").paper("letter_preview", case_id, text=words).pdf)
    assert "40.110" in shown
    assert "KONSEP" in shown


def test_what_was_refused_has_no_proof_of_service(office: SmallOffice, shelf: Shelf) -> None:
    case_id = asked(office, replace(RECAP, wanted=Wanted.OTHER, about="Daftar pemilih dengan NIK"))
    decide(office.at("lina"), case_id, REFUSED)
    signed(office, case_id, LetterText("surat_jawaban", "Data", "Forum", "Isi.", "sekretaris"))
    delivery = given(office, case_id).delivery_id
    with pytest.raises(PaperRefusedError, match="hanya untuk data pemilih yang diberikan"):
        shelf("rahma").paper("bukti_layanan", delivery)
    with pytest.raises(SubjectMissingError):
        shelf("rahma").paper("bukti_layanan", "nothing")
    assert "Siti Rohani" in text(shelf("rahma").paper("ekspedisi_slip", delivery).pdf)

"""The papers of a request in Kota Kupang, point by point (S10, KPG 3, 5, 11, 13)."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.actions.letters import LetterText, give_paraf, save_letter, sign_letter, submit_letter
from desk.actions.speaking import SpokenWord, dispose_by_word
from desk.queries import deliveries, history
from desk.services.kupang_entries import Identification
from tests.documents.reading import text
from tests.kupang import LETTER, disposed, entered, handed, kupang, moved, registered
from tests.office import SmallOffice
from tests.papers.conftest import Shelf

OFFICE = "KPU Kab. Tanjung Lestari"
RECEIPT = {
    "number": f"001/YP/{OFFICE}/III/2026",
    "service": "Pelayanan Publik",
    "applicant": "Maria Ndun",
    "officer": "Rahma Widyastuti",
}
SPOKEN_SHEET = {
    "title": "LEMBAR DISPOSISI LISAN",
    "number": f"Nomor register : 001/YP/{OFFICE}/III/2026",
    "applicant": "Pemohon : Maria Ndun",
    "received": "13 Maret 2026",
    "subject": "Perihal : Hasil Pemilu 2024",
    "passed to": "Kepala Sub Bagian Perencanaan, Data dan Informasi",
    "may go to the Sekretaris": "Sekretaris",
    "kind": "Disposisi lisan",
    "instruction": "Beri rekapitulasi per TPS.",
    "its minutes": "Pertemuan dimulai pukul 09.02, disposisi diberikan pukul 09.14 (12 menit).",
    "who gave it": "Ratna Maharani",
    "who wrote it down": "Dicatat oleh Rahma Widyastuti",
}
EKSPEDISI = {"number": "0001/EKS/2026", "receiver": "Maria Ndun", "content": "Hasil Pemilu 2024"}
REPLY = {
    "number": "/HM.03.5-",
    "subject": "Balasan permohonan: Data pemilih per kelurahan",
    "addressee": "Forum Flobamora",
    "enclosure": "Lampiran : satu berkas",
    "text": "pada lampiran surat ini",
    "signer": "Ratna Maharani",
}


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    with kupang(tmp_path) as founded:
        yield founded


def missing(points: dict[str, str], pdf: bytes) -> set[str]:
    """Points a paper does not make, in running text."""
    shown = " ".join(text(pdf).split())
    return {what for what, words in points.items() if words not in shown}


def spoken(office: SmallOffice) -> str:
    """A spoken request that was disposed of twelve minutes after the meeting began."""
    case_id = registered(office)
    moved(office, case_id, "rahma", "arahkan", 2, to_role="ketua")
    moved(office, case_id, "ratna", "selesai_bertemu", 9)
    office.clock.pass_(minutes=3)
    word = SpokenWord("kasubag_data", "Beri rekapitulasi per TPS")
    dispose_by_word(office.at("rahma"), case_id, word)
    return case_id


def test_the_note_of_a_spoken_disposition_says_who_said_what_and_when(
    office: SmallOffice, shelf: Shelf
) -> None:
    pdf = shelf("rahma").paper("lembar_disposisi", spoken(office)).pdf
    assert missing(SPOKEN_SHEET, pdf) == set()
    shown = text(pdf)
    assert "Nomor surat" not in shown
    assert "Usul dan saran" not in shown
    assert "Ketua Divisi" not in shown


def test_before_anybody_met_the_note_is_empty_to_write_on(office: SmallOffice, shelf: Shelf) -> None:
    pdf = shelf("rahma").paper("lembar_disposisi", registered(office)).pdf
    shown = text(pdf)
    assert "LEMBAR DISPOSISI LISAN" in shown
    assert "Pertemuan dimulai" not in shown


def test_receipt_and_ekspedisi_of_a_spoken_request(office: SmallOffice, shelf: Shelf) -> None:
    case_id = spoken(office)
    assert missing(RECEIPT, shelf("rahma").paper("tanda_terima", case_id).pdf) == set()
    handed(office, case_id, "lina", 20)
    (row,) = office.at("lina").ask(deliveries.of_case, case_id)
    assert missing(EKSPEDISI, shelf("lina").paper("ekspedisi_slip", row.id).pdf) == set()


def test_the_reply_goes_out_with_its_enclosure(office: SmallOffice, shelf: Shelf) -> None:
    case_id = registered(office, LETTER)
    moved(office, case_id, "rahma", "teruskan", 2)
    disposed(office, case_id)
    moved(office, case_id, "lina", "cermati", 4)
    entered(office, case_id, "lina", "susun_balasan", Identification("DPT per kelurahan"), 5)
    body = "Data yang Saudara minta kami sampaikan pada lampiran surat ini."
    wording = LetterText(
        "surat_jawaban", REPLY["subject"], "Forum Flobamora", body, "ketua", enclosures="satu berkas"
    )
    save_letter(office.at("lina"), case_id, wording)
    submit_letter(office.at("lina"), case_id)
    for login in ("syahrul", "hendra"):
        give_paraf(office.at(login), case_id)
    sign_letter(office.at("ratna"), case_id)
    letter = next(one for one in office.at("lina").ask(history.letters, case_id) if one.answers)
    assert missing(REPLY, shelf("lina").paper("surat_jawaban", letter.id).pdf) == set()
    handed(office, case_id, "lina", 9)

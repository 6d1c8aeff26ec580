"""Form F and the answer to an objection, point by point (facts.md, "Objection F"; L3/III.B.4.d)."""

from dataclasses import replace

import pytest

from desk.actions.delivery import hand_over
from desk.papers.errors import PaperRefusedError
from desk.queries import history
from desk.services.answering import DecisionDraft
from desk.services.keberatan import REASONS
from tests.actions.test_objections import EXEMPT, TAKEN, UPHELD, objected, signed, submitted
from tests.documents.reading import page_texts, text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.services.test_keberatan import OBJECTION, PROXY
from tests.stories import take_in

FORM_F = {
    "number": "001/KB/KPU Kab. Tanjung Lestari/III/2026",
    "applicant": "Lalu Ahmad Fauzi",
    "identity": "5299014108900003",
    "address": "Dusun Melati RT 03, Tanjung Lestari",
    "contact": "0812-3700-1122",
    "proxy": "Baiq Sri Wahyuni",
    "identity of the proxy": "NIK 5299014108900007",
    "power of attorney": "Surat kuasa nomor 3/SK tanggal 10 Maret 2026",
    "registration number of the request": "014/PI/KPU/II/2026",
    "information": "Rekapitulasi hasil DPRD Kabupaten 2024",
    "purpose": "Bahan penelitian",
    **{f"reason {key}": f"{key}. {words}" for key, words in REASONS.items()},
    "cause": "2 Maret 2026",
    "case in short": "Yang diberikan hanya rekapitulasi tingkat kecamatan",
    "due": "Selasa, 5 Mei 2026 (tiga puluh (30) hari kerja sejak keberatan didaftarkan)",
    "signature of the officer": "Petugas Layanan, Rahma Widyastuti",
    "signature of the applicant": "Pengaju keberatan,",
    "copy as receipt": "Lembar untuk pemohon, berlaku sebagai tanda terima",
    "copy of the office": "Lembar untuk PPID",
}
ANSWER = {
    "number": "1/HM.03.5-SD/5299/2026",
    "addressee": "Sdr. Lalu Ahmad Fauzi",
    "subject": "Tanggapan atas keberatan",
    "way to the commission": "penyelesaian sengketa informasi publik kepada Komisi Informasi dalam waktu "
    "empat belas (14) hari kerja sejak surat ini diterima",
    "office held": "Atasan Pejabat Pengelola Informasi dan Dokumentasi,",
    "signer": "Surya Wibawa",
}
KPU_DECISION = "Bersama surat ini kami sertakan Keputusan KPU Nomor 999 Tahun 2024"


def missing(points: dict[str, str], pdf: bytes) -> set[str]:
    """Points a paper does not make, in running text."""
    shown = " ".join(text(pdf).split()).casefold()
    return {what for what, words in points.items() if words.casefold() not in shown}


def test_form_f_says_everything_it_has_to_in_two_copies(office: SmallOffice, shelf: Shelf) -> None:
    opened = objected(office, replace(OBJECTION, proxy=PROXY, ticked=("kuasa",)))
    pdf = shelf("rahma").paper("formulir_keberatan", opened.case_id).pdf
    assert missing(FORM_F, pdf) == set()
    assert len(page_texts(pdf)) == 2


def test_form_f_is_masked_for_who_may_not_see_identities(office: SmallOffice, shelf: Shelf) -> None:
    opened = objected(office)
    shown = text(shelf("agus").paper("formulir_keberatan", opened.case_id).pdf)
    assert "5299014108900003" not in shown
    assert "5299•••••••0003" in shown


def test_a_second_form_f_is_a_copy(office: SmallOffice, shelf: Shelf) -> None:
    case_id, papers = objected(office).case_id, shelf("rahma")
    first = papers.paper("formulir_keberatan", case_id)
    papers.printed(first, case_id)
    assert "SALINAN" not in text(first.pdf)
    assert "SALINAN" in text(papers.paper("formulir_keberatan", case_id).pdf)


def test_a_request_has_no_form_f(office: SmallOffice, shelf: Shelf) -> None:
    with pytest.raises(PaperRefusedError, match="hanya untuk keberatan"):
        shelf("rahma").paper("formulir_keberatan", take_in(office).case_id)


def answer_of(office: SmallOffice, shelf: Shelf, case_id: str) -> bytes:
    """The letter of a case as Atasan PPID sees it."""
    with office.store.read() as session:
        (letter,) = history.letters(session, case_id)
    return shelf("surya").paper("tanggapan_keberatan", letter.id).pdf


@pytest.mark.parametrize("decision", [UPHELD, EXEMPT, DecisionDraft("tidak_diterima", reason="Lewat waktu.")])
def test_every_answer_shows_the_way_to_the_commission(
    office: SmallOffice, shelf: Shelf, decision: DecisionDraft
) -> None:
    case_id = signed(office, decision)
    pdf = answer_of(office, shelf, case_id)
    assert missing(ANSWER, pdf) == set()
    for words in (KPU_DECISION, "Lampiran : 1 (satu) berkas"):
        assert (words in text(pdf)) is (decision is EXEMPT)
    hand_over(office.at("rahma"), case_id, TAKEN)
    assert missing(ANSWER, answer_of(office, shelf, case_id)) == set()


def test_an_answer_still_to_be_signed_is_a_draft_with_the_same_rights(
    office: SmallOffice, shelf: Shelf
) -> None:
    pdf = answer_of(office, shelf, submitted(office))
    assert "KONSEP" in text(pdf)
    assert "Komisi Informasi" in text(pdf)

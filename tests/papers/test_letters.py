"""Letters before and after signature, notice D, refusal E, the preview while writing."""

from dataclasses import asdict, replace
from datetime import timedelta

import pytest

from desk.actions.letters import LetterText, save_letter, sign_letter, void_letter
from desk.actions.mandates import give_mandate
from desk.papers.errors import PaperRefusedError
from desk.queries import history
from desk.services.answering import DecisionDraft
from desk.services.informasi import WayToFetch
from desk.services.informasi_answers import Decision
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.stories import (
    ANSWER,
    GRANTED,
    NIK,
    REFUSED,
    REQUEST,
    changed,
    take_in,
    to_hand_over,
    to_kasubag,
    to_signer,
)

NOTICE = replace(ANSWER, kind="pemberitahuan_tertulis", body="Mohon membawa tanda terima.")
REFUSAL = replace(ANSWER, kind="penolakan", body="Permohonan lain tetap dapat diajukan.")


def letter_id(office: SmallOffice, case_id: str) -> str:
    return office.at("syahrul").ask(history.letters, case_id)[0].id


def test_an_unsigned_letter_bears_konsep_and_who_will_sign(office: SmallOffice, shelf: Shelf) -> None:
    opened = to_signer(office)
    papers, letter = shelf("syahrul"), letter_id(office, opened.case_id)

    paper = papers.paper("surat_jawaban", letter)
    papers.printed(paper, letter)

    shown = text(paper.pdf)
    for words in (
        "KONSEP",
        "Diberikan saat ditandatangani",
        "Pejabat Pengelola Informasi dan Dokumentasi,",
        "Putri Handayani",
        ANSWER.body,
        "1 (satu) berkas",
        "Arsip",
    ):
        assert words in shown
    assert paper.name == "surat-jawaban-konsep-001-PI.pdf"


def test_the_signed_letter_is_no_copy_of_its_draft_but_the_next_one_is(
    office: SmallOffice, shelf: Shelf
) -> None:
    opened, papers = to_signer(office), shelf("syahrul")
    letter = letter_id(office, opened.case_id)
    papers.printed(papers.paper("surat_jawaban", letter), letter)
    signed = sign_letter(office.at("putri"), opened.case_id)

    first = papers.paper("surat_jawaban", letter)
    shown = text(first.pdf)
    assert "KONSEP" not in shown
    assert "SALINAN" not in shown
    assert signed.number in shown
    assert "Tanjung Lestari, 13 Maret 2026" in shown
    assert first.name == "surat-jawaban-1-HM.03.5-SD.pdf"

    papers.printed(first, letter)
    assert "SALINAN" in text(papers.paper("surat_jawaban", letter).pdf)


def test_the_holder_of_a_mandate_is_announced_as_plh(office: SmallOffice, shelf: Shelf) -> None:
    opened = to_kasubag(office)
    hendra = office.founded.staff["hendra"]
    until = office.clock() + timedelta(days=2)
    give_mandate(office.at("ratna"), hendra, "ketua", office.clock(), until, "ST-9")
    words = replace(ANSWER, signer_role="ketua")

    shown = text(shelf("syahrul").paper("letter_preview", opened.case_id, text=words).pdf)

    assert "Plh. Ketua," in shown
    assert "Hendra Kusuma" in shown
    office.clock.pass_(days=3)
    shown = text(shelf("syahrul").paper("letter_preview", opened.case_id, text=words).pdf)
    assert "Plh." not in shown
    assert "Ratna Maharani" in shown


def test_the_preview_shows_words_nobody_saved(office: SmallOffice, shelf: Shelf) -> None:
    opened = to_kasubag(office)
    save_letter(office.at("syahrul"), opened.case_id, ANSWER)
    paper = shelf("syahrul").paper(
        "letter_preview", opened.case_id, text=replace(ANSWER, body="Kalimat **baru** ini.")
    )
    shown = text(paper.pdf)
    assert "Kalimat baru ini." in shown
    assert "KONSEP" in shown
    assert paper.kind == "surat_jawaban"


def test_the_preview_takes_a_decision_that_is_not_recorded_yet(office: SmallOffice, shelf: Shelf) -> None:
    case_id = to_kasubag(office).case_id
    filled = asdict(REFUSED)
    for name in ("to_role", "expected_step"):
        del filled[name]
    row = history.DecisionRow(
        **(filled | {"kind": REFUSED.kind.value, "at": office.clock(), "by": "", "role": ""})
    )

    paper = shelf("syahrul").paper("letter_preview", case_id, text=REFUSAL, decision=row)

    assert REFUSED.consequence in text(paper.pdf)


@pytest.mark.parametrize("words", [None, "teks saja"])
def test_a_preview_without_words_is_refused(office: SmallOffice, shelf: Shelf, words: object) -> None:
    opened = to_kasubag(office)
    with pytest.raises(PaperRefusedError, match="naskah"):
        shelf("syahrul").paper("letter_preview", opened.case_id, text=words)


@pytest.mark.parametrize(
    ("decision", "words"),
    [
        (GRANTED, ["Informasi dikuasai oleh kantor ini", "Tanpa biaya", "Bersama pemberitahuan ini"]),
        (
            replace(GRANTED, form="both", pages=12, page_price=500, sending_cost=20_000),
            ["12 lembar × Rp500 = Rp6.000", "Jumlah Rp26.000", "Setelah biaya dibayar"],
        ),
        (
            DecisionDraft(Decision.PARTLY, "kasubag_hukum", blacked_out="NIK saksi: rahasia pribadi"),
            ["NIK saksi: rahasia pribadi"],
        ),
        (
            DecisionDraft(
                Decision.NOT_HELD, "kasubag_hukum", reason="Bukan kewenangan kami", holder_body="Dukcapil"
            ),
            ["tidak dikuasai oleh kantor ini; dikuasai oleh Dukcapil", "Bukan kewenangan kami"],
        ),
        (
            DecisionDraft(
                Decision.NOT_DOCUMENTED, "kasubag_hukum", reason="Masih disusun", available_on="2026-05-04"
            ),
            ["akan tersedia pada 4 Mei 2026", "Masih disusun"],
        ),
        (
            DecisionDraft(
                Decision.NOT_DOCUMENTED, "kasubag_hukum", reason="Masih disusun", available_on="akhir Mei"
            ),
            ["Informasi akan tersedia: akhir Mei."],
        ),
    ],
)
def test_notice_d_says_what_was_decided(
    office: SmallOffice, shelf: Shelf, decision: DecisionDraft, words: list[str]
) -> None:
    draft = changed(REQUEST, way_to_fetch=WayToFetch.EMAIL)
    opened, signed = to_hand_over(office, draft, NOTICE, decision=decision)
    shown = text(shelf("putri").paper("pemberitahuan_tertulis", signed.letter_id).pdf)
    for one in (*words, opened.number, signed.number, NOTICE.body, "mengajukan keberatan", "Putri Handayani"):
        assert one in shown
    assert NIK not in shown
    assert "KONSEP" not in shown


def test_refusal_e_carries_ground_decision_consequence_and_the_whole_identity(
    office: SmallOffice, shelf: Shelf
) -> None:
    decision = replace(REFUSED, grounds=("pasal_17_h", "pasal_17_i", "pribadi_kesehatan"))
    _, signed = to_hand_over(office, text=REFUSAL, decision=decision)
    shown = text(shelf("putri").paper("penolakan", signed.letter_id).pdf)
    for words in (
        "Pasal 17 huruf h dan i Undang-Undang Nomor 14 Tahun 2008",
        "Peraturan KPU Nomor 22 Tahun 2023 (riwayat, kondisi,",
        "Keputusan KPU Nomor 999 Tahun 2024",
        "Mengungkap rahasia pribadi petugas.",
        NIK,
        REFUSAL.body,
        "mengajukan keberatan",
    ):
        assert words in shown


@pytest.mark.parametrize(("decision", "words"), [(REFUSED, NOTICE), (GRANTED, REFUSAL)])
def test_the_paper_must_fit_the_decision(
    office: SmallOffice, shelf: Shelf, decision: DecisionDraft, words: LetterText
) -> None:
    opened = to_kasubag(office, decision=decision)
    with pytest.raises(PaperRefusedError, match="pakai naskah"):
        shelf("syahrul").paper("letter_preview", opened.case_id, text=words)


def test_before_a_decision_there_is_no_notice(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office)
    with pytest.raises(PaperRefusedError, match="belum dicatat"):
        shelf("syahrul").paper("letter_preview", opened.case_id, text=NOTICE)


def test_a_void_letter_is_not_printed_any_more(office: SmallOffice, shelf: Shelf) -> None:
    _, signed = to_hand_over(office)
    void_letter(office.at("putri"), signed.letter_id, "Salah alamat")
    with pytest.raises(PaperRefusedError, match=r"1/HM\.03\.5-SD/5299/2026 sudah dibatalkan"):
        shelf("putri").paper("surat_jawaban", signed.letter_id)

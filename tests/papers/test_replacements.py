"""Minutes and answer of a replacement in the council, point by point (L2/III.B.4-7, IV.A)."""

from dataclasses import replace

import pytest

from desk.actions.entries import write_entry
from desk.actions.steps import MoveOrder, move_case
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.queries import history
from desk.queries.casefile import case_file
from desk.services.paw_ranks import NAMED, STATUS
from desk.services.paw_verification import Proposal
from desk.ui.screens.case.answer_draft import stored
from tests.actions.test_replacements import (
    CLARIFIED,
    PASSED,
    plenary,
    rank,
    signed,
    sound,
    verifying,
    votes_kept,
)
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.papers.test_party_votes import lacking, words
from tests.services.test_paw import TIED

MINUTES = {
    "office": "Komisi Pemilihan Umum Kabupaten Tanjung Lestari",
    "title": "BERITA ACARA RAPAT PLENO",
    "number": "Nomor: 12/BA/2026",
    "about": "Penggantian Antarwaktu Anggota Dewan Perwakilan Rakyat Daerah",
    "day in words": "Jumat tanggal tiga belas bulan Maret tahun dua ribu dua puluh enam",
    "who asked": "DPRD Kabupaten Tanjung Lestari",
    "letter": "Nomor 170/12/DPRD/2026 tanggal 12 Maret 2026",
    "register number": "001/PAW/",
    "who leaves": "Ayu Pratiwi",
    "party": "Partai Lestari",
    "district": "Dapil 1",
    "reason": "Meninggal dunia",
    "verified": "Akta kematian atau surat keterangan kematian Ya Ya Ya",
    "clarified": "16 Maret 2026, Dinas Dukcapil: Keabsahan akta kematian. Hasil: Akta dinyatakan benar.",
    "whose votes": "Menurut perolehan suara sah Pemilu Anggota DPRD 2024",
    "leaving, ranked": "1 1 Ayu Pratiwi 850 berhenti antarwaktu",
    "passed over": "2 2 Bambang Wijaya 400 meninggal dunia: akta 12",
    "next": "3 3 Citra Dewi 310 tersedia",
    "outcome": "Berikutnya: nomor urut 3, Citra Dewi (310 suara).",
    "ruling": "Menetapkan Citra Dewi, nomor urut 3 dari Partai Lestari, Dapil 1",
    "chair signs": "1 Ratna Maharani Ketua",
    "member signs": "2 Dewi Lestari Anggota",
    "place and day": "Tanjung Lestari, 13 Maret 2026",
}
CLARIFICATION = {
    "title": "BERITA ACARA KLARIFIKASI",
    "day in words": "Senin tanggal enam belas bulan Maret tahun dua ribu dua puluh enam",
    "register number": "001/PAW/",
    "who leaves": "Ayu Pratiwi",
    "what": "Keabsahan akta kematian",
    "with whom": "Dinas Dukcapil",
    "how": "Pertemuan langsung",
    "result": "Akta dinyatakan benar.",
    "officer": "Mira Anggraini",
    "office held": "Kepala Sub Bagian Teknis Penyelenggaraan Pemilu",
}
ANSWER = {
    "number": "1/PY.03.1-SD/5299/2026",
    "to": "Pimpinan DPRD Kabupaten Tanjung Lestari",
    "about": "Jawaban penggantian antarwaktu anggota DPRD atas nama Ayu Pratiwi",
    "letter asked by": "Nomor 170/12/DPRD/2026 tanggal 12 Maret 2026",
    "register number": "001/PAW/",
    "who leaves and why": "Ayu Pratiwi dari Partai Lestari, Dapil 1, dengan alasan meninggal dunia",
    "plenary": "rapat pleno pada tanggal 13 Maret 2026 sebagaimana Berita Acara Nomor 12/BA/2026",
    "candidate": "Citra Dewi 3 Partai Lestari Dapil 1 310",
    "passed over": "Bambang Wijaya (400 suara), meninggal dunia: akta 12",
    "signer": "Ketua, Ratna Maharani",
    "copy to the party": "Tembusan: 1. Pimpinan Partai Lestari",
}


def held(office: SmallOffice) -> str:
    """Clarified once, ranked, the plenary held."""
    votes_kept(office)
    case_id = verifying(office)
    move_case(office.at("mira"), MoveOrder(case_id, "klarifikasi", reason="Akta"))
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_klarifikasi"), CLARIFIED)
    sound(office, case_id)
    rank(office, case_id, **PASSED)
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_verifikasi"), Proposal(NAMED))
    plenary(office, case_id)
    return case_id


def test_the_minutes_say_everything_they_have_to(office: SmallOffice, shelf: Shelf) -> None:
    case_id = held(office)
    shown = shelf("dewi").paper("berita_acara_pleno", case_id)
    assert lacking(shown.pdf, MINUTES) == set()
    assert shown.name == "berita-acara-rapat-pleno-12-BA.pdf"
    assert lacking(shelf("mira").paper("berita_acara_klarifikasi", case_id).pdf, CLARIFICATION) == set()


def test_the_answer_goes_out_with_its_copy_to_the_party(office: SmallOffice, shelf: Shelf) -> None:
    case_id = held(office)
    place = office.at("mira")
    file = place.ask(case_file, place.standards, place.now(), case_id)
    assert file is not None
    start = stored(file).letter  # as its editor begins with it
    signed(
        office,
        case_id,
        **{name: getattr(start, name) for name in ("subject", "addressee", "body", "copies_to")},
    )
    (row,) = place.ask(history.letters, case_id)
    assert lacking(shelf("mira").paper(row.kind, row.id).pdf, ANSWER) == set()


def test_minutes_of_a_legal_status_rank_nobody_and_may_bear_no_number(
    office: SmallOffice, shelf: Shelf
) -> None:
    case_id = verifying(office)
    sound(office, case_id)
    why = "Gugatan anggota masih diperiksa pengadilan."
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_verifikasi"), Proposal(STATUS, why))
    plenary(office, case_id, STATUS, number="")
    shown = words(shelf("dewi").paper("berita_acara_pleno", case_id).pdf)
    assert f"C. Keputusan rapat pleno {why}" in shown
    assert "Nomor:" not in shown
    assert "Urutan calon" not in shown


def test_the_reason_for_equal_votes_stands_in_the_minutes(office: SmallOffice, shelf: Shelf) -> None:
    case_id = verifying(office)
    sound(office, case_id)
    typed = replace(TIED, election="", seats=0, chosen=4, why="Unggul di lima desa")
    write_entry(office.at("mira"), MoveOrder(case_id, "urutkan_calon"), typed)
    write_entry(office.at("mira"), MoveOrder(case_id, "selesai_verifikasi"), Proposal(NAMED))
    plenary(office, case_id)
    shown = words(shelf("dewi").paper("berita_acara_pleno", case_id).pdf)
    assert "Menurut perolehan suara sah data yang diketik kantor" in shown
    assert "Dasar urutan suara yang sama: Unggul di lima desa." in shown


def test_a_second_print_is_a_copy_until_the_plenary_is_held_anew(office: SmallOffice, shelf: Shelf) -> None:
    case_id, papers = held(office), shelf("dewi")
    papers.printed(papers.paper("berita_acara_pleno", case_id), case_id)
    assert "SALINAN" in words(papers.paper("berita_acara_pleno", case_id).pdf)
    office.clock.pass_(hours=1)
    move_case(office.at("mira"), MoveOrder(case_id, "pleno_ulang", reason="Keputusan keliru."))
    plenary(office, case_id, number="13/BA/2026")
    fresh = words(papers.paper("berita_acara_pleno", case_id).pdf)
    assert "13/BA/2026" in fresh
    assert "SALINAN" not in fresh


def test_what_was_not_held_has_no_minutes(office: SmallOffice, shelf: Shelf) -> None:
    case_id = verifying(office)
    for kind, said in (
        ("berita_acara_pleno", "Rapat pleno belum"),
        ("berita_acara_klarifikasi", "Klarifikasi belum"),
    ):
        with pytest.raises(PaperRefusedError, match=said):
            shelf("dewi").paper(kind, case_id)
        with pytest.raises(SubjectMissingError):
            shelf("dewi").paper(kind, "nothing")

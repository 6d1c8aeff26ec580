"""Tickets and tanda terima of real cases."""

from datetime import date

import pytest

from desk.actions.calendar import add_stage
from desk.actions.cases import update_checklist
from desk.actions.limits import extend_limit
from desk.actions.visits import VisitDraft, register_visit
from desk.rules.intake import ApplicantKind, Channel, IdentityKind
from desk.services.informasi import Content
from tests.documents.reading import page_texts, sizes_mm, text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.stories import FAUZI, NIK, REQUEST, changed, take_in, to_ppid, with_proxy


def test_a_ticket_says_number_service_and_how_many_wait_but_no_name(
    office: SmallOffice, shelf: Shelf
) -> None:
    gate = office.at("bayu")
    register_visit(gate, VisitDraft(name="Ayu Lestari", purpose="Tanya", service="informasi"))
    done = register_visit(gate, VisitDraft(name="Sari Utami", purpose="Tanya", service="informasi"))

    paper = shelf("bayu").paper("queue_ticket", done.ticket_id or "")

    shown = text(paper.pdf)
    for words in ("B-002", "Permohonan Informasi Publik", "Menunggu di depan: 1 orang", "09.00 WITA"):
        assert words in shown
    assert "Sari" not in shown
    assert (paper.name, paper.size) == ("tiket-antrean-B-002.pdf", "roll80")


def test_a_ticket_printed_again_is_no_copy(office: SmallOffice, shelf: Shelf) -> None:
    done = register_visit(office.at("bayu"), VisitDraft(name="Sari", purpose="Tanya", service="informasi"))
    papers = shelf("bayu")
    papers.printed(papers.paper("queue_ticket", done.ticket_id or ""), done.ticket_id or "")
    assert "SALINAN" not in text(papers.paper("queue_ticket", done.ticket_id or "", roll="roll58").pdf)


def test_a_tanda_terima_holds_what_the_applicant_needs(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office, with_proxy())

    paper = shelf("rahma").paper("tanda_terima", opened.case_id)

    shown = text(paper.pdf)
    for words in (
        opened.number,
        "Permohonan Informasi Publik",
        "Lalu Ahmad Fauzi",
        "Baiq Sri Wahyuni (Surat kuasa nomor 3/SK)",
        "5299•••••••0003",
        "Datang langsung",
        "Jumat, 13 Maret 2026 pukul 09.00 WITA",
        "Senin, 6 April 2026 (sepuluh (10) hari kerja sejak permohonan didaftarkan)",
        "Identitas diri",
        "Rahma Widyastuti",
        "Petugas Layanan",
        "mengajukan keberatan kepada Atasan PPID dalam waktu tiga puluh (30) hari kerja",
        "Senin–Kamis 08.00–12.00, 13.00–16.00; Jumat 08.00–11.30, 13.30–16.00 WITA",
        "-".join(opened.code[start : start + 4] for start in range(0, 16, 4)),
    ):
        assert words in shown
    assert NIK not in shown
    assert (paper.name, paper.title) == ("tanda-terima-001-PI.pdf", "Tanda Terima 001-PI")


def test_roll_and_sheet_are_the_same_receipt_and_the_second_one_is_a_copy(
    office: SmallOffice, shelf: Shelf
) -> None:
    opened, papers = take_in(office), shelf("rahma")
    first = papers.paper("tanda_terima_roll", opened.case_id)
    assert "SALINAN" not in text(first.pdf)

    papers.printed(first, opened.case_id)

    for kind in ("tanda_terima", "tanda_terima_roll"):
        assert "SALINAN" in text(papers.paper(kind, opened.case_id).pdf)
    assert office.store.verify_chain().ok


def test_showing_a_paper_is_not_printing_it(office: SmallOffice, shelf: Shelf) -> None:
    opened, papers = take_in(office), shelf("rahma")
    first = papers.paper("tanda_terima", opened.case_id)
    assert papers.paper("tanda_terima", opened.case_id) == first


def test_a_receipt_of_an_incomplete_request_promises_days_instead_of_a_day(
    office: SmallOffice, shelf: Shelf
) -> None:
    opened = take_in(office, changed(REQUEST, ticked=()))
    shown = text(shelf("rahma").paper("tanda_terima", opened.case_id).pdf)
    for words in (
        "belum ada",
        "Jangka waktu sepuluh (10) hari kerja sejak permohonan didaftarkan",
        "berhenti sampai berkas dilengkapi",
    ):
        assert words in shown
    update_checklist(office.at("rahma"), opened.case_id, {"identitas": True})
    assert "Paling lambat selesai Senin, 6 April 2026" in text(
        shelf("rahma").paper("tanda_terima", opened.case_id).pdf
    )


def test_a_receipt_of_an_election_request_promises_the_short_limit(office: SmallOffice, shelf: Shelf) -> None:
    add_stage(office.at("admin"), "Pemutakhiran data pemilih", date(2026, 3, 1), date(2026, 5, 30))
    opened = take_in(office, changed(REQUEST, content=Content.ELECTION))
    shown = text(shelf("rahma").paper("tanda_terima", opened.case_id).pdf)
    assert "Rabu, 25 Maret 2026 (tiga (3) hari kerja sejak formulir lengkap)" in shown


def test_an_extended_limit_says_what_it_was(office: SmallOffice, shelf: Shelf) -> None:
    opened = to_ppid(office)
    extend_limit(office.at("putri"), opened.case_id, 7, "Data pada arsip lama")
    shown = text(shelf("rahma").paper("tanda_terima", opened.case_id).pdf)
    assert "Rabu, 15 April 2026" in shown
    assert "diperpanjang tujuh (7) hari kerja" in shown
    assert "Semula 6 April 2026" in shown


@pytest.mark.parametrize(
    ("kind", "number", "shown"),
    [
        (IdentityKind.PASSPORT, "C1234567", "Nomor paspor"),
        (IdentityKind.OTHER, "K-99887766", "Nomor identitas"),
    ],
)
def test_other_identities_are_masked_too(
    office: SmallOffice, shelf: Shelf, kind: IdentityKind, number: str, shown: str
) -> None:
    who = changed(FAUZI, identity_kind=kind, identity_number=number)
    opened = take_in(office, changed(REQUEST, applicant=who))
    paper = text(shelf("rahma").paper("tanda_terima", opened.case_id).pdf)
    assert shown in paper
    assert number not in paper


def test_a_body_and_an_eppid_number_stand_on_the_receipt(office: SmallOffice, shelf: Shelf) -> None:
    who = changed(FAUZI, kind=ApplicantKind.BODY, body_name="Yayasan Suara Warga", body_deed="AHU-0012345")
    draft = changed(REQUEST, applicant=who, ticked=("akta",), channel=Channel.EPPID, eppid_number="E-77")
    opened = take_in(office, draft)
    shown = text(shelf("rahma").paper("tanda_terima", opened.case_id).pdf)
    for words in ("Yayasan Suara Warga", "Nomor e-PPID E-77", "e-PPID"):
        assert words in shown


@pytest.mark.parametrize(("size", "millimetres"), [("a4", (210, 297)), ("F4", (215, 330))])
def test_the_sheet_can_be_chosen(
    office: SmallOffice, shelf: Shelf, size: str, millimetres: tuple[int, int]
) -> None:
    opened = take_in(office)
    paper = shelf("rahma").paper("tanda_terima", opened.case_id, size=size)
    assert sizes_mm(paper.pdf) == [millimetres]
    assert len(page_texts(paper.pdf)) == 1

"""What the shelf offers, and everything it must refuse in one sentence."""

import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from desk.actions.attachments import NewFile, attach, detach
from desk.actions.departures import check_out
from desk.actions.dispositions import DispositionDraft, dispose
from desk.actions.fees import FeeDraft, take_fee
from desk.actions.visits import VisitDraft, register_visit
from desk.papers.errors import PaperRefusedError, PaperUnknownError, SubjectMissingError
from desk.papers.kinds import KINDS
from tests.documents.reading import sizes_mm, text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.papers.pictures import JPEG, PNG
from tests.stories import ANSWER, by_letter, disposed, handed_over, letter_to_ketua, take_in

OF_THE_OFFICE = ("evacuation_list", "recovery_sheet", "enrolment_sheet", "maklumat_pelayanan")
SUBJECTS = [kind for kind in KINDS if kind not in OF_THE_OFFICE]


def test_the_shelf_lists_what_can_be_printed(shelf: Shelf) -> None:
    kinds = {one.kind: one.size for one in shelf("rahma").kinds()}
    assert kinds["tanda_terima"] == "A4"
    assert kinds["tanda_terima_roll"] == kinds["queue_ticket"] == "roll80"
    assert "letter_preview" not in kinds


@pytest.mark.parametrize("kind", SUBJECTS)
def test_what_is_not_there_is_said_in_one_sentence(shelf: Shelf, kind: str) -> None:
    with pytest.raises(SubjectMissingError, match=r"^[A-Z][^.]* tidak ditemukan\.$"):
        shelf("rahma").paper(kind, "0190-unknown", text=ANSWER)


def test_an_unknown_kind_or_size_is_refused(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office)
    for kind, options in (
        ("ijazah", {}),
        ("tanda_terima", {"size": "a3"}),
        ("tanda_terima_roll", {"roll": "roll120"}),
    ):
        with pytest.raises(PaperUnknownError):
            shelf("rahma").paper(kind, opened.case_id, **options)


def test_the_disposition_sheet_is_empty_before_and_full_after(office: SmallOffice, shelf: Shelf) -> None:
    first = take_in(office, by_letter(), login="wulan")
    empty = text(shelf("wulan").paper("lembar_disposisi", first.case_id).pdf)
    assert "Usul dan saran Sekretaris" in empty
    assert "Ketua," in empty
    opened, papers = disposed(office), shelf("wulan")
    papers.printed(papers.paper("lembar_disposisi", opened.case_id), opened.case_id)
    shown = text(papers.paper("lembar_disposisi", opened.case_id).pdf)
    for words in (
        opened.number,
        "Yayasan Suara Warga",
        "17/YSW/III/2026",
        "12 Maret 2026",
        "Data tersedia di Subbag Teknis.",
        "Hendra Kusuma",
        "Kepala Sub Bagian Teknis Penyelenggaraan Pemilu, Partisipasi dan Hubungan Masyarakat",
        "Koordinasi dengan Subbag Data.",
        "Ratna Maharani",
        "6 April 2026",
    ):
        assert words in shown
    assert "SALINAN" not in shown


def test_a_disposition_taken_over_from_paper_says_so(office: SmallOffice, shelf: Shelf) -> None:
    opened = letter_to_ketua(office)
    order = DispositionDraft(
        role="ketua",
        verb="disposisikan",
        to_role="kasubag_hukum",
        phrases=("Siapkan data",),
        done_at=office.clock.pass_(hours=1),
        by_staff_id=office.founded.staff["ratna"],
        deadline=date(2026, 3, 17),
    )
    dispose(office.at("wulan"), opened.case_id, order)
    shown = text(shelf("wulan").paper("lembar_disposisi", opened.case_id).pdf)
    assert "Ratna Maharani" in shown
    assert "Dicatat dari lembar yang ditandatangani" in shown
    assert "17 Maret 2026" in shown


def test_a_hand_over_prints_its_slip_with_the_drawn_signature(office: SmallOffice, shelf: Shelf) -> None:
    opened, signed, delivered = handed_over(
        office, signature_png=PNG, signed_on_paper=False, proxy=True, power_of_attorney=True, remark="Loket 1"
    )
    papers = shelf("rahma")
    paper = papers.paper("ekspedisi_slip", delivered.delivery_id)
    shown = text(paper.pdf)
    for words in (
        delivered.number,
        signed.number,
        opened.number,
        "Diambil sendiri",
        "Kuasa pemohon",
        "Loket 1",
        "Rahma Widyastuti",
    ):
        assert words in shown
    papers.printed(paper, delivered.delivery_id)
    again = papers.paper("ekspedisi_slip", delivered.delivery_id, size="a5")
    assert "SALINAN" in text(again.pdf)
    assert sizes_mm(again.pdf) == [(210, 148)]


def test_a_fee_receipt_lists_only_what_was_paid(office: SmallOffice, shelf: Shelf) -> None:
    opened, _, _ = handed_over(office)
    taken = take_fee(office.at("rahma"), opened.case_id, FeeDraft("Lalu Ahmad Fauzi", 12, 500, 20_000))
    papers = shelf("rahma")
    paper = papers.paper("fee_receipt", taken.receipt_id)
    shown = text(paper.pdf)
    for words in (
        taken.number,
        "Rp6.000",
        "Rp20.000",
        "Rp26.000",
        "Dua puluh enam ribu rupiah",
        opened.number,
    ):
        assert words in shown
    assert "Biaya lain" not in shown
    papers.printed(paper, taken.receipt_id)
    assert "SALINAN" in text(papers.paper("fee_receipt", taken.receipt_id).pdf)


def test_the_evacuation_list_holds_who_is_inside_now(office: SmallOffice, shelf: Shelf) -> None:
    gate = office.at("bayu")
    register_visit(gate, VisitDraft(name="Sari Utami", purpose="Bertamu", card="7", companions=2))
    gone = register_visit(gate, VisitDraft(name="Budi Santoso", purpose="Bertamu"))
    check_out(gate, gone.visit_id)
    shown = text(shelf("bayu").paper("evacuation_list", "").pdf)
    assert "Sari Utami" in shown
    assert "Budi Santoso" not in shown
    assert "3 (1 tamu dan 2 pengikut)" in shown
    assert "Bayu Prakoso" in shown


def test_a_kept_pdf_is_shown_as_it_is_and_a_picture_on_one_page(office: SmallOffice, shelf: Shelf) -> None:
    opened, papers = take_in(office), shelf("rahma")
    pdf = papers.paper("tanda_terima", opened.case_id).pdf
    kept = attach(office.at("rahma"), opened.case_id, [NewFile("surat.pdf", pdf), NewFile("foto.jpg", JPEG)])
    assert papers.paper("file", kept[0]).pdf == pdf
    shown = papers.paper("file", kept[1])
    assert sizes_mm(shown.pdf) == [(210, 297)]
    assert shown.name == "berkas-tersimpan-foto.pdf"
    assert text(shown.pdf) == ""


@pytest.mark.parametrize("scan", ["pdf", "picture"])
def test_a_scan_of_an_identity_bears_its_purpose_and_is_not_for_everybody(
    office: SmallOffice, shelf: Shelf, scan: str
) -> None:
    opened, papers = take_in(office), shelf("rahma")
    content = papers.paper("tanda_terima", opened.case_id).pdf if scan == "pdf" else PNG
    file = NewFile("ktp", content, "identity", reason="permohonan informasi")
    kept = attach(office.at("rahma"), opened.case_id, [file])[0]
    shown = text(papers.paper("file", kept).pdf)
    assert "Hanya untuk: permohonan informasi · KPU Kab. Tanjung Lestari · 13 Maret 2026" in shown
    with pytest.raises(PaperRefusedError, match="berwenang"):
        shelf("agus").paper("file", kept)


def test_a_file_that_is_no_paper_or_was_taken_off_is_refused(office: SmallOffice, shelf: Shelf) -> None:
    opened, desk = take_in(office), office.at("rahma")
    table, broken = attach(
        desk, opened.case_id, [NewFile("data.csv", b"a;b\n1;2\n"), NewFile("rusak.png", PNG[:40])]
    )
    with pytest.raises(PaperRefusedError, match="program lain"):
        shelf("rahma").paper("file", table)
    with pytest.raises(PaperRefusedError, match="rusak"):
        shelf("rahma").paper("file", broken)
    detach(desk, table)
    with pytest.raises(SubjectMissingError):
        shelf("rahma").paper("file", table)


def test_the_shelf_loads_nothing_heavy_until_a_paper_is_made() -> None:
    code = (
        "import sys, desk.papers.shelf;"
        "print([name for name in ('reportlab', 'sqlalchemy', 'desk.documents') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_recovery_sheet_is_for_the_administrator_with_a_code(shelf: Shelf) -> None:
    made = shelf("admin").paper("recovery_sheet", "", code="TXXZ-3MMJ-3H3S-QF8P-2KEV-6J9X-RY98")
    shown = text(made.pdf)
    assert "TXXZ-3MMJ-3H3S-QF8P-2KEV-6J9X-RY98" in shown
    assert "kode pada lembar sebelumnya" in shown
    assert "Akun pertama" not in shown
    for login, code in (("rahma", "TXXZ"), ("admin", "")):
        with pytest.raises(PaperRefusedError):
            shelf(login).paper("recovery_sheet", "", code=code)


def test_the_sheet_of_a_code_is_for_the_administrator_with_a_code(shelf: Shelf) -> None:
    wish = {
        "code": "TXXZ3-3MMJA-3H3SB\nQF8PC-2KEVD",
        "device": "LOKET-2",
        "used_for": "Meja layanan",
        "ends_at": datetime(2026, 3, 14, 1, 0, tzinfo=UTC),
    }
    made = shelf("admin").paper("enrolment_sheet", "", **wish)
    shown = text(made.pdf)
    for words in ("TXXZ3-3MMJA-3H3SB", "QF8PC-2KEVD", "LOKET-2", "Meja layanan", "14 Maret 2026"):
        assert words in shown
    assert len(sizes_mm(made.pdf)) == 1
    for login, changed in (("rahma", {}), ("admin", {"code": ""}), ("admin", {"ends_at": None})):
        with pytest.raises(PaperRefusedError):
            shelf(login).paper("enrolment_sheet", "", **(wish | changed))

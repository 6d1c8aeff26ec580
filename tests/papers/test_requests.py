"""Form B and the notice of missing papers."""

import pytest

from desk.actions.cases import update_checklist
from desk.papers.errors import PaperRefusedError
from desk.services.informasi import InformasiDraft, Path, WayToFetch, WayToGet
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.stories import NIK, REQUEST, changed, move, take_in, with_proxy


def test_form_b_shows_the_identity_whole_in_two_copies(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office, with_proxy(changed(REQUEST, source="Laman KPU")))
    shown = text(shelf("rahma").paper("form_b", opened.case_id).pdf)
    for words in (
        opened.number,
        NIK,
        "5299014108900007",
        "Wiraswasta",
        REQUEST.information,
        "Bahan penelitian",
        "Laman KPU",
        "Lembar untuk pemohon",
        "Lembar untuk PPID",
        "Rahma Widyastuti",
    ):
        assert words in shown


def test_form_b_is_masked_for_who_may_not_see_identities(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office)
    shown = text(shelf("agus").paper("form_b", opened.case_id).pdf)
    assert NIK not in shown
    assert "5299•••••••0003" in shown


@pytest.mark.parametrize("fetch", list(WayToFetch))
@pytest.mark.parametrize("get", list(WayToGet))
def test_form_b_knows_every_way_of_the_form(
    office: SmallOffice, shelf: Shelf, get: WayToGet, fetch: WayToFetch
) -> None:
    opened = take_in(office, changed(REQUEST, way_to_get=get, way_to_fetch=fetch))
    assert "Cara memperoleh informasi" in text(shelf("rahma").paper("form_b", opened.case_id).pdf)


def test_a_spoken_answer_has_no_form(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office, InformasiDraft(path=Path.SPOKEN, information="Jam buka"))
    with pytest.raises(PaperRefusedError, match="lisan"):
        shelf("rahma").paper("form_b", opened.case_id)


def test_what_is_missing_is_told_with_a_day(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office, changed(REQUEST, ticked=(), purpose=" "))
    paper = shelf("rahma").paper("berkas_kurang", opened.case_id)
    shown = text(paper.pdf)
    for words in (
        opened.number,
        "Identitas diri",
        "Tujuan penggunaan informasi",
        "Rabu, 25 Maret 2026 (tiga (3) hari kerja sejak pemberitahuan ini)",
        "dihentikan sementara",
        "Petugas Layanan,",
        "Rahma Widyastuti",
        "Tanjung Lestari, 13 Maret 2026",
    ):
        assert words in shown
    assert NIK not in shown
    assert "Nomor:" not in shown
    assert paper.name == "pemberitahuan-kekurangan-berkas-001-PI.pdf"


def test_a_complete_request_has_no_such_notice(office: SmallOffice, shelf: Shelf) -> None:
    opened = take_in(office)
    with pytest.raises(PaperRefusedError, match="sudah lengkap"):
        shelf("rahma").paper("berkas_kurang", opened.case_id)


def test_a_second_notice_is_no_copy_of_the_first(office: SmallOffice, shelf: Shelf) -> None:
    opened, papers = take_in(office, changed(REQUEST, ticked=())), shelf("rahma")
    papers.printed(papers.paper("berkas_kurang", opened.case_id), opened.case_id)
    assert "SALINAN" in text(papers.paper("berkas_kurang", opened.case_id).pdf)

    office.clock.pass_(days=3)
    update_checklist(office.at("rahma"), opened.case_id, {"identitas": True})
    move(office, "rahma", opened.case_id, "minta_kelengkapan", reason="Foto KTP tidak terbaca")

    again = text(papers.paper("berkas_kurang", opened.case_id).pdf)
    assert "SALINAN" not in again
    assert "Foto KTP tidak terbaca" in again

"""Service standards and the maklumat as an office prints them (R10)."""

from datetime import timedelta

import msgspec
import pytest

from desk.actions.mandates import give_mandate
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.standards.loader import Standards
from desk.standards.told import TITLES
from tests.documents.reading import page_texts, sizes_mm, squeezed, text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf

SERVICES = ("autentifikasi", "paw", "informasi", "keberatan", "pengaduan", "magang", "data_pemilih")


@pytest.mark.parametrize("slug", SERVICES)
def test_a_standard_to_take_home_has_every_component_on_a4(shelf: Shelf, slug: str) -> None:
    paper = shelf("rahma").paper("standar_pelayanan", slug)
    shown = squeezed(text(paper.pdf))
    for number, title in enumerate(TITLES.values(), start=1):
        assert squeezed(f"{number}. {title}") in shown
    assert set(sizes_mm(paper.pdf)) == {(210, 297)}
    assert "- 2 -" in page_texts(paper.pdf)[1]


def test_a_service_the_office_does_not_offer_has_no_standard_here(shelf: Shelf) -> None:
    with pytest.raises(SubjectMissingError):
        shelf("rahma").paper("standar_pelayanan", "sop_kupang")


def test_the_maklumat_is_signed_by_the_ketua_or_who_acts(office: SmallOffice, shelf: Shelf) -> None:
    shown = text(shelf("rahma").paper("maklumat_pelayanan", "").pdf)
    for words in ("Ketua, Ratna Maharani", "Layanan Data Pemilih", "Nomor 51 Tahun 2025", "siap menerima"):
        assert words in shown
    assert "Plh." not in shown
    now = office.clock()
    dewi = office.founded.staff["dewi"]
    give_mandate(office.at("ratna"), dewi, "ketua", now, now + timedelta(days=1), "Dinas luar")
    assert "Plh. Ketua, Dewi Lestari" in text(shelf("rahma").paper("maklumat_pelayanan", "").pdf)


def test_a_standard_without_words_for_a_maklumat_makes_none(
    office: SmallOffice, shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = msgspec.structs.replace(office.standards.get("ksb"), pledge=())
    monkeypatch.setattr(office, "standards", Standards(office.standards.by_id | {"ksb": bare}))
    with pytest.raises(PaperRefusedError, match="belum memuat"):
        shelf("rahma").paper("maklumat_pelayanan", "")

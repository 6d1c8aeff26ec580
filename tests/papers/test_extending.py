"""The notice of an extension on paper: as a draft, signed, as a copy, with what was granted then."""

from datetime import date

import pytest

from desk.actions.calendar import close_day
from desk.actions.limits import extend_limit
from desk.actions.notices import extend_and_sign, sign_notice
from desk.papers.errors import SubjectMissingError
from desk.rules.calendar import DayKind
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.papers.conftest import Shelf
from tests.stories import to_ppid

WHY = "Data pada arsip lama"


def test_before_its_signature_it_is_a_draft_and_names_who_will_sign(
    office: SmallOffice, shelf: Shelf
) -> None:
    opened = to_ppid(office)
    extension = extend_limit(office.at("syahrul"), opened.case_id, 2, WHY).extension_id
    papers = shelf("syahrul")
    paper = papers.paper("perpanjangan", extension)
    shown = text(paper.pdf)
    for words in ("KONSEP", "Diberikan saat ditandatangani", "Putri Handayani", f"{WHY}."):
        assert words in shown
    assert paper.name == "pemberitahuan-perpanjangan-waktu-konsep-001-PI.pdf"
    papers.printed(paper, extension)

    signed = sign_notice(office.at("putri"), extension)
    paper = papers.paper("perpanjangan", extension)
    shown = text(paper.pdf)
    assert signed.number in shown
    assert "KONSEP" not in shown
    assert "SALINAN" not in shown, "the print of a draft is no first print of the signed notice"
    papers.printed(paper, extension)
    assert "SALINAN" in text(papers.paper("perpanjangan", extension).pdf)


def test_it_says_what_was_granted_then_whatever_moved_since(office: SmallOffice, shelf: Shelf) -> None:
    opened = to_ppid(office)
    first = extend_and_sign(office.at("putri"), opened.case_id, 2, WHY).extension_id
    second = extend_and_sign(office.at("putri"), opened.case_id, 5, "Berkas belum lengkap").extension_id
    close_day(office.at("admin"), date(2026, 4, 7), DayKind.CLOSING, "Pindah gedung")
    one, two = (text(shelf("putri").paper("perpanjangan", each).pdf) for each in (first, second))
    assert "Senin, 6 April 2026" in one
    assert "Rabu, 8 April 2026" in one
    assert "dua (2) hari kerja" in one
    assert "Batas waktu awal" not in one
    for words in ("Batas waktu awal", "Rabu, 8 April 2026", "lima (5) hari kerja", "Rabu, 15 April 2026"):
        assert words in two


def test_an_unknown_extension_has_no_notice(shelf: Shelf) -> None:
    with pytest.raises(SubjectMissingError):
        shelf("putri").paper("perpanjangan", "no-such-extension")

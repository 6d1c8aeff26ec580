"""Scans as papers."""

import pytest

from desk.documents import picture
from desk.documents.kit.errors import UnreadableScanError
from desk.documents.tanda_terima import render as receipt
from tests.documents.reading import page_texts, sizes_mm, text
from tests.documents.samples import office, tanda_terima
from tests.papers.pictures import JPEG, PNG

PURPOSE = "Hanya untuk: permohonan informasi · KPU Kabupaten Tanjung Lestari"


@pytest.mark.parametrize("scan", [PNG, JPEG])
def test_a_picture_fills_one_sheet_of_the_office(scan: bytes) -> None:
    pdf = picture.render(scan, "foto.jpg", office(paper="f4"))
    assert sizes_mm(pdf) == [(215, 330)]
    assert text(pdf) == ""


def test_the_purpose_is_written_across_however_long_it_is() -> None:
    for purpose in (PURPOSE, PURPOSE * 6):
        assert text(picture.render(PNG, "ktp", office(), watermark=purpose)).count(purpose) >= 3


def test_the_purpose_is_written_across_each_page_of_a_pdf() -> None:
    from io import BytesIO

    from pypdf import PdfWriter

    two = PdfWriter()
    for _ in range(2):
        two.append(BytesIO(receipt(tanda_terima(), office())))
    kept = BytesIO()
    two.write(kept)
    pages = page_texts(picture.watermarked(kept.getvalue(), "ktp.pdf", office(), PURPOSE))
    assert len(pages) == 2
    assert all(PURPOSE in page and "TANDA TERIMA" in page for page in pages)


@pytest.mark.parametrize("scan", [b"", b"\x89PNG\r\n\x1a\n broken", PNG[:50]])
def test_what_is_no_picture_is_said(scan: bytes) -> None:
    with pytest.raises(UnreadableScanError):
        picture.render(scan, "rusak.png", office())


def test_what_is_no_pdf_is_said(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(UnreadableScanError):
        picture.watermarked(b"%PDF-1.4 cut off", "rusak.pdf", office(), PURPOSE)

"""The tanda terima against a bare canvas with the same content, and against LibreOffice filling a .docx."""

import io
import shutil
import statistics
import subprocess
import zipfile
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from desk.documents import tanda_terima
from desk.documents.facts import ApplicantFacts, LimitFacts, OfficeFacts, ReceivedPaper, TandaTerimaFacts
from tests.bench.conftest import Report
from tests.bench.figures import clocked, timed

pytestmark = [pytest.mark.bench, pytest.mark.timeout(600)]

OFFICE = OfficeFacts(
    name="KPU Kabupaten Tanjung Lestari",
    level="kabupaten",
    address="Jalan Merdeka Utara Nomor 17, Tanjung Lestari",
    city="Tanjung Lestari",
    zone="WITA",
    phone="(0372) 555 017",
    email="layanan@tanjunglestari.contoh.id",
)
FACTS = TandaTerimaFacts(
    number="027/PI/KPU-TL/XI/2026",
    service="Permohonan Informasi Publik",
    applicant=ApplicantFacts(
        name="Lalu Hamdan Fauzi", identity_number="5299•••••••0003", phone="0812-3700-1122"
    ),
    channel="Datang langsung",
    received_at=datetime(2026, 11, 20, 9, 31, tzinfo=ZoneInfo("Asia/Makassar")),
    papers=tuple(ReceivedPaper(label=f"Berkas persyaratan nomor {n}") for n in range(1, 6)),
    limit=LimitFacts(due=date(2026, 12, 4), days=10),
    officer="Rahma Widyastuti",
    code="7K3MQ9TA4XWB20CD",
    information_service=True,
)


def _lines_of(pdf: bytes) -> list[tuple[float, float, float, str]]:
    """Every piece of text on the sheet: x, y, size, words."""
    from pypdf import PdfReader

    found: list[tuple[float, float, float, str]] = []

    def visit(text: str, _cm: object, matrix: list[float], _font: object, size: float) -> None:
        if text.strip():
            found.append((matrix[4], matrix[5], size, text.strip()))

    PdfReader(io.BytesIO(pdf)).pages[0].extract_text(visitor_text=visit)
    return found


def _bare(lines: list[tuple[float, float, float, str]], code: str) -> bytes:
    """The same words with the same font, the code encoded once and drawn twice, and as many rules: nothing is
    measured, wrapped or decided."""
    from reportlab.graphics.barcode.qrencoder import QR8bitByte, QRCode, QRErrorCorrectLevel
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    from desk.documents.kit.fonts import family

    font = family("sans").regular
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for x, y, size, words in lines:
        canvas.setFont(font, size or 9)
        canvas.drawString(x, y, words)
    made = QRCode(None, QRErrorCorrectLevel.M)
    made.addData(QR8bitByte(code))
    made.make()
    for top in (430, 30):
        dark = canvas.beginPath()
        for row, line in enumerate(made.modules):
            for column, on in enumerate(line):
                if on:
                    dark.rect(460 + 2.4 * column, top - 2.4 * row, 2.4, 2.4)
        canvas.drawPath(dark, stroke=0, fill=1)
        for y in range(top, top + 60, 10):
            canvas.line(40, y, 200, y)
    canvas.save()
    return out.getvalue()


def _with_code(number: int) -> TandaTerimaFacts:
    """Each receipt has a code of its own, so nothing kept of the last one helps."""
    return replace(FACTS, code=f"7K3MQ9TA4XWB{number:04d}")


def test_tanda_terima_against_a_bare_canvas(report: Report) -> None:
    lines = _lines_of(tanda_terima.render(FACTS, OFFICE))
    _bare(lines, FACTS.code)
    pairs = []
    for number in range(80):
        facts = _with_code(number)
        ours = clocked(lambda facts=facts: tanda_terima.render(facts, OFFICE))
        pairs.append((ours, clocked(lambda facts=facts: _bare(lines, facts.code))))
    ours_ms, floor = (statistics.median(pair[n].wall for pair in pairs) for n in (0, 1))
    ratio = statistics.median(ours.cpu / bare.cpu for ours, bare in pairs)
    report(
        f"tanda terima, two copies on A4: {ours_ms:.1f} ms, bare reportlab canvas with the same words and "
        f"code {floor:.1f} ms: {ratio:.2f} x of processor time (aim <= 1.5)"
    )
    assert len(pairs) == 80


def test_tanda_terima_against_libreoffice(tmp_path: Path, report: Report) -> None:
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        report("tanda terima against LibreOffice: not run, LibreOffice is not on this machine")
        pytest.skip("LibreOffice is not on this machine")
    document = tmp_path / "tanda-terima.docx"
    words = [words for _, _, _, words in _lines_of(tanda_terima.render(FACTS, OFFICE))]

    def fill() -> None:
        _write_docx(document, words)
        subprocess.run(
            [office, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path), str(document)],
            check=True,
            capture_output=True,
            env={"HOME": str(tmp_path), "PATH": "/usr/bin:/bin"},
        )

    fill()
    theirs = statistics.median(timed(fill) for _ in range(5))
    ours = statistics.median(
        timed(lambda n=n: tanda_terima.render(_with_code(n), OFFICE)) for n in range(100, 130)
    )
    assert (tmp_path / "tanda-terima.pdf").stat().st_size > 0
    report(
        f"tanda terima {ours:.1f} ms, LibreOffice headless {theirs:.0f} ms: {theirs / ours:.0f} x (aim >= 20)"
    )


def _write_docx(path: Path, words: list[str]) -> None:
    """The smallest document Word opens, one paragraph a piece of text."""
    body = "".join(f"<w:p><w:r><w:t>{one.replace('&', 'dan')}</w:t></w:r></w:p>" for one in words)
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    space = "http://schemas.openxmlformats.org"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{space}/package/2006/content-types"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" '
            f'Type="{space}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
            "</Relationships>",
        )
        archive.writestr(
            "word/document.xml",
            f'<w:document xmlns:w="{space}/wordprocessingml/2006/main"><w:body>{body}</w:body></w:document>',
        )

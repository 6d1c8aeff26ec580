"""PDF bytes reach the printer of their kind in their own size; what cannot print is said by name."""

import pytest
from PySide6.QtCore import QSizeF

from desk.ui.runtime.ports import NoPrinterError, PrintBrokenError, PrinterChoice, PrinterOfflineError
from desk.ui.runtime.printing import FILE_PRINTER, MM, OpenPdf, QtPrinters, is_roll
from tests.ui.drivers.fakes import FakeMemory, small_pdf


@pytest.fixture
def printers(tmp_path, qapp):
    return QtPrinters(FakeMemory(), tmp_path / "cetak", only_files=True)


def sizes_mm(path):
    with OpenPdf(path.read_bytes()) as document:
        sizes = [document.pagePointSize(page) for page in range(document.pageCount())]
    return [(round(size.width() / MM), round(size.height() / MM)) for size in sizes]


@pytest.mark.parametrize("size", [(210, 297), (215, 330), (148, 210), (80, 140), (58, 90), (297, 210)])
def test_every_page_keeps_its_size(printers, tmp_path, size):
    result = printers.print_pdf(small_pdf(2, *size), "tanda_terima")
    assert (result.printer, result.pages, result.copies) == (FILE_PRINTER, 2, 1)
    for found in sizes_mm(tmp_path / "cetak" / "0001-tanda-terima.pdf"):
        assert found == (pytest.approx(size[0], abs=1), pytest.approx(size[1], abs=1))


def test_files_are_numbered(printers, tmp_path):
    for _time in range(2):
        printers.print_pdf(small_pdf(), "ticket")
    assert [path.name for path in sorted((tmp_path / "cetak").iterdir())] == [
        "0001-ticket.pdf",
        "0002-ticket.pdf",
    ]


def test_a_choice_is_remembered_by_kind(printers):
    choice = PrinterChoice(FILE_PRINTER, silent=True, copies=3)
    printers.choose("ticket", choice)
    assert printers.choice("ticket") == choice
    assert printers.choice("surat") == PrinterChoice()
    assert printers.print_pdf(small_pdf(), "ticket").copies == 3


def test_a_spoilt_memory_counts_as_none(qapp):
    assert QtPrinters(FakeMemory({"printer.x": "{broken"})).choice("x") == PrinterChoice()


def test_a_printer_that_went_away_is_named(printers):
    with pytest.raises(PrinterOfflineError) as told:
        printers.print_pdf(small_pdf(), "ticket", printer="Struk Loket")
    assert told.value.printer == "Struk Loket"


def test_without_any_printer_that_is_said(qapp):
    with pytest.raises(NoPrinterError):
        QtPrinters(FakeMemory(), None, only_files=True).print_pdf(small_pdf(), "ticket")


def test_bytes_that_are_no_pdf_are_refused(printers):
    with pytest.raises(PrintBrokenError):
        printers.print_pdf(b"halo", "ticket")


def test_what_counts_as_a_roll():
    assert is_roll(QSizeF(80 * MM, 200 * MM))
    assert not is_roll(QSizeF(148 * MM, 210 * MM))

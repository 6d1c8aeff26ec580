"""Puts PDF bytes on the system's printers, each kind of paper on its own, by way of QtPdf."""

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QRect, QSize, QSizeF

from desk.ui.runtime.entry import Memory
from desk.ui.runtime.ports import (
    NoPrinterError,
    PrintBrokenError,
    PrinterChoice,
    PrinterInfo,
    PrinterOfflineError,
    PrintResult,
)

if TYPE_CHECKING:
    from PySide6.QtGui import QPageSize
    from PySide6.QtPdf import QPdfDocument
    from PySide6.QtPrintSupport import QPrinter

POINTS_PER_INCH = 72
MM = POINTS_PER_INCH / 25.4
ROLL_MM = 90.0
"""A page no wider than this is a receipt roll."""
PAPER_DPI, ROLL_DPI = 300, 203
FILE_PRINTER = "Berkas PDF"
"""Name of the printer that writes PDF files into a folder (demo, tests, offices without a printer)."""


class OpenPdf:
    """A PDF held open in memory; ``with OpenPdf(bytes) as document``. Raises PrintBrokenError."""

    def __init__(self, pdf: bytes) -> None:
        from PySide6.QtPdf import QPdfDocument

        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document = QPdfDocument()
        self.document.load(self._buffer)
        if self.document.status() != QPdfDocument.Status.Ready or not self.document.pageCount():
            self.close()
            raise PrintBrokenError("not a readable PDF")

    def __enter__(self) -> "QPdfDocument":
        return self.document

    def __exit__(self, *_exc: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the document before its buffer."""
        self.document.close()
        self._buffer.close()


def page_size(points: QSizeF) -> "QPageSize":
    """Qt's page size for a PDF page (upright); rolls keep their own length."""
    from PySide6.QtGui import QPageSize

    upright = QSizeF(min(points.width(), points.height()), max(points.width(), points.height()))
    if points.width() <= ROLL_MM * MM:
        upright = points
    exact = QPageSize.SizeMatchPolicy.ExactMatch if is_roll(points) else QPageSize.SizeMatchPolicy.FuzzyMatch
    return QPageSize(upright, QPageSize.Unit.Point, "", exact)


def is_roll(points: QSizeF) -> bool:
    """Whether a page of this size (in points) goes on a receipt roll."""
    return points.width() <= ROLL_MM * MM


class QtPrinters:
    """``Printers`` over Qt's print support; choices live in ``memory`` under ``printer.<kind>``.

    ``file_folder`` adds a printer that writes numbered PDF files there; with ``only_files`` no other is used.
    """

    def __init__(self, memory: Memory, file_folder: Path | None = None, only_files: bool = False) -> None:
        self._memory = memory
        self._folder = file_folder
        self._only_files = only_files

    def available(self) -> Sequence[PrinterInfo]:
        """Printers of the system with their state now, default first."""
        found: list[PrinterInfo] = []
        if not self._only_files:
            from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

            for info in QPrinterInfo.availablePrinters():
                broken = info.state() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted)
                state = "tidak tersambung" if broken else ""
                found.append(PrinterInfo(info.printerName(), not broken, info.isDefault(), state))
        if self._folder is not None:
            found.append(PrinterInfo(FILE_PRINTER, True, not any(info.default for info in found)))
        return sorted(found, key=lambda info: not info.default)

    def choice(self, kind: str) -> PrinterChoice:
        """What is remembered for a kind of paper."""
        kept = self._memory.recall(f"printer.{kind}")
        if kept is None:
            return PrinterChoice()
        try:
            return PrinterChoice(**json.loads(kept))
        except (ValueError, TypeError):
            return PrinterChoice()

    def choose(self, kind: str, choice: PrinterChoice) -> None:
        """Remember a choice for a kind of paper."""
        self._memory.remember(f"printer.{kind}", json.dumps(asdict(choice)))

    def print_pdf(self, pdf: bytes, kind: str, copies: int = 0, printer: str = "") -> PrintResult:
        """Print at once; raises NoPrinterError, PrinterOfflineError or PrintBrokenError."""
        choice = self.choice(kind)
        target = self._target(printer or choice.printer)
        copies = copies or choice.copies
        with OpenPdf(pdf) as document:
            if target == FILE_PRINTER and self._folder is not None:
                path = self._next_file(self._folder, kind)
                self._draw(document, self._printer("", document, copies, path), target)
            else:
                self._draw(document, self._printer(target, document, copies, None), target)
            return PrintResult(target, document.pageCount(), copies)

    def _target(self, wanted: str) -> str:
        known = self.available()
        if not wanted:
            default = next((info for info in known if info.default), None)
            if default is None:
                raise NoPrinterError("no printer set and no default")
            wanted = default.name
        info = next((info for info in known if info.name == wanted), None)
        if info is None or not info.online:
            raise PrinterOfflineError("printer not reachable", wanted)
        return wanted

    @staticmethod
    def _next_file(folder: Path, kind: str) -> Path:
        folder.mkdir(parents=True, exist_ok=True)
        stem = re.sub(r"[^a-z0-9-]+", "-", kind.lower()).strip("-") or "kertas"
        number = 1 + sum(1 for _ in folder.glob("*.pdf"))
        return folder / f"{number:04d}-{stem}.pdf"

    @staticmethod
    def _printer(name: str, document: "QPdfDocument", copies: int, path: Path | None) -> "QPrinter":
        from PySide6.QtGui import QPageLayout
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        if path is None:
            printer = QPrinter(QPrinterInfo.printerInfo(name), QPrinter.PrinterMode.HighResolution)
        else:
            printer = QPrinter(QPrinter.PrinterMode.HighResolution)
            printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
            printer.setOutputFileName(str(path))
        first = document.pagePointSize(0)
        printer.setResolution(ROLL_DPI if is_roll(first) else PAPER_DPI)
        printer.setCopyCount(copies if path is None else 1)
        printer.setFullPage(True)
        lying = not is_roll(first) and first.width() > first.height()
        turn = QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
        printer.setPageLayout(QPageLayout(page_size(first), turn, QMarginsF()))
        return printer

    @staticmethod
    def _draw(document: "QPdfDocument", printer: "QPrinter", target: str) -> None:
        from PySide6.QtGui import QPainter

        painter = QPainter()
        if not painter.begin(printer):
            raise PrintBrokenError("the system refused the job", target)
        try:
            for number in range(document.pageCount()):
                if number:
                    printer.newPage()
                points = document.pagePointSize(number)
                dpi = printer.resolution()
                size = QSize(
                    round(points.width() * dpi / POINTS_PER_INCH),
                    round(points.height() * dpi / POINTS_PER_INCH),
                )
                painter.drawImage(QRect(0, 0, size.width(), size.height()), document.render(number, size))
        finally:
            painter.end()

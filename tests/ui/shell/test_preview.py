"""The preview: pages, zoom, print and save by key; choices are remembered by kind of paper."""

import pytest
from PySide6.QtCore import Qt

from desk.ui.runtime.ports import PrinterChoice
from tests.ui.drivers.fakes import FakePapers, fake_ports
from tests.ui.drivers.shell import CTRL


@pytest.fixture
def ports():
    return fake_ports(papers=FakePapers(pages=3))


@pytest.fixture
def preview(shell, ctx, qtbot):
    ctx.preview("tanda_terima", "k1")
    qtbot.waitUntil(lambda: shell.drawer is not None)
    return shell.preview


def test_it_shows_the_paper_with_its_pages(shell, preview, qtbot):
    assert shell.drawer_title == "Tanda terima"
    assert preview.pages == 3
    assert preview.page.text() == "Halaman 1 dari 3 · A4"
    shell.press(Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: preview.page.text().startswith("Halaman 2"))
    shell.press(Qt.Key.Key_PageUp)
    qtbot.waitUntil(lambda: preview.page.text().startswith("Halaman 1"))


def test_ctrl_p_prints_notes_remembers_and_closes(shell, preview, ports):
    preview.printer.setCurrentIndex(1)
    preview.copies.setCurrentIndex(1)
    preview.silent.setChecked(True)
    shell.press(Qt.Key.Key_P, CTRL)
    assert ports.printers.jobs == [("Struk Loket", "tanda_terima", 2)]
    assert ports.papers.given == [("tanda_terima", "k1")]
    assert ports.printers.choice("tanda_terima") == PrinterChoice("Struk Loket", True, 2)
    assert shell.drawer is None


def test_an_offline_printer_leaves_the_preview_open(shell, preview, ports):
    ports.printers.offline.add("Laser Ruang Layanan")
    shell.press(Qt.Key.Key_P, CTRL)
    assert shell.toasts() == ["Printer Laser Ruang Layanan tidak tersambung. Kertas belum tercetak."]
    assert shell.drawer is preview


def test_ctrl_s_saves_where_the_officer_says(shell, preview, tmp_path):
    target = tmp_path / "tanda terima.pdf"
    preview._ask = lambda _parent, _name: target
    shell.press(Qt.Key.Key_S, CTRL)
    assert target.read_bytes() == preview.paper.pdf
    assert shell.toasts() == ["Disimpan: tanda terima.pdf"]


def test_giving_up_the_file_dialog_saves_nothing(shell, preview):
    preview._ask = lambda _parent, _name: None
    shell.press(Qt.Key.Key_S, CTRL)
    assert shell.toasts() == []


def test_zoom_by_key(shell, preview):
    shell.press(Qt.Key.Key_0, CTRL)
    assert preview.view.zoomMode() == preview.view.ZoomMode.FitToWidth
    shell.press(Qt.Key.Key_Minus, CTRL)
    first = preview.view.zoomFactor()
    shell.press(Qt.Key.Key_Plus, CTRL)
    assert preview.view.zoomFactor() > first
    shell.press(Qt.Key.Key_9, CTRL)
    assert preview.view.zoomMode() == preview.view.ZoomMode.FitInView


def test_a_paper_that_is_no_pdf_is_said(shell, ctx, ports, qtbot):
    from desk.ui.runtime.ports import Paper

    shell.window.preview(Paper("x.pdf", "Surat", b"rusak", "surat"))
    assert shell.drawer is None
    assert len(shell.toasts()) == 1

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import FileField

Show = Callable[..., QWidget]


@pytest.fixture
def papers(tmp_path: Path) -> list[Path]:
    made = [tmp_path / "surat.pdf", tmp_path / "lampiran.jpg", tmp_path / "program.exe"]
    for path in made:
        path.write_bytes(b"x" * 1500)
    return made


def _only_papers(path: Path) -> str | None:
    return "jenis berkas ini tidak diterima." if path.suffix == ".exe" else None


def test_chosen_files_are_listed_and_can_be_taken_out(qtbot: QtBot, show: Show, papers: list[Path]) -> None:
    field = FileField("Berkas", chooser=lambda _parent: papers[:2], check=_only_papers)
    show(field)
    field.button.setFocus()
    with qtbot.waitSignal(field.changed):
        qtbot.keyClick(field.button, Qt.Key.Key_Return)
    assert field.value() == tuple(papers[:2])
    with qtbot.waitSignal(field.changed):
        qtbot.mouseClick(field.rows[0].button, Qt.MouseButton.LeftButton)
    assert field.value() == (papers[1],)
    assert field.button.hasFocus()


def test_a_refused_file_is_named_beside_the_field(qtbot: QtBot, show: Show, papers: list[Path]) -> None:
    field = FileField("Berkas", chooser=lambda _parent: papers, check=_only_papers)
    show(field)
    qtbot.mouseClick(field.button, Qt.MouseButton.LeftButton)
    assert field.value() == tuple(papers[:2])
    assert field.problem() == "program.exe: jenis berkas ini tidak diterima."


def test_the_same_file_twice_a_missing_one_and_too_many_are_refused(show: Show, papers: list[Path]) -> None:
    field = FileField("Berkas", chooser=lambda _parent: [], most=2)
    show(field)
    field.add([papers[0], papers[0], papers[0].with_name("hilang.pdf"), papers[1], papers[2]])
    assert field.value() == (papers[0], papers[1])
    assert field.problem().splitlines() == [
        "surat.pdf: sudah ada dalam daftar.",
        "hilang.pdf: tidak dapat dibaca.",
        "program.exe: paling banyak 2 berkas.",
    ]


@pytest.mark.filterwarnings("ignore:.*QDragEnterEvent:DeprecationWarning")  # the newer form is not in Qt 6.11
def test_files_can_be_dropped(qtbot: QtBot, show: Show, papers: list[Path]) -> None:
    field = FileField("Berkas")
    show(field)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(papers[0]))])
    usual = (data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    middle = field.zone.rect().center()
    enter = QDragEnterEvent(middle, Qt.DropAction.CopyAction, *usual)
    QApplication.sendEvent(field.zone, enter)
    assert enter.isAccepted()
    assert field.zone.property("state") == "over"
    with qtbot.waitSignal(field.changed):
        QApplication.sendEvent(field.zone, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, *usual))
    assert field.value() == (papers[0],)
    assert field.zone.property("state") == ""

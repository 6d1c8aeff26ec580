"""The tour's pictures and papers in one folder, with tour.json that names them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from desk.ui.theme.clipping import clipped_texts

INDEX = "tour.json"

_OVER = (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
"""Kinds of windows that stand over the one they belong to: menus and lists."""


@dataclass(frozen=True)
class Picture:
    """A screen: its name in words, its file, the requirements it shows, the texts cut on it."""

    name: str
    file: str
    requirement: tuple[str, ...]
    clipped: tuple[str, ...] = ()


@dataclass(frozen=True)
class Sheet:
    """A paper: its name in words, its file, the requirements it belongs to."""

    name: str
    file: str
    requirement: tuple[str, ...]


@dataclass
class Album:
    """Everything the tour has shown so far, in order."""

    folder: Path
    screens: list[Picture] = field(default_factory=list)
    papers: list[Sheet] = field(default_factory=list)

    def take(self, window: QWidget, slug: str, name: str, requirement: Sequence[str]) -> None:
        """Keep a picture of a window as it stands now; note the texts cut on it."""
        file = f"{len(self.screens) + 1:03d}-{slug}.png"
        _picture(window).save(str(self.folder / file))
        cut = tuple(" ".join(text.split()) for text in clipped_texts(window))
        self.screens.append(Picture(name, file, tuple(requirement), cut))

    def keep(self, pdf: bytes, slug: str, name: str, requirement: Sequence[str]) -> None:
        """Keep a paper."""
        file = f"kertas-{len(self.papers) + 1:02d}-{slug}.pdf"
        (self.folder / file).write_bytes(pdf)
        self.papers.append(Sheet(name, file, tuple(requirement)))

    @property
    def cut(self) -> list[tuple[str, str]]:
        """Every text cut on a screen: the screen's file and the text."""
        return [(screen.file, text) for screen in self.screens for text in screen.clipped]

    def index(self) -> dict[str, object]:
        """What tour.json says."""
        return {
            "screens": [asdict(screen) for screen in self.screens],
            "papers": [asdict(paper) for paper in self.papers],
        }

    def finish(self) -> None:
        """Write tour.json."""
        (self.folder / INDEX).write_text(json.dumps(self.index(), ensure_ascii=False, indent=2), "utf-8")


def _picture(window: QWidget) -> QPixmap:
    """The window with the menus and lists that stand over it as windows of their own."""
    picture = window.grab()
    painter = QPainter(picture)
    for other in QApplication.topLevelWidgets():
        if other is not window and other.isVisible() and other.windowType() in _OVER:
            painter.drawPixmap(other.pos() - window.pos(), other.grab())
    painter.end()
    return picture

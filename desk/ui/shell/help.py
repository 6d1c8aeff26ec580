"""Help in the drawer: the staff manual (resources/help/*.md) and the sheet of keys."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QComboBox, QGridLayout, QScrollArea, QTextBrowser, QVBoxLayout, QWidget

from desk.assets import resource
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets.buttons import key_words
from desk.ui.widgets.card import KeyCap

EMPTY = "Belum ada halaman bantuan untuk layar ini. Tekan Ctrl+/ untuk melihat semua pintasan."
FIRST = "index"


def _folder() -> Path | None:
    try:
        return resource("help")
    except FileNotFoundError:
        return None


def topics(folder: Path | None) -> list[tuple[str, str]]:
    """Pages of the manual as (topic, title); the title is the first heading; the index comes first."""
    if folder is None:
        return []
    found = []
    for path in sorted(folder.glob("*.md"), key=lambda path: (path.stem != FIRST, path.stem)):
        with path.open(encoding="utf-8") as lines:
            heading = next((line for line in lines if line.startswith("# ")), path.stem)
        found.append((path.stem, heading.removeprefix("# ").strip()))
    return found


class HelpPanel(QWidget):
    """One page of the manual, with a list of all; links lead from page to page."""

    def __init__(self, topic: str = "", folder: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = folder or _folder()
        self._topics = topics(self._folder)
        self.choice = QComboBox()
        self.choice.setAccessibleName("Halaman bantuan")
        for name, title in self._topics:
            self.choice.addItem(title, name)
        self.choice.currentIndexChanged.connect(lambda _row: self.show_topic(self.choice.currentData()))
        self.text = QTextBrowser()
        self.text.setObjectName("help")
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.choice)
        layout.addWidget(self.text, 1)
        self.choice.setVisible(bool(self._topics))
        self.setFocusProxy(self.text)
        self.show_topic(topic)

    def show_topic(self, topic: str) -> None:
        """Show a page; an unknown one falls back to the index, then to a sentence."""
        known = [name for name, _title in self._topics]
        name = topic if topic in known else (FIRST if FIRST in known else next(iter(known), ""))
        if not name or self._folder is None:
            self.text.setPlainText(EMPTY)
            return
        self.choice.setCurrentIndex(known.index(name))
        self.text.setMarkdown((self._folder / f"{name}.md").read_text(encoding="utf-8"))

    def _follow(self, url: QUrl) -> None:
        self.show_topic(Path(url.path()).stem)


class KeySheet(QScrollArea):
    """All keys that work now, in groups of (heading, [(keys, meaning)])."""

    def __init__(self, groups: Iterable[tuple[str, Sequence[tuple[str, str]]]]) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        inner = QWidget()
        inner.setObjectName("scrolled")
        grid = QGridLayout(inner)
        grid.setContentsMargins(0, 0, scaled(8), 0)
        grid.setHorizontalSpacing(scaled(14))
        grid.setVerticalSpacing(scaled(7))
        grid.setColumnStretch(1, 1)
        row = 0
        for heading, keys in groups:
            title = Text(heading, "label")
            grid.addWidget(title, row, 0, 1, 2)
            row += 1
            for key, meaning in keys:
                grid.addWidget(KeyCap(key_words(key)), row, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(Text(meaning), row, 1)
                row += 1
        grid.setRowStretch(row, 1)
        self.setWidget(inner)

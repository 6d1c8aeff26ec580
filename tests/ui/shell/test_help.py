"""Help in the drawer: the page about the screen, links between pages, calm when there is none."""

import importlib
import pkgutil
import re

import pytest
from PySide6.QtCore import Qt, QUrl

from desk.assets import resource
from desk.ui import screens
from desk.ui.runtime.page import Page
from desk.ui.shell.help import EMPTY, HelpPanel, topics


@pytest.fixture
def manual(tmp_path):
    (tmp_path / "index.md").write_text("# Petunjuk\n\nLihat [loket](counter.md).\n", encoding="utf-8")
    (tmp_path / "counter.md").write_text("# Loket\n\nTekan F2.\n", encoding="utf-8")
    return tmp_path


def test_f1_opens_help(shell):
    shell.press(Qt.Key.Key_F1)
    assert shell.drawer_title == "Bantuan"
    assert shell.help_text()


def test_the_page_of_the_topic_is_shown(manual, qtbot):
    panel = HelpPanel("counter", manual)
    qtbot.addWidget(panel)
    assert "Tekan F2." in panel.text.toPlainText()
    panel.choice.setCurrentIndex(0)
    assert "Petunjuk" in panel.text.toPlainText()


def test_links_lead_from_page_to_page(manual, qtbot):
    panel = HelpPanel("unknown", manual)
    qtbot.addWidget(panel)
    assert "Lihat loket." in panel.text.toPlainText()
    panel.text.anchorClicked.emit(QUrl("counter.md"))
    assert "Tekan F2." in panel.text.toPlainText()


def test_an_empty_manual_says_what_to_do(tmp_path, qtbot):
    panel = HelpPanel("counter", tmp_path)
    qtbot.addWidget(panel)
    assert panel.text.toPlainText() == EMPTY


def test_topics_start_with_the_index(manual):
    assert topics(manual) == [("index", "Petunjuk"), ("counter", "Loket")]
    assert topics(None) == []


MANUAL = resource("help")
_LINK = re.compile(r"\]\(([^)#]+\.md)\)")


def linked(page):
    return set(_LINK.findall(page.read_text(encoding="utf-8")))


def test_every_page_of_the_manual_is_reached_from_the_index():
    known = {page.name for page in MANUAL.glob("*.md")}
    assert {page.name: linked(page) - known for page in MANUAL.glob("*.md") if linked(page) - known} == {}
    reached, ahead = set(), {"index.md"}
    while ahead:
        reached |= ahead
        ahead = {one for name in ahead for one in linked(MANUAL / name)} - reached
    assert known - reached == set()


def test_every_screen_has_its_page_of_the_manual():
    for found in pkgutil.walk_packages(screens.__path__, f"{screens.__name__}."):
        importlib.import_module(found.name)
    topics_of = {one.__name__: one.help_topic or one.page_id for one in every(Page)}
    known = {page.stem for page in MANUAL.glob("*.md")}
    assert {name: topic for name, topic in topics_of.items() if topic not in known} == {}


def every(kind):
    """Subclasses of the product that can be shown."""
    for one in kind.__subclasses__():
        if one.__module__.startswith("desk.") and one.page_id:
            yield one
        yield from every(one)

"""Turning the pages of a long list by keys; a page that ran empty gives way to the one before."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.widgets import Pager

SIZE = 3
ALT = Qt.KeyboardModifier.AltModifier
Show = Callable[..., QWidget]


@dataclass
class Part:
    rows: list[int]
    following: int | None


class Long:
    """A list that can be read in pages, under a field that has the keyboard."""

    def __init__(self, count: int, show: Show, bot: QtBot) -> None:
        self.all, self.bot = list(range(count)), bot
        self.pager, self.line = Pager(), QLineEdit()
        self.pager.turned.connect(self.read)
        show(self.line, self.pager)
        self.line.setFocus()
        self.read()

    def fetch(self, after: int | None) -> Part:
        rest = [one for one in self.all if after is None or one > after]
        shown = rest[:SIZE]
        return Part(shown, shown[-1] if len(rest) > SIZE else None)

    def read(self) -> None:
        self.rows = list(self.pager.read(self.fetch))

    def press(self, key: Qt.Key) -> None:
        self.bot.keyClick(self.line, key, ALT)


def test_a_short_list_needs_no_pager(show: Show, qtbot: QtBot) -> None:
    short = Long(SIZE, show, qtbot)
    assert short.pager.isHidden()
    assert short.pager.count("nomor") == "3 nomor"
    assert Long(0, show, qtbot).pager.count("nomor") == ""


def test_the_keys_lead_on_and_back_and_stop_at_the_ends(show: Show, qtbot: QtBot) -> None:
    book = Long(8, show, qtbot)
    shown = [book.rows]
    for _ in range(3):
        book.press(Qt.Key.Key_PageDown)
        shown.append(book.rows)
    assert shown == [[0, 1, 2], [3, 4, 5], [6, 7], [6, 7]]
    assert book.pager.place.text() == "baris 7–8"
    assert book.pager.count("nomor") == ""
    assert (book.pager.back.isEnabled(), book.pager.next.isEnabled()) == (True, False)
    for _ in range(3):
        book.press(Qt.Key.Key_PageUp)
    assert (book.rows, book.pager.place.text()) == ([0, 1, 2], "baris 1–3")
    assert not book.pager.back.isEnabled()


def test_other_words_begin_at_the_first_page(show: Show, qtbot: QtBot) -> None:
    book = Long(8, show, qtbot)
    book.press(Qt.Key.Key_PageDown)
    book.pager.restart()
    book.read()
    assert book.rows == [0, 1, 2]


def test_a_page_that_ran_empty_gives_way(show: Show, qtbot: QtBot) -> None:
    book = Long(4, show, qtbot)
    book.press(Qt.Key.Key_PageDown)
    assert book.rows == [3]
    book.all.pop()
    book.read()
    assert (book.rows, book.pager.isHidden()) == ([0, 1, 2], True)

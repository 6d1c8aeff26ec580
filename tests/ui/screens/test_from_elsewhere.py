"""While another desk's changes arrive, every page keeps what is lit, its scroll and what is being typed."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot
from sqlalchemy import event

from desk.actions.attachments import NewFile, attach
from desk.actions.shift import leave_shift_note
from desk.store.replica import tables
from desk.ui.shell.workspace import Lazily
from desk.ui.widgets import Button
from desk.ui.workspaces import ALL
from tests import requests
from tests.office import SmallOffice
from tests.ui.drivers.collisions import arrive
from tests.ui.drivers.desks import Desk
from tests.ui.drivers.keyboard import Keyboard, field_of, rows_of, told
from tests.ui.drivers.scenes import SCENES, WITHOUT_OFFICE_DATA, Make, Scene

NEWS = "Rekapitulasi hasil pemilihan tamu kabupaten Karang Bayan"
"""Another desk's words; they pass every search of the scenes."""

HEARD_BY_THE_WINDOW = {"offices", "staff", "staff_roles", "mandates"}
"""Tables whose changes make the window show its page anew."""

_TABLE = re.compile(r'(?:FROM|JOIN)\s+"?(\w+)')

SOON_MS = 200
"""Milliseconds that a page waits for more letters before it searches, at most."""


def test_every_page_has_its_scene() -> None:
    pages = {entry.build.path for room in ALL for entry in room.pages if isinstance(entry.build, Lazily)}
    assert pages - WITHOUT_OFFICE_DATA == set(SCENES)


@pytest.mark.parametrize("path", SCENES, ids=lambda path: path.partition(":")[2])
def test_nothing_moves_under_the_hands(path: str, office: SmallOffice, qtbot: QtBot) -> None:
    scene = SCENES[path]
    ids = [scene.make(office) for _ in range(scene.many)]
    desk = sit(scene, path, ids, office, qtbot)
    hands = Hands(desk, scene)
    hands.begin()
    assert read_without_watching(desk, office) == set()
    before = hands.seen()

    scene.change(office, ids[0], NEWS)
    hands.until_shown(NEWS)
    assert hands.seen() == before

    if scene.many > 1:
        scene.make(office)
        hands.until_more_rows()
        assert hands.seen() == before

    for row_id in ids:
        scene.change(office, row_id, f"{NEWS} dua")
    hands.until_shown(f"{NEWS} dua")
    assert hands.seen().without_words() == before.without_words()
    hands.finish()
    desk.close()


def with_paper(case: Make, office: SmallOffice) -> str:
    """A request that has a file."""
    case_id = case(office)
    attach(office.at("rahma"), case_id, [NewFile("rincian.pdf", b"%PDF-1.4\n%%EOF\n")])
    return case_id


WALKS: dict[str, tuple[str, Make, dict[str, str]]] = {
    "notes": ("gate.notes:NotesPage", lambda office: leave_shift_note(office.at("rahma"), "Kunci."), {}),
    "ppid": ("ppid.page:PpidPage", partial(with_paper, requests.at_ppid), {}),
    "summary": ("case.page:CasePage", partial(with_paper, requests.registered), {"tab": "ringkasan"}),
    "files": ("case.page:CasePage", partial(with_paper, requests.registered), {"tab": "berkas"}),
}
"""Pages that make buttons anew when they read anew: page, its rows, how it is opened."""


@pytest.mark.parametrize("name", WALKS)
def test_the_keyboard_stays_wherever_tab_has_led_it(name: str, office: SmallOffice, qtbot: QtBot) -> None:
    page, make, params = WALKS[name]
    path = f"desk.ui.screens.{page}"
    known = SCENES[path]
    login = "rahma" if params else known.login
    scene = replace(known, login=login, make=make, params=dict(known.params) | params)
    ids = [make(office), make(office)]
    desk = sit(scene, path, ids, office, qtbot)
    hands = Hands(desk, scene)
    hands.settle()
    reached = []
    for here in hands.walk():
        if desk.shell.page.isAncestorOf(here):
            reached.append(told(here))
            news = f"{NEWS} {len(reached)}"
            scene.change(office, ids[0], news)
            hands.until_shown(news)
            focus = QApplication.focusWidget()
            assert focus is not None
            assert told(focus) == reached[-1]
    assert len(reached) > 3
    desk.close()


def test_a_note_that_is_read_next_stays_so_when_another_comes(office: SmallOffice, qtbot: QtBot) -> None:
    page, make, _params = WALKS["notes"]
    path = f"desk.ui.screens.{page}"
    scene = replace(SCENES[path], make=make)
    make(office)
    desk = sit(scene, path, [], office, qtbot)
    hands = Hands(desk, scene)
    hands.settle()
    here = hands.go_to(lambda one: isinstance(one, Button) and one.text() == "Sudah dibaca", "the note")
    hands.begin_to_count()
    make(office)
    hands.until_more_rows()
    assert QApplication.focusWidget() is here
    desk.close()


@pytest.mark.parametrize(
    "path", [path for path, one in SCENES.items() if one.leaves], ids=lambda path: path.partition(":")[2]
)
def test_a_case_that_another_desk_took_further_stays_under_the_pen(
    path: str, office: SmallOffice, qtbot: QtBot
) -> None:
    scene = replace(SCENES[path], walk=1, many=3)
    ids = [scene.make(office) for _ in range(scene.many)]
    desk = sit(scene, path, ids, office, qtbot)
    hands = Hands(desk, scene)
    hands.begin()
    typed = hands.typed()
    rows = desk.shell.page.list
    arrive(office, "cases", rows.current(), step="pemeriksaan")
    qtbot.waitUntil(lambda: len(rows.rows()) == 2)
    hands.settle()
    assert hands.typed() == typed
    assert rows.current() is None
    assert ["Pemeriksaan" in one and "Tulisan Anda tetap" in one for one in desk.toasts()] == [True]
    scene.make(office)
    qtbot.waitUntil(lambda: len(rows.rows()) == 3)
    hands.finish()
    assert len(desk.toasts()) == 1
    desk.close()


def read_without_watching(desk: Desk, office: SmallOffice) -> set[str]:
    """Tables that the page in front reads and whose changes it would not hear of."""
    page = desk.shell.page
    read: set[str] = set()

    def note(_connection: object, _cursor: object, statement: str, *_rest: object) -> None:
        read.update(_TABLE.findall(statement))

    engine = office.store._reader
    event.listen(engine, "before_cursor_execute", note)
    page.refresh_soon()
    page.refresh_now()
    event.remove(engine, "before_cursor_execute", note)
    return set() if "*" in page.watches else (read & tables()) - page.watches - HEARD_BY_THE_WINDOW


def sit(scene: Scene, path: str, ids: list[str], office: SmallOffice, bot: QtBot) -> Desk:
    """The officer before the page, in the smallest window."""
    page_id = next(
        entry.page_id
        for room in ALL
        for entry in room.pages
        if isinstance(entry.build, Lazily) and entry.build.path == path
    )
    desk = Desk(office, scene.login, bot, {page_id: path}, scene.counter)
    desk.window.resize(1366, 768)
    desk.ctx.navigate(page_id, **{name: value or ids[0] for name, value in scene.params.items()})
    return desk


@dataclass(frozen=True)
class Seen:
    """What must not move: lit rows (where on screen, and their words), other parts that scroll, the place of
    the keyboard, what is typed."""

    lit: tuple[tuple[int, str], ...]
    scrolled: tuple[int, ...]
    focus: QWidget | None
    typed: str
    cursor: int

    def without_words(self) -> tuple[object, ...]:
        """The same, whatever the lit rows say."""
        return tuple(place for place, _words in self.lit), self.scrolled, self.focus, self.typed, self.cursor


class Hands(Keyboard):
    """Hands on the keyboard, eyes on the window."""

    def __init__(self, desk: Desk, scene: Scene) -> None:
        super().__init__(desk.bot, self._at_rest)
        self._desk, self._window, self._scene = desk, desk.window, scene
        self._texts_before = 0

    def begin(self) -> None:
        """Walk down the list, then type the first half."""
        self.settle()
        if self._scene.walk:
            view = self.go_to(lambda one: isinstance(one, QAbstractItemView), "the list")
            assert isinstance(view, QAbstractItemView)
            self.press("Down", self._scene.walk)
            assert self._scene.walk == 1 or view.verticalScrollBar().value() > 0
        if self._scene.opens:
            self.press(self._scene.opens)
        if self._scene.chooses is not None:
            self.choose(*self._scene.chooses)
        if self._scene.label:
            self.go_to(self._is_field, f"the field {self._scene.label!r}")
            self.press("End")
            self.write(self._scene.typed[0])
        self.begin_to_count()

    def begin_to_count(self) -> None:
        """From now on more texts are more rows."""
        self._texts_before = len(list(self._texts()))

    def finish(self) -> None:
        """Type the second half: it follows the first."""
        if not self._scene.label:
            return
        (before, cursor), rest = self.typed(), self._scene.typed[1]
        self.write(rest)
        assert self.typed()[0] == before[:cursor] + rest + before[cursor:]
        assert before[:cursor].endswith(self._scene.typed[0])

    def until_shown(self, words: str) -> None:
        self.bot.waitUntil(lambda: any(words in text for text in self._texts()))
        self.settle()

    def until_more_rows(self) -> None:
        self.bot.waitUntil(lambda: len(list(self._texts())) > self._texts_before)
        self.settle()

    def seen(self) -> Seen:
        lists = self._lists()
        lit = tuple(
            (one.visualRect(one.currentIndex()).top(), rows_of(one)[one.currentIndex().row()])
            for one in lists
            if one.currentIndex().isValid()
        )
        areas = [one for one in self._window.findChildren(QAbstractScrollArea) if one.isVisible()]
        scrolled = tuple(one.verticalScrollBar().value() for one in areas if one not in lists)
        return Seen(lit, scrolled, QApplication.focusWidget(), *self.typed())

    def _at_rest(self) -> bool:
        """No work under way, no search about to begin."""
        timers = self._window.findChildren(QTimer)
        soon = any(one.isActive() and one.isSingleShot() and one.interval() <= SOON_MS for one in timers)
        return not soon and not self._desk.ctx.tasks.busy

    def _lists(self) -> list[QAbstractItemView]:
        views = self._window.findChildren(QAbstractItemView)
        return [one for one in views if one.isVisible() and not isinstance(one, QHeaderView)]

    def typed(self) -> tuple[str, int]:
        here = QApplication.focusWidget()
        if isinstance(here, QLineEdit):
            return here.text(), here.cursorPosition()
        if isinstance(here, QPlainTextEdit):
            return here.toPlainText(), here.textCursor().position()
        return "", 0

    def _is_field(self, one: QWidget) -> bool:
        field = field_of(one)
        label = field.label().replace("&", "") if field is not None else one.accessibleName()
        return label == self._scene.label

    def _texts(self) -> Iterator[str]:
        for view in self._lists():
            yield from rows_of(view)
        for one in self._window.findChildren(QWidget):
            if isinstance(one, (QLabel, QLineEdit)) and one.isVisible():
                yield one.text()
            elif isinstance(one, QPlainTextEdit) and one.isVisible():
                yield one.toPlainText()

"""The board in the waiting room."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF, QSizeF, Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import update

from desk.actions import queue
from desk.actions.counters import open_counter
from desk.actions.errors import NotAllowedError
from desk.actions.visits import VisitDraft, register_visit
from desk.models import Counter, Office
from desk.store.actor import Actor
from desk.ui.screens.board.layout import places, shift
from desk.ui.workspaces.kiosk import open_kiosk
from tests.office import SmallOffice
from tests.ui.drivers.board import BoardDriver, board_window
from tests.ui.drivers.desk_office import officer_context
from tests.ui.drivers.fakes import close_context

LONG_NAME = "Komisi Pemilihan Umum Kabupaten Kepulauan Tanjung Lestari Barat Daya"
SIZES = [(1366, 768), (1920, 1080), (3840, 2160), (1024, 600), (768, 1366), (1080, 1920), (2560, 1080)]


@pytest.fixture
def board(office: SmallOffice, qtbot: QtBot) -> Iterator[BoardDriver]:
    with board_window(office, qtbot) as driver:
        yield driver


def come(office: SmallOffice, *names: str, service: str = "informasi") -> None:
    for name in names:
        register_visit(office.at("bayu"), VisitDraft(name=name, purpose="Rahasia pribadi", service=service))
        office.clock.pass_(seconds=5)


def settings(office: SmallOffice, **values: object) -> None:
    with office.store.write(Actor("system", "setup", "admin"), "change_office", office.clock()) as session:
        session.execute(update(Office).values(**values))


def test_an_empty_board_says_what_to_do(board: BoardDriver) -> None:
    texts = board.texts()
    assert {"KPU Kabupaten Tanjung Lestari", "09.00", "Jumat, 13 Maret 2026", "Belum ada panggilan"} <= set(
        texts
    )
    assert texts.count("tutup") == 2


def test_a_call_appears_by_itself_lights_up_and_is_told_once(office: SmallOffice, board: BoardDriver) -> None:
    come(office, "Sari Utami", "Budi Santoso")
    counter = office.at("rahma", 1)
    open_counter(counter)
    queue.call_next(counter)
    board.bot.waitUntil(lambda: "Silakan ke loket 1" in board.texts())
    assert board.texts().count("B-001") == 2
    assert board.view.highlighted
    assert [call.label for call in board.calls] == ["B-001"]

    queue.serve(counter)
    board.settle()
    assert len(board.calls) == 1
    queue.recall(counter)
    board.bot.waitUntil(lambda: [call.times for call in board.calls] == [1, 2])


def test_the_highlight_ends_by_itself(office: SmallOffice, board: BoardDriver) -> None:
    come(office, "Sari Utami")
    counter = office.at("rahma", 1)
    open_counter(counter)
    queue.call_next(counter)
    board.bot.waitUntil(lambda: board.view.highlighted)
    board.bot.waitUntil(lambda: not board.view.highlighted)


def test_counters_former_calls_and_who_waits_are_shown(office: SmallOffice, board: BoardDriver) -> None:
    come(office, "Ayu", "Made", "Nyoman")
    come(office, "Wayan", service="autentifikasi")
    first, second = office.at("rahma", 1), office.at("yudi", 2)
    open_counter(first)
    open_counter(second)
    queue.call_next(first)
    office.clock.pass_(minutes=1)
    queue.call_next(second)
    texts = board.texts()
    assert "Silakan ke loket 2" in texts
    assert "B-001 · L1" in texts
    assert texts[texts.index("Autentifikasi") + 1] == "1"
    queue.finish(first)
    assert "siap" in board.texts()


def test_nothing_of_a_person_is_ever_on_the_board(office: SmallOffice, board: BoardDriver) -> None:
    come(office, "Sari Utami", "Budi Santoso")
    counter = office.at("rahma", 1)
    open_counter(counter)
    queue.call_next(counter)
    everything = " ".join([*board.texts(), repr(board.view.state)])
    for private in ("Sari", "Utami", "Budi", "Rahasia", "Rahma"):
        assert private not in everything


def test_a_new_day_empties_the_board(office: SmallOffice, board: BoardDriver) -> None:
    come(office, "Sari Utami")
    counter = office.at("rahma", 1)
    open_counter(counter)
    queue.call_next(counter)
    board.settle()
    office.clock.pass_(days=1)
    board.view.tick()
    assert "Belum ada panggilan" in board.texts()
    assert "Sabtu, 14 Maret 2026" in board.texts()


def test_the_clock_moves_with_the_minute(office: SmallOffice, board: BoardDriver) -> None:
    office.clock.pass_(seconds=59)
    board.view.tick()
    assert "09.00" in board.texts()
    office.clock.pass_(seconds=1)
    board.view.tick()
    assert "09.01" in board.texts()


def test_the_offices_own_running_text_runs_when_it_is_long(office: SmallOffice, board: BoardDriver) -> None:
    assert not board.view._frames.isActive()
    settings(office, settings={"board_text": "Layanan gratis. " * 20})
    board.bot.waitUntil(lambda: any(text.startswith("Layanan gratis.") for text in board.texts()))
    assert board.view._frames.isActive()
    settings(office, settings={"board_text": "Buka 08.00–16.00."})
    board.bot.waitUntil(lambda: "Buka 08.00–16.00." in board.texts())
    assert not board.view._frames.isActive()


@pytest.mark.parametrize("size", SIZES)
def test_everything_fits_on_every_screen(
    office: SmallOffice, board: BoardDriver, size: tuple[int, int]
) -> None:
    settings(office, name=LONG_NAME)
    with office.store.write(Actor("system", "setup", "admin"), "add_counters", office.clock()) as session:
        session.add_all(Counter(number=n, label=f"Loket {n}", open=True) for n in range(3, 8))
    come(office, "Ayu", "Made", "Nyoman")
    for service in ("autentifikasi", "paw"):
        come(office, "Wayan", service=service)
    counter = office.at("rahma", 1)
    open_counter(counter)
    queue.call_next(counter)
    board.resize(*size)
    assert "Loket 7" in board.texts()
    assert board.sticking_out() == []


def test_f11_turns_full_screen_and_esc_only_leaves_it(board: BoardDriver) -> None:
    board.press(Qt.Key.Key_F11)
    assert board.window.isFullScreen()
    board.press(Qt.Key.Key_Escape)
    assert not board.window.isFullScreen()
    board.press(Qt.Key.Key_Escape)
    assert board.window.isVisible()


def test_only_roles_that_may_see_the_board_open_it(office: SmallOffice) -> None:
    ctx = officer_context(office, "ratna")
    with pytest.raises(NotAllowedError):
        open_kiosk(ctx)
    close_context(ctx)


@given(
    width=st.integers(640, 4096),
    height=st.integers(480, 4096),
    counters=st.integers(0, 12),
    services=st.integers(0, 7),
)
def test_places_never_overlap_nor_leave_the_screen(
    width: int, height: int, counters: int, services: int
) -> None:
    spots = places(QSizeF(width, height), counters, services)
    parts = [spots.head, spots.hero, spots.recent, *spots.tiles, *spots.waiting, spots.foot]
    screen = QRectF(0, 0, width, height).adjusted(-0.5, -0.5, 0.5, 0.5)
    assert all(part.isValid() and screen.contains(part) for part in parts)
    shrunk = [part.adjusted(0.5, 0.5, -0.5, -0.5) for part in parts]
    assert not any(a.intersects(b) for i, a in enumerate(shrunk) for b in shrunk[i + 1 :])


def test_the_picture_wanders_a_little_so_that_nothing_burns_in() -> None:
    steps = {shift(minute, 1.0) for minute in range(30)}
    assert len(steps) > 4
    assert all(abs(across) <= 4 and abs(down) <= 4 for across, down in steps)

from collections.abc import Callable
from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHeaderView, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Column, EmptyState, RowItem, RowList, RowTable
from desk.ui.widgets.tablemodel import TONE_ROLE

Show = Callable[..., QWidget]


@dataclass(frozen=True)
class Row:
    key: int
    name: str
    days: int


ROWS = [Row(1, "Citra", 9), Row(2, "Adi", 10), Row(3, "budi", 2)]


@pytest.fixture
def table(show: Show) -> RowTable[Row]:
    made = RowTable(
        [
            Column[Row]("Nama", lambda row: row.name, stretch=True),
            Column[Row](
                "Sisa",
                lambda row: f"{row.days} hari kerja",
                tone=lambda row: Tone.BAD if row.days < 3 else None,
                sort=lambda row: row.days,
                align="right",
            ),
        ],
        key=lambda row: row.key,
        empty=EmptyState("inbox", "Belum ada permohonan"),
    )
    made.setMinimumHeight(260)
    show(made)
    made.set_rows(ROWS)
    return made


def _click_title(table: RowTable[Row], place: int, qtbot: QtBot) -> None:
    header: QHeaderView = table.view.horizontalHeader()
    x = header.sectionViewportPosition(place) + 10
    spot = header.viewport().rect().center()
    spot.setX(x)
    qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=spot)


def _names(table: RowTable[Row]) -> list[str]:
    return [row.name for row in table.rows()]


def test_the_selected_row_stays_selected_when_rows_change(table: RowTable[Row], qtbot: QtBot) -> None:
    table.select(3)
    with qtbot.assertNotEmitted(table.selected):
        table.set_rows([Row(9, "Eka", 1), Row(3, "budi", 1), Row(1, "Citra", 9)])
    current = table.current()
    assert current == Row(3, "budi", 1)


def test_a_row_that_is_gone_leaves_nothing_selected(table: RowTable[Row], qtbot: QtBot) -> None:
    table.select(3)
    with qtbot.waitSignal(table.selected) as told:
        table.set_rows(ROWS[:2])
    assert told.args == [None]
    assert table.current() is None


def test_arrows_move_and_enter_activates(table: RowTable[Row], qtbot: QtBot) -> None:
    table.select(1)
    table.view.setFocus()
    with qtbot.waitSignal(table.selected) as told:
        qtbot.keyClick(table.view, Qt.Key.Key_Down)
    assert told.args == [ROWS[1]]
    with qtbot.waitSignal(table.activated) as opened:
        qtbot.keyClick(table.view, Qt.Key.Key_Return)
    assert opened.args == [ROWS[1]]


def test_tab_leaves_the_table(table: RowTable[Row], qtbot: QtBot) -> None:
    table.select(1)
    table.view.setFocus()
    qtbot.keyClick(table.view, Qt.Key.Key_Tab)
    assert table.current() == ROWS[0]


def test_a_title_sorts_and_the_order_outlives_new_rows(table: RowTable[Row], qtbot: QtBot) -> None:
    table.select(2)
    _click_title(table, 0, qtbot)
    assert _names(table) == ["Adi", "budi", "Citra"]
    _click_title(table, 1, qtbot)
    assert _names(table) == ["budi", "Citra", "Adi"]
    table.set_rows([*ROWS, Row(4, "Dewi", 5)])
    assert _names(table) == ["budi", "Dewi", "Citra", "Adi"]
    assert table.current() == ROWS[1]
    _click_title(table, 1, qtbot)
    assert _names(table) == ["Adi", "Citra", "Dewi", "budi"]
    _click_title(table, 1, qtbot)
    assert _names(table) == ["Citra", "Adi", "budi", "Dewi"]


def test_scrolling_stays_where_it_was(table: RowTable[Row]) -> None:
    many = [Row(i, f"Tamu {i}", i) for i in range(100)]
    table.set_rows(many)
    bar = table.view.verticalScrollBar()
    bar.setValue(500)
    table.set_rows(many[:90])
    assert bar.value() == 500


def test_an_empty_table_says_what_to_do(table: RowTable[Row]) -> None:
    assert not table.empty.isVisible()
    table.set_rows([])
    assert table.empty.isVisible()
    assert not table.view.isVisible()
    table.set_rows(ROWS)
    assert table.view.isVisible()


def test_cells_have_tooltips_and_tones(table: RowTable[Row]) -> None:
    cell = table.model.index(2, 1)
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "2 hari kerja"
    assert cell.data(TONE_ROLE) == Tone.BAD
    assert table.model.index(0, 1).data(TONE_ROLE) is None
    assert table.grab().toImage().isNull() is False


def test_the_stretching_column_takes_the_rest(table: RowTable[Row], qtbot: QtBot) -> None:
    header = table.view.horizontalHeader()
    qtbot.waitUntil(lambda: header.length() == table.view.viewport().width())


ITEMS = [
    RowItem("a", "A-007", badge="lansia", tone=Tone.WARN),
    RowItem("b", "B-015", "Data pemilih", "5 mnt"),
]


def test_a_list_keeps_its_row_and_activates(qtbot: QtBot, show: Show) -> None:
    rows = RowList(empty=EmptyState("queue", "Tidak ada yang menunggu"))
    rows.setMinimumHeight(200)
    show(rows)
    rows.set_rows(ITEMS)
    rows.view.setFocus()
    rows.select("a")
    qtbot.keyClick(rows.view, Qt.Key.Key_Down)
    assert rows.current() == "b"
    with qtbot.assertNotEmitted(rows.selected):
        rows.set_rows(list(reversed(ITEMS)))
    assert rows.current() == "b"
    with qtbot.waitSignal(rows.activated) as opened:
        qtbot.keyClick(rows.view, Qt.Key.Key_Return)
    assert opened.args == ["b"]
    with qtbot.waitSignal(rows.selected) as told:
        rows.set_rows(ITEMS[:1])
    assert told.args == [None]
    rows.set_rows([])
    assert rows.empty is not None
    assert rows.empty.isVisible()


def test_a_list_row_can_be_heard_whole(show: Show) -> None:
    rows = RowList()
    show(rows)
    rows.set_rows(ITEMS)
    index = rows.model.index(1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "B-015 · Data pemilih · 5 mnt"
    assert rows.height_of_rows() > rows.height_of_rows(most=1) > 0

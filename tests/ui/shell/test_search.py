"""The search: grouped results as you type, keyboard alone; a code opens its case, typed or scanned."""

import pytest
from PySide6.QtCore import Qt

from desk.ui.runtime.ports import Hit
from desk.ui.shell.hits import grouped
from desk.ui.shell.scan import ScanFilter
from tests.ui.drivers.fakes import FakeSearch, fake_ports
from tests.ui.drivers.shell import focused

CODE = "KTL7Q2MXW4RD9"
HITS = [
    Hit("ticket", "t1", "Lalu Fauzi", "B-014"),
    Hit("case", "k1", "Rekapitulasi: Lalu Fauzi", "027/PI/2026"),
    Hit("visit", "v1", "Lalu Fauzi", detail="20 Nov"),
    Hit("letter", "s1", "Undangan Lalu", "12/UND/2026"),
]


@pytest.fixture
def ports():
    return fake_ports(search=FakeSearch(list(HITS), {CODE: "k9"}))


def test_hits_stand_in_groups_in_a_fixed_order():
    rows = grouped([*HITS, Hit("other", "x", "Lain")])
    assert [row for row in rows if isinstance(row, str)] == [
        "Pengunjung",
        "Permohonan",
        "Surat",
        "Antrean",
        "Lainnya",
    ]


def test_results_come_while_typing(shell, qtbot):
    shell.search("lalu f")
    qtbot.waitUntil(lambda: len(shell.results()) == 6)
    shell.type("z")
    qtbot.waitUntil(lambda: shell.results() == [])
    assert shell.window.search.isVisible()


def test_enter_opens_the_chosen_hit(shell):
    shell.search("lalu")
    shell.press(Qt.Key.Key_Down)
    shell.press(Qt.Key.Key_Return)
    assert shell.page.params == {"case_id": "k1"}
    assert not shell.window.search.isVisible()


def test_a_visit_opens_the_page_of_this_workspace(shell):
    shell.search("lalu")
    shell.press(Qt.Key.Key_Return)
    assert shell.page.page_id == "guests"


def test_a_hit_this_workspace_cannot_show_is_said(shell):
    shell.search("undangan")
    shell.press(Qt.Key.Key_Return)
    assert shell.toasts() == ["Undangan Lalu tidak dapat dibuka dari ruang kerja ini."]


def test_esc_empties_then_goes_back_to_the_page(shell):
    shell.search("lalu")
    shell.press(Qt.Key.Key_Escape)
    assert not shell.window.search.isVisible()
    assert focused() is shell.window.topbar.search.edit
    shell.press(Qt.Key.Key_Escape)
    assert focused() is shell.page.field


def test_a_typed_code_opens_its_case(shell, qtbot):
    shell.search(CODE)
    shell.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.page.page_id == "case")
    assert shell.window.topbar.search.edit.text() == ""
    assert shell.page.params == {"case_id": "k9"}


@pytest.mark.parametrize("slow", [False, True])
def test_another_desks_change_shows_and_the_lit_hit_stays(shell, ports, qtbot, slow):
    ports.search.hits += [Hit("visit", f"t{number}", f"Lalu Tamu {number}") for number in range(30)]
    shell.search("lalu")
    qtbot.waitUntil(lambda: len(shell.results()) > 20)
    for _ in range(15):
        shell.press(Qt.Key.Key_Down)
    view, model = shell.window.search.view, shell.window.search.model
    lit, place = model.rows[view.currentIndex().row()], view.verticalScrollBar().value()
    assert place > 0
    shell.window.search._slow = slow
    ports.search.hits[2] = Hit("visit", "v1", "Lalu Ahmad Fauzi", detail="20 Nov")
    ports.changes.announce(visits=["v1"])
    qtbot.waitUntil(lambda: "Lalu Ahmad Fauzi" in shell.results())
    assert (model.rows[view.currentIndex().row()], view.verticalScrollBar().value()) == (lit, place)
    shell.type(" tamu 1")
    qtbot.waitUntil(lambda: "Lalu Ahmad Fauzi" not in shell.results())
    assert shell.window.topbar.search.edit.text() == "lalu tamu 1"


def test_a_slow_search_moves_to_the_background(shell, qtbot):
    shell.window.search._slow = True
    shell.search("lalu")
    qtbot.waitUntil(lambda: len(shell.results()) == 8)


def test_a_failing_search_does_not_escape(shell, ports, qtbot, caplog):
    ports.search.find = lambda *_a: 1 / 0
    shell.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    shell.type("x")
    qtbot.waitUntil(lambda: bool(shell.toasts()))
    assert "ZeroDivisionError" in caplog.text


@pytest.mark.parametrize("place", ["field", "note"])
def test_a_scan_opens_its_case_wherever_the_cursor_is(shell, qtbot, place):
    page = shell.page
    target = getattr(page, place)
    target.setFocus()
    shell.type("Lalu ")
    shell.window.scan._last = 0.0
    shell.type(CODE)
    shell.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.page.page_id == "case")
    assert shell.page.params == {"case_id": "k9"}
    text = page.field.text() if place == "field" else page.note.toPlainText()
    assert text == "Lalu "


def test_fast_text_that_is_no_code_of_ours_stays(shell):
    shell.page.field.setFocus()
    shell.type("bukan kode kami")
    shell.press(Qt.Key.Key_Return)
    assert shell.page.page_id == "counter"
    assert shell.page.field.text() == "bukan kode kami"


def test_a_hand_is_no_scanner(shell, qapp):
    asked, time = [], [0.0]

    def slow_clock():
        time[0] += 0.2
        return time[0]

    hand = ScanFilter(lambda code: bool(asked.append(code)), slow_clock)
    qapp.installEventFilter(hand)
    shell.page.field.setFocus()
    shell.type(CODE.lower())
    shell.press(Qt.Key.Key_Return)
    qapp.removeEventFilter(hand)
    assert asked == []


def test_a_code_typed_slowly_opens_its_case(shell, monkeypatch):
    monkeypatch.setattr(shell.window.scan, "_now", iter(range(100)).__next__)
    shell.search(CODE)
    shell.press(Qt.Key.Key_Return)
    assert shell.page.params == {"case_id": "k9"}

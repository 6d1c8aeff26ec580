"""A counter moves the queue by its keys."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions import queue
from desk.actions.counters import open_counter
from desk.actions.visits import VisitDraft, register_visit
from desk.rules.queueing import TicketState
from desk.ui.screens.queue_panel.transfer import TransferForm
from desk.ui.theme.clipping import clipped_texts
from tests.office import SmallOffice
from tests.ui.drivers.queue_panel import CounterDriver, counter_window
from tests.ui.drivers.shell import CTRL


@pytest.fixture
def counter(office: SmallOffice, qtbot: QtBot) -> Iterator[CounterDriver]:
    with counter_window(office, qtbot, "rahma", 1) as driver:
        yield driver


def come(office: SmallOffice, *names: str, service: str = "informasi", priority: str = "") -> None:
    for name in names:
        draft = VisitDraft(name=name, purpose="Minta data", service=service, priority=priority)
        register_visit(office.at("bayu"), draft)
        office.clock.pass_(minutes=2)


def test_one_key_opens_calls_serves_and_goes_on(office: SmallOffice, counter: CounterDriver) -> None:
    come(office, "Ayu", "Made")
    counter.settle()
    steps = []
    for _ in range(5):
        steps.append(counter.next_step)
        counter.f(2)
    assert steps == [
        "Buka loket",
        "Panggil berikut",
        "Tamu datang, layani",
        "Selesai, panggil berikut",
        "Tamu datang, layani",
    ]
    assert (counter.served, counter.heading, counter.next_step) == ("B-002", "SEDANG DILAYANI", "Selesai")
    counter.f(2)
    assert (counter.served, counter.next_step) == ("", "")


def test_the_screen_is_told_whom_the_counter_has_in_hand(office: SmallOffice, counter: CounterDriver) -> None:
    come(office, "Ayu")
    for _ in range(4):
        counter.f(2)
    told = [(one.name, one.state) if one else None for one in counter.told]
    assert told == [("Ayu", TicketState.CALLED), ("Ayu", TicketState.SERVING), None]


def test_a_finish_is_taken_back_with_the_call_after_it(office: SmallOffice, counter: CounterDriver) -> None:
    come(office, "Ayu", "Made")
    for _ in range(4):
        counter.f(2)
    assert counter.served == "B-002"
    assert counter.toasts() == ["B-001 selesai."]
    counter.undo()
    counter.settle()
    assert counter.served == "B-001"
    assert counter.waiting() == ["B-002"]


def test_recall_hold_skip_and_putting_back(office: SmallOffice, counter: CounterDriver) -> None:
    come(office, "Ayu", "Made", "Nyoman")
    counter.f(2)
    counter.f(2)
    counter.f(3)
    assert "dipanggil 2 kali" in counter.panel.detail.text()
    counter.f(6)
    counter.f(2)
    counter.f(7)
    assert counter.aside() == [("B-001", "ditunda"), ("B-002", "dilewati")]

    counter.panel.aside.setFocus()
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Down)
    counter.panel.back.click()
    counter.settle()
    assert counter.waiting() == ["B-003", "B-002"]
    counter.panel.aside.setFocus()
    counter.panel.aside.select("")
    counter.press(Qt.Key.Key_Home)
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    assert counter.served == "B-001"


def test_a_ticket_of_choice_is_called_by_enter(office: SmallOffice, counter: CounterDriver) -> None:
    come(office, "Ayu", "Made")
    counter.f(2)
    counter.panel.waiting.setFocus()
    counter.press(Qt.Key.Key_End)
    counter.press(Qt.Key.Key_Return)
    counter.settle()
    assert counter.served == "B-002"


def test_a_visitor_is_passed_on_to_another_counter(office: SmallOffice, counter: CounterDriver) -> None:
    other = office.at("yudi", 2)
    open_counter(other)
    come(office, "Ayu")
    counter.f(2)
    counter.f(2)
    counter.f(8)
    assert counter.drawer_title == "Alihkan B-001"
    form = counter.drawer
    assert isinstance(form, TransferForm)
    counter.press(Qt.Key.Key_Return, CTRL)
    assert form.service.problem() == "Pilih layanan atau loket tujuan."
    form.counter.setFocus()
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.settle()
    assert counter.drawer is None
    assert counter.served == ""
    assert queue.call_next(other).label == "B-001"


def test_the_list_follows_the_gate_and_the_other_counter(office: SmallOffice, counter: CounterDriver) -> None:
    counter.f(2)
    come(office, "Ayu")
    counter.bot.waitUntil(lambda: counter.waiting() == ["B-001"])
    come(office, "Wayan", priority="elderly")
    assert counter.waiting() == ["B-002", "B-001"]
    assert counter.panel.waiting.rows()[0].badge == "lansia"
    other = office.at("yudi", 2)
    open_counter(other)
    queue.call_next(other)
    assert counter.waiting() == ["B-001"]


def test_a_counter_left_open_by_a_colleague_is_taken_over(office: SmallOffice, qtbot: QtBot) -> None:
    open_counter(office.at("rahma", 1))
    with counter_window(office, qtbot, "yudi", 1) as counter:
        assert "petugas lain" in counter.panel.person.text()
        counter.f(2)
        assert counter.heading == "SEDANG DILAYANI"
        counter.panel.close_counter.click()
        counter.settle()
        assert counter.heading == "LOKET 1 TUTUP"


def test_without_a_counter_the_panel_says_what_to_do(office: SmallOffice, qtbot: QtBot) -> None:
    with counter_window(office, qtbot, "rahma", None) as counter:
        assert counter.heading == "BELUM MEMILIH LOKET"
        assert counter.next_step == ""
        counter.f(2)
        assert counter.toasts() == []


@pytest.mark.parametrize("large", [False, True])
def test_nothing_is_cut(office: SmallOffice, qtbot: QtBot, large: bool) -> None:
    come(office, "Ni Made Ayu Lestari Widyaningrum", priority="disabled")
    come(office, "Budi", "Sari", service="autentifikasi")
    with counter_window(office, qtbot, "rahma", 1) as counter:
        if large:
            counter.window.set_text_scale(1.5)
        for key in (2, 2, 6, 2, 7, 2, 2):
            counter.f(key)
            assert clipped_texts(counter.panel) == []

"""Every page of every workspace, filled: Tab comes to everything, keys do not collide, nothing is English."""

from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desk.assets import resource
from desk.bootstrap.desktop import Desktop
from desk.bootstrap.house import House
from desk.bootstrap.signing_in import DEMO_PASSWORD
from desk.demo.house import demo_settings, filled_house
from desk.queries import cases
from desk.queries.case_filter import CaseFilter, work_filter
from desk.ui.theme import style
from desk.ui.theme.clipping import clipped_texts
from desk.ui.widgets import Button, TabPages
from tests.office import StillClock
from tests.ui.drivers.building import Building
from tests.ui.drivers.keyboard import told, words_on
from tests.ui.drivers.rounds import Flashes, colliding_keys, english, keys_of, under_news, unreachable

NOW = datetime.fromisoformat("2026-11-20T09:31:00+08:00")
OFFICERS = ("bayu", "rahma", "wulan", "hendra", "dewi", "mira", "putri", "fajar", "nurul", "indah")
"""Who together have every workspace."""
OF_A_CASE = ("case", "correction")
"""Pages that show one case."""

SMALLEST = QSize(1366, 768)

pytestmark = [
    pytest.mark.timeout(600),
    pytest.mark.qt_log_ignore("This plugin does not support"),  # offscreen: grabbing for a menu
]

Look = Callable[[Building], list[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The filled demo office."""
    made = tmp_path_factory.mktemp("office")
    filled_house(demo_settings(made, only_files=True), lambda: NOW).close()
    return made


@pytest.fixture
def pc(folder: Path, qtbot: QtBot) -> Iterator[Building]:
    settings = demo_settings(folder, only_files=True)
    clock = StillClock(NOW)
    made = Building(Desktop(settings, lambda: House.open(settings, clock)), clock, qtbot, DEMO_PASSWORD)
    made.open()
    yield made
    made.close()


def test_every_page_can_be_used_by_keyboard_and_read(pc: Building) -> None:
    looks = (
        no_focus,
        cut,
        unreached,
        collisions,
        not_indonesian,
        hidden_by_news,
        not_in_the_manual,
        leaves_drawers,
    )
    assert found_on_every_page(pc, *looks) == {}


@pytest.mark.long
def test_pages_and_drawers_are_whole_with_large_text(qapp: QApplication, pc: Building) -> None:
    style.apply(qapp, 1.5)
    looks = (cut, unreached, collisions, not_indonesian, hidden_by_news, button_drawers)
    assert found_on_every_page(pc, *looks, tabs=True) == {}


def found_on_every_page(pc: Building, *looks: Look, tabs: bool = False) -> dict[str, list[str]]:
    """What the looks find, by officer and page."""
    found: dict[str, list[str]] = {}
    flashes = Flashes()
    for login in OFFICERS:
        with pc.as_(login, "Loket 1" if login == "rahma" else ""):
            pc.window.resize(SMALLEST)
            for page in every_tab(pc) if tabs else every_page(pc):
                said = [f"shown as a window: {one}" for one in flashes.take()]
                said += [line for look in looks for line in look(pc)]
                if said:
                    found[f"{login} {page}"] = said
    flashes.stop()
    return found


def every_page(pc: Building) -> Iterator[str]:
    """Shows one page after another; at the end those of a case."""
    for workspace in pc.window.workspaces:
        pc.window.open_workspace(workspace.id)
        pc.settle()
        for entry in workspace.pages:
            if entry.page_id in OF_A_CASE:
                continue
            if entry.hidden:
                pc.window.navigate(entry.page_id)
                pc.settle()
            else:
                pc.go(entry.page_id)
            yield entry.page_id
    for page_id in OF_A_CASE:
        if pc.window.pages.knows(page_id):
            pc.window.navigate(page_id, case_id=some_case(pc))
            pc.settle()
            yield page_id


def every_tab(pc: Building) -> Iterator[str]:
    """The same with every tab of a page, by Ctrl+PageDown."""
    for page in every_page(pc):
        yield page
        for tabs in pc.page.findChildren(TabPages):
            first = tabs.current()
            for place in range(1, tabs.bar.count()):
                pc.go_to(lambda one, bar=tabs.bar: one is bar, "the tabs")
                pc.press("Ctrl+PgDown")
                assert tabs.current() == (first + place) % tabs.bar.count()
                yield f"{page} · {tabs.bar.tabText(tabs.current())}"


def some_case(pc: Building) -> str:
    """The most pressing case that waits for this officer, else any open one."""
    ctx, today = pc.window.ctx, NOW.date()
    place = ctx.workplace
    mine = work_filter(place.standards, today, place.roles, place.actor.staff_id)
    everything = CaseFilter(place.standards, today)
    rows = place.ask(cases.listed, mine).rows or place.ask(cases.listed, everything).rows
    return rows[0].id


# looks


def no_focus(pc: Building) -> list[str]:
    """After a page opened, the window is in front and the page has the keyboard."""
    here = QApplication.focusWidget()
    if here is None or not pc.window.isActiveWindow():
        pc.window.activateWindow()
        pc.page.focus_first()
        pc.settle()
        return ["nothing has the keyboard"]
    return [] if pc.page.isAncestorOf(here) else [f"the keyboard is outside: {told(here)}"]


def unreached(pc: Building) -> list[str]:
    return [f"Tab does not reach {one}" for one in unreachable(pc.window, pc.walk)]


def collisions(pc: Building) -> list[str]:
    return [f"two things listen to {key}" for key in colliding_keys(pc.window)]


def hidden_by_news(pc: Building) -> list[str]:
    """A sentence with *Batalkan* passes by."""
    toast = pc.window.toasts.toast("Lalu Muhammad Zainuddin Abdul Majid terdaftar · antrean B-001.", print)
    pc.settle()
    found = [f"news stands over {one}" for one in under_news(pc.window)]
    found += [f"cut: {text!r}" for text in clipped_texts(toast)]
    toast.gone.emit()
    return found


def not_in_the_manual(pc: Building) -> list[str]:
    """Keys that work here now and that the manual's page about this screen does not name."""
    topic = pc.page.help_topic or pc.page.page_id
    told = (resource("help") / f"{topic}.md").read_text("utf-8")
    return [f"the manual's {topic} does not name {key}" for key in keys_of(pc.page) if key not in told]


def leaves_drawers(pc: Building) -> list[str]:
    """Help and the sheet of keys: Tab stays inside, Esc closes, the keyboard goes back where it was.

    Looked at on the first page of each workspace and on the case page."""
    found: list[str] = []
    if pc.page.page_id not in ("case", pc.window.workspace.pages[0].page_id):
        return found
    for key in ("F1", "Ctrl+/"):
        before = QApplication.focusWidget()
        pc.press(key)
        drawer = pc.window.drawer
        outside = [told(one) for one in pc.walk() if not drawer.isAncestorOf(one)]
        found += [f"from the drawer of {key} Tab goes to {one}" for one in outside]
        found += not_indonesian(pc)
        pc.press("Escape")
        if drawer.isVisible():
            found.append(f"Esc does not close the drawer of {key}")
            drawer.dismiss()
        if QApplication.focusWidget() is not before:
            found.append(f"after the drawer of {key} the keyboard is elsewhere")
    return found


def button_drawers(pc: Building) -> list[str]:
    """Buttons that ask something first (“…”): the form is whole, Esc leaves it, the keyboard is back."""
    found = []
    drawer = pc.window.drawer
    for button in asking_buttons(pc):
        words = words_on(button)
        button.setFocus()
        pc.press("Space")
        if not drawer.isVisible():
            found.append(f"{words} opens nothing")
            continue
        found += [f"{words}: cut {text!r}" for text in clipped_texts(drawer)]
        found += [f"{words}: Tab does not reach {one}" for one in unreachable(drawer.sheet, pc.walk)]
        found += [f"{words}: {line}" for line in (*collisions(pc), *not_indonesian(pc))]
        pc.press("Escape")
        if drawer.isVisible():
            found.append(f"{words}: Esc does not leave it")
            drawer.dismiss()
        elif QApplication.focusWidget() is not button:
            found.append(f"{words}: the keyboard is at {told(pc.at)}")
    return found


def asking_buttons(pc: Building) -> list[Button]:
    """Buttons of the page whose words end in dots, and a few others that open a form; not those that open
    the system's window for files."""
    known = ("Jawaban lisan", "Draf", "Mengapa tanggal ini?", "Perbesar")
    live = [one for one in pc.page.findChildren(Button) if one.isVisible() and one.isEnabled()]
    asking = [one for one in live if one.text().endswith("…") or one.text().startswith(known)]
    return [one for one in asking if not one.text().endswith("berkas…")]


def not_indonesian(pc: Building) -> list[str]:
    return [f"English: {text!r}" for text in english(pc.window)]


def cut(pc: Building) -> list[str]:
    return [f"cut: {text!r}" for text in clipped_texts(pc.window)]

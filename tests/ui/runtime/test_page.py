"""A page reads anew what changed, once per turn, and leaves the officer where they were."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QLineEdit, QListView, QVBoxLayout

from desk.ui.runtime.page import Page


class Visits(Page):
    page_id = "visits"
    title = "Buku tamu"
    watches = frozenset({"visit"})

    def __init__(self, ctx):
        super().__init__(ctx)
        self.names = [f"Tamu {number:03}" for number in range(100)]
        self.reads = []
        self.note = QLineEdit()
        self.list = QListView()
        self.list.setModel(QStringListModel(self.list))
        layout = QVBoxLayout(self)
        layout.addWidget(self.note)
        layout.addWidget(self.list)

    def refresh(self, changed):
        self.reads.append(changed.tables)
        self.list.model().setStringList(self.names)


def shown(ctx, qtbot):
    page = Visits(ctx)
    qtbot.addWidget(page)
    page.resize(300, 200)
    with qtbot.waitExposed(page):
        page.show()
    qtbot.waitUntil(lambda: len(page.reads) == 1)
    return page


def test_many_changes_are_one_read(ctx, stand, qtbot):
    page = shown(ctx, qtbot)
    for number in range(5):
        ctx.ports.changes.announce(visit=[str(number)])
    ctx.ports.changes.announce(letter=["1"])
    qtbot.waitUntil(lambda: len(page.reads) == 2)
    ctx.ports.changes.announce(letter=["2"])
    with qtbot.waitSignal(ctx.hub.changed):
        ctx.ports.changes.announce(letter=["3"])
    assert len(page.reads) == 2


def test_selection_scroll_and_typed_text_stay(ctx, stand, qtbot):
    page = shown(ctx, qtbot)
    page.list.setCurrentIndex(page.list.model().index(50, 0))
    place = page.list.verticalScrollBar().value()
    qtbot.keyClicks(page.note, "sedang menulis")
    page.names.insert(60, "Tamu baru")
    page.names.append("Tamu lain")
    ctx.ports.changes.announce(visit=["x"])
    qtbot.waitUntil(lambda: len(page.reads) == 2)
    assert page.list.currentIndex().data() == "Tamu 050"
    assert page.list.verticalScrollBar().value() == place > 0
    assert page.note.text() == "sedang menulis"


def test_a_hidden_page_waits_until_it_is_shown(ctx, stand, qtbot):
    page = shown(ctx, qtbot)
    page.hide()
    with qtbot.waitSignal(page.badge_changed):
        ctx.ports.changes.announce(visit=["1"])
    assert len(page.reads) == 1
    page.show()
    qtbot.waitUntil(lambda: len(page.reads) == 2)


def test_a_failing_read_does_not_escape(ctx, stand, qtbot, caplog):
    page = shown(ctx, qtbot)
    page.refresh = lambda _changed: 1 / 0
    page.refresh_soon()
    qtbot.waitUntil(lambda: bool(stand.toasts))
    assert "ZeroDivisionError" in caplog.text


def test_the_first_field_gets_the_cursor(ctx, stand, qtbot):
    page = shown(ctx, qtbot)
    page.activateWindow()
    page.list.setFocus()
    page.focus_first()
    qtbot.waitUntil(page.note.hasFocus)
    qtbot.keyClick(page.note, Qt.Key.Key_A)
    assert page.note.text() == "a"

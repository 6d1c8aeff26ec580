"""The window: pages by keyboard, counts, cases, toasts, help, menu, and what this PC remembers."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from desk.ui.runtime.entry import StaffSession
from desk.ui.runtime.network import NetworkState
from desk.ui.shell.account import PasswordForm, TextSizeForm
from desk.ui.shell.keys import both_enters
from desk.ui.shell.look import remembered_scale
from desk.ui.shell.sidebar import Sidebar
from desk.ui.shell.topbar import TopBar
from desk.ui.shell.window import PREVIEW_WIDTH, MainWindow
from desk.ui.shell.workspace import PageEntry, Workspace
from desk.ui.theme import style
from desk.ui.theme.clipping import clipped_texts
from tests.ui.drivers.fakes import close_context, fake_context
from tests.ui.drivers.rounds import under_news
from tests.ui.drivers.shell import ALT, CTRL, SHIFT, ShellDriver, focused
from tests.ui.shell.conftest import FRONT, PPID, Counter, Guests


def test_the_first_page_is_open_and_only_it_is_built(shell):
    assert shell.lines() == ["Loket", "Buku tamu", "Register"]
    assert shell.marked() == ["Loket"]
    assert (Counter.built, Guests.built) == (1, 0)
    assert focused() is shell.page.field


def test_alt_and_a_number_opens_a_line(shell):
    shell.press(Qt.Key.Key_2, ALT)
    assert shell.marked() == ["Buku tamu"]
    assert shell.page.page_id == "guests"


def test_ctrl_tab_goes_round(shell):
    for title in ("Buku tamu", "Register", "Loket"):
        shell.press(Qt.Key.Key_Tab, CTRL)
        assert shell.marked() == [title]
    shell.press(Qt.Key.Key_Backtab, CTRL | SHIFT)
    assert shell.marked() == ["Register"]


def test_a_click_opens_a_line_and_pages_are_built_once(shell):
    for title in ("Buku tamu", "Loket", "Buku tamu"):
        shell.click_line(title)
    assert (Counter.built, Guests.built) == (1, 1)


def test_counts_come_from_the_page_or_its_entry(shell, ports, qtbot):
    qtbot.waitUntil(lambda: shell.count("Loket") == 4)
    shell.page.waiting = 7
    ports.changes.announce(ticket=["1"])
    qtbot.waitUntil(lambda: shell.count("Loket") == 7)


def test_the_keys_of_a_page_live_only_while_it_is_shown(shell):
    counter = shell.page
    shell.press(Qt.Key.Key_F2)
    shell.press(Qt.Key.Key_2, ALT)
    shell.press(Qt.Key.Key_F2)
    assert (counter.calls, shell.page.calls) == (1, 1)


def test_keys_of_a_page_sleep_under_a_drawer(shell):
    shell.press(Qt.Key.Key_F1)
    shell.press(Qt.Key.Key_F2)
    assert shell.page.calls == 0
    shell.press(Qt.Key.Key_Escape)
    assert shell.drawer is None
    shell.press(Qt.Key.Key_F2)
    assert shell.page.calls == 1


def test_a_case_opens_under_its_line(shell, ctx):
    ctx.open_case("k1")
    assert shell.page.params == {"case_id": "k1"}
    assert shell.marked() == ["Buku tamu"]


def test_an_unknown_page_is_said_not_raised(shell, ctx, caplog):
    ctx.navigate("nowhere")
    assert shell.toasts() == ["Halaman itu tidak ada di ruang kerja Anda."]


def test_a_page_of_another_workspace_opens_that_workspace(shell, ctx):
    ctx.navigate("requests")
    assert shell.lines() == ["Permintaan"]
    assert shell.page.page_id == "guests"


def test_undo_by_key(shell, ctx):
    undone = []
    ctx.act(lambda: "B-014", done="B-014 selesai.", undo=undone.append)
    assert shell.toasts() == ["B-014 selesai."]
    shell.undo()
    assert undone == ["B-014"]
    assert shell.toasts() == []


def test_the_status_line_follows_the_store(shell, ports, qtbot):
    assert shell.window.topbar.status.text() == "Tersimpan di komputer ini"
    ports.network.standing = NetworkState(pending=3)
    ports.changes.announce(status=[])
    qtbot.waitUntil(lambda: shell.window.topbar.status.text() == "Luring · 3 perubahan menunggu")


def test_the_foot_tells_counter_device_and_hours(shell):
    texts = [label.text() for label in shell.window.sidebar.findChildren(QLabel)]
    assert "Loket 2 · FO-2" in texts
    assert "Jam layanan 08.00–16.00 WITA" in texts


def test_the_sheet_lists_the_keys_of_this_page(shell):
    shell.press(Qt.Key.Key_Slash, CTRL)
    assert shell.drawer_title == "Pintasan"
    assert {"Loket", "Panggil berikut", "Di semua layar", "Cari di seluruh kantor"} <= set(
        shell.drawer_texts()
    )


NEWS = "Lalu Ahmad Fauzi terdaftar · antrean B-001."


@pytest.mark.parametrize("factor", style.SCALES)
def test_news_covers_nothing_that_can_be_used(ctx, qtbot, qapp, factor):
    style.apply(qapp, factor)
    shell = ShellDriver(MainWindow(ctx, [FRONT]), qtbot).open()
    window = shell.window
    qtbot.addWidget(window)
    ctx.toast(NEWS, undo=lambda: None)
    qtbot.waitUntil(lambda: not under_news(window))
    shell.press(Qt.Key.Key_Slash, CTRL)
    assert under_news(window) == []
    shell.press(Qt.Key.Key_Escape)
    window.ask(QLineEdit(), "Pratinjau", width=PREVIEW_WIDTH)
    assert under_news(window) == []
    window.close_drawer()
    assert under_news(window) == []
    assert clipped_texts(window.toasts) == []
    window.close()


@pytest.mark.parametrize("factor", style.SCALES)
def test_a_long_name_or_several_offices_leave_room_for_news(ports, qtbot, qapp, factor):
    style.apply(qapp, factor)
    name = "Raden Ayu Siti Nurhaliza Kusumaningrat Widyawati Purnamasari Hadiningrat Wiranata"
    bar = TopBar(StaffSession("s1", name, "Tim Pertimbangan · Tim Pengelola Pengaduan", frozenset()))
    qtbot.addWidget(bar)
    bar.resize(1158, 84)
    bar.show()
    assert bar.person.width() <= style.scaled(220)
    assert name in bar.person.toolTip()
    assert clipped_texts(bar.person) == []


def test_the_keypads_enter_counts_too():
    assert both_enters("Ctrl+Return") == ("Ctrl+Return", "Ctrl+Enter")
    assert both_enters("F2") == ("F2",)


def test_the_remembered_text_size_is_one_of_those_offered(ports):
    assert remembered_scale(ports.memory) == 1.0
    ports.memory.remember("text.scale", "1.25")
    assert remembered_scale(ports.memory) == 1.25
    ports.memory.remember("text.scale", "9")
    assert remembered_scale(ports.memory) == 1.0


def test_focus_returns_where_it_was(shell):
    shell.page.note.setFocus()
    shell.press(Qt.Key.Key_F1)
    shell.press(Qt.Key.Key_Escape)
    assert focused() is shell.page.note


def test_text_size_changes_at_once_and_is_remembered(shell, ports, qapp):
    shell.window.keys.text_size()
    form = shell.drawer
    assert isinstance(form, TextSizeForm)
    before = shell.window.sidebar.width()
    try:
        shell.bot.mouseClick(form.buttons[1.5], Qt.MouseButton.LeftButton)
        assert style.scale() == 1.5
        assert before < shell.window.sidebar.width() < before * 1.5
        assert ports.memory.recall("text.scale") == "1.5"
    finally:
        shell.window.set_text_scale(1.0)


def test_another_password(shell, ports, qtbot):
    shell.window.keys.password()
    form = shell.drawer
    assert isinstance(form, PasswordForm)
    shell.type("lestari-1")
    for text in ("pendek", "pendek2"):
        shell.press(Qt.Key.Key_Tab)
        shell.type(text)
    shell.press(Qt.Key.Key_Return)
    problems = [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
    assert "Kata sandi baru terlalu pendek." in problems
    assert "Kedua kata sandi baru belum sama." in problems
    for edit in form.findChildren(QLineEdit)[1:]:
        edit.clear()
        qtbot.keyClicks(edit, "rahasia-baru")
    shell.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: shell.toasts() == ["Kata sandi diganti."])
    assert ports.sign_in.passwords["rahma"] == "rahasia-baru"
    assert shell.drawer is None


def test_a_wrong_old_password_is_said_beside_it(shell, qtbot):
    shell.window.keys.password()
    form = shell.drawer
    for edit, text in zip(
        form.findChildren(QLineEdit), ("salah", "rahasia-baru", "rahasia-baru"), strict=True
    ):
        qtbot.keyClicks(edit, text)
    shell.press(Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: (
            "Kata sandi sekarang tidak cocok."
            in [label.text() for label in form.findChildren(QLabel) if label.isVisible()]
        )
    )


def test_the_last_page_and_workspace_are_remembered(shell, ctx, qtbot):
    shell.press(Qt.Key.Key_3, ALT)
    shell.window.close()
    again = MainWindow(ctx, [FRONT])
    qtbot.addWidget(again)
    assert ShellDriver(again, qtbot).marked() == ["Register"]
    again.close()


def test_another_officer_of_this_pc_begins_at_the_first_page(shell, ports, qtbot):
    shell.press(Qt.Key.Key_3, ALT)
    shell.window.close()
    other = fake_context(ports, StaffSession("s-2", "Yudi", "Petugas layanan", frozenset({"front_office"})))
    theirs = MainWindow(other, [FRONT, PPID])
    qtbot.addWidget(theirs)
    assert ShellDriver(theirs, qtbot).marked() == ["Loket"]
    theirs.close()
    close_context(other)


def test_a_page_can_refuse_to_be_left(shell):
    shell.page.may_leave = lambda: False
    shell.press(Qt.Key.Key_2, ALT)
    assert shell.page.page_id == "counter"
    shell.page.may_leave = lambda: True


def test_signing_out_closes_the_window(shell, qtbot):
    with qtbot.waitSignal(shell.window.signed_out):
        shell.window.topbar.menu.actions()[-1].trigger()
    assert not shell.window.isVisible()


@pytest.mark.parametrize("factor", style.SCALES)
def test_lines_of_the_sidebar_are_whole(ctx, qtbot, qapp, factor):
    style.apply(qapp, factor)
    sidebar = Sidebar(ctx.ports.office.face(), ctx.session)
    qtbot.addWidget(sidebar)
    titles = ("Di dalam gedung", "Penandatanganan", "Disposisi dari kertas")
    lines = [PageEntry(str(n), title, Counter) for n, title in enumerate(titles)]
    sidebar.show_workspace(Workspace("pamdal", "Pos PAMDAL", tuple(lines)), [])
    sidebar.resize(sidebar.width(), 700)
    sidebar.show()
    for count in (0, 5, 24):
        for item in sidebar.items:
            item.set_count(count)
        qtbot.waitUntil(
            lambda: all(item.height() == item.heightForWidth(item.width()) for item in sidebar.items)
        )
    assert sidebar.items[0].height() == sidebar.items[1].height() == style.scaled(35)


def test_nothing_is_cut_at_the_smallest_screen(shell, qapp):
    try:
        for factor in style.SCALES:
            shell.window.set_text_scale(factor)
            shell.window.resize(1366, 768)
            hint = shell.window.minimumSizeHint()
            assert hint.width() <= 1366
            assert hint.height() <= 768
            topbar = shell.window.topbar
            assert topbar.status.width() >= topbar.status.sizeHint().width()
    finally:
        shell.window.set_text_scale(1.0)

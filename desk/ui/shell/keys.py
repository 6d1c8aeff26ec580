"""Keys of the window and of the page shown, the officer's menu, and the sheet that lists them."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu

from desk.ui.runtime.page import Page, Shortcut
from desk.ui.theme.style import scale

if TYPE_CHECKING:
    from desk.ui.shell.window import MainWindow

NINE = 9


def both_enters(keys: str) -> tuple[str, ...]:
    """The key sequence, and with ``Return`` in it the same with the keypad's Enter."""
    return (keys, keys.replace("Return", "Enter")) if "Return" in keys else (keys,)


class WindowKeys:
    """Every shortcut of the window; page keys are live while their page is shown and no drawer is open."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self._page: Page | None = None
        self._page_keys: dict[Page, list[QShortcut]] = {}
        self._listed = (
            Shortcut("Ctrl+K", "Cari di seluruh kantor", self.search),
            Shortcut("Ctrl+Tab", "Halaman berikutnya", lambda: self.step(1)),
            Shortcut("Ctrl+Shift+Tab", "Halaman sebelumnya", lambda: self.step(-1)),
            Shortcut("F5", "Baca ulang halaman", self.reload),
            Shortcut("Ctrl+J", "Hubungan kantor", self.network),
            Shortcut("F11", "Standar dan maklumat pelayanan", self.standards),
            Shortcut("F10", "Menu petugas", window.topbar.open_menu),
            Shortcut("F1", "Bantuan layar ini", self.help),
            Shortcut("Ctrl+/", "Daftar pintasan", self.sheet),
        )
        for each in self._listed:
            self._bind(each.keys, each.action)
        for number in range(1, NINE + 1):
            self._bind(f"Alt+{number}", partial(self.line, number))

    def _bind(self, keys: str, action: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(QKeySequence(keys), self._window)
        shortcut.activated.connect(lambda: self._window.ctx.guard(action))
        return shortcut

    # what the keys do

    def search(self) -> None:
        """Put the cursor into the search field."""
        self._window.drawer.dismiss()
        self._window.topbar.search.edit.setFocus()
        self._window.topbar.search.edit.selectAll()

    def line(self, number: int) -> None:
        """Open the line of the sidebar with that number, counted from 1."""
        items = self._window.sidebar.items
        if number <= len(items):
            self._window.navigate(items[number - 1].page_id)

    def step(self, by: int) -> None:
        """Open the next or previous line of the sidebar."""
        items = self._window.sidebar.items
        if not items:
            return
        at = next((row for row, item in enumerate(items) if item.isChecked()), -by)
        self._window.navigate(items[(at + by) % len(items)].page_id)

    def reload(self) -> None:
        """Read the page anew."""
        page = self._window.pages.current
        if page is not None:
            page.refresh_soon()

    def help(self, topic: str = "") -> None:
        """Show a page of the manual; without a topic that about the screen."""
        from desk.ui.shell.help import HelpPanel

        page = self._window.pages.current
        about = (page.help_topic or page.page_id) if page is not None else ""
        self._window.ask(HelpPanel(topic or about), "Bantuan", width=560, fill=True)

    def sheet(self) -> None:
        """Show every key that works now."""
        from desk.ui.shell.help import KeySheet

        page = self._window.pages.current
        groups = []
        if page is not None and page.shortcuts():
            groups.append((page.title, [(each.keys, each.label) for each in page.shortcuts()]))
        everywhere = [(each.keys, each.label) for each in self._listed]
        everywhere += [("Alt+1 … 9", "Halaman menurut urutan"), ("Alt+Z", "Batalkan yang terakhir")]
        groups.append(("Di semua layar", everywhere))
        self._window.ask(KeySheet(groups), "Pintasan", fill=True)

    def network(self) -> None:
        """Show how this PC stands with its office."""
        from desk.ui.shell.network_panel import TITLE, NetworkPanel

        panel = NetworkPanel(self._window.ctx)
        self._window.ask(panel, TITLE, panel.buttons(), width=520)

    def standards(self) -> None:
        """Show the service standards, at first that of the service in hand (R10); never over a form in the
        drawer, which would be gone."""
        from desk.ui.fields import Field
        from desk.ui.screens.standards.panel import TITLE, WIDTH, StandardsPanel

        form = self._window.drawer.body() if self._window.drawer.isVisible() else None
        if form is not None and form.findChild(Field) is not None:
            self._window.toast("Selesaikan isian di laci ini, atau tutup dengan Esc, lalu tekan F11.")
            return
        page = self._window.pages.current
        panel = StandardsPanel(self._window.ctx, page.service() if page is not None else "")
        self._window.ask(panel, TITLE, (panel.print,), width=WIDTH, fill=True)

    def text_size(self) -> None:
        """Offer the three text sizes."""
        from desk.ui.shell.account import TextSizeForm

        self._window.ask(TextSizeForm(scale(), self._window.set_text_scale), "Ukuran teks")

    def password(self) -> None:
        """Offer to change the password."""
        from desk.ui.shell.account import PasswordForm

        self._window.ask(PasswordForm(self._window.ctx), "Ganti kata sandi")

    def fill_menu(self, menu: QMenu) -> None:
        """The officer's menu."""
        for label, action in (
            ("Ganti kata sandi…", self.password),
            ("Ukuran teks…", self.text_size),
            ("Standar pelayanan\tF11", self.standards),
            ("Hubungan kantor\tCtrl+J", self.network),
            ("Pintasan\tCtrl+/", self.sheet),
            ("Bantuan\tF1", self.help),
        ):
            menu.addAction(label, action)
        menu.addSeparator()
        menu.addAction("Keluar", self._window.sign_out)

    # keys of pages

    def install(self, page: Page) -> None:
        """Make the keys of this page live and those of the others not."""
        self.page_keys(False)
        self._page = page
        if page not in self._page_keys:
            self._page_keys[page] = [
                self._bind(keys, each.action) for each in page.shortcuts() for keys in both_enters(each.keys)
            ]
        self.page_keys(not self._window.drawer.isVisible())

    def forget(self, page: Page) -> None:
        """A page is gone, and its keys with it."""
        for shortcut in self._page_keys.pop(page, []):
            shortcut.setEnabled(False)
            shortcut.deleteLater()
        if self._page is page:
            self._page = None

    def page_keys(self, live: bool) -> None:
        """Switch the keys of the page shown."""
        for shortcut in self._page_keys.get(self._page, []) if self._page is not None else []:
            shortcut.setEnabled(live)

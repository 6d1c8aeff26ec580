"""The stack of pages of a workspace: built on the first visit, counted for the sidebar."""

import logging
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QStackedLayout, QWidget

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed, Unsubscribe
from desk.ui.shell.workspace import PageEntry, Workspace
from desk.ui.widgets import EmptyState

log = logging.getLogger(__name__)


_NO_ROLE = "Jabatan atau mandat Anda sudah berakhir. Hubungi administrator bila ini keliru."


class PageHost(QFrame):
    """Shows one page at a time.

    Signals:
        shown(Page, str): a page is shown (maybe the same, with other parameters), and its entry's id.
        dropped(Page): a page is gone; it is built anew on the next visit.
        badge_changed(str, int): count of a page.
    """

    shown = Signal(object, str)
    dropped = Signal(object)
    badge_changed = Signal(str, int)

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("pages")
        self._ctx = ctx
        self._workspace: Workspace | None = None
        self._built: dict[tuple[str, str], Page] = {}
        self._stops: list[Unsubscribe] = []
        self._stack = QStackedLayout(self)
        self._nothing = EmptyState("lock", "Tidak ada ruang kerja", _NO_ROLE)
        self._stack.addWidget(self._nothing)
        self._old: Page | None = None

    @property
    def current(self) -> Page | None:
        """The page shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    def fill(self, workspace: Workspace) -> None:
        """Take the pages of a workspace; pages built before are kept for coming back."""
        self.stay(workspace)
        if not workspace.pages and self.may_leave():
            self._stack.setCurrentWidget(self._nothing)
            self._let_go_of_old()

    def stay(self, workspace: Workspace) -> None:
        """The same workspace with other pages or others to count; the page in front stays and reads anew."""
        self.stop()
        if self.current is not None:
            self.current.refresh_soon()
        self._workspace = workspace
        for entry in workspace.pages:
            if entry.badge is not None and entry.badge_watches:
                recount = partial(self._heard, entry)
                self._stops.append(self._ctx.hub.subscribe(entry.badge_watches, recount))

    def renew(self) -> None:
        """Let pages go, so that they are built anew for other roles; the one in front when it is left."""
        self._ctx.keep_all()
        self._old = self.current
        for key, page in tuple(self._built.items()):
            if page is not self._old:
                self._drop(key)

    def _let_go_of_old(self) -> None:
        old, self._old = self._old, None
        key = next((key for key, page in self._built.items() if page is old), None)
        if key is not None:
            self._drop(key)

    def _drop(self, key: tuple[str, str]) -> None:
        page = self._built.pop(key)
        self._stack.removeWidget(page)
        self.dropped.emit(page)
        page.hide()
        page.deleteLater()

    def stop(self) -> None:
        """Stop counting."""
        for stop in self._stops:
            stop()
        self._stops.clear()

    def knows(self, page_id: str) -> bool:
        """Whether this workspace has the page."""
        return self._workspace is not None and self._workspace.page(page_id) is not None

    def line_of(self, page_id: str) -> str:
        """The sidebar line a page belongs to: its own, or the one it is shown under."""
        entry = self._workspace.page(page_id) if self._workspace is not None else None
        return entry.under if entry is not None and entry.hidden else page_id

    def may_leave(self) -> bool:
        """Ask the page shown."""
        return self.current is None or self.current.may_leave()

    def open_page(self, page_id: str, **params: object) -> None:
        """Build the page if need be, hand it the parameters and show it."""
        page = self._page(page_id)
        if page is None or (self.current is not page and not self.may_leave()):
            return
        self._ctx.guard(lambda: page.activate(**params))
        self._stack.setCurrentWidget(page)
        if self._old is not None and self._old is not page:
            self._let_go_of_old()
        if self.isVisible():
            page.refresh_now()
        self.shown.emit(page, page_id)
        page.focus_first()

    def count_all(self) -> None:
        """Count every page for the sidebar."""
        for entry in self._workspace.pages if self._workspace is not None else ():
            self._recount(entry)

    def _page(self, page_id: str) -> Page | None:
        if self._workspace is None:
            return None
        key = (self._workspace.id, page_id)
        entry = self._workspace.page(page_id)
        if key not in self._built and entry is not None:
            self._ctx.act(lambda: entry.build(self._ctx, self), partial(self._keep, key, entry))
        return self._built.get(key)

    def _keep(self, key: tuple[str, str], entry: PageEntry, page: Page) -> None:
        self._built[key] = page
        self._stack.addWidget(page)
        page.badge_changed.connect(lambda: self._recount(entry))

    def _heard(self, entry: PageEntry, _changed: Changed) -> None:
        page = self._page_of(entry)
        if page is None or not entry.badge_watches <= page.watches:  # else it tells by itself
            self._recount(entry)

    def _page_of(self, entry: PageEntry) -> Page | None:
        return self._built.get((self._workspace.id, entry.page_id)) if self._workspace is not None else None

    def _recount(self, entry: PageEntry) -> None:
        if self._workspace is None or entry.badge is None:
            return
        page = self._page_of(entry)
        count = page.badge() if page is not None else None
        if count is not None:
            self.badge_changed.emit(entry.page_id, count)
        else:
            badge = entry.badge
            self._ctx.act(lambda: badge(self._ctx), partial(self.badge_changed.emit, entry.page_id))

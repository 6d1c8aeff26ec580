"""The main window: sidebar, top bar, the pages of a workspace, toasts, drawer: the ``Stage``."""

import logging
from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QMainWindow,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.network import STATUS, NetworkState
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Hit, Paper
from desk.ui.shell import look
from desk.ui.shell.day_end import DayEnd
from desk.ui.shell.keys import WindowKeys
from desk.ui.shell.pages import PageHost
from desk.ui.shell.rooms import NOTHING, Roles, Rooms, news
from desk.ui.shell.scan import ScanFilter
from desk.ui.shell.search import SearchPanel
from desk.ui.shell.sidebar import Sidebar
from desk.ui.shell.standing import standing, status_line
from desk.ui.shell.toasts import FrameToasts
from desk.ui.shell.topbar import TopBar
from desk.ui.shell.workspace import Workspace
from desk.ui.theme import style
from desk.ui.theme.tokens import Tone
from desk.ui.widgets.drawer import Drawer
from desk.ui.widgets.taborder import step_focus

log = logging.getLogger(__name__)

SMALLEST = QSize(1180, 680)
USUAL = QSize(1366, 768)
MINUTE_MS = 60_000
PREVIEW_WIDTH = 820
_ROLES = frozenset({"mandates", "staff_roles", "staff"})
_TONES = {"info": Tone.NEUTRAL, "done": Tone.GOOD, "problem": Tone.BAD}


class MainWindow(QMainWindow):
    """One signed-in officer at one desk: those of ``workspaces`` that ``roles`` open, now and later on.

    Signals:
        signed_out(): the officer chose *Keluar* (drafts are kept, the window is closing).
    """

    signed_out = Signal()

    def __init__(
        self, ctx: ScreenContext, workspaces: Sequence[Workspace], roles: Roles | None = None
    ) -> None:
        super().__init__()
        self.ctx = ctx
        self._rooms = Rooms(ctx, workspaces, roles)
        self.workspaces = self._rooms.open()
        self.workspace = self._remembered_workspace()
        face = ctx.ports.office.face()
        self.setWindowTitle(f"Desk · {face.short_name or face.name}")
        self.setMinimumSize(SMALLEST)
        self.sidebar = Sidebar(face, ctx.session)
        self.topbar = TopBar(ctx.session)
        self.pages = PageHost(ctx)
        self._build()
        self.search = SearchPanel(ctx, self.topbar.search.edit, self.topbar.search, self._body)
        self.drawer = Drawer(self._body)
        self.toasts = FrameToasts(self._body, self.topbar, self.drawer)
        self.keys = WindowKeys(self)
        self.scan = ScanFilter(self._open_code, parent=self)
        self._day_end = DayEnd(ctx, self.pages.count_all)
        ctx.attach(self)
        self._connect()
        self._restore_place()
        self.open_workspace(self.workspace.id)

    def _build(self) -> None:
        self._body = QFrame()
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addWidget(self.topbar)
        right.addWidget(self.pages, 1)
        layout = QHBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.sidebar)
        layout.addLayout(right, 1)
        self.setCentralWidget(self._body)

    def _connect(self) -> None:
        self.sidebar.chosen.connect(self.navigate)
        self.sidebar.workspace_chosen.connect(self.open_workspace)
        self.topbar.person.clicked.connect(self.topbar.open_menu)
        self.topbar.news.asked.connect(self.keys.network)
        self.keys.fill_menu(self.topbar.menu)
        self.search.opened.connect(self._open_hit)
        self.search.case_opened.connect(self.ctx.open_case)
        self.search.left.connect(self._focus_page)
        self.pages.shown.connect(self._page_shown)
        self.pages.badge_changed.connect(self.sidebar.set_count)
        self.drawer.closed.connect(lambda: self.keys.page_keys(True))
        told = frozenset({STATUS, "offices", "conflicts"})
        self._stops = (
            self.ctx.hub.subscribe(told, lambda _changed: self._tell()),
            self.ctx.hub.subscribe(_ROLES, lambda _changed: self.follow_roles()),
        )
        self.pages.dropped.connect(self.keys.forget)
        self._status_timer = QTimer(self)
        self._status_timer.setInterval(MINUTE_MS)
        self._status_timer.timeout.connect(self._tell)
        self._status_timer.timeout.connect(self.follow_roles)
        self._status_timer.timeout.connect(lambda: self.ctx.guard(self._day_end.look))
        self._status_timer.start()
        self.scan.follow(self)
        self._tell()

    # what screens and keys ask for

    def toast(self, text: str, undo: Callable[[], object] | None = None, tone: str = "info") -> None:
        """Show a short line (see ScreenContext.toast)."""
        self.toasts.toast(text, undo, tone=_TONES.get(tone, Tone.NEUTRAL))

    def navigate(self, page_id: str, **params: object) -> None:
        """Show a page of this workspace, or of another of this officer's workspaces that has it."""
        self.drawer.dismiss()
        if self.pages.knows(page_id):
            self.pages.open_page(page_id, **params)
            return
        other = next((each for each in self.workspaces if each.page(page_id)), None)
        if other is None:
            log.warning("no page %s in workspace %s", page_id, self.workspace.id)
            self.toast("Halaman itu tidak ada di ruang kerja Anda.", tone="problem")
            return
        self.open_workspace(other.id, page_id, **params)

    def open_workspace(self, workspace_id: str, page_id: str = "", **params: object) -> None:
        """Show another of the officer's workspaces, at the page given, remembered, or first."""
        found = next((each for each in self.workspaces if each.id == workspace_id), None)
        if found is not None:
            self._sit_down(found, page_id, **params)

    def _sit_down(self, found: Workspace, page_id: str = "", **params: object) -> None:
        self.workspace = found
        self.sidebar.show_workspace(found, [each for each in self.workspaces if each is not found])
        self.pages.fill(found)
        self.ctx.ports.memory.remember(self._mine("workspace"), found.id)
        target = page_id or self.ctx.ports.memory.recall(self._mine("page", found.id)) or ""
        entry = found.page(target)
        if not page_id and (entry is None or entry.hidden):
            target = found.pages[0].page_id if found.pages else ""
        if target:
            self.pages.open_page(target, **params)
        QTimer.singleShot(0, self, self.pages.count_all)

    def follow_roles(self) -> None:
        """A mandate may have begun or ended: show what is open now. Screens are built anew when they are
        left; what was typed is kept."""
        if not self._rooms.changed():
            return
        before, self.workspaces = self.workspaces, self._rooms.open()
        self.topbar.person.show_title(self._rooms.titles())
        self.pages.renew()
        same = next((each for each in self.workspaces if each.id == self.workspace.id), None)
        if same is None:
            self.drawer.dismiss()
            self._sit_down(next(iter(self.workspaces), NOTHING))
        else:
            others = [each for each in self.workspaces if each is not same]
            self.workspace = same
            self.sidebar.show_workspace(same, others)
            self.pages.stay(same)
            QTimer.singleShot(0, self, self.pages.count_all)
        self.toast(news(before, self.workspaces))

    def preview(self, paper: Paper, subject_id: str = "") -> None:
        """Show a paper in the wide drawer."""
        from desk.ui.shell.preview import PreviewPanel

        self.ctx.act(
            lambda: PreviewPanel(self.ctx, paper, subject_id),
            lambda panel: self.ask(panel, paper.title, width=PREVIEW_WIDTH, fill=True),
        )

    def ask(
        self,
        widget: QWidget,
        title: str,
        actions: Sequence[QPushButton] = (),
        *,
        width: int = 440,
        fill: bool = False,
    ) -> None:
        """Show a small form in the drawer, its buttons at the foot (``fill``: it takes the whole height)."""
        self.keys.page_keys(False)
        self.drawer.open_with(title, widget, actions, width=width, fill=fill)

    def show_help(self, topic: str) -> None:
        """Show a page of the manual."""
        self.keys.help(topic)

    def close_drawer(self) -> None:
        """Close the drawer."""
        self.drawer.dismiss()

    def set_text_scale(self, factor: float) -> None:
        """Change the size of all text at once and remember it."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            return
        style.apply(app, factor)
        self.sidebar.rescale()
        self.topbar.rescale()
        self._place_overlays()
        look.remember_scale(self.ctx.ports.memory, factor)

    def sign_out(self) -> None:
        """Close the window for another officer."""
        if self.close():
            self.signed_out.emit()

    # inside

    def _focus_page(self) -> None:
        if self.pages.current is not None:
            self.pages.current.focus_first()

    def _page_shown(self, page: Page, page_id: str) -> None:
        self.sidebar.mark(self.pages.line_of(page_id))
        self.keys.install(page)
        entry = self.workspace.page(page_id)
        if entry is not None and not entry.hidden:
            self.ctx.ports.memory.remember(self._mine("page", self.workspace.id), page_id)

    def _open_hit(self, hit: Hit) -> None:
        case_id = hit.case_id or (hit.id if hit.kind == "case" else "")
        page_id = self.workspace.opens.get(hit.kind)
        if case_id and self.pages.knows("case"):
            self.ctx.open_case(case_id)
        elif page_id is not None:
            self.navigate(page_id, **{f"{hit.kind}_id": hit.id})
        else:
            self.toast(f"{hit.title} tidak dapat dibuka dari ruang kerja ini.")

    def _open_code(self, code: str) -> bool:
        found: list[str | None] = []
        self.ctx.act(lambda: self.ctx.ports.search.by_code(code), found.append)
        if not found or found[0] is None:
            return False
        case_id = found[0]
        QTimer.singleShot(0, self, lambda: self.ctx.open_case(case_id))
        return True

    def _tell(self) -> None:
        self.ctx.act(self.ctx.ports.office.face, self.sidebar.show_face)
        self.ctx.act(lambda: standing(self.ctx), self._show_standing)

    def _show_standing(self, state: NetworkState | None) -> None:
        line = status_line(state)
        self.topbar.show_status(line)
        self.sidebar.show_status(line)

    def _mine(self, *name: str) -> str:
        """What a shared PC remembers of this officer alone."""
        return ".".join((*name, self.ctx.session.staff_id))

    def _remembered_workspace(self) -> Workspace:
        kept = self.ctx.ports.memory.recall(self._mine("workspace"))
        first = next(iter(self.workspaces), NOTHING)
        return next((each for each in self.workspaces if each.id == kept), first)

    def _restore_place(self) -> None:
        self.resize(USUAL)
        kept = self.ctx.ports.memory.recall("window")
        if kept:
            try:
                self.restoreGeometry(b64decode(kept, validate=True))
            except BadBase64:
                log.warning("the window's remembered place cannot be read")

    def _place_overlays(self) -> None:
        for overlay in (self.search, self.toasts, self.drawer):
            if overlay.isVisible():
                overlay.place()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Qt: Tab goes through what is seen, in reading order."""
        return step_focus(self._body, forward=forward)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask the page, remember the place, let go of the application."""
        if not self.pages.may_leave():
            event.ignore()
            return
        self.ctx.keep_all()
        place = b64encode(self.saveGeometry().data()).decode()
        self.ctx.ports.memory.remember("window", place)
        self.scan.let_go()
        self.drawer.dismiss()
        self._status_timer.stop()
        for stop in self._stops:
            stop()
        self.pages.stop()
        super().closeEvent(event)

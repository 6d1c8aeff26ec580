"""The page of one case: head with progress, tabs, the column beside, and the buttons of what may be done."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.casefile import FILE_FROM, CaseFile, case_file
from desk.queries.office import chosen
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.permissions import Capability, may
from desk.standards.model import Standard
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.runtime.ports import Changed
from desk.ui.screens.case import offers as moves
from desk.ui.screens.case.answer import AnswerTab
from desk.ui.screens.case.bar import SAVE_KEY, MoreSheet, MoveBar
from desk.ui.screens.case.beside import Beside
from desk.ui.screens.case.doing import CaseDoing
from desk.ui.screens.case.extending import CaseExtending
from desk.ui.screens.case.files_tab import FilesTab
from desk.ui.screens.case.filing import CaseFiling
from desk.ui.screens.case.head import CaseHead
from desk.ui.screens.case.history_tab import HistoryTab
from desk.ui.screens.case.offers import Mode, Way
from desk.ui.screens.case.overview import Overview
from desk.ui.screens.case.sheet_tab import SheetTab
from desk.ui.screens.case.side import CaseSide
from desk.ui.screens.decision.words import coming
from desk.ui.screens.letter_editor.preview import LivePreview
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner, Card, EmptyState, ScrollPage, TabPages

ANSWER, OVERVIEW, FILES, SHEET, HISTORY = range(5)
_TABS = {"jawaban": ANSWER, "ringkasan": OVERVIEW, "berkas": FILES, "disposisi": SHEET, "riwayat": HISTORY}
LOW = 560
"""Height in pixels at text scale 1.0 below which the buttons stand under the page that scrolls."""
_PREVIEW = "case.preview"


class CasePage(Page):
    """Page ``case``; ``activate(case_id=..., tab=...)`` shows one case, ``tab`` as the tab is called."""

    page_id = "case"
    title = "Permohonan"
    icon = "file"
    help_topic = "case"
    watches = FILE_FROM

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        self.file: CaseFile | None = None
        self._case_id, self._wanted_tab, self._arriving = "", "", True
        self._tell_overview: Callable[[], None] | None = None
        self.news = Banner(closable=True)
        self.head, self.bar, self.tabs = CaseHead(), MoveBar(), TabPages()
        self.short, self.preview = CaseSide(), LivePreview(ctx)
        self.doing, self.filing = CaseDoing(self), CaseFiling(self)
        self.extending = CaseExtending(self, self.doing)
        self.missing = EmptyState("search", "Permohonan tidak ditemukan", "Cari lagi dengan Ctrl+K.")
        self._lay_out()
        room = self.tabs.stack
        self.answer, self.overview, self.files = AnswerTab(ctx, room), Overview(room), FilesTab(room)
        self.sheet, self.history = SheetTab(room), HistoryTab(room)
        names = ("Jawaban", "Ringkasan", "Berkas", "Disposisi", "Riwayat")
        parts = (self.answer, self.overview, self.files, self.sheet, self.history)
        for name, tab in zip(names, parts, strict=True):
            self.tabs.add(name, tab)
        self._connect()

    @property
    def standard(self) -> Standard:
        """The standard this case was opened under, as the office goes by it."""
        if self.file is None:
            raise LookupError(self._case_id)
        place = self.ctx.workplace
        return place.ask(chosen, place.standards.get(self.file.page.row.standard))

    def _lay_out(self) -> None:
        """From the outside in: what is put into a window with all its parts is dressed once, not at each
        step."""
        self._column = column = QVBoxLayout(self)
        column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        column.setSpacing(scaled(12))
        self._whole = ScrollPage()
        column.addWidget(self._whole)
        column.addWidget(self.missing)
        inner = QVBoxLayout(self._whole.inner)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(scaled(12))
        self._main, paper = Card(), Card()
        self.beside = Beside(self._main, self.short, paper)
        for part, stretch in ((self.news, 0), (self.head, 0), (self.beside, 1)):
            inner.addWidget(part, stretch)
        paper.add(self.preview, 1)
        self._main.add(self.tabs, 1)
        self._main.add(self.bar)
        self.tabs.stack.setMinimumHeight(scaled(240))
        self.news.say("")
        self.missing.hide()

    def _connect(self) -> None:
        doing, filing = self.doing, self.filing
        self.head.why.connect(lambda: self.ctx.guard(self.extending.explain))
        self.bar.chosen.connect(lambda offer: self.ctx.guard(lambda: doing.do(offer)))
        self.bar.saving.connect(lambda: self.ctx.guard(doing.save))
        self.bar.extending.connect(lambda: self.ctx.guard(self.extending.extend))
        self.bar.noticing.connect(lambda: self.ctx.guard(self.extending.sign_notice))
        self.bar.back_dating.connect(lambda: self.ctx.guard(doing.sign_back_dated))
        self.bar.objecting.connect(lambda: self.ctx.navigate("counter", objection=self._case_id))
        self.bar.previewing.connect(self.toggle_preview)
        self.bar.booking.connect(lambda: self.ctx.guard(doing.book))
        self.bar.planning.connect(lambda: self.ctx.guard(doing.plan))
        self.bar.more.connect(self._offer_more)
        self.tabs.turned.connect(self._turned)
        self.answer.edited.connect(self._draw)
        self.short.file_opened.connect(filing.open)
        self.files.opened.connect(filing.open)
        self.files.removed.connect(filing.remove)
        self.files.adding.connect(filing.add)
        self.files.paper_asked.connect(filing.paper)
        self.sheet.printed.connect(filing.sheet)
        self.overview.ticked.connect(filing.tick)
        self.overview.correcting.connect(lambda: self.ctx.navigate("correction", case_id=self._case_id))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Qt: in a low window the page scrolls, and the buttons stay in sight below it."""
        super().resizeEvent(event)
        low = self.height() < scaled(LOW)
        holder = self._column if low else self._main.body
        if holder.indexOf(self.bar) < 0:
            (self._main.body if low else self._column).removeWidget(self.bar)
            holder.addWidget(self.bar)

    # what the window calls

    def activate(self, **params: object) -> None:
        """Take the case to show; ``move`` is the verb of one to start at once."""
        case_id = str(params.get("case_id") or self._case_id)
        if case_id != self._case_id:
            self.answer.flush()
            self.news.say("")
            self._case_id = case_id
        self._wanted_tab, self._arriving = str(params.get("tab") or ""), True
        self.refresh_soon()
        if verb := str(params.get("move") or ""):
            QTimer.singleShot(0, self, lambda: self._begin(verb))

    def _begin(self, verb: str) -> None:
        """Start a move that was chosen before the case was opened."""
        if self.file is None:
            return
        place = self.ctx.workplace
        found = moves.offers(self.file, place.roles, place.actor.staff_id)
        offer = next((one for one in found if one.move.verb == verb), None)
        if offer is not None:
            self.ctx.guard(lambda: self.doing.do(offer))

    def service(self) -> str:
        """The service of the case shown."""
        return self.file.page.row.service if self.file is not None else ""

    def refresh(self, _changed: Changed) -> None:
        """Read the case anew."""
        place = self.ctx.workplace
        before = self.file
        self.file = (
            place.ask(case_file, place.standards, place.now(), self._case_id) if self._case_id else None
        )
        self._whole.setVisible(self.file is not None)
        self.missing.setVisible(self.file is None)
        if self.file is None:
            return
        if not self._arriving and before is not None and before.page.row.step != self.file.page.row.step:
            self._arriving = True
        self._show(self.file)

    def keeps_place(self) -> bool:
        """See `Page.keeps_place`: of another case nothing stands there yet."""
        return self.file is not None and self.file.page.row.id == self._case_id

    def shortcuts(self) -> tuple[Shortcut, ...]:
        """Keys of the page; those of buttons and tabs are their own."""
        return (Shortcut(SAVE_KEY, "Simpan konsep surat", self._save),)

    def _save(self) -> None:
        if self.answer.mode is Mode.PREPARE:
            self.doing.save()

    def may_leave(self) -> bool:
        """Unsaved words are kept on this PC; leaving is always possible."""
        self.answer.flush()
        return True

    def focus_first(self) -> None:
        """The first field of the answer where there is one to write, else the tabs."""
        writing = self.tabs.current() == ANSWER and self.answer.mode in (Mode.PREPARE, Mode.DECIDE)
        (self.answer.first_field() if writing else self.tabs.bar).setFocus()

    # what the parts ask for

    def read_again(self, sentence: str = "") -> None:
        """Show the newest state, with a sentence why it is another one than expected."""
        self.news.say(sentence, Tone.WARN if sentence else Tone.NEUTRAL)
        self.refresh_soon()
        self.refresh_now()

    def _offer_more(self) -> None:
        def act(wanted: Callable[[], object]) -> None:
            self.ctx.close_drawer()
            self.ctx.guard(wanted)

        sheet = MoreSheet(self.bar.rare)
        sheet.taken.connect(act)
        self.ctx.ask(sheet, "Tindakan lain")

    def show_answer(self) -> None:
        """Bring the answer to the front."""
        self.tabs.show_page(ANSWER)

    def toggle_preview(self) -> None:
        """Show the letter beside the editor, or the case in short."""
        if self.file is not None and not self.beside.roomy():
            self.ctx.preview("letter_preview", self.file.page.row.id, **self._wording())
            return
        wanted = not self.beside.paper_shown()
        self.ctx.ports.memory.remember(_PREVIEW, "1" if wanted else "")
        self._show_side()

    # showing

    def _show(self, file: CaseFile) -> None:
        place = self.ctx.workplace
        found = moves.offers(file, place.roles, place.actor.staff_id)
        whole = may(place.roles, Capability.SEE_IDENTITY)
        self.head.show_case(file, self.standard, place.now)
        self.short.show_case(file, self.standard, whole=False)
        self.answer.show_case(file, self.standard, found)
        secret = file.page.row.service in CONFIDENTIAL and not place.sees_complainants()
        may_change = may(place.roles, Capability.OPEN_CASE) and not secret
        self._tell_overview = partial(
            self.overview.show_case, file, self.standard, whole=whole, may_change=may_change
        )
        self.files.show_case(file, may_change=not file.page.row.closed)
        self.sheet.show_case(file, self.standard)
        self.history.show_case(file, self.standard)
        self.tabs.set_count(FILES, len(file.files))
        self.tabs.set_count(SHEET, len(file.dispositions))
        extend = f"Perpanjang +{file.limit.left} hari kerja…" if file.limit.left else "Perpanjang…"
        self.bar.offer(
            found,
            self.answer.mode,
            extend=extend if moves.may_extend(file, place.roles) else "",
            notice=moves.signs_notices(file, place.roles) and moves.unsigned_notice(file) is not None,
            objection=moves.may_object(file, place.roles),
            meeting=moves.may_book(file, place.roles),
            event=moves.may_plan(file, place.roles),
        )
        if self._arriving:
            self._arriving = False
            self.tabs.show_page(_TABS.get(self._wanted_tab, self._first_tab({one.way for one in found})))
        self._turned(self.tabs.current())
        self._show_side()
        self._draw()

    def _turned(self, place: int) -> None:
        """Fill the overview, the longest of the tabs, when it comes to the front."""
        if place == OVERVIEW and self._tell_overview is not None:
            self._tell_overview()
            self._tell_overview = None

    def _first_tab(self, ways: set[Way]) -> int:
        """The answer where there is something to do about it, else what was asked."""
        about = {Way.SUBMIT, Way.DECIDE, Way.PARAF, Way.SIGN, Way.HAND_OVER}
        return ANSWER if ways & about else OVERVIEW

    def _show_side(self) -> None:
        remembered = bool(self.ctx.ports.memory.recall(_PREVIEW))
        self.beside.show_paper(self.answer.mode is Mode.PREPARE and remembered)
        self._draw()

    def _draw(self) -> None:
        """Draw the letter in work beside its editor."""
        if self.answer.mode is not Mode.PREPARE or not self.beside.paper_shown() or self.file is None:
            return
        wording, case_id, papers = self._wording(), self.file.page.row.id, self.ctx.ports.papers
        self.preview.ask(lambda: papers.paper("letter_preview", case_id, **wording))

    def _wording(self) -> dict[str, object]:
        """The letter on screen and the decision it goes with, as the paper of the preview takes them."""
        shown = self.answer.value()
        decision = shown.decision
        at = self.ctx.workplace.now()
        return {"text": shown.letter} | ({"decision": coming(decision, at)} if decision else {})

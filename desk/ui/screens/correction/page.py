"""Page `correction`: one registered form, corrected and saved, and back to its case."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries import cases
from desk.queries.cases import CasePage
from desk.rules.permissions import Capability
from desk.ui.forms.correcting import CorrectionSheet
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page
from desk.ui.runtime.ports import Changed
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import EmptyState

_CLOSED = "Permohonan ini sudah ditutup; isiannya tidak dapat diperbaiki lagi."


class CorrectionPage(Page):
    """Page ``correction``; ``activate(case_id=...)`` takes one case up."""

    page_id = "correction"
    title = "Perbaiki isian"
    icon = "pen"
    help_topic = "case"
    watches = cases.LISTED_FROM | {"checklist_items", "clock_stops", "limit_extensions", "offices"}

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        ctx.workplace.require(Capability.OPEN_CASE)
        self.sheet: CorrectionSheet | None = None
        self.missing = EmptyState("search", "Tidak ada isian yang dapat diperbaiki", _CLOSED)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        self._column.addWidget(self.missing)

    def activate(self, **params: object) -> None:
        """Take up the form of a case; coming back to the same one goes on where it was left."""
        case_id = str(params.get("case_id") or "")
        if not case_id or (self.sheet is not None and self.sheet.case.row.id == case_id):
            return
        self._let_go()
        page = self._page(case_id)
        self.missing.setVisible(page is None or page.row.closed)
        if page is not None and not page.row.closed:
            self.sheet = CorrectionSheet(self.ctx, page)
            self.sheet.saved.connect(self._saved)
            self.sheet.left.connect(self._go_back)
            self._column.addWidget(self.sheet)

    def refresh(self, _changed: Changed) -> None:
        """Count anew; what is typed stays. A case closed meanwhile is said."""
        if self.sheet is None:
            return
        page = self._page(self.sheet.case.row.id)
        closed = page is None or page.row.closed
        self.sheet.save_button.setEnabled(not closed)
        if closed:
            self.sheet.tell(_CLOSED, Tone.WARN)
        else:
            self.sheet.reread()

    def may_leave(self) -> bool:
        """What is typed is kept on this PC; leaving is always possible."""
        if self.sheet is not None:
            self.sheet.autosave.flush()
        return True

    def focus_first(self) -> None:
        """The first field of the form."""
        if self.sheet is None:
            super().focus_first()
        else:
            self.sheet.form.first_field(self.sheet.draft()).setFocus()

    def _page(self, case_id: str) -> CasePage | None:
        place = self.ctx.workplace
        return place.ask(cases.page, place.standards, self.ctx.today(), case_id)

    def _let_go(self) -> None:
        if self.sheet is not None:
            self.sheet.autosave.flush()
            self._column.removeWidget(self.sheet)
            self.sheet.hide()
            self.sheet.deleteLater()
            self.sheet = None

    def _saved(self, lacking: tuple[str, ...]) -> None:
        short = f" Berkas kurang: {'; '.join(lacking)}." if lacking else ""
        self.ctx.toast(f"Isian permohonan diperbaiki.{short}", tone="done")
        self._go_back()

    def _go_back(self) -> None:
        case_id = self.sheet.case.row.id if self.sheet is not None else ""
        self._let_go()
        self.ctx.navigate("case", case_id=case_id, tab="ringkasan")

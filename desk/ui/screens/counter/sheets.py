"""The sheets of the counter: a form for each service, made when first needed, one of them in front."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout, QWidget

from desk.ui.forms.catalog import form_of
from desk.ui.forms.form_shell import FormShell
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.ports import SavedDraft
from desk.ui.screens.counter.taking import USUAL, taken_in, usual
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import GhostButton, RowItem, RowList

CHOOSE_KEY, SPOKEN_KEY = "Ctrl+G", "F12"
_SPOKEN = "lisan"
_LEAD = "Enter membuka formulirnya, F11 standarnya. Isian yang belum selesai disimpan sebagai draf."


class ServiceSheets(QWidget):
    """The forms of the services this office offers and this program takes in.

    Signals:
        saved(Saved), edited, drafts_changed: of the form in front.
        spoken: the small form of a spoken answer is wanted.
        choosing: another service is to be chosen.
        listing: forms put aside are to be shown.
    """

    saved = Signal(object)
    edited = Signal()
    drafts_changed = Signal()
    spoken = Signal()
    choosing = Signal()
    listing = Signal()

    def __init__(self, ctx: ScreenContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx = ctx
        self._made: dict[str, FormShell] = {}
        self._stack = QStackedLayout(self)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.current = self.use(self._usual())

    def offered(self) -> tuple[str, ...]:
        """Services of the office's standard that have a form, those that this officer may take in."""
        return taken_in(self._ctx.workplace)

    def _usual(self) -> str:
        return usual(self._ctx.workplace, self.offered())

    def use(self, slug: str) -> FormShell:
        """Bring the form of a service to the front."""
        sheet = self._made.get(slug)
        if sheet is None:
            sheet = self._made[slug] = self._make(slug)
            self._stack.addWidget(sheet)
        self.current = sheet
        self._stack.setCurrentWidget(sheet)
        return sheet

    def _make(self, slug: str) -> FormShell:
        choose = GhostButton("Layanan", CHOOSE_KEY)
        choose.clicked.connect(self.choosing)
        extras = [choose]
        place = self._ctx.workplace
        flows = place.standard.services[slug].flows
        if slug == USUAL and _SPOKEN in flows:
            spoken = GhostButton("Jawaban lisan", SPOKEN_KEY)
            spoken.clicked.connect(self.spoken)
            extras.append(spoken)
        sheet = FormShell(self._ctx, form_of(slug), tuple(extras), self)
        sheet.saved.connect(self.saved)
        sheet.edited.connect(self.edited)
        sheet.drafts_changed.connect(self.drafts_changed)
        sheet.drafts.clicked.connect(self.listing)
        return sheet

    # drafts

    def recover(self) -> None:
        """Bring back what was being typed when the program ended, whichever form it was."""
        kept = {one.form for one in self._ctx.ports.drafts.list() if one.key == self._typing(one.form)}
        for slug in self.offered():
            if slug in kept and self.use(slug).recover():
                return
        self.use(self._usual())

    def aside(self) -> Sequence[SavedDraft]:
        """Forms put aside by this officer, of any service, newest first."""
        found = self._ctx.ports.drafts.list()
        return [one for one in found if one.key.startswith(f"{self._typing(one.form)}:")]

    def take_up(self, key: str) -> None:
        """Go on with a form put aside; what is being typed is put aside in its turn."""
        known = next((one for one in self.aside() if one.key == key), None)
        if known is not None and known.form in self.offered():
            self.current.make_room()
            self.use(known.form).take_up(key)

    def discard(self, key: str) -> None:
        """Throw a form put aside away."""
        self._ctx.ports.drafts.discard(key)

    def _typing(self, slug: str) -> str:
        return f"{slug}:{self._ctx.session.staff_id}"

    def reread(self) -> None:
        """The office's calendar or standard changed: count anew."""
        for sheet in self._made.values():
            sheet.reread()


class ServiceList(QWidget):
    """Services to choose from, in the drawer; Enter takes one."""

    def __init__(self, sheets: ServiceSheets, ctx: ScreenContext) -> None:
        super().__init__()
        place = ctx.workplace
        services = place.standard.services
        self.list = RowList()
        self.list.set_rows(
            [RowItem(slug, services[slug].short_name, services[slug].name) for slug in sheets.offered()]
        )
        self.list.select(sheets.current.form.slug)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(Text(_LEAD, "small"))
        column.addWidget(self.list, 1)
        self.setMinimumHeight(scaled(64 + 54 * len(sheets.offered())))
        self.setFocusProxy(self.list)

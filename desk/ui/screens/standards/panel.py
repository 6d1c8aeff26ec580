"""The panel of standards: services to choose from, a search over all they say, the one chosen, its print."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from desk.queries.office import profile
from desk.rules.hours import zone_words
from desk.standards.told import StandardTold, told
from desk.ui.fields.text import LineEdit
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.standards.words import pledge_html, standard_html
from desk.ui.theme.style import scaled
from desk.ui.widgets import EmptyState, PrimaryButton, RowItem, RowList

TITLE, WIDTH = "Standar pelayanan", 900
"""Heading and width in pixels at text scale 1.0."""

PLEDGE = "maklumat"
"""Key of the row of the maklumat pelayanan."""


class StandardsPanel(QWidget):
    """Arrows in the search walk through the services; Ctrl+P prints the one shown."""

    def __init__(self, ctx: ScreenContext, service: str = "") -> None:
        super().__init__()
        self._ctx = ctx
        place = ctx.workplace
        office, self._standard = place.ask(profile), place.standard
        self._told: dict[str, StandardTold] = {
            slug: told(self._standard, one, office.hours, zone_words(office.zone))
            for slug, one in self._standard.services.items()
        }
        self.filter = LineEdit()
        self.filter.setPlaceholderText("Cari: layanan, syarat, waktu, biaya")
        self.filter.setAccessibleName("Cari standar pelayanan")
        self.filter.setClearButtonEnabled(True)
        nothing = EmptyState("search", "Tidak ada yang cocok", "Ubah atau kosongkan pencarian.")
        self.list = RowList(empty=nothing)
        self.text = QTextBrowser()
        self.text.setObjectName("help")
        self.text.setAccessibleName("Isi standar pelayanan")
        self.print = PrimaryButton("Cetak", "Ctrl+P", icon="print")
        self._lay_out()
        self._fill()
        self.list.select(service if service in self._told else PLEDGE)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(scaled(8))
        left.addWidget(self.filter)
        left.addWidget(self.list, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(16))
        row.addLayout(left, 2)
        row.addWidget(self.text, 3)
        self.setFocusProxy(self.filter)
        self.filter.textChanged.connect(self._fill)
        self.list.selected.connect(self._show)
        self.print.clicked.connect(self.print_shown)
        for key, by in ((Qt.Key.Key_Down, 1), (Qt.Key.Key_Up, -1)):
            step = QShortcut(QKeySequence(key), self.filter)
            step.setContext(Qt.ShortcutContext.WidgetShortcut)
            step.activated.connect(lambda by=by: self.list.step(by))

    def rows(self) -> tuple[RowItem, ...]:
        """The maklumat and every service that says all the words searched for."""
        wanted = self.filter.text().casefold().split()
        texts = {PLEDGE: "\n".join(("Maklumat pelayanan", *self._standard.pledge))}
        texts |= {slug: words.text() for slug, words in self._told.items()}
        items = {PLEDGE: RowItem(PLEDGE, "Maklumat pelayanan", "Janji kantor kepada masyarakat")}
        for slug, one in self._standard.services.items():
            items[slug] = RowItem(slug, one.short_name, one.name)
        found = (key for key, text in texts.items() if all(one in text.casefold() for one in wanted))
        return tuple(items[key] for key in found)

    def print_shown(self) -> None:
        """Print what is shown, to take home."""
        key = self.list.current()
        if key == PLEDGE:
            self._ctx.print_paper("maklumat_pelayanan", "")
        elif key is not None:
            self._ctx.print_paper("standar_pelayanan", key)

    def _fill(self) -> None:
        rows = self.rows()
        self.list.set_rows(rows)
        if rows and self.list.current() is None:
            self.list.select(rows[0].key)

    def _show(self, key: str | None) -> None:
        self.print.setEnabled(key is not None)
        if key is None:
            self.text.clear()
        elif key == PLEDGE:
            self.text.setHtml(pledge_html(self._standard))
        else:
            self.text.setHtml(standard_html(self._told[key]))

"""Page `votes`: the figures of an election by district, to look through, type, import and correct."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk.queries import votes
from desk.queries.office import profile
from desk.queries.votes import Figure
from desk.rules.permissions import Capability
from desk.rules.votes import DistrictSum, ElectionVotes, VoteLine, about, grouped, sums
from desk.ui.fields import Choice, ChoiceField, TextField
from desk.ui.runtime.autosave import Autosave
from desk.ui.runtime.page import Page, Shortcut
from desk.ui.screens.votes.doing import Doing
from desk.ui.screens.votes.editing import DistrictDraft, DistrictEditor, rows_of
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import (
    ButtonBar,
    Card,
    Column,
    Columns,
    EmptyState,
    PrimaryButton,
    RowTable,
    SecondaryButton,
    SectionTitle,
)

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext
    from desk.ui.runtime.ports import Changed

_NONE = ("chart", "Belum ada perolehan suara", "Catat pemilunya, lalu ketik angkanya atau impor berkasnya.")
_EMPTY = ("chart", "Belum ada angka", "Impor berkas pemilu ini, atau ketik per daerah pemilihan.")
_NOTHING = ("search", "Tidak ditemukan", "Coba nama partai atau calon lain.")


class VotesPage(Page):
    """Districts with their sums at the left, the figures of the lit one at the right."""

    page_id = "votes"
    title = "Perolehan suara"
    icon = "chart"
    help_topic = "votes"
    watches = frozenset({"elections", "vote_rows"})

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(ctx, parent)
        ctx.workplace.require(Capability.KEEP_VOTES)
        self.elections: tuple[ElectionVotes, ...] = ()
        self.figures: tuple[Figure, ...] = ()
        self.office = ctx.workplace.ask(profile)
        self._build()
        self.doing = Doing(self)
        self.autosave: Autosave[DistrictDraft] = Autosave(
            ctx, "votes", DistrictDraft, empty=DistrictDraft(), parent=self
        )
        self._connect()

    # building

    def _build(self) -> None:
        columns = Columns()
        columns.add(self._left(), least=400)
        columns.add(self._right(), least=440, stretch=1)
        row = QHBoxLayout(self)
        row.setContentsMargins(scaled(20), scaled(16), scaled(20), scaled(16))
        row.addWidget(columns)

    def _left(self) -> Card:
        self.election = ChoiceField("Pemilu")
        self.new_election = SecondaryButton("Pemilu baru…", "F7")
        self.edit_election = SecondaryButton("Ubah…")
        self.load = SecondaryButton("Impor berkas…", "F8")
        self.districts: RowTable[DistrictSum] = RowTable(
            (
                Column("Dapil", lambda row: row.district, stretch=True, strong=True, width=140),
                Column(
                    "Suara", lambda row: grouped(row.counted), align="right", sort=lambda row: row.counted
                ),
                Column("Kursi", lambda row: str(row.seats), align="right", sort=lambda row: row.seats),
                Column("Kendali", _control, tone=_control_tone),
            ),
            key=lambda row: row.district,
            empty=EmptyState(*_NONE),
        )
        self.districts.setMinimumHeight(scaled(180))
        card = Card()
        card.setMinimumWidth(scaled(400))
        card.add(SectionTitle("Daerah pemilihan"))
        card.add(self.election)
        card.add(ButtonBar((self.new_election, self.edit_election)))
        card.add(self.districts, 1)
        card.add(ButtonBar((self.load,)))
        return card

    def _right(self) -> Card:
        self.search = TextField("Cari", placeholder="partai atau calon")
        self.lines: RowTable[Figure] = RowTable(
            (
                Column("Partai", lambda row: row.line.party, width=190),
                Column("No.", lambda row: str(row.line.number or ""), sort=lambda row: row.line.number),
                Column("Calon", _who, stretch=True, strong=True),
                Column(
                    "Suara",
                    lambda row: grouped(row.line.votes),
                    align="right",
                    sort=lambda row: row.line.votes,
                ),
                Column("Kursi", lambda row: str(row.line.seats or ""), align="right"),
            ),
            key=lambda row: row.id,
            empty=EmptyState(*_EMPTY),
        )
        self.lines.setMinimumHeight(scaled(200))
        self.edit = PrimaryButton("Ketik atau koreksi", "F4")
        self.add_district = SecondaryButton("Dapil baru", "F6")
        self.history = SecondaryButton("Riwayat angka", "F9")
        listed = QWidget()
        column = QVBoxLayout(listed)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addWidget(self.search)
        column.addWidget(self.lines, 1)
        column.addWidget(ButtonBar((self.edit, self.add_district, self.history)))
        self.editor = DistrictEditor()
        self.sides = QStackedWidget()
        self.sides.addWidget(listed)
        self.sides.addWidget(self.editor)
        card = Card()
        card.add(self.sides, 1)
        return card

    def _connect(self) -> None:
        self.election.changed.connect(self.refresh_soon)
        self.search.changed.connect(self._show_lines)
        self.districts.selected.connect(lambda _row: self._show_lines())
        self.districts.activated.connect(lambda _row: self.begin_editing())
        self.lines.activated.connect(lambda _row: self.begin_editing())
        self.lines.selected.connect(lambda row: self.history.setEnabled(row is not None))
        self.edit.clicked.connect(self.begin_editing)
        self.add_district.clicked.connect(lambda: self.open_editor(DistrictDraft()))
        self.editor.changed.connect(lambda: self.autosave.changed(self.editor.draft()))
        self.editor.given_up.connect(self.end_editing)
        self.editor.emptied.connect(self._forget)
        self.editor.confirmed.connect(self.doing.keep_district)
        self.new_election.clicked.connect(lambda: self.doing.ask_election(None))
        self.edit_election.clicked.connect(lambda: self.doing.ask_election(self.chosen()))
        self.load.clicked.connect(self.doing.ask_file)
        self.history.clicked.connect(self._tell_history)

    # reading

    def refresh(self, _changed: "Changed") -> None:
        """Read elections and the figures of the chosen one; what is being typed stays."""
        ask = self.ctx.workplace.ask
        self.elections = ask(votes.elections)
        before = self.election.value()
        known = [one.id for one in self.elections]
        self.election.set_choices([Choice(one.id, one.name) for one in self.elections])
        self.election.set_value(before if before in known else next(iter(known), None))
        one = self.chosen()
        self.figures = () if one is None else ask(votes.figures, one.id)
        self.districts.empty.set(*(_NONE if one is None else _EMPTY))
        self.districts.set_rows(sums(self.known_lines()))
        if self.districts.rows() and self.districts.current() is None:
            self.districts.select(self.districts.rows()[0].district)
        self._show_lines()
        self._offer()

    def _offer(self) -> None:
        """While figures are typed nothing else of the page is done."""
        free, there = not self.editing, self.chosen() is not None
        for part in (self.election, self.districts, self.new_election):
            part.setEnabled(free)
        for button in (self.edit_election, self.load, self.add_district):
            button.setEnabled(free and there)

    def chosen(self) -> ElectionVotes | None:
        """The election chosen, without its figures."""
        return next((one for one in self.elections if one.id == self.election.value()), None)

    def known_lines(self) -> tuple[VoteLine, ...]:
        """Every figure of the election as it was read."""
        return tuple(one.line for one in self.figures)

    def _show_lines(self, *_ignored: object) -> None:
        """The lit district, or wherever in the election the words sought stand."""
        wanted, lit = self.search.value().casefold(), self.districts.current()
        rows = [
            one
            for one in self.figures
            if (wanted and wanted in f"{one.line.party} {one.line.candidate}".casefold())
            or (not wanted and lit is not None and one.line.district == lit.district)
        ]
        self.lines.empty.set(*(_NOTHING if wanted else _EMPTY))
        self.lines.set_rows(rows)
        self.edit.setEnabled(lit is not None)
        self.history.setEnabled(self.lines.current() is not None)

    def shortcuts(self) -> Sequence[Shortcut]:
        """Ctrl+F goes to the search line."""
        return (Shortcut("Ctrl+F", "Cari partai atau calon", self.search.setFocus),)

    # typing

    @property
    def editing(self) -> bool:
        """Whether figures are being typed."""
        return self.sides.currentWidget() is self.editor

    def begin_editing(self) -> None:
        """Open the lit district in the grid."""
        lit = self.districts.current()
        if lit is not None:
            mine = [one for one in self.known_lines() if one.district == lit.district]
            self.open_editor(DistrictDraft(lit.district, rows_of(mine)))

    def open_editor(self, begun: DistrictDraft) -> None:
        """Type into a district (empty: a new one); what was typed and not saved comes back."""
        one = self.chosen()
        if one is None:
            return
        self.doing.begin(begun, self.known_lines())
        self.autosave.key = f"votes:{one.id}:{begun.district}"
        found = self.autosave.restore()
        self.editor.show_draft(
            begun if found is None else found.draft, "" if found is None else found.sentence
        )
        self.sides.setCurrentWidget(self.editor)
        self._offer()
        (self.editor.rows if begun.district else self.editor.district).setFocus()

    def end_editing(self) -> None:
        """Back to the list; what is typed stays as a draft."""
        self.autosave.flush()
        self.sides.setCurrentIndex(0)
        self._offer()
        self.districts.setFocus()

    def _forget(self) -> None:
        self.autosave.discard()
        self.editor.show_draft(self.doing.begun)

    def _tell_history(self) -> None:
        row = self.lines.current()
        if row is not None:
            self.doing.tell_history(about(row.line), row.id)


def _who(row: Figure) -> str:
    line = row.line
    return line.candidate or ("Jumlah kendali" if line.total else "Suara partai")


def _control(row: DistrictSum) -> str:
    if row.typed is None:
        return "belum diisi"
    return "cocok" if row.typed == row.counted else "berbeda"


def _control_tone(row: DistrictSum) -> Tone:
    return {"cocok": Tone.GOOD, "berbeda": Tone.BAD}.get(_control(row), Tone.WARN)

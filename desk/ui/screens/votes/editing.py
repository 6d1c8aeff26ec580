"""Figures of one district, typed or pasted into a grid."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.actions.votes_file import VoteFile, typed_lines
from desk.rules.votes import LineProblem, VoteLine
from desk.ui.fields import GridColumn, GridField, TextField
from desk.ui.fields.grid import Rows
from desk.ui.theme.style import scaled
from desk.ui.widgets import Banner, ButtonBar, DraftBanner, GhostButton, PrimaryButton

_CELLS = ("party", "number", "candidate", "votes", "seats")
_TOTAL = "Jumlah"
_HINT = (
    "Suara partai: baris tanpa calon. Jumlah kendali: tulis Jumlah di tempat calon, tanpa partai untuk "
    "seluruh dapil. Baris dari lembar kerja dapat ditempel dengan Ctrl+V."
)
_TOLD = 6


@dataclass(frozen=True, slots=True)
class DistrictDraft:
    """What stands in the grid, as it is kept until it is saved."""

    district: str = ""
    rows: tuple[tuple[str, ...], ...] = ()


def rows_of(lines: Sequence[VoteLine]) -> Rows:
    """Figures as the grid shows them."""
    return tuple(
        (
            one.party,
            str(one.number or ""),
            _TOTAL if one.total else one.candidate,
            str(one.votes),
            str(one.seats or ""),
        )
        for one in lines
    )


class DistrictEditor(QWidget):
    """Name of the district and its figures.

    Signals:
        changed: something was typed.
        confirmed: the figures are to be kept.
        given_up: back to the list; what was typed stays as a draft.
        emptied: the draft that came back is not wanted.
    """

    changed = Signal()
    confirmed = Signal()
    given_up = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        columns = (
            GridColumn("Partai", 190),
            GridColumn("No.", 52),
            GridColumn("Calon"),
            GridColumn("Suara", 92),
            GridColumn("Kursi", 64),
        )
        self.draft_banner, self.news = DraftBanner(), Banner()
        self.district = TextField("Daerah pemilihan", required=True, max_length=120)
        self.rows = GridField("Perolehan suara", columns, required=True, hint=_HINT)
        self.rows.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.rows.editor.setMinimumHeight(scaled(200))  # a long list scrolls in itself, not the page
        self.save = PrimaryButton("Simpan angka", "Ctrl+Return")
        self.back = GhostButton("Kembali ke daftar")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        for part in (self.draft_banner, self.news, self.district):
            column.addWidget(part)
        column.addWidget(self.rows, 1)
        column.addWidget(ButtonBar((self.save, self.back)))
        self.district.changed.connect(self.changed)
        self.rows.changed.connect(self.changed)
        self.save.clicked.connect(self.confirmed)
        self.back.clicked.connect(self.given_up)
        self.draft_banner.acted.connect(self.emptied)

    def show_draft(self, draft: DistrictDraft, restored: str = "") -> None:
        """Begin from a draft; ``restored`` says when it was kept."""
        self.district.set_value(draft.district)
        self.rows.set_value(draft.rows)
        self.draft_banner.tell(restored)
        self.news.say("")

    def draft(self) -> DistrictDraft:
        """What stands there now."""
        return DistrictDraft(self.district.value(), self.rows.value())

    def read(self) -> VoteFile:
        """The figures typed; lines count as in the grid."""
        district = self.district.value()
        return typed_lines(
            {"district": district, **dict(zip(_CELLS, row, strict=True))} for row in self.rows.value()
        )

    def complete(self) -> bool:
        """Whether the district is named."""
        if self.district.value():
            return True
        self.district.mark("Isi daerah pemilihan.")
        self.district.setFocus()
        return False

    def tell(self, problems: Sequence[LineProblem]) -> None:
        """Say what is wrong beside the grid and go to the first line that is."""
        words = [f"Baris {one.line}: {one.message}" for one in problems[:_TOLD]]
        if len(problems) > _TOLD:
            words.append(f"dan {len(problems) - _TOLD} kesalahan lain.")
        self.rows.mark("\n".join(words))
        self.rows.grid.setFocus()
        self.rows.grid.setCurrentCell(max(0, problems[0].line - 1), 0)

"""Drawers of the page: an election, a file to import, how a figure came to be."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from PySide6.QtWidgets import QWidget

from desk.actions.votes import ElectionDraft
from desk.queries.votes import FigureChange
from desk.rules.votes import ElectionVotes, LineProblem, grouped
from desk.services.common import Problem
from desk.ui.fields import DateField, Field, FileField, TextField
from desk.ui.fields.files import Chooser, ask_files
from desk.ui.screens.case.sheets import Sheet
from desk.ui.theme.text import Text
from desk.ui.words import full_moment

_TOLD = 40
"""Wrong lines told at once; the rest is counted."""


class ElectionSheet(Sheet):
    """Name and day of an election, and the decree that fixed its votes and seats."""

    def __init__(
        self, today: Callable[[], date], known: ElectionVotes | None, parent: QWidget | None = None
    ) -> None:
        super().__init__("Simpan pemilu", parent=parent)
        self.name = TextField("Nama pemilu", required=True, placeholder="mis. Pemilu Anggota DPRD 2024")
        self.day = DateField("Hari pemungutan suara", today=today, required=True)
        self.number = TextField("Nomor keputusan perolehan suara", placeholder="mis. 12 Tahun 2024")
        self.dated = DateField("Tanggal keputusan", today=today)
        self.about = TextField("Tentang", placeholder="judul keputusan")
        self._fields: dict[str, Field[Any]] = {
            "name": self.name,
            "day": self.day,
            "decree_number": self.number,
            "decree_date": self.dated,
            "decree_title": self.about,
        }
        for name, field in self._fields.items():
            self.column.addWidget(field)
            if known is not None:
                field.set_value(getattr(known, name))
        self.column.addStretch(1)

    def draft(self) -> ElectionDraft:
        """The election as filled in."""
        return ElectionDraft(
            self.name.value(),
            self.day.value(),
            self.number.value(),
            self.dated.value(),
            self.about.value(),
        )

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say every problem beside its field; the keyboard goes to the first."""
        for one in reversed(problems):
            self._fields[one.field].mark(one.message)
            self._fields[one.field].setFocus()


class ImportSheet(Sheet):
    """A file of figures; what is wrong with it is told line by line."""

    drawer_width = 560

    def __init__(self, election: str, chooser: Chooser = ask_files, parent: QWidget | None = None) -> None:
        lead = (
            f"Isi berkas menggantikan semua angka {election}. Kolom: dapil, partai, nomor, calon, suara, dan "
            "bila ada kursi. Suara partai ditulis pada baris tanpa calon; JUMLAH di tempat calon adalah "
            "jumlah kendali."
        )
        super().__init__("Impor", lead, parent)
        self.file = FileField("Berkas CSV atau XLSX", required=True, chooser=chooser, most=1)
        self.wrong = Text("", "small")
        self.column.addWidget(self.file)
        self.column.addWidget(self.wrong)
        self.column.addStretch(1)
        self.file.changed.connect(lambda: self.wrong.setText(""))

    def complete(self) -> bool:
        """A file is chosen."""
        if self.file.value():
            return True
        self.file.mark("Pilih berkas.")
        self.file.setFocus()
        return False

    def data(self) -> bytes:
        """The bytes of the file. Raises OSError when it cannot be read any more."""
        return self.file.value()[0].read_bytes()

    def tell(self, problems: Sequence[LineProblem]) -> None:
        """Say what is wrong, nothing of the file is taken."""
        self.refuse(f"Tidak ada yang diambil: {len(problems)} kesalahan.")
        lines = [f"Baris {one.line}: {one.message}" for one in problems[:_TOLD]]
        if len(problems) > _TOLD:
            lines.append(f"dan {len(problems) - _TOLD} kesalahan lain.")
        self.wrong.setText("\n".join(lines))


class HistorySheet(Sheet):
    """Who changed a figure, when, from what to what."""

    def __init__(
        self,
        about: str,
        changes: Sequence[FigureChange],
        local: Callable[[datetime], datetime],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Tutup", about, parent)
        for one in changes:
            self.column.addWidget(Text(_change_words(one), "strong"))
            self.column.addWidget(Text(f"{full_moment(local(one.at))} · {one.by}", "small"))
        self.column.addStretch(1)


def _change_words(one: FigureChange) -> str:
    if one.before is None:
        return f"Dicatat {_counts(one.after)}"
    if one.after is None:
        return f"Dihapus, tadinya {_counts(one.before)}"
    return f"{_counts(one.before)} menjadi {_counts(one.after)}"


def _counts(counts: tuple[int, int] | None) -> str:
    votes, seats = counts or (0, 0)
    return f"{grouped(votes)} suara" + (f", {seats} kursi" if seats else "")

"""Who is to come for an internship, and from when to when (S5)."""

from collections.abc import Callable
from datetime import date

from desk.services.magang_places import Intern
from desk.ui.fields import DateField, GridColumn, GridField
from desk.ui.fields.grid import Rows
from desk.ui.sections.base import D, Section


def _shown(interns: tuple[Intern, ...]) -> Rows:
    return tuple((one.name, one.number, one.study) for one in interns)


def _read(rows: Rows) -> tuple[Intern, ...]:
    return tuple(Intern(*row) for row in rows)


class InternsSection(Section[D]):
    """``draft.interns``, a row for each, and the days ``draft.starts`` and ``draft.ends``."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.interns = GridField(
            "Peserta magang",
            (GridColumn("Nama"), GridColumn("NIM", 120), GridColumn("Program studi", 190)),
            required=True,
            hint="Satu baris untuk setiap orang. Daftar dari lembar kerja dapat ditempel dengan Ctrl+V.",
        )
        self.starts = DateField("Mulai magang", today=today, required=True)
        self.ends = DateField("Selesai magang", today=today, required=True)
        self.bind("interns", self.interns, span=2, shown=_shown, read=_read)
        self.bind("starts", self.starts)
        self.bind("ends", self.ends)

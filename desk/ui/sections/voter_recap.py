"""The recap of voters by district, taken whole from a CSV file (S6)."""

from collections.abc import Callable
from datetime import date

from desk.services.voter_recap import COLUMNS, District, Recap, figures, read_recap
from desk.ui.fields import DateField, GridColumn, GridField, TextField
from desk.ui.fields.files import ask_files
from desk.ui.fields.grid import Rows
from desk.ui.sections.base import D, Section
from desk.ui.widgets.buttons import SecondaryButton

_MOST_SAID = 12
_LARGEST = 1_000_000


class RecapSection(Section[D]):
    """``draft.source``, ``draft.as_of`` and ``draft.districts``, which come from a file only."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._districts: tuple[District, ...] = ()
        self.source = TextField("Daftar pemilih", required=True, placeholder="mis. DPB semester pertama 2026")
        self.as_of = DateField("Keadaan tanggal", today=today, required=True, latest=today())
        self.button = SecondaryButton("Impor CSV…", icon="paperclip")
        self.table = GridField(
            "Rekapitulasi per kecamatan",
            (
                GridColumn("Kecamatan", fixed=True),
                GridColumn("Laki-laki", 100, fixed=True),
                GridColumn("Perempuan", 100, fixed=True),
                GridColumn("Jumlah", 100, fixed=True),
            ),
            grows=False,
            required=True,
            hint=f"Kolom berkas: {', '.join(COLUMNS)}. Bila satu baris keliru, tidak ada yang diambil.",
        )
        self.bind("source", self.source)
        self.bind("as_of", self.as_of)
        self.add(self.button, 1)
        self.bind("districts", self.table, span=2, shown=self._shown, read=lambda _rows: self._districts)
        self.button.clicked.connect(self.choose)

    def choose(self) -> None:
        """Ask for a file and take it, or say by line why it cannot be taken."""
        paths = ask_files(self.button)
        if not paths:
            return
        try:
            with paths[0].open("rb") as file:
                data = file.read(_LARGEST + 1)
        except OSError:
            self.table.mark("Berkas itu tidak dapat dibaca.")
            return
        if len(data) > _LARGEST:
            self.table.mark("Berkas itu terlalu besar untuk sebuah rekapitulasi.")
            return
        found = read_recap(data)
        if found.errors:
            more = len(found.errors) - _MOST_SAID
            said = [*found.errors[:_MOST_SAID], *([f"… dan {more} lagi."] if more > 0 else [])]
            self.table.mark("\n".join(said))
            return
        self.table.mark(None)
        self.table.set_value(self._shown(found.districts))
        self.reshaped.emit()
        self._edited()

    def _shown(self, districts: tuple[District, ...]) -> Rows:
        self._districts = districts
        whole = Recap(districts=districts).whole
        lines = (*districts, whole) if districts else ()
        return tuple((one.name, figures(one.men), figures(one.women), figures(one.total)) for one in lines)

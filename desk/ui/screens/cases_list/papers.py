"""Papers that came in later: tick them; when nothing is missing the case runs on and its clock with it."""

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.cases import update_checklist
from desk.queries.cases import CasePage
from desk.ui.fields import CheckItem, CheckList
from desk.ui.runtime.context import ScreenContext
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import PrimaryButton


class PapersForm(QWidget):
    """The checklist of a case in the drawer."""

    def __init__(self, ctx: ScreenContext, page: CasePage, done: Callable[[], object]) -> None:
        super().__init__()
        self._ctx, self._page, self._done = ctx, page, done
        items = [
            CheckItem(one.key, one.label if one.required else f"{one.label} (bila ada)")
            for one in page.checklist
        ]
        self.list = CheckList("Kelengkapan", items)
        self.list.set_value(frozenset(one.key for one in page.checklist if one.present))
        self.button = PrimaryButton("Simpan kelengkapan", "Ctrl+Return")
        self.button.clicked.connect(self.save)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(10))
        column.addWidget(Text(f"{page.row.number} · {page.row.applicant}", "strong"))
        column.addWidget(Text("Centang berkas yang sudah diterima.", "small"))
        column.addWidget(self.list)

    def save(self) -> None:
        """Write the ticks; says what is still missing or that the clock runs again."""
        ticked = self.list.value()
        present = {one.key: one.key in ticked for one in self._page.checklist}
        case_id = self._page.row.id
        self._ctx.act(lambda: update_checklist(self._ctx.workplace, case_id, present), self._saved)

    def _saved(self, lacking: tuple[str, ...]) -> None:
        self._ctx.close_drawer()
        words = (
            f"Masih kurang {len(lacking)} berkas." if lacking else "Berkas lengkap, hitungan waktu berjalan."
        )
        self._ctx.toast(f"{self._page.row.number}: {words}", tone="info" if lacking else "done")
        self._done()

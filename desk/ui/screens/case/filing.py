"""Files and papers of a case: shown, added, taken off with undo, printed; required papers ticked."""

from typing import TYPE_CHECKING

from desk.actions.attachments import attach, detach, reattach
from desk.actions.cases import update_checklist
from desk.rules.errors import DeskError
from desk.ui.fields.files import Chooser, ask_files
from desk.ui.screens.case.add_files import AddFilesSheet
from desk.ui.screens.case.papers import CasePaper

if TYPE_CHECKING:
    from desk.ui.screens.case.page import CasePage


class CaseFiling:
    """What the tabs Berkas, Disposisi and Ringkasan set going; ``chooser`` asks for files."""

    def __init__(self, page: "CasePage", chooser: Chooser = ask_files) -> None:
        self._page, self._ctx = page, page.ctx
        self.chooser = chooser

    @property
    def _case_id(self) -> str:
        return self._page.file.page.row.id if self._page.file is not None else ""

    def open(self, file_id: str) -> None:
        """Show a kept file."""
        self._ctx.preview("file", file_id)

    def paper(self, paper: CasePaper) -> None:
        """Show a paper, ready to print (again)."""
        self._ctx.preview(paper.kind, paper.subject_id)

    def sheet(self) -> None:
        """Show the disposition sheet, ready to print."""
        self._ctx.preview("lembar_disposisi", self._case_id)

    def remove(self, file_id: str) -> None:
        """Take a file off; *Batalkan* puts it back."""
        self._ctx.act(
            lambda: detach(self._ctx.workplace, file_id),
            lambda _none: self._page.read_again(),
            done="Berkas dikeluarkan dari permohonan.",
            undo=lambda _none: reattach(self._ctx.workplace, file_id),
        )

    def add(self) -> None:
        """Ask for files in the drawer."""
        sheet = AddFilesSheet(self.chooser)
        sheet.given_up.connect(self._ctx.close_drawer)
        sheet.confirmed.connect(lambda: self._ctx.guard(lambda: self._attach(sheet)))
        self._ctx.ask(sheet, "Tambah berkas", sheet.buttons())

    def tick(self, present: dict[str, bool]) -> None:
        """Note which required papers are there; a waiting case runs on when none is missing."""
        self._ctx.act(
            lambda: update_checklist(self._ctx.workplace, self._case_id, present),
            lambda _lacking: self._page.read_again(),
        )

    def _attach(self, sheet: AddFilesSheet) -> None:
        case_id = self._case_id
        try:
            kept = attach(self._ctx.workplace, case_id, sheet.new_files())
        except DeskError as error:
            sheet.refuse(str(error))
            return
        except OSError:
            sheet.refuse("Berkas itu tidak dapat dibaca lagi. Pilih sekali lagi.")
            return
        self._ctx.close_drawer()
        self._ctx.toast(f"{len(kept)} berkas disimpan.", tone="done")
        self._page.read_again()

"""Adding files to a case: dropped or chosen, with their kind; an identity scan only for a reason (C2)."""

from PySide6.QtWidgets import QWidget

from desk.actions.attachments import NewFile
from desk.ui.fields import Choice, ChoiceField, FileField, TextAreaField
from desk.ui.fields.files import Chooser, ask_files
from desk.ui.screens.case.files_tab import FILE_KINDS
from desk.ui.screens.case.sheets import Sheet

_OFFERED = ("answer", "incoming_letter", "form", "identity", "other")


class AddFilesSheet(Sheet):
    """The form in the drawer."""

    def __init__(self, chooser: Chooser = ask_files, parent: QWidget | None = None) -> None:
        super().__init__("Simpan berkas", parent=parent)
        self.files = FileField("Berkas", required=True, chooser=chooser, hint="PDF, gambar, XLSX, DOCX, CSV.")
        self.kind = ChoiceField("Jenis", [Choice(key, FILE_KINDS[key]) for key in _OFFERED])
        self.reason = TextAreaField(
            "Alasan menyimpan salinan identitas",
            required=True,
            lines=2,
            hint="Identitas biasanya dilihat dan dikembalikan; salinan disimpan hanya bila perlu.",
        )
        self.kind.set_value("answer")
        for field in (self.files, self.kind, self.reason):
            self.column.addWidget(field)
        self.kind.changed.connect(self._show)
        self._show()

    def new_files(self) -> tuple[NewFile, ...]:
        """The files with their contents. Raises OSError when one cannot be read any more."""
        kind = self.kind.value() or "other"
        reason = self.reason.value() if kind == "identity" else ""
        return tuple(NewFile(path.name, path.read_bytes(), kind, reason) for path in self.files.value())

    def complete(self) -> bool:
        """At least one file, and the reason for an identity scan."""
        if not self.files.value():
            self.files.mark("Pilih berkas yang disimpan.")
            self.files.setFocus()
            return False
        if self.kind.value() == "identity" and not self.reason.value():
            self.reason.mark("Isi alasan menyimpan salinan identitas.")
            self.reason.setFocus()
            return False
        return True

    def _show(self) -> None:
        self.reason.setVisible(self.kind.value() == "identity")

"""Page object of the counter: queue keys, the form of a request, its drafts, the spoken answer."""

from pathlib import Path

from PySide6.QtCore import Qt

from desk.ui.forms.form_shell import FormShell
from tests.ui.drivers.front import FrontDriver


class CounterDriver(FrontDriver):
    """The counter under a test's hands."""

    start = "counter"

    @property
    def sheet(self) -> FormShell:
        sheet = self.page.sheet
        assert isinstance(sheet, FormShell)
        return sheet

    def serve_next(self) -> None:
        """F2 calls, F2 again serves."""
        self.press(Qt.Key.Key_F2)
        self.press(Qt.Key.Key_F2)
        self.settle()

    def type_name(self, text: str) -> None:
        self.write(self.sheet.form.applicant.name, text)

    def type_nik(self, text: str) -> None:
        self.write(self.sheet.form.applicant.nik, text)

    def type_phone(self, text: str) -> None:
        self.write(self.sheet.form.applicant.phone, text)

    def type_information(self, text: str) -> None:
        self.write(self.sheet.form.information.information, text)

    def type_purpose(self, text: str) -> None:
        self.write(self.sheet.form.information.purpose, text)

    def tick_identity(self) -> None:
        self.tick(self.sheet.side.checklist.list.boxes["identitas"])

    def fill_in(self, name: str = "Sri Wahyuni") -> None:
        """A whole form B of a person."""
        self.type_name(name)
        self.type_phone("081234567890")
        self.type_information("Daftar inventaris tahun 2025")
        self.type_purpose("Penelitian")
        self.tick_identity()

    def letter(self, sender: str, subject: str, dated: str) -> None:
        fields = {one.path: one.field for one in self.sheet.form.letter.binds}
        self.choose(self.sheet.form.intake.path, "letter")
        for name, text in (("sender", sender), ("subject", subject), ("dated", dated)):
            self.write(fields[f"letter.{name}"], text)

    def attach(self, path: Path) -> None:
        """Drop a file on the form."""
        self.sheet.attachments.files.add([path])

    def from_paper(self, day: str, hour: str) -> None:
        self.tick(self.sheet.paper.tick)
        fields = [one.field for one in self.sheet.paper.binds]
        self.write(fields[0], day)
        self.write(fields[1], hour)

    def spoken(self, asked: str, name: str = "") -> None:
        """F12, the question, maybe a name, Enter."""
        self.press(Qt.Key.Key_F12)
        self.settle()
        self.shell.type(asked)
        if name:
            self.press(Qt.Key.Key_Tab)
            self.shell.type(name)
        self.press(Qt.Key.Key_Return)
        self.settle()

    def save_words(self) -> str:
        return self.sheet.save_button.text().replace("&&", "&")

    def due_words(self) -> str:
        return self.sheet.side.limit.date.text()

    def checked(self) -> str:
        return self.sheet.side.checklist.list.caption.text()

    def problem(self, path: str) -> str:
        """What is said beside the field of that path."""
        fields = [one.field(path) for one in self.sheet.sections()]
        return next((field.problem() or field.warning() for field in fields if field is not None), "")

    def focused_path(self) -> str:
        """The draft's path of the field that has the keyboard."""
        for section in self.sheet.sections():
            for path, field in section.places():
                if field.editor.hasFocus():
                    return path
        return ""

    def draft_titles(self) -> list[str]:
        return [one.title for one in self.page.sheets.aside()]

    def save_now(self) -> None:
        """Let the autosave write without waiting for its pause."""
        self.sheet.kept.autosave.flush()

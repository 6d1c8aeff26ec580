"""Page object of “Perbaiki isian”: from the case to its form and back, by keys."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.ui.forms.correcting import CorrectionSheet
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.correction.page import CorrectionPage
from tests.ui.drivers.case import CaseDriver
from tests.ui.drivers.desks import CTRL


class CorrectionDriver(CaseDriver):
    """An officer who corrects registered forms."""

    def begin(self, case_id: str) -> "CorrectionDriver":
        """The case, its summary, Ctrl+E."""
        self.open(case_id)
        self.to_tab("Ringkasan")
        self.settle()
        self.press(Qt.Key.Key_E, CTRL)
        self.settle()
        return self

    @property
    def at_case(self) -> bool:
        return isinstance(self.window.pages.current, CasePage)

    @property
    def place_shown(self) -> CorrectionPage:
        page = self.window.pages.current
        assert isinstance(page, CorrectionPage), page
        return page

    @property
    def form_sheet(self) -> CorrectionSheet:
        sheet = self.place_shown.sheet
        assert sheet is not None
        return sheet

    @property
    def form(self) -> Any:
        return self.form_sheet.form

    def field(self, path: str) -> Any:
        found = (one.field(path) for one in self.form_sheet.sections())
        return next(field for field in found if field is not None)

    def rewrite(self, path: str, text: str) -> None:
        """Replace what stands in the field of that path."""
        self.write(self.field(path), text)

    def choose(self, path: str, value: str) -> None:
        """Walk through a list by arrow keys until the value is taken."""
        combo = self.field(path).combo
        combo.setFocus(Qt.FocusReason.TabFocusReason)
        self.bot.keyClick(combo, Qt.Key.Key_Home)
        while combo.currentData() != value:
            self.bot.keyClick(combo, Qt.Key.Key_Down)

    def tick(self, key: str) -> None:
        box = self.form_sheet.side.checklist.list.boxes[key]
        box.setFocus(Qt.FocusReason.TabFocusReason)
        self.bot.keyClick(box, Qt.Key.Key_Space)

    def said(self) -> str:
        """The sentence above the fields."""
        banner = self.form_sheet.banner
        return banner.text.text() if banner.isVisible() else ""

    def give_up(self) -> None:
        """The button of the banner."""
        button = self.form_sheet.banner.button
        button.setFocus()
        self.bot.keyClick(button, Qt.Key.Key_Return)

    def save_correction(self) -> None:
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    def focused_path(self) -> str:
        focus = QApplication.focusWidget()
        for section in self.form_sheet.sections():
            for path, field in section.places():
                if field.editor is focus:
                    return path
        return ""

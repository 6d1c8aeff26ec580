"""The case page under a test's hands: everything is done with keys, as an officer does it."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desk.ui.fields import ChoiceField
from desk.ui.runtime.page import Page
from desk.ui.screens.case.bar import MoreSheet
from desk.ui.screens.case.offers import Mode
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.case.sheets import Sheet
from desk.ui.screens.decision.form import DecisionForm
from desk.ui.widgets import StepState
from tests.office import SmallOffice
from tests.ui.drivers.desks import CTRL, Desk

KEY = Qt.Key


class Elsewhere(Page):
    """A page of somebody else: remembers what it was opened with."""

    title = "Halaman lain"

    def __init__(self, ctx: Any, parent: QWidget) -> None:
        super().__init__(ctx, parent)
        self.params: dict[str, object] = {}

    def activate(self, **params: object) -> None:
        self.params = params


PAGES = {
    "work": "desk.ui.screens.work.page:WorkPage",
    "case": "desk.ui.screens.case.page:CasePage",
    "correction": "desk.ui.screens.correction.page:CorrectionPage",
    "handover": "tests.ui.drivers.case:Elsewhere",
    "disposition": "tests.ui.drivers.case:Elsewhere",
}


class CaseDriver(Desk):
    """An officer with the case page (and the work list) at hand."""

    def __init__(self, office: SmallOffice, login: str, bot: QtBot) -> None:
        super().__init__(office, login, bot, PAGES)
        self.window.resize(1366, 768)

    def open(self, case_id: str) -> "CaseDriver":
        self.ctx.open_case(case_id)
        self.bot.waitUntil(lambda: self.page.file is not None and self.page.file.page.row.id == case_id)
        self.settle()
        return self

    @property
    def page(self) -> CasePage:
        page = self.window.pages.current
        assert isinstance(page, CasePage)
        return page

    @property
    def elsewhere(self) -> Elsewhere:
        page = self.window.pages.current
        assert isinstance(page, Elsewhere)
        return page

    # what is seen

    def title(self) -> str:
        return self.page.head.headline.text()

    def due(self) -> str:
        return self.page.head.badge.text()

    def step(self) -> str:
        """The step of now, the last one reached where the case is closed."""
        steps = self.page.head.steps.steps()
        now = [one.label for one in steps if one.state is StepState.NOW]
        return now[0] if now else [one.label for one in steps if one.state is StepState.DONE][-1]

    def tab(self) -> str:
        return self.page.tabs.bar.tabText(self.page.tabs.current()).rstrip(" 0123456789")

    def offered(self) -> list[str]:
        return self.page.bar.labels()

    def news(self) -> str:
        return self.page.news.text.text() if self.page.news.isVisible() else ""

    def corrections(self) -> str:
        banner = self.page.answer.prepare.corrections
        return banner.text.text() if banner.isVisible() else ""

    def restored(self) -> str:
        banner = self.page.answer.prepare.restored
        return banner.text.text() if banner.isVisible() else ""

    def words(self, part: QWidget | None = None) -> str:
        """Everything that can be read in a part of the page, line by line."""
        labels = (part or self.page).findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisible())

    def history(self) -> list[str]:
        return [entry.title for entry in self.page.history.entries]

    # keys

    def to_tab(self, name: str) -> None:
        self.page.tabs.bar.setFocus()
        for _turn in range(5):
            if self.tab() == name:
                self.settle()  # a tab is filled as it comes to the front
                return
            self.press(KEY.Key_PageDown, CTRL)
        raise AssertionError(f"no tab {name}")

    def go(self, label: str) -> None:
        """Press the button of that label, or the one behind *Lainnya* (F9)."""
        button = next((one for one in self.page.bar.buttons.values() if one.text() == label), None)
        if button is not None:
            button.setFocus()
            self.bot.keyClick(button, KEY.Key_Return)
            return
        self.press(KEY.Key_F9)
        sheet = self.shell.drawer
        assert isinstance(sheet, MoreSheet)
        wanted = next(one for one in sheet.buttons if one.text() == label)
        wanted.setFocus()
        self.bot.keyClick(wanted, KEY.Key_Return)

    def _form(self) -> DecisionForm:
        answer = self.page.answer
        return answer.decide.decision if answer.mode is Mode.DECIDE else answer.prepare.decision

    def choose_decision(self, text: str) -> None:
        """Walk over the pills with the arrows until the wanted one is taken."""
        form = self._form()
        form.kind.setFocus()
        chips = form.kind.group.chips
        for _step in range(len(chips) + 1):
            if any(chip.isChecked() and chip.text() == text for chip in chips):
                return
            self.bot.keyClick(QApplication.focusWidget(), KEY.Key_Right)
        raise AssertionError(f"no decision {text}")

    def decision_field(self, name: str) -> Any:
        return self._form().fields[name]

    def write(self, field: Any, text: str) -> None:
        """Replace what stands in a field."""
        field.setFocus(Qt.FocusReason.TabFocusReason)
        target = QApplication.focusWidget()
        assert target is not None
        self.bot.keyClick(target, KEY.Key_A, CTRL)
        self.bot.keyClick(target, KEY.Key_Delete)
        self.bot.keyClicks(target, text)

    def add_ground(self, text: str) -> None:
        """Type into the grounds and take the first suggestion."""
        line = self.decision_field("grounds").pick.line
        line.setFocus()
        self.bot.keyClicks(line, text)
        self.bot.waitUntil(line.is_open)
        self.bot.keyClick(line, KEY.Key_Down)
        self.bot.keyClick(line, KEY.Key_Return)

    @property
    def letter(self) -> Any:
        return self.page.answer.prepare.letter

    def signed_by(self, title: str) -> None:
        """Choose who signs."""
        self.pick(self.letter.signer, title)

    def pick(self, field: ChoiceField, text: str) -> None:
        """Walk through a list with the arrow until the wanted line is taken."""
        combo = field.combo
        combo.setFocus()
        self.bot.keyClick(combo, KEY.Key_Home)
        for _step in range(combo.count()):
            if combo.currentText() == text:
                return
            self.bot.keyClick(combo, KEY.Key_Down)
        raise AssertionError(f"no line {text}")

    # the drawer

    @property
    def sheet(self) -> Any:
        body = self.shell.drawer
        assert isinstance(body, Sheet), "no form in the drawer"
        return body

    def confirm(self) -> None:
        self.press(KEY.Key_Return, CTRL)
        self.settle()

    def with_files(self, *paths: Path) -> None:
        """The system's window for files gives these."""
        chosen: Callable[[QWidget], list[Path]] = lambda _parent: list(paths)  # noqa: E731
        self.page.filing.chooser = chosen

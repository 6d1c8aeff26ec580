"""Page object of the list of cases."""

from PySide6.QtCore import Qt

from tests.ui.drivers.front import FrontDriver


class CasesDriver(FrontDriver):
    """The list under a test's hands."""

    start = "cases"

    def column(self, title: str) -> list[str]:
        table = self.page.table
        column = next(one for one in table.model.columns if one.title == title)
        return [column.getter(row) for row in table.rows()]

    def show_all(self) -> None:
        chips = self.page.shown.group.chips
        chips[0].setFocus()
        self.bot.keyClick(chips[0], Qt.Key.Key_Right)
        self.settle()

    def search(self, text: str) -> None:
        self.page.search.setFocus()
        self.shell.type(text)

    def choose_name(self, name: str) -> None:
        row = next(row for row in self.page.table.rows() if row.applicant == name)
        assert self.page.table.select(row.id)
        self.page.table.setFocus()

    def empty_words(self) -> str:
        return self.page.table.empty.title.text()

"""Page object of the ekspedisi book."""

from tests.ui.drivers.front import FrontDriver


class EkspedisiDriver(FrontDriver):
    """The book under a test's hands."""

    start = "ekspedisi"

    def column(self, title: str) -> list[str]:
        table = self.page.table
        column = next(one for one in table.model.columns if one.title == title)
        return [column.getter(row) for row in table.rows()]

    def search(self, text: str) -> None:
        self.page.search.setFocus()
        self.shell.type(text)
        self.settle()

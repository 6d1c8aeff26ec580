"""As which service a message is registered: those that come in by its channel."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.inbox import MessageRow
from desk.rules.intake import CHANNEL_LABELS
from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.counter.taking import usual
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.widgets import RowItem, RowList


class ServiceChoice(QWidget):
    """Services to choose from, in the drawer, the usual one lit; Enter takes one (its slug)."""

    def __init__(
        self, ctx: ScreenContext, message: MessageRow, offered: Sequence[str], take: Callable[[str], object]
    ) -> None:
        super().__init__()
        services = ctx.workplace.standard.services
        self.list = RowList()
        rows = [RowItem(slug, services[slug].short_name, services[slug].name) for slug in offered]
        self.list.set_rows(rows)
        self.list.select(usual(ctx.workplace, offered))
        self.list.activated.connect(take)
        words = f"Layanan yang diterima lewat {CHANNEL_LABELS[message.channel]}. Enter membuka formulirnya."
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(8))
        column.addWidget(Text(f"{message.sender} · {message.subject}", "strong"))
        column.addWidget(Text(words, "small"))
        column.addWidget(self.list, 1)
        self.setMinimumHeight(scaled(480))
        self.setFocusProxy(self.list)


class FileChoice(QWidget):
    """The files of a message, in the drawer; Enter shows one (its id)."""

    def __init__(self, files: Sequence[tuple[str, str]], show: Callable[[str], object]) -> None:
        super().__init__()
        self.list = RowList()
        self.list.set_rows([RowItem(file_id, name) for file_id, name in files])
        self.list.select(files[0][0])
        self.list.activated.connect(show)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.list, 1)
        self.setMinimumHeight(scaled(240))
        self.setFocusProxy(self.list)

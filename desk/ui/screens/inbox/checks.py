"""The daily check of the channels: which were looked at today, when and by whom (L3/III.B.2.a)."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import Signal

from desk.queries.inbox import CheckRow
from desk.rules.intake import CHANNEL_LABELS
from desk.ui.fields import CheckItem, CheckList
from desk.ui.theme.text import Text
from desk.ui.widgets import Card
from desk.ui.words import clock


class DailyChecks(Card):
    """A tick per channel; ticked stays ticked until the next day.

    Signals:
        ticked(str): a channel was looked at.
    """

    ticked = Signal(str)

    def __init__(self) -> None:
        super().__init__("Pemeriksaan hari ini")
        self.list = CheckList("Saluran diperiksa")
        self._done: frozenset[str] = frozenset()
        self.list.changed.connect(self._toggled)
        self.words = Text("", "small")
        self.add(self.list)
        self.add(self.words)
        self.body.addStretch(1)

    def tell(self, rows: Sequence[CheckRow], zone: tzinfo) -> None:
        """Show the checks of the day."""
        items = [
            CheckItem(one.channel.value, CHANNEL_LABELS[one.channel], _detail(one, zone)) for one in rows
        ]
        if [(key, box.detail) for key, box in self.list.boxes.items()] != [(i.key, i.detail) for i in items]:
            self.list.set_items(items)
        self._done = frozenset(one.channel.value for one in rows if one.at is not None)
        self.list.set_value(self._done)
        left = len(rows) - len(self._done)
        self.words.setText(f"{left} saluran belum diperiksa." if left else "Semua saluran sudah diperiksa.")

    def _toggled(self) -> None:
        now = self.list.value()
        if self._done - now:
            self.list.set_value(now | self._done)
        for channel in sorted(now - self._done):
            self.ticked.emit(channel)


def _detail(row: CheckRow, zone: tzinfo) -> str:
    return f"{clock(row.at, zone)} · {row.by}" if row.at is not None else "belum diperiksa"

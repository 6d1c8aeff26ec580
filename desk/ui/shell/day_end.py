"""The end of the day: channels that nobody looked at are said once, to who reads them (C1)."""

from collections.abc import Callable
from datetime import date

from desk.ui.runtime.context import ScreenContext
from desk.ui.screens.inbox.unchecked import told, unchecked


class DayEnd:
    """Looked at once a minute by the window; ``count`` is called when the counts of the sidebar change."""

    def __init__(self, ctx: ScreenContext, count: Callable[[], object]) -> None:
        self._ctx, self._count = ctx, count
        self._said: date | None = None

    def look(self) -> None:
        """Say once a day which channels nobody looked at, as soon as the day nears its end."""
        today = self._ctx.today()
        if self._said == today:
            return
        words = told(unchecked(self._ctx))
        if words:
            self._said = today
            self._ctx.toast(words, tone="problem")
            self._count()

"""Turns the pages of a long list: says which rows are shown, leads on and back by button or key."""

from collections.abc import Callable, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.ui.theme.style import reveal, scaled
from desk.ui.theme.text import Text
from desk.ui.widgets.buttons import GhostButton

R_co = TypeVar("R_co", covariant=True)

NEXT_KEY, BACK_KEY = "Alt+PgDown", "Alt+PgUp"


class Part(Protocol[R_co]):
    """A page as it was read: its rows, and where the next one begins (None: nowhere)."""

    @property
    def rows(self) -> Sequence[R_co]:
        """The rows."""
        ...

    @property
    def following(self) -> Any | None:
        """The cursor of the next page."""
        ...


class Pager(QWidget):
    """Stands under a list; hidden while the list fits on one page.

    Signals:
        turned: another page is wanted: read the list anew.
    """

    turned = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._before: list[tuple[Any | None, int]] = []
        self._after: Any | None = None
        self._following: Any | None = None
        self._start = self._count = 0
        self.place = Text("", "small", wrap=False)
        self.back = GhostButton("Sebelumnya", BACK_KEY)
        self.next = GhostButton("Berikutnya", NEXT_KEY)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self.place)
        row.addStretch(1)
        row.addWidget(self.back)
        row.addWidget(self.next)
        self.back.clicked.connect(self.turn_back)
        self.next.clicked.connect(self.turn_on)
        reveal(self, False)

    def read(self, fetch: Callable[[Any | None], Part[R_co]]) -> Sequence[R_co]:
        """The rows of the page in front; ``fetch`` reads a page from a cursor (None: the first).

        A page that has become empty gives way to the one before it.
        """
        part = fetch(self._after)
        while not part.rows and self._before:
            self._after, self._start = self._before.pop()
            part = fetch(self._after)
        self._following, self._count = part.following, len(part.rows)
        self._tell()
        return part.rows

    def restart(self) -> None:
        """Other rows are asked for: begin at the first page."""
        self._before.clear()
        self._after, self._start = None, 0

    def count(self, one: str) -> str:
        """How many rows there are, in words: ``12 permohonan``; nothing where the pager itself says which."""
        return f"{self._count} {one}" if self._count and self.whole() else ""

    def whole(self) -> bool:
        """Whether the list fits on one page."""
        return not self._before and self._following is None

    def turn_on(self) -> None:
        """The next page."""
        if self._following is not None:
            self._before.append((self._after, self._start))
            self._after, self._start = self._following, self._start + self._count
            self.turned.emit()

    def turn_back(self) -> None:
        """The page before."""
        if self._before:
            self._after, self._start = self._before.pop()
            self.turned.emit()

    def _tell(self) -> None:
        self.place.setText(f"baris {self._start + 1}–{self._start + self._count}")
        self.back.setEnabled(bool(self._before))
        self.next.setEnabled(self._following is not None)
        reveal(self, not self.whole())

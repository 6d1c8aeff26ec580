"""Base class of every screen in the window: lazy refresh by what changed, kept selection and scroll."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from desk.ui.runtime.keeping import Kept
from desk.ui.runtime.ports import EVERYTHING, Changed

if TYPE_CHECKING:
    from desk.ui.runtime.context import ScreenContext


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A key of a page: ``keys`` as Qt writes them ("F2", "Ctrl+Return"), ``label`` in Indonesian."""

    keys: str
    label: str
    action: Callable[[], object]


class Page(QWidget):
    """One screen of a workspace.

    A subclass sets ``page_id``, ``title``, ``watches`` and builds its widgets in ``__init__`` after
    ``super().__init__(ctx)``. It reads its data in ``refresh`` only; the window calls ``activate`` on each
    visit. A change of a watched table while the page is hidden is kept until it is shown again.

    Signals:
        badge_changed(): the count beside its name in the sidebar may be another.
        title_changed(): ``title`` was set anew.
    """

    page_id: ClassVar[str] = ""
    title: str = ""
    icon: ClassVar[str] = ""
    help_topic: ClassVar[str] = ""
    watches: ClassVar[frozenset[str]] = frozenset()

    badge_changed = Signal()
    title_changed = Signal()

    def __init__(self, ctx: "ScreenContext", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ctx = ctx
        self._waiting = EVERYTHING
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.refresh_now)
        if self.watches:
            stop = ctx.hub.subscribe(self.watches, self._on_changed)
            self.destroyed.connect(lambda *_: stop())

    # what a screen overrides

    def activate(self, **params: object) -> None:
        """Called on each visit, with the parameters of ``navigate``; before the refresh."""

    def refresh(self, changed: Changed) -> None:
        """Read anew what is shown. Never touches fields somebody is typing in."""

    def badge(self) -> int | None:
        """Count beside the name in the sidebar; None leaves it to the entry."""
        return None

    def service(self) -> str:
        """Slug of the service in hand, whose standard the window shows first (F11); empty: none."""
        return ""

    def shortcuts(self) -> Sequence[Shortcut]:
        """Keys of this page, live while it is shown; listed in the shortcut sheet (Ctrl+/)."""
        return ()

    def may_leave(self) -> bool:
        """Last word before another page is shown; drafts are saved by themselves, so usually True."""
        return True

    def focus_first(self) -> None:
        """Put the cursor where work starts (the first field that Tab reaches); called on each visit."""
        tab = Qt.FocusPolicy.TabFocus
        for child in self.findChildren(QWidget):
            if child.focusPolicy() & tab == tab and child.isEnabled() and child.isVisibleTo(self):
                child.setFocus(Qt.FocusReason.OtherFocusReason)
                return
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def keeps_place(self) -> bool:
        """Whether what is about to be read is what is shown already: rows lit, scroll places and the keyboard
        then stay where they are."""
        return True

    # what the window and the base class do

    def refresh_soon(self, changed: Changed = EVERYTHING) -> None:
        """Refresh in the next turn of the event loop (many requests become one)."""
        self._waiting = self._waiting.merged(changed)
        if self.isVisible():
            self._timer.start()

    def refresh_now(self) -> None:
        """Refresh at once what waits, keeping selection, scroll and focus."""
        self._timer.stop()
        changed, self._waiting = self._waiting, Changed()
        if not changed.rows:
            return
        kept = Kept(self) if self.keeps_place() else None
        self.ctx.guard(lambda: self.refresh(changed))
        if kept is not None:
            kept.restore()
        self.badge_changed.emit()

    def showEvent(self, event: QShowEvent) -> None:
        """Refresh what changed while the page was hidden."""
        super().showEvent(event)
        if self._waiting.rows:
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Leave waiting changes for the next visit."""
        self._timer.stop()
        super().hideEvent(event)

    def _on_changed(self, changed: Changed) -> None:
        self.refresh_soon(changed)
        if not self.isVisible():
            self.badge_changed.emit()

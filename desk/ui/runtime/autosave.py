"""Keeps unfinished work: saves a frozen draft shortly after each change, gives it back after a crash."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desk.ui.runtime.context import ScreenContext
from desk.ui.words import full_moment

if TYPE_CHECKING:
    from desk.ui.widgets.banner import DraftBanner

log = logging.getLogger(__name__)

D = TypeVar("D")

PATIENCE = 5
"""A draft typed without a pause is saved after this many delays all the same."""


@dataclass(frozen=True, slots=True)
class Restored(Generic[D]):
    """A draft found again, with the time it was last saved."""

    draft: D
    saved_at: datetime

    @property
    def sentence(self) -> str:
        """What the banner says."""
        return f"Draf dipulihkan, terakhir disimpan {full_moment(self.saved_at)}."


class Autosave(QObject, Generic[D]):
    """Debounced saving of one draft (any frozen dataclass msgspec can write as JSON).

    Call ``changed(draft)`` on each edit, ``restore()`` on opening, ``discard()`` once the work is done.

    Signals:
        saved(): the latest draft is kept.
    """

    saved = Signal()

    def __init__(
        self,
        ctx: ScreenContext,
        form: str,
        kind: type[D],
        *,
        key: str = "",
        empty: D | None = None,
        title: Callable[[D], str] | None = None,
        delay_ms: int = 400,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx, self._form, self._kind = ctx, form, kind
        self.key = key or f"{form}:{ctx.session.staff_id}"
        self._empty, self._title = empty, title
        self._draft: D | None = None
        self._delay = delay_ms
        self._since = QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.flush)
        ctx.keep_at_the_end(self)

    @property
    def waiting(self) -> bool:
        """Whether a change is not kept yet."""
        return self._draft is not None

    def changed(self, draft: D) -> None:
        """Note the newest draft; it is written after a pause of the delay (or five delays without one)."""
        if self._draft is None:
            self._since.start()
        self._draft = draft
        left = self._delay * PATIENCE - self._since.elapsed()
        self._timer.start(max(0, min(self._delay, left)))

    def flush(self) -> None:
        """Write the newest draft now; an empty one is forgotten instead."""
        self._timer.stop()
        draft, self._draft = self._draft, None
        if draft is None:
            return
        if draft == self._empty:
            self._ctx.guard(lambda: self._ctx.ports.drafts.discard(self.key))
        elif not self._ctx.guard(lambda: self._write(draft)):
            self._draft = draft
            return
        self.saved.emit()

    def discard(self) -> None:
        """Forget the draft: its work is done or was given up."""
        self._timer.stop()
        self._draft = None
        self._ctx.guard(lambda: self._ctx.ports.drafts.discard(self.key))

    def restore(self) -> Restored[D] | None:
        """The draft left behind, None when there is none or an older program wrote it differently."""
        import msgspec

        found = self._ctx.ports.drafts.load(self.key)
        if found is None:
            return None
        try:
            draft = msgspec.json.decode(found.body, type=self._kind)
        except msgspec.MsgspecError:
            log.warning("draft %s of %s cannot be read any more", found.key, found.saved_at)
            return None
        return Restored(draft, found.saved_at.astimezone(self._ctx.ports.clock.now().tzinfo))

    def _write(self, draft: D) -> None:
        import msgspec

        body = msgspec.json.encode(draft).decode()
        title = self._title(draft) if self._title else ""
        self._ctx.ports.drafts.save(self.key, self._form, title, body)


class CaseDraft(QObject, Generic[D]):
    """What is filled in on the sheet of one case; each case has a draft of its own.

    The banner says when a draft came back; its *Buang draf* gives the draft up.

    Signals:
        saved(): the latest draft is kept.
        given_up(): the officer does not want the draft that came back: show what stood there without it.
    """

    saved = Signal()
    given_up = Signal()

    def __init__(
        self,
        ctx: ScreenContext,
        form: str,
        kind: type[D],
        banner: "DraftBanner",
        *,
        title: Callable[[D], str] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._ctx, self._form, self._kind, self._title = ctx, form, kind, title
        self._banner = banner
        self._case: Autosave[D] | None = None
        banner.acted.connect(self._give_up)

    def open(self, case_id: str, empty: D | None = None) -> D | None:
        """Go over to a case; gives the draft left behind there, None when that is nothing beyond `empty`."""
        self.close()
        key = f"{self._form}:{case_id}"
        self._case = Autosave(
            self._ctx, self._form, self._kind, key=key, empty=empty, title=self._title, parent=self
        )
        self._case.saved.connect(self.saved)
        found = self._case.restore()
        if found is not None and found.draft == empty:
            found = None
        self._banner.tell("" if found is None else found.sentence)
        return None if found is None else found.draft

    def newer(self, shown: D | None) -> D | None:
        """What another screen of this officer kept for the open case meanwhile; None: nothing else."""
        self.flush()
        found = self._case.restore() if self._case is not None else None
        if found is None or found.draft == shown:
            return None
        self._banner.tell(found.sentence)
        return found.draft

    def changed(self, draft: D) -> None:
        """Note the newest draft of the open case."""
        if self._case is not None:
            self._case.changed(draft)

    def flush(self) -> None:
        """Write what waits now."""
        if self._case is not None:
            self._case.flush()

    def close(self) -> None:
        """Leave the case; its draft stays."""
        if self._case is not None:
            self._case.flush()
            self._case.deleteLater()
            self._case = None
        self._banner.tell("")

    def discard(self) -> None:
        """The work on the open case is done: its draft is not needed any more."""
        if self._case is not None:
            self._case.discard()
        self._banner.tell("")

    def _give_up(self) -> None:
        self.discard()
        self.given_up.emit()

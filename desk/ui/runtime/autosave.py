"""Keeps unfinished work: saves a frozen draft shortly after each change, gives it back after a crash."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Generic, TypeVar

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from desk.ui.runtime.context import ScreenContext

if TYPE_CHECKING:
    from desk.ui.widgets.banner import Banner

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
        return f"Draf dipulihkan, terakhir disimpan {self.saved_at:%d-%m-%Y} pukul {self.saved_at:%H.%M}."


def restored_banner(restored: Restored[D], give_up: Callable[[], object]) -> "Banner":
    """The banner over a form that opened with its draft: says when it was saved, offers *Buang draf*."""
    from desk.ui.theme.tokens import Tone
    from desk.ui.widgets.banner import Banner

    banner = Banner(restored.sentence, Tone.NEUTRAL, action="Buang draf", closable=True)
    banner.acted.connect(lambda *_: give_up())
    banner.acted.connect(banner.hide)
    return banner


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

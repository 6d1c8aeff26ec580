"""Planned and actual minutes of a case in words, and the line that counts on for the step of now (KPG)."""

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.rules.step_minutes import Timed, in_words
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge

_MINUTE = 60


def minutes_words(one: Timed) -> str:
    """``rencana 10 menit · nyata 7 menit``, what comes of the step, and whether a clock ran backwards."""
    words = f"rencana {in_words(one.planned)} · nyata {in_words(one.stay.minutes)}"
    words = f"{words} (jam mundur, dihitung 0)" if one.stay.backwards else words
    return f"{words}{_output(one)}"


def _output(one: Timed) -> str:
    return f" · keluaran: {one.output}" if one.output else ""


def over_words(one: Timed) -> str:
    """``lewat 4 menit``; empty in time."""
    return f"lewat {in_words(one.over)}" if one.over else ""


def short_words(one: Timed) -> str:
    """For the progress line: ``7 dari 10 menit``; beyond the plan it says so."""
    words = f"{in_words(one.stay.minutes).removesuffix(' menit')} dari {in_words(one.planned)}"
    return f"{words}, lewat" if one.over else words


def running(file: CaseFile) -> Timed | None:
    """The timed step the case stands at now."""
    return next((one for one in file.minutes if one.stay.running), None)


def last_at(file: CaseFile, step_id: str) -> Timed | None:
    """The last finished stay at a step."""
    done = (one for one in reversed(file.minutes) if one.stay.step == step_id and not one.stay.running)
    return next(done, None)


class MinutesLine(QWidget):
    """How long the step of now takes; it says so anew at each full minute while it is seen.

    ``now`` gives the present moment (aware).
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words, self.over = Text("", "small"), Badge("", Tone.WARN)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(scaled(8))
        row.addWidget(self.words, 1)
        row.addWidget(self.over)
        self._since: datetime | None = None
        self._planned, self._output = 0, ""
        self._now: Callable[[], datetime] | None = None
        self.timer = QTimer(self)
        self.timer.setSingleShot(True)
        self.timer.timeout.connect(self._tell)

    def show_case(self, file: CaseFile, now: Callable[[], datetime]) -> None:
        """Count for another case, or for none of its steps."""
        one = running(file)
        self._since = None if one is None else one.stay.since
        self._planned, self._output = (0, "") if one is None else (one.planned, _output(one))
        self._now = now
        self.setVisible(one is not None)
        self._tell()

    def showEvent(self, event: QShowEvent) -> None:
        """Qt: it counts while it is seen."""
        super().showEvent(event)
        self._tell()

    def hideEvent(self, event: QHideEvent) -> None:
        """Qt: and rests while it is not."""
        super().hideEvent(event)
        self.timer.stop()

    def _tell(self) -> None:
        if self._since is None or self._now is None:
            self.timer.stop()
            return
        spent = max(self._now() - self._since, timedelta())
        minutes = int(spent.total_seconds() // _MINUTE)
        spans = f"rencana {in_words(self._planned)} · nyata {in_words(minutes)}"
        self.words.setText(f"Langkah ini: {spans}{self._output}")
        self.over.set(f"lewat {in_words(minutes - self._planned)}" if minutes > self._planned else "")
        if self.isVisible():
            left = _MINUTE - spent.total_seconds() % _MINUTE
            self.timer.start(int(left * 1000) + 50)

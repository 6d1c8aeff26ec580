"""Fields for a day and for a time of day."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from typing import cast

from PySide6.QtCore import QDate, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QShortcut, QTextCharFormat
from PySide6.QtWidgets import QApplication, QCalendarWidget, QToolButton, QWidget

from desk.ui.fields.base import Field
from desk.ui.fields.datetext import DateTextError, parse_date, parse_time, short_date, show_time
from desk.ui.fields.popup import Popup
from desk.ui.fields.text import LineEdit
from desk.ui.theme import icons
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import COLOURS
from desk.ui.widgets.buttons import IconButton
from desk.ui.words import named_day


class Month(QCalendarWidget):
    """A month to pick a day from: arrows walk, Enter takes, Esc closes.

    Signals:
        taken: a day was taken.
        stopped: Esc.
    """

    taken = Signal(object)
    stopped = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self.setMinimumSize(scaled(300), scaled(250))
        weekend = QTextCharFormat()
        weekend.setForeground(QColor(COLOURS.accent))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self.setWeekdayTextFormat(day, weekend)
        for name, picture, words in (
            ("qt_calendar_prevmonth", "chevron-left", "Bulan sebelumnya"),
            ("qt_calendar_nextmonth", "chevron-right", "Bulan berikutnya"),
        ):
            button = self.findChild(QToolButton, name)
            if button is not None:
                button.setIcon(icons.icon(picture, COLOURS.ink_soft, 18))
                button.setToolTip(words)
        self.activated.connect(self._take)
        self.clicked.connect(self._take)

    def _take(self, day: QDate) -> None:
        self.taken.emit(date(day.year(), day.month(), day.day()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Qt: Esc closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.stopped.emit()
            return
        super().keyPressEvent(event)


class DateField(Field[date | None]):
    """A day: types ``3/4``, ``03042026``, ``besok``, ``+3``; shows ``Jumat, 4 Desember 2026``.

    Up and Down move by a day, F4 or Alt+Down opens the calendar. `value()` is None while nothing, or nothing
    understandable, is typed; the field itself says which.
    """

    def __init__(
        self,
        label: str,
        *,
        today: Callable[[], date],
        hint: str = "",
        required: bool = False,
        earliest: date | None = None,
        latest: date | None = None,
        parent: QWidget | None = None,
    ) -> None:
        self.line = LineEdit()
        self.line.steps = True
        self.line.setPlaceholderText("mis. 3/4, besok, +3")
        self._today, self._earliest, self._latest = today, earliest, latest
        self._day: date | None = None
        self._popup: Popup | None = None
        super().__init__(label, self.line, hint=hint, required=required, parent=parent)
        self.calendar_button = IconButton("calendar", "Buka kalender (F4)")
        self.calendar_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.calendar_button.clicked.connect(self.open_calendar)
        self.line.put_inside(self.calendar_button)
        for keys in ("F4", "Alt+Down"):
            shortcut = QShortcut(QKeySequence(keys), self.line)
            shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
            shortcut.activated.connect(self.open_calendar)
        self.line.textEdited.connect(self._typed)
        self.line.entered.connect(self._enter)
        self.line.left.connect(self._leave)
        self.line.returnPressed.connect(self._settle)
        self.line.stepped.connect(self._step)

    def open_calendar(self) -> None:
        """Show the month below the field."""
        if not self.line.isEnabled() or self.line.isReadOnly():
            return
        if self._popup is None:
            self.month = Month()
            self.month.taken.connect(self._pick)
            self.month.stopped.connect(self._back)
            self._popup = Popup(self.line, self.month)
            cast("QApplication", QApplication.instance()).focusChanged.connect(self._moved_on)
        day = self._day or self._today()
        self.month.setSelectedDate(QDate(day.year, day.month, day.day))
        self._popup.open_at(self.month.minimumSize() + QSize(10, 10))
        self.month.setFocus()

    def popup(self) -> Popup | None:
        """The sheet with the calendar once it was opened."""
        return self._popup

    def _pick(self, day: date) -> None:
        self._take(day)
        self.line.setText(short_date(day))
        self._back()

    def _back(self) -> None:
        self.line.setFocus()
        if self._popup is not None:
            self._popup.hide()

    def _moved_on(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._popup is not None and new is not None and not self._popup.isAncestorOf(new):
            self._popup.hide()

    def _typed(self, text: str) -> None:
        try:
            self._day = parse_date(text, self._today())
        except DateTextError:
            self._day = None
        self._edited()

    def _step(self, days: int) -> None:
        base = self._day if self._day is not None else self._today() - timedelta(days=days)
        self._take(base + timedelta(days=days))
        if self._day is not None:
            self.line.setText(short_date(self._day))
            self.line.selectAll()

    def _take(self, day: date) -> None:
        changed, self._day = day != self._day, day
        if changed:
            self._edited()
        self.mark(self._limit(day))

    def _limit(self, day: date) -> str | None:
        if self._earliest is not None and day < self._earliest:
            return f"Paling awal {named_day(self._earliest)}."
        if self._latest is not None and day > self._latest:
            return f"Paling akhir {named_day(self._latest)}."
        return None

    def _enter(self) -> None:
        if self._day is not None:
            self.line.setText(short_date(self._day))

    def _leave(self) -> None:
        self._settle()
        if self._day is not None:
            self.line.setText(named_day(self._day))
            self.line.setCursorPosition(0)
        self.left.emit()

    def _settle(self) -> None:
        text = self.line.text().strip()
        if self._day is not None:
            limit = self._limit(self._day)
            if limit:
                self.mark(limit)
        elif text:
            self.mark(f"Tanggal “{text}” tidak dikenali. Contoh: 3/4, 03042026, besok, +3.")

    def _read(self) -> date | None:
        return self._day

    def _write(self, value: date | None) -> None:
        self._day = value
        shown = "" if value is None else short_date(value) if self.line.hasFocus() else named_day(value)
        self.line.setText(shown)
        self.line.setCursorPosition(0)


class TimeField(Field[time | None]):
    """A time of day: types ``9``, ``930``, ``9.30``; shows ``09.30``; Up and Down move by five minutes."""

    def __init__(
        self, label: str, *, hint: str = "", required: bool = False, parent: QWidget | None = None
    ) -> None:
        self.line = LineEdit()
        self.line.steps = True
        self.line.setPlaceholderText("mis. 09.30")
        self._time: time | None = None
        super().__init__(label, self.line, hint=hint, required=required, parent=parent)
        self.line.textEdited.connect(self._typed)
        self.line.left.connect(self._leave)
        self.line.stepped.connect(self._step)

    def _typed(self, text: str) -> None:
        try:
            self._time = parse_time(text)
        except DateTextError:
            self._time = None
        self._edited()

    def _step(self, steps: int) -> None:
        base = self._time or time(8, 0)
        moved = datetime.combine(date.min + timedelta(days=1), base) + timedelta(minutes=5 * steps)
        self._time = moved.time()
        self.line.setText(show_time(self._time))
        self._edited()

    def _leave(self) -> None:
        text = self.line.text().strip()
        if self._time is not None:
            self.line.setText(show_time(self._time))
        elif text:
            self.mark(f"Jam “{text}” tidak dikenali. Contoh: 9, 930, 09.30.")
        self.left.emit()

    def _read(self) -> time | None:
        return self._time

    def _write(self, value: time | None) -> None:
        self._time = value
        self.line.setText("" if value is None else show_time(value))

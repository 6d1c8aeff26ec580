"""How much time a case has left, in words and tone, the same on every screen."""

from datetime import date

from desk.queries.cases import CaseRow
from desk.rules.deadlines import Pressure
from desk.rules.workflow import Flow
from desk.ui.theme.tokens import Tone
from desk.ui.words import short_day

_TONES = {
    Pressure.OVERDUE: Tone.BAD,
    Pressure.TODAY: Tone.WARN,
    Pressure.SOON: Tone.WARN,
    Pressure.FINE: Tone.GOOD,
    Pressure.NONE: Tone.NEUTRAL,
}


def due_words(row: CaseRow, flow: Flow, today: date) -> str:
    """How much time is left: ``sisa 2 hari kerja · 4 Des``, ``terlambat 1 hari kerja · 3 Des``."""
    if row.closed:
        return "selesai"
    step = flow.step(row.step)
    if step.waits:
        return f"menunggu {step.awaited}"
    if row.due is None:
        return "tanpa batas hari"
    day = short_day(row.due, today)
    left = row.days_left or 0
    if row.pressure is Pressure.OVERDUE:
        late = "lewat batas waktu" if left == 0 else f"terlambat {-left} hari kerja"
        return f"{late} · {day}"
    if row.pressure is Pressure.TODAY:
        return f"batas waktu hari ini · {day}"
    return f"sisa {left} hari kerja · {day}"


def due_tone(row: CaseRow, flow: Flow) -> Tone:
    """The tone beside :func:`due_words`."""
    if row.closed or flow.step(row.step).waits:
        return Tone.NEUTRAL
    return _TONES[row.pressure]

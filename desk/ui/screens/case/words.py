"""Dates, due dates and names of a case in Indonesian words, as screens have them."""

from datetime import date, datetime

from desk.queries.cases import CaseRow
from desk.rules.deadlines import Pressure
from desk.rules.workflow import Flow
from desk.standards.model import Standard
from desk.ui.fields.datetext import MONTHS, long_date
from desk.ui.theme.tokens import Tone

_TONES = {
    Pressure.OVERDUE: Tone.BAD,
    Pressure.TODAY: Tone.WARN,
    Pressure.SOON: Tone.WARN,
    Pressure.FINE: Tone.GOOD,
    Pressure.NONE: Tone.NEUTRAL,
}


def short_day(day: date, today: date | None = None) -> str:
    """``4 Des``; with the year when it is not the year of ``today``."""
    words = f"{day.day} {MONTHS[day.month - 1][:3]}"
    return words if today is None or today.year == day.year else f"{words} {day.year}"


def full_day(day: date) -> str:
    """``4 Desember 2026``."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def named_day(day: date) -> str:
    """``Jumat, 4 Desember 2026``."""
    return long_date(day)


def moment(local: datetime) -> str:
    """``20 Nov 09.31``, on the office's clock."""
    return f"{short_day(local.date())} {local:%H.%M}"


def full_moment(local: datetime) -> str:
    """``20 November 2026 pukul 09.31``, on the office's clock."""
    return f"{full_day(local.date())} pukul {local:%H.%M}"


def due_words(row: CaseRow, flow: Flow, today: date) -> str:
    """How much time is left: ``sisa 2 hari kerja · 4 Des``, ``terlambat 1 hari kerja · 3 Des``."""
    if row.closed:
        return "selesai"
    if flow.step(row.step).waits:
        return "menunggu pemohon"
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


def role_words(standard: Standard, role: str | None) -> str:
    """A role as screens have it; an unknown one by its own name, none as an empty word."""
    if not role:
        return ""
    try:
        return standard.short_title(role)
    except KeyError:
        return role


def by_words(standard: Standard, name: str, role: str, acting: bool = False) -> str:
    """Who did something: ``Ratna Maharani, Plh. Ketua``."""
    title = role_words(standard, role)
    return ", ".join(part for part in (name, f"Plh. {title}" if acting and title else title) if part)


def rupiah(amount: int) -> str:
    """``Rp12.500``."""
    return f"Rp{amount:,}".replace(",", ".")


def capital(text: str) -> str:
    """The same words, beginning with a capital."""
    return text[:1].upper() + text[1:]

"""National holidays and cuti bersama of Indonesia as closed days, from the ``holidays`` library (R11)."""

from datetime import date

from desk.rules.calendar import ClosedDay, DayKind

_NOVEMBER = 11


def closed_days(year: int) -> tuple[ClosedDay, ...]:
    """National holidays and cuti bersama of a year, by date; a day that is both counts as a holiday."""
    public, government = _of(year, "public"), _of(year, "government")
    days = {day: ClosedDay(day, DayKind.CUTI_BERSAMA, _plain(name)) for day, name in government.items()}
    days |= {day: ClosedDay(day, DayKind.HOLIDAY, name) for day, name in public.items()}
    return tuple(days[day] for day in sorted(days))


def has_cuti_bersama(year: int) -> bool:
    """Whether the government's cuti bersama of a year is known to the library already."""
    return bool(_of(year, "government"))


def cuti_bersama_missing(today: date) -> int | None:
    """Next year, when from November on its cuti bersama is still unknown; the office is then told to enter
    it."""
    following = today.year + 1
    return following if today.month >= _NOVEMBER and not has_cuti_bersama(following) else None


def _of(year: int, category: str) -> dict[date, str]:
    from holidays.countries.indonesia import Indonesia  # 60 ms: only when a calendar is filled

    return dict(Indonesia(years=year, categories=(category,), language="id"))


def _plain(name: str) -> str:
    return name.removeprefix("Cuti Bersama ")

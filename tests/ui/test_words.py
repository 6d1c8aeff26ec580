"""Days, moments, spans and amounts as screens say them."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from desk.ui import words

WITA = timezone(timedelta(hours=8))
AT = datetime(2026, 12, 4, 1, 12, tzinfo=UTC)
DAY = date(2026, 12, 4)


def test_days_from_short_to_long() -> None:
    assert words.short_day(DAY) == "4 Des"
    assert words.short_day(DAY, date(2026, 1, 1)) == "4 Des"
    assert words.short_day(DAY, date(2027, 1, 1)) == "4 Des 2026"
    assert words.full_day(DAY) == "4 Desember 2026"
    assert words.named_short_day(DAY) == "Jumat, 4 Des 2026"
    assert words.named_day(DAY) == "Jumat, 4 Desember 2026"


def test_moments_on_the_offices_wall() -> None:
    assert words.clock(AT, WITA) == "09.12"
    assert words.short_moment(AT, WITA) == "4 Des 09.12"
    assert words.full_moment(AT.astimezone(WITA)) == "4 Desember 2026 pukul 09.12"
    assert words.clock(AT) == "01.12"


def test_today_is_not_named() -> None:
    assert words.since(AT, AT + timedelta(hours=3), WITA) == "09.12"
    assert words.since(AT, AT + timedelta(days=1), WITA) == "4 Des 09.12"


@pytest.mark.parametrize(
    ("minutes", "said"),
    [(-5, "baru saja"), (0.5, "baru saja"), (6, "6 mnt"), (60, "1 jam"), (80, "1 jam 20 mnt")],
)
def test_spans(minutes: float, said: str) -> None:
    assert words.lasting(AT, AT + timedelta(minutes=minutes)) == said


def test_amounts() -> None:
    assert words.rupiah(12500) == "Rp12.500"

"""Days, amounts and limits in words."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from desk.rules.deadlines import Limit, Unit
from desk.ui.sections import words

WITA = ZoneInfo("Asia/Makassar")


def test_days_and_hours():
    moment = datetime(2026, 12, 4, 1, 12, tzinfo=UTC)
    assert words.full_day(date(2026, 12, 4)) == "Jumat, 4 Des 2026"
    assert words.hour(moment, WITA) == "09.12"
    assert words.day_and_hour(moment, WITA) == "4 Des 09.12"
    assert words.rupiah(12500) == "Rp12.500"


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (Limit(10, extension_days=7), "10 hari kerja · dapat +7 hari kerja"),
        (Limit(14, Unit.CALENDAR), "14 hari"),
        (Limit(None), "Tanpa batas waktu"),
    ],
)
def test_limits(limit: Limit, said: str):
    assert words.limit_words(limit) == said

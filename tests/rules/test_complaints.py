"""How a complaint stands against its limit."""

from dataclasses import replace
from datetime import date

import pytest

from desk.rules.complaints import OUTCOME_LABELS, Complaint, Outcome, outcome, tally

ONE = Complaint("1", date(2026, 3, 2), "laporan", "letter", due=date(2026, 3, 12))


@pytest.mark.parametrize(
    ("ended", "today", "stands"),
    [
        (date(2026, 3, 12), date(2026, 6, 1), Outcome.IN_TIME),
        (date(2026, 3, 13), date(2026, 6, 1), Outcome.LATE),
        (None, date(2026, 3, 12), Outcome.OPEN),
        (None, date(2026, 3, 13), Outcome.OVERDUE),
    ],
)
def test_in_time_is_until_the_end_of_the_due_day(ended: date | None, today: date, stands: Outcome) -> None:
    assert outcome(replace(ONE, ended=ended), today) is stands


def test_a_withdrawn_complaint_is_neither_late_nor_open() -> None:
    gone = replace(ONE, ended=date(2026, 4, 1), withdrawn=True)
    assert outcome(gone, date(2026, 6, 1)) is Outcome.WITHDRAWN


def test_without_a_due_day_nothing_is_late() -> None:
    free = replace(ONE, due=None)
    assert outcome(free, date(2030, 1, 1)) is Outcome.OPEN
    assert outcome(replace(free, ended=date(2029, 1, 1)), date(2030, 1, 1)) is Outcome.IN_TIME


def test_a_tally_counts_every_key_a_complaint_has() -> None:
    twice = replace(ONE, inspections=("audit", "audit", "klarifikasi"))
    assert tally([ONE, twice], lambda one: one.inspections) == {"audit": 2, "klarifikasi": 1}
    assert set(OUTCOME_LABELS) == set(Outcome)

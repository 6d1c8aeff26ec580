"""Bookings: two events never have one thing at the same moment."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.booking import Booked, clashes, overlap

NINE = datetime(2026, 4, 20, 1, 0, tzinfo=UTC)


def at(hours: float) -> datetime:
    return NINE + timedelta(hours=hours)


def taken(resource: str, first: float, last: float, event: str = "lain") -> Booked:
    return Booked(resource, event, f"Kegiatan {event}", "Forum", at(first), at(last))


@pytest.mark.parametrize(
    ("first", "last", "meets"),
    [
        (0, 2, True),
        (1, 3, True),
        (-1, 1, True),
        (0.5, 1, True),
        (-1, 5, True),
        (2, 4, False),
        (-3, 0, False),
    ],
)
def test_a_span_may_begin_when_the_other_ends(first: float, last: float, meets: bool) -> None:
    assert overlap(at(0), at(2), at(first), at(last)) is meets


def test_only_what_is_wanted_and_lent_to_another_event_is_in_the_way() -> None:
    known = [taken("aula", 1, 3), taken("proyektor", 1, 3), taken("aula", 0, 1, "pagi"), taken("aula", 5, 6)]
    found = clashes("", at(0), at(4), {"aula"}, known)
    assert [(one.resource, one.event) for one in found] == [("aula", "pagi"), ("aula", "lain")]
    assert clashes("pagi", at(0), at(1), {"aula"}, known) == ()
    assert clashes("", at(0), at(4), (), known) == ()


_SPANS = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(_SPANS, st.lists(_SPANS, max_size=8))
def test_a_booking_clashes_where_any_half_hour_is_shared(
    mine: tuple[int, int], others: list[tuple[int, int]]
) -> None:
    known = [taken("aula", a / 2, b / 2, str(n)) for n, (a, b) in enumerate(others)]
    hours = set(range(*mine))
    expected = {str(n) for n, span in enumerate(others) if hours & set(range(*span))}
    found = clashes("", at(mine[0] / 2), at(mine[1] / 2), {"aula"}, known)
    assert {one.event for one in found} == expected

"""Minutes of steps: stays as they were written, against their plan."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.step_minutes import Passing, Stay, Timed, in_words, stays, summary, timed
from desk.rules.workflow import Flow, Move, Step

START = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)
FLOW = Flow(
    "lisan",
    "Lisan",
    "registrasi",
    (
        Step("registrasi", "Registrasi", ("a",), 3, "Tercatat", (Move("maju", "Maju", "temu"),)),
        Step("temu", "Bertemu", ("a",), 10, "", (Move("maju", "Maju", "tunggu"),)),
        Step("tunggu", "Menunggu", ("a",), 5, "", (Move("maju", "Maju", "periksa"),), waits=True),
        Step("periksa", "Pemeriksaan", ("a",), None, "", (Move("maju", "Maju", "arsip"),)),
        Step("arsip", "Arsip", planned_minutes=1, end=True),
    ),
)


def at(minutes: float) -> datetime:
    return START + timedelta(minutes=minutes)


def passed(*steps: tuple[str, float]) -> list[Passing]:
    """Records through these steps, each reached at its minute."""
    before = ["", *(step for step, _minute in steps)]
    return [Passing(left, step, at(minute)) for left, (step, minute) in zip(before, steps, strict=False)]


def test_each_stay_counts_whole_minutes_until_the_step_is_left() -> None:
    found = stays(passed(("registrasi", 0), ("temu", 3.9), ("arsip", 14)), at(20))
    assert [(one.step, one.minutes, one.left) for one in found] == [
        ("registrasi", 3, 1),
        ("temu", 10, 2),
        ("arsip", 6, None),
    ]
    assert [one.running for one in found] == [False, False, True]


def test_what_leaves_a_case_where_it_is_does_not_end_the_stay() -> None:
    found = stays(passed(("registrasi", 0), ("registrasi", 1), ("registrasi", 2), ("temu", 5)), at(5))
    assert [(one.step, one.minutes) for one in found] == [("registrasi", 5), ("temu", 0)]


def test_a_step_visited_twice_has_two_stays() -> None:
    found = stays(passed(("registrasi", 0), ("temu", 2), ("registrasi", 6), ("temu", 7)), at(30))
    assert [(one.step, one.minutes) for one in found] == [
        ("registrasi", 2),
        ("temu", 4),
        ("registrasi", 1),
        ("temu", 23),
    ]


@pytest.mark.parametrize(("called", "minutes"), [(-2, 5), (0, 3), (1, 3), (None, 3)])
def test_registering_begins_when_the_visitor_was_called(called: float | None, minutes: int) -> None:
    begun = None if called is None else at(called)
    found = stays(passed(("registrasi", 0), ("temu", 3)), at(9), begun)
    assert [one.minutes for one in found] == [minutes, 6]


def test_clocks_that_disagree_give_nothing_and_say_so() -> None:
    found = stays(passed(("registrasi", 0), ("temu", -4), ("arsip", 8)), at(8))
    assert [(one.minutes, one.backwards) for one in found] == [(0, True), (12, False), (0, False)]


def test_nothing_recorded_is_no_stay() -> None:
    assert stays([], START) == ()


def test_only_planned_steps_are_timed_and_never_where_the_applicant_is_awaited() -> None:
    records = passed(("registrasi", 0), ("temu", 5), ("tunggu", 10), ("periksa", 60), ("arsip", 90))
    found = timed(stays(records, at(99)), [FLOW] * 6)
    assert [(one.label, one.planned, one.stay.minutes, one.over, one.output) for one in found] == [
        ("Registrasi", 3, 5, 2, "Tercatat"),
        ("Bertemu", 10, 5, 0, ""),
    ]


def test_a_stay_goes_by_the_plan_under_which_it_ended() -> None:
    slower = Flow(
        "lisan", "Lisan", "registrasi", (Step("registrasi", "Mencatat", ("a",), 9), *FLOW.steps[1:])
    )
    renamed = Flow("lisan", "Lisan", "catat", (Step("catat", "Mencatat", ("a",), 9),))
    records = passed(("registrasi", 0), ("temu", 5))
    assert [one.planned for one in timed(stays(records, at(6)), [FLOW, FLOW, slower])] == [3, 10]
    assert [one.planned for one in timed(stays(records, at(6)), [FLOW, slower, slower])] == [9, 10]
    assert timed(stays(records, at(6)), [renamed] * 3) == ()


def lasted(minutes: int) -> Timed:
    return Timed(Stay("temu", at(0), at(minutes), minutes, 1), "Bertemu", 10)


@pytest.mark.parametrize(
    ("minutes", "median", "ninth", "in_time"),
    [
        ([7], 7, 7, 1),
        ([4, 11], 7.5, 11, 1),
        (range(1, 11), 5.5, 9, 10),
        ([1] * 9 + [50], 1, 1, 9),
        ([10, 10, 11], 10, 11, 2),
    ],
)
def test_many_stays_have_a_median_a_ninth_tenth_and_those_in_time(
    minutes: list[int], median: float, ninth: int, in_time: int
) -> None:
    told = summary([lasted(one) for one in minutes])
    assert (told.count, told.median, told.ninth_tenth, told.in_time) == (len(minutes), median, ninth, in_time)
    assert told.share == in_time / len(minutes)


@given(st.lists(st.integers(0, 500), min_size=1))
def test_nine_tenths_do_not_exceed_the_ninth_tenth(minutes: list[int]) -> None:
    told = summary([lasted(one) for one in minutes])
    within = sum(1 for one in minutes if one <= told.ninth_tenth)
    assert within * 10 >= len(minutes) * 9
    assert min(minutes) <= told.median <= max(minutes)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 menit"),
        (7, "7 menit"),
        (7.5, "7,5 menit"),
        (60, "60 menit"),
        (119, "119 menit"),
        (125, "2 jam 5 menit"),
        (180, "3 jam"),
        (1440, "1 hari"),
        (1620, "1 hari 3 jam"),
        (1505, "1 hari 1 jam"),
    ],
)
def test_minutes_in_words(minutes: float, words: str) -> None:
    assert in_words(minutes) == words

"""Events of voter education as they are planned: what they lack, where they come from, who has what."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import msgspec
import pytest

from desk.rules.booking import Booked
from desk.services.education_events import (
    EventDraft,
    clash_problems,
    event_problems,
    for_case,
    moments,
)
from desk.services.education_words import moment_span
from tests.services.test_pendidikan_pemilih import DAY, REQUEST

ZONE = ZoneInfo("Asia/Makassar")
EVENT = EventDraft(
    title="Kelas Demokrasi",
    organiser="Forum Pemuda Tanjung Lestari",
    day=DAY,
    starts=time(9),
    ends=time(11, 30),
    expected=60,
)


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"title": " "}, ["title"]),
        ({"inside": False}, ["address"]),
        ({"inside": False, "address": "Balai Desa"}, []),
        ({"day": None}, ["day"]),
        ({"starts": None, "ends": None}, ["starts", "ends"]),
        ({"ends": time(9)}, ["ends"]),
        ({"until": date(2026, 4, 21), "ends": time(8)}, []),
        ({"until": date(2026, 4, 19)}, ["until"]),
        ({"until": date(2026, 5, 21)}, ["until"]),
    ],
)
def test_what_an_event_lacks_is_said_beside_its_field(changes: dict[str, Any], fields: list[str]) -> None:
    assert [one.field for one in event_problems(replace(EVENT, **changes))] == fields


def test_day_and_time_are_those_of_the_offices_zone() -> None:
    starts, ends = moments(EVENT, ZONE)
    assert starts == datetime(2026, 4, 20, 1, 0, tzinfo=UTC)
    assert ends == datetime(2026, 4, 20, 3, 30, tzinfo=UTC)
    assert moments(replace(EVENT, until=date(2026, 4, 21)), ZONE)[1].day == 21


def test_days_that_run_backwards_are_said_so() -> None:
    (backwards,) = event_problems(replace(EVENT, until=date(2026, 4, 19)))
    (long,) = event_problems(replace(EVENT, until=date(2026, 5, 21)))
    assert (backwards.message, long.message) == (
        "Hari terakhir mendahului hari pertama.",
        "Kegiatan berlangsung paling lama 31 hari.",
    )
    with pytest.raises(ValueError, match="no moments"):
        moments(EventDraft(), ZONE)


def test_an_event_of_a_request_begins_with_what_was_asked_for() -> None:
    draft = for_case("k1", "Forum Pemuda", msgspec.to_builtins(REQUEST))
    assert draft == EventDraft(
        title="Kelas Demokrasi Pemilih Pemula",
        organiser="Forum Pemuda",
        case_id="k1",
        day=DAY,
        starts=time(9),
        ends=time(11, 30),
        expected=60,
        targets=("pemula", "perempuan"),
    )


@pytest.mark.parametrize(
    ("asked", "planned"),
    [
        ((None, None), (time(9), time(11))),
        ((time(8), None), (time(8), time(11))),
        ((time(14), None), (time(14), None)),
        ((time(14), time(16)), (time(14), time(16))),
    ],
)
def test_a_time_that_was_not_said_is_proposed_where_it_fits(asked: Any, planned: Any) -> None:
    request = replace(REQUEST, starts=asked[0], ends=asked[1])
    draft = for_case("k1", "Forum", msgspec.to_builtins(request))
    assert (draft.starts, draft.ends) == planned


def test_a_clash_tells_who_has_it_and_when() -> None:
    starts, ends = moments(EVENT, ZONE)
    booked = Booked("aula", "e1", "Kelas Demokrasi", "Forum Pemuda", starts.astimezone(UTC), ends)
    sentences = [one.message for one in clash_problems([booked], {"aula": "Aula"}, ZONE)]
    assert sentences == ["Aula dipakai “Kelas Demokrasi” (Forum Pemuda), 20 April 2026, 09.00–11.30."]
    own = replace(booked, organiser="")
    assert clash_problems([own], {}, ZONE)[0].message.startswith("aula dipakai “Kelas Demokrasi”, 20 April")
    assert clash_problems([own], {}, ZONE)[0].field == "resources"


def test_a_span_over_days_names_both() -> None:
    starts, ends = moments(replace(EVENT, until=date(2026, 4, 21)), ZONE)
    assert moment_span(starts, ends) == "20 April 2026 09.00 – 21 April 2026 11.30"

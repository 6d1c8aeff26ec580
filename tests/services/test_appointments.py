"""An appointment: what it lacks, when it collides, who may stand in with whose approval (G4)."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.meetings import Taken, clash
from desk.services.appointments import (
    MOST_MINUTES,
    USUAL_MINUTES,
    AppointmentDraft,
    DelegationDraft,
    appointment_problems,
    approved_by,
    clash_words,
    delegation_problems,
    moments,
)

WITA = ZoneInfo("Asia/Makassar")
TODAY = date(2026, 3, 13)
MEETS = AppointmentDraft(
    "sekretaris", "hendra", "Maria Ndun", "Yayasan", "0812", "Konsultasi", day=TODAY, at=time(10)
)
STANDS_IN = DelegationDraft("kasubag_data", "lina", "sekretaris", "Hendra Kusuma", "telepon")
NOON = datetime(2026, 3, 13, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"staff_id": ""}, "staff_id"),
        ({"role": "staf"}, "staff_id"),
        ({"name": " "}, "name"),
        ({"subject": ""}, "subject"),
        ({"day": None}, "day"),
        ({"day": date(2026, 3, 12)}, "day"),
        ({"at": None}, "at"),
        ({"minutes": None}, "minutes"),
        ({"minutes": MOST_MINUTES + 1}, "minutes"),
        ({"accompanied_by": "ketua"}, "accompanied_by"),
    ],
)
def test_what_it_lacks_is_said_beside_its_field(changes: dict[str, Any], field: str) -> None:
    assert appointment_problems(MEETS, TODAY) == ()
    assert [one.field for one in appointment_problems(replace(MEETS, **changes), TODAY)] == [field]


def test_an_officer_stands_in_with_the_approval_of_a_member_or_the_sekretaris() -> None:
    assert delegation_problems(STANDS_IN, "anggota") == ()
    lacking = DelegationDraft("ketua", "ratna", "kasubag_data", " ", "asap")
    assert [one.field for one in delegation_problems(lacking, "ketua")] == [
        *("staff_id", "by_role", "by_name", "way")
    ]
    (found,) = delegation_problems(STANDS_IN, "kasubag_hukum")
    assert "Hanya janji dengan anggota KPU atau Sekretaris" in found.message
    assert approved_by(STANDS_IN) == "Sekretaris (Hendra Kusuma)"


def test_it_lasts_as_long_as_was_said() -> None:
    starts, ends = moments(replace(MEETS, minutes=45), WITA)
    assert (starts.isoformat(), ends - starts) == ("2026-03-13T10:00:00+08:00", timedelta(minutes=45))
    starts, ends = moments(replace(MEETS, minutes=None), WITA)
    assert ends - starts == timedelta(minutes=USUAL_MINUTES)
    for lacking in (replace(MEETS, day=None), replace(MEETS, at=None)):
        with pytest.raises(ValueError, match="without day or hour"):
            moments(lacking, WITA)


_SPANS = st.tuples(st.integers(0, 600), st.integers(1, 120))


@given(_SPANS, _SPANS)
def test_nobody_receives_two_visitors_at_once(mine: tuple[int, int], other: tuple[int, int]) -> None:
    def span(one: tuple[int, int]) -> tuple[datetime, datetime]:
        begin = NOON + timedelta(minutes=one[0])
        return begin, begin + timedelta(minutes=one[1])

    taken = Taken("b", "hendra", "Yosef", *span(other))
    shared = set(range(mine[0], sum(mine))) & set(range(other[0], sum(other)))
    assert (clash("a", "hendra", *span(mine), [taken]) is taken) is bool(shared)
    assert clash("b", "hendra", *span(mine), [taken]) is None
    assert clash("a", "ratna", *span(mine), [taken]) is None


def test_the_first_that_stands_in_the_way_is_named() -> None:
    later = Taken("c", "hendra", "Ana", NOON + timedelta(minutes=20), NOON + timedelta(minutes=40))
    first = Taken("b", "hendra", "Yosef", NOON, NOON + timedelta(minutes=30))
    found = clash("a", "hendra", NOON, NOON + timedelta(hours=1), [later, first])
    assert found is first
    assert clash_words(first, WITA) == "Sudah ada janji dengan Yosef pada 13 Maret 2026 pukul 12.00–12.30."

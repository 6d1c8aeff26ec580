"""What an office chooses within its standard (facts.md, "Dates that move")."""

import msgspec
import pytest

from desk.rules.deadlines import Unit
from desk.standards.choices import CHOICES, Option, as_chosen, options
from desk.standards.model import Standard
from tests.office import standards

KSB = standards().get("ksb")


def going_by(**choices: object) -> Standard:
    return as_chosen(KSB, {CHOICES: {key.replace("__", "."): value for key, value in choices.items()}})


@pytest.mark.parametrize("name", sorted(standards().by_id))
def test_every_option_accepts_what_its_standard_says(name: str) -> None:
    found = options(standards().get(name))
    assert len({one.key for one in found}) == len(found)
    assert all(one.fits(one.standard) for one in found)
    assert all(one.label for one in found)


def test_every_limit_in_days_can_be_counted_in_either_kind_of_day() -> None:
    keys = {one.key for one in options(KSB)}
    for slug, service in KSB.services.items():
        for place, specs in (("limits", service.limits), ("side_limits", service.side_limits)):
            for key, spec in specs.items():
                last = "unit" if spec.days is not None else "days"
                assert f"{slug}.{place}.{key}.{last}" in keys


def test_a_service_counted_in_minutes_gets_no_limit_in_days() -> None:
    keys = {one.key for one in options(standards().get("kpg"))}
    assert not any(key.startswith("sop_kupang") for key in keys)


@pytest.mark.parametrize("settings", [{}, {CHOICES: {}}, {CHOICES: "x"}, {"paper": "f4"}])
def test_without_a_choice_the_standard_is_its_own_self(settings: dict[str, object]) -> None:
    assert as_chosen(KSB, settings) is KSB


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("informasi__reading", "middle"),
        ("informasi__limits__umum__unit", "hours"),
        ("magang__limits__umum__days", -1),
        ("magang__limits__umum__days", 400),
        ("magang__limits__umum__days", True),
        ("magang__limits__umum__days", "10"),
        ("pinjam__reading", "wide"),
    ],
)
def test_what_does_not_fit_is_passed_over(key: str, value: object) -> None:
    assert going_by(**{key: value}) is KSB


def test_a_limit_counts_in_the_days_chosen_and_its_name_says_so() -> None:
    spec = going_by(informasi__limits__umum__unit="calendar").services["informasi"].limits["umum"]
    assert (spec.unit, spec.extension_unit) == (Unit.CALENDAR, Unit.WORKING)
    assert spec.label == "10 hari kalender, dapat diperpanjang 7 hari kerja"
    assert spec.note.endswith("Dipilih kantor.")
    back = going_by(pendidikan_pemilih__limits__umum__unit="working").services["pendidikan_pemilih"]
    assert back.limits["umum"].label == "14 hari kerja sejak diregister"


def test_what_was_not_chosen_stays() -> None:
    chosen = going_by(informasi__limits__umum__unit="calendar", informasi__limits__tahapan__unit="working")
    assert chosen.services["informasi"].limits["tahapan"] is KSB.services["informasi"].limits["tahapan"]
    assert chosen.services["magang"] == KSB.services["magang"]


def test_a_side_limit_and_a_reading_are_chosen_too() -> None:
    chosen = going_by(
        keberatan__side_limits__pengajuan__unit="calendar",
        keberatan__late="refuse",
        informasi__reading="wide",
    )
    assert chosen.services["keberatan"].side_limits["pengajuan"].unit is Unit.CALENDAR
    assert chosen.services["keberatan"].settings["late"] == "refuse"
    assert chosen.services["informasi"].settings["reading"] == "wide"
    assert chosen.services["pengaduan"].settings == KSB.services["pengaduan"].settings


def test_a_service_without_a_limit_gets_the_offices_own() -> None:
    spec = going_by(magang__limits__umum__days=10).services["magang"].limits["umum"]
    assert (spec.days, spec.unit, spec.label) == (10, Unit.WORKING, "10 hari kerja")
    assert going_by(magang__limits__umum__days=0).services["magang"].limits["umum"].days is None


def test_a_side_limit_without_days_is_not_offered() -> None:
    service = KSB.services["informasi"]
    spec = msgspec.structs.replace(service.side_limits["melengkapi"], days=None)
    own = msgspec.structs.replace(service, side_limits={"melengkapi": spec})
    bare = msgspec.structs.replace(KSB, services={"informasi": own})
    assert not any("side_limits" in one.key for one in options(bare))


def test_an_option_is_a_choice_or_a_number() -> None:
    assert Option("k", "s", "l", "a", {"a": "A"}).fits("a")
    assert not Option("k", "s", "l", "a", {"a": "A"}).fits(1)

"""What an office may set for its services, and what does not fit."""

import pytest

from desk.services.choosing import capacity_keys, setting_problems, values_of, with_values
from desk.services.magang_places import CAPACITY, SECTIONS
from desk.standards.choices import CHOICES
from tests.office import standards

KSB, KPG = standards().get("ksb"), standards().get("kpg")
HUKUM = "magang_kapasitas_hukum"


def test_where_nothing_was_set_the_standard_holds() -> None:
    values = values_of({}, KSB)
    assert values["informasi.reading"] == "narrow"
    assert values["informasi.limits.umum.unit"] == "working"
    assert values["magang.limits.umum.days"] == 0
    assert values[HUKUM] == CAPACITY
    assert setting_problems(values, KSB) == ()


def test_an_office_without_internships_has_no_places_to_set() -> None:
    assert capacity_keys(KPG) == ()
    assert len(capacity_keys(KSB)) == len(SECTIONS)
    assert not any(key.startswith("magang") for key in values_of({}, KPG))


def test_only_what_differs_from_the_standard_is_kept() -> None:
    wanted = {**values_of({}, KSB), "informasi.reading": "wide", HUKUM: 2}
    kept = with_values({"paper": "f4"}, wanted, KSB)
    assert kept[CHOICES] == {"informasi.reading": "wide"}
    assert (kept["paper"], kept[HUKUM]) == ("f4", 2)
    assert values_of(kept, KSB) == wanted
    back = with_values(kept, values_of({}, KSB), KSB)
    assert back[CHOICES] == {}
    assert with_values(kept, {}, KSB)[HUKUM] == 2


def test_a_choice_for_another_standard_is_left_alone() -> None:
    kept = with_values({CHOICES: {"konsultasi.limits.umum.unit": "calendar"}}, values_of({}, KSB), KSB)
    assert kept[CHOICES] == {"konsultasi.limits.umum.unit": "calendar"}


def test_a_value_that_no_longer_fits_is_shown_as_the_standard_has_it() -> None:
    assert values_of({CHOICES: {"informasi.reading": "odd"}}, KSB)["informasi.reading"] == "narrow"


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        (HUKUM, 51, "antara 0 dan 50"),
        (HUKUM, "", "antara 0 dan 50"),
        ("informasi.reading", "", "Pilih salah satu."),
        ("magang.limits.umum.days", "", "0 berarti tanpa batas waktu"),
        ("pinjam_ruang.reading", "wide", "tidak dikenal"),
    ],
)
def test_what_does_not_fit_is_said_beside_it(key: str, value: str | int, words: str) -> None:
    (problem,) = setting_problems({key: value}, KSB)
    assert problem.field == key
    assert words in problem.message

"""What an office may set for its services: what its standard leaves open, and places for interns (S5)."""

from collections.abc import Mapping
from typing import Any

from desk.services.common import Problem
from desk.services.magang_places import SECTIONS, capacity, capacity_key
from desk.standards.choices import CHOICES, MOST_DAYS, choices, options
from desk.standards.model import Standard

Values = Mapping[str, str | int]
"""Key of an option, or of a section's places for interns -> what holds."""

INTERNSHIP, MOST_INTERNS = "magang", 50


def capacity_keys(standard: Standard) -> tuple[str, ...]:
    """The settings of places for interns, under a standard that takes some in."""
    return tuple(capacity_key(one) for one in SECTIONS) if INTERNSHIP in standard.services else ()


def values_of(settings: Mapping[str, Any], standard: Standard) -> dict[str, str | int]:
    """What holds of everything that can be set; ``standard`` as its file has it."""
    made = choices(settings)
    found: dict[str, str | int] = {}
    for one in options(standard):
        value = made.get(one.key)
        found[one.key] = value if value is not None and one.fits(value) else one.standard
    places = zip(capacity_keys(standard), SECTIONS, strict=False)
    return found | {key: capacity(section, settings) for key, section in places}


def setting_problems(wanted: Values, standard: Standard) -> tuple[Problem, ...]:
    """What does not fit, beside its key."""
    known, places = {one.key: one for one in options(standard)}, capacity_keys(standard)
    problems = []
    for key, value in wanted.items():
        if key in places:
            if not (isinstance(value, int) and 0 <= value <= MOST_INTERNS):
                problems.append(Problem(key, f"Isi jumlah peserta antara 0 dan {MOST_INTERNS}."))
        elif key not in known:
            problems.append(Problem(key, "Pengaturan ini tidak dikenal."))
        elif not known[key].fits(value):
            days = f"Isi jumlah hari antara 0 dan {MOST_DAYS}; 0 berarti tanpa batas waktu."
            problems.append(Problem(key, "Pilih salah satu." if known[key].words else days))
    return tuple(problems)


def with_values(settings: Mapping[str, Any], wanted: Values, standard: Standard) -> dict[str, Any]:
    """The office's settings with what was set; what the standard says anyway is not kept."""
    made = dict(choices(settings))
    for one in options(standard):
        value = wanted.get(one.key, one.standard)
        made.pop(one.key, None)
        if value != one.standard:
            made[one.key] = value
    held = values_of(settings, standard)
    places = {
        key: wanted[key] for key in capacity_keys(standard) if key in wanted and wanted[key] != held[key]
    }
    return {**settings, CHOICES: made, **places}

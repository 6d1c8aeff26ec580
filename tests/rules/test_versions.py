"""Which standard each record of a case was made under."""

from dataclasses import replace

import pytest

from desk.rules.versions import VERB, left_behind, standards_along, told, why_it_stays
from desk.rules.workflow import Flow, Step


def test_a_case_that_never_went_over_has_one_standard() -> None:
    assert standards_along([("daftar", ""), ("maju", "")], "kpg") == ("kpg", "kpg")
    assert standards_along([], "kpg") == ()


def test_what_was_done_before_stays_under_the_standard_of_its_time() -> None:
    records = [
        ("daftar", ""),
        ("maju", "pesan"),
        (VERB, told("kpg", "kpg2026")),
        ("maju", ""),
        (VERB, told("kpg2026", "kpg2027")),
    ]
    assert standards_along(records, "kpg2027") == ("kpg", "kpg", "kpg2026", "kpg2026", "kpg2027")


def test_the_note_names_both_standards() -> None:
    assert told("kpg", "kpg2026") == "kpg → kpg2026"
    assert left_behind("kpg → kpg2026") == "kpg"


FLOW = Flow(
    "surat",
    "Surat",
    "terima",
    (Step("terima", "Penerimaan", ("front_office",)), Step("baca", "Membaca", ("ketua", "staf"))),
)
WITHOUT = replace(FLOW, steps=FLOW.steps[:1])
ENDED = replace(FLOW, steps=(FLOW.steps[0], Step("baca", "Membaca", end=True)))
OTHERS = replace(FLOW, steps=(FLOW.steps[0], Step("baca", "Membaca", ("staf",))))


@pytest.mark.parametrize(
    ("after", "holder", "words"),
    [
        (FLOW, "ketua", ""),
        (OTHERS, "staf", ""),
        (OTHERS, None, ""),
        (OTHERS, "kabag_umum", ""),
        (None, "ketua", "tidak ada pada standar baru"),
        (WITHOUT, "ketua", "Langkah Membaca tidak ada"),
        (ENDED, "ketua", "Langkah Membaca tidak ada"),
        (OTHERS, "ketua", "tidak melaksanakan langkah ini"),
    ],
)
def test_a_case_goes_over_where_its_step_and_its_holder_are_known(
    after: Flow | None, holder: str | None, words: str
) -> None:
    said = why_it_stays(FLOW, after, "baca", holder)
    assert words in said
    assert bool(said) is bool(words)

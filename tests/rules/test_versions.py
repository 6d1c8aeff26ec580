"""Which standard each record of a case was made under."""

from desk.rules.versions import VERB, left_behind, standards_along, told


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

"""Whatever can be in conflict or refused has a name for people; no name of a table or column is shown."""

from datetime import UTC, date, datetime

import pytest

from desk.store.triggers import captured_tables
from desk.sync.merging import Group, group
from desk.ui.screens.collisions.values import EMPTY, Speaker
from desk.ui.screens.collisions.words import TABLES, column_words
from tests.ui.drivers.fakes import WITA

_OPEN = (Group.THREE_WAY, Group.HUMAN)
SPEAKER = Speaker(WITA, {"informasi": "Permohonan informasi"}, whole=False)


@pytest.mark.parametrize("table", captured_tables(), ids=str)
def test_every_column_that_can_conflict_has_a_name(table) -> None:
    assert table.name in TABLES
    can = [one.name for one in table.columns if one.name != "id" and group(table.name, one.name) in _OPEN]
    if table.name != "conflicts":
        assert [name for name in can if not column_words(table.name, name)] == []


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("name", "", EMPTY),
        ("companion_names", ["Ayu", "Made"], "Ayu, Made"),
        ("companion_names", [], EMPTY),
        ("lost", True, "Ya"),
        ("lost", False, "Tidak"),
        ("companions", 0, "0"),
        ("service", "informasi", "Permohonan informasi"),
        ("identity_kind", "ktp", "KTP elektronik"),
        ("errand", "courier", "Kurir surat"),
        ("day", date(2026, 3, 13), "13 Maret 2026"),
        ("arrived_at", datetime(2026, 3, 13, 1, 0, tzinfo=UTC), "13 Maret 2026 pukul 09.00"),
        ("nik", "5299014101900003", "5299•••••••0003"),
        ("to_roles", ["ketua", "sekretaris"], "Ketua, Sekretaris"),
        ("hours", {"senin": "08.00-16.00"}, "senin: 08.00-16.00"),
    ],
)
def test_values_are_said_as_people_say_them(column: str, value: object, words: str) -> None:
    assert SPEAKER.say("visits", column, value) == words

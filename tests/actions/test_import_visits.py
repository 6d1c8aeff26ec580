"""An old guestbook goes in whole, once, or not at all."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk.actions.errors import NotAllowedError
from desk.actions.import_visits import ImportRefusedError, import_visits, plan_import
from desk.queries import visits
from tests.office import SmallOffice, open_small_office

DAY = date(2026, 3, 6)
BOOK = (
    "Nama;Tanggal;Jam;Instansi;Telepon;Keperluan\n"
    "Lestari Ayu;06/03/2026;09.00;Desa Muara;0812 3700 1122;Bertamu\n"
    "Made Wirawan;06/03/2026;09.30;;;Rapat\n"
    "lestari ayu;06/03/2026;09:00;Desa Muara;;Bertamu\n"
)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    opened = open_small_office(tmp_path / "office")
    yield opened
    opened.store.close()


def test_a_plan_writes_nothing(office: SmallOffice) -> None:
    plan = plan_import(office.at("admin"), BOOK.encode())
    assert ([row.name for row in plan.new], plan.duplicates) == (["Lestari Ayu", "Made Wirawan"], (4,))
    assert plan.span == (DAY, DAY)
    assert office.at("bayu").ask(visits.of_day, DAY) == ()


def test_new_lines_are_written_once(office: SmallOffice) -> None:
    admin, gate = office.at("admin"), office.at("bayu")
    assert import_visits(admin, BOOK.encode()).visits == 2
    assert import_visits(admin, BOOK.encode()).visits == 0

    rows = gate.ask(visits.of_day, DAY)
    assert [row.name for row in rows] == ["Made Wirawan", "Lestari Ayu"]
    assert gate.ask(visits.forgotten, date(2026, 3, 13)) == ()
    found = gate.ask(visits.known, "0812370011", office.clock())
    assert [one.institution for one in found] == ["Desa Muara"]
    assert office.store.verify_chain().ok


def test_one_bad_line_keeps_everything_out(office: SmallOffice) -> None:
    with pytest.raises(ImportRefusedError):
        import_visits(office.at("admin"), f"{BOOK}Nyoman;kemarin;;;;\n".encode())
    assert office.at("bayu").ask(visits.of_day, DAY) == ()


def test_only_the_administrator_imports(office: SmallOffice) -> None:
    with pytest.raises(NotAllowedError):
        plan_import(office.at("bayu"), BOOK.encode())

"""An old guestbook goes in whole, once, or not at all."""

from datetime import date

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk.actions.errors import NotAllowedError
from desk.actions.import_visits import ImportRefusedError, import_visits, plan_import
from desk.queries import visits
from tests.office import SmallOffice

DAY = date(2026, 3, 6)
BOOK = (
    "Nama;Tanggal;Jam;Instansi;Telepon;Keperluan\n"
    "Lestari Ayu;06/03/2026;09.00;Desa Muara;0812 3700 1122;Bertamu\n"
    "Made Wirawan;06/03/2026;09.30;;;Rapat\n"
    "lestari ayu;06/03/2026;09:00;Desa Muara;;Bertamu\n"
)


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


def test_people_of_one_name_and_day_without_a_time_are_people_of_their_own(office: SmallOffice) -> None:
    admin, gate = office.at("admin"), office.at("bayu")
    book = (
        b"Nama;Tanggal;Jam;Instansi\n"
        b"Sri Wahyuni;06/03/2026;;Desa Muara\n"
        b"Sri Wahyuni;06/03/2026;;Desa Karang\n"
        b"Sri Wahyuni;06/03/2026;;Desa Karang\n"
        b"Sri Wahyuni;06/03/2026;10.15;Desa Karang\n"
        b"Sri Wahyuni;07/03/2026;;\n"
    )
    assert import_visits(admin, book).visits == 5
    assert sorted(row.institution for row in gate.ask(visits.of_day, DAY)) == [
        "Desa Karang",
        "Desa Karang",
        "Desa Karang",
        "Desa Muara",
    ]
    again = import_visits(admin, book)
    assert (again.visits, again.duplicates) == (0, 5)
    longer = book + b"Sri Wahyuni;06/03/2026;;Desa Baru\n"
    plan = plan_import(admin, longer)
    assert ([row.institution for row in plan.new], plan.duplicates) == (["Desa Baru"], (2, 3, 4, 5, 6))


def test_a_line_at_opening_time_and_one_without_a_time_are_two(office: SmallOffice) -> None:
    admin = office.at("admin")
    book = b"Nama;Tanggal;Jam\nMade;06/03/2026;08.00\nMade;06/03/2026;\nMade;06/03/2026;08.00\n"
    assert plan_import(admin, book).duplicates == (4,)
    assert import_visits(admin, book).visits == 2
    assert import_visits(admin, book).visits == 0


@settings(
    max_examples=20,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(
    lines=st.lists(
        st.tuples(st.sampled_from(["Ayu", "ayu", "Made"]), st.integers(5, 7), st.sampled_from(["", "08.00"])),
        max_size=8,
    )
)
def test_a_second_import_of_the_same_file_adds_nothing(
    office: SmallOffice, lines: list[tuple[str, int, str]]
) -> None:
    admin = office.at("admin")
    body = "".join(f"{name};{day:02d}/03/2026;{hour}\n" for name, day, hour in lines)
    book = f"Nama;Tanggal;Jam\n{body}".encode()
    first = import_visits(admin, book)
    assert first.visits + first.duplicates == len(lines)
    assert import_visits(admin, book).visits == 0

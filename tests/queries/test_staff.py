"""People, their roles and counters."""

from datetime import timedelta

from desk.actions.counters import open_counter
from desk.actions.mandates import give_mandate
from desk.models import Staff
from desk.queries import staff
from tests.office import MORNING, PEOPLE, SmallOffice


def test_an_account_is_found_by_its_login(office: SmallOffice) -> None:
    found = office.at("admin").ask(staff.account, "rahma")
    assert found is not None
    assert (found.name, found.title, found.active) == ("Rahma Widyastuti", "Petugas Layanan", True)
    assert office.at("admin").ask(staff.account, "Rahma") is None


def test_colleagues_are_the_active_ones_by_name_with_what_they_hold(office: SmallOffice) -> None:
    until = MORNING + timedelta(days=1)
    give_mandate(office.at("ratna"), office.founded.staff["dewi"], "ketua", MORNING, until)
    with office.at("admin").write("set_up") as session:
        session.query(Staff).filter_by(login="agus").one().active = False
    rows = office.at("admin").ask(staff.colleagues, MORNING)
    assert [row.name for row in rows] == sorted(one.name for one in PEOPLE if one.login != "agus")
    roles = {row.login: row.roles for row in rows}
    assert roles["dewi"] == {"anggota", "ketua_divisi_teknis", "ketua"}
    assert roles["rahma"] == {"front_office"}
    assert "Agus Salim" in office.at("admin").ask(staff.names).values()


def test_a_mandate_runs_from_its_beginning_to_before_its_end(office: SmallOffice) -> None:
    dewi = office.founded.staff["dewi"]
    since, until = MORNING + timedelta(hours=1), MORNING + timedelta(hours=2)
    give_mandate(office.at("ratna"), dewi, "ketua", since, until)
    held = [
        "ketua" in office.at("admin").ask(staff.roles_held, dewi, at)
        for at in (MORNING, since, until - timedelta(seconds=1), until)
    ]
    assert held == [False, True, True, False]


def test_counters_say_who_sits_there(office: SmallOffice) -> None:
    open_counter(office.at("rahma", counter=2))
    rows = office.at("admin").ask(staff.counters)
    assert [(row.number, row.open, row.staff_name) for row in rows] == [
        (1, False, ""),
        (2, True, "Rahma Widyastuti"),
    ]

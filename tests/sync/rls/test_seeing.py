"""What each class of device sees with its own login, past Desk."""

from datetime import UTC, datetime

import pytest

from desk.rules.confidence import PERSONAL as TELLS_WHO
from desk.sync.scopes import AUDIENCES, Scope
from tests.sync.rls.planting import COMPLAINANT, DEVICES, PERSONAL, Network


def test_the_kiosk_sees_no_name_at_all(network: Network) -> None:
    seen = network.devices["kiosk"].everything()
    assert "Loket 1" in seen
    names = network.personal()
    assert len(names) > 50
    assert [one for one in names if one in seen] == []
    everybody = network.devices["leadership"].everything()
    assert len([one for one in names if one in everybody]) == len(names)


def test_the_kiosk_sees_of_four_tables_what_the_board_shows(network: Network) -> None:
    rows = network.devices["kiosk"].ask(
        "SELECT tbl, array_agg(DISTINCT k) FROM desk.office_row, jsonb_object_keys(data) k GROUP BY tbl"
    )
    shown = {table: set(columns) - {"id"} for table, columns in rows}
    assert shown == {
        table: {one.partition(".")[0] for one in audience.board}
        for table, audience in AUDIENCES.items()
        if audience.board
    }
    assert len(shown) == 4


def test_psql_on_the_kiosk_finds_nobody(network: Network) -> None:
    kiosk = network.devices["kiosk"]
    for table in ("visits", "staff", "applicants", "cases", "letters", "credentials", "conflicts"):
        assert kiosk.psql(f"SELECT count(*) FROM desk.{table}") == "0\n"  # noqa: S608
    assert "permission denied" in kiosk.psql("SELECT * FROM desk.device")
    assert "permission denied" in kiosk.psql("SELECT * FROM desk.history")
    assert "permission denied" in kiosk.psql("SELECT * FROM desk.bundle")
    assert kiosk.psql("SELECT count(*) > 0 FROM desk.tickets") == "t\n"


def test_the_gate_sees_visits_cards_tickets_names_and_calendar_only(network: Network) -> None:
    gate = network.devices["pamdal"]
    seen = {table for (table,) in gate.ask("SELECT DISTINCT tbl FROM desk.office_row")}
    assert seen | {"printouts"} == {
        *("visits", "visitor_cards", "shift_notes", "tickets", "counters"),
        *("presence_words", "appointments", "announced_guests"),
        *("education_events", "education_resources", "event_bookings"),
        *("staff", "staff_roles", "mandates", "credentials", "printouts"),
        *("offices", "calendar_days", "election_stages"),
    }
    everything = gate.everything()
    for table in ("applicants", "inbox_entries"):
        for column in PERSONAL[table]:
            rows = network.lan.admin.execute(
                "SELECT DISTINCT data ->> %s FROM desk.office_row WHERE tbl = %s", (column, table)
            ).fetchall()
            visitors = network.lan.admin.execute(
                "SELECT data::text FROM desk.office_row WHERE tbl = 'visits'"
            )
            known = "\n".join(row for (row,) in visitors.fetchall())
            assert [
                one for (one,) in rows if one and len(one) > 4 and one in everything and one not in known
            ] == []
    subjects = {
        subject
        for (subject,) in gate.ask(
            "SELECT data ->> 'subject_id' FROM desk.office_row WHERE tbl = 'printouts'"
        )
    }
    rows = {row_id for (row_id,) in gate.ask("SELECT id FROM desk.office_row")}
    assert {one for one in subjects if len(one) == 36} <= rows


def test_of_staff_the_gate_sees_names_and_the_logins_of_who_works_there(network: Network) -> None:
    gate = network.devices["pamdal"]
    office = dict(
        network.lan.admin.execute(
            "SELECT id, data FROM desk.office_row WHERE tbl = 'staff' AND face = ''"
        ).fetchall()
    )
    seen = dict(gate.ask("SELECT id, data FROM desk.office_row WHERE tbl = 'staff'"))
    assert {row_id: row["name"] for row_id, row in seen.items()} == {
        row_id: row["name"] for row_id, row in office.items()
    }
    assert {column for row in seen.values() for column in row} == {"id", "name", "title", "active", "login"}
    inside = {row_id for row_id, row in seen.items() if row["login"] == row_id}
    held = {row for (row,) in gate.ask("SELECT id FROM desk.credentials")}
    assert inside == office.keys() - held
    assert held == {row_id for row_id, row in seen.items() if row["login"] == office[row_id]["login"]}
    everything = gate.everything()
    numbers = [row["nip"] for row in office.values() if row["nip"]]
    assert len(numbers) > 3
    assert [one for one in numbers if one in everything] == []
    logins = [f'""login"": ""{office[one]["login"]}""' for one in inside]
    assert [one for one in logins if one in everything] == []
    whole = network.devices["leadership"].everything()
    assert [one for one in (*numbers, *logins) if one not in whole] == []
    assert gate.psql("SELECT count(*) FROM desk.staff WHERE nip <> ''") == "0\n"
    assert gate.psql("SELECT count(*) FROM desk.staff") == f"{len(office)}\n"


@pytest.mark.parametrize("kind", ["front_office", "kasubag", "leadership"])
def test_inside_the_office_each_row_is_seen_whole_and_once(network: Network, kind: str) -> None:
    device = network.devices[kind]
    assert device.ask("SELECT count(*) - count(DISTINCT (tbl, id)) FROM desk.office_row") == [(0,)]
    assert device.ask("SELECT count(*) FROM desk.office_row WHERE face <> ''") == [(0,)]
    assert device.ask("SELECT count(*) > 3 FROM desk.staff WHERE nip <> ''") == [(True,)]


def test_the_gate_holds_the_sign_in_of_those_who_work_there_alone(network: Network) -> None:
    held = {row for (row,) in network.devices["pamdal"].ask("SELECT id FROM desk.credentials")}
    may = network.lan.admin.execute(
        "SELECT DISTINCT data ->> 'staff_id' FROM desk.office_row WHERE tbl IN ('staff_roles', 'mandates') "
        "AND data ->> 'role' IN ('pamdal', 'admin')"
    ).fetchall()
    assert held == {row for (row,) in may}
    assert network.staff("ketua") not in held


@pytest.mark.parametrize("kind", ["pamdal", "kiosk"])
def test_a_complaint_is_nowhere_outside_the_office(network: Network, kind: str) -> None:
    seen = network.devices[kind].everything()
    for secret in (*COMPLAINANT.values(), "PENGADUAN", "/PGD"):
        assert secret not in seen
    assert [table for table, row_id in network.complaint.items() if row_id in seen] == []


@pytest.mark.parametrize("kind", ["front_office", "kasubag"])
def test_sections_see_a_complaint_and_nothing_of_who_complained(network: Network, kind: str) -> None:
    seen = network.devices[kind].everything()
    for secret in COMPLAINANT.values():
        assert secret not in seen
    tells = [row_id for table, row_id in network.complaint.items() if table in TELLS_WHO]
    assert len(tells) > 2
    assert [one for one in tells if one in seen] == []
    for table in ("cases", "letters", "step_records"):
        assert network.complaint[table] in seen


def test_every_table_that_tells_who_asks_is_for_the_scope_of_complaints() -> None:
    alone = {
        table for table, one in AUDIENCES.items() if one.case_column and one.confidential is Scope.COMPLAINTS
    }
    assert alone == TELLS_WHO


def test_the_scope_of_complaints_sees_the_complainant(network: Network) -> None:
    seen = network.devices["leadership"].everything()
    assert all(value in seen for value in COMPLAINANT.values())
    assert all(row_id in seen for row_id in network.complaint.values())


@pytest.mark.parametrize("kind", DEVICES)
def test_nothing_but_what_was_granted_can_be_read(network: Network, kind: str) -> None:
    granted = {"office_row", "gone", "erased", *AUDIENCES}
    assert network.devices[kind].readable() == sorted(f"desk.{name}" for name in granted)
    stats = "SELECT count(*) FROM pg_stats WHERE schemaname = 'desk' AND tablename IN ('office_row', 'gone')"
    network.lan.admin.execute("ANALYZE desk.office_row")
    assert network.devices[kind].ask(stats) == [(0,)]


def test_nobody_hears_what_another_session_says(network: Network) -> None:
    with network.devices["leadership"].connect() as busy:
        busy.execute("SELECT 'Siti Rahayu Pelapor'")
        seen = network.devices["kiosk"].ask(
            "SELECT query FROM pg_stat_activity WHERE pid = %s", busy.info.backend_pid
        )
    assert seen == [("<insufficient privilege>",)]


def test_the_kiosks_own_file_holds_no_personal_data(network: Network) -> None:
    from desk.sync.discovery import connect_device
    from desk.sync.exchange import Exchange

    kiosk = network.devices["kiosk"].store
    with connect_device(kiosk, network.devices["kiosk"].enrolment) as connection:
        exchange = Exchange(kiosk, network.devices["kiosk"].enrolment, connection)
        exchange.hello(datetime.now(UTC))
        exchange.pull()
    with kiosk.read() as session:
        raw = session.connection()
        names = [row[0] for row in raw.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")]
        cells = [
            str(cell)
            for name in names
            for row in raw.exec_driver_sql(f'SELECT * FROM "{name}"')  # noqa: S608
            for cell in row
        ]
    held = "\n".join(cells)
    assert "Loket 1" in held
    assert [one for one in network.personal() if one in held] == []
    assert COMPLAINANT["name"] not in held
    plain = b"".join(path.read_bytes() for path in kiosk.folder.rglob("*") if path.is_file())
    assert [one for one in network.personal() if one.encode() in plain] == []

"""What each class of device can change with its own login, past Desk: nothing but through the functions."""

import psycopg
import pytest

from desk.sync import admin
from desk.sync.scopes import CLASSES
from desk.sync.server import install
from tests.sync.rls.planting import DEVICES, Network, device

STATEMENTS = (
    *(
        statement.format(table=table)
        for table in (
            "office_row",
            "gone",
            "erased",
            "device",
            "head",
            "bundle",
            "history",
            "audience_rule",
            "write_rule",
        )
        for statement in (
            "INSERT INTO desk.{table} SELECT * FROM desk.{table} LIMIT 1",
            "INSERT INTO desk.{table} DEFAULT VALUES",
            "DELETE FROM desk.{table}",
            "TRUNCATE desk.{table}",
            "COPY desk.{table} FROM STDIN",
            "DROP TABLE desk.{table}",
            "ALTER TABLE desk.{table} DISABLE ROW LEVEL SECURITY",
            "BEGIN; LOCK TABLE desk.{table} IN EXCLUSIVE MODE",
            "CREATE TRIGGER t BEFORE INSERT ON desk.{table} EXECUTE FUNCTION "
            "suppress_redundant_updates_trigger()",
        )
    ),
    "UPDATE desk.office_row SET audience = 31",
    "UPDATE desk.visits SET name = 'x'",
    "DELETE FROM desk.visits",
    "INSERT INTO desk.visits (id) VALUES ('x')",
    "SELECT * FROM desk.office_row FOR UPDATE",
    "UPDATE desk.device SET mask = 31",
    "UPDATE desk.head SET rev = 0",
    "CREATE TEMP TABLE mine (x int)",
    "CREATE TABLE public.mine (x int)",
    "CREATE TABLE desk.mine (x int)",
    "CREATE SCHEMA mine",
    "CREATE FUNCTION public.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION desk.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION desk.mask() RETURNS integer LANGUAGE sql AS 'SELECT 31'",
    "ALTER FUNCTION desk.mask() SET search_path = public",
    "DROP FUNCTION desk.mask()",
    "DROP POLICY seen ON desk.office_row",
    "CREATE POLICY mine ON desk.office_row USING (true)",
    "CREATE VIEW public.mine AS SELECT 1",
    "CREATE OPERATOR public.& (LEFTARG = int, RIGHTARG = int, FUNCTION = int4and)",
    "CREATE EXTENSION dblink",
    "CREATE ROLE mine",
    "CREATE DATABASE mine",
    "GRANT SELECT ON desk.device TO PUBLIC",
    "SELECT lo_create(0)",
    "SELECT lo_from_bytea(0, 'x')",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "COPY (SELECT 1) TO '/tmp/mine'",
    "SELECT pg_read_file('PG_VERSION')",
    "SELECT pg_ls_dir('.')",
    "ALTER ROLE CURRENT_USER SUPERUSER",
    "ALTER ROLE CURRENT_USER CREATEROLE",
    "ALTER ROLE CURRENT_USER BYPASSRLS",
    "ALTER ROLE CURRENT_USER CONNECTION LIMIT 100",
    "ALTER SYSTEM SET ssl = off",
    "SET SESSION AUTHORIZATION postgres",
    "SET ROLE postgres",
    "SET row_security = off; SELECT * FROM desk.office_row",
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'postgres'",
)


@pytest.mark.parametrize("kind", DEVICES)
def test_nobody_writes_but_through_the_functions(network: Network, kind: str) -> None:
    outsider, before = network.devices[kind], network.counts()
    owner = install.owner_role(admin.server_id(network.lan.admin))
    for statement in (*STATEMENTS, f'SET ROLE "{owner}"'):
        state = outsider.refused(statement).sqlstate or ""
        # a view of jsonb takes no rows at all; an extension may not be there to begin with
        other = "0A000" if "desk.visits" in statement or "EXTENSION" in statement else ""
        assert state in ("42501", other), (statement, state)
    assert network.counts() == before


def test_psql_cannot_write_either(network: Network) -> None:
    gate = network.devices["pamdal"]
    assert "permission denied for table office_row" in gate.psql("DELETE FROM desk.office_row")
    assert "cannot update" in gate.psql("UPDATE desk.visits SET name = 'x'")
    assert "permission denied" in gate.psql("CREATE TEMP TABLE mine (x int)")


@pytest.mark.parametrize("kind", DEVICES)
def test_a_device_may_call_the_api_and_no_other_function(network: Network, kind: str) -> None:
    rows = network.devices[kind].ask(
        "SELECT oid::regprocedure::text FROM pg_proc WHERE pronamespace = 'desk'::regnamespace "
        "AND has_function_privilege(oid, 'EXECUTE')"
    )
    types = {"int": "integer", "timestamptz": "timestamp with time zone"}
    listed = {one.replace(", ", ",") for one in install.API}
    for short, long in types.items():
        listed = {one.replace(f"{short})", f"{long})") if f",{short})" in one else one for one in listed}
    assert {name for (name,) in rows} == {f"desk.{one}" for one in listed}


def test_functions_are_closed_to_public_and_mind_their_search_path(network: Network) -> None:
    rows = network.lan.admin.execute(
        "SELECT p.oid::regprocedure::text, coalesce(p.proconfig::text, ''), o.rolcanlogin, o.rolsuper, "
        "EXISTS (SELECT FROM aclexplode(p.proacl) a WHERE a.grantee = 0), p.proacl IS NULL "
        "FROM pg_proc p JOIN pg_roles o ON o.oid = p.proowner WHERE p.pronamespace = 'desk'::regnamespace"
    ).fetchall()
    assert len(rows) > 20
    for name, settings, can_login, is_super, public, default in rows:
        assert "search_path=pg_catalog, pg_temp" in settings, name
        assert (can_login, is_super, public, default) == (False, False, False, False), name
    tables = network.lan.admin.execute(
        "SELECT c.relname FROM pg_class c JOIN pg_roles o ON o.oid = c.relowner, aclexplode(c.relacl) a "
        "WHERE c.relnamespace = 'desk'::regnamespace AND (a.grantee = 0 OR o.rolcanlogin OR o.rolsuper)"
    ).fetchall()
    assert tables == []


def test_shadowing_what_a_function_calls_gains_nothing(network: Network) -> None:
    """Even with the right to make temporary things, which no device has."""
    kiosk = network.devices["kiosk"]
    login = psycopg.sql.Identifier(kiosk.enrolment.login)
    database = psycopg.sql.Identifier(network.lan.database)
    network.lan.admin.execute(psycopg.sql.SQL("GRANT TEMP ON DATABASE {} TO {}").format(database, login))
    try:
        with kiosk.connect() as connection:
            connection.execute(
                "CREATE TEMP TABLE device (login name, mask integer, revoked_at int, claimed_at int)"
            )
            connection.execute("INSERT INTO device SELECT session_user, 31, NULL, 1")
            connection.execute(
                "CREATE FUNCTION pg_temp.int4and(a int, b int) RETURNS int LANGUAGE sql AS 'SELECT 1'"
            )
            connection.execute(
                "CREATE FUNCTION pg_temp.now() RETURNS timestamptz LANGUAGE sql AS 'SELECT NULL::timestamptz'"
            )
            connection.execute(
                "CREATE OPERATOR pg_temp.& (LEFTARG = int, RIGHTARG = int, FUNCTION = pg_temp.int4and)"
            )
            connection.execute("SET search_path = pg_temp, desk, pg_catalog")
            assert connection.execute("SELECT desk.mask()").fetchone() == (int(CLASSES["kiosk"]),)
            assert connection.execute("SELECT count(*) FROM desk.visits").fetchone() == (0,)
            assert connection.execute(
                "SELECT count(*) FROM desk.office_row WHERE audience <> 16"
            ).fetchone() == (0,)
    finally:
        network.lan.admin.execute(
            psycopg.sql.SQL("REVOKE TEMP ON DATABASE {} FROM {}").format(database, login)
        )


def test_a_hint_of_a_device_changes_nothing_and_tells_nothing(network: Network) -> None:
    before = network.counts()
    with network.devices["leadership"].connect() as ear, network.devices["kiosk"].connect() as rogue:
        ear.execute("LISTEN desk")
        rogue.execute("NOTIFY desk, 'DROP TABLE visits'")
        (hint,) = ear.notifies(timeout=5, stop_after=1)
        assert hint.payload == "DROP TABLE visits"
        network.devices["leadership"].push(network.staff("ketua"), "ketua")
        (hint,) = ear.notifies(timeout=5, stop_after=1)
        assert hint.payload.isdigit()
    after = dict(network.counts())
    assert {name for name, count in before if after[name] != count} <= {"head", "device", "bundle", "strand"}


def test_a_revoked_device_is_cut_off_at_once(network: Network) -> None:
    lost = device(network.lan, "front_office", "HILANG-1")
    with lost.connect() as connection, lost.connect() as ear:
        ear.execute("LISTEN desk")
        assert connection.execute("SELECT count(*) > 0 FROM desk.visits").fetchone() == (True,)
        admin.revoke(network.lan.admin, "HILANG-1")
        for open_one in (connection, ear):
            with pytest.raises(psycopg.OperationalError):
                open_one.execute("SELECT desk.mask()")
    with pytest.raises(psycopg.OperationalError):
        lost.connect()


def test_a_login_that_stays_open_by_a_race_sees_and_does_nothing(network: Network) -> None:
    lost = device(network.lan, "front_office", "HILANG-2")
    with lost.connect() as connection:
        network.lan.admin.execute("UPDATE desk.device SET revoked_at = now() WHERE label = 'HILANG-2'")
        assert connection.execute("SELECT count(*) FROM desk.office_row").fetchone() == (0,)
        for call in (
            "desk.state()",
            "desk.push('[]')",
            "desk.claim('x', 1)",
            "desk.blob_begin('00', 1, 'x')",
        ):
            with pytest.raises(psycopg.Error) as caught:
                connection.execute(f"SELECT {call}")
            assert caught.value.sqlstate == "DK001"

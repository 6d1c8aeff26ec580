"""The office network against its floors in the same run: pipelined executemany, COPY, a bare SQLCipher
executemany."""

import resource
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from typing import Any, LiteralString

import msgspec
import psycopg
import pytest

from desk.actions.visits import VisitDraft, register_visit
from desk.models import Visit
from desk.store import outbox
from desk.store.engine import connect
from desk.sync.worker import Worker
from tests.bench.conftest import Report
from tests.lan import Desk, OfficeLan, open_lan, prepare_template
from tests.servers import PASSWORD, Cluster, running

pytestmark = [pytest.mark.bench, pytest.mark.timeout(1800)]

VISITOR = VisitDraft(
    "Lalu Ahmad Fauzi", institution="Universitas Contoh Nusantara", purpose="Konsultasi data"
)


@pytest.fixture(scope="module")
def durable() -> Iterator[Cluster]:
    """A server as offices run it: every commit on the disk."""
    with running() as cluster:
        prepare_template(cluster)
        yield cluster


@pytest.fixture
def lan(durable: Cluster, tmp_path: Path) -> Iterator[OfficeLan]:
    database = durable.database("desk_template")
    with ExitStack() as ends:
        ends.callback(durable.drop, database)
        yield open_lan(durable, database, tmp_path, ends)


def bare_table(lan: OfficeLan, rows: list[dict[str, Any]]) -> psycopg.Connection[Any]:
    """A connection to an empty table of text columns for the same rows."""
    connection = psycopg.connect(
        host="127.0.0.1", port=lan.cluster.port, dbname=lan.database, user="postgres", password=PASSWORD
    )
    columns = ", ".join(f'"{name}" text' for name in rows[0])
    connection.execute(f"CREATE TABLE public.bare ({columns}, PRIMARY KEY (id))".encode())
    connection.commit()
    return connection


def insert(rows: list[dict[str, Any]]) -> bytes:
    return f"INSERT INTO public.bare VALUES ({', '.join(['%s'] * len(rows[0]))})".encode()  # noqa: S608


def as_text(row: dict[str, Any]) -> list[str | None]:
    return [None if value is None else str(value) for value in row.values()]


def test_push_of_one_row_bundles_in_arrays(lan: OfficeLan, report: Report) -> None:
    bundles = 2_000
    gate = lan.desk("POS-1", "pamdal")
    place = gate.at("bayu")
    for _ in range(bundles):
        register_visit(place, VISITOR)
    with gate.store.read() as session:
        waiting = outbox.bundles(session.connection(), 0, bundles)
    rows = [msgspec.json.decode(bundle["changes"][0]["new"]) for _, bundle in waiting]
    began = time.perf_counter()
    assert gate.exchange.push() == bundles
    ours = bundles / (time.perf_counter() - began)
    assert not lan.bundles()
    with bare_table(lan, rows) as bare, bare.cursor() as cursor:
        bare.autocommit = True
        began = time.perf_counter()
        with bare.pipeline():
            for row in rows:
                cursor.execute(insert(rows), as_text(row))
        single = bundles / (time.perf_counter() - began)
    report(
        f"push of one-row bundles in arrays of 200, checked, merged, chained, with history: {ours:,.0f}/s "
        f"(aim >= 2,000/s); bare pipelined one-row transactions {single:,.0f}/s: {ours / single:.1f} x"
    )


def test_push_of_a_guestbook_in_one_bundle(lan: OfficeLan, report: Report) -> None:
    count = 20_000
    server = lan.server
    take_over(server, count)
    with server.store.read() as session:
        connection = session.connection()
        ((_, bundle),) = outbox.bundles(connection, outbox.acknowledged(connection), 1)
    rows = [msgspec.json.decode(change["new"]) for change in bundle["changes"]]
    began = time.perf_counter()
    server.exchange.push()
    ours = count / (time.perf_counter() - began)
    assert lan.admin.execute("SELECT count(*) FROM desk.visits").fetchone() == (count,)
    with bare_table(lan, rows) as bare, bare.cursor() as cursor:
        began = time.perf_counter()
        cursor.executemany(insert(rows), [as_text(row) for row in rows])
        bare.commit()
        many = count / (time.perf_counter() - began)
        bare.execute("TRUNCATE public.bare")
        began = time.perf_counter()
        with cursor.copy("COPY public.bare FROM STDIN") as copy:
            for row in rows:
                copy.write_row(as_text(row))
        bare.commit()
        copied = count / (time.perf_counter() - began)
    report(
        f"push of {count:,} rows in one bundle, with their history: {ours:,.0f} rows/s; pipelined "
        f"executemany {many:,.0f}/s: {ours / many:.2f} x (aim >= 0.33 x); COPY {copied:,.0f}/s"
    )


def take_over(desk: Desk, count: int) -> None:
    """An old guestbook, taken over in one action."""
    place, at = desk.at("admin"), desk.office.clock()
    with place.write("import_visits") as session:
        session.add_all(
            Visit(
                day=date(2026, 3, 1),
                arrived_at=at,
                name=f"Tamu {number}",
                institution=VISITOR.institution,
                phone="0812-0000-1234",
                purpose=VISITOR.purpose,
                registered_by=place.actor.staff_id,
            )
            for number in range(count)
        )


def fill_server(lan: OfficeLan, count: int) -> None:
    """Visits straight into the server's table, ten to a revision, as years of an office leave them."""
    register_visit(lan.server.at("bayu"), VISITOR)
    lan.server.sync()
    query: LiteralString = (
        "WITH one AS (SELECT data FROM desk.office_row WHERE tbl = 'visits' LIMIT 1) "
        "INSERT INTO desk.office_row (tbl, id, rev, audience, data) "
        "SELECT 'visits', made.id, 3 + made.n / 10, 1, one.data || jsonb_build_object('id', made.id, "
        "'name', 'Tamu ' || made.n) FROM one, (SELECT n, gen_random_uuid()::text AS id "
        "FROM generate_series(1, %s) AS n) AS made"
    )
    lan.admin.execute(query, (count,))
    lan.admin.execute("UPDATE desk.head SET rev = %s", (4 + count // 10,))
    lan.admin.execute("ANALYZE desk.office_row")


def test_pull_into_the_store(lan: OfficeLan, tmp_path: Path, report: Report) -> None:
    count = 50_000
    fill_server(lan, count)
    gate = lan.enrolled("POS-1", "pamdal")
    exchange = gate.exchange
    began = time.perf_counter()
    exchange.pull()
    loaded = count / (time.perf_counter() - began)
    began = time.perf_counter()
    while exchange.index_some():
        pass
    indexed = count / (time.perf_counter() - began)
    rows = [tuple(row) for row in gate.ask("SELECT * FROM visits")]
    bare = connect(tmp_path / "bare.db", gate.store.key, create=True)
    bare.execute(
        f"CREATE TABLE visits (id PRIMARY KEY, {', '.join(f'c{n}' for n in range(len(rows[0]) - 1))})"
    )
    began = time.perf_counter()
    bare.execute("BEGIN")
    bare.executemany(f"INSERT INTO visits VALUES ({', '.join('?' * len(rows[0]))})", rows)  # noqa: S608
    bare.execute("COMMIT")
    floor = count / (time.perf_counter() - began)
    bare.close()
    report(
        f"pull of {count:,} rows into the encrypted store: {loaded:,.0f} rows/s (aim >= 10,000/s), then made "
        f"searchable {indexed:,.0f} rows/s; bare SQLCipher executemany {floor:,.0f}/s: {loaded / floor:.2f} x"
    )
    assert len(rows) == count + 1


def test_first_load_of_a_million_visits(lan: OfficeLan, report: Report) -> None:
    count = 1_000_000
    fill_server(lan, count)
    gate = lan.enrolled("POS-1", "pamdal")
    heard: list[int] = []

    class StoppedError(Exception):
        """The cable is pulled half way."""

    def half(done: int, _total: int) -> None:
        heard.append(done)
        if done >= count // 2 and len(heard) == done // 5_000:
            raise StoppedError

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    with pytest.raises(StoppedError):
        gate.exchange.pull(half)
    gate.hang_up()
    heard.append(-1)
    gate.exchange.pull(lambda done, _total: heard.append(done))
    took = time.perf_counter() - began
    after = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert heard[heard.index(-1) + 1] > count // 2
    began = time.perf_counter()
    while gate.exchange.index_some():
        pass
    indexing = time.perf_counter() - began
    assert gate.ask("SELECT count(*) FROM visits") == [(count + 1,)]
    report(
        f"first load of {count:,} visits, broken off half way and resumed: {took:.0f} s "
        f"({count / took:,.0f} rows/s), memory {(after - before) / 1024:+.0f} MiB "
        f"(aim <= 200), searchable {indexing:.0f} s later"
    )


def test_an_idle_desk(lan: OfficeLan, report: Report) -> None:
    gate = lan.enrolled("POS-1", "pamdal")
    worker = Worker(gate.store, gate.office.clock)
    worker.start()
    settled = threading.Event()
    worker.subscribe(lambda state: settled.set() if state.online else None)
    assert settled.wait(60)
    assert worker.flush(60)
    seconds = 40.0
    used = time.process_time()
    began = time.perf_counter()

    threading.Event().wait(seconds)
    share = (time.process_time() - used) / (time.perf_counter() - began)
    worker.stop()
    report(f"an idle desk: {share * 100:.2f} % of a core (aim <= 0.5 %)")
    assert share < 1

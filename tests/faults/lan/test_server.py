"""The server loses power, at rest and in the middle of its work, or its disk is full; a PC's disk is full."""

import os
import subprocess
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import sqlalchemy as sa

from desk.actions.rows import insert_rows
from desk.actions.visits import register_visit
from desk.models import Visit
from desk.store.errors import StoreFullError
from desk.sync.enrolment import of_store
from desk.sync.errors import NoRoomError, ServerFullError
from tests.faults.lan.scenes import VISITOR, news_both_ways
from tests.lan import Desk, OfficeLan, open_lan, prepare_template
from tests.servers import Cluster, running
from tests.stories import take_in
from tests.sync.invariants import quiet
from tests.watched import LONG, Watched, begin

UNLIMITED = 4_294_967_294


@pytest.fixture(scope="module")
def durable() -> Iterator[Cluster]:
    """A server that waits for its disk, as every office's does."""
    with running() as cluster:
        prepare_template(cluster)
        yield cluster


@pytest.fixture
def office(durable: Cluster, tmp_path: Path) -> Iterator[OfficeLan]:
    database = durable.database("desk_template")
    with ExitStack() as ends:
        ends.callback(durable.drop, database)
        yield open_lan(durable, database, tmp_path, ends)


def test_what_was_answered_is_there_after_the_power_went(office: OfficeLan, ends: ExitStack) -> None:
    gate = office.desk("POS-1", "pamdal")
    watched = begin(gate, ends)
    register_visit(gate.at("bayu"), VISITOR)
    assert watched.worker.flush(LONG)
    office.cluster.stop("immediate")
    watched.until(lambda state: not state.online)
    register_visit(gate.at("bayu"), VISITOR)
    watched.until(lambda state: state.pending == 1)
    office.cluster.start()
    watched.worker.wake()
    watched.until(lambda state: state.online and state.pending == 0)
    ends.close()
    office.begin_again()
    assert office.ask("SELECT count(*) FROM desk.visits") == [(2,)]
    quiet(office)


def test_the_power_goes_while_the_server_works(office: OfficeLan, ends: ExitStack) -> None:
    counter = news_both_ways(office)
    busy = office.cluster.connect(office.database)
    busy.execute("BEGIN")
    busy.execute("SELECT rev FROM desk.head FOR UPDATE")
    watched = begin_waiting(office, counter, ends)
    office.cluster.stop("immediate")
    busy.close()
    office.cluster.start()
    watched.worker.wake()
    watched.until(lambda state: state.online and state.pending == 0)
    ends.close()
    office.begin_again()
    quiet(office)
    assert [row[:2] for row in office.bundles()] == [("move:teruskan", "step_moved")]


def test_a_full_server_is_said_and_all_is_sent_when_there_is_room(lan: OfficeLan, ends: ExitStack) -> None:
    counter = lan.desk("LOKET-1")
    watched = begin(counter, ends)
    lan.admin.execute(
        "CREATE FUNCTION desk.no_room() RETURNS trigger LANGUAGE plpgsql AS "
        "$$BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = 'disk_full'; END$$;"
        "CREATE TRIGGER no_room BEFORE INSERT ON desk.history EXECUTE FUNCTION desk.no_room()"
    )
    take_in(counter.office)
    state = watched.until(lambda state: isinstance(state.trouble, ServerFullError))
    assert state.pending == 1
    lan.admin.execute("DROP FUNCTION desk.no_room() CASCADE")
    watched.worker.wake()
    state = watched.until(lambda state: state.online and state.pending == 0)
    assert state.trouble is None
    ends.close()
    quiet(lan)


@pytest.mark.long
@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="mounts a small disk")
def test_a_server_on_a_disk_that_runs_full(tmp_path: Path, ends: ExitStack) -> None:
    disk = Path(ends.enter_context(TemporaryDirectory(prefix="desk-disk-")))
    disk.chmod(0o755)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=128m", "none", disk], check=True)
    ends.callback(lambda: subprocess.run(["umount", "-l", disk], check=True))
    with running(inside=disk) as cluster, ExitStack() as open_ends:
        lan = open_lan(cluster, prepare_template(cluster), tmp_path, open_ends)
        counter = lan.desk("LOKET-1")
        watched = begin(counter, open_ends)
        ballast = disk / "ballast"
        with pytest.raises(OSError, match="No space"):
            fill(ballast)
        while watched.worker.state.trouble is None:
            crowd_of_visits(counter, 200)
            watched.worker.flush(5)
        assert isinstance(watched.worker.state.trouble, ServerFullError)
        ballast.unlink()
        watched.worker.wake()
        watched.until(lambda state: state.online and state.pending == 0)
        watched.worker.stop()
        quiet(lan)


def test_a_pc_without_room_keeps_what_it_has_and_reads_on_when_there_is(
    lan: OfficeLan, ends: ExitStack
) -> None:
    gate, counter = lan.desk("POS-1", "pamdal"), lan.desk("LOKET-1")
    watched = begin(counter, ends)
    with small_disk(counter):
        crowd_of_visits(gate, 400)
        gate.sync()
        state = watched.until(lambda state: isinstance(state.trouble, NoRoomError))
        assert not counter.rows("visits")
        with pytest.raises(StoreFullError):
            crowd_of_visits(counter, 400)
        assert not state.trouble.lasting
    watched.until(lambda state: state.online and state.trouble is None)
    assert len(counter.rows("visits")) == 400
    ends.close()
    quiet(lan)


def fill(file: Path) -> None:
    """Write until the disk is full."""
    with file.open("wb", buffering=0) as out:
        while True:
            out.write(bytes(1 << 16))


def begin_waiting(lan: OfficeLan, desk: Desk, ends: ExitStack) -> Watched:
    """A worker whose push waits inside the server."""
    watched = Watched(desk)
    watched.worker.start()
    ends.callback(watched.worker.stop)
    login = of_store(desk.store).login
    while lan.ask(
        "SELECT count(*) FROM pg_stat_activity WHERE usename = %s AND wait_event_type = 'Lock'", login
    ) == [(0,)]:
        pass
    return watched


def crowd_of_visits(desk: Desk, number: int) -> None:
    """Many visits in one action."""
    place = desk.at("bayu")
    same = {"day": place.now().date(), "arrived_at": place.now(), "registered_by": place.actor.staff_id}
    rows = [same | {"name": f"Tamu {one}", "purpose": "Konsultasi " * 20} for one in range(number)]
    with place.write("register_visit") as session:
        insert_rows(session, Visit, *rows)


@contextmanager
def small_disk(desk: Desk) -> Iterator[None]:
    """The database of a desk cannot grow."""
    pages = 1

    def limit(connection: sa.Connection) -> None:
        (file,) = connection.exec_driver_sql(
            "SELECT file FROM pragma_database_list WHERE name = 'main'"
        ).one()
        if Path(file).is_relative_to(desk.store.folder):
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    sa.event.listen(sa.Engine, "begin", limit)
    try:
        yield
    finally:
        pages = UNLIMITED

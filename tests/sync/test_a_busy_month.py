"""Everything the demo office did in a month, by the real use cases, goes through the server: it agrees
with every role, table and move."""

from collections.abc import Iterator
from contextlib import ExitStack
from datetime import UTC, datetime

import pytest

from desk.demo.filling import fill
from desk.rules import numbering
from desk.store.keys import MachineKeys
from desk.store.store import Store
from tests.lan import Desk, OfficeLan
from tests.office import CHEAP, SmallOffice, StillClock, standards
from tests.servers import Cluster

NOW = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)


@pytest.fixture(scope="module")
def month(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[OfficeLan]:
    """The demo office, on a network since the evening it was founded, all of its month pushed at once."""
    folder = tmp_path_factory.mktemp("month")
    database = cluster.database("desk_template")
    with ExitStack() as ends:
        ends.callback(cluster.drop, database)
        lan = OfficeLan(cluster, database, folder, ends, ends.enter_context(cluster.connect(database)))
        store = Store.create(folder / "SERVER", MachineKeys(folder / "SERVER", CHEAP))

        def moved(_done: float) -> None:
            if not lan.desks:
                lan.found(SmallOffice(store, standards(), StillClock(NOW), None))  # type: ignore[arg-type]

        fill(store, standards(), NOW, progress=moved)
        lan.server.sync()
        yield lan


@pytest.fixture(scope="module")
def other(month: OfficeLan) -> Desk:
    return month.desk("KASUBAG-1", "leadership")


def test_the_server_refuses_nothing_and_finds_no_conflict(month: OfficeLan) -> None:
    assert month.bundles() == []
    assert len(month.bundles("applied")) > 400
    assert not month.server.rows("conflicts")


def test_a_desk_that_joins_later_sees_the_same(month: OfficeLan, other: Desk) -> None:
    tables = [name for (name,) in month.server.ask("SELECT DISTINCT tbl FROM replica_row")]
    assert len(tables) > 20
    for table in set(tables) - {"credentials"}:
        assert other.rows(table) == month.server.rows(table), table


def test_every_number_became_official_in_its_order_without_a_gap(month: OfficeLan) -> None:
    issued = month.server.rows("issued_numbers").values()
    assert not [one["text"] for one in issued if numbering.is_provisional(one["text"])]
    assert all(numbering.is_provisional(one["alias"]) for one in issued)
    by_scope: dict[str, list[int]] = {}
    for one in issued:
        by_scope.setdefault(one["scope"], []).append(one["seq"])
    starts = {one["scope"]: one["start"] for one in month.server.rows("number_counters").values()}
    for scope, given in by_scope.items():
        assert sorted(given) == list(range(starts[scope] + 1, starts[scope] + 1 + len(given)))


def test_papers_number_follows_to_the_case_letter_and_book(month: OfficeLan) -> None:
    issued = month.server.rows("issued_numbers").values()
    for one in issued:
        assert month.server.rows(one["subject_table"])[one["subject_id"]]["number"] == one["text"]


def test_the_chain_the_server_kept_is_the_desks_own(month: OfficeLan) -> None:
    mine = month.server.ask("SELECT id, seq, lower(hex(chain_hash)) FROM txn ORDER BY position")
    kept = month.admin.execute(
        "SELECT id::text, seq, encode(chain_hash, 'hex') FROM desk.bundle ORDER BY seq"
    ).fetchall()
    assert kept == mine

"""Saving and numbering a case against a bare SQLCipher commit of the same rows."""

from pathlib import Path
from typing import Any

import pytest

from desk.actions.cases import IntakeOrder, open_case
from desk.store import layout
from desk.store.engine import connect
from tests.bench.conftest import Report
from tests.bench.figures import clocked, percentile
from tests.office import open_small_office
from tests.requests import FORM

pytestmark = pytest.mark.bench

_ROUNDS = 400
_OF_A_CASE = {
    "cases": "id",
    "applicants": "case_id",
    "checklist_items": "case_id",
    "step_records": "case_id",
    "issued_numbers": "subject_id",
}


class Bare:
    """The rows of one case again and again, with the counter's update: BEGIN IMMEDIATE, INSERTs, COMMIT.

    The same encryption, journal and sync as the store's; neither indexes nor keys nor triggers, so no change
    log, and nothing is looked up or checked.
    """

    def __init__(self, pattern: Any, case_id: str, path: Path, key: bytes) -> None:
        self.connection = connect(path, key, create=True)
        self.inserts: list[tuple[str, list[Any]]] = []
        for table, column in _OF_A_CASE.items():
            rows = pattern.execute(f"SELECT * FROM {table} WHERE {column} = ?", (case_id,)).fetchall()  # noqa: S608
            self.connection.execute(
                f"CREATE TABLE {table} ({', '.join(f'c{n}' for n in range(len(rows[0])))})"
            )
            self.inserts.append((f"INSERT INTO {table} VALUES ({', '.join('?' * len(rows[0]))})", rows))  # noqa: S608
        self.connection.execute("CREATE TABLE counter (count)")
        self.connection.execute("INSERT INTO counter VALUES (0)")

    def rows(self) -> int:
        """How many rows one commit writes."""
        return sum(len(rows) for _, rows in self.inserts) + 1

    def save(self) -> None:
        """One commit."""
        self.connection.execute("BEGIN IMMEDIATE")
        for sql, rows in self.inserts:
            self.connection.executemany(sql, rows)
        self.connection.execute("UPDATE counter SET count = count + 1")
        self.connection.execute("COMMIT")


def test_save_and_number_against_a_bare_commit(tmp_path: Path, report: Report) -> None:
    office = open_small_office(tmp_path / "data")
    desk = office.at("rahma", counter=1)
    for _ in range(30):
        opened = open_case(desk, IntakeOrder("informasi", FORM))
    raw = connect(layout.database(office.store.folder), office.store.key)
    bare = Bare(raw, opened.case_id, tmp_path / "bare.db", office.store.key)
    raw.close()
    ours, floor = [], []
    for _ in range(_ROUNDS):
        floor.append(clocked(bare.save))
        ours.append(clocked(lambda: open_case(desk, IntakeOrder("informasi", FORM))))
    bare.connection.close()
    office.store.close()
    p50, p99 = (percentile([one.wall for one in ours], share) for share in (0.5, 0.99))
    b50, b99 = (percentile([one.wall for one in floor], share) for share in (0.5, 0.99))
    report(
        f"save and number a case, with change log, search and due date: p50 {p50:.1f} ms, p99 {p99:.1f} ms; "
        f"bare SQLCipher commit of its {bare.rows()} rows without log, index or look-up: p50 {b50:.1f} ms, "
        f"p99 {b99:.1f} ms; p99 = bare + {p99 - b99:.1f} ms (aim <= bare + 16 ms); processor time "
        f"{percentile([one.cpu for one in ours], 0.5):.1f} ms against "
        f"{percentile([one.cpu for one in floor], 0.5):.1f} ms"
    )
    assert len(ours) == _ROUNDS

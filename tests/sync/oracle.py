"""Does over again in Python what the server did in SQL, from the bundles alone, and says where the two
differ."""

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

import msgspec

from desk.sync.merging import Group, group
from tests.lan import OfficeLan

Key = tuple[str, str]


@dataclass
class Replay:
    """What the applied bundles come to: rows by table and id, and the losing values of each conflict."""

    rows: dict[Key, dict[str, Any]] = field(default_factory=dict)
    lost: list[tuple[str, Key, str, Any]] = field(default_factory=list)
    _writers: dict[tuple[Key, str], str] = field(default_factory=dict)

    def take(self, txn: str, actor: str, change: tuple[Any, ...]) -> None:
        """One change of an applied bundle."""
        table, row_id, operation, old_text, new_text = change
        key = (table, row_id)
        old = msgspec.json.decode(old_text) if old_text else {}
        new = msgspec.json.decode(new_text) if new_text else {}
        if operation == "D":
            self.rows.pop(key, None)
        elif operation == "I":
            self.rows[key] = dict(new)
            self._wrote(key, new, actor)
        else:
            self._merge(txn, actor, key, old, new)

    def _merge(self, txn: str, actor: str, key: Key, old: dict[str, Any], new: dict[str, Any]) -> None:
        row = self.rows[key]
        for column, wanted in new.items():
            kind = group(key[0], column)
            now = row.get(column)
            if kind is Group.COUNTER:
                row[column] = (now or 0) + wanted - (old.get(column) or 0)
                continue
            free = kind in (Group.LAST, Group.STEP) or now in (wanted, old.get(column))
            if free or self._writers.get((key, column)) == actor:
                row[column] = wanted
                self._wrote(key, {column: wanted}, actor)
            else:
                self.lost.append((txn, key, column, wanted))

    def _wrote(self, key: Key, columns: dict[str, Any], actor: str) -> None:
        for column in columns:
            self._writers[key, column] = actor


def replay(lan: OfficeLan) -> Replay:
    """Replay everything the server applied, in the order of its revisions, but for the settling of conflicts,
    which are rows of its own."""
    done = Replay()
    found = lan.admin.execute(
        "SELECT b.id::text, b.actor, h.tbl, h.id, h.op, h.old, h.new FROM desk.bundle b "
        "JOIN desk.history h ON h.bundle = b.id WHERE b.outcome = 'applied' AND h.tbl <> 'conflicts' "
        "ORDER BY b.rev, b.seq, h.ord"
    ).fetchall()
    for txn, actor, *change in found:
        done.take(txn, actor, tuple(change))
    return done


def differences(lan: OfficeLan) -> list[str]:
    """Rows and conflicts in which the server and the replay disagree; numbers, which only it gives or finds
    given away, left out."""
    done = replay(lan)
    kept: dict[Key, dict[str, Any]] = {
        (tbl, row_id): data
        for tbl, row_id, data in lan.admin.execute(
            "SELECT tbl, id, data FROM desk.office_row WHERE face = '' AND tbl <> 'conflicts'"
        )
    }
    said = [f"{key}: only here" for key in done.rows.keys() - kept.keys()]
    said += [f"{key}: only there" for key in kept.keys() - done.rows.keys() if key[0] != "number_counters"]
    for key in done.rows.keys() & kept.keys():
        mine, theirs = done.rows[key], kept[key]
        for column in mine.keys() | theirs.keys():
            given = column in _GIVEN.get(key[0], ())
            if mine.get(column) != theirs.get(column) and not given:
                said.append(f"{key} {column}: {mine.get(column)!r}, server {theirs.get(column)!r}")
    told = defaultdict[tuple[str, Key], dict[str, Any]](dict)
    for txn, tbl, row_id, wanted in lan.admin.execute(
        "SELECT txn, tbl, row_id, mine::text FROM desk.conflicts WHERE NOT mine ? 'text'"
    ):
        told[txn, (tbl, row_id)] |= msgspec.json.decode(wanted)
    lost = defaultdict[tuple[str, Key], dict[str, Any]](dict)
    for txn, key, column, wanted in done.lost:
        lost[txn, key][column] = wanted
    if told != lost:
        said.append(f"conflicts: {dict(lost)}, server {dict(told)}")
    return said


_GIVEN = {
    "issued_numbers": ("seq", "suffix", "text", "printed"),
    "number_counters": ("count",),
    "cases": ("number",),
    "letters": ("number",),
    "deliveries": ("number",),
    "fee_receipts": ("number",),
}

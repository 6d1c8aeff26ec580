"""What must hold after any crash: all that was told is there, nothing is half there, nothing is doubled."""

import json
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk.store.blobs import Blobs
from desk.store.check import check_store
from desk.store.drafts import Drafts
from desk.store.search import find
from tests.faults.reopening import reopened
from tests.office import SmallOffice

HALF = {
    "a visit without its ticket": "SELECT id FROM visits v WHERE service <> '' "
    "AND NOT EXISTS (SELECT 1 FROM tickets t WHERE t.visit_id = v.id)",
    "a visit without its card": "SELECT id FROM visits v WHERE card <> '' AND left_at IS NULL "
    "AND NOT EXISTS (SELECT 1 FROM visitor_cards c WHERE c.visit_id = v.id AND c.number = v.card)",
    "a case without its applicant": "SELECT id FROM cases c "
    "WHERE 1 <> (SELECT count(*) FROM applicants a WHERE a.case_id = c.id)",
    "a case without its checklist": "SELECT id FROM cases c "
    "WHERE NOT EXISTS (SELECT 1 FROM checklist_items i WHERE i.case_id = c.id)",
    "a case without its file": "SELECT id FROM cases c "
    "WHERE NOT EXISTS (SELECT 1 FROM attachments a WHERE a.case_id = c.id)",
    "a case whose history ends elsewhere": "SELECT id FROM cases c WHERE step IS NOT "
    "(SELECT to_step FROM step_records s WHERE s.case_id = c.id ORDER BY s.id DESC LIMIT 1)",
    "a case without its command": "SELECT id FROM cases c WHERE step IS NOT "
    "(SELECT to_step FROM command m WHERE m.row_id = c.id ORDER BY m.id DESC LIMIT 1)",
    "a number nothing bears": "SELECT id FROM issued_numbers n WHERE text NOT IN (SELECT number FROM cases "
    "UNION SELECT number FROM letters UNION SELECT number FROM deliveries)",
    "a paper without its number": "SELECT number FROM (SELECT number FROM cases UNION ALL SELECT number FROM "
    "letters UNION ALL SELECT number FROM deliveries) WHERE number <> '' "
    "AND 1 <> (SELECT count(*) FROM issued_numbers n WHERE n.text = number)",
    "a counter that left its numbers": "SELECT scope FROM number_counters k WHERE start + count <> "
    "(SELECT max(seq) FROM issued_numbers n WHERE n.scope = k.scope)",
    "a gap in a register": "SELECT scope FROM issued_numbers WHERE suffix = 0 GROUP BY scope "
    "HAVING count(*) <> max(seq) OR count(DISTINCT text) <> count(*)",
    "a gap in the queue": "SELECT prefix FROM tickets GROUP BY day, prefix HAVING count(*) <> max(number)",
    "two tickets at one counter": "SELECT counter_id FROM tickets WHERE state IN ('called', 'serving') "
    "GROUP BY counter_id HAVING count(*) > 1",
}


@dataclass
class Told:
    """What the diary says: actions that were acknowledged, and the one in hand when the process died."""

    done: list[dict[str, Any]] = field(default_factory=list)
    doing: dict[str, Any] | None = None

    @classmethod
    def of(cls, diary: Path) -> "Told":
        """Read a diary; it may go on over several lives."""
        told = cls()
        for line in diary.read_text().splitlines() if diary.exists() else ():
            said = json.loads(line)
            if "done" not in said:
                told.doing = said
            else:
                told.done.append(said)
                told.doing = None
        return told

    def actions(self) -> list[str]:
        """The acknowledged actions of the log, after those that made the office."""
        mine = [one["done"] for one in self.done if not one["done"].startswith("-")]
        return ["found_office", "open_counter", *mine]

    def drafts(self) -> dict[str, str]:
        """Drafts that were kept and not dropped since."""
        kept = {}
        for one in self.done:
            if "draft" in one:
                kept[one["draft"]] = one["body"]
            kept.pop(one.get("dropped"), None)
        return kept


def inspect(folder: Path, *, stands: bool | None = False) -> None:
    """Look the office over after a process ended.

    ``stands`` says whether the step in hand must stand although nobody was told of it; ``None``: it may. One
    that stands is written into the diary, for the inspections to come.
    """
    diary = folder / "diary.jsonl"
    told = Told.of(diary)
    office = reopened(folder / "data")
    try:
        assert office.store.verify_chain().ok
        late = _late(office, told)
        assert stands is None or stands is (late is not None)
        if late is not None:
            told.done.append(late)
            with diary.open("a") as out:
                print(json.dumps(late), file=out)
        _nothing_half(office)
        _all_told(office, told)
        _files(office)
    finally:
        office.store.close()
    assert check_store(folder / "data") == []


def _late(office: SmallOffice, told: Told) -> dict[str, Any] | None:
    """The step in hand, where it stands. The log and the drafts hold all that was told and nothing else."""
    with office.store.read() as session:
        kept = session.connection().exec_driver_sql("SELECT action FROM txn ORDER BY position").scalars()
        log = Counter(kept)
    drafts = {one.key: one.body for one in Drafts(office.store).of(office.founded.staff["rahma"])}
    if log == Counter(told.actions()) and drafts == told.drafts():
        return None
    assert told.doing is not None
    late = {"done": told.doing["doing"], **told.doing}
    told = Told([*told.done, late])
    assert log == Counter(told.actions())
    assert drafts == told.drafts()
    return late


def _nothing_half(office: SmallOffice) -> None:
    with office.store.read() as session:
        assert session.connection().exec_driver_sql("PRAGMA foreign_key_check").all() == []
    assert half(office) == {}


def half(office: SmallOffice) -> dict[str, list[str]]:
    """What is there without what belongs to it, by the names of ``HALF``."""
    with office.store.read() as session:
        found = {
            name: session.connection().exec_driver_sql(sql).scalars().all() for name, sql in HALF.items()
        }
    return {name: list(rows) for name, rows in found.items() if rows}


def _all_told(office: SmallOffice, told: Told) -> None:
    with office.store.read() as session:
        connection = session.connection()

        def one(sql: str, *values: object) -> Any:
            return connection.exec_driver_sql(sql, values).all()

        for said in told.done:
            if "visit" in said:
                assert one("SELECT name, card FROM visits WHERE id = ?", said["visit"]) == [
                    (said["name"], said["card"])
                ]
                assert one("SELECT label FROM tickets WHERE visit_id = ?", said["visit"]) == [
                    (said["ticket"],)
                ]
                assert said["visit"] in {hit.id for hit in find(session, said["name"])}
            if "number" in said:
                assert one("SELECT number FROM cases WHERE id = ?", said["case"]) == [(said["number"],)]
                assert said["case"] in {hit.id for hit in find(session, said["number"])}
            if "letter" in said:
                assert one("SELECT state FROM letters WHERE number = ?", said["letter"]) == [("signed",)]
            if "delivery" in said:
                assert len(one("SELECT 1 FROM deliveries WHERE number = ?", said["delivery"])) == 1


def _files(office: SmallOffice) -> None:
    blobs = Blobs(office.store)
    with office.store.read() as session:
        for (name,) in session.connection().exec_driver_sql("SELECT sha256 FROM attachments"):
            assert blobs.get(name)


def spare_blobs(folder: Path) -> int:
    """How many blobs no row names."""
    from desk.store import layout
    from desk.store.engine import connect

    office = reopened(folder / "data")
    with office.store.read() as session:
        named = set(session.connection().exec_driver_sql("SELECT sha256 FROM attachments").scalars())
    raw = connect(layout.blobs(office.store.folder), office.store.key, read_only=True)
    there = {row[0] for row in raw.execute("SELECT sha256 FROM blob")}
    raw.close()
    office.store.close()
    return len(there - named)

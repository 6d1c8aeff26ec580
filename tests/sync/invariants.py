"""What must hold of an office network once it is quiet, whatever happened before (design.md,
"Invariants")."""

from collections import defaultdict
from typing import Any

from desk.store.changelog import body_hash
from desk.store.engine import value_hash
from desk.store.replica import tables
from desk.sync.enrolment import of_store
from desk.sync.scopes import Scope
from tests.invariants import STAYS
from tests.lan import Desk, OfficeLan
from tests.sync import oracle


def check(lan: OfficeLan) -> None:
    """Every invariant at once."""
    for desk in lan.desks.values():
        every_commit_has_one_answer(lan, desk)
        replica_equals_what_it_may_see(lan, desk)
        assert desk.store.verify_chain().ok
    numbers_are_unique_and_complete(lan)
    numbers_on_paper_are_kept(lan)
    history_holds(lan)
    histories_are_paths(lan)
    assert oracle.differences(lan) == []


def every_commit_has_one_answer(lan: OfficeLan, desk: Desk) -> None:
    """Each local bundle was applied or refused with a reason; each refusal is known at the desk."""
    mine = [one for (one,) in desk.ask("SELECT id FROM txn ORDER BY position")]
    answers = dict(
        lan.admin.execute(
            "SELECT id::text, outcome FROM desk.bundle WHERE store = %s", (desk.store.identity.device,)
        ).fetchall()
    )
    assert set(mine) <= answers.keys(), f"{desk.label}: not answered"
    refused = {one for (one,) in desk.ask("SELECT t.id FROM refusal r JOIN txn t ON t.position = r.txn")}
    assert refused == {one for one in mine if answers[one] == "refused"}


def replica_equals_what_it_may_see(lan: OfficeLan, desk: Desk) -> None:
    """Every table of a desk holds what its scopes let it see, no more and no less, to the value."""
    mask, scopes = of_store(desk.store).mask, of_store(desk.store).scopes
    faces = ["board"] if scopes == Scope.BOARD else ["", "gate"] if scopes == Scope.VISITS else [""]
    seen: dict[str, dict[str, dict[str, Any]]] = defaultdict(dict)
    for tbl, row_id, data in lan.admin.execute(
        "SELECT tbl, id, data FROM desk.office_row WHERE face = ANY (%s) AND audience & %s <> 0",
        (faces, mask),
    ):
        seen[tbl][row_id] = data
    for table in tables():
        mine = desk.rows(table)
        assert mine.keys() == seen[table].keys(), f"{desk.label}: {table}"
        for row_id, row in mine.items():
            shown = seen[table][row_id]
            assert {name: row[name] for name in shown} == shown, f"{desk.label}: {table} {row_id}"


def numbers_are_unique_and_complete(lan: OfficeLan) -> None:
    """Every scope counts from its start without a gap; suffixes follow one another; each alias stays."""
    plain, suffixes = defaultdict[str, list[int]](list), defaultdict[tuple[str, int], list[int]](list)
    for scope, seq, suffix in lan.admin.execute("SELECT scope, seq, suffix FROM desk.issued_numbers"):
        if suffix:
            suffixes[scope, seq].append(suffix)
        else:
            plain[scope].append(seq)
    counters = lan.admin.execute("SELECT scope, start, count FROM desk.number_counters").fetchall()
    for scope, start, count in counters:
        if not scope.startswith("SEMENTARA"):
            assert sorted(plain[scope]) == list(range(start + 1, start + count + 1)), scope
    for taken in suffixes.values():
        assert sorted(taken) == list(range(2, len(taken) + 2))


def numbers_on_paper_are_kept(lan: OfficeLan) -> None:
    """Where the register gave a number on paper to another, the row that lost it keeps it, and a conflict
    says so."""
    told = lan.ask(
        "SELECT row_id, mine ->> 'text', theirs ->> 'text' FROM desk.conflicts WHERE mine ? 'text'"
    )
    rows = lan.ask("SELECT id, scope, text, printed FROM desk.issued_numbers")
    printed = {row_id: (scope, (more or "").split("\n")) for row_id, scope, _, more in rows}
    holders = {(scope, text): row_id for row_id, scope, text, _ in rows}
    for row_id, on_paper, stands in told:
        scope, kept = printed[row_id]
        assert on_paper in kept
        assert holders[scope, on_paper] != row_id
        assert holders[scope, stands] == row_id or stands in kept


def history_holds(lan: OfficeLan) -> None:
    """Each device's chain on the server is whole and says what its hashes say."""
    changes = defaultdict[str, list[tuple[Any, ...]]](list)
    for bundle, tbl, row_id, op, digest, salt, old, new in lan.admin.execute(
        "SELECT bundle::text, tbl, id, op, value_hash, salt, old, new FROM desk.history ORDER BY bundle, ord"
    ):
        changes[bundle].append((tbl, row_id, op, digest))
        assert salt is None or value_hash(salt, old, new) == digest
    moves = defaultdict[str, list[tuple[Any, ...]]](list)
    for bundle, *move in lan.admin.execute(
        "SELECT bundle::text, tbl, id, nullif(from_step, ''), verb, to_step FROM desk.move_made "
        "ORDER BY bundle, ord"
    ):
        moves[bundle].append(tuple(move))
    last: dict[tuple[str, str], bytes] = {}
    for row in lan.admin.execute(_BUNDLES).fetchall():
        said = dict(zip(_HEADER, row[: len(_HEADER)], strict=True))
        chain, outcome, refused = row[len(_HEADER) :]
        strand = (said["device"], said["incarnation"])
        if strand in last:
            assert said["prev_hash"] == last[strand]
        last[strand] = chain
        if outcome == "applied":
            assert body_hash(said, changes[said["id"]], moves[said["id"]]) == said["body_hash"]
        else:
            kept = [(one["t"], one["id"], one["op"], bytes.fromhex(one["h"])) for one in refused["changes"]]
            told = [(one["t"], one["id"], one["from"], one["verb"], one["to"]) for one in refused["commands"]]
            assert body_hash(said, kept, told) == said["body_hash"]


_HEADER = (
    *("id", "device", "incarnation", "seq", "schema_version", "actor", "place", "role", "action", "at"),
    *("prev_hash", "body_hash"),
)
_BUNDLES = (
    "SELECT id::text, store::text, incarnation::text, seq, schema, actor, place, role, action, at, "
    "prev_hash, body_hash, chain_hash, outcome, refused FROM desk.bundle ORDER BY store, incarnation, seq"
)


def histories_are_paths(lan: OfficeLan) -> None:
    """The moves of each case lead from one step to the next and end where the case stands."""
    stands: dict[str, str] = {}
    for case_id, from_step, to_step in lan.admin.execute(
        "SELECT m.id, m.from_step, m.to_step FROM desk.move_made m JOIN desk.bundle b ON b.id = m.bundle "
        "ORDER BY b.rev, b.seq, m.ord"
    ):
        assert stands.get(case_id, "") == from_step
        stands[case_id] = to_step
    assert stands == dict(lan.admin.execute("SELECT id, step FROM desk.cases").fetchall())
    shown = lan.ask(
        "SELECT case_id, to_step FROM desk.step_records WHERE verb <> ALL (%s) ORDER BY rev, id", list(STAYS)
    )
    assert dict(shown) == stands


def quiet(lan: OfficeLan) -> None:
    """Everybody syncs until nothing is new, then everything is checked."""
    lan.sync_all()
    lan.sync_all()
    check(lan)


def kiosk_holds_no_names(desk: Desk, names: set[str]) -> None:
    """No name stands anywhere in a kiosk's decrypted file."""
    for (table,) in desk.ask("SELECT name FROM sqlite_master WHERE type = 'table'"):
        text = repr(desk.ask(f'SELECT * FROM "{table}"'))  # noqa: S608
        assert not [name for name in names if name in text], table

"""One conversation with the server over one connection: hello, push, pull. No thread and no waiting here.

Push sends bundles as they were captured, in their order; the server answers each. Pull reads one
consistent state of what this device may see and writes it in one local transaction, own unanswered changes
put over it. A first load, a long absence and a restored server go page by page, resumable.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import msgspec
from psycopg import Connection

from desk.store import outbox
from desk.store.replica import INDEXED_KINDS, Arrived, Pending, Replica, tables
from desk.store.store import write_note
from desk.sync import greeting
from desk.sync.enrolment import Enrolment
from desk.sync.errors import RestoredError, TwinError
from desk.sync.greeting import Hello
from desk.sync.link import first_value, told
from desk.sync.merging import rebase
from desk.sync.place import NOTE, Place, place_of, reached, read_anew

if TYPE_CHECKING:
    from desk.store.store import Store

PUSHED_AT_ONCE = 200
"""Bundles of one call."""

PULLED_AT_ONCE = 20_000
"""Rows written in one local transaction; more than that is loaded page by page."""

PAGE = 5_000
INDEXED_AT_ONCE = 5_000

Progress = Callable[[int, int], None]
"""Hears rows loaded so far and rows in all."""

Changed = tuple[Any, ...]
"""Table, id, revision and, of a row that stands, its values in JSON."""


class Exchange:
    """One connection's conversation on behalf of a store."""

    def __init__(self, store: "Store", enrolment: Enrolment, connection: Connection[Any]) -> None:
        self.store = store
        self.enrolment = enrolment
        self.connection = connection
        self._caught_up = ""
        self._read = 0

    def hello(self, now: datetime) -> Hello:
        """Introduce this PC; see :func:`desk.sync.greeting.hello`."""
        return greeting.hello(self.store, self.enrolment, self.connection, now)

    def push(self) -> int:
        """Send everything the server has not answered; returns how many bundles were answered.

        After a restore the server leaves a bundle unanswered while another desk may still send again what it
        builds on; it goes with a later push.
        """
        answered = 0
        while batch := self._unanswered():
            answers = self._answers(batch)
            self._settle(batch[: len(answers)], answers)
            answered += len(answers)
            if len(answers) < len(batch):
                return answered
            if len(batch) < PUSHED_AT_ONCE:
                break  # what was saved meanwhile rings for itself
        self._tell_caught_up()
        return answered

    def pull(self, progress: Progress | None = None) -> bool:
        """Read what is new; whether anything came."""
        place = self.place()
        if place.loading:
            place = self._load(place, progress)
        state, found = self._news(place)
        if place.epoch not in ("", state["epoch"]):
            raise RestoredError
        if state["gone_floor"] > place.rev:
            return self._load_again(state, progress)
        if (state["rev"], state["mark"]) == (place.rev, place.mark):
            self._read = place.rev
            return False
        rows, gone, erased = found["row"], found["gone"], found["erased"]
        if len(rows) > PULLED_AT_ONCE:
            with self.store.replica() as replica:
                self._drop(replica, gone, self._pending(replica))
                self._note(
                    msgspec.structs.replace(place, loading=True, goal=0, id="", tbl="", done=0), replica
                )
            return self.pull(progress)
        with self.store.replica() as replica:
            pending = self._pending(replica)
            self._drop(replica, gone, pending)
            for table, row_id, *_ in erased:
                replica.forget_values(table, row_id)
            self._write(replica, rows, pending)
            self._note(reached(place, state, rev=state["rev"]), replica)
        self._read = state["rev"]
        return bool(rows or gone)

    def index_some(self) -> bool:
        """Make a part of what a load brought searchable; whether more is left. Others can save in between."""
        place = self.place()
        if place.unindexed is None:
            return False
        with self.store.replica(loading=True) as replica:
            left = replica.index_some(*place.unindexed, INDEXED_AT_ONCE)
            self._note(msgspec.structs.replace(place, unindexed=left), replica)
        return left is not None

    def place(self) -> Place:
        """How far this PC has read."""
        return place_of(self.store)

    def knows(self, hint: str) -> bool:
        """Whether the revision that a hint of the server speaks of has been read over this connection."""
        return hint.isdecimal() and int(hint) <= self._read

    def _news(self, place: Place) -> tuple[dict[str, Any], dict[str, list[Changed]]]:
        """Where the server stands, and what is newer than a place: one statement, so of one moment."""
        asked = (place.rev, place.rev, place.rev, PULLED_AT_ONCE + 1)
        with told():
            said = self.connection.execute(_NEWS, asked).fetchall()
        found: dict[str, list[Changed]] = {"state": [], "gone": [], "erased": [], "row": []}
        for kind, *changed in said:
            found[kind].append(tuple(changed))
        ((*_, state),) = found["state"]
        return msgspec.json.decode(state), found

    def _tell_caught_up(self) -> None:
        """Once per connection and epoch: nothing of before a restore is left here."""
        epoch = self.place().epoch
        if epoch != self._caught_up:
            with told():
                self.connection.execute("SELECT desk.caught_up()")
            self._caught_up = epoch

    # answers

    def _unanswered(self) -> list[tuple[int, outbox.Bundle]]:
        with self.store.read() as session:
            connection = session.connection()
            return outbox.bundles(connection, outbox.acknowledged(connection), PUSHED_AT_ONCE)

    def _answers(self, batch: list[tuple[int, outbox.Bundle]]) -> list[dict[str, Any]]:
        body = msgspec.json.encode([bundle for _, bundle in batch]).decode()
        try:
            with told():
                said = first_value(self.connection, "SELECT desk.push(%s)", body)
        except TwinError:
            with told():  # so that the other one hears it as well
                self.connection.execute("SELECT desk.forked()")
            raise
        return list(said)

    def _settle(self, batch: list[tuple[int, outbox.Bundle]], answers: list[dict[str, Any]]) -> None:
        """Keep the server's answers; what was refused or lost a conflict gives way to the server's copy of
        its rows, which may have been read before, under the own changes."""
        answered = [
            (position, bundle, answer)
            for (position, bundle), answer in zip(batch, answers, strict=True)
            if answer["outcome"] == "refused" or answer["conflicts"]
        ]
        refused = [one for one in answered if one[2]["outcome"] == "refused"]
        rows = {key for _, bundle, _ in answered for key in outbox.touched(bundle)}
        copies = self._copies(rows) if rows else {}
        with self.store.replica() as replica:
            for position, _, answer in refused:
                detail = msgspec.json.encode(answer["detail"]).decode()
                outbox.refuse(replica.connection, position, answer["code"], detail, datetime.now(UTC))
            if batch:
                outbox.acknowledge(replica.connection, batch[-1][0])
            if rows:
                self._show(replica, rows, copies)

    def _copies(self, rows: Iterable[tuple[str, str]]) -> dict[tuple[str, str], Arrived]:
        with told():
            found = self.connection.execute(
                "SELECT tbl, id, rev, data::text FROM desk.office_row WHERE id = ANY (%s)",
                (sorted({row_id for _, row_id in rows}),),
            ).fetchall()
        return {(tbl, row_id): (row_id, rev, msgspec.json.decode(data)) for tbl, row_id, rev, data in found}

    def _show(
        self, replica: Replica, rows: Iterable[tuple[str, str]], copies: dict[tuple[str, str], Arrived]
    ) -> None:
        """Show the server's copies of rows again, with own changes that still wait over them."""
        pending = self._pending(replica)
        for table, row_id in sorted(rows):
            arrived = copies.get((table, row_id))
            mine = pending.get((table, row_id), [])
            shown = rebase(table, arrived[2] if arrived else None, mine)
            if shown is None:
                replica.drop(table, [row_id])
            else:
                replica.write(table, [(row_id, arrived[1] if arrived else 0, shown)])

    # rows

    def _load(self, place: Place, progress: Progress | None) -> Place:
        """Read page by page up to what stood when the load began."""
        if place.goal == 0:
            with told():
                state = first_value(self.connection, "SELECT desk.state()")
                total = first_value(
                    self.connection, "SELECT count(*) FROM desk.office_row WHERE rev > %s", place.rev
                )
            place = reached(place, state, goal=state["rev"], total=total)
        while True:
            with told():
                rows = self.connection.execute(
                    _PAGE, (place.rev, place.id, place.tbl, place.goal, PAGE)
                ).fetchall()
            if not rows:
                break
            last = rows[-1]
            place = msgspec.structs.replace(
                place, rev=last[2], id=last[1], tbl=last[0], done=place.done + len(rows)
            )
            with self.store.replica(loading=True) as replica:
                self._write(replica, rows, self._pending(replica))
                self._note(place, replica)
            if progress is not None:
                progress(place.done, max(place.total, place.done))
        place = msgspec.structs.replace(
            place, rev=place.goal, id="", tbl="", goal=0, loading=False, unindexed=(INDEXED_KINDS[0], "")
        )
        with self.store.replica() as replica:
            replica.drop_doubted(self._pending(replica).keys())
            self._note(place, replica)
        self.store.announce_all()
        return place

    def _load_again(self, state: dict[str, Any], progress: Progress | None) -> bool:
        read_anew(self.store, state["epoch"])
        self._load(self.place(), progress)
        return True

    def _pending(self, replica: Replica) -> Pending:
        return outbox.pending(replica.connection, outbox.acknowledged(replica.connection))

    def _write(self, replica: Replica, rows: Iterable[Changed], pending: Pending) -> None:
        known, by_table = tables(), defaultdict[str, list[Arrived]](list)
        for table, row_id, rev, data in rows:
            if table not in known:
                continue  # a newer server's; read anew once this program knows it
            values: dict[str, Any] = msgspec.json.decode(data)
            mine = pending.get((table, row_id))
            shown = rebase(table, values, mine) if mine else values
            if shown is None:
                replica.drop(table, [row_id])
            else:
                by_table[table].append((row_id, rev, shown))
        for table, arrived in by_table.items():
            replica.write(table, arrived)

    def _drop(self, replica: Replica, gone: Iterable[Changed], pending: Pending) -> None:
        by_table = defaultdict[str, list[str]](list)
        for table, row_id, *_ in gone:
            if table in tables() and rebase(table, None, pending.get((table, row_id), [])) is None:
                by_table[table].append(row_id)
        for table, ids in by_table.items():
            replica.drop(table, ids)

    def _note(self, place: Place, replica: Replica) -> None:
        write_note(replica.connection, NOTE, msgspec.to_builtins(place))


_NEWS = """
SELECT 'state', '', '', 0::bigint, desk.state()::text
UNION ALL SELECT 'gone', tbl, id, rev, NULL FROM desk.gone WHERE rev > %s
UNION ALL SELECT 'erased', tbl, id, rev, NULL FROM desk.erased WHERE rev > %s
UNION ALL (SELECT 'row', tbl, id, rev, data::text FROM desk.office_row WHERE rev > %s
           ORDER BY rev, id, tbl LIMIT %s)
"""
_PAGE = (
    "SELECT tbl, id, rev, data::text FROM desk.office_row WHERE (rev, id, tbl) > (%s, %s, %s) AND rev <= %s "
    "ORDER BY rev, id, tbl LIMIT %s"
)

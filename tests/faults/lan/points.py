"""Named points of a desk's conversation with its server at which its process can be killed."""

from typing import Any

import psycopg
import sqlalchemy as sa

from desk.store import outbox
from desk.store.replica import Replica
from desk.store.store import Store
from desk.sync import exchange
from desk.sync.exchange import Exchange
from tests.faults.points import Fuse, Point, call, die, on_commit, torn_commit


def _while_the_server_works(fuse: Fuse, _store: Store) -> None:
    """The request is on its way as a whole; nobody waits for what comes of it."""
    real = psycopg.Connection.execute

    def send_only(self: Any, query: Any, params: Any = None, **more: Any) -> Any:
        if "desk.push" in str(query):
            fuse.nth -= 1
            if fuse.nth == 0:
                self.pgconn.send_query_params(b"SELECT desk.push($1)", [params[0].encode()])
                while self.pgconn.flush():
                    pass
                die()
        return real(self, query, params, **more)

    psycopg.Connection.execute = send_only  # type: ignore[method-assign]


def _at_commit(fuse: Fuse, _store: Store, _connection: sa.Connection) -> None:
    fuse.burn()


PUSH = {
    "before the bundles are read": Point(call(outbox, "bundles")),
    "bundles read, not sent": Point(call(outbox, "bundles", after=True)),
    "while the server works": Point(_while_the_server_works, whole=True),
    "answered, nothing kept": Point(call(Exchange, "_settle"), whole=True),
    "the server's copies of refused rows read": Point(call(Exchange, "_copies", after=True), whole=True),
    "a refusal written": Point(call(outbox, "refuse", after=True), whole=True),
    "answers written, not committed": Point(call(outbox, "acknowledge", after=True), whole=True),
    "refused rows rolled back, not committed": Point(call(Exchange, "_show", after=True), whole=True),
    "before the COMMIT of the answers": Point(on_commit(_at_commit), whole=True, nth=(1, 1)),
    "in the middle of the COMMIT of the answers": Point(on_commit(torn_commit), whole=True, nth=(1, 1)),
    "answers kept, nobody told": Point(call(Store, "_tell"), whole=True),
}
"""Of the way up. ``whole``: the server has, or will have, all of it."""

PULL = {
    "before it reads": Point(call(Exchange, "pull"), whole=True),
    "read, nothing written": Point(call(Exchange, "_write"), whole=True),
    "gone rows dropped": Point(call(Replica, "drop", after=True), whole=True, nth=(2, 2)),
    "rows of one table written": Point(call(Replica, "write", after=True), whole=True, nth=(2, 2)),
    "the cursor written, not committed": Point(call(exchange, "write_note", after=True), whole=True),
    "before its COMMIT": Point(on_commit(_at_commit), whole=True, nth=(2, 2)),
    "in the middle of its COMMIT": Point(on_commit(torn_commit), whole=True, nth=(2, 2)),
    "committed, nobody told": Point(call(Store, "_tell"), whole=True, nth=(2, 2)),
}
"""Of the way down."""

LOAD = {
    "at the first page": Point(call(Exchange, "_write"), nth=(1, 1)),
    "a page written, its place not": Point(call(Exchange, "_write", after=True), nth=(2, 2)),
    "the place written, not committed": Point(call(exchange, "write_note", after=True), nth=(2, 2)),
    "in the middle of a page's COMMIT": Point(on_commit(torn_commit), nth=(3, 3)),
    "before what did not come again is dropped": Point(call(Replica, "drop_doubted")),
    "loaded, nobody told": Point(call(Store, "announce_all")),
    "before it is searchable": Point(call(Replica, "index_some")),
    "a part of it searchable, not committed": Point(call(Replica, "index_some", after=True), nth=(2, 2)),
}
"""Of a first load."""

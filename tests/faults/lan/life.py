"""One process's conversation with the server, over a data folder of its own."""

from datetime import UTC, datetime
from pathlib import Path

from desk.store.store import Store
from desk.sync import exchange
from desk.sync.enrolment import of_store
from desk.sync.link import connect
from tests.faults.lan.points import LOAD, PULL, PUSH
from tests.faults.points import ANYWHERE, Fuse

POINTS = PUSH | PULL | LOAD


def live(folder: str, point: str = "", nth: int = 0, page: int = exchange.PAGE) -> None:
    """Open the store, arm the point, say hello, push and pull once.

    ``page``: rows of one page of a first load.
    """
    exchange.PAGE = page
    store = Store.open(Path(folder))
    if point:
        POINTS.get(point, ANYWHERE).arm(Fuse(nth), store)
    kept = of_store(store)
    talk = exchange.Exchange(store, kept, connect(kept.address, kept.login, kept.password))
    talk.hello(datetime.now(UTC))
    talk.push()
    talk.pull()
    while talk.index_some():
        pass
    store.close()

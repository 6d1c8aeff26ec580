"""Other devices of an office, as processes of their own: ``listeners`` hear and read, ``writers`` save now
and then, a ``gate`` gives out a ticket for each line it is sent and says when it began.

``python -m tests.bench.lan_crowd listeners|writers|gate FOLDER...``: folders of enrolled stores.
"""

import asyncio
import selectors
import sys
import threading
import time
from pathlib import Path
from typing import Any

import psycopg

from desk.actions.held import StaffRoles
from desk.actions.tickets import cancel_ticket, issue_ticket
from desk.actions.visits import VisitDraft, register_visit
from desk.actions.workplace import Workplace
from desk.queries.staff import colleagues
from desk.store.actor import Actor
from desk.store.keys import MachineKeys
from desk.store.store import Store
from desk.sync.enrolment import Enrolment, certificate_file, of_store
from desk.sync.exchange import Exchange
from desk.sync.link import connect
from desk.sync.worker import Worker
from tests.office import CHEAP, MORNING, StillClock, standards

EVERY_SECONDS = 3.0
"""How often each writer saves."""

CALM_SECONDS = 0.2
"""What the taking back of a ticket sets off among the devices dies down before the next is given out: the
writers are the office's load, not the measuring."""

CALM = threading.Event()

_NEWER = "SELECT tbl, id, rev, data::text FROM desk.office_row WHERE rev > %s AND face = '' ORDER BY rev, id"


def place(store: Store, login: str) -> Workplace:
    """The workplace of an officer on an enrolled store."""
    with store.read() as session:
        person = next(one for one in colleagues(session, MORNING) if one.login == login)
    network = store.network
    actor = Actor(person.staff_id, network.label if network else "", sorted(person.roles)[0])
    held = StaffRoles(store, person.staff_id)
    return Workplace(store, standards(), actor, held, StillClock())


async def listen(kept: Enrolment) -> None:
    """Hear every hint and read what is new, as a desk does."""
    async with await psycopg.AsyncConnection.connect(_address(kept), autocommit=True) as ear:
        cursor = await (await ear.execute("SELECT max(rev) FROM desk.office_row")).fetchone()
        rev = int(cursor[0]) if cursor else 0
        async with await psycopg.AsyncConnection.connect(_address(kept), autocommit=True) as mouth:
            await ear.execute("LISTEN desk")
            print("ready", flush=True)  # noqa: T201
            async for _ in ear.notifies():
                rows: list[Any] = await (await mouth.execute(_NEWER, (rev,))).fetchall()
                rev = max([rev, *(row[2] for row in rows)])


def _address(kept: Enrolment) -> str:
    where = kept.address
    return (
        f"host={where.host} port={where.port} dbname={where.database} user={kept.login} "
        f"password={kept.password} sslmode=disable"
    )


async def listen_all(folders: list[Path]) -> None:
    """Every listener in one process."""
    kept = []
    for folder in folders:
        store = Store.open(folder, MachineKeys(folder, CHEAP))
        kept.append(of_store(store))
        store.close()
    await asyncio.gather(*(listen(one) for one in kept))


def write_all(folders: list[Path]) -> None:
    """Every writer in one thread, each at its own moment of the three seconds."""
    stores = [Store.open(folder, MachineKeys(folder, CHEAP)) for folder in folders]
    exchanges = []
    for store in stores:
        kept = of_store(store)
        path = certificate_file(store, kept) if kept.certificate else None
        exchange = Exchange(store, kept, connect(kept.address, kept.login, kept.password, path))
        exchange.hello(MORNING)
        exchanges.append(exchange)
    places = [place(store, "bayu") for store in stores]
    print("ready", flush=True)  # noqa: T201
    turn, began = 0, time.monotonic()
    with selectors.DefaultSelector() as quiet:
        while True:
            number = turn % len(stores)
            due = began + turn * EVERY_SECONDS / len(stores)
            quiet.select(max(0.0, due - time.monotonic()))
            register_visit(places[number], VisitDraft(f"Tamu {turn}", purpose="Konsultasi"))
            exchanges[number].push()
            exchanges[number].pull()
            turn += 1


def give_tickets(folder: Path) -> None:
    """One ticket for each line; the one before is taken back, so that the queue stays short."""
    store = Store.open(folder, MachineKeys(folder, CHEAP))
    worker = Worker(store, StillClock())
    worker.start()
    while not worker.flush(1):
        pass
    gate, last = place(store, "bayu"), ""
    print("ready", flush=True)  # noqa: T201
    for _ in sys.stdin:
        if last:
            cancel_ticket(gate, last)
            worker.flush(10)
            CALM.wait(CALM_SECONDS)
        began = time.monotonic_ns()
        issued = issue_ticket(gate, "informasi")
        last = issued.ticket_id
        print(issued.label, began, time.monotonic_ns(), flush=True)  # noqa: T201
    worker.stop()


if __name__ == "__main__":
    _folders = [Path(one) for one in sys.argv[2:]]
    match sys.argv[1]:
        case "listeners":
            asyncio.run(listen_all(_folders))
        case "writers":
            write_all(_folders)
        case "gate":
            give_tickets(_folders[0])

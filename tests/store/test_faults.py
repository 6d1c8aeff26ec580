"""A writer killed with SIGKILL at any point leaves the last whole action, and a chain without a break."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import sqlalchemy as sa

from desk.models import Visit
from desk.store.check import check_store
from desk.store.drafts import Draft, Drafts
from desk.store.errors import StoreFullError
from desk.store.search import find
from desk.store.store import Store
from tests.store.support import ACTOR, NOW, add, visit

pytestmark = pytest.mark.skipif(os.name == "nt", reason="SIGKILL")

POINTS = [
    "begun",
    "flushed",
    "closed",
    "indexed",
    "committed",
    "told",
]

_VICTIM = """
import os, signal, sys
from pathlib import Path
from desk.store import changelog, search_index
from desk.store.store import Store
from desk.store.drafts import Draft, Drafts
from tests.store.support import ACTOR, NOW, visit

point = sys.argv[2]
def die(here):
    if here == point:
        os.kill(os.getpid(), signal.SIGKILL)
def after(module, name, here):
    real = getattr(module, name)
    def wrapped(*args):
        answer = real(*args)
        die(here)
        return answer
    setattr(module, name, wrapped)

store = Store.open(Path(sys.argv[1]))
Drafts(store).save("s", Draft("k", "informasi", "t", "{}", NOW))
after(changelog, "open_bundle", "begun")
after(changelog, "close_bundle", "closed")
after(search_index, "refresh", "indexed")
store.subscribe(lambda _: die("committed"))
with store.write(ACTOR, "intake", NOW) as session:
    session.add_all([visit(name="Korban satu"), visit(name="Korban dua")])
    session.flush()
    die("flushed")
die("told")
"""


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_writer_leaves_all_or_nothing(store: Store, point: str) -> None:
    add(store, visit(name="Selamat"))
    killed = subprocess.run(
        [sys.executable, "-c", _VICTIM, str(store.folder), point], cwd=Path(__file__).parents[2], check=False
    )
    assert killed.returncode == -signal.SIGKILL
    whole = point in ("committed", "told")
    with store.read() as session:
        names = set(session.scalars(sa.select(Visit.name)))
        hits = len(find(session, "korban"))
    assert names == ({"Selamat", "Korban satu", "Korban dua"} if whole else {"Selamat"})
    assert hits == (2 if whole else 0)
    assert store.verify_chain().bundles == (2 if whole else 1)
    assert Drafts(store).load("s", "k") == Draft("k", "informasi", "t", "{}", NOW)
    add(store, visit(name="Sesudah"))
    assert store.verify_chain().ok
    store.close()
    assert check_store(store.folder) == []
    again = Store.open(store.folder)
    with again.write(ACTOR, "after", NOW) as session:
        session.add(visit())
    again.close()


def test_a_full_disk_is_named_and_nothing_half_written(store: Store) -> None:
    add(store, visit(name="Selamat"))
    with store._writer.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreFullError) as caught:
        add(store, *(visit(name="Penuh " * 500) for _ in range(200)))
    assert "penuh" in caught.value.message
    with store.read() as session:
        assert list(session.scalars(sa.select(Visit.name))) == ["Selamat"]
    assert store.verify_chain().ok
    with store._writer.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000000")
    add(store, visit())
    assert store.verify_chain().bundles == 2

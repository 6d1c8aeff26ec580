"""What the store's tests share: a cheap recovery code, an actor, a moment, and ready stores."""

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from desk.models import Case, Visit
from desk.store.actor import Actor
from desk.store.keys import Cost, MachineKeys
from desk.store.store import Store

CHEAP = Cost(passes=1, memory_kib=64)
ACTOR = Actor("01900000-0000-7000-8000-000000000001", "LOKET-1", "front_office")
NOW = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)


def new_store(folder: Path) -> Store:
    """A new store whose recovery code is cheap to check."""
    return Store.create(folder, MachineKeys(folder, CHEAP))


def copy_store(pattern: Path, folder: Path) -> Store:
    """A store of its own, copied from a closed one."""
    shutil.copytree(pattern, folder, dirs_exist_ok=True)
    return Store.open(folder)


def visit(**given: Any) -> Visit:
    """A visit of an invented person."""
    return Visit(
        **{
            "day": NOW.date(),
            "arrived_at": NOW,
            "name": "Sariwangi Melati",
            "phone": "+6281234567890",
            "institution": "Universitas Tanjung Lestari",
            "purpose": "Konsultasi",
            "registered_by": ACTOR.staff_id,
            **given,
        }
    )


def case(**given: Any) -> Case:
    """A case of the information service."""
    return Case(
        **{
            "service": "informasi",
            "standard": "ksb",
            "flow": "form",
            "step": "received",
            "code": "K7QX-9PLM-2W4R",
            "number": "012/PPID/2026",
            "subject": "Rekapitulasi daftar pemilih",
            "received_at": NOW,
            "registered_at": NOW,
            "stepped_at": NOW,
            "registered_by": ACTOR.staff_id,
            **given,
        }
    )


def add(store: Store, *rows: Any, action: str = "register") -> None:
    """Write rows as one action."""
    with store.write(ACTOR, action, NOW) as session:
        session.add_all(rows)

"""A small invented office on a real encrypted store, with a workplace for each role."""

import atexit
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path

from desk.actions.held import StaffRoles
from desk.actions.setup import Founded, Furniture, OfficeDraft, StaffDraft, found_office
from desk.actions.workplace import Workplace
from desk.assets import resource
from desk.standards.loader import Standards, load_standards
from desk.store.actor import Actor
from desk.store.keys import Cost, MachineKeys
from desk.store.store import Store

CHEAP = Cost(passes=1, memory_kib=64)
"""What a guess of the recovery code costs in tests."""

MORNING = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)
"""Friday 13 March 2026, 09.00 WITA."""

OFFICE = OfficeDraft(
    name="KPU Kabupaten Tanjung Lestari",
    short_name="KPU Kab. Tanjung Lestari",
    city="Tanjung Lestari",
    address="Jalan Merdeka Utara Nomor 17, Tanjung Lestari",
    phone="(0372) 555 017",
    email="layanan@tanjunglestari.contoh.id",
    website="tanjunglestari.contoh.id",
    region_code="5299",
)

PEOPLE = (
    StaffDraft("bayu", "Bayu Prakoso", ("pamdal",)),
    StaffDraft("rahma", "Rahma Widyastuti", ("front_office",)),
    StaffDraft("yudi", "Yudi Hartawan", ("front_office",)),
    StaffDraft("wulan", "Wulan Sari", ("register",)),
    StaffDraft("hendra", "Hendra Kusuma", ("sekretaris",)),
    StaffDraft("ratna", "Ratna Maharani", ("ketua",)),
    StaffDraft("dewi", "Dewi Lestari", ("anggota", "ketua_divisi_teknis")),
    StaffDraft("syahrul", "Syahrul Anwar", ("kasubag_hukum",)),
    StaffDraft("mira", "Mira Anggraini", ("kasubag_teknis",)),
    StaffDraft("tono", "Tono Setiawan", ("kasubag_keuangan",)),
    StaffDraft("lina", "Lina Marlina", ("kasubag_data",)),
    StaffDraft("agus", "Agus Salim", ("staf",)),
    StaffDraft("putri", "Putri Handayani", ("ppid",)),
    StaffDraft("laras", "Laras Puspita", ("tim_pengaduan",)),
    StaffDraft("fajar", "Fajar Nugroho", ("tim_penghubung",)),
    StaffDraft("surya", "Surya Wibawa", ("atasan_ppid",)),
    StaffDraft("nurul", "Nurul Hidayah", ("tim_pertimbangan",)),
    StaffDraft("admin", "Indah Permata", ("admin",)),
)


class StillClock:
    """A clock that moves only when told."""

    def __init__(self, at: datetime = MORNING) -> None:
        self.at = at

    def __call__(self) -> datetime:
        return self.at

    def pass_(self, **span: float) -> datetime:
        """Let time pass: ``clock.pass_(minutes=5)``."""
        self.at += timedelta(**span)
        return self.at


PROVINCE = (
    *PEOPLE,
    StaffDraft("yosef", "Yosef Manek", ("kabag_teknis_hukum",)),
    StaffDraft("ana", "Ana Bria", ("kabag_data",)),
    StaffDraft("tina", "Tina Lay", ("operator_ppid",)),
)
"""The same people as an office of a province, with heads of divisions (Kabag)."""


@dataclass
class SmallOffice:
    """The store, the clock and who works there."""

    store: Store
    standards: Standards
    clock: StillClock
    founded: Founded
    people: tuple[StaffDraft, ...] = PEOPLE

    def at(self, login: str, counter: int | None = None) -> Workplace:
        """The workplace of a person, acting in the first role listed for them."""
        staff_id = self.founded.staff[login]
        role = next(one.roles[0] for one in self.people if one.login == login)
        return Workplace(
            store=self.store,
            standards=self.standards,
            actor=Actor(staff_id, f"{login.upper()}-PC", role),
            held=StaffRoles(self.store, staff_id),
            clock=self.clock,
            counter_id=self.founded.counters[counter] if counter else None,
        )


def open_small_office(
    folder: Path,
    at: datetime = MORNING,
    hasher: Callable[[str], str] | None = None,
    standard: str = "ksb",
    people: tuple[StaffDraft, ...] = PEOPLE,
) -> SmallOffice:
    """The invented office in ``folder``, keys at little cost; with ``hasher`` everybody has a password.

    It is founded once per process and moment, then copied.
    """
    pattern, founded = _pattern(at, hasher, standard, people)
    shutil.copytree(pattern, folder, dirs_exist_ok=True)
    store = Store.open(folder, MachineKeys(folder, CHEAP))
    return SmallOffice(store, standards(), StillClock(at), founded, people)


@cache
def standards() -> Standards:
    """The shipped standards, read once."""
    return load_standards(resource("standards"))


@cache
def _pattern(
    at: datetime,
    hasher: Callable[[str], str] | None,
    standard: str,
    people: tuple[StaffDraft, ...],
) -> tuple[Path, Founded]:
    folder = Path(tempfile.mkdtemp(prefix="desk-office-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    store = Store.create(folder, MachineKeys(folder, CHEAP))
    staff = [replace(one, password="-") for one in people] if hasher is not None else people
    furniture = Furniture(counters=2, cards=12)
    founded = found_office(store, standards().get(standard), OFFICE, staff, at, furniture, hasher or str)
    store.close()
    return folder, founded

"""A small invented office on a real encrypted store, with a workplace for each role."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from desk.actions.setup import Founded, Furniture, OfficeDraft, StaffDraft, found_office
from desk.actions.workplace import Workplace
from desk.assets import resource
from desk.queries import staff as people
from desk.standards.loader import Standards, load_standards
from desk.store.actor import Actor
from desk.store.keys import Cost, MachineKeys
from desk.store.store import Store

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
    StaffDraft("fajar", "Fajar Nugroho", ("tim_penghubung",)),
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


@dataclass
class SmallOffice:
    """The store, the clock and who works there."""

    store: Store
    standards: Standards
    clock: StillClock
    founded: Founded

    def at(self, login: str, counter: int | None = None) -> Workplace:
        """The workplace of a person, acting in the first role listed for them."""
        staff_id = self.founded.staff[login]
        role = next(one.roles[0] for one in PEOPLE if one.login == login)
        with self.store.read() as session:
            held = people.roles_held(session, staff_id, self.clock())
        return Workplace(
            store=self.store,
            standards=self.standards,
            actor=Actor(staff_id, f"{login.upper()}-PC", role),
            roles=held,
            clock=self.clock,
            counter_id=self.founded.counters[counter] if counter else None,
        )


def open_small_office(folder: Path, at: datetime = MORNING) -> SmallOffice:
    """Found the invented office in ``folder``; passwords are kept plainly hashed cheap, keys at little
    cost."""
    folder.mkdir(parents=True, exist_ok=True)
    store = Store.create(folder, MachineKeys(folder, Cost(passes=1, memory_kib=64)))
    standards = load_standards(resource("standards"))
    founded = found_office(
        store, standards.get("ksb"), OFFICE, PEOPLE, at, Furniture(counters=2, cards=12), hasher=str
    )
    return SmallOffice(store, standards, StillClock(at), founded)

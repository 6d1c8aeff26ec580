"""An office opened in this process: its store, standards, clock, and what each signed-in officer is given."""

from datetime import datetime
from typing import TYPE_CHECKING

from desk.assets import resource
from desk.bootstrap import adapters
from desk.bootstrap.clock import Clock, GivenClock, OfficeClock
from desk.bootstrap.devices import OfficeDevices
from desk.bootstrap.memory import FileMemory
from desk.bootstrap.network import OfficeNetwork, Standalone
from desk.bootstrap.signing_in import OfficeSignIn
from desk.rules.calendar import WEEKDAYS
from desk.settings import Settings
from desk.standards.loader import Standards, load_standards
from desk.store.server_clock import kept
from desk.ui.runtime import entry, ports

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.store.changelog import Changed
    from desk.store.store import Store

_ZONES = {"Asia/Jakarta": "WIB", "Asia/Pontianak": "WIB", "Asia/Makassar": "WITA", "Asia/Jayapura": "WIT"}


class House:
    """One office in one process. Build it with :meth:`open`; close it at the end.

    ``clock`` stands for the true time, whatever this PC and the server say.
    """

    def __init__(
        self, settings: Settings, store: "Store", standards: Standards, clock: Clock | None = None
    ) -> None:
        self.settings = settings
        self.store = store
        self.standards = standards
        self.clock = OfficeClock(kept=kept(store)) if clock is None else GivenClock(clock)
        self.memory = FileMemory(settings.folder / "window.json")
        self._read_profile()
        store.subscribe(self._changed)
        self.network = OfficeNetwork(store, self.clock, self._profile.local) if store.network else None

    @classmethod
    def open(cls, settings: Settings, clock: Clock | None = None) -> "House":
        """Open the office in ``settings.folder``.

        Raises:
            StoreError: no data there, or it cannot be opened.
            StandardError: a standard, shipped or the office's own, cannot be read.
        """
        from desk.store.store import Store

        standards = load_standards(resource("standards"), settings.folder)
        store = Store.open(settings.folder)
        try:
            return cls(settings, store, standards, clock)
        except BaseException:
            store.close()
            raise

    def close(self) -> None:
        """Close the store."""
        if self.network is not None:
            self.network.stop()
        self.store.close()

    def _read_profile(self) -> None:
        from desk.queries.office import profile

        with self.store.read() as session:
            self._profile = profile(session)

    def _changed(self, changed: "Changed") -> None:
        """The office's own row may have been changed at another desk."""
        if not changed.rows.keys().isdisjoint({"offices", "*"}):
            self._read_profile()

    def local_now(self) -> datetime:
        """Now, on the office's wall clock."""
        return self._profile.local(self.clock())

    def face(self) -> entry.OfficeFace:
        """The office as windows show it."""
        hours = self._profile.hours.to_dict().get(WEEKDAYS[self.local_now().weekday()], "")
        spans = [part.strip().split("-") for part in hours.split(",") if part.strip()]
        zone = self._profile.zone.key
        return entry.OfficeFace(
            name=self._profile.name,
            short_name=self._profile.short_name,
            device=self.settings.device,
            hours=f"{spans[0][0]}–{spans[-1][1]}" if spans else "",
            zone=_ZONES.get(zone, zone),
            demo=self.settings.demo,
        )

    def title_of(self, roles: frozenset[str]) -> str:
        """The offices somebody holds, in the short form of the standard, at most two of them."""
        return self.standards.current(self._profile.standard, self.local_now().date()).held_titles(roles)

    def workplace(self, session: entry.StaffSession, role: str = "") -> "Workplace":
        """Where a signed-in officer acts."""
        from desk.actions.held import FixedRoles, StaffRoles
        from desk.actions.lan import ALONE
        from desk.actions.workplace import Workplace
        from desk.rules.permissions import ROLES
        from desk.store.actor import Actor

        first = role or next((one for one in ROLES if one in session.roles), "")
        return Workplace(
            store=self.store,
            standards=self.standards,
            actor=Actor(session.staff_id, self.settings.device, first),
            held=FixedRoles(session.roles)
            if "kiosk" in session.roles
            else StaffRoles(self.store, session.staff_id),
            clock=self.clock,
            counter_id=session.counter_id or None,
            lan=self.network or ALONE,
        )

    def ports(self, workplace: "Workplace") -> ports.Ports:
        """Everything the windows of one officer need from outside."""
        from desk.store.drafts import Drafts
        from desk.ui.runtime.printing import QtPrinters

        folder = self.settings.folder / "kertas" if self.settings.only_files else None
        return ports.Ports(
            papers=adapters.ShelfPapers(workplace),
            printers=QtPrinters(self.memory, folder, self.settings.only_files),
            drafts=adapters.StoreDrafts(Drafts(self.store), workplace.actor.staff_id, self.clock),
            sign_in=OfficeSignIn(self),
            changes=adapters.StoreChanges(self.store),
            clock=adapters.HouseClock(self),
            search=adapters.OfficeSearch(workplace),
            office=adapters.HouseFace(self),
            network=self.network or Standalone(),
            devices=OfficeDevices(workplace, self.settings.folder, self._profile.local),
            memory=self.memory,
        )

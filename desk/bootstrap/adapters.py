"""Small classes that stand between the screens' ports and the store, one per port."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from desk.rules.permissions import Capability, may
from desk.ui.runtime import entry, ports

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.bootstrap.house import House
    from desk.store.changelog import Changed
    from desk.store.drafts import Drafts
    from desk.store.store import Store


class StoreChanges:
    """Announcements of the store, in the screens' own words."""

    def __init__(self, store: "Store") -> None:
        self._store = store

    def subscribe(self, callback: Callable[[ports.Changed], None]) -> ports.Unsubscribe:
        """Call back after each commit."""
        return self._store.subscribe(lambda changed: callback(_changed(changed)))


class StoreDrafts:
    """Drafts of one officer in the store of this PC."""

    def __init__(self, drafts: "Drafts", staff_id: str, clock: Callable[[], datetime]) -> None:
        self._drafts = drafts
        self._staff = staff_id
        self._clock = clock

    def save(self, key: str, form: str, title: str, body: str) -> None:
        """Keep or replace a draft."""
        from desk.store.drafts import Draft

        self._drafts.save(self._staff, Draft(key, form, title, body, self._clock()))

    def load(self, key: str) -> ports.SavedDraft | None:
        """The draft of that key."""
        found = self._drafts.load(self._staff, key)
        return (
            None
            if found is None
            else ports.SavedDraft(found.key, found.form, found.title, found.body, found.at)
        )

    def discard(self, key: str) -> None:
        """Forget the draft."""
        self._drafts.discard(self._staff, key)

    def list(self, form: str = "") -> Sequence[ports.SavedDraft]:
        """Drafts, newest first."""
        kept = self._drafts.of(self._staff, form)
        return [ports.SavedDraft(one.key, one.form, one.title, one.body, one.at) for one in kept]


class HouseClock:
    """The office's time."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def now(self) -> datetime:
        """Now, on the office's wall clock."""
        return self._house.local_now()


class HouseFace:
    """The office as the window shows it."""

    def __init__(self, house: "House") -> None:
        self._house = house

    def face(self) -> entry.OfficeFace:
        """Names, device, hours."""
        return self._house.face()


class OfficeSearch:
    """The global search: what the signed-in roles may see, newest first."""

    def __init__(self, workplace: "Workplace") -> None:
        self._workplace = workplace

    def find(self, text: str, limit: int = 20) -> Sequence[ports.Hit]:
        """Visitors, cases, letters and today's tickets whose words begin as typed."""
        from desk.queries import finding

        place = self._workplace
        found = place.ask(finding.find, text, finding.kinds_for(place.roles), place.now(), limit)
        return [ports.Hit(hit.kind, hit.id, hit.title, hit.number, hit.detail, hit.case_id) for hit in found]

    def by_code(self, code: str) -> str | None:
        """Case of a receipt's code, for roles that may see cases."""
        from desk.queries import cases

        if not may(self._workplace.roles, Capability.SEE_CASE):
            return None
        return self._workplace.ask(cases.by_code, code)


class ShelfPapers:
    """Papers of the office, in the screens' own words."""

    def __init__(self, workplace: "Workplace") -> None:
        from desk.papers.shelf import PaperShelf

        self._shelf = PaperShelf(workplace.store, workplace.standards, workplace.clock, workplace.actor)

    def kinds(self) -> Sequence[ports.PaperKind]:
        """Kinds a printer can be chosen for."""
        return [ports.PaperKind(one.kind, one.title, one.size) for one in self._shelf.kinds()]

    def paper(self, kind: str, subject_id: str, **options: object) -> ports.Paper:
        """A finished paper."""
        made = self._shelf.paper(kind, subject_id, **options)
        return ports.Paper(made.name, made.title, made.pdf, made.kind, made.size)

    def printed(self, paper: ports.Paper, subject_id: str) -> None:
        """Note that the paper left the printer."""
        self._shelf.printed(paper, subject_id)


def _changed(changed: "Changed") -> ports.Changed:
    return ports.Changed(dict(changed.rows))

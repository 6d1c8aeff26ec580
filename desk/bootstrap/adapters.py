"""Small classes that stand between the screens' ports and the store, one per port."""

import json
import logging
import os
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from desk.rules.errors import DeskError
from desk.rules.permissions import Capability, may
from desk.ui.runtime import ports

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.bootstrap.house import House
    from desk.store.changelog import Changed
    from desk.store.drafts import Drafts
    from desk.store.store import Store

log = logging.getLogger(__name__)

FREE_TRIES = 3
"""Failures in a row before waiting begins."""

DEMO_PASSWORD = "peraga-2026"  # noqa: S105 - shown on the sign-in window of an invented office
_LONGEST_WAIT = timedelta(minutes=5)


class FileMemory:
    """What this PC remembers (window place, text size, printers), in one small JSON file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._kept = self._read()

    def recall(self, name: str) -> str | None:
        """What was remembered under a name."""
        return self._kept.get(name)

    def names(self) -> tuple[str, ...]:
        """Everything that is remembered."""
        return tuple(self._kept)

    def remember(self, name: str, value: str) -> None:
        """Keep a short text under a name; a folder that cannot be written is logged, nothing more."""
        if self._kept.get(name) == value:
            return
        self._kept[name] = value
        fresh = self._path.with_suffix(".new")
        try:
            fresh.write_text(json.dumps(self._kept, ensure_ascii=False, indent=1), encoding="utf-8")
            fresh.replace(self._path)
        except OSError as error:
            log.info("window memory not kept: %s", error)

    def _read(self) -> dict[str, str]:
        try:
            kept = json.loads(self._path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return {str(name): str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}


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

    def face(self) -> ports.OfficeFace:
        """Names, device, hours."""
        return self._house.face()

    def status(self) -> ports.StatusLine:
        """Where everything is saved; on one PC that is here."""
        return ports.StatusLine("Tersimpan di komputer ini")


class OfficeSignIn:
    """Accounts of the office; after three failures in a row each further try waits longer."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._failures: dict[str, tuple[int, datetime]] = {}

    def accounts(self) -> Sequence[ports.Account]:
        """Everybody in the demo office; elsewhere nobody is listed."""
        if not self._house.settings.demo:
            return ()
        from desk.queries import staff

        with self._house.store.read() as session:
            people = staff.colleagues(session, self._house.clock())
        return [
            ports.Account(
                one.login,
                one.name,
                self._house.title_of(one.roles),
                DEMO_PASSWORD,
                "front_office" in one.roles,
            )
            for one in people
        ]

    def counters(self) -> Sequence[ports.CounterChoice]:
        """Counters and who sits there."""
        from desk.queries import staff

        with self._house.store.read() as session:
            rows = staff.counters(session)
        return [ports.CounterChoice(one.counter_id, one.label, one.staff_name) for one in rows]

    def verify(self, login: str, password: str, counter_id: str = "") -> ports.StaffSession:
        """Check a password; slow on purpose."""
        from desk.actions import accounts

        login = login.strip()
        self._refuse_if_waiting(login)
        try:
            person = accounts.sign_in(self._house.store, login, password, self._house.clock())
        except accounts.WrongPasswordError as error:
            self._count_failure(login)
            raise ports.WrongPasswordError(error.message) from error
        except accounts.InactiveError as error:
            raise ports.AccountInactiveError(error.message) from error
        self._failures.pop(login, None)
        labels = {one.counter_id: one.label for one in self.counters()}
        return ports.StaffSession(
            staff_id=person.staff_id,
            name=person.name,
            title=self._house.title_of(person.roles),
            roles=person.roles,
            demo=self._house.settings.demo,
            counter=labels.get(counter_id, ""),
            counter_id=counter_id if counter_id in labels else "",
        )

    def change_password(self, session: ports.StaffSession, old: str, new: str) -> None:
        """Give the officer another password."""
        from desk.actions import accounts

        try:
            accounts.change_password(self._house.workplace(session), old, new)
        except accounts.WrongPasswordError as error:
            raise ports.WrongPasswordError(error.message) from error
        except accounts.WeakPasswordError as error:
            raise ports.PasswordTooWeakError(error.message) from error

    def _refuse_if_waiting(self, login: str) -> None:
        count, since = self._failures.get(login, (0, self._house.clock()))
        if count < FREE_TRIES:
            return
        wait = min(timedelta(seconds=2 ** (count - FREE_TRIES + 1)), _LONGEST_WAIT)
        left = since + wait - self._house.clock()
        if left > timedelta():
            raise ports.TooManyTriesError("", left)

    def _count_failure(self, login: str) -> None:
        count, _ = self._failures.get(login, (0, None))
        self._failures[login] = (count + 1, self._house.clock())


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


def log_to_file(folder: Path) -> None:
    """Write the program's log beside the data: the last two megabytes."""
    from logging.handlers import RotatingFileHandler

    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(
            folder / "desk.log", maxBytes=1_000_000, backupCount=1, encoding="utf-8"
        )
    except OSError as error:
        raise LogFolderError(
            f"Folder data {folder} tidak dapat ditulis: {os.strerror(error.errno or 0)}."
        ) from error
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)


class LogFolderError(DeskError):
    """The data folder cannot be written."""

    code = "data_folder"

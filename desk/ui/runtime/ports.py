"""What the screens need from outside Desk's windows, as Protocols that bootstrap fills."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from desk.ui.runtime.devices import Devices
from desk.ui.runtime.entry import Memory, OfficeFace, SignIn
from desk.ui.runtime.network import Network

# --- papers and printers ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paper:
    """One finished paper: PDF bytes, with the file name offered and the title shown."""

    name: str
    title: str
    pdf: bytes
    kind: str
    size: str = "A4"


@dataclass(frozen=True, slots=True)
class PaperKind:
    """A kind of paper a printer can be chosen for; ``size`` is A4, F4, A5, roll80 or roll58."""

    kind: str
    title: str
    size: str = "A4"


class Papers(Protocol):
    """Makes papers from what is kept; a reprint of a given-out paper carries SALINAN by itself."""

    def kinds(self) -> Sequence[PaperKind]:
        """Every kind of paper this office prints."""
        ...

    def paper(self, kind: str, subject_id: str, **options: object) -> Paper:
        """The paper of ``kind`` about one case, letter, ticket ... Raises DeskError when it cannot."""
        ...

    def printed(self, paper: Paper, subject_id: str) -> None:
        """Note that the paper went to a printer (the next one is marked SALINAN)."""
        ...


@dataclass(frozen=True, slots=True)
class PrinterInfo:
    """A printer of the system as it stands now."""

    name: str
    online: bool = True
    default: bool = False
    state: str = ""


@dataclass(frozen=True, slots=True)
class PrinterChoice:
    """Which printer a kind of paper goes to; silent prints without asking."""

    printer: str = ""
    silent: bool = False
    copies: int = 1


@dataclass(frozen=True, slots=True)
class PrintResult:
    """Where a paper went and how much of it."""

    printer: str
    pages: int
    copies: int


class PrintError(Exception):
    """The paper did not reach a printer; ``printer`` names the one meant."""

    def __init__(self, message: str = "", printer: str = "") -> None:
        super().__init__(message or printer)
        self.printer = printer


class NoPrinterError(PrintError):
    """No printer is set for this kind of paper and the system has no default."""


class PrinterOfflineError(PrintError):
    """The printer is known, but off, out of paper or not reachable."""


class PrintBrokenError(PrintError):
    """The PDF could not be read or the system refused the job."""


class Printers(Protocol):
    """Printers of this PC and the memory which kind of paper goes where."""

    def available(self) -> Sequence[PrinterInfo]:
        """Printers of the system, default first."""
        ...

    def choice(self, kind: str) -> PrinterChoice:
        """What is remembered for a kind of paper (an empty printer name = system default)."""
        ...

    def choose(self, kind: str, choice: PrinterChoice) -> None:
        """Remember a choice for a kind of paper."""
        ...

    def print_pdf(self, pdf: bytes, kind: str, copies: int = 0, printer: str = "") -> PrintResult:
        """Print on the chosen printer (0 copies = as remembered). Raises PrintError at once."""
        ...


# --- drafts, search, changes, clock ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class SavedDraft:
    """Unfinished work: ``body`` is the draft as JSON text, ``form`` the slug of its form."""

    key: str
    form: str
    title: str
    body: str
    saved_at: datetime


class Drafts(Protocol):
    """Unfinished work of the signed-in officer on this PC; survives a crash."""

    def save(self, key: str, form: str, title: str, body: str) -> None:
        """Keep (or replace) the draft of that key, now."""
        ...

    def load(self, key: str) -> SavedDraft | None:
        """The draft of that key."""
        ...

    def discard(self, key: str) -> None:
        """Forget the draft; an unknown key is fine."""
        ...

    def list(self, form: str = "") -> Sequence[SavedDraft]:
        """Drafts newest first, of one form or of all."""
        ...


@dataclass(frozen=True, slots=True)
class Hit:
    """One result of the global search. ``kind`` is visit, case, letter or ticket."""

    kind: str
    id: str
    title: str
    number: str = ""
    detail: str = ""
    case_id: str = ""


class Search(Protocol):
    """Finds visitors, cases, letters and tickets the signed-in roles may see."""

    def find(self, text: str, limit: int = 20) -> Sequence[Hit]:
        """Best hits for a name, number, ticket or phone."""
        ...

    def by_code(self, code: str) -> str | None:
        """Case id of a receipt's code (typed or scanned), None when it is no code of ours."""
        ...


@dataclass(frozen=True, slots=True)
class Changed:
    """What changed: ids by table name. An empty id set means "the table, rows unknown"."""

    rows: Mapping[str, frozenset[str]] = field(default_factory=dict)

    @property
    def tables(self) -> frozenset[str]:
        """Names of the tables touched."""
        return frozenset(self.rows)

    def touches(self, tables: frozenset[str]) -> bool:
        """Whether any of these tables changed; ``"*"`` on either side means all."""
        return bool(self.rows) and ("*" in tables or "*" in self.rows or not tables.isdisjoint(self.rows))

    def ids(self, table: str) -> frozenset[str]:
        """Ids changed in one table (empty: unknown or none)."""
        return self.rows.get(table, frozenset())

    def merged(self, other: "Changed") -> "Changed":
        """Both together; unknown rows stay unknown."""
        rows = dict(self.rows)
        for table, ids in other.rows.items():
            known = rows.get(table)
            rows[table] = ids if known is None else (known | ids if known and ids else frozenset())
        return Changed(rows)


EVERYTHING = Changed({"*": frozenset()})

Unsubscribe = Callable[[], None]


class Changes(Protocol):
    """The store's announcements after each commit; callbacks come from any thread."""

    def subscribe(self, callback: Callable[[Changed], None]) -> Unsubscribe:
        """Call back after each commit that changed something; returns how to stop."""
        ...


class Clock(Protocol):
    """The time."""

    def now(self) -> datetime:
        """Now, with the office's zone."""
        ...


# --- the office around the window ------------------------------------------------------------------


class Office(Protocol):
    """Profile of the office."""

    def face(self) -> OfficeFace:
        """Names, device and hours as they stand now."""
        ...


@dataclass(frozen=True, slots=True)
class Ports:
    """Everything bootstrap hands to the windows."""

    papers: Papers
    printers: Printers
    drafts: Drafts
    sign_in: SignIn
    changes: Changes
    clock: Clock
    search: Search
    office: Office
    network: Network
    devices: Devices
    memory: Memory

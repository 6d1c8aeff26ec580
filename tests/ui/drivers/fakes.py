"""Small honest stand-ins for the ports: everything in memory, nothing pretended that was not asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter, QPdfWriter

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.devices import (
    DeviceKind,
    DeviceRow,
    OneTimeCode,
    OwnServer,
    ServerKey,
    ServerStanding,
)
from desk.ui.runtime.entry import (
    Account,
    CounterChoice,
    OfficeFace,
    StaffSession,
    TooManyTriesError,
    WrongPasswordError,
)
from desk.ui.runtime.hub import ChangeHub
from desk.ui.runtime.network import NetworkState
from desk.ui.runtime.ports import (
    Changed,
    Hit,
    Paper,
    PaperKind,
    Ports,
    PrinterChoice,
    PrinterInfo,
    PrinterOfflineError,
    PrintResult,
    SavedDraft,
    Unsubscribe,
)
from desk.ui.runtime.tasks import TaskRunner

WITA = ZoneInfo("Asia/Makassar")
MORNING = datetime(2026, 11, 20, 9, 31, tzinfo=WITA)
RAHMA = StaffSession(
    "s1", "Rahma Yulianti", "Petugas Layanan", frozenset({"front_office"}), True, "Loket 2", "c2"
)
OFFICE = OfficeFace(
    "KPU Kabupaten Tanjung Lestari", "KPU Kab. Tanjung Lestari", "FO-2", "08.00–16.00", "WITA", True
)


def small_pdf(pages: int = 1, width_mm: float = 210, height_mm: float = 297) -> bytes:
    """A PDF with a number on each page, drawn by Qt."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(72)
    exact = QPageSize.SizeMatchPolicy.ExactMatch
    size = QPageSize(QSizeF(width_mm, height_mm), QPageSize.Unit.Millimeter, "", exact)
    writer.setPageLayout(QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF()))
    painter = QPainter(writer)
    for number in range(pages):
        if number:
            writer.newPage()
        painter.drawText(40, 80, f"Halaman {number + 1}")
    painter.end()
    buffer.close()
    return bytes(content.data())


@dataclass
class FakePapers:
    """Makes the same small PDF for every kind; remembers what was asked (with which options) and printed."""

    asked: list[tuple[str, str]] = field(default_factory=list)
    options: list[dict[str, object]] = field(default_factory=list)
    given: list[tuple[str, str]] = field(default_factory=list)
    pages: int = 1

    def kinds(self) -> Sequence[PaperKind]:
        return (PaperKind("tanda_terima", "Tanda terima"), PaperKind("ticket", "Nomor antrean", "roll80"))

    def paper(self, kind: str, subject_id: str, **options: object) -> Paper:
        self.asked.append((kind, subject_id))
        self.options.append(options)
        title = {each.kind: each.title for each in self.kinds()}.get(kind, kind)
        return Paper(f"{kind}.pdf", title, small_pdf(self.pages), kind)

    def printed(self, paper: Paper, subject_id: str) -> None:
        self.given.append((paper.kind, subject_id))


@dataclass
class FakePrinters:
    """Two printers; ``offline`` names those that are off."""

    choices: dict[str, PrinterChoice] = field(default_factory=dict)
    offline: set[str] = field(default_factory=set)
    jobs: list[tuple[str, str, int]] = field(default_factory=list)

    def available(self) -> Sequence[PrinterInfo]:
        names = ("Laser Ruang Layanan", "Struk Loket")
        return tuple(PrinterInfo(name, name not in self.offline, name == names[0]) for name in names)

    def choice(self, kind: str) -> PrinterChoice:
        return self.choices.get(kind, PrinterChoice())

    def choose(self, kind: str, choice: PrinterChoice) -> None:
        self.choices[kind] = choice

    def print_pdf(self, pdf: bytes, kind: str, copies: int = 0, printer: str = "") -> PrintResult:
        if not pdf.startswith(b"%PDF"):
            raise ValueError("no PDF")
        name = printer or self.choice(kind).printer or "Laser Ruang Layanan"
        if name in self.offline:
            raise PrinterOfflineError("off", name)
        copies = copies or self.choice(kind).copies
        self.jobs.append((name, kind, copies))
        return PrintResult(name, 1, copies)


@dataclass
class FakeDrafts:
    """Drafts in a dictionary; ``broken`` makes saving fail like a full disk."""

    kept: dict[str, SavedDraft] = field(default_factory=dict)
    broken: bool = False
    writes: int = 0

    def save(self, key: str, form: str, title: str, body: str) -> None:
        if self.broken:
            raise OSError("disk full")
        self.writes += 1
        self.kept[key] = SavedDraft(key, form, title, body, MORNING)

    def load(self, key: str) -> SavedDraft | None:
        return self.kept.get(key)

    def discard(self, key: str) -> None:
        self.kept.pop(key, None)

    def list(self, form: str = "") -> Sequence[SavedDraft]:
        return tuple(draft for draft in self.kept.values() if form in ("", draft.form))


@dataclass
class FakeSignIn:
    """Two demo accounts; the third failure in a row must wait."""

    failures: int = 0
    passwords: dict[str, str] = field(default_factory=lambda: {"rahma": "lestari-1", "syahrul": "lestari-2"})
    seen: list[tuple[str, str]] = field(default_factory=list)

    def accounts(self) -> Sequence[Account]:
        return (
            Account("rahma", "Rahma Yulianti", "Petugas Layanan", "lestari-1", True),
            Account("syahrul", "Syahrul Anam", "Kasubag Hukum dan SDM", "lestari-2"),
        )

    def counters(self) -> Sequence[CounterChoice]:
        return (CounterChoice("c1", "Loket 1", "Dewi"), CounterChoice("c2", "Loket 2"))

    def verify(self, login: str, password: str, counter_id: str = "") -> StaffSession:
        self.seen.append((login, counter_id))
        if self.passwords.get(login) != password:
            self.failures += 1
            if self.failures >= 3:
                raise TooManyTriesError(wait=timedelta(seconds=30))
            raise WrongPasswordError
        self.failures = 0
        return RAHMA

    def change_password(self, _session: StaffSession, old: str, new: str) -> None:
        if self.passwords["rahma"] != old:
            raise WrongPasswordError
        self.passwords["rahma"] = new


@dataclass
class FakeChanges:
    """Announces what a test says."""

    callbacks: list[Callable[[Changed], None]] = field(default_factory=list)

    def subscribe(self, callback: Callable[[Changed], None]) -> Unsubscribe:
        self.callbacks.append(callback)
        return lambda: self.callbacks.remove(callback)

    def announce(self, **rows: Sequence[str]) -> None:
        for callback in tuple(self.callbacks):
            callback(Changed({table: frozenset(ids) for table, ids in rows.items()}))


@dataclass
class FakeClock:
    """Stands still."""

    at: datetime = MORNING

    def now(self) -> datetime:
        return self.at


@dataclass
class FakeSearch:
    """Finds by part of title or number; one code leads to one case."""

    hits: list[Hit] = field(default_factory=list)
    codes: dict[str, str] = field(default_factory=dict)

    def find(self, text: str, limit: int = 20) -> Sequence[Hit]:
        low = text.lower()
        return [hit for hit in self.hits if low in f"{hit.title} {hit.number}".lower()][:limit]

    def by_code(self, code: str) -> str | None:
        return self.codes.get(code)


@dataclass
class FakeOffice:
    """The demo office."""

    profile: OfficeFace = OFFICE

    def face(self) -> OfficeFace:
        return self.profile


@dataclass
class FakeNetwork:
    """Stands as a test says; None: the PC stands alone."""

    standing: NetworkState | None = None
    asked: int = 0

    def state(self) -> NetworkState | None:
        return self.standing

    def sync_now(self) -> None:
        self.asked += 1


SERVER_PASSWORD = "kunci-server-17"


@dataclass
class FakeDevices:
    """An office's server in memory, that lets in with one password; ``own`` None: the PC stands alone.
    ``trouble`` is raised instead of an answer, ``uses`` remembers what was asked for."""

    own: OwnServer | None = None
    rows: list[DeviceRow] = field(default_factory=list)
    trouble: Exception | None = None
    uses: list[tuple[str, ...]] = field(default_factory=list)

    def server(self) -> OwnServer | None:
        return self.own

    def kinds(self) -> Sequence[DeviceKind]:
        return [DeviceKind("front_office", ("visits", "cases")), DeviceKind("kiosk", ("board",))]

    def read(self, key: ServerKey) -> ServerStanding:
        self._let_in(key, "read")
        return self._standing()

    def enrol(self, key: ServerKey, label: str, kind: str) -> tuple[OneTimeCode, ServerStanding]:
        from desk.sync.admin import LabelTakenError

        self._let_in(key, "enrol", label, kind)
        if label in [one.label for one in self.rows]:
            raise LabelTakenError(label)
        scopes = next(one.scopes for one in self.kinds() if one.kind == kind)
        self.rows.append(DeviceRow(label, kind, scopes, "waiting"))
        code = "-".join(f"{group:05}" for group in range(18))
        return OneTimeCode(label, kind, MORNING + timedelta(days=1), code), self._standing()

    def revoke(self, key: ServerKey, label: str) -> ServerStanding:
        from desk.sync.admin import UnknownDeviceError

        self._let_in(key, "revoke", label)
        place = next((at for at, one in enumerate(self.rows) if one.label == label), None)
        if place is None:
            raise UnknownDeviceError(label)
        self.rows[place] = replace(self.rows[place], label=f"{label} ({place})", state="revoked")
        return self._standing()

    def _let_in(self, key: ServerKey, *use: str) -> None:
        from desk.sync.errors import LoginRefusedError

        self.uses.append(use)
        if self.trouble is not None:
            raise self.trouble
        if (key.login, key.password) != ("desk_admin", SERVER_PASSWORD):
            raise LoginRefusedError

    def _standing(self) -> ServerStanding:
        return ServerStanding(tuple(self.rows), 2, 1, MORNING - timedelta(hours=12), MORNING)


@dataclass
class FakeMemory:
    """Remembers in a dictionary."""

    kept: dict[str, str] = field(default_factory=dict)

    def recall(self, name: str) -> str | None:
        return self.kept.get(name)

    def remember(self, name: str, value: str) -> None:
        self.kept[name] = value


def fake_ports(**given: Any) -> Ports:
    """Ports made of the fakes above; any can be given."""
    made: dict[str, Any] = {
        "papers": FakePapers(),
        "printers": FakePrinters(),
        "drafts": FakeDrafts(),
        "sign_in": FakeSignIn(),
        "changes": FakeChanges(),
        "clock": FakeClock(),
        "search": FakeSearch(),
        "office": FakeOffice(),
        "network": FakeNetwork(),
        "devices": FakeDevices(),
        "memory": FakeMemory(),
    }
    return Ports(**(made | given))


def fake_context(
    ports: Ports | None = None, session: StaffSession = RAHMA, workplace: object = None
) -> ScreenContext:
    """A screen's context over the fakes, without a window. Close it with ``close_context``."""
    ports = ports or fake_ports()
    return ScreenContext(workplace, session, ports, ChangeHub(ports.changes), TaskRunner())


def close_context(ctx: ScreenContext) -> None:
    """Stop the hub and the threads of a context."""
    ctx.hub.close()
    ctx.tasks.shutdown()

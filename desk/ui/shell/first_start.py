"""The first start on a new PC: found the office, keep the recovery sheet, or join one; then sign in."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desk.ui.fields import Choice, ChoiceField, NumberField, TextField
from desk.ui.runtime.tasks import TaskRunner
from desk.ui.shell.join_page import AskFile, Join, JoinPage, ask_code_file
from desk.ui.shell.sheet_page import (
    AskPath,
    FoundedOffice,
    SheetPage,
    ask_sheet_path,
    refusal_line,
    say_refusal,
    titled_page,
)
from desk.ui.theme.style import scaled
from desk.ui.widgets import ButtonBar, FormGrid, PrimaryButton, SecondaryButton

SIZE = QSize(1040, 700)

WANTED = (
    ("admin", "Administrator"),
    ("pamdal", "Petugas pengamanan dalam (PAMDAL)"),
    ("front_office", "Petugas layanan"),
    ("register", "Petugas register"),
    ("sekretaris", "Sekretaris"),
    ("ketua", "Ketua"),
    ("ppid", "PPID"),
    ("tim_penghubung", "Tim Penghubung"),
    ("kasubag_hukum", "Kasubag Hukum & SDM"),
    ("kasubag_teknis", "Kasubag Teknis & Hupmas"),
    ("kasubag_keuangan", "Kasubag Keuangan, Umum & Logistik"),
    ("kasubag_data", "Kasubag Perencanaan, Data & Informasi"),
)
"""Roles asked for at the first start; a role left empty is skipped in flows until somebody holds it."""


BOOKS = (
    ("informasi", "Register permohonan informasi"),
    ("data_informasi", "Register data dan informasi"),
    ("konsultasi", "Register konsultasi"),
    ("sop_kupang", "Register pelayanan publik"),
    ("surat_keluar", "Agenda surat keluar"),
    ("ekspedisi", "Buku ekspedisi"),
    ("biaya", "Tanda terima biaya"),
)
"""Registers that an office has begun on paper, asked for where its standard has them (R2)."""


@dataclass(frozen=True, slots=True)
class StandardOffer:
    """A standard to pick: its id, its name, and the registers that its services and papers are kept in."""

    id: str
    name: str
    books: frozenset[str]


@dataclass(frozen=True, slots=True)
class FirstOffice:
    """What was filled in; ``people`` maps a role to the name of who holds it, ``last_numbers`` a register to
    the last number given on paper this year."""

    name: str
    short_name: str
    city: str
    address: str
    phone: str
    email: str
    region_code: str
    office_code: str
    standard: str
    people: dict[str, str] = field(default_factory=dict)
    last_numbers: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Beginning:
    """What the window does: ``found`` makes an office that waits, ``resume`` gives the one that waits already
    (or None), ``keep`` puts it in its place once the sheet was saved; ``join`` makes the PC a device of an
    office that is there, ``joining`` says whether that was cut off. Each is slow, off the UI thread."""

    found: Callable[[FirstOffice], FoundedOffice]
    resume: Callable[[], FoundedOffice | None]
    keep: Callable[[FoundedOffice], None]
    join: Join
    joining: Callable[[], bool]


class FirstStart(QWidget):
    """Two pages: the office's profile and people, then what must be kept safe; or one: the code by which the
    PC joins an office that is there.

    Signals:
        finished(): the office is founded and its sheet was saved, or joined and loaded; sign-in may begin.
        closed(): the window was closed before that.
    """

    finished = Signal()
    closed = Signal()

    def __init__(
        self,
        begin: Beginning,
        tasks: TaskRunner,
        standards: Sequence[StandardOffer],
        ask: AskPath = ask_sheet_path,
        ask_file: AskFile = ask_code_file,
    ) -> None:
        super().__init__()
        self.setObjectName("paper")
        self.setWindowTitle("Desk · Mulai")
        self.resize(
            QSize(scaled(SIZE.width()), scaled(SIZE.height())).boundedTo(self.screen().availableSize())
        )
        self._begin, self._tasks, self._ask = begin, tasks, ask
        self.sheet: SheetPage | None = None
        self.pages = QStackedWidget()
        self.pages.addWidget(self._profile(standards))
        self.joining = JoinPage(begin.join, tasks, ask_file)
        self.joining.joined.connect(self.finished)
        self.joining.left.connect(self.found_instead)
        self.pages.addWidget(self.joining)
        column = QVBoxLayout(self)
        column.setContentsMargins(scaled(32), scaled(24), scaled(32), scaled(24))
        column.addWidget(self.pages)
        self._busy(True)
        QTimer.singleShot(0, self, self._look_for_waiting)

    def _look_for_waiting(self) -> None:
        self._tasks.run(
            lambda _task: None if self._begin.joining() else (self._begin.resume(),),
            self._resumed,
            self._refused,
        )

    def _resumed(self, found: tuple[FoundedOffice | None] | None) -> None:
        self._busy(False)
        if found is None:
            self.join_instead()
            self.joining.go_on()
            return
        office = found[0]
        if office is not None:
            self._founded(office)
        else:
            self.name.setFocus()

    # page one: the office

    def _profile(self, standards: Sequence[StandardOffer]) -> QWidget:
        self._standards = {one.id: one for one in standards}
        self._form = form = FormGrid()
        self.name = TextField("Nama kantor", required=True, hint="Contoh: KPU Kabupaten Tanjung Lestari")
        self.short_name = TextField("Nama singkat", hint="Untuk layar; kosong: sama dengan nama kantor")
        self.city = TextField("Kota pada surat", required=True)
        self.region = TextField("Kode wilayah", hint="Empat angka kode Kemendagri, untuk nomor surat")
        self.code = TextField("Kode kantor", hint="Untuk nomor register, contoh KPU-TL")
        self.address = TextField("Alamat", required=True)
        self.phone = TextField("Telepon")
        self.email = TextField("Surel")
        offered = [Choice(one.id, one.name) for one in standards]
        self.standard = ChoiceField("Standar pelayanan", offered, required=True)
        if len(standards) == 1:
            self.standard.set_value(standards[0].id)
        self.standard.changed.connect(self._books_follow)
        for part in (self.name, self.short_name, self.city, self.address, self.region, self.code, self.phone):
            form.add(part)
        form.add(self.email)
        form.add(self.standard, span=2)
        self._books = form.section("Nomor terakhir di buku kertas tahun ini · Desk melanjutkannya")
        self.last = {register: NumberField(title) for register, title in BOOKS}
        for book in self.last.values():
            form.add(book)
        self._books_follow()
        form.section("Orang di kantor · yang kosong dapat diisi kemudian")
        self.people = {role: TextField(title, required=role == "admin") for role, title in WANTED}
        for part in self.people.values():
            form.add(part)
        self.refusal = refusal_line()
        self.make = PrimaryButton("Buat kantor", "Ctrl+Return")
        self.make.clicked.connect(self.submit)
        self.join = SecondaryButton("Bergabung dengan kantor yang sudah ada", "Ctrl+J")
        self.join.clicked.connect(self.join_instead)
        buttons = ButtonBar((self.make,), (self.join,))
        return titled_page("Mulai memakai Desk", form, self.refusal, buttons)

    def _books_follow(self) -> None:
        """Only the books of the standard picked are asked for."""
        picked = self._standards.get(self.standard.value() or "")
        self._books.setHidden(picked is None)
        for register, part in self.last.items():
            part.setHidden(picked is None or register not in picked.books)
        self._form.refresh()

    def join_instead(self) -> None:
        """This PC belongs to an office that is there already: no office of its own is founded."""
        self.pages.setCurrentWidget(self.joining)
        self.joining.focus_first()

    def found_instead(self) -> None:
        """Back to the form of a new office; what was typed is still there."""
        self.pages.setCurrentIndex(0)
        self.name.setFocus()

    def draft(self) -> FirstOffice:
        """What is filled in now."""
        return FirstOffice(
            name=self.name.value().strip(),
            short_name=self.short_name.value().strip(),
            city=self.city.value().strip(),
            address=self.address.value().strip(),
            phone=self.phone.value().strip(),
            email=self.email.value().strip(),
            region_code=self.region.value().strip(),
            office_code=self.code.value().strip(),
            standard=self.standard.value() or "",
            last_numbers={key: part.value() or 0 for key, part in self.last.items() if not part.isHidden()},
            people={role: part.value().strip() for role, part in self.people.items() if part.value().strip()},
        )

    def submit(self) -> None:
        """Found the office in the background; problems stand beside their fields."""
        wanted: tuple[tuple[TextField | ChoiceField, str], ...] = (
            (self.name, "Isi nama kantor."),
            (self.city, "Isi kota."),
            (self.address, "Isi alamat."),
            (self.standard, "Pilih standar pelayanan kantor."),
            (self.people["admin"], "Isi nama administrator."),
        )
        empty = [(part, sentence) for part, sentence in wanted if not (part.value() or "").strip()]
        for part, sentence in empty:
            part.mark(sentence)
        if empty:
            empty[0][0].setFocus()
            return
        draft = self.draft()
        self._busy(True)
        self._tasks.run(lambda _task: self._begin.found(draft), self._founded, self._refused)

    def _busy(self, busy: bool) -> None:
        self.make.setEnabled(not busy)
        self.make.setText("Tunggu sebentar…" if busy else "Buat kantor")
        self.join.setEnabled(not busy)

    def _refused(self, error: BaseException) -> None:
        self._busy(False)
        say_refusal(self.refusal, error, "Kantor belum dapat dibuat.")

    # page two: what must be kept

    def _founded(self, office: FoundedOffice) -> None:
        self.sheet = SheetPage(office, self._begin.keep, self._tasks, self._ask)
        self.sheet.kept.connect(self.finished)
        self.pages.addWidget(self.sheet)
        self.pages.setCurrentWidget(self.sheet)
        self.sheet.save.setFocus()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window's end before sign-in is the program's."""
        self.closed.emit()
        super().closeEvent(event)

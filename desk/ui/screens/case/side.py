"""The column beside a case: the last disposition, who asks, the files."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.queries.casefile import CaseFile
from desk.queries.cases import ApplicantRow
from desk.queries.history import DispositionRow
from desk.rules.masking import group_phone, mask_identity, mask_nik
from desk.standards.model import Standard
from desk.ui.screens.case.pieces import clear
from desk.ui.screens.case.words import role_words
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, breakable, rule
from desk.ui.widgets import Card, LinkButton, ScrollPage, SectionTitle
from desk.ui.words import short_day


def identity_words(who: ApplicantRow, *, whole: bool) -> str:
    """The identity number: whole for roles that may see it, else masked (facts.md, "Identity")."""
    if not who.nik:
        return ""
    if whole:
        return who.nik
    return mask_nik(who.nik) if who.identity_kind == "ktp" else mask_identity(who.nik)


def applicant_lines(file: CaseFile, *, whole: bool) -> tuple[str, ...]:
    """The quiet lines under the applicant's name."""
    who = file.page.applicant
    numbers = " · ".join(part for part in (identity_words(who, whole=whole), group_phone(who.phone)) if part)
    source = str(file.page.detail.get("source") or "")
    lines = (
        who.name if who.body_name and who.name != who.body_name else "",
        numbers,
        who.email,
        f"Kuasa: {who.proxy_name}" if who.proxy_name else "",
        f"Sumber data: {source}" if source else "",
    )
    return tuple(line for line in lines if line)


def disposition_words(row: DispositionRow) -> str:
    """What a disposition says: phrases, instruction, else the usul saran."""
    said = ". ".join(
        part.rstrip(".") for part in (", ".join(row.phrases), row.instruction, row.advice) if part
    )
    return f"“{said}.”" if said else ""


def addressed(row: DispositionRow, standard: Standard) -> str:
    """``kepada Kasubag Hukum & SDM · paling lambat 2 Des``."""
    to = ", ".join(role_words(standard, role) for role in row.to_roles)
    until = f"paling lambat {short_day(row.deadline)}" if row.deadline else ""
    return " · ".join(part for part in (f"kepada {to}" if to else "", until) if part)


def holder_words(file: CaseFile, standard: Standard) -> str:
    """Who has the case now: the role, and the member of staff it was given to."""
    row = file.page.row
    person = next((one.name for one in file.people if one.staff_id == row.assignee_id), "")
    return " · ".join(part for part in (role_words(standard, row.holder), person) if part)


class CaseSide(Card):
    """The card at the right.

    Signals:
        file_opened: a file's name was pressed (its id).
    """

    file_opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._page = ScrollPage()
        self._column = QVBoxLayout(self._page.inner)
        self._column.setContentsMargins(0, 0, scaled(4), 0)
        self._column.setSpacing(scaled(6))
        self.add(self._page, 1)

    def show_case(self, file: CaseFile, standard: Standard, *, whole: bool) -> None:
        """Show another case, or the same anew; ``whole``: the identity number is not masked."""
        clear(self._column)
        if file.dispositions:
            self._disposition(file.dispositions[-1], standard)
        if not file.page.row.closed:
            self._holder(file, standard)
        self._section("Pemohon")
        self._column.addWidget(Text(file.page.row.applicant))
        for line in applicant_lines(file, whole=whole):
            self._column.addWidget(Text(breakable(line), "small"))
        self._gap()
        self._section("Berkas")
        if not file.files:
            self._column.addWidget(Text("Belum ada berkas yang disimpan.", "small"))
        for row in file.files:
            link = LinkButton(_short(row.name))
            link.setToolTip(row.name)
            link.clicked.connect(lambda _on=False, file_id=row.id: self.file_opened.emit(file_id))
            self._column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def _holder(self, file: CaseFile, standard: Standard) -> None:
        words = holder_words(file, standard)
        if words:
            self._section("Sekarang pada")
            self._column.addWidget(Text(words))
            self._gap()

    def _disposition(self, row: DispositionRow, standard: Standard) -> None:
        acting = "Plh. " if row.acting else ""
        self._section(f"Disposisi {acting}{role_words(standard, row.from_role)}")
        self._column.addWidget(Text(disposition_words(row)))
        self._column.addWidget(Text(addressed(row, standard), "small"))
        self._gap()

    def _section(self, title: str) -> None:
        self._column.addWidget(SectionTitle(title))

    def _gap(self) -> None:
        self._column.addSpacing(scaled(6))
        self._column.addWidget(rule())
        self._column.addSpacing(scaled(6))


def _short(name: str, most: int = 30) -> str:
    """A long file name with its beginning and end."""
    return name if len(name) <= most else f"{name[: most - 12]}…{name[-11:]}"

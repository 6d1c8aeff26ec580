"""The head of a sheet: who wants what until when, the papers that came with it, what others wrote on it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desk.ui.screens.due import due_tone, due_words
from desk.ui.screens.tray import words
from desk.ui.theme.flow import FlowLayout
from desk.ui.theme.style import scaled
from desk.ui.theme.text import Text, breakable, rule, whole
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Badge, SecondaryButton, SectionTitle
from desk.ui.words import full_day, short_moment

if TYPE_CHECKING:
    from desk.queries.casefile import CaseFile
    from desk.queries.history import DispositionRow
    from desk.standards.model import Standard
    from desk.ui.runtime.context import ScreenContext

OPEN_KEY = "F3"


class CaseFacts(QWidget):
    """Facts of one case at a glance; F3 opens its first paper. ``brief`` leaves out the letter that came in
    and the dispositions."""

    def __init__(self, ctx: "ScreenContext", *, brief: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._ctx, self._brief = ctx, brief
        self.files: list[SecondaryButton] = []
        self.number = SectionTitle("")
        self.subject = Text("", "heading")
        self.badges = QWidget()
        self._pills = FlowLayout(self.badges, gap=scaled(8))
        self._pills_policy(self.badges)
        self.who = Text("")
        self.letter = Text("", "muted")
        self.papers = QWidget()
        self._papers = FlowLayout(self.papers, gap=scaled(8))
        self._pills_policy(self.papers)
        self._written = QVBoxLayout()
        self._written.setSpacing(scaled(4))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(6))
        for part in (self.number, self.subject, self.badges, self.who, self.letter, self.papers):
            column.addWidget(part)
        column.addLayout(self._written)
        column.addWidget(rule())
        self.letter.setVisible(not brief)

    @staticmethod
    def _pills_policy(widget: QWidget) -> None:
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        widget.setSizePolicy(policy)

    def show_file(self, file: "CaseFile", standard: "Standard") -> None:
        """Show a case."""
        row = file.page.row
        self.number.set_text(f"{row.step_label} · {whole(row.number)}")
        self.subject.setText(breakable(row.subject))
        self._show_badges(file)
        received = short_moment(file.office.local(file.page.received_at))
        applicant = file.page.applicant
        proxy = f" · kuasa: {applicant.proxy_name}" if applicant.proxy_name else ""
        self.who.setText(f"{row.applicant}{proxy} · {words.channel(row.channel)} · diterima {received}")
        self._show_papers(file)
        if not self._brief:
            self._show_letter(file.page.detail)
            self._show_written(file, standard)

    def _show_badges(self, file: "CaseFile") -> None:
        row = file.page.row
        today = file.office.day_of(file.read_at)
        shown = [Badge(due_words(row, file.flow, today), due_tone(row, file.flow))] if row.due else []
        nature = self._nature(file)
        if nature:
            shown.append(Badge(nature[0], nature[1]))
        if file.page.back_entry:
            shown.append(Badge("dicatat dari kertas"))
        _refill(self._pills, shown)
        self.badges.setVisible(bool(shown))

    def _nature(self, file: "CaseFile") -> tuple[str, Tone] | None:
        from desk.services.disposition import NATURES

        kept = file.dispositions[-1].nature if file.dispositions else ""
        kept = kept or str((file.page.detail.get("letter") or {}).get("nature", ""))
        tone = words.NATURE_TONES.get(kept)
        return None if tone is None else (NATURES[kept].lower(), tone)

    def _show_letter(self, detail: dict[str, object]) -> None:
        letter = detail.get("letter")
        parts = []
        if isinstance(letter, dict) and letter.get("number"):
            parts.append(f"Surat {letter['number']}")
            if letter.get("dated"):
                from datetime import date

                parts.append(f"tanggal {full_day(date.fromisoformat(str(letter['dated'])))}")
            if letter.get("subject"):
                parts.append(f"hal {letter['subject']}")
        purpose = str(detail.get("purpose") or "")
        if purpose:
            parts.append(f"tujuan: {purpose}" if parts else f"Tujuan: {purpose}")
        self.letter.setText(breakable(" · ".join(parts)))
        self.letter.setVisible(bool(parts))

    def _show_papers(self, file: "CaseFile") -> None:
        self.files = []
        for place, paper in enumerate(one for one in file.files if one.kind not in ("identity", "signature")):
            name = paper.name if len(paper.name) <= _LONGEST else f"{paper.name[:_LONGEST]}…"
            button = SecondaryButton(name, "" if place else OPEN_KEY, icon="paperclip")
            button.setToolTip(paper.name)
            button.clicked.connect(lambda _on=False, key=paper.id: self._ctx.preview("file", key))
            self.files.append(button)
        _refill(self._papers, self.files)
        self.papers.setVisible(bool(self.files))

    def _show_written(self, file: "CaseFile", standard: "Standard") -> None:
        while taken := self._written.takeAt(0):
            if (widget := taken.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for entry in file.dispositions:
            self._add_entry(entry, standard, file)

    def _add_entry(self, entry: "DispositionRow", standard: "Standard", file: "CaseFile") -> None:
        head = words.disposition_head(entry, standard, file.office.local(entry.at))
        self._written.addWidget(Text(head, "small"))
        self._written.addWidget(Text(words.disposition_words(entry, standard)))


_LONGEST = 34


def _refill(flow: FlowLayout, parts: "list[Badge] | list[SecondaryButton]") -> None:
    while taken := flow.takeAt(0):
        if (widget := taken.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    for part in parts:
        flow.addWidget(part)

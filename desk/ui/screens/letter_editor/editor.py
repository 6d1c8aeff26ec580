"""The editor of an answer letter: to whom, about what, the body, who signs (R4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk.actions.letters import LetterText
from desk.services.answering import AnswerPaper
from desk.services.common import Problem
from desk.ui.fields import Choice, ChoiceField, Field, TextAreaField, TextField
from desk.ui.screens.decision.pairs import Pairs
from desk.ui.theme.style import scaled

NUMBER_LATER = "Diberikan saat ditandatangani"
NATURES = ("Biasa", "Segera", "Sangat segera", "Rahasia")


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody who may sign: the role, its title, and who acts for it now (Plh.), empty when nobody does."""

    role: str
    title: str
    acting: str = ""


class LetterEditor(QWidget):
    """Fields of a letter; the number stands there to say when it comes.

    Signals:
        changed: the officer changed something.
        kind_chosen: the officer chose another paper.
    """

    changed = Signal()
    kind_chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._signers: dict[str, Signer] = {}
        self._papers: dict[str, AnswerPaper] = {}
        self.kind = ChoiceField("Bentuk surat")
        self.subject = TextAreaField("Hal", required=True, lines=2, most=4)
        self.addressee = TextAreaField("Kepada Yth.", required=True, lines=2, most=4)
        self.body = TextAreaField("Isi surat jawaban", required=True, lines=7, most=40)
        self.signer = ChoiceField("Penanda tangan")
        self.number = TextField("Nomor surat")
        self.nature = ChoiceField("Sifat", [Choice(one, one) for one in NATURES])
        self.enclosures = TextField("Lampiran", placeholder="mis. satu berkas")
        self.copies = TextAreaField("Tembusan", hint="Satu penerima per baris.", lines=2, most=4)
        self.number.set_value(NUMBER_LATER)
        self.number.set_read_only(True)
        self._lay_out()
        for field in self._fields().values():
            field.changed.connect(self._edited)
        self.kind.changed.connect(self.kind_chosen)

    def _lay_out(self) -> None:
        pairs = Pairs()
        pairs.add(self.body, wide=True)
        for field in (self.signer, self.number, self.addressee, self.subject):
            pairs.add(field)
        for field in (self.kind, self.nature, self.enclosures, self.copies):
            pairs.add(field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(pairs)

    def offer_papers(self, papers: Sequence[AnswerPaper]) -> None:
        """Offer the papers an answer of this service may go out on."""
        self._papers = {one.kind: one for one in papers}
        self.kind.set_choices([Choice(one.kind, one.label) for one in papers])
        self.kind.setVisible(len(papers) > 1)
        self._say_kind()

    def offer_signers(self, signers: Sequence[Signer]) -> None:
        """Offer who may sign, the usual one first."""
        self._signers = {one.role: one for one in signers}
        self.signer.set_choices([Choice(one.role, one.title) for one in signers])
        self._say_acting()

    def value(self) -> LetterText:
        """The letter as written."""
        return LetterText(
            kind=self.kind.value() or next(iter(self._papers), ""),
            subject=" ".join(self.subject.value().split()),
            addressee=self.addressee.value(),
            body=self.body.value(),
            signer_role=self.signer.value() or next(iter(self._signers), ""),
            nature=self.nature.value() or NATURES[0],
            enclosures=self.enclosures.value(),
            copies_to=tuple(line.strip() for line in self.copies.value().splitlines() if line.strip()),
        )

    def set_value(self, text: LetterText) -> None:
        """Show a letter without telling anybody."""
        self.kind.set_value(text.kind)
        self.subject.set_value(text.subject)
        self.addressee.set_value(text.addressee)
        self.body.set_value(text.body)
        self.signer.set_value(text.signer_role or next(iter(self._signers), None))
        self.nature.set_value(text.nature if text.nature in NATURES else NATURES[0])
        self.enclosures.set_value(text.enclosures)
        self.copies.set_value("\n".join(text.copies_to))
        self._say_kind()
        self._say_acting()

    def problems(self) -> tuple[Problem, ...]:
        """What keeps the letter from being put forward."""
        wanted = (
            ("body", self.body.value(), "Tulis isi surat sebelum diajukan."),
            ("addressee", self.addressee.value(), "Isi tujuan surat."),
            ("subject", self.subject.value(), "Isi perihal surat."),
        )
        return tuple(Problem(name, sentence) for name, value, sentence in wanted if not value)

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say what is wrong beside the fields, and go to the first of them."""
        said = {problem.field: problem.message for problem in problems}
        known = self._fields()
        for name, field in known.items():
            field.mark(said.get(name))
        first = next((field for name, field in known.items() if name in said), None)
        if first is not None:
            first.setFocus()

    def _fields(self) -> dict[str, Field[str] | Field[str | None]]:
        return {
            "body": self.body,
            "addressee": self.addressee,
            "subject": self.subject,
            "signer_role": self.signer,
            "kind": self.kind,
            "nature": self.nature,
            "enclosures": self.enclosures,
            "copies_to": self.copies,
        }

    def _edited(self) -> None:
        self._say_kind()
        self._say_acting()
        self.changed.emit()

    def _say_kind(self) -> None:
        paper = self._papers.get(self.kind.value() or "")
        self.body.set_label(paper.body if paper else "Isi surat")

    def _say_acting(self) -> None:
        chosen = self._signers.get(self.signer.value() or "")
        acting = chosen.acting if chosen else ""
        self.signer.set_hint(f"Plh. saat ini: {acting}." if acting else "Plh. bila berhalangan.")

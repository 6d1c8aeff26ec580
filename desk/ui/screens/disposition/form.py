"""One entry of the disposition sheet: to whom, how pressing, what to do, until when."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk.services.common import Problem
from desk.services.disposition import NATURES
from desk.ui.fields import CheckItem, CheckList, ChipChoice, Choice, DateField, Field, TextAreaField
from desk.ui.screens.tray.words import plain_title
from desk.ui.theme.style import scaled

KEYS = 9
"""Stock phrases that a number key ticks."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What is filled in; ``to`` is the main addressee's role."""

    to: str = ""
    also: tuple[str, ...] = ()
    nature: str = "biasa"
    phrases: tuple[str, ...] = ()
    advice: str = ""
    instruction: str = ""
    deadline: date | None = None


@dataclass(frozen=True, slots=True)
class Offer:
    """What the form offers: role and title of who may get it, phrases, whether usul saran is asked."""

    to: tuple[tuple[str, str], ...]
    informed: tuple[tuple[str, str], ...]
    phrases: tuple[str, ...]
    advice: bool


class EntryForm(QWidget):
    """The fields of an entry; number keys tick phrases through ``tick``.

    Signals:
        changed: the officer changed something.
    """

    changed = Signal()

    def __init__(self, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.to = ChipChoice("Diteruskan kepada", required=True)
        self.advice = TextAreaField("Usul dan saran", lines=2, most=6)
        self.phrases = CheckList(
            "Isi disposisi", hint="Angka 1–9 mencentang selama kursor tidak di kolom tulisan."
        )
        self.instruction = TextAreaField("Catatan", lines=2, most=6)
        self.nature = ChipChoice("Sifat", [Choice(key, text) for key, text in NATURES.items()])
        self.deadline = DateField("Batas waktu disposisi", today=today, hint="Boleh kosong.")
        self.also = CheckList("Untuk diketahui")
        self._phrases: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(scaled(12))
        column.addWidget(self.to)
        column.addWidget(self.advice)
        column.addLayout(_beside(self.phrases, _stacked(self.instruction, self.nature, self.deadline)))
        column.addWidget(self.also)
        for field in self._fields():
            field.changed.connect(self.changed)

    def _fields(self) -> "tuple[Field[object], ...]":
        parts: tuple[object, ...] = (
            self.to,
            self.advice,
            self.phrases,
            self.instruction,
            self.nature,
            self.deadline,
            self.also,
        )
        return parts  # type: ignore[return-value]

    def offer(self, offer: Offer) -> None:
        """Offer other addressees and phrases; the fields are emptied."""
        self._phrases = offer.phrases
        self.to.set_choices([Choice(role, plain_title(title)) for role, title in offer.to])
        self.to.setVisible(len(offer.to) != 1)
        self.advice.setVisible(offer.advice)
        self.instruction.set_label("Catatan" if offer.advice else "Instruksi")
        self.phrases.set_value(frozenset())
        self.phrases.set_items(
            [CheckItem(words, _numbered(place, words)) for place, words in enumerate(offer.phrases, 1)]
        )
        self.also.set_value(frozenset())
        self.also.set_items([CheckItem(role, plain_title(title)) for role, title in offer.informed])

    def show_entry(self, entry: Entry) -> None:
        """Fill the fields."""
        self.to.set_value(entry.to or None)
        self.also.set_value(frozenset(entry.also))
        self.nature.set_value(entry.nature)
        self.phrases.set_value(frozenset(entry.phrases))
        self.advice.set_value(entry.advice)
        self.instruction.set_value(entry.instruction)
        self.deadline.set_value(entry.deadline)

    def entry(self) -> Entry:
        """What is filled in; ticks in the order they are offered."""
        ticked, informed = self.phrases.value(), self.also.value()
        return Entry(
            to=self.to.value() or "",
            also=tuple(role for role in self.also.boxes if role in informed),
            nature=self.nature.value() or "biasa",
            phrases=tuple(words for words in self._phrases if words in ticked),
            advice=self.advice.value() if self.advice.isVisibleTo(self) else "",
            instruction=self.instruction.value(),
            deadline=self.deadline.value(),
        )

    def tick(self, number: int) -> None:
        """Tick or untick the phrase of that number, counted from 1."""
        boxes = list(self.phrases.boxes.values())
        if number <= len(boxes):
            boxes[number - 1].click()

    def mark(self, problems: Sequence[Problem]) -> None:
        """Say problems beside their fields; the first gets the cursor."""
        known: dict[str, Field[object]] = {
            "to_role": self.to,  # type: ignore[dict-item]
            "instruction": self.phrases,  # type: ignore[dict-item]
            "deadline": self.deadline,  # type: ignore[dict-item]
        }
        marked = [(known[one.field], one.message) for one in problems if one.field in known]
        for field, message in marked:
            field.mark(message)
        if marked:
            marked[0][0].setFocus()


def _beside(left: QWidget, right: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(scaled(16))
    for part in (left, right):
        row.addWidget(part, 1, Qt.AlignmentFlag.AlignTop)
    return row


def _stacked(*parts: QWidget) -> QWidget:
    stack = QWidget()
    column = QVBoxLayout(stack)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(scaled(12))
    for part in parts:
        column.addWidget(part)
    return stack


def _numbered(place: int, words: str) -> str:
    return f"{place}  {words}" if place <= KEYS else words

"""What a service adds to the sheet of an entry: its fields, and how they edit the entry."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from desk.services.catalog import EntryGround
from desk.ui.fields import Choice, DateField, TextAreaField
from desk.ui.sections.base import Section


class EntryForm:
    """Base of all sheets of entries; a subclass builds its sections in ``__init__``."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        self.ground, self.today = ground, today

    def sections(self) -> Sequence[Section[Any]]:
        """The sections in reading order; they edit the class of the entry."""
        raise NotImplementedError


class OneSection(EntryForm):
    """A sheet of one section."""

    part: Section[Any]

    def sections(self) -> Sequence[Section[Any]]:
        """See `EntryForm.sections`."""
        return (self.part,)


class FieldsForm(OneSection):
    """A sheet of plain fields; a subclass binds them in `fill`."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        self.part: Section[Any] = Section()
        self.fill()

    def fill(self) -> None:
        """Bind the fields of the sheet."""
        raise NotImplementedError

    def long(self, name: str, label: str) -> None:
        """A field of many lines that must be filled in."""
        self.part.bind(name, TextAreaField(label, required=True, lines=3, most=10), span=2)

    def day(self, name: str, label: str) -> None:
        """A day that is no later than today."""
        self.part.bind(name, DateField(label, today=self.today, required=True, latest=self.today()))


def choices_of(labels: Mapping[str, str]) -> list[Choice]:
    """Labels by key as choices, in their order."""
    return [Choice(key, words) for key, words in labels.items()]


def word(chosen: str | None) -> str:
    """What a choice keeps; nothing chosen is an empty word."""
    return chosen or ""

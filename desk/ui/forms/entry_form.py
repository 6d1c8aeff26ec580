"""What a service adds to the sheet of an entry: its fields, and how they edit the entry."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desk.services.catalog import EntryGround
from desk.ui.sections.base import Section


class EntryForm:
    """Base of all sheets of entries; a subclass builds its sections in ``__init__``."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        self.ground, self.today = ground, today

    def sections(self) -> Sequence[Section[Any]]:
        """The sections in reading order; they edit the class of the entry."""
        raise NotImplementedError


class OneSection(EntryForm):
    """An entry whose sheet is one section."""

    part: Section[Any]

    def sections(self) -> Sequence[Section[Any]]:
        """See `EntryForm.sections`."""
        return (self.part,)

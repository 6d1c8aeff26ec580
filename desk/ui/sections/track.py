"""By which path of its service something came: chips, fixed once the case has its number."""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from desk.ui.fields import ChipChoice
from desk.ui.sections.base import D, Section
from desk.ui.sections.words import choices

T = TypeVar("T", bound=StrEnum)


class TrackSection(Section[D]):
    """``draft.track``, one of the paths of a service; the value is the id of the flow in the standard."""

    def __init__(self, kind: type[T], labels: Mapping[T, str]) -> None:
        super().__init__()
        self.track = ChipChoice("Cara masuk", choices(dict(labels)), required=True)
        self.bind("track", self.track, span=2, read=kind, shown=str)

    def value(self) -> str:
        """The path chosen."""
        return self.track.value() or ""

    def fix(self) -> None:
        """The path is decided: it is shown, but not offered any more."""
        self.track.setEnabled(False)
        self.track.set_hint("Jalur yang sudah terdaftar tetap.")

"""Sheet sizes and margins, in points."""

from dataclasses import dataclass
from typing import Literal

from desk.documents.facts import PaperSize, RollWidth

MM = 72 / 25.4

SlipSize = Literal["a5", "a4", "f4"]

_SIZES: dict[PaperSize, tuple[float, float]] = {"a4": (210, 297), "f4": (215, 330)}
_ROLLS: dict[RollWidth, tuple[float, float]] = {"roll80": (80, 72), "roll58": (58, 48)}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet with its margins, in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float

    @property
    def inner_width(self) -> float:
        """Width between the margins."""
        return self.width - self.left - self.right

    @property
    def inner_height(self) -> float:
        """Height between the margins."""
        return self.height - self.top - self.bottom


def letter_sheet(size: PaperSize) -> Sheet:
    """A sheet with the margins of an official letter: 25 mm left to file it, 20 mm right."""
    width, height = _SIZES[size]
    return Sheet(width * MM, height * MM, 25 * MM, 20 * MM, 15 * MM, 18 * MM)


def form_sheet(size: PaperSize) -> Sheet:
    """A sheet with the narrower margins of a form or list."""
    width, height = _SIZES[size]
    return Sheet(width * MM, height * MM, 18 * MM, 15 * MM, 13 * MM, 14 * MM)


def lying_sheet(size: PaperSize) -> Sheet:
    """A sheet turned on its side, for certificates."""
    height, width = _SIZES[size]
    return Sheet(width * MM, height * MM, 24 * MM, 24 * MM, 17 * MM, 15 * MM)


def half_sheet(size: PaperSize) -> Sheet:
    """One of the two halves of an upright sheet, cut across its middle."""
    width, height = _SIZES[size]
    return Sheet(width * MM, height / 2 * MM, 16 * MM, 14 * MM, 9 * MM, 8 * MM)


def slip_sheet() -> Sheet:
    """A5 lying, for slips."""
    return Sheet(210 * MM, 148 * MM, 16 * MM, 14 * MM, 9 * MM, 8 * MM)


def roll_sheet(width: RollWidth) -> Sheet:
    """A roll: its printable width between the margins; the height is added by its content."""
    whole, printable = _ROLLS[width]
    side = (whole - printable) / 2 * MM
    return Sheet(whole * MM, 0, side, side, 4 * MM, 6 * MM)

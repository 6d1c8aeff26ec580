"""Type: faces, sizes and line distance, scaled together when a page has to be set smaller."""

from dataclasses import dataclass, replace

from desk.documents.facts import Typeface
from desk.documents.kit.fonts import Family, family


@dataclass(frozen=True, slots=True)
class Style:
    """How a text is set: family, size and line distance in points, cut."""

    family: Family
    size: float
    leading: float
    bold: bool = False
    italic: bool = False

    @property
    def font(self) -> str:
        """Registered name of the cut in use."""
        if self.bold:
            return self.family.bold
        return self.family.italic if self.italic else self.family.regular

    def strong(self) -> "Style":
        """The same in bold."""
        return replace(self, bold=True)

    def sized(self, size: float) -> "Style":
        """The same at another size, line distance in proportion."""
        return replace(self, size=size, leading=self.leading * size / self.size)


@dataclass(frozen=True, slots=True)
class Type:
    """The sizes of one paper, all multiplied by ``scale``."""

    faces: Family
    base: float
    scale: float = 1.0

    def style(self, factor: float = 1.0, *, bold: bool = False, italic: bool = False) -> Style:
        """A style at ``factor`` times the base size."""
        size = self.base * factor * self.scale
        return Style(self.faces, size, size * 1.24, bold, italic)

    @property
    def body(self) -> Style:
        """Running text."""
        return self.style()

    @property
    def small(self) -> Style:
        """Notes and labels."""
        return self.style(0.86)

    @property
    def title(self) -> Style:
        """The paper's name."""
        return self.style(1.2, bold=True)

    def gap(self, lines: float) -> float:
        """That many text lines as points."""
        return self.base * self.scale * 1.24 * lines


def typeset(typeface: Typeface, base: float, scale: float = 1.0) -> Type:
    """The sizes of a paper in the office's typeface, ``base`` points for running text."""
    return Type(family(typeface), base, scale)

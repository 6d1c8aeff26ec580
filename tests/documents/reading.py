"""Reads papers back: their text, page sizes, fonts, and where each text run and line stands."""

import re
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ContentStream

MM = 72 / 25.4
_TEXT = {"BT", "Tm", "Td", "T*", "TL", "Tw", "Tf", "Tj"}
_EYE = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


@dataclass(frozen=True)
class Run:
    """A text run: its box in points, turned runs (KONSEP) by all their corners."""

    left: float
    right: float
    bottom: float
    top: float
    size: float


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def page_texts(pdf: bytes) -> list[str]:
    """Text of each page, blanks made single."""
    return [re.sub(r"\s+", " ", page.extract_text()).strip() for page in reader(pdf).pages]


def text(pdf: bytes) -> str:
    return " ".join(page_texts(pdf))


def heights(pdf: bytes) -> dict[str, float]:
    """Height above the foot of its page of each piece of text, in points."""
    found: dict[str, float] = {}

    def note(shown: str, cm: list[float], tm: list[float], _font: Any, _size: float) -> None:
        found[shown.strip()] = round(_at(tuple(cm), tm[4], tm[5])[1], 1)

    for page in reader(pdf).pages:
        page.extract_text(visitor_text=note)
    return found


def squeezed(shown: str) -> str:
    """Without any blank: a long number that went over lines is whole in it."""
    return re.sub(r"\s+", "", shown)


def sizes_mm(pdf: bytes) -> list[tuple[int, int]]:
    return [
        (round(float(page.mediabox.width) / MM), round(float(page.mediabox.height) / MM))
        for page in reader(pdf).pages
    ]


def fonts(pdf: bytes) -> dict[str, bool]:
    """Base name of every font used, and whether its file is embedded."""
    found: dict[str, bool] = {}
    for page in reader(pdf).pages:
        for name in page["/Resources"]["/Font"].values():
            font = name.get_object()
            descriptor = font.get("/FontDescriptor")
            found[str(font["/BaseFont"])] = descriptor is not None and "/FontFile2" in descriptor.get_object()
    return found


def _times(first: tuple[float, ...], then: tuple[float, ...]) -> tuple[float, ...]:
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def _at(matrix: tuple[float, ...], x: float, y: float) -> tuple[float, float]:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


class _Pen:
    """Follows the operators that place text."""

    def __init__(self, page: Any) -> None:
        self.fonts = {key: name.get_object() for key, name in page["/Resources"]["/Font"].items()}
        self.matrix: tuple[float, ...] = _EYE
        self.kept: list[tuple[float, ...]] = []
        self.line = self.at = _EYE
        self.font: Any = None
        self.size = self.blank = self.leading = 0.0
        self.runs: list[Run] = []
        self.strokes = 0
        self.points: list[tuple[float, float]] = []

    def take(self, operands: list[Any], operator: str) -> None:
        numbers = tuple(float(one) for one in operands if isinstance(one, int | float))
        if operator in _TEXT:
            self._text(operands, operator, numbers)
        elif operator == "q":
            self.kept.append(self.matrix)
        elif operator == "Q":
            self.matrix = self.kept.pop()
        elif operator == "cm":
            self.matrix = _times(numbers, self.matrix)
        else:
            self._draw(operator, numbers)

    def _text(self, operands: list[Any], operator: str, numbers: tuple[float, ...]) -> None:
        match operator:
            case "BT":
                self.line = self.at = _EYE
            case "Tm":
                self.line = self.at = numbers
            case "Td":
                self.line = self.at = _times((1, 0, 0, 1, *numbers), self.line)
            case "T*":
                self.line = self.at = _times((1, 0, 0, 1, 0, -self.leading), self.line)
            case "TL":
                self.leading = numbers[0]
            case "Tw":
                self.blank = numbers[0]
            case "Tf":
                self.font, self.size = self.fonts[operands[0]], numbers[0]
            case "Tj":
                self._write(operands[0])

    def _draw(self, operator: str, numbers: tuple[float, ...]) -> None:
        if operator in {"m", "l"}:
            self.points.append(_at(self.matrix, *numbers[:2]))
        elif operator == "re":
            x, y, width, height = numbers
            self.points += [_at(self.matrix, x, y), _at(self.matrix, x + width, y + height)]
        elif operator == "S":
            self.strokes += 1

    def _write(self, shown: Any) -> None:
        codes = shown.original_bytes
        first, widths = int(self.font["/FirstChar"]), self.font["/Widths"]
        wide = sum(float(widths[code - first]) for code in codes) * self.size / 1000
        wide += self.blank * codes.count(32)
        whole = _times(self.at, self.matrix)
        corners = [_at(whole, x, y) for x in (0, wide) for y in (-0.22 * self.size, 0.8 * self.size)]
        across, up = [x for x, _ in corners], [y for _, y in corners]
        if codes.strip():
            self.runs.append(Run(min(across), max(across), min(up), max(up), self.size))
        self.at = _times((1, 0, 0, 1, wide, 0), self.at)


def _pens(pdf: bytes) -> list[tuple[Any, _Pen]]:
    opened = reader(pdf)
    result = []
    for page in opened.pages:
        pen = _Pen(page)
        for operands, operator in ContentStream(page["/Contents"].get_object(), opened).operations:
            pen.take(list(operands), operator.decode())
        result.append((page, pen))
    return result


def runs(pdf: bytes) -> list[list[Run]]:
    """Text runs of each page."""
    return [pen.runs for _, pen in _pens(pdf)]


def strokes(pdf: bytes) -> int:
    """How many paths are stroked: each tick adds one to a paper that is otherwise the same."""
    return sum(pen.strokes for _, pen in _pens(pdf))


def outside(pdf: bytes, margin: float) -> list[Any]:
    """Runs nearer than ``margin`` points to a page's edge, and drawn points beyond the edge."""
    found: list[Any] = []
    for page, pen in _pens(pdf):
        width, height = float(page.mediabox.width), float(page.mediabox.height)
        found += [
            run
            for run in pen.runs
            if run.left < margin - 0.1
            or run.right > width - margin + 0.1
            or run.bottom < margin - 0.1
            or run.top > height - margin + 0.1
        ]
        found += [(x, y) for x, y in pen.points if not (0 <= x <= width and 0 <= y <= height)]
    return found


def overlapping(pdf: bytes) -> list[tuple[Run, Run]]:
    """Pairs of runs that lie over one another (baselines at least a third of a size apart excepted)."""
    pairs: list[tuple[Run, Run]] = []
    for page in runs(pdf):
        for number, one in enumerate(page):
            pairs += [(one, other) for other in page[number + 1 :] if _overlap(one, other)]
    return pairs


def _overlap(one: Run, other: Run) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    low = max(one.bottom + 0.22 * one.size, other.bottom + 0.22 * other.size)
    high = min(one.top - 0.1 * one.size, other.top - 0.1 * other.size)
    return across > 0.5 and high - low > 0.5

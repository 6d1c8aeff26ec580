"""Where everything stands on the board, for any resolution, lying or standing."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSizeF

WIDE, HIGH = 1366.0, 768.0
_ONE_COLUMN = 4
_SHIFTS = ((0, 0), (1, 0), (1, 1), (0, 1), (-1, 1), (-1, 0), (-1, -1), (0, -1), (1, -1))
SHIFT = 4.0
"""Pixels (at 1366×768) the picture wanders, so that nothing burns into the screen."""


@dataclass(frozen=True, slots=True)
class Places:
    """Rectangles in pixels; ``unit`` is one pixel of the 1366×768 design (768×1366 standing)."""

    unit: float
    head: QRectF
    hero: QRectF
    recent: QRectF
    tiles: tuple[QRectF, ...]
    waiting: tuple[QRectF, ...]
    foot: QRectF
    standing: bool


def places(size: QSizeF, counters: int, services: int) -> Places:
    """The places for so many counters and services somebody waits for."""
    standing = size.height() > size.width()
    wide, high = (HIGH, WIDE) if standing else (WIDE, HIGH)
    unit = min(size.width() / wide, size.height() / high)
    margin, gap = 36 * unit, 14 * unit
    head = QRectF(margin, 24 * unit, size.width() - 2 * margin, 76 * unit)
    foot_high = 58 * unit
    foot = QRectF(0, size.height() - foot_high, size.width(), foot_high)
    top, bottom = head.bottom() + gap, foot.top() - 24 * unit
    whole = QRectF(margin, top, size.width() - 2 * margin, bottom - top)
    hero, side = _split(whole, unit, standing)
    recent_high = 62 * unit
    recent = QRectF(hero.left(), hero.bottom() - recent_high, hero.width(), recent_high)
    hero = hero.adjusted(0, 0, 0, -(recent_high + gap))
    tiles, waiting = _side(side, counters, services, gap, unit)
    return Places(unit, head, hero, recent, tiles, waiting, foot, standing)


def shift(step: int, unit: float) -> tuple[float, float]:
    """How far the whole picture stands from its place at a step of its small walk."""
    across, down = _SHIFTS[step % len(_SHIFTS)]
    return across * SHIFT * unit, down * SHIFT * unit


def _split(whole: QRectF, unit: float, standing: bool) -> tuple[QRectF, QRectF]:
    gap = 24 * unit
    if standing:
        high = whole.height() * 0.44
        hero = QRectF(whole.left(), whole.top(), whole.width(), high)
        return hero, QRectF(whole.left(), hero.bottom() + gap, whole.width(), whole.height() - high - gap)
    wide = whole.width() * 0.573
    hero = QRectF(whole.left(), whole.top(), wide, whole.height())
    return hero, QRectF(hero.right() + gap, whole.top(), whole.width() - wide - gap, whole.height())


def _side(
    side: QRectF, counters: int, services: int, gap: float, unit: float
) -> tuple[tuple[QRectF, ...], tuple[QRectF, ...]]:
    """Tiles of the counters above, those of the services below."""
    across = 1 if counters <= _ONE_COLUMN else 2
    rows = math.ceil(counters / across) if counters else 0
    service_across = 2 if services != 1 else 1
    service_rows = math.ceil(services / service_across)
    service_high = min(96 * unit, side.height() * 0.4 / service_rows - gap) if service_rows else 0.0
    room = side.height() - service_rows * (service_high + gap)
    high = min(120 * unit, (room - max(rows - 1, 0) * gap) / rows) if rows else 0.0
    tiles = _grid(side.left(), side.top(), side.width(), counters, across, high, gap)
    below = tiles[-1].bottom() + gap if tiles else side.top()
    waiting = _grid(side.left(), below, side.width(), services, service_across, service_high, gap)
    return tiles, waiting


def _grid(
    left: float, top: float, width: float, count: int, across: int, high: float, gap: float
) -> tuple[QRectF, ...]:
    wide = (width - (across - 1) * gap) / across
    return tuple(
        QRectF(left + (at % across) * (wide + gap), top + (at // across) * (high + gap), wide, high)
        for at in range(count)
    )

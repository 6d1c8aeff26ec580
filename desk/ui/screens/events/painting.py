"""Painting a month and a week: days, closed days, bars of events, the day in hand."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from desk.ui.screens.events.shown import WEEK, Bar, Shown, hours, lanes, part_of
from desk.ui.theme.style import font, scaled
from desk.ui.theme.tokens import COLOURS, TONES, TYPE, Tone
from desk.ui.words import DAYS

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MIDDLE = Qt.AlignmentFlag.AlignCenter


@dataclass(frozen=True, slots=True)
class Face:
    """What a painter needs: the things shown, days in their order, the day in hand, its month (0: all count),
    whether the keyboard is here."""

    shown: Shown
    days: Sequence[date]
    day: date
    month: int
    focused: bool


def head_height() -> int:
    """Height of the line with the names of the days."""
    return scaled(26)


def axis_width() -> int:
    """Width of the hours at the left of a week."""
    return scaled(44)


def month_cells(room: QRect) -> list[QRect]:
    """Where each day of a month stands."""
    top = room.top() + head_height()
    return [
        QRect(
            room.left() + room.width() * (place % WEEK) // WEEK,
            top + (room.height() - head_height()) * (place // WEEK) // 6,
            room.width() * (place % WEEK + 1) // WEEK - room.width() * (place % WEEK) // WEEK,
            (room.height() - head_height()) * (place // WEEK + 1) // 6
            - (room.height() - head_height()) * (place // WEEK) // 6,
        )
        for place in range(WEEK * 6)
    ]


def week_cells(room: QRect) -> list[QRect]:
    """Where each day of a week stands, its head included."""
    left, width = room.left() + axis_width(), room.width() - axis_width()
    return [
        QRect(
            left + width * place // WEEK,
            room.top(),
            width * (place + 1) // WEEK - width * place // WEEK,
            room.height(),
        )
        for place in range(WEEK)
    ]


def paint_month(painter: QPainter, room: QRect, face: Face) -> None:
    """A month: names of the days, then six weeks."""
    cells = month_cells(room)
    painter.setFont(font(TYPE.label, QFont.Weight.DemiBold))
    painter.setPen(QColor(COLOURS.ink_mute))
    for name, cell in zip(DAYS, cells, strict=False):
        painter.drawText(QRect(cell.left() + scaled(7), room.top(), cell.width(), head_height()), _LEFT, name)
    for day, cell in zip(face.days, cells, strict=True):
        _month_day(painter, cell, day, face)
    _ring(painter, cells[list(face.days).index(face.day)], face)


def _month_day(painter: QPainter, cell: QRect, day: date, face: Face) -> None:
    _ground(painter, cell, day, face)
    painter.setPen(QColor(COLOURS.line))
    painter.drawRect(cell.adjusted(0, 0, -1, -1))
    line = QFontMetrics(font(TYPE.small)).height() + scaled(3)
    inner = cell.adjusted(scaled(5), scaled(3), -scaled(5), -scaled(2))
    _number(painter, QRect(inner.left(), inner.top(), inner.width(), line), day, face)
    bars, top = face.shown.on(day), inner.top() + line + scaled(1)
    space = max((inner.bottom() - top) // line, 0)
    fits = len(bars) if len(bars) <= space else max(space - 1, 0)
    for place, bar in enumerate(bars[:fits]):
        _bar(painter, QRect(inner.left(), top + place * line, inner.width(), line - scaled(2)), bar)
    if fits < len(bars):
        painter.setFont(font(TYPE.small))
        painter.setPen(QColor(COLOURS.ink_soft))
        more = f"{len(bars)} kegiatan" if not fits else f"+{len(bars) - fits} lagi"
        painter.drawText(QRect(inner.left(), top + fits * line, inner.width(), line), _LEFT, more)


def _number(painter: QPainter, room: QRect, day: date, face: Face) -> None:
    """The number of a day, today in a filled round; a closed day with its name."""
    today, closed = day == face.shown.today, face.shown.closed.get(day, "")
    side = room.height()
    if today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.accent))
        painter.drawEllipse(QRect(room.left(), room.top(), side, side))
        painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(font(TYPE.small, QFont.Weight.DemiBold))
    out = face.month not in (0, day.month)
    colour = COLOURS.on_accent if today else COLOURS.ink_mute if out else COLOURS.ink
    painter.setPen(QColor(colour))
    painter.drawText(QRect(room.left(), room.top(), side, side), _MIDDLE, str(day.day))
    if closed:
        painter.setFont(font(TYPE.small))
        painter.setPen(QColor(COLOURS.ink_mute))
        words = room.adjusted(side + scaled(4), 0, 0, 0)
        painter.drawText(words, _LEFT, _short(painter, closed, words.width()))


def _ground(painter: QPainter, cell: QRect, day: date, face: Face) -> None:
    free = day.weekday() >= WEEK - 2 or day in face.shown.closed
    painter.fillRect(cell, QColor(COLOURS.sunken if free else COLOURS.card))
    if day == face.day:
        painter.fillRect(cell, QColor(COLOURS.selected))


def _bar(painter: QPainter, room: QRect, bar: Bar) -> None:
    tone = TONES[Tone.GOOD if bar.held else Tone.ACCENT]
    painter.setPen(QPen(QColor(tone.line), 1))
    painter.setBrush(QColor(tone.ground))
    painter.drawRoundedRect(room, scaled(3), scaled(3))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setFont(font(TYPE.small))
    painter.setPen(QColor(tone.text))
    words = room.adjusted(scaled(4), 0, -scaled(3), 0)
    painter.drawText(words, _LEFT, _short(painter, bar.words, words.width()))


def paint_week(painter: QPainter, room: QRect, face: Face) -> None:
    """A week: a column for each day, hours from top to bottom."""
    cells = week_cells(room)
    first, last = hours(face.shown.bars, face.days)
    top = room.top() + head_height() + scaled(4)
    step = (room.bottom() - top) / (last - first)
    for day, cell in zip(face.days, cells, strict=True):
        _ground(painter, cell, day, face)
        head = QRect(cell.left() + scaled(5), cell.top() + scaled(3), cell.width(), head_height() - scaled(4))
        _week_head(painter, head, day, face)
    for hour in range(first, last):
        y = round(top + (hour - first) * step)
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(cells[0].left(), y, room.right(), y)
        painter.setFont(font(TYPE.small))
        painter.setPen(QColor(COLOURS.ink_mute))
        painter.drawText(
            QRect(room.left(), y, axis_width() - scaled(6), round(step)), _HOUR, f"{hour:02d}.00"
        )
    for day, cell in zip(face.days, cells, strict=True):
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(cell.left(), cell.top(), cell.left(), cell.bottom())
        bars = face.shown.on(day)
        placed = lanes(bars, day)
        for bar in bars:
            lane, count = placed[bar.key]
            begin, end = part_of(bar, day)
            width = (cell.width() - scaled(6)) / count
            block = QRect(
                round(cell.left() + scaled(3) + lane * width),
                round(top + (begin - first) * step) + 1,
                round(width) - scaled(2),
                max(round((end - begin) * step) - 2, scaled(18)),
            )
            _block(painter, block, bar)
    _ring(painter, cells[list(face.days).index(face.day)], face)


_HOUR = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop


def _week_head(painter: QPainter, room: QRect, day: date, face: Face) -> None:
    side = room.height()
    _number(painter, QRect(room.left(), room.top(), side, side), day, face)
    painter.setFont(font(TYPE.label, QFont.Weight.DemiBold))
    painter.setPen(QColor(COLOURS.ink_mute))
    words = room.adjusted(side + scaled(5), 0, -scaled(8), 0)
    closed = " · libur" if day in face.shown.closed else ""
    painter.drawText(words, _LEFT, _short(painter, f"{DAYS[day.weekday()]}{closed}", words.width()))


def _block(painter: QPainter, room: QRect, bar: Bar) -> None:
    tone = TONES[Tone.GOOD if bar.held else Tone.ACCENT]
    painter.setPen(QPen(QColor(tone.line), 1))
    painter.setBrush(QColor(tone.ground))
    painter.drawRoundedRect(room, scaled(4), scaled(4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.fillRect(QRect(room.left(), room.top() + 2, scaled(3), room.height() - 3), QColor(tone.mark))
    painter.setPen(QColor(tone.text))
    inner = room.adjusted(scaled(7), scaled(2), -scaled(3), -scaled(2))
    height = QFontMetrics(font(TYPE.small)).height()
    lines = (
        (f"{'✓ ' if bar.held else ''}{bar.title}", QFont.Weight.DemiBold),
        (f"{bar.starts:%H.%M}–{bar.ends:%H.%M}", QFont.Weight.Normal),
        (bar.place, QFont.Weight.Normal),
    )
    for place, (words, weight) in enumerate(lines[: max(inner.height() // height, 1)]):
        painter.setFont(font(TYPE.small, weight))
        line = QRect(inner.left(), inner.top() + place * height, inner.width(), height)
        painter.drawText(line, _LEFT, _short(painter, words, line.width()))


def _ring(painter: QPainter, cell: QRect, face: Face) -> None:
    """The day in hand: a line round it, stronger while the keyboard is here."""
    colour, width = (COLOURS.focus, 2) if face.focused else (COLOURS.line_strong, 1)
    painter.setPen(QPen(QColor(colour), width))
    painter.drawRect(cell.adjusted(1, 1, -2, -2))


def _short(painter: QPainter, words: str, width: int) -> str:
    return painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, max(width, 0))

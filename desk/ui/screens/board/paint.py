"""Draws the board: dark and calm, one accent for the latest call, words that always fit."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter

from desk.queries.board import BoardState, CounterTile, Waiting
from desk.ui.screens.board.layout import Places
from desk.ui.theme import fonts
from desk.ui.theme.tokens import COLOURS
from desk.ui.words import named_day

BOLD, SEMI, PLAIN = QFont.Weight.ExtraBold, QFont.Weight.DemiBold, QFont.Weight.Normal
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_SMALLEST = 9.0
_CLOCK, _NARROW = 240, 330
_TOO_SMALL = 0.72


@dataclass(frozen=True, slots=True)
class Words:
    """A text that was drawn, where, and how large in pixels: what can be known of a picture."""

    text: str
    place: QRectF
    size: float


class BoardPainter:
    """One drawing of the board; ``drawn`` lists every text on it."""

    def __init__(self, painter: QPainter, places: Places) -> None:
        self._painter, self._places = painter, places
        self._unit = places.unit
        self.drawn: list[Words] = []

    def draw(self, state: BoardState, now: datetime, glow: float) -> None:
        """Everything but the running text; ``now`` is local, ``glow`` 0–1 lights up the latest call."""
        self._head(state, now)
        self._hero(state, glow)
        self._recent(state)
        for tile, place in zip(state.counters, self._places.tiles, strict=False):
            self._tile(
                tile, place, lit=state.latest is not None and state.latest.counter_number == tile.number
            )
        for waiting, place in zip(state.waiting, self._places.waiting, strict=False):
            self._waiting(waiting, place)

    def running(self, text: str, offset: float) -> None:
        """The band below with its text, ``offset`` pixels to the left of its start."""
        band = self._places.foot
        self._painter.fillRect(band, QColor(COLOURS.board_tile))
        self._painter.save()
        self._painter.setClipRect(band)
        place = band.adjusted(36 * self._unit - offset, 0, 1e6, 0)
        self._plain(text, place, 22, PLAIN, COLOURS.on_sidebar)
        self._painter.restore()

    def _head(self, state: BoardState, now: datetime) -> None:
        head = self._places.head
        clock = QRectF(head.right() - _CLOCK * self._unit, head.top(), _CLOCK * self._unit, head.height())
        name = QRectF(head.left(), head.top(), head.width() - clock.width() - 20 * self._unit, head.height())
        self._two_lines(state.office, _upper(name, 0.62), 27, SEMI, COLOURS.on_sidebar)
        self._text("Antrean layanan", _lower(name, 0.62), 17, PLAIN, COLOURS.on_sidebar_soft)
        self._text(f"{now:%H.%M}", _upper(clock, 0.62), 42, SEMI, COLOURS.on_sidebar, _RIGHT)
        self._text(named_day(now.date()), _lower(clock, 0.62), 17, PLAIN, COLOURS.on_sidebar_soft, _RIGHT)

    def _hero(self, state: BoardState, glow: float) -> None:
        place, latest = self._places.hero, state.latest
        ground = QColor(COLOURS.accent if latest is not None else COLOURS.board_soft)
        if latest is not None and glow > 0:
            ground = _mixed(ground, QColor(COLOURS.on_accent), 0.34 * glow)
        self._round(place, ground, 22)
        inner = place.adjusted(40 * self._unit, 28 * self._unit, -40 * self._unit, -28 * self._unit)
        if latest is None:
            middle, high = inner.center().y(), 64 * self._unit
            title = QRectF(inner.left(), middle - high, inner.width(), high)
            self._text("Belum ada panggilan", title, 44, SEMI, COLOURS.on_sidebar_soft)
            words = "Silakan ambil nomor antrean, lalu tunggu nomor Anda dipanggil."
            self._text(words, title.translated(0, high), 22, PLAIN, COLOURS.on_sidebar_soft)
            return
        top, bottom = inner.top(), inner.bottom()
        caption = QRectF(inner.left(), top, inner.width(), 46 * self._unit)
        guide = QRectF(inner.left(), bottom - 64 * self._unit, inner.width(), 64 * self._unit)
        label = QRectF(inner.left(), caption.bottom(), inner.width(), guide.top() - caption.bottom())
        ink = COLOURS.on_accent
        self._text("Nomor antrean", caption, 30, PLAIN, ink)
        self._text(latest.label, label, 250, BOLD, ink)
        self._text(f"Silakan ke {_lowered(latest.counter)}", guide, 46, SEMI, ink)

    def _recent(self, state: BoardState) -> None:
        place = self._places.recent
        if not state.recent:
            return
        self._round(place, QColor(COLOURS.board_soft), 14)
        inner = place.adjusted(24 * self._unit, 0, -24 * self._unit, 0)
        caption = QRectF(inner.left(), inner.top(), 150 * self._unit, inner.height())
        self._text("Sebelumnya", caption, 20, PLAIN, COLOURS.on_sidebar_soft)
        left = caption.right()
        wide = (inner.right() - left) / max(3, min(4, len(state.recent)))
        for at, call in enumerate(state.recent[: 4 if wide * 4 <= inner.right() - left + 1 else 3]):
            spot = QRectF(left + at * wide, inner.top(), wide - 8 * self._unit, inner.height())
            self._text(f"{call.label} · {_short(call.counter)}", spot, 22, SEMI, COLOURS.on_sidebar, _RIGHT)

    def _tile(self, tile: CounterTile, place: QRectF, *, lit: bool) -> None:
        self._round(place, QColor(COLOURS.board_tile), 16)
        if lit:
            bar = QRectF(
                place.left(), place.top() + 16 * self._unit, 6 * self._unit, place.height() - 32 * self._unit
            )
            self._round(bar, QColor(COLOURS.accent), 3)
        narrow = place.width() < _NARROW * self._unit
        room = (18 if narrow else 26) * self._unit
        inner = place.adjusted(room, 0, -room, 0)
        name = QRectF(inner.left(), inner.top(), inner.width() * 0.38, inner.height())
        value = QRectF(name.right() + room / 2, inner.top(), inner.width() * 0.62 - room / 2, inner.height())
        self._text(tile.label, name, 20 if narrow else 25, PLAIN, COLOURS.on_sidebar)
        if tile.ticket:
            self._text(tile.ticket, value, 62, BOLD, COLOURS.on_sidebar, _RIGHT)
        else:
            words = "siap" if tile.open else "tutup"
            self._text(words, value, 28 if narrow else 40, SEMI, COLOURS.board_dim, _RIGHT)

    def _waiting(self, waiting: Waiting, place: QRectF) -> None:
        self._round(place, QColor(COLOURS.board_soft), 16)
        inner = place.adjusted(22 * self._unit, 12 * self._unit, -18 * self._unit, -12 * self._unit)
        self._text(waiting.service, _upper(inner, 0.42), 20, PLAIN, COLOURS.on_sidebar)
        below = _lower(inner, 0.42)
        count = str(waiting.count)
        drawn = self._text(count, below, 36, BOLD, COLOURS.on_sidebar)
        rest = below.adjusted(drawn + 10 * self._unit, 0, 0, 0)
        self._text("menunggu", rest, 20, PLAIN, COLOURS.on_sidebar_soft)

    # drawing

    def _round(self, place: QRectF, colour: QColor, radius: float) -> None:
        self._painter.setPen(Qt.PenStyle.NoPen)
        self._painter.setBrush(colour)
        self._painter.drawRoundedRect(place, radius * self._unit, radius * self._unit)

    def _text(
        self,
        text: str,
        place: QRectF,
        size: float,
        weight: QFont.Weight,
        colour: str,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> float:
        """Draw on one line, smaller where it would not fit; gives the width drawn in pixels."""
        used = fitting(text, place, size * self._unit, weight)
        return self._plain(text, place, used.pixelSize() / self._unit, weight, colour, align)

    def _two_lines(self, text: str, place: QRectF, size: float, weight: QFont.Weight, colour: str) -> None:
        """Draw on one line, or smaller on two where a long name would become tiny."""
        used = fitting(text, place, size * self._unit, weight)
        if used.pixelSize() >= size * self._unit * _TOO_SMALL:
            self._text(text, place, size, weight, colour)
            return
        words = text.split()
        halves = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
        best = min(halves, key=lambda half: max(len(half[0]), len(half[1])), default=(text, ""))
        for at, line in enumerate(best):
            row = QRectF(
                place.left(), place.top() + at * place.height() / 2, place.width(), place.height() / 2
            )
            self._text(line, row, size * _TOO_SMALL, weight, colour)

    def _plain(
        self,
        text: str,
        place: QRectF,
        size: float,
        weight: QFont.Weight,
        colour: str,
        align: Qt.AlignmentFlag = _LEFT,
    ) -> float:
        used = board_font(size * self._unit, weight)
        self._painter.setFont(used)
        self._painter.setPen(QColor(colour))
        self._painter.drawText(place, align | Qt.TextFlag.TextSingleLine, text)
        self.drawn.append(Words(text, place, used.pixelSize()))
        return QFontMetricsF(used).horizontalAdvance(text)


def board_font(pixels: float, weight: QFont.Weight) -> QFont:
    """The board's font at so many pixels."""
    made = QFont(fonts.load())
    made.setPixelSize(max(1, round(pixels)))
    made.setWeight(weight)
    return made


def fitting(text: str, place: QRectF, pixels: float, weight: QFont.Weight) -> QFont:
    """The largest font up to ``pixels`` in which the text fits its place."""
    used = board_font(pixels, weight)
    metrics = QFontMetricsF(used)
    wide, high = metrics.horizontalAdvance(text), metrics.capHeight() * 1.15
    if wide > place.width() or high > place.height():
        share = min(place.width() / max(wide, 1), place.height() / max(high, 1))
        used = board_font(max(_SMALLEST, pixels * share * 0.99), weight)
    return used


def _upper(place: QRectF, share: float) -> QRectF:
    return QRectF(place.left(), place.top(), place.width(), place.height() * share)


def _lower(place: QRectF, share: float) -> QRectF:
    return place.adjusted(0, place.height() * share, 0, 0)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    def part(first: float, second: float) -> float:
        return first + (second - first) * share

    return QColor.fromRgbF(
        part(one.redF(), other.redF()), part(one.greenF(), other.greenF()), part(one.blueF(), other.blueF())
    )


def _lowered(label: str) -> str:
    """``Loket 2`` inside a sentence: ``loket 2``."""
    return label[:1].lower() + label[1:]


def _short(label: str) -> str:
    """``Loket 2`` -> ``L2``; other labels stay."""
    return f"L{label.removeprefix('Loket ')}" if label.startswith("Loket ") else label

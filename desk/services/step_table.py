"""The recap of steps as rows of words: the same on screen, as CSV and on paper (KPG, R7)."""

import csv
import io
from collections.abc import Sequence
from typing import Protocol

from desk.rules.step_minutes import in_words


class Line(Protocol):
    """A line of the recap (``desk.queries.step_minutes.StepTime``); minutes, and how many stays."""

    @property
    def service_name(self) -> str: ...  # noqa: D102
    @property
    def flow_label(self) -> str: ...  # noqa: D102
    @property
    def label(self) -> str: ...  # noqa: D102
    @property
    def planned(self) -> int: ...  # noqa: D102
    @property
    def count(self) -> int: ...  # noqa: D102
    @property
    def median(self) -> float: ...  # noqa: D102
    @property
    def ninth_tenth(self) -> int: ...  # noqa: D102
    @property
    def in_time(self) -> int: ...  # noqa: D102


HEAD = (
    *("Layanan", "Jalur", "Langkah", "Selesai", "Rencana (menit)", "Median (menit)"),
    *("Persentil 90 (menit)", "Tepat waktu", "Tepat waktu (%)"),
)
"""Columns of the CSV."""

_BOM = "\ufeff"


def percent(part: int, whole: int) -> str:
    """``67 %``."""
    return f"{round(100 * part / whole)} %"


def in_time_words(line: Line) -> str:
    """``2 dari 3 (67 %)``."""
    return f"{line.in_time} dari {line.count} ({percent(line.in_time, line.count)})"


def spans(line: Line) -> tuple[str, str, str]:
    """Plan, median and 90th percentile in words."""
    return in_words(line.planned), in_words(line.median), in_words(line.ninth_tenth)


def as_csv(lines: Sequence[Line]) -> bytes:
    """The recap for a spreadsheet: semicolons and a comma in numbers, as Indonesian offices read them; UTF-8
    with its mark."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEAD)
    for one in lines:
        numbers = (one.count, one.planned, f"{one.median:g}".replace(".", ","), one.ninth_tenth, one.in_time)
        share = percent(one.in_time, one.count).removesuffix(" %")
        writer.writerow((one.service_name, one.flow_label, one.label, *numbers, share))
    return (_BOM + out.getvalue()).encode()

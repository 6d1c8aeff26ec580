"""Words of the in-trays: numbers, titles, entries of the disposition sheet, in short Indonesian."""

from datetime import datetime
from typing import TYPE_CHECKING

from desk.rules.deadlines import Pressure
from desk.rules.intake import CHANNEL_LABELS, Channel
from desk.ui.theme.tokens import Tone
from desk.ui.widgets.rowlist import RowItem
from desk.ui.words import short_day, short_moment

if TYPE_CHECKING:
    from desk.queries.cases import CaseRow
    from desk.queries.history import DispositionRow
    from desk.standards.model import Standard

NATURE_TONES = {"segera": Tone.WARN, "sangat_segera": Tone.BAD, "rahasia": Tone.ACCENT}


def short_number(number: str) -> str:
    """A register number's sequence alone, for lists: ``027`` of ``027/PI/KPU/XI/2026``."""
    return number.split("/")[0]


def plain_title(title: str) -> str:
    """A title for a button, where a single ``&`` would be read as a key."""
    return title.replace("&", "&&")


def channel(value: str) -> str:
    """The channel's name on screen."""
    return CHANNEL_LABELS[Channel(value)]


def case_item(row: "CaseRow", *, badge: str = "", tone: Tone = Tone.ACCENT) -> RowItem:
    """A case as a line of a list; its due day at the right."""
    aside = short_day(row.due) if row.due else ""
    if row.pressure is Pressure.OVERDUE:
        aside = f"lewat · {aside}"
    return RowItem(row.id, row.applicant, f"{short_number(row.number)} · {row.subject}", aside, badge, tone)


def went_on(row: "CaseRow") -> str:
    """A case that another desk took further while it was being written about here."""
    return f"{row.number} sudah berpindah: {row.step_label}. Tulisan Anda tetap di lembar ini."


def disposition_words(entry: "DispositionRow", standard: "Standard") -> str:
    """What an entry of the sheet says, on one line."""
    parts = [entry.advice, "; ".join(entry.phrases), entry.instruction]
    words = " · ".join(part for part in parts if part)
    to = ", ".join(standard.short_title(role) for role in entry.to_roles)
    until = f" · paling lambat {short_day(entry.deadline)}" if entry.deadline else ""
    return f"“{words}” → {to}{until}"


def disposition_head(entry: "DispositionRow", standard: "Standard", local: datetime) -> str:
    """Who wrote an entry, in which office, when; ``local`` is its time on the office's clock."""
    acting = "Plh. " if entry.acting else ""
    paper = f" · dicatat dari kertas oleh {entry.recorded_by}" if entry.from_paper else ""
    return f"{acting}{standard.short_title(entry.from_role)} · {entry.by} · {short_moment(local)}{paper}"

"""Small readings of the gate's free fields and rows: companions, suggestions, words of a visitor."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desk.actions.visits import VisitDraft
from desk.queries.visits import KnownVisitor, VisitRow
from desk.rules.masking import group_phone, mask_phone
from desk.rules.queueing import STATE_LABELS, TicketState

REFUSED = "Isian yang tidak diterima server dibuka lagi. Periksa, lalu simpan."
_AGAIN = (
    *("name", "institution", "phone", "identity_kind", "purpose", "meets", "companions", "errand"),
    *("service", "card", "note", "expected_id"),
)


def draft_again(values: Mapping[str, Any] | None) -> VisitDraft:
    """The draft of a visit from its row as it was to be written."""
    if values is None:
        return VisitDraft()
    names = tuple(values.get("companion_names") or ())
    return VisitDraft(**{name: values[name] for name in _AGAIN if name in values}, companion_names=names)


def draft_of_visit(row: VisitRow) -> VisitDraft:
    """A visit as its form shows it."""
    return VisitDraft(
        name=row.name,
        institution=row.institution,
        phone=row.phone,
        identity_kind=row.identity_kind,
        purpose=row.purpose,
        meets=row.meets,
        companions=row.companions,
        companion_names=row.companion_names,
        errand=row.errand,
        service=row.service,
        card=row.card,
        note=row.note,
        expected_id=row.expected_id,
    )


@dataclass(frozen=True, slots=True)
class Companions:
    """People who came along: how many, and the names given."""

    count: int
    names: tuple[str, ...] = ()


def read_companions(text: str) -> Companions:
    """``3`` or ``Ayu, Made`` or ``4: Ayu, Made`` (four, two of them by name)."""
    found = re.match(r"\s*(\d{1,3})\b[\s:,.-]*", text)
    rest = text[found.end() :] if found else text
    names = tuple(name for part in re.split(r"[,;\n]", rest) if (name := " ".join(part.split())))
    return Companions(max(int(found[1]) if found else 0, len(names)), names)


def write_companions(count: int, names: tuple[str, ...]) -> str:
    """What :func:`read_companions` reads back."""
    listed = ", ".join(names)
    if count > len(names):
        return f"{count}: {listed}" if names else str(count)
    return listed


def known_detail(visitor: KnownVisitor, last: str) -> str:
    """Second line of a suggestion: institution, masked telephone, last visit, inside or not."""
    parts = [visitor.institution, mask_phone(visitor.phone) if visitor.phone else ""]
    parts.append("sedang di dalam" if visitor.inside else f"terakhir {last}")
    return " · ".join(part for part in parts if part)


def shown_phone(phone: str) -> str:
    """A telephone number as a form shows it."""
    return group_phone(phone) if phone else ""


def with_companions(row: VisitRow) -> str:
    """Name of a visitor and how many came along: ``Sari Utami + 3``."""
    return f"{row.name} + {row.companions}" if row.companions else row.name


def ticket_words(row: VisitRow) -> str:
    """Ticket and where it stands: ``B-014 menunggu``."""
    if not row.ticket:
        return ""
    return f"{row.ticket} {STATE_LABELS[TicketState(row.ticket_state)]}"

"""What is told beside a decision: the advice of the teams, and objections whose limit is near."""

from typing import TYPE_CHECKING

from desk.queries.alerts import pressing
from desk.queries.cases import flow_of
from desk.rules.deadlines import Pressure
from desk.services.catalog import service_kit
from desk.services.informasi import OPENNESS_LABELS, Openness
from desk.ui.screens.due import due_words
from desk.ui.screens.tray.words import short_number
from desk.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desk.queries.casefile import CaseFile
    from desk.ui.runtime.context import ScreenContext

_SHOWN = 3


def sorted_words(file: "CaseFile") -> tuple[str, Tone]:
    """How the Tim Penghubung sorted a request, and its note."""
    openness = Openness(file.page.detail.get("openness") or Openness.UNSORTED)
    last = file.steps[-1] if file.steps else None
    note = f" {last.by}: “{last.note}”" if last is not None and last.note else ""
    tone = Tone.WARN if openness is Openness.POSSIBLY_EXEMPT else Tone.NEUTRAL
    return f"Saran penggolongan: {OPENNESS_LABELS[openness].lower()}.{note}", tone


def said_words(file: "CaseFile") -> tuple[str, Tone]:
    """What was written of the case last, such as the advice of Tim Pertimbangan; empty without it."""
    if not file.entries:
        return "", Tone.NEUTRAL
    last = file.entries[-1]
    kind = service_kit(file.page.row.service).entries[last.kind]
    said = "\n".join(f"{label}: {words}" for label, words in kind.summary(last.data) if words)
    return f"{kind.label}, {last.by}\n{said}", Tone.NEUTRAL


def objection_alert(ctx: "ScreenContext") -> tuple[str, Tone]:
    """Objections that are near their limit or past it, wherever they lie, for Atasan PPID who answers for
    them; empty for anybody else."""
    place = ctx.workplace
    if "atasan_ppid" not in place.roles:
        return "", Tone.WARN
    today = ctx.today()
    rows = place.ask(pressing, place.standards, today, "keberatan")
    lines = []
    for one in rows[:_SHOWN]:
        left = due_words(one, flow_of(place.standards, one), today)
        lines.append(f"{short_number(one.number)} · {left} · {one.step_label}")
    if len(rows) > _SHOWN:
        lines.append(f"dan {len(rows) - _SHOWN} lagi")
    late = any(one.pressure is Pressure.OVERDUE for one in rows)
    head = "Keberatan mendekati batas waktu" if not late else "Keberatan melewati batas waktu"
    return "\n".join([head, *lines]) if rows else "", Tone.BAD if late else Tone.WARN

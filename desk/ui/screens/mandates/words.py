"""The state of a mandate in a word."""

from datetime import datetime
from typing import TYPE_CHECKING

from desk.ui.theme.tokens import Tone

if TYPE_CHECKING:
    from desk.queries.staff import MandateRow


def state_of(row: "MandateRow", now: datetime) -> str:
    """``berlaku``, ``akan datang`` or ``berakhir``."""
    if row.until is not None and row.until <= now:
        return "berakhir"
    return "akan datang" if row.since > now else "berlaku"


def tone_of(row: "MandateRow", now: datetime) -> Tone:
    """The tone that goes with it."""
    return {"berlaku": Tone.GOOD, "akan datang": Tone.WARN}.get(state_of(row, now), Tone.NEUTRAL)

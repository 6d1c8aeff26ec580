"""The size of all text, as it was chosen on this PC."""

from desk.ui.runtime.entry import Memory
from desk.ui.theme.tokens import SCALES

_KEY = "text.scale"


def remembered_scale(memory: Memory) -> float:
    """The text scale chosen on this PC (1.0 when none, or none of those offered)."""
    kept = memory.recall(_KEY)
    return next((scale for scale in SCALES if str(scale) == kept), 1.0)


def remember_scale(memory: Memory, factor: float) -> None:
    """Keep the text scale for the next start."""
    memory.remember(_KEY, str(factor))

"""How the PC stands with its office, in words: the calm line of the top bar."""

from dataclasses import dataclass
from datetime import timedelta

from desk.ui.runtime.network import NetworkState

CLOCK_TOLERANCE = timedelta(minutes=2)
"""How far this PC's clock may be from the server's before somebody is told (design.md, "Sync" 9)."""

MANY = 20
"""Changes on their way that are worth a word; fewer are gone before anybody has read it."""


@dataclass(frozen=True, slots=True)
class StatusLine:
    """The calm line; ``state`` is ok, waiting or attention, and the words say the same."""

    text: str
    state: str = "ok"


def status_line(state: NetworkState | None) -> StatusLine:
    """The line for a state; None is a PC that stands alone."""
    if state is None:
        return StatusLine("Tersimpan di komputer ini")
    waiting = f" · {state.pending} perubahan menunggu" if state.pending else ""
    if state.trouble:
        return StatusLine(f"Hubungan kantor perlu diperiksa{waiting}", "attention")
    if state.loading is not None:
        return StatusLine(f"Memuat data kantor · {percent(state.loading)} %", "waiting")
    if not state.online:
        return StatusLine(f"Luring{waiting}", "waiting")
    if clock_is_off(state):
        return StatusLine("Tersambung · periksa jam komputer ini", "waiting")
    if state.conflicts or state.refused:
        return StatusLine(f"Tersambung · {state.conflicts + state.refused} perlu dipilih", "waiting")
    if state.pending >= MANY:
        return StatusLine(f"Tersambung · mengirim {state.pending} perubahan")
    return StatusLine("Tersimpan di server kantor")


def clock_is_off(state: NetworkState) -> bool:
    """Whether somebody should look at this PC's clock."""
    return state.clock_back or abs(state.clock_offset) > CLOCK_TOLERANCE.total_seconds()


def percent(loading: tuple[int, int]) -> int:
    """How much of a first load is done; 100 only at its end."""
    done, total = loading
    return 0 if total <= 0 else min(99, 100 * done // total)

"""How the PC stands with its office, in words: the calm line of the top bar."""

from dataclasses import dataclass, replace

from desk.queries import collisions
from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.network import CLOCK_TOLERANCE, NetworkState
from desk.ui.theme.tokens import Tone

MANY = 20
"""Changes on their way that are worth a word; fewer are gone before anybody has read it."""


@dataclass(frozen=True, slots=True)
class StatusLine:
    """The calm line; ``state`` is ok, waiting or attention, and the words say the same."""

    text: str
    state: str = "ok"


def standing(ctx: ScreenContext) -> NetworkState | None:
    """How the PC stands, with only those conflicts and refusals that concern this officer."""
    state = ctx.ports.network.state()
    if state is None or not (state.conflicts or state.refused):
        return state
    place = ctx.workplace
    conflicts, refused = place.ask(collisions.counts, place.actor.staff_id, place.roles)
    return replace(state, conflicts=conflicts, refused=refused)


def status_line(state: NetworkState | None) -> StatusLine:
    """The line for a state; None is a PC that stands alone."""
    if state is None:
        return StatusLine("Tersimpan di komputer ini")
    waiting = f" · {state.pending} perubahan menunggu" if state.pending else ""
    if state.lasting:
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


_ASK = "Hubungi administrator; pekerjaan tetap tersimpan di komputer ini."
_CURES = {
    "revoked": "Bila masih dipakai, mintalah kode baru kepada administrator.",
    "twin": "Tutup Desk di salah satunya, lalu hubungi administrator.",
    "other_office": "Hubungi administrator.",
    "wrong_server": _ASK,
    "not_enrolled": _ASK,
    "sync_error": _ASK,
}
"""What to do about a trouble whose sentence does not say it already."""

_ALONE = "Komputer ini berdiri sendiri. Semua data tersimpan di sini, terenkripsi."
_ONLINE = "Tersambung ke server kantor. Yang disimpan di sini langsung sampai di komputer lain."
_OFFLINE = (
    "Luring. Pekerjaan tersimpan di komputer ini dan dikirim sendiri begitu server terjangkau. "
    "Nomor register baru masih sementara."
)
_LOADING = "Data kantor sedang dimuat ke komputer ini. Yang sudah tampil dapat dipakai."


def sentence(state: NetworkState | None) -> tuple[str, Tone]:
    """What the state means for who works here, and what to do where something must be done."""
    if state is None:
        return _ALONE, Tone.NEUTRAL
    if state.trouble and not state.online:
        words = f"{state.trouble_sentence} {_CURES.get(state.trouble, '')}".strip()
        return words, Tone.BAD if state.lasting else Tone.WARN
    if state.loading is not None:
        return _LOADING, Tone.NEUTRAL
    return (_ONLINE, Tone.GOOD) if state.online else (_OFFLINE, Tone.WARN)


def clock_sentence(state: NetworkState) -> str:
    """What is wrong with this PC's clock; empty: nothing."""
    cure = "Perbaiki tanggal dan jam; nomor dan batas waktu bergantung padanya."
    if state.online and abs(state.clock_offset) > CLOCK_TOLERANCE.total_seconds():
        cure = "Sekarang Desk memakai jam server; perbaiki tanggal dan jam ini untuk saat luring."
    elif state.clock_back:
        return f"Jam komputer ini mundur: lebih awal dari yang sudah tersimpan di sini. {cure}"
    if not clock_is_off(state):
        return ""
    way = "lebih cepat" if state.clock_offset > 0 else "lebih lambat"
    return f"Jam komputer ini {_span(abs(state.clock_offset))} {way} dari server. {cure}"


def settle_words(state: NetworkState) -> str:
    """What waits for a choice; empty: nothing."""
    parts = []
    if state.conflicts:
        parts.append(f"{state.conflicts} perubahan bentrok dengan petugas lain")
    if state.refused:
        parts.append(f"{state.refused} perubahan tidak diterima server")
    return " · ".join(parts)


def _span(seconds: float) -> str:
    minutes = round(seconds / 60)
    if minutes < 2 * 60:
        return f"{minutes} menit"
    hours = round(minutes / 60)
    return f"{hours} jam" if hours < 2 * 24 else f"{round(hours / 24)} hari"

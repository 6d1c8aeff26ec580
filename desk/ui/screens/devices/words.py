"""Words of the page of devices: classes, what they see, states, how far behind, clocks."""

from collections.abc import Sequence

from desk.rules.errors import DeskError
from desk.ui.runtime.devices import DeviceRow, ServerStanding
from desk.ui.runtime.network import CLOCK_TOLERANCE
from desk.ui.theme.tokens import Tone
from desk.ui.words import clock, short_moment

KINDS = {
    "front_office": "Meja layanan",
    "pamdal": "Pos PAMDAL",
    "kasubag": "Subbagian",
    "leadership": "Pimpinan",
    "office": "Kantor, semua data",
    "kiosk": "Papan antrean",
}
STATES = {
    "active": ("terdaftar", Tone.GOOD),
    "waiting": ("menunggu kode", Tone.WARN),
    "expired": ("kode lewat", Tone.BAD),
    "revoked": ("dicabut", Tone.NEUTRAL),
}
_SCOPES = {
    "visits": "tamu",
    "cases": "permohonan",
    "complaints": "pengaduan",
    "leadership": "pimpinan",
    "board": "antrean tanpa nama",
}
OFFLINE = (
    "Server kantor tidak terjangkau. Periksa kabel jaringan dan apakah komputer server menyala, lalu coba "
    "lagi. Pekerjaan di komputer ini tetap berjalan."
)
WRONG_LOGIN = "Akun atau kata sandi administrator server tidak cocok."
_GONE = "Perangkat ini sudah dicabut atau tidak ada lagi. Baca daftar sekali lagi."


def seen_words(scopes: Sequence[str]) -> str:
    """What a device is let see: ``tamu, permohonan``."""
    return ", ".join(_SCOPES.get(one, one) for one in scopes)


def lag_words(row: DeviceRow) -> str:
    """How far a device is behind."""
    if row.state != "active":
        return ""
    return f"{row.lag} perubahan" if row.lag else "mutakhir"


def clock_words(row: DeviceRow) -> str:
    """How a device's clock stands against the server's; minutes from the tolerance on."""
    if row.state != "active":
        return ""
    if abs(row.clock_offset) <= CLOCK_TOLERANCE.total_seconds():
        return "cocok"
    minutes = round(abs(row.clock_offset) / 60)
    way = "maju" if row.clock_offset > 0 else "mundur"
    hours, rest = divmod(minutes, 60)
    span = f"{hours} jam" if hours and not rest else f"{hours} jam {rest} menit" if hours else f"{rest} menit"
    return f"{way} {span}"


def contact_words(row: DeviceRow) -> str:
    """When a device was there last."""
    if row.connected:
        return "sekarang"
    return short_moment(row.seen_at) if row.seen_at is not None else "belum pernah"


def standing_words(standing: ServerStanding) -> str:
    """The server at a glance."""
    saved = (
        f"cadangan terakhir {short_moment(standing.saved_at)}" if standing.saved_at else "belum ada cadangan"
    )
    parts = (
        f"Dibaca pukul {clock(standing.read_at)}",
        f"{standing.conflicts} bentrok belum dipilih" if standing.conflicts else "tidak ada bentrok",
        f"{standing.refused} perubahan pernah ditolak" if standing.refused else "",
        saved,
    )
    return " · ".join(part for part in parts if part)


def trouble_words(error: DeskError) -> str:
    """What the server refused, and what to do about it."""
    known = {
        "offline": OFFLINE,
        "login_refused": WRONG_LOGIN,
        "revoked": WRONG_LOGIN,
        "unknown_device": _GONE,
    }
    return known.get(error.code, error.message)


def in_lines(code: str, groups: int = 5) -> str:
    """A long code, some groups to a line."""
    parts = code.split("-")
    return "\n".join("-".join(parts[at : at + groups]) for at in range(0, len(parts), groups))

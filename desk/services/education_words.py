"""Words of voter education (S7, L7): who signs, where, for whom, what the office can give to an event."""

from collections.abc import Iterable, Mapping
from datetime import datetime, time

from desk.rules.days import full_day

SIGNERS = {"ketua": "Ketua organisasi", "pengurus": "Pengurus organisasi"}
"""Who may sign the request (L7/III.F.1)."""

PLACES = {"kantor": "Di kantor KPU", "luar": "Di luar kantor"}
"""Where an event may be held (L7/III.E)."""

TARGETS = {
    "perempuan": "Pemilih perempuan",
    "pemula": "Pemilih pemula",
    "disabilitas": "Pemilih disabilitas",
    "partisipasi_rendah": "Daerah partisipasi rendah",
    "pelanggaran": "Daerah dengan pelanggaran tinggi",
    "rawan": "Daerah rawan bencana atau konflik",
}
"""Groups and areas that voter education looks at (L7/I.D)."""

WANTS = {
    "narasumber": "Narasumber",
    "gedung": "Gedung pertemuan",
    "podcast": "Ruang podcast",
    "teater": "Ruang mini teater",
    "proyektor": "Proyektor",
    "tata_suara": "Tata suara",
    "perekam": "Alat perekam dan kamera",
    "peraga": "Alat peraga ramah disabilitas",
    "modul": "Modul dan materi kepemiluan",
}
"""What may be asked of the office: its speakers, rooms and things (L7/III.I, IV.A)."""


def named(labels: Mapping[str, str], keys: Iterable[str]) -> str:
    """The labels of these keys in their own order, unknown keys as they are: ``Proyektor, Tata suara``."""
    chosen = set(keys)
    known = [words for key, words in labels.items() if key in chosen]
    return ", ".join([*known, *sorted(chosen - labels.keys())])


def clock_span(starts: time | None, ends: time | None) -> str:
    """``09.00 sampai dengan 11.30``; open ends say ``mulai 09.00``; empty without a start."""
    if starts is None:
        return ""
    return f"{starts:%H.%M} sampai dengan {ends:%H.%M}" if ends else f"mulai {starts:%H.%M}"


def moment_span(starts: datetime, ends: datetime) -> str:
    """``20 April 2026, 09.00–11.30``; over several days with both days. Moments on the office's clock."""
    if starts.date() == ends.date():
        return f"{full_day(starts.date())}, {starts:%H.%M}–{ends:%H.%M}"
    return f"{full_day(starts.date())} {starts:%H.%M} – {full_day(ends.date())} {ends:%H.%M}"

"""Facts of invented papers of voter education."""

from datetime import date
from typing import Any

from desk.documents.facts import AttendanceFacts, AttendedLine, EventReportFacts, SignerFacts

_ABOUT = (
    ("Kegiatan", "Kelas Demokrasi Pemilih Pemula Sekolah Menengah Atas dan Sederajat"),
    ("Penyelenggara", "Forum Pemuda Tanjung Lestari"),
    ("Narasumber", "Dewi Lestari, Rahmat Hidayat"),
)


def attendance(**changes: Any) -> AttendanceFacts:
    facts: dict[str, Any] = {"about": _ABOUT, "lines": 18}
    return AttendanceFacts(**(facts | changes))


def report(**changes: Any) -> EventReportFacts:
    facts: dict[str, Any] = {
        "number": "001/PP/KPU-TL/IV/2026",
        "held_on": date(2026, 4, 20),
        "place": "Gedung pertemuan",
        "about": _ABOUT,
        "attended": (AttendedLine(group="Pemilih pemula", men=20, women=25),),
        "given": (("Modul pendidikan pemilih", 45),),
        "outcome": "Peserta mencoba tata cara pemungutan suara.",
        "issued_on": date(2026, 4, 21),
        "reporter": SignerFacts(position="Kepala Sub Bagian Hukum,", name="Syahrul Anwar"),
        "head": SignerFacts(position="Sekretaris,", name="Hendra Kusuma"),
    }
    return EventReportFacts(**(facts | changes))

"""Invented facts of the minutes of a consultation."""

from datetime import date
from typing import Any

from desk.documents.facts import ApplicantFacts, ConsultationFacts, SignerFacts


def minutes(**changes: Any) -> ConsultationFacts:
    """A consultation with everything that minutes can say."""
    facts: dict[str, Any] = {
        "number": "001/KS/KPU/III/2026",
        "held_on": date(2026, 3, 13),
        "hours": "09.10–10.00",
        "applicant": ApplicantFacts(name="Maria Ndun", institution="Yayasan Suara Timur"),
        "consulted": SignerFacts(position="Sekretaris,", name="Hendra Kusuma", nip="197305111999031901"),
        "subject": "Pindah memilih",
        "advice": "1. Diurus paling lambat H-30.\n2. Membawa KTP elektronik.",
        "room": "Ruang Rapat",
        "guests": "2 pengurus",
        "accompanied_by": tuple(f"Kepala Sub Bagian {one}" for one in ("Data", "Hukum", "Teknis")),
        "approved": "Sekretaris (Hendra Kusuma), lisan, 13 Maret 2026 pukul 09.05",
        "purpose": "Bahan sosialisasi",
        "source": "Media sosial",
        "letter": "Nomor 07/YST/2026 tanggal 12 Maret 2026",
        "follow_up": "Brosur dikirim.",
    }
    return ConsultationFacts(**(facts | changes))

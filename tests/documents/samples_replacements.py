"""Invented facts of the minutes of a replacement in the council."""

from datetime import date
from typing import Any

from desk.documents.facts import CandidateLine, ClarificationFacts, DocumentLine, PlenaryFacts, SignerFacts

_LEAVING = (
    ("Nomor register", "001/PAW/KPU-TL/III/2026"),
    ("Anggota yang berhenti", "Ayu Pratiwi, S.Sos."),
    ("Partai politik", "Partai Lestari"),
    ("Daerah pemilihan", "Tanjung Lestari 1"),
    ("Alasan berhenti", "Meninggal dunia"),
)


def candidates(count: int) -> tuple[CandidateLine, ...]:
    """So many candidates, every third passed over with a reason."""
    return tuple(
        CandidateLine(
            number=place,
            name=f"Calon Nomor {place}, S.H.",
            votes=12_000 - place,
            standing="meninggal dunia: akta kematian Nomor 12" if place % 3 == 0 else "tersedia",
        )
        for place in range(1, count + 1)
    )


def plenary(**changes: Any) -> PlenaryFacts:
    """A plenary with everything that its minutes can say."""
    facts: dict[str, Any] = {
        "number": "12/PY.03.1-BA/5299/2026",
        "held_on": date(2026, 3, 17),
        "place": "Ruang Rapat Kantor",
        "about": (
            ("Pemohon", "DPRD Kabupaten Tanjung Lestari"),
            ("Surat", "Nomor 170/12/DPRD/2026 tanggal 12 Maret 2026"),
            *_LEAVING,
        ),
        "documents": (
            DocumentLine(label="Akta kematian", complete="Ya", correct="Ya", valid="Ya"),
            DocumentLine(
                label="Surat pimpinan DPRD", complete="Ya", correct="Ya", valid="Tidak", note="Tanpa cap"
            ),
        ),
        "clarifications": (
            "16 Maret 2026, Dinas Kependudukan: Keabsahan akta. Hasil: Akta dinyatakan benar.",
        ),
        "candidates": candidates(3),
        "source": "Menurut perolehan suara sah Pemilu Anggota DPRD 2024:",
        "ranking": "Berikutnya: nomor urut 2, Calon Nomor 2, S.H. (11.998 suara).",
        "ruling": "Menetapkan Calon Nomor 2, S.H. sebagai calon pengganti antarwaktu.",
        "attendees": (("Ratna Maharani", "Ketua"), ("Dewi Lestari", "Anggota")),
    }
    return PlenaryFacts(**(facts | changes))


def clarification(**changes: Any) -> ClarificationFacts:
    """A clarification with the civil registry."""
    facts: dict[str, Any] = {
        "held_on": date(2026, 3, 16),
        "about": _LEAVING,
        "subject": "Keabsahan akta kematian",
        "people": "Nurhayati, Dinas Kependudukan",
        "manner": "Pertemuan langsung",
        "result": "Akta dinyatakan benar.",
        "officer": SignerFacts(
            position="Kepala Sub Bagian Teknis Penyelenggaraan Pemilu,",
            name="Mira Anggraini",
            nip="198001012006042001",
        ),
    }
    return ClarificationFacts(**(facts | changes))

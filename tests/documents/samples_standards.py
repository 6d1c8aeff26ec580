"""Invented facts of the papers about the service itself."""

from typing import Any

from desk.documents.facts import PledgeFacts, StandardFacts, StandardPart
from tests.documents.samples import signer


def standard(**changes: Any) -> StandardFacts:
    facts: dict[str, Any] = {
        "name": "Magang Perguruan Tinggi",
        "description": "Magang mahasiswa di kantor.",
        "decree": "Keputusan KPU Kabupaten Tanjung Lestari Nomor 4 Tahun 2026",
        "parts": (
            StandardPart(title="Dasar hukum", lines=("Undang-Undang Nomor 25 Tahun 2009",)),
            StandardPart(
                title="Persyaratan",
                lines=("Surat permohonan", "Daftar riwayat hidup setiap peserta"),
                numbered=True,
                assumed=("Bentuk surat belum diatur.",),
            ),
        ),
        "assumed": ("Syarat dan waktunya disalin dari standar lain.",),
    }
    return StandardFacts(**(facts | changes))


def pledge(**changes: Any) -> PledgeFacts:
    facts: dict[str, Any] = {
        "promises": ("Kami sanggup melayani sesuai standar.", "Kami siap menerima sanksi."),
        "services": ("Permohonan Informasi Publik", "Pengaduan Masyarakat"),
        "decree": "Keputusan KPU Kabupaten Tanjung Lestari Nomor 4 Tahun 2026",
        "signer": signer(position="Plh. Ketua,"),
    }
    return PledgeFacts(**(facts | changes))

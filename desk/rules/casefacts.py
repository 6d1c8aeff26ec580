"""Facts of a case that moves may need, and what is said while one of them does not hold."""

DECIDED = "keputusan"
"""A decision is recorded; which one stands behind a colon (``keputusan:ditolak``)."""

_LACKING = {
    "informasi_terbuka": "Hanya informasi berkala, setiap saat, atau serta-merta dapat diberikan langsung.",
    "minta_cek": "Permohonan ini tidak meminta pengecekan data pemilih.",
    "minta_rekapitulasi": "Permohonan ini tidak meminta rekapitulasi data pemilih.",
    "dinilai_tim": "Pengaduan ini dinilai Sekretaris.",
    "dinilai_sekretaris": "Pengaduan ini dinilai Tim Pengelola Pengaduan.",
    "bukan_laporan": "Laporan dan keluhan harus dijawab; hanya saran dan pujian yang cukup dicatat.",
    DECIDED: "Keputusan atas permohonan belum dicatat.",
}

FACTS = frozenset(_LACKING)
"""The information is of an open kind (S3); an entry on the voter list is to be looked up, or a recap of
voters made (S6); a complaint is judged by its team, or by the Sekretaris (R6); it is a suggestion or praise
(S4); a decision is recorded."""


def decision_facts(decision: str) -> frozenset[str]:
    """Facts that a recorded decision brings: that there is one, and which (``keputusan:ditolak``)."""
    return frozenset({DECIDED, f"{DECIDED}:{decision}"}) if decision else frozenset()


def lacking(fact: str) -> str:
    """Why a move that needs this fact cannot be made."""
    return _LACKING[fact.partition(":")[0]]

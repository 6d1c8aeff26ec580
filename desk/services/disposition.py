"""Words of the disposition sheet: its stock phrases and natures (R3)."""

PHRASES = (
    "Untuk ditindaklanjuti",
    "Siapkan data",
    "Siapkan jawaban",
    "Koordinasikan dengan divisi terkait",
    "Pelajari dan beri saran",
    "Untuk diketahui",
    "Bicarakan dengan saya",
)
"""Stock phrases ticked on the sheet; an office may set its own (``settings.phrases``)."""

NATURES = {"biasa": "Biasa", "segera": "Segera", "sangat_segera": "Sangat segera", "rahasia": "Rahasia"}
"""How pressing or secret a letter is, by the word kept."""

SPOKEN = "Disposisi lisan"
"""Stands among the phrases of an entry that was given by word of mouth (KPG 3)."""

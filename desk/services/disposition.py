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

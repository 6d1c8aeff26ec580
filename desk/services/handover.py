"""Ways in which a result goes out, and which of them are signed for (C1)."""

WAYS = {
    "pickup": "Diambil sendiri",
    "courier": "Kurir",
    "post": "Pos",
    "fax": "Faksimile",
    "email": "Surel",
    "whatsapp": "WhatsApp",
    "chat": "Pesan langsung media sosial",
}
"""How a result goes out (C1)."""

BY_HAND = frozenset({"pickup", "courier"})
"""Ways in which somebody signs for it."""

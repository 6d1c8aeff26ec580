"""Codes on receipts, as printed and as typed or scanned: 16 letters of 5 bits each, none easily misread."""

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O, U."""

LENGTH = 16
_GROUP = 4
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def grouped(code: str) -> str:
    """A code as printed: ``7K3M-Q9TA-4XWB-20CD``."""
    return "-".join(code[start : start + _GROUP] for start in range(0, len(code), _GROUP))


def letters(typed: str) -> str:
    """What was typed, as capitals and digits without signs between; O, I and L become 0, 1 and 1."""
    return "".join(one for one in typed.upper().translate(_MISREAD) if one.isalnum())


def plain(typed: str) -> str | None:
    """A typed or scanned code as kept; None when it cannot be one. O, I and L are read as 0, 1 and 1."""
    code = letters(typed)
    return code if len(code) == LENGTH and set(code) <= set(ALPHABET) else None

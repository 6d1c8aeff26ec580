"""Codes on receipts: 80 random bits in letters nobody misreads (issue: at least 60)."""

import secrets

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U
_LENGTH = 16
_MISREAD = str.maketrans({"O": "0", "I": "1", "L": "1"})


def new_code() -> str:
    """A fresh code of 16 letters and digits, 5 bits each."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def grouped(code: str) -> str:
    """A code as printed: ``7K3M-Q9TA-…``."""
    return "-".join(code[start : start + 4] for start in range(0, len(code), 4))


def plain(typed: str) -> str | None:
    """A typed or scanned code as kept; None when it cannot be one. O, I and L are read as 0, 1 and 1."""
    letters = "".join(one for one in typed.upper().translate(_MISREAD) if one.isalnum())
    return letters if len(letters) == _LENGTH and set(letters) <= set(_ALPHABET) else None

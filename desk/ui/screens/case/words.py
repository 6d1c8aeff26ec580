"""Names of a case in Indonesian words, as screens have them."""

from desk.standards.model import Standard

NUMBER_PENDING = "nomor resmi menyusul"
"""Beside a provisional number, until the server has given the official one."""


def role_words(standard: Standard, role: str | None) -> str:
    """A role as screens have it; an unknown one by its own name, none as an empty word."""
    if not role:
        return ""
    try:
        return standard.short_title(role)
    except KeyError:
        return role


def by_words(standard: Standard, name: str, role: str, acting: bool = False) -> str:
    """Who did something: ``Ratna Maharani, Plh. Ketua``."""
    title = role_words(standard, role)
    return ", ".join(part for part in (name, f"Plh. {title}" if acting and title else title) if part)


def capital(text: str) -> str:
    """The same words, beginning with a capital."""
    return text[:1].upper() + text[1:]

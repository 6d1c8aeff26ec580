"""Services whose applicant stays unknown to all but those who keep the secret (S4, [H]): complaints."""

from collections.abc import Iterable

CONFIDENTIAL = ("pengaduan",)
"""Services that sections work on without knowing who asks."""

PERSONAL = frozenset({"applicants", "attachments", "deliveries", "fee_receipts", "inbox_entries"})
"""Tables whose rows tell who asks: name and identity, papers brought, who received the answer or paid, the
message it came by."""

WITHHELD = "Pelapor dirahasiakan"
"""Stands where the name would stand, for everybody else."""

READER = "sees_complainants"
"""Under this name a read session keeps how to learn whether its reader may see complainants."""

_SHORTEST = 4  # what is shorter stands in many words by chance


def called(number: str) -> str:
    """How a confidential applicant is called on papers that go through other hands."""
    return f"Pelapor pengaduan nomor {number}"


def reveals(text: str, secrets: Iterable[str]) -> bool:
    """Whether a text names one of these: a name, a phone however it is written, an identity number."""
    said, digits = " ".join(text.casefold().split()), _digits(text)
    for secret in secrets:
        words, number = " ".join(secret.casefold().split()), _digits(secret)
        if len(words) >= _SHORTEST and words in said:
            return True
        if len(number) >= 2 * _SHORTEST and number in digits:
            return True
    return False


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdigit())

"""Identity numbers, telephones and names as shown to those who need not see them whole (facts.md,
"Identity")."""

import re

DOT = "•"
_DOTS = DOT * 7
_NIK_DIGITS = 16
_SHORT = 4
_LOCAL_CODE = "62"


def mask_nik(nik: str) -> str:
    """A 16-digit NIK as region and serial only: ``5207•••••••0003``; anything else is treated as another
    identity."""
    digits = re.sub(r"[\s.-]", "", nik)
    if re.fullmatch(rf"[0-9]{{{_NIK_DIGITS}}}", digits):
        return f"{digits[:4]}{_DOTS}{digits[-4:]}"
    return mask_identity(nik)


def mask_identity(number: str) -> str:
    """Another identity number (passport, student card): first and last two signs; a short one is hidden
    whole."""
    plain = number.strip()
    if len(plain) <= _SHORT:
        return DOT * len(plain)
    return f"{plain[0]}{DOT * (len(plain) - 3)}{plain[-2:]}"


def national_phone(phone: str) -> str:
    """Digits of a telephone number in the national form: ``+62 812…`` and ``62812…`` become ``0812…``."""
    digits = re.sub(r"\D", "", phone)
    return f"0{digits[len(_LOCAL_CODE) :]}" if digits.startswith(_LOCAL_CODE) else digits


def group_phone(phone: str) -> str:
    """A telephone number in groups of four, as read aloud: ``0812-3700-1122``; a foreign number stays as
    given."""
    if phone.strip().startswith("+") and not phone.strip().startswith(f"+{_LOCAL_CODE}"):
        return phone.strip()
    digits = national_phone(phone)
    return "-".join(filter(None, [digits[:4], digits[4:8], digits[8:]]))


def mask_phone(phone: str) -> str:
    """A telephone number with only its beginning and end: ``0812-••••-1122``."""
    digits = national_phone(phone)
    return f"{digits[:4]}-{DOT * 4}-{digits[-4:]}" if len(digits) > 2 * _SHORT else DOT * len(digits)


def short_name(name: str) -> str:
    """A name for a public screen: the first word, then initials: ``Lalu A. F.``."""
    first, *others = name.split() or [""]
    return " ".join([first, *(f"{word[0].upper()}." for word in others)])

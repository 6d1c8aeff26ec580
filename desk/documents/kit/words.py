"""Numbers, dates and money as Indonesian officials write them."""

import re
from datetime import date, datetime
from functools import cache

from babel.dates import format_date
from num2words import num2words

from desk.documents.facts import DayKind, LimitFacts

_DAY_KINDS: dict[DayKind, str] = {"working": "hari kerja", "calendar": "hari kalender"}
_KPU = re.compile(r"^KPU\b", re.IGNORECASE)
_COMMISSION = "Komisi Pemilihan Umum"

PENDING = "Diberikan saat ditandatangani"
"""Stands for the number of a draft: a signed letter gets its number when it is signed."""


@cache
def _spelled(number: int) -> str:
    return str(num2words(number, lang="id"))


def spelled(number: int) -> str:
    """A whole number in Indonesian words: 11 → "sebelas"."""
    return _spelled(number)


def long_date(day: date) -> str:
    """ "6 April 2026"."""
    return str(format_date(day, "d MMMM y", locale="id"))


def weekday_date(day: date) -> str:
    """ "Senin, 6 April 2026"."""
    return str(format_date(day, "EEEE, d MMMM y", locale="id"))


def day_in_words(day: date) -> str:
    """ "Senin tanggal enam bulan April tahun dua ribu dua puluh enam", as minutes begin."""
    return (
        f"{format_date(day, 'EEEE', locale='id')} tanggal {spelled(day.day)} bulan "
        f"{format_date(day, 'MMMM', locale='id')} tahun {spelled(day.year)}"
    )


def date_or_dash(day: date | None) -> str:
    """The long date, a dash where there is none."""
    return "-" if day is None else long_date(day)


def clock(moment: datetime, zone: str) -> str:
    """ "09.05 WITA", the moment being in that zone already."""
    return f"{moment:%H.%M} {zone}"


def place_and_date(city: str, day: date | None) -> str:
    """ "Tanjung Lestari, 25 Maret 2026", dots to write on where the day is not known yet."""
    return f"{city}, {'…' * 7 if day is None else long_date(day)}"


def moment(at: datetime, zone: str) -> str:
    """ "Jumat, 13 Maret 2026 pukul 09.05 WITA"."""
    return f"{weekday_date(at.date())} pukul {clock(at, zone)}"


def counted_days(days: int, kind: DayKind) -> str:
    """ "sepuluh (10) hari kerja"."""
    return f"{spelled(days)} ({days}) {_DAY_KINDS[kind]}"


def due_in_words(limit: LimitFacts) -> str:
    """The due day with its length: "Senin, 6 April 2026 (sepuluh (10) hari kerja sejak …)"; without a day the
    length alone."""
    length = counted_days(limit.days, limit.kind)
    if limit.starts:
        length = f"{length} {limit.starts}"
    if limit.extended_by:
        length = f"{length}, diperpanjang {counted_days(limit.extended_by, limit.kind)}"
    return length if limit.due is None else f"{weekday_date(limit.due)} ({length})"


def rupiah(amount: int) -> str:
    """ "Rp1.250.000"."""
    return f"Rp{amount:,}".replace(",", ".")


def rupiah_in_words(amount: int) -> str:
    """ "Dua puluh lima ribu rupiah"."""
    words = f"{spelled(amount)} rupiah"
    return words[0].upper() + words[1:]


def grouped(code: str, size: int = 4) -> str:
    """A tracking code in blocks that can be read aloud: "ABCD-EFGH-JKLM".

    A single last sign joins the block before it.
    """
    plain = re.sub(r"[\s-]+", "", code).upper()
    parts = [plain[i : i + size] for i in range(0, len(plain), size)]
    if len(parts) > 1 and len(parts[-1]) == 1:
        parts[-2:] = [parts[-2] + parts[-1]]
    return "-".join(parts)


def full_office_name(name: str) -> str:
    """The office's name with "KPU" written out: "Komisi Pemilihan Umum Kota …"."""
    return _KPU.sub(_COMMISSION, name.strip())


def office_heading(name: str) -> tuple[str, str]:
    """The two parts of a letterhead in capitals: the commission, then the region.

    A name that holds the commission elsewhere ("SEKRETARIAT KOMISI …") or not at all comes whole.
    """
    whole = full_office_name(name).upper()
    commission = _COMMISSION.upper()
    if whole.startswith(commission) and whole != commission:
        return commission, whole.removeprefix(commission).strip()
    if commission in whole:
        return "", whole
    return commission, whole


NUMBER_FOLLOWS = "Nomor resmi menyusul. Sampai saat itu nomor sementara ini dipakai untuk bertanya."


def either(number: str | None, alias: str | None = None, *, otherwise: str = "-") -> str:
    """The official number, else the temporary alias, else a stand-in."""
    return number or alias or otherwise


def sentence(text: str) -> str:
    """The text with a full stop at its end, if it has no end of its own."""
    stripped = text.strip()
    return stripped if not stripped or stripped[-1] in ".!?:;" else f"{stripped}."

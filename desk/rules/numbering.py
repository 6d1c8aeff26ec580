"""Official numbers: patterns, scopes, suffixes of back-dated letters, provisional receipts (R2, facts.md
"Letters")."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from string import Formatter

from desk.rules.errors import DeskError

TOKENS = (
    "seq",
    "suffix",
    "classification",
    "day",
    "month",
    "roman_month",
    "year",
    "office",
    "region",
    "register",
)
"""What a pattern may name; ``seq``, ``day``, ``month`` and ``year`` take a width such as ``{seq:03d}``."""

_NUMERIC = frozenset({"seq", "day", "month", "year"})
_SPEC = re.compile(r"0?[1-9]?d?")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_PROVISIONAL = re.compile(r"SEMENTARA-([A-Z0-9][A-Z0-9-]*)-([1-9][0-9]*)")
_SEPARATOR = "|"


class PatternError(DeskError):
    """A number pattern that cannot be used; the message lists every problem."""

    code = "pattern_invalid"


@dataclass(frozen=True, slots=True)
class Scope:
    """Within what a sequence runs, besides its register: the year (default), the classification."""

    per_year: bool = True
    per_classification: bool = False


@dataclass(frozen=True, slots=True)
class NumberFacts:
    """What goes into a number: sequence, suffix (0: none), its date and the words of office and register."""

    seq: int
    day: date
    suffix: int = 0
    classification: str = ""
    office: str = ""
    region: str = ""
    register: str = ""


def pattern_problems(pattern: str, scope: Scope | None = None) -> tuple[str, ...]:
    """Indonesian sentences about a pattern; empty when it can be used. ``scope`` adds checks against
    ambiguity."""
    try:
        fields = [part[1:3] for part in Formatter().parse(pattern) if part[1] is not None]
    except ValueError:
        return ("Kurung kurawal pada pola nomor tidak berpasangan.",)
    return tuple(_field_problems(fields, scope))


def _field_problems(fields: list[tuple[str | None, str | None]], scope: Scope | None) -> Iterator[str]:
    names = [name for name, _ in fields]
    for name, spec in fields:
        if name not in TOKENS:
            yield f"“{{{name}}}” tidak dikenal; yang dapat dipakai: {', '.join(TOKENS)}."
        elif spec and (name not in _NUMERIC or not _SPEC.fullmatch(spec)):
            yield f"Bentuk “{{{name}:{spec}}}” tidak dapat dipakai; contoh {{seq:03d}}."
    if names.count("seq") != 1:
        yield "Pola nomor harus memuat {seq} tepat satu kali."
    if scope is not None and scope.per_year and "year" not in names:
        yield "Urutan dimulai ulang tiap tahun, jadi pola nomor harus memuat {year}."
    if scope is not None and scope.per_classification and "classification" not in names:
        yield "Urutan dipisah per klasifikasi, jadi pola nomor harus memuat {classification}."


def format_number(pattern: str, facts: NumberFacts) -> str:
    """The number as printed, never shortened. Without ``{suffix}`` in the pattern a suffix follows the
    sequence: ``012.2``.

    Raises:
        PatternError: the pattern has problems.
    """
    problems = pattern_problems(pattern)
    if problems:
        raise PatternError(" ".join(problems))
    suffix = f".{facts.suffix}" if facts.suffix else ""
    if "{suffix}" not in pattern:
        pattern = re.sub(r"(\{seq[^}]*\})", r"\1{suffix}", pattern)
    return pattern.format(seq=facts.seq, suffix=suffix, **_words(facts))


def _words(facts: NumberFacts) -> dict[str, str | int]:
    """What a pattern may name besides the sequence."""
    return {
        "classification": facts.classification,
        "day": facts.day.day,
        "month": facts.day.month,
        "roman_month": _ROMAN[facts.day.month - 1],
        "year": facts.day.year,
        "office": facts.office,
        "region": facts.region,
        "register": facts.register,
    }


def open_number(pattern: str, facts: NumberFacts) -> str:
    """A number with everything but its sequence: only ``{seq}`` (with its width) and ``{suffix}`` stay
    open, for whoever gives the sequence later.

    Raises:
        PatternError: the pattern has problems.
    """
    marked = re.sub(r"\{(seq[^}]*)\}", "\ue000\\1\ue001", pattern.replace("{suffix}", "\ue002"))
    if "\ue002" not in marked:
        marked = marked.replace("\ue001", "\ue001\ue002")
    format_number(pattern, facts)
    words = marked.format(**_words(facts))
    return words.replace("\ue000", "{").replace("\ue001", "}").replace("\ue002", "{suffix}")


def scope_key(scope: Scope, register: str, day: date, classification: str = "") -> str:
    """Key of the counter that gives the next number: register, then classification, then year, as the scope
    says."""
    parts = [register]
    if scope.per_classification:
        parts.append(classification)
    if scope.per_year:
        parts.append(str(day.year))
    return _SEPARATOR.join(parts)


def next_suffix(taken: Collection[int]) -> int:
    """Suffix of the next back-dated letter at one sequence number: the plain number is the first, so 2, then
    3."""
    return max(taken, default=1) + 1


def sequence_before(issued: Iterable[tuple[int, date]], day: date) -> int | None:
    """Sequence number that a letter back-dated to ``day`` follows; None when nothing was issued up to that
    day."""
    return max((seq for seq, issued_on in issued if issued_on <= day), default=None)


def missing(sequence: Collection[int]) -> tuple[int, ...]:
    """Numbers missing between 1 and the highest; a void number is still in the register, so none may be
    missing."""
    return tuple(sorted(set(range(1, max(sequence, default=0) + 1)) - set(sequence)))


def void_label(number: str, reason: str) -> str:
    """How a void number stands in its register: it keeps its place, with the reason."""
    return f"{number} (batal: {reason})"


def provisional(device: str, count: int) -> str:
    """Alias on a paper written while no official number can be had, kept for ever: ``SEMENTARA-FO2-17``.

    Raises:
        PatternError: the device name or the count cannot be printed.
    """
    name = f"SEMENTARA-{device.upper()}-{count}"
    if not is_provisional(name):
        raise PatternError(
            f"Nama perangkat “{device}” atau urutan {count} tidak dapat dijadikan nomor sementara."
        )
    return name


def provisional_scope(device: str) -> str:
    """Key of the counter of a device's provisional numbers."""
    return f"SEMENTARA{_SEPARATOR}{device.upper()}"


def is_provisional(number: str) -> bool:
    """Whether a number is the alias of an official one still to come."""
    return _PROVISIONAL.fullmatch(number) is not None

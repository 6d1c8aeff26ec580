"""What every form shares: the applicant, a proxy, the letter that came in, problems, completeness, the draft
as JSON."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, TypeVar

import msgspec

from desk.rules.intake import ApplicantKind, IdentityKind, Requirement, applicable

Draft = TypeVar("Draft")

PROXY = "proxy"
"""Condition of requirements that only a proxy meets."""

_NIK_DIGITS = 16


class Severity(StrEnum):
    """ERROR stops saving; INCOMPLETE allows only a notice of missing papers; WARNING is said and no more."""

    ERROR = "error"
    INCOMPLETE = "incomplete"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One Indonesian sentence shown beside a field; ``field`` is the draft's path, such as
    ``applicant.phone``."""

    field: str
    message: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True)
class ApplicantDraft:
    """Who asks: a person, or a body represented by a person; texts as typed."""

    kind: ApplicantKind = ApplicantKind.PERSON
    name: str = ""
    identity_kind: IdentityKind = IdentityKind.KTP
    identity_number: str = ""
    address: str = ""
    occupation: str = ""
    phone: str = ""
    email: str = ""
    body_name: str = ""
    body_deed: str = ""


@dataclass(frozen=True, slots=True)
class ProxyDraft:
    """Who acts for the applicant, and the power of attorney."""

    name: str = ""
    identity_number: str = ""
    phone: str = ""
    letter_number: str = ""
    letter_date: date | None = None


@dataclass(frozen=True, slots=True)
class LetterDraft:
    """The letter by which something was asked; ``nature``: biasa, segera, sangat_segera, rahasia."""

    number: str = ""
    dated: date | None = None
    sender: str = ""
    subject: str = ""
    nature: str = "biasa"


@dataclass(frozen=True, slots=True)
class CheckItem:
    """A requirement and whether it is met."""

    requirement: Requirement
    met: bool


def checklist(
    requirements: Sequence[Requirement],
    draft: Any,
    kind: ApplicantKind,
    ticked: Collection[str],
    conditions: Collection[str] = (),
) -> tuple[CheckItem, ...]:
    """Requirements that apply to this applicant under these conditions, each met by a tick or by the field
    of the draft that it names."""
    return tuple(
        CheckItem(one, one.key in ticked or bool(one.field and _filled(draft, one.field)))
        for one in applicable(requirements, kind, conditions)
    )


def conditions_of(proxy: ProxyDraft | None) -> tuple[str, ...]:
    """Conditions of requirements that follow from who acts."""
    return () if proxy is None else (PROXY,)


def missing(items: Sequence[CheckItem]) -> tuple[Requirement, ...]:
    """Required items that are not met: what the notice of missing papers lists."""
    return tuple(item.requirement for item in items if item.requirement.required and not item.met)


def lacks(requirement: Requirement, words: Mapping[str, str] | None = None) -> Problem:
    """A requirement that is not met, beside its field or its tick; ``words`` are sentences by field."""
    sentence = (words or {}).get(requirement.field, f"Belum lengkap: {requirement.label}.")
    return Problem(requirement.field or f"ticked.{requirement.key}", sentence, Severity.INCOMPLETE)


def letter_problems(letter: LetterDraft) -> tuple[Problem, ...]:
    """What a letter that came in still lacks in the agenda (facts.md, "Agenda in")."""
    needed = (
        ("sender", letter.sender.strip(), "Isi pengirim surat."),
        ("subject", letter.subject.strip(), "Isi perihal surat."),
        ("dated", letter.dated, "Isi tanggal surat."),
    )
    return tuple(Problem(f"letter.{name}", sentence) for name, value, sentence in needed if not value)


def _filled(draft: Any, field: str) -> bool:
    value = draft
    for name in field.split("."):
        value = getattr(value, name, None)
    return bool(value.strip()) if isinstance(value, str) else bool(value)


def applicant_problems(applicant: ApplicantDraft, prefix: str = "applicant") -> tuple[Problem, ...]:
    """Problems of an applicant; an odd NIK or number is a warning, never a refusal (facts.md, "Identity")."""
    problems: list[Problem] = []
    if not applicant.name.strip():
        problems.append(Problem(f"{prefix}.name", "Isi nama pemohon."))
    if applicant.kind is not ApplicantKind.PERSON and not applicant.body_name.strip():
        problems.append(Problem(f"{prefix}.body_name", "Isi nama badan atau lembaga."))
    if not applicant.phone.strip() and not applicant.email.strip() and not applicant.address.strip():
        problems.append(
            Problem(f"{prefix}.phone", "Isi telepon, surel, atau alamat agar jawaban dapat disampaikan.")
        )
    problems += identity_problems(
        applicant.identity_kind, applicant.identity_number, f"{prefix}.identity_number"
    )
    problems += phone_problems(applicant.phone, f"{prefix}.phone")
    problems += email_problems(applicant.email, f"{prefix}.email")
    return tuple(problems)


def identity_problems(kind: IdentityKind, number: str, field: str) -> list[Problem]:
    """Warnings about an identity number; an empty one is for the checklist to say."""
    plain = number.strip()
    if not plain or kind is not IdentityKind.KTP:
        return []
    if not (plain.isascii() and plain.isdigit() and len(plain) == _NIK_DIGITS):
        return [Problem(field, f"NIK biasanya {_NIK_DIGITS} angka; periksa kembali.", Severity.WARNING)]
    from stdnum.id import nik  # opens the table of regions: only when a whole NIK is there

    if nik.is_valid(plain):
        return []
    return [
        Problem(field, "NIK tidak lazim (wilayah atau tanggal lahir); periksa kembali.", Severity.WARNING)
    ]


def phone_problems(phone: str, field: str) -> list[Problem]:
    """Warnings about a telephone number, Indonesian unless it begins with ``+``."""
    plain = phone.strip()
    if not plain:
        return []
    import phonenumbers  # 60 ms: only when a number is there

    try:
        number = phonenumbers.parse(plain, "ID")
    except phonenumbers.NumberParseException:
        return [Problem(field, "Nomor telepon tidak terbaca; periksa kembali.", Severity.WARNING)]
    if phonenumbers.is_possible_number(number):
        return []
    return [Problem(field, "Jumlah angka nomor telepon tidak lazim; periksa kembali.", Severity.WARNING)]


def email_problems(email: str, field: str) -> list[Problem]:
    """A problem when an e-mail address cannot be one: no single ``@`` with something before and a dot after
    it."""
    plain = email.strip()
    local, _, domain = plain.partition("@")
    if not plain or (local and "." in domain.strip(".") and "@" not in domain and " " not in plain):
        return []
    return [Problem(field, "Alamat surel tidak lengkap, contoh nama@contoh.id.")]


def blocks(problems: Sequence[Problem]) -> bool:
    """Whether nothing may be saved yet."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def rebased(before: Any, mine: Any, now: Any) -> Any:
    """A draft begun from ``before`` and edited to ``mine``, put upon what stands there ``now``: every value
    edited stays, all others are the newest; of ticks, each by itself."""
    if mine == before:
        return now
    if isinstance(now, tuple) and isinstance(before, tuple) and isinstance(mine, tuple):
        kept = (set(now) | set(mine) - set(before)) - (set(before) - set(mine))
        return type(now)(sorted(kept))
    if not (is_dataclass(now) and type(before) is type(mine) is type(now)):
        return mine
    newest: Any = now
    parts = {
        one.name: rebased(getattr(before, one.name), getattr(mine, one.name), getattr(now, one.name))
        for one in fields(now)
    }
    return replace(newest, **parts)


def labelled(labels: Mapping[Any, str], value: object) -> str:
    """The label of a stored word; an unknown one as it is, none for none."""
    known = {str(key): text for key, text in labels.items()}
    return known.get(str(value), str(value)) if value else ""


def to_json(draft: object) -> bytes:
    """A draft as JSON, for the store of drafts."""
    return msgspec.json.encode(draft)


def from_json(data: bytes, kind: type[Draft]) -> Draft:
    """A draft of that class from its JSON; fields a newer program dropped are ignored, missing ones take
    their default.

    Raises:
        msgspec.DecodeError: not JSON, or a field of the wrong type.
    """
    return msgspec.json.decode(data, type=kind)

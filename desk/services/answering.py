"""What a service answers with: its decisions, the paper each goes out on, the text a letter starts from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import msgspec

from desk.rules.booking import Planned
from desk.rules.days import full_day
from desk.rules.permissions import ROLES
from desk.services.common import LetterDraft, Problem
from desk.services.grounds import GROUNDS

FORMS = ("soft", "hard", "both", "see")
"""Forms in which something is given: softcopy, hardcopy, both, looked at here."""

_GROUNDS = frozenset(one.key for one in GROUNDS)


@dataclass(frozen=True, slots=True)
class DecisionKind:
    """A decision of a service; ``key`` is ``Move.decision`` in the standard's flows.

    ``fields`` are the fields of `DecisionDraft` it shows and keeps, ``needed`` those that may not stay empty,
    each with its sentence. ``letters`` are the papers it may go out on, the usual one first; ``to_writer``
    the usual one for somebody who wrote a letter. ``gives``: something is handed over by it. ``entry``: the
    kind of entry without which its letter cannot be put forward.
    """

    key: str
    label: str
    fields: tuple[str, ...] = ()
    needed: tuple[tuple[str, str], ...] = ()
    letters: tuple[str, ...] = ("surat_jawaban",)
    to_writer: str = ""
    gives: bool = False
    entry: str = ""


@dataclass(frozen=True, slots=True)
class DecisionDraft:
    """A decision as filled in; costs in rupiah.

    ``kind`` is the key of a `DecisionKind`, ``grounds`` are keys of ``desk.services.grounds``.
    """

    kind: str
    to_role: str | None = None
    reason: str = ""
    grounds: tuple[str, ...] = ()
    legal_basis: str = ""
    consequence: str = ""
    holder_body: str = ""
    available_on: str = ""
    form: str = "soft"
    pages: int = 0
    page_price: int = 0
    sending_cost: int = 0
    other_cost: int = 0
    blacked_out: str = ""
    expected_step: str = ""


@dataclass(frozen=True, slots=True)
class AnswerPaper:
    """A paper an answer may go out on: ``kind`` as in the standard's ``letters``, its name on screen.

    ``speaks``: its form says everything, and what is written is only a note on it; ``body`` names that field.
    """

    kind: str
    label: str
    body: str = "Isi surat"
    speaks: bool = False


@dataclass(frozen=True, slots=True)
class LetterBasis:
    """What a starting text says about the case; ``asked_on`` is the office's day of the request in words,
    ``detail`` its form as the case keeps it, ``entries`` what holds of each kind of entry, ``events`` what
    stands in the calendar for it, ``titles`` of roles that its standard names otherwise."""

    applicant: str
    body_name: str
    place: str
    subject: str
    number: str
    asked_on: str
    by_letter: bool
    signer_role: str
    nature: str = "Biasa"
    detail: Mapping[str, Any] = field(default_factory=dict)
    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    events: tuple[Planned, ...] = ()
    titles: Mapping[str, str] = field(default_factory=dict)

    @property
    def letter(self) -> LetterDraft:
        """The letter that asked; an empty one where none did."""
        return msgspec.convert(self.detail.get("letter") or {}, LetterDraft)

    def titled(self, roles: Iterable[str]) -> str:
        """These roles by their full titles, as paper has them."""
        known = [role for role in roles if role in ROLES]
        return ", ".join(self.titles.get(role, ROLES[role].title) for role in known)


@dataclass(frozen=True, slots=True)
class LetterStart:
    """The paper, subject and body a letter begins with, who gets a copy, and to whom it goes (empty: as
    usual); nothing in it is final."""

    kind: str
    subject: str
    body: str
    addressee: str = ""
    copies_to: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class WrittenAnswer:
    """A letter about to be put forward, with the decision it answers and what holds beside the form."""

    decision: str
    body: str
    copies_to: tuple[str, ...] = ()
    entries: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)


Writer = Callable[[LetterBasis, DecisionDraft | None, str], LetterStart]
"""Makes the start of a letter on the paper of that kind."""


def decision_problems(kinds: Sequence[DecisionKind], draft: DecisionDraft) -> tuple[Problem, ...]:
    """What a decision still lacks, in the order its fields are asked for; costs are not below zero."""
    kind = next((one for one in kinds if one.key == draft.kind), None)
    if kind is None:
        return (Problem("kind", "Pilih keputusan."),)
    problems = [Problem(name, words) for name, words in kind.needed if not _given(getattr(draft, name))]
    if any(key not in _GROUNDS for key in draft.grounds):
        problems.append(Problem("grounds", "Dasar hukum yang dipilih tidak dikenal."))
    if draft.form not in FORMS:
        problems.append(Problem("form", "Pilih bentuk yang diberikan."))
    if min(draft.pages, draft.page_price, draft.sending_cost, draft.other_cost) < 0:
        problems.append(Problem("pages", "Jumlah dan biaya tidak boleh kurang dari nol."))
    return tuple(problems)


def _given(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)


def paper_for(kind: DecisionKind, basis: LetterBasis) -> str:
    """The usual paper of a decision for whoever asked."""
    return kind.to_writer if basis.by_letter and kind.to_writer else kind.letters[0]


def addressee_of(basis: LetterBasis) -> str:
    """To whom an answer goes: the body with the person who speaks for it, or the person."""
    if basis.body_name:
        return f"{basis.body_name}\nu.p. {basis.applicant}" if basis.applicant else basis.body_name
    return f"Sdr. {basis.applicant}"


def subject_line(head: str, asked: str) -> str:
    """``head: what was asked``, shortened at a word."""
    short = asked if len(asked) <= 90 else f"{asked[:87].rsplit(' ', 1)[0]}…"
    return f"{head}: {short}"


def cited(letter: LetterDraft) -> str:
    """`` Nomor 12/DPRD/2026 tanggal 12 Maret 2026``: what is known of a letter, after a blank."""
    number = f" Nomor {letter.number.strip()}" if letter.number.strip() else ""
    return f"{number} tanggal {full_day(letter.dated)}" if letter.dated else number


def opening(basis: LetterBasis) -> str:
    """The first sentence of an answer: the letter with its number and day or the request, when it came in,
    under which number."""
    came = f"surat Saudara{cited(basis.letter)}" if basis.by_letter else "permohonan Saudara"
    return (
        f"Menindaklanjuti {came} yang kami terima pada tanggal {basis.asked_on} dan tercatat dengan "
        f"nomor register {basis.number} mengenai {basis.subject}, dengan hormat kami sampaikan hal berikut."
    )


CLOSING = "Demikian disampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih."
"""The last sentence of an answer."""


def paragraphs(*parts: str) -> str:
    """The body of a letter from its paragraphs; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def plain_answer(basis: LetterBasis, decision: DecisionDraft | None, kind: str) -> LetterStart:
    """The start of an answer for a service that says nothing more special."""
    reason = decision.reason if decision is not None else ""
    body = paragraphs(opening(basis), reason, CLOSING)
    return LetterStart(kind, subject_line("Jawaban permohonan", basis.subject), body)

"""Facts of letters and of the disposition sheet."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from desk.documents.facts.shared import SignerFacts

LetterNature = Literal["biasa", "segera", "sangat segera", "rahasia"]


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterFacts:
    """An official letter.

    ``body`` is plain text: blank lines part paragraphs, lines that begin with ``1.`` or ``-`` are lists,
    lines of ``a | b`` are table rows (the first is the head), ``**bold**`` is bold. A number of
    None reads "Diberikan saat ditandatangani", a day of None is left to write; a ``draft`` bears KONSEP.
    ``rights`` are paragraphs that stand under the body whatever was written in it.
    """

    number: str | None
    issued_on: date | None
    subject: str
    addressee: str
    body: str
    signer: SignerFacts
    nature: str = "Biasa"
    attachments: str = "-"
    addressee_place: str = "Tempat"
    copies_to: tuple[str, ...] = ()
    rights: tuple[str, ...] = ()
    draft: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionEntry:
    """One link of the chain: advice of the Sekretaris ("usul") or an instruction ("disposisi").

    ``recipients`` and ``instructions`` are ticked where they are among the sheet's choices and added below
    the choices where they are not. ``recorded_from_paper`` notes that the signature is on another sheet,
    ``recorded_by`` who wrote a spoken one down for who gave it.
    """

    kind: Literal["usul", "disposisi"]
    position: str
    name: str
    at: datetime | None
    recipients: tuple[str, ...] = ()
    instructions: tuple[str, ...] = ()
    text: str = ""
    deadline: date | None = None
    recorded_from_paper: bool = False
    recorded_by: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DispositionSheetFacts:
    """The lembar disposisi (facts.md "Disposition sheet"); no entries gives the sheet to fill by hand.

    ``spoken``: dispositions by word of mouth on a visitor's request, which came without a letter (KPG 3).
    """

    index: str
    agenda_number: str
    sender: str
    letter_number: str
    letter_date: date | None
    received_on: date
    nature: LetterNature
    subject: str
    recipient_choices: tuple[str, ...]
    instruction_choices: tuple[str, ...]
    entries: tuple[DispositionEntry, ...] = ()
    case_number: str = ""
    attachments: str = ""
    deadline: date | None = None
    code: str = ""
    spoken: bool = False

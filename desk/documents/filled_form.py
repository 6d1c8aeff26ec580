"""What forms B and F share: two copies of numbered rows between letterhead and signatures."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Protocol

from desk.documents.facts import ApplicantFacts, OfficeFacts, PaperSize, SignerFacts
from desk.documents.kit.block import Block, gap
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job, as_copies
from desk.documents.kit.sheet import Sheet, form_sheet
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Style, Type, typeset
from desk.documents.kit.table import Cell, Column, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import NUMBER_FOLLOWS, either, place_and_date

_COLUMNS = (Column("", 2.5), Column("", 6.2))


class Asked(Protocol):
    """What both forms know of a request."""

    @property
    def number(self) -> str | None:
        """Its register number; none while it is provisional."""
        ...

    @property
    def alias(self) -> str | None:
        """The provisional number that an earlier paper bears."""
        ...

    @property
    def applicant(self) -> ApplicantFacts:
        """Who asks."""
        ...

    @property
    def officer(self) -> str:
        """Who took it in."""
        ...

    @property
    def officer_position(self) -> str:
        """In which position."""
        ...

    @property
    def received_at(self) -> datetime:
        """When, on the office's clock."""
        ...


@dataclass(frozen=True, slots=True)
class FilledForm:
    """A form: its title, a name for each copy, its rows, what stands below them (and the lines of room after
    that), how the applicant signs, with a drawn signature as PNG, in how many lines."""

    title: str
    copies: tuple[str, ...]
    rows: Callable[[Style], Sequence[Sequence[Cell]]]
    foot: Callable[[Type, float], Sequence[Block]]
    asks: str
    after_foot: float
    signing_lines: float
    png: bytes | None = None


def render_form(
    form: FilledForm, asked: Asked, office: OfficeFacts, size: PaperSize | None, *, reprint: bool
) -> bytes:
    """Its copies, a sheet each (more where the rows are very long)."""
    job = Job(
        paper=form.title,
        author=office.name,
        sheet=form_sheet(size or office.paper),
        type=typeset(office.typeface, 10),
        reprint=reprint,
    )
    return as_copies(job, [partial(_copy, form, asked, office, name) for name in form.copies])


def number_words(asked: Asked) -> str:
    """The register number with the provisional one an earlier paper bears, or that alone."""
    if asked.number and asked.alias:
        return f"{asked.number}\n({asked.alias})"
    return either(asked.number, asked.alias and f"{asked.alias}\n({NUMBER_FOLLOWS})")


def _copy(
    form: FilledForm, asked: Asked, office: OfficeFacts, name: str, faces: Type, sheet: Sheet
) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    return [
        letterhead(office, faces, width),
        gap(2),
        *paragraph(name, faces.small, width, "right"),
        *paragraph(form.title.upper(), faces.title, width, "center"),
        gap(faces.gap(0.5)),
        *table(_COLUMNS, form.rows(style), style, width),
        gap(faces.gap(0.5)),
        *form.foot(faces, width),
        gap(faces.gap(form.after_foot)),
        _signatures(form, asked, office, style, width),
    ]


def _signatures(form: FilledForm, asked: Asked, office: OfficeFacts, style: Style, width: float) -> Block:
    part, room = width * 0.46, form.signing_lines
    officer = SignerFacts(position=f"{asked.officer_position},", name=asked.officer)
    who = asked.applicant.proxy.name if asked.applicant.proxy else asked.applicant.name
    asking = SignerFacts(position=form.asks, name=who)
    place = place_and_date(office.city, asked.received_at.date())
    return signed_pair(
        signature(officer, style, part, room=room),
        signature(asking, style, part, above=[place], png=form.png, room=room),
        width,
    )

"""Authentication of votes: a sheet for each district, the party's own votes and each candidate's (S1, L1)."""

from functools import partial

from desk.documents.facts import OfficeFacts, PaperSize, PartyVotesFacts
from desk.documents.kit.block import Block, gap, tied
from desk.documents.kit.press import LETTER_SCALES, on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.style import Type
from desk.documents.kit.table import Column, fields, table
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import long_date, spelled
from desk.documents.legalisation import signed_and_legalised
from desk.documents.letters import headed, letter_job
from desk.rules.votes import grouped

TITLE = "Autentifikasi Perolehan Suara Sah Partai Politik dan Calon"
_COLUMNS = (Column("No.", 0.8, "center"), Column("Uraian", 6), Column("Suara sah", 1.8, "right"))


def render(
    facts: PartyVotesFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The sheet of a district, on one page if it can be; longer ones repeat the head of the table."""
    job = letter_job(f"{TITLE} {facts.number}", office, size=size, reprint=reprint, draft=False)
    return on_sheets(job, partial(_compose, facts, office), LETTER_SCALES)


def _compose(facts: PartyVotesFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style, won = sheet.inner_width, faces.body, facts.won
    ends = signed_and_legalised(
        office, facts.signer, facts.issued_on, facts.legaliser, facts.legalised_on, faces, width
    )
    sentences = (
        f"Jumlah suara sah dengan huruf: {spelled(won.whole)}.",
        f"Perolehan kursi: {won.seats} ({spelled(won.seats)}).",
    )
    said = [line for one in sentences for line in paragraph(one, style, width)]
    *ahead, last = table(_COLUMNS, _rows(facts), style, width, bold_last=True)
    return [
        *headed(office, TITLE, facts.number, faces, width),
        *fields(_about(facts), style, width),
        gap(faces.gap(0.7)),
        *ahead,
        *tied(
            [
                last,
                gap(faces.gap(0.5)),
                *said,
                *ends,
            ]
        ),
    ]


def _about(facts: PartyVotesFacts) -> list[tuple[str, str]]:
    rows = [
        ("Pemilihan", facts.election),
        ("Hari pemungutan suara", long_date(facts.election_day)),
        ("Daerah pemilihan", facts.won.district),
        ("Partai politik", facts.party),
    ]
    if facts.decree_number and facts.decree_date is not None:
        rows.append(
            ("Dasar", f"Keputusan Nomor {facts.decree_number} tanggal {long_date(facts.decree_date)}")
        )
    return [*rows, ("Nomor register", facts.case_number)]


def _rows(facts: PartyVotesFacts) -> list[list[str]]:
    won = facts.won
    people = [[str(one.number), one.name, grouped(one.votes)] for one in won.candidates]
    return [
        ["A", "Suara sah partai politik", grouped(won.own)],
        *people,
        ["B", "Jumlah suara sah calon", grouped(won.whole - won.own)],
        ["", "Jumlah suara sah partai politik dan calon (A + B)", grouped(won.whole)],
    ]

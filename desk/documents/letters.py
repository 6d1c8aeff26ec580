"""What official letters and notices share: heading, numbers, the right to object, the press job."""

from collections.abc import Sequence
from datetime import date

from desk.documents.facts import (
    ApplicantFacts,
    DayKind,
    OfficeFacts,
    PaperSize,
    ProxyFacts,
    SignerFacts,
)
from desk.documents.kit.block import Block, gap, tied
from desk.documents.kit.letterhead import letterhead
from desk.documents.kit.press import Job
from desk.documents.kit.sheet import letter_sheet
from desk.documents.kit.signature import copies_to, signed_right
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.text import balanced, one_line, paragraph
from desk.documents.kit.words import PENDING, counted_days, place_and_date

BASE_SIZE = 11.0


def letter_job(
    title: str,
    office: OfficeFacts,
    *,
    size: PaperSize | None,
    reprint: bool,
    draft: bool,
    base: float = BASE_SIZE,
) -> Job:
    """The press job of a letter: the office's typeface and paper, unless another paper is asked for."""
    return Job(
        paper=title,
        author=office.name,
        sheet=letter_sheet(size or office.paper),
        type=typeset(office.typeface, base),
        reprint=reprint,
        draft=draft,
    )


def headed(office: OfficeFacts, title: str, number: str | None, faces: Type, width: float) -> list[Block]:
    """Letterhead, title and number of a notice or decision; None: still to come, empty: it bears none."""
    numbered = [] if number == "" else [one_line(f"Nomor: {number or PENDING}", faces.body, width, "center")]
    return [
        letterhead(office, faces, width),
        gap(faces.gap(0.7)),
        *balanced(title.upper(), faces.title, width),
        *numbered,
        gap(faces.gap(0.8)),
    ]


def section(title: str, faces: Type, width: float) -> list[Block]:
    """A bold heading inside a notice, kept with what follows."""
    heading = paragraph(title, faces.body.strong(), width)
    return tied([gap(faces.gap(0.5)), *heading, gap(2, keep=True)])


def objection_right(days: int, kind: DayKind) -> str:
    """The applicant's right to object, as each refusal and notice states it."""
    return (
        "Apabila tidak menerima keputusan ini, pemohon berhak mengajukan keberatan secara tertulis kepada "
        f"Atasan PPID dalam waktu {counted_days(days, kind)} sejak surat ini diterima."
    )


def dispute_right(days: int, kind: DayKind) -> str:
    """The way from an answer to an objection to the Komisi Informasi, as each of them states it."""
    return (
        "Apabila tidak puas dengan tanggapan ini, Saudara berhak mengajukan permohonan penyelesaian sengketa "
        f"informasi publik kepada Komisi Informasi dalam waktu {counted_days(days, kind)} sejak surat ini "
        "diterima."
    )


def proxy_words(proxy: ProxyFacts | None) -> str:
    """Who acts for the applicant, with identity number and power of attorney, a line each; empty for
    nobody."""
    if proxy is None:
        return ""
    identity = f"NIK {proxy.identity_number}" if proxy.identity_number else ""
    return "\n".join(part for part in (proxy.name, identity, proxy.power_of_attorney) if part)


def applicant_rows(who: ApplicantFacts, *, identity: bool = False) -> list[tuple[str, str]]:
    """Name, body, address and contact of the applicant, what is known of them."""
    rows = [
        ("Nama pemohon", who.name),
        ("Lembaga", who.institution),
        (who.identity_kind, who.identity_number if identity else ""),
        ("Nomor badan hukum", who.legal_entity_number if identity else ""),
        ("Alamat", who.address),
        ("Pekerjaan", who.occupation if identity else ""),
        ("Telepon / surel", " / ".join(part for part in (who.phone, who.email) if part)),
    ]
    if who.proxy:
        rows.append(("Kuasa", f"{who.proxy.name} ({who.proxy.power_of_attorney})"))
    return [(label, value) for label, value in rows if value]


def ending(
    office: OfficeFacts,
    signer: SignerFacts,
    issued_on: date | None,
    copies: Sequence[str],
    faces: Type,
    width: float,
) -> list[Block]:
    """Place, date and signature right, then tembusan."""
    return [
        gap(faces.gap(1)),
        signed_right(signer, faces.body, width, above=[place_and_date(office.city, issued_on)]),
        *copies_to(copies, faces.small, width),
    ]

"""Minutes of a consultation: who consulted whom, accompanied by which section, what was advised (S9, NTT
2)."""

from functools import partial

from desk.documents.facts import ConsultationFacts, OfficeFacts, PaperSize, SignerFacts
from desk.documents.kit.block import Block, ended, gap
from desk.documents.kit.body import body
from desk.documents.kit.press import on_sheets
from desk.documents.kit.sheet import Sheet
from desk.documents.kit.signature import signature, signed_pair
from desk.documents.kit.style import Type
from desk.documents.kit.table import fields
from desk.documents.kit.text import paragraph
from desk.documents.kit.words import NUMBER_FOLLOWS, either, full_office_name, place_and_date, weekday_date
from desk.documents.letters import headed, letter_job, section

TITLE = "Berita Acara Konsultasi"


def render(
    facts: ConsultationFacts, office: OfficeFacts, *, size: PaperSize | None = None, reprint: bool = False
) -> bytes:
    """The minutes, on one sheet if they can be; they are signed by pen."""
    job = letter_job(TITLE, office, size=size, reprint=reprint, draft=False)
    return on_sheets(job, partial(_compose, facts, office))


def _compose(facts: ConsultationFacts, office: OfficeFacts, faces: Type, sheet: Sheet) -> list[Block]:
    width, style = sheet.inner_width, faces.body
    at = f" pukul {facts.hours}" if facts.hours else ""
    where = f", bertempat di {facts.room}" if facts.room else ""
    day = weekday_date(facts.held_on).replace(", ", " tanggal ")
    opening = (
        f"Pada hari {day}{at}{where}, telah dilaksanakan konsultasi pada "
        f"{full_office_name(office.name)} sebagai berikut:"
    )
    blocks = [
        *headed(office, TITLE, "", faces, width),
        *paragraph(opening, style, width, "justify"),
        gap(faces.gap(0.5)),
        *fields(_rows(facts), style, width),
        *([] if facts.number else paragraph(NUMBER_FOLLOWS, faces.small, width)),
        *section("Materi konsultasi", faces, width),
        *body(facts.subject, style, width),
        *section("Penjelasan dan saran yang diberikan", faces, width),
        *body(facts.advice, style, width),
    ]
    if facts.follow_up:
        blocks += [*section("Tindak lanjut", faces, width), *body(facts.follow_up, style, width)]
    closing = "Demikian berita acara ini dibuat dengan sebenarnya untuk dipergunakan sebagaimana mestinya."
    end = [
        gap(faces.gap(0.6)),
        *paragraph(closing, style, width, "justify"),
        gap(faces.gap(0.8)),
        *_signed(facts, office, faces, width),
    ]
    return ended(blocks, end)


def _rows(facts: ConsultationFacts) -> list[tuple[str, str]]:
    who, officer = facts.applicant, facts.consulted
    position = officer.position.replace("\n", " ").rstrip(",")
    rows = [
        ("Nomor register", either(facts.number, facts.alias)),
        ("Pemohon", who.name),
        ("Lembaga", who.institution),
        ("Surat pemohon", facts.letter),
        ("Turut hadir", facts.guests),
        ("Maksud dan tujuan", facts.purpose),
        ("Sumber data", facts.source),
        ("Pemberi konsultasi", ", ".join(part for part in (officer.name, position) if part)),
        ("Persetujuan", facts.approved),
        ("Didampingi oleh", "\n".join(facts.accompanied_by)),
    ]
    return [(label, words) for label, words in rows if words]


def _signed(facts: ConsultationFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    """Applicant left, who was consulted right, below them one line for each section that went along."""
    part, style = width * 0.47, faces.body
    here = place_and_date(office.city, facts.held_on)
    guest = SignerFacts(position="Pemohon,", name=facts.applicant.name)
    officer = SignerFacts(
        position=f"Pemberi konsultasi,\n{facts.consulted.position}",
        name=facts.consulted.name,
        nip=facts.consulted.nip,
    )
    pair = signed_pair(
        signature(guest, style, part, room=3.2),
        signature(officer, style, part, above=[here], room=3.2),
        width,
    )
    beside_them = [
        signature(SignerFacts(position=f"Pendamping,\n{one},", name=""), style, part, room=3.2)
        for one in facts.accompanied_by
    ]
    rows: list[Block] = [pair]
    for place in range(0, len(beside_them), 2):
        left, *right = beside_them[place : place + 2]
        rows += [gap(faces.gap(0.8)), *(signed_pair(left, one, width) for one in right)]
        rows += [] if right else [left]
    return rows

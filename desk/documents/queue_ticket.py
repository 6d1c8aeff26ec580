"""The queue ticket on a roll: number large, service, time; no personal data."""

from desk.documents.facts import OfficeFacts, QueueTicketFacts, RollWidth
from desk.documents.kit.block import Block, gap, rule
from desk.documents.kit.marks import copy_mark
from desk.documents.kit.press import Job, on_roll
from desk.documents.kit.sheet import roll_sheet
from desk.documents.kit.style import Type, typeset
from desk.documents.kit.text import one_line, paragraph
from desk.documents.kit.words import clock, weekday_date


def render(
    facts: QueueTicketFacts, office: OfficeFacts, *, roll: RollWidth = "roll80", reprint: bool = False
) -> bytes:
    """The ticket as PDF, ``roll`` wide and as long as its content."""
    sheet = roll_sheet(roll)
    faces = typeset("sans", 9.5 if roll == "roll80" else 8.5)
    blocks = [copy_mark(faces, sheet.inner_width)] if reprint else []
    blocks += _blocks(facts, office, faces, sheet.inner_width)
    return on_roll(Job(paper="Tiket antrean", author=office.name, sheet=sheet, type=faces), blocks)


def _blocks(facts: QueueTicketFacts, office: OfficeFacts, faces: Type, width: float) -> list[Block]:
    body, small = faces.body, faces.small
    blocks = [
        *paragraph(office.name, body.strong(), width, "center"),
        rule(width, room=8),
        *paragraph("Nomor antrean", small, width, "center"),
        one_line(facts.number, faces.style(4.4, bold=True), width, "center", least=0.3),
    ]
    if facts.priority:
        blocks += paragraph("PRIORITAS", faces.style(1.15, bold=True), width, "center")
    blocks.append(gap(3))
    blocks += paragraph(facts.service, faces.style(1.1, bold=True), width, "center")
    if facts.counter:
        blocks += paragraph(facts.counter, body, width, "center")
    blocks.append(gap(3))
    blocks += paragraph(weekday_date(facts.issued_at.date()), body, width, "center")
    blocks += paragraph(f"Pukul {clock(facts.issued_at, office.zone)}", body, width, "center")
    if facts.waiting is not None:
        waiting = f"Menunggu di depan: {facts.waiting} orang" if facts.waiting else "Berikutnya dipanggil"
        blocks += paragraph(waiting, body, width, "center")
    blocks.append(rule(width, room=9))
    note = facts.note or "Mohon menunggu sampai nomor dipanggil. Tiket berlaku pada hari ini."
    blocks += paragraph(note, small, width, "center")
    return blocks

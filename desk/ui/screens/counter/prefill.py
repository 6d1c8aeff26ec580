"""A form begun from what is known already: the visitor of a ticket, or a message of a channel."""

import re
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import msgspec

from desk.actions.confidence import who_asks
from desk.queries import collisions, visits
from desk.queries.casefile import CaseFile, case_file
from desk.queries.inbox import MessageRow
from desk.queries.queue import TicketRow
from desk.rules.calendar import WorkingCalendar
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.intake import ApplicantKind, Channel, IdentityKind
from desk.rules.permissions import Capability, may
from desk.services.common import ApplicantDraft
from desk.services.keberatan import Answered, against
from desk.ui.forms.filled import Filled
from desk.ui.forms.service_form import Known, ServiceForm
from desk.ui.sections.around import Around
from desk.ui.words import clock, short_moment

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace

_MAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")


def from_ticket(form: ServiceForm, ticket: TicketRow, calendar: WorkingCalendar) -> Filled[Any]:
    """The form of a visitor: name, telephone and identity kind of the guestbook (L3/III.B.3)."""
    applicant = ApplicantDraft(name=ticket.name, phone=ticket.phone)
    if ticket.identity_kind:
        applicant = ApplicantDraft(
            name=ticket.name, phone=ticket.phone, identity_kind=IdentityKind(ticket.identity_kind)
        )
    came = f"Diambil dari buku tamu {clock(ticket.issued_at, calendar.zone)}" if ticket.visit_id else ""
    if came and ticket.institution:
        came += f" · {ticket.institution}"
    known = Known(applicant, institution=ticket.institution, identity_seen=bool(ticket.identity_kind))
    around = Around(
        visit_id=ticket.visit_id or "", ticket_id=ticket.ticket_id, ticket=ticket.label, source=came
    )
    return Filled(form.begin(known), around)


def from_letter(form: ServiceForm) -> Filled[Any]:
    """An empty form of a letter to the Ketua, as the register officer takes it in (P3)."""
    return Filled(form.begin(Known(channel=Channel.LETTER, by_letter=True)))


def refused_service(place: "Workplace", position: int) -> str:
    """The service of a case that the server refused; empty where that cannot be read."""
    values = place.ask(collisions.inserted, position, "cases")
    return "" if values is None else str(values["service"])


def from_refused(place: "Workplace", form: ServiceForm, position: int) -> Filled[Any] | None:
    """The form of a case that the server refused, as it was filled in; None where it cannot be read."""
    values = place.ask(collisions.inserted, position, "cases")
    if values is None:
        return None
    try:
        draft = msgspec.convert(values["detail"], form.draft_type)
    except msgspec.MsgspecError:
        return None
    apart = place.ask(collisions.inserted, position, "applicants")
    if values["service"] in CONFIDENTIAL and apart is not None:
        draft = replace(draft, applicant=who_asks(apart))
    visit_id = str(values["visit_id"] or "")
    around = Around(
        visit_id=visit_id if visit_id and place.ask(visits.visit, visit_id) is not None else "",
        source="Dibuka lagi dari permohonan yang tidak diterima server",
        received_at=values["received_at"],
    )
    return Filled(draft, around)


def from_request(place: "Workplace", case_id: str) -> Filled[Any] | None:
    """Form F begun from the request that is objected to (S3k); None where it is gone."""
    file = place.ask(case_file, place.standards, place.now(), case_id)
    if file is None:
        return None
    row = file.page.row
    request = Answered(case_id, row.number, file.page.category, _cause(file), file.page.detail)
    draft = against(request, whole=may(place.roles, Capability.SEE_IDENTITY))
    return Filled(draft, Around(source=f"Diambil dari permohonan {row.number}"))


def _cause(file: CaseFile) -> date | None:
    """The day the applicant had cause to object: when the answer was handed over, else its date, else the day
    after the limit."""
    letter, due = file.letter, file.page.row.due
    handed = next((one for one in file.deliveries if not one.void), None)
    if handed is not None:
        return file.office.day_of(handed.at)
    if letter is not None and letter.dated is not None:
        return letter.dated
    if due is not None and due < file.office.day_of(file.read_at):
        return due + timedelta(days=1)
    return None


def from_message(form: ServiceForm, message: MessageRow, calendar: WorkingCalendar) -> Filled[Any]:
    """The form of a message: who sent it, how to answer, what it says, when it came in (C1)."""
    mail = _MAIL.fullmatch(message.contact.strip()) is not None
    by_phone = not mail and any(char.isdecimal() for char in message.contact)
    applicant = ApplicantDraft(
        kind=ApplicantKind.PERSON,
        name=message.sender,
        email=message.contact.strip() if mail else "",
        phone=message.contact.strip() if by_phone else "",
    )
    when = short_moment(message.received_at, calendar.zone)
    around = Around(
        inbox_id=message.id, source=f"Diambil dari pesan masuk {when}", received_at=message.received_at
    )
    note = "" if mail or by_phone else message.contact.strip()
    known = Known(
        applicant,
        Channel(message.channel),
        subject=message.subject,
        text=message.body or message.subject,
        number=message.external_number,
        note=note,
    )
    return Filled(form.begin(known), around)

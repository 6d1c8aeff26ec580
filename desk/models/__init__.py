"""SQLAlchemy mapped records of an office, one subject per file.

Importing this package registers every table on ``Base.metadata``; the change log's triggers are generated
from it, so a new captured table needs a module here, a line below and a migration, nothing else. Records
carry no behaviour: rules are in ``desk.rules``, use cases in ``desk.actions``. Rows that later live in
different audiences (a visit and its case, a ticket and its visit) refer to each other without a foreign key.
"""

from desk.models.appointment import AnnouncedGuest, Appointment
from desk.models.attachment import Attachment
from desk.models.base import Base, Row, new_id
from desk.models.calendar import CalendarDay, ElectionStage
from desk.models.case import Applicant, Case, ChecklistItem, StepRecord
from desk.models.conflict import Conflict
from desk.models.decision import Decision, FeeReceipt
from desk.models.disposition import Disposition
from desk.models.entry import CaseEntry
from desk.models.event import EducationEvent, EducationResource, EventBooking
from desk.models.inbox import InboxCheck, InboxEntry
from desk.models.letter import Control, Delivery, Letter
from desk.models.limit import ClockStop, DueChange, LimitExtension
from desk.models.number import IssuedNumber, NumberCounter
from desk.models.office import Office
from desk.models.presence import PresenceWord
from desk.models.printout import Printout
from desk.models.queue import Counter, Ticket
from desk.models.staff import Credential, Mandate, Staff, StaffRole
from desk.models.visit import ShiftNote, Visit, VisitorCard
from desk.models.votes import Election, VoteRow

__all__ = [
    "AnnouncedGuest",
    "Applicant",
    "Appointment",
    "Attachment",
    "Base",
    "CalendarDay",
    "Case",
    "CaseEntry",
    "ChecklistItem",
    "ClockStop",
    "Conflict",
    "Control",
    "Counter",
    "Credential",
    "Decision",
    "Delivery",
    "Disposition",
    "DueChange",
    "EducationEvent",
    "EducationResource",
    "Election",
    "ElectionStage",
    "EventBooking",
    "FeeReceipt",
    "InboxCheck",
    "InboxEntry",
    "IssuedNumber",
    "Letter",
    "LimitExtension",
    "Mandate",
    "NumberCounter",
    "Office",
    "PresenceWord",
    "Printout",
    "Row",
    "ShiftNote",
    "Staff",
    "StaffRole",
    "StepRecord",
    "Ticket",
    "Visit",
    "VisitorCard",
    "VoteRow",
    "new_id",
]

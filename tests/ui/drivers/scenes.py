"""A scene for each page that shows office data: who sits there, what fills it, what comes from elsewhere."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, time, timedelta
from functools import cache, partial
from typing import Any

from msgspec import structs
from sqlalchemy import select

from desk.actions.appointments import keep_appointment
from desk.actions.calendar import close_day
from desk.actions.events import keep_event
from desk.actions.inbox import MessageDraft, note_message
from desk.actions.mandates import give_mandate
from desk.actions.presence import PresenceDraft, say_presence
from desk.actions.resources import ResourceDraft, keep_resource
from desk.actions.shift import leave_shift_note
from desk.actions.visits import VisitDraft, register_visit
from desk.actions.votes import ElectionDraft, keep_election
from desk.models import (
    Applicant,
    CalendarDay,
    Case,
    Conflict,
    Delivery,
    EducationResource,
    Election,
    PresenceWord,
    Visit,
    VisitorCard,
    VoteRow,
    new_id,
)
from desk.models.types import canonical_json
from desk.queries import appointments
from desk.rules.calendar import DayKind
from desk.rules.intake import Channel
from desk.rules.presence import Presence
from desk.services.appointments import AppointmentDraft
from desk.standards.loader import Standards
from desk.standards.model import AppliesTo
from tests import requests, stories
from tests.office import MORNING, SmallOffice, standards
from tests.services.test_education_events import EVENT
from tests.ui.drivers.collisions import arrive, conflict

Make = Callable[[SmallOffice], str]
Change = Callable[[SmallOffice, str, str], None]
"""Office, row, words: the row comes with these words from another desk."""

MANY = 17
"""Rows that make any list of a 1366x768 window scroll."""


@dataclass(frozen=True)
class Scene:
    """One page in somebody's hands.

    Attributes:
        login, counter: Who sits there.
        make: Makes one row of the page; gives its id.
        change: Another desk's words for such a row.
        many: How many rows there are when the page opens.
        walk: How far down the list the officer has gone.
        opens: Key that opens what is typed in.
        chooses: A choice made before the field is there: its label and the option.
        leaves: Whether a row is a case that goes away when another desk takes it further.
        label: Label of what is typed into; empty: nothing on this page.
        typed: What the officer has typed when news comes, and the rest; both together find every row where
            the field is a search.
        params: How the page is opened; ``case_id`` stands for the first row.
    """

    login: str
    make: Make
    change: Change
    counter: int | None = None
    many: int = MANY
    walk: int = MANY - 2
    opens: str = ""
    chooses: tuple[str, str] | None = None
    leaves: bool = False
    label: str = ""
    typed: tuple[str, str] = ("Kotak suara ", "tersegel")
    params: Mapping[str, Any] = field(default_factory=dict)


def words_of(table: str, column: str) -> Change:
    """Another desk writes into a column of the row."""
    return lambda office, row_id, words: arrive(office, table, row_id, **{column: words})


def applicant_of(office: SmallOffice, case_id: str, words: str) -> None:
    """Another desk corrects the applicant's name."""
    with office.store.read() as session:
        found = session.scalars(select(Applicant.id).where(Applicant.case_id == case_id)).one()
    arrive(office, "applicants", found, name=words)


def wish_of(office: SmallOffice, case_id: str, words: str) -> None:
    """Another desk corrects what is asked for."""
    with office.store.read() as session:
        detail = session.get_one(Case, case_id).detail
    arrive(office, "cases", case_id, detail=canonical_json(detail | {"information": words}))


def visitor(office: SmallOffice, **more: Any) -> str:
    """Somebody comes in at the gate."""
    with office.store.read() as session:
        count = len(session.scalars(select(Visit.id)).all())
    draft = VisitDraft(f"Tamu {count:02}", purpose="Konsultasi", **more)
    return register_visit(office.at("bayu"), draft).visit_id


def with_ticket(office: SmallOffice) -> str:
    """Somebody takes a number for a form."""
    return visitor(office, phone="081237001122", service="informasi")


def with_card(office: SmallOffice) -> str:
    """Somebody carries a visitor card, a new one of the office."""
    with office.store.read() as session:
        number = str(len(session.scalars(select(VisitorCard.id)).all()) + 1)
    with office.store.replica() as replica:
        replica.write("visitor_cards", [(new_id(), 1, {"number": number})])
    return visitor(office, card=number)


def message(office: SmallOffice) -> str:
    """A message is noted."""
    draft = MessageDraft(
        channel=Channel.EMAIL, sender="Siti", subject="Permohonan data", contact="siti@contoh.id"
    )
    return note_message(office.at("yudi"), draft)


def shift_note(office: SmallOffice) -> str:
    """A guard leaves a note."""
    return leave_shift_note(office.at("bayu"), "Kunci gudang ada di laci.")


def closed_day(office: SmallOffice) -> str:
    """A day more in the calendar."""
    with office.store.read() as session:
        count = len(session.scalars(select(CalendarDay.id)).all())
    day = office.clock().date() + timedelta(days=count + 1)
    close_day(office.at("admin"), day, DayKind.CLOSING, "Pemeliharaan gedung")
    with office.store.read() as session:
        made = select(CalendarDay.id).where(CalendarDay.day == day, CalendarDay.kind == DayKind.CLOSING)
        return session.scalars(made).one()


@cache
def renewed() -> Standards:
    """The shipped standards and a newer version of KSB that reaches unfinished steps."""
    older = standards().get("ksb")
    newer = structs.replace(
        older, id="ksb2026", valid_from=date(2026, 3, 1), applies_to=AppliesTo.UNFINISHED_STEPS
    )
    return Standards({**standards().by_id, newer.id: newer})


def under_the_older(office: SmallOffice) -> str:
    """A request taken in before the newer version was there."""
    office.standards = standards()
    case_id = requests.registered(office)
    office.standards = renewed()
    return case_id


def mandate(office: SmallOffice) -> str:
    """Somebody may act for the Sekretaris."""
    now = office.clock()
    give = partial(give_mandate, office.at("admin"), office.founded.staff["tono"], "sekretaris")
    return give(now - timedelta(days=2), now - timedelta(days=1), "094/ST")


def collision(office: SmallOffice) -> str:
    """Two desks wrote about one visitor."""
    visit_id = visitor(office)
    values = {"name": "Baiq Nurul", "institution": ""}
    versions = (values, values | {"institution": "Dinas Sosial"}, values | {"institution": "Kantor Camat"})
    return conflict(office, "visits", visit_id, versions)


def planned_event(office: SmallOffice) -> str:
    """An event of today that books nothing."""
    return keep_event(office.at("syahrul"), replace(EVENT, day=MORNING.date())).event_id


def lent_thing(office: SmallOffice) -> str:
    """Something more to lend."""
    with office.store.read() as session:
        count = len(session.scalars(select(EducationResource.id)).all()) + 1
    return keep_resource(office.at("syahrul"), ResourceDraft("alat", f"Alat {count:02}"))


def their_name(office: SmallOffice, conflict_id: str, words: str) -> None:
    """The visitor two desks wrote about has another name on a third one."""
    with office.store.read() as session:
        visit_id = session.get_one(Conflict, conflict_id).row_id
    arrive(office, "visits", visit_id, name=words)


def vote_row(office: SmallOffice) -> str:
    """A candidate more of the election."""
    with office.store.read() as session:
        election_id = session.scalar(select(Election.id))
        count = len(session.scalars(select(VoteRow.id)).all()) + 1
    held = election_id or keep_election(office.at("mira"), ElectionDraft("Pemilu 2024", date(2024, 2, 14)))
    row = {"election_id": held, "district": "Dapil 1", "party": "Partai Lestari", "number": count}
    row |= {"candidate": f"Calon {count:02}", "votes": 0, "seats": 0, "total": 0, "position": count}
    made = new_id()
    with office.store.replica() as replica:
        replica.write("vote_rows", [(made, 1, row)])
    return made


def word(office: SmallOffice) -> str:
    """Somebody says that the Sekretaris is there."""
    say_presence(office.at("rahma"), PresenceDraft(office.founded.staff["hendra"], Presence.PRESENT))
    with office.store.read() as session:
        return session.scalars(select(PresenceWord.id)).one()


def appointment(office: SmallOffice) -> str:
    """The Sekretaris receives somebody, a quarter of an hour after the last one."""
    day = date(2026, 3, 13)
    taken = len(office.at("rahma").ask(appointments.of_day, day))
    at = time(9 + taken // 4, taken % 4 * 15)
    hendra = office.founded.staff["hendra"]
    draft = AppointmentDraft(
        "sekretaris", hendra, f"Tamu {taken}", subject="Rapat", day=day, at=at, minutes=15
    )
    return keep_appointment(office.at("rahma"), draft).appointment_id


def the_office(office: SmallOffice) -> str:
    """The one office."""
    return office.founded.office_id


def delivery_of(office: SmallOffice, case_id: str) -> str:
    """The hand-over of a case."""
    with office.store.read() as session:
        return session.scalars(select(Delivery.id).where(Delivery.case_id == case_id)).one()


def first(make: Callable[[SmallOffice], Any]) -> Make:
    """The case a story is about."""

    def made(office: SmallOffice) -> str:
        told = make(office)
        return (told[0] if isinstance(told, tuple) else told).case_id

    return made


SEARCHED = ("hasil ", "pemilihan")
"""Words of a search that every request of these scenes has in it."""

_SUBJECT = words_of("cases", "subject")
_AT = "desk.ui.screens."

SCENES: Mapping[str, Scene] = {
    _AT + "counter.page:CounterPage": Scene(
        "rahma", with_ticket, words_of("visits", "name"), counter=1, label="Informasi yang diminta"
    ),
    _AT + "versions.page:VersionsPage": Scene("hendra", under_the_older, _SUBJECT),
    _AT + "cases_list.page:CasesPage": Scene(
        "rahma", requests.registered, _SUBJECT, label="Cari", typed=SEARCHED
    ),
    _AT + "case.page:CasePage": Scene(
        "syahrul",
        first(stories.to_kasubag),
        applicant_of,
        many=1,
        walk=0,
        label="Hal",
        params={"case_id": ""},
    ),
    _AT + "correction.page:CorrectionPage": Scene(
        "rahma",
        first(stories.take_in),
        wish_of,
        many=1,
        walk=0,
        label="Tujuan penggunaan",
        params={"case_id": ""},
    ),
    _AT + "inbox.page:InboxPage": Scene(
        "rahma", message, words_of("inbox_entries", "subject"), opens="F4", label="Pengirim"
    ),
    _AT + "handover.page:HandoverPage": Scene(
        "rahma", first(stories.to_hand_over), applicant_of, label="Keterangan", leaves=True
    ),
    _AT + "ekspedisi.page:EkspedisiPage": Scene(
        "rahma",
        first(stories.handed_over),
        lambda office, case_id, words: arrive(
            office, "deliveries", delivery_of(office, case_id), receiver=words
        ),
        label="Cari",
        typed=("jawa", "ban"),
    ),
    _AT + "gate.register:RegisterPage": Scene("bayu", visitor, words_of("visits", "name"), label="Nama"),
    _AT + "gate.inside:InsidePage": Scene(
        "bayu",
        visitor,
        words_of("visits", "name"),
        label="Cari tamu di dalam gedung",
        typed=("ta", "mu"),
    ),
    _AT + "gate.cards:CardsPage": Scene(
        "bayu",
        with_card,
        words_of("visits", "name"),
        label="Nomor kartu yang kembali",
        typed=("0", "3"),
    ),
    _AT + "gate.notes:NotesPage": Scene(
        "bayu", shift_note, words_of("shift_notes", "text"), walk=0, label="Isi catatan"
    ),
    _AT + "work.page:WorkPage": Scene(
        "syahrul", first(stories.to_kasubag), _SUBJECT, label="Saring pekerjaan", typed=SEARCHED
    ),
    _AT + "signing.page:SigningPage": Scene(
        "syahrul", requests.in_control, _SUBJECT, opens="K", label="Koreksi"
    ),
    _AT + "disposition.page:DispositionPage": Scene(
        "hendra", requests.at_secretary, _SUBJECT, label="Usul dan saran", leaves=True
    ),
    _AT + "calendar.page:CalendarPage": Scene(
        "admin", closed_day, words_of("calendar_days", "name"), label="Nama hari libur atau alasan"
    ),
    _AT + "mandates.page:MandatesPage": Scene(
        "admin", mandate, words_of("mandates", "letter"), label="Nomor surat tugas"
    ),
    _AT + "ppid.page:PpidPage": Scene(
        "putri",
        requests.at_ppid,
        _SUBJECT,
        chooses=("Keputusan", "Tidak dikuasai"),
        label="Alasan untuk pemohon",
        leaves=True,
    ),
    _AT + "liaison.page:LiaisonPage": Scene(
        "fajar", requests.at_liaison, _SUBJECT, label="Catatan untuk PPID", leaves=True
    ),
    _AT + "register_desk.page:RegisterDeskPage": Scene("wulan", requests.registered_letter, _SUBJECT),
    _AT + "numbers.page:NumbersPage": Scene(
        "wulan", requests.registered, _SUBJECT, label="Cari", typed=("20", "26")
    ),
    _AT + "collisions.page:CollisionsPage": Scene("bayu", collision, their_name),
    _AT + "events.page:EventsPage": Scene(
        "syahrul", planned_event, words_of("education_events", "title"), opens="F7", label="Nama kegiatan"
    ),
    _AT + "resources.page:ResourcesPage": Scene(
        "syahrul", lent_thing, words_of("education_resources", "name"), label="Keterangan"
    ),
    _AT + "presence.page:PresencePage": Scene(
        "rahma", word, words_of("presence_words", "note"), many=1, walk=1
    ),
    _AT + "appointments.page:AppointmentsPage": Scene("rahma", appointment, words_of("appointments", "room")),
    _AT + "gate.expected:ExpectedPage": Scene("bayu", appointment, words_of("appointments", "room")),
    _AT + "office_profile.page:OfficeProfilePage": Scene(
        "admin", the_office, words_of("offices", "website"), many=1, walk=0, label="Nama kantor"
    ),
    _AT + "votes.page:VotesPage": Scene(
        "mira",
        vote_row,
        words_of("vote_rows", "candidate"),
        walk=0,
        label="Cari",
        typed=("lest", "ari"),
    ),
}
"""By the page's import path."""

WITHOUT_OFFICE_DATA = {
    _AT + "recovery.page:RecoveryPage",
    _AT + "devices.page:DevicesPage",
    _AT + "complaint_report.page:ComplaintReportPage",
    _AT + "service_settings.page:ServiceSettingsPage",
    _AT + "step_times.page:StepTimesPage",
}
"""Pages that show no words another desk could change; devices are read from the server with a password, the
report of complaints and the recap of steps have counts alone."""

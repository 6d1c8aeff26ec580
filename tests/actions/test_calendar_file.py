"""The calendar as a file: read back by another reader it says the same."""

from dataclasses import replace
from datetime import UTC, datetime

from icalendar import Calendar

from desk.actions.calendar_file import calendar_file
from desk.actions.events import cancel_event, keep_event
from desk.actions.resources import ResourceDraft, keep_resource
from desk.queries import events
from tests.office import MORNING, SmallOffice
from tests.services.test_education_events import EVENT

APRIL = (datetime(2026, 4, 1, tzinfo=UTC), datetime(2026, 5, 1, tzinfo=UTC))
LONG = "Kelas Demokrasi; pemula, disabilitas\\perempuan “bersama” " + "sekolah " * 12


def test_events_are_read_back_as_they_stand_in_the_calendar(office: SmallOffice) -> None:
    head = office.at("syahrul")
    hall = keep_resource(head, ResourceDraft("ruang", "Aula, lantai 2"))
    speaker = keep_resource(head, ResourceDraft("narasumber", "Dewi Lestari"))
    note = "Baris satu\nBaris dua"
    draft = replace(EVENT, title=LONG, resources=(hall, speaker), note=note, targets=("pemula",))
    kept = keep_event(head, draft).event_id
    file = calendar_file(head.ask(events.between, *APRIL), "Kalender Pendidikan", MORNING)
    assert all(len(line) <= 75 for line in file.split(b"\r\n"))
    read = Calendar.from_ical(file)
    assert (str(read["version"]), str(read["x-wr-calname"])) == ("2.0", "Kalender Pendidikan")
    (event,) = read.walk("VEVENT")
    assert str(event["uid"]) == f"{kept}@desk"
    assert str(event["summary"]) == LONG.strip()
    assert str(event["location"]) == "Aula, lantai 2"
    assert event.decoded("dtstart") == datetime(2026, 4, 20, 1, 0, tzinfo=UTC)
    assert event.decoded("dtend") == datetime(2026, 4, 20, 3, 30, tzinfo=UTC)
    assert event.decoded("dtstamp") == MORNING
    assert str(event["status"]) == "CONFIRMED"
    assert str(event["description"]).splitlines() == [
        "Penyelenggara: Forum Pemuda Tanjung Lestari",
        "Keadaan: direncanakan",
        "Peserta: 60 orang",
        "Sasaran: Pemilih pemula",
        "Narasumber: Dewi Lestari",
        "Catatan: Baris satu",
        "Baris dua",
    ]


def test_a_cancelled_event_says_so_under_the_same_name(office: SmallOffice) -> None:
    head = office.at("syahrul")
    kept = keep_event(head, EVENT).event_id
    cancel_event(head, kept, "Ditunda")
    file = calendar_file(head.ask(events.between, *APRIL, cancelled=True), "Kalender", MORNING)
    (event,) = Calendar.from_ical(file).walk("VEVENT")
    assert (str(event["uid"]), str(event["status"])) == (f"{kept}@desk", "CANCELLED")


def test_an_empty_range_is_a_calendar_too() -> None:
    assert Calendar.from_ical(calendar_file((), "Kalender", MORNING)).walk("VEVENT") == []

"""Planning events: what is booked is booked once, all can be taken back, requests find their events."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

import pytest

from desk.actions.cases import IntakeOrder, open_case
from desk.actions.entries import write_entry
from desk.actions.errors import NotFoundError, ProblemsError, StaleError
from desk.actions.events import (
    cancel_event,
    draft_of,
    hold_event,
    keep_event,
    undo_cancel_event,
    undo_hold_event,
    undo_keep_event,
)
from desk.actions.lan import ServerNeededError
from desk.actions.resources import USUAL, ResourceDraft, add_usual_resources, keep_resource
from desk.actions.steps import MoveOrder, move_case
from desk.queries import events
from desk.queries.events import EventRow
from desk.queries.office import profile
from desk.rules.booking import EventState, Kind
from desk.services.education_entries import APPROVED
from desk.services.education_events import EventDraft, for_case
from desk.services.pendidikan_pemilih import APPROVAL
from tests.actions.test_voter_education import answered, asked
from tests.office import SmallOffice
from tests.services.test_education_events import EVENT
from tests.services.test_pendidikan_pemilih import AGREED, HELD, REQUEST

SPRING = (datetime(2026, 3, 1, tzinfo=UTC), datetime(2026, 6, 1, tzinfo=UTC))


@pytest.fixture
def lent(office: SmallOffice) -> dict[str, str]:
    """What the office lends: name -> id."""
    head = office.at("syahrul")
    drafts = (
        ResourceDraft("ruang", "Aula", 80),
        ResourceDraft("alat", "Proyektor"),
        ResourceDraft("narasumber", "Dewi Lestari"),
    )
    return {one.name: keep_resource(head, one) for one in drafts}


def row_of(office: SmallOffice, event_id: str) -> EventRow:
    found = office.at("rahma").ask(events.event, event_id)
    assert found is not None
    return found


def shown(office: SmallOffice) -> list[str]:
    return [one.title for one in office.at("rahma").ask(events.between, *SPRING)]


def booked(lent: dict[str, str], *names: str, **changes: object) -> EventDraft:
    return replace(EVENT, resources=tuple(lent[one] for one in names), **changes)


def test_an_event_stands_in_the_calendar_with_what_it_books(
    office: SmallOffice, lent: dict[str, str]
) -> None:
    draft = booked(lent, "Proyektor", "Dewi Lestari", "Aula", note="Kursi 60", targets=("pemula",))
    kept = keep_event(office.at("syahrul"), draft)
    row = row_of(office, kept.event_id)
    assert (row.title, row.organiser, row.expected) == ("Kelas Demokrasi", EVENT.organiser, 60)
    assert row.starts == datetime(2026, 4, 20, 1, 0, tzinfo=UTC)
    assert [one.name for one in row.resources] == ["Aula", "Dewi Lestari", "Proyektor"]
    assert (row.place, row.named(Kind.SPEAKER)) == ("Aula", "Dewi Lestari")
    zone = office.at("rahma").ask(profile).zone
    assert replace(draft_of(row, zone), resources=()) == replace(draft, resources=())


def test_nothing_is_lent_to_two_events_at_once_and_it_is_told_who_has_it(
    office: SmallOffice, lent: dict[str, str]
) -> None:
    head = office.at("syahrul")
    with pytest.raises(ProblemsError, match="Isi nama kegiatan"):
        keep_event(head, booked(lent, "Aula", title=""))
    keep_event(head, booked(lent, "Aula"))
    later = booked(lent, "Aula", "Proyektor", title="Rapat", organiser="", starts=time(11), ends=time(12))
    with pytest.raises(ProblemsError) as refused:
        keep_event(head, later)
    assert [one.message for one in refused.value.problems] == [
        "Aula dipakai “Kelas Demokrasi” (Forum Pemuda Tanjung Lestari), 20 April 2026, 09.00–11.30."
    ]
    assert shown(office) == ["Kelas Demokrasi"]
    keep_event(head, replace(later, starts=time(11, 30)))
    keep_event(head, booked(lent, "Proyektor", title="Lain"))
    assert shown(office) == ["Kelas Demokrasi", "Lain", "Rapat"]


def test_a_change_keeps_its_own_bookings_and_lets_go_what_it_needs_no_longer(
    office: SmallOffice, lent: dict[str, str]
) -> None:
    head = office.at("syahrul")
    row = row_of(office, keep_event(head, booked(lent, "Aula", "Proyektor")).event_id)
    changed = keep_event(head, booked(lent, "Aula", ends=time(12)), row)
    assert changed.event_id == row.id
    now = row_of(office, row.id)
    assert [one.name for one in now.resources] == ["Aula"]
    keep_event(head, booked(lent, "Proyektor", title="Lain"))
    with pytest.raises(ProblemsError, match="Proyektor dipakai “Lain”"):
        undo_keep_event(head, changed)
    undo_keep_event(head, keep_event(head, replace(draft_of(now, profile_zone(office)), note="x"), now))
    assert row_of(office, row.id) == now


def profile_zone(office: SmallOffice):
    return office.at("rahma").ask(profile).zone


def test_a_new_event_can_be_taken_back_whole(office: SmallOffice, lent: dict[str, str]) -> None:
    head = office.at("syahrul")
    kept = keep_event(head, booked(lent, "Aula"))
    undo_keep_event(head, kept)
    assert shown(office) == []
    keep_event(head, booked(lent, "Aula", title="Lain"))
    with pytest.raises(NotFoundError):
        undo_keep_event(head, kept)


def test_a_cancelled_event_frees_what_it_had_until_it_is_planned_again(
    office: SmallOffice, lent: dict[str, str]
) -> None:
    head = office.at("syahrul")
    first = keep_event(head, booked(lent, "Aula")).event_id
    with pytest.raises(ProblemsError, match="alasan"):
        cancel_event(head, first, " ")
    cancel_event(head, first, "Organisasi menunda.")
    assert shown(office) == []
    assert row_of(office, first).reason == "Organisasi menunda."
    with pytest.raises(ProblemsError, match="sudah terlaksana atau dibatalkan"):
        cancel_event(head, first, "Lagi")
    undo_cancel_event(head, first)
    assert row_of(office, first).state is EventState.PLANNED
    with pytest.raises(ProblemsError, match="tidak sedang dibatalkan"):
        undo_cancel_event(head, first)
    cancel_event(head, first, "Organisasi menunda.")
    keep_event(head, booked(lent, "Aula", title="Lain"))
    with pytest.raises(ProblemsError, match="Aula dipakai “Lain”"):
        undo_cancel_event(head, first)
    assert row_of(office, first).state is EventState.CANCELLED


def test_what_a_colleague_changed_meanwhile_is_not_written_over(
    office: SmallOffice, lent: dict[str, str]
) -> None:
    row = row_of(office, keep_event(office.at("syahrul"), EVENT).event_id)
    keep_event(office.at("mira"), replace(EVENT, expected=30), row)
    with pytest.raises(StaleError, match="sudah diubah rekan"):
        keep_event(office.at("syahrul"), booked(lent, "Aula"), row)


class OutOfReach:
    """A network whose server is not reached."""

    @contextmanager
    def first(self, _key: str) -> Iterator[bool]:
        yield False

    def settle(self, _seconds: float) -> bool:
        return False


def test_offline_nothing_is_booked_and_an_event_without_bookings_is_kept(
    office: SmallOffice, lent: dict[str, str]
) -> None:
    booking = keep_event(office.at("syahrul"), booked(lent, "Aula")).event_id
    cancel_event(office.at("syahrul"), booking, "Ditunda")
    head = replace(office.at("syahrul"), lan=OutOfReach())
    with pytest.raises(ServerNeededError, match="Luring"):
        keep_event(head, booked(lent, "Proyektor"))
    with pytest.raises(ServerNeededError, match="Luring"):
        undo_cancel_event(head, booking)
    keep_event(head, replace(EVENT, title="Di desa", inside=False, address="Balai Desa"))
    assert shown(office) == ["Di desa"]


def test_an_event_of_ones_own_is_held_with_how_many_came(office: SmallOffice) -> None:
    head = office.at("syahrul")
    event_id = keep_event(head, EVENT).event_id
    with pytest.raises(ProblemsError, match="jumlah peserta"):
        hold_event(head, event_id, 0)
    hold_event(head, event_id, 41)
    assert (row_of(office, event_id).state, row_of(office, event_id).attended) == (EventState.HELD, 41)
    undo_hold_event(head, event_id)
    assert (row_of(office, event_id).state, row_of(office, event_id).attended) == (EventState.PLANNED, 0)


def test_a_request_waits_for_its_event_until_one_stands_and_holds_it_with_its_report(
    office: SmallOffice,
) -> None:
    head = office.at("syahrul")
    asked(office)
    opened = answered(office, "setujui", AGREED, APPROVAL)
    (waits,) = head.ask(events.waiting, "pendidikan_pemilih", APPROVED)
    assert (waits.case_id, waits.number) == (opened.case_id, opened.number)
    assert waits.organiser == REQUEST.applicant.body_name
    event_id = keep_event(head, for_case(waits.case_id, waits.organiser, waits.detail)).event_id
    assert head.ask(events.waiting, "pendidikan_pemilih", APPROVED) == ()
    (planned,) = head.ask(events.planned, opened.case_id)
    assert (planned.title, f"{planned.starts:%H.%M}", planned.place) == (REQUEST.title, "09.00", "Kantor KPU")
    with pytest.raises(ProblemsError, match="pada permohonan"):
        hold_event(head, event_id, 40)
    write_entry(head, MoveOrder(opened.case_id, "laporkan"), HELD)
    assert (row_of(office, event_id).state, row_of(office, event_id).attended) == (EventState.HELD, 48)


def test_events_of_a_span_are_those_that_share_a_moment_with_it(office: SmallOffice) -> None:
    head = office.at("syahrul")
    keep_event(head, replace(EVENT, until=date(2026, 4, 21)))
    day = datetime(2026, 4, 21, 0, 0, tzinfo=UTC) - timedelta(hours=8)
    assert len(head.ask(events.between, day, day + timedelta(days=1))) == 1
    assert head.ask(events.between, day + timedelta(days=1), day + timedelta(days=2)) == ()
    assert head.ask(events.between, day - timedelta(days=2), day - timedelta(days=1)) == ()


# what is lent


def test_the_list_begins_with_what_the_decree_names_and_is_not_doubled(office: SmallOffice) -> None:
    head = office.at("syahrul")
    keep_resource(head, ResourceDraft("alat", "proyektor"))
    assert add_usual_resources(head) == len(USUAL) - 1
    assert add_usual_resources(head) == 0
    kinds = [one.kind for one in head.ask(events.resources)]
    assert kinds == sorted(kinds, key=list(Kind).index)


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (ResourceDraft(name=" "), "name", "Isi nama"),
        (ResourceDraft("alat", "AULA"), "name", "AULA sudah ada"),
    ],
)
def test_a_thing_to_lend_has_a_name_of_its_own(
    office: SmallOffice, lent: dict[str, str], draft: ResourceDraft, field: str, words: str
) -> None:
    with pytest.raises(ProblemsError) as refused:
        keep_resource(office.at("syahrul"), draft)
    assert [one.field for one in refused.value.problems] == [field]
    assert words in refused.value.message


def test_what_an_event_still_has_stays_on_the_list(office: SmallOffice, lent: dict[str, str]) -> None:
    head = office.at("syahrul")
    event_id = keep_event(head, booked(lent, "Aula")).event_id
    away = ResourceDraft("ruang", "Aula", 80, active=False)
    with pytest.raises(ProblemsError, match="Masih dipesan untuk “Kelas Demokrasi”, 20 April 2026"):
        keep_resource(head, away, lent["Aula"])
    cancel_event(head, event_id, "Ditunda")
    keep_resource(head, away, lent["Aula"])
    assert [one.name for one in head.ask(events.resources)] == ["Dewi Lestari", "Proyektor"]
    assert len(head.ask(events.resources, active=False)) == 3
    with pytest.raises(NotFoundError):
        keep_resource(head, away, "tidak-ada")


def test_a_case_that_is_only_registered_waits_for_no_event(office: SmallOffice) -> None:
    open_case(office.at("rahma"), IntakeOrder("pendidikan_pemilih", REQUEST))
    assert office.at("rahma").ask(events.waiting, "pendidikan_pemilih", APPROVED) == ()


@pytest.mark.parametrize(("login", "verb"), [("rahma", "cabut"), ("syahrul", "batalkan")])
def test_a_request_that_comes_to_nothing_frees_what_its_event_had(
    office: SmallOffice, lent: dict[str, str], login: str, verb: str
) -> None:
    case_id = answered(office, "setujui", AGREED, APPROVAL).case_id
    head, wanted = office.at("syahrul"), booked(lent, "Aula", case_id=case_id)
    event_id = keep_event(head, wanted).event_id
    move_case(office.at(login), MoveOrder(case_id, verb, reason="Ditarik pemohon"))
    assert (row_of(office, event_id).state, row_of(office, event_id).reason) == (
        EventState.CANCELLED,
        "Ditarik pemohon",
    )
    keep_event(head, booked(lent, "Aula", title="Rapat"))
    with pytest.raises(NotFoundError):
        keep_event(head, wanted)


def test_what_was_held_meanwhile_is_not_taken_back(office: SmallOffice) -> None:
    head = office.at("syahrul")
    kept = keep_event(head, EVENT)
    hold_event(head, kept.event_id, 40)
    with pytest.raises(ProblemsError, match="sudah terlaksana"):
        undo_keep_event(head, kept)

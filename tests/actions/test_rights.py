"""Who may do what: every use case against every role."""

import inspect
import pkgutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from importlib import import_module
from typing import Any

import pytest

import desk.actions
from desk.actions import (
    appointments,
    attachments,
    calendar,
    cards,
    cases,
    corrections,
    counters,
    decisions,
    delivery,
    departures,
    dispositions,
    entries,
    events,
    fees,
    giving,
    import_visits,
    inbox,
    issuing,
    letters,
    limits,
    mandates,
    notices,
    numbers,
    office_profile,
    presence,
    queue,
    recovery,
    resources,
    service_settings,
    shift,
    sorting,
    steps,
    tickets,
    versions,
    visits,
    voiding,
    votes,
)
from desk.actions.errors import NotAllowedError
from desk.actions.held import FixedRoles
from desk.actions.workplace import Workplace
from desk.rules.calendar import DayKind
from desk.rules.errors import DeskError
from desk.rules.intake import Channel
from desk.rules.permissions import ROLES, Capability, may
from desk.rules.presence import Presence
from desk.rules.workflow import MoveRefused
from desk.services.appointments import AppointmentDraft, DelegationDraft
from desk.services.education_events import EventDraft
from desk.services.informasi import Openness
from tests.office import MORNING, SmallOffice, open_small_office
from tests.stories import ANSWER, GRANTED, REQUEST, take_in, to_control

C = Capability
PROFILE = office_profile.ProfileDraft()
DAY = date(2026, 5, 4)
FEE = fees.FeeDraft("Fauzi", 1, 500)
SHEET = dispositions.DispositionDraft("ketua", "disposisikan", "staf", phrases=("x",))
PAPER = replace(SHEET, done_at=MORNING, by_staff_id="x")

NEEDS: dict[str, tuple[frozenset[Capability], Callable[[Workplace], Any]]] = {
    name: (frozenset(capabilities), act)
    for name, capabilities, act in (
        ("attachments.attach", [C.SEE_CASE], lambda w: attachments.attach(w, "-", [])),
        ("attachments.detach", [C.SEE_CASE], lambda w: attachments.detach(w, "-")),
        ("attachments.reattach", [C.SEE_CASE], lambda w: attachments.reattach(w, "-")),
        ("attachments.content", [C.SEE_CASE, C.MANAGE_INBOX], lambda w: attachments.content(w, "-")),
        (
            "calendar.close_day",
            [C.MANAGE_CALENDAR],
            lambda w: calendar.close_day(w, DAY, DayKind.CLOSING, ""),
        ),
        ("calendar.open_day", [C.MANAGE_CALENDAR], lambda w: calendar.open_day(w, DAY, DayKind.CLOSING)),
        ("calendar.fill_year", [C.MANAGE_CALENDAR], lambda w: calendar.fill_year(w, 2026)),
        ("calendar.add_stage", [C.MANAGE_CALENDAR], lambda w: calendar.add_stage(w, "", DAY, DAY)),
        ("cards.card_back", [C.REGISTER_VISIT], lambda w: cards.card_back(w, "-")),
        (
            "cards.undo_card_back",
            [C.REGISTER_VISIT],
            lambda w: cards.undo_card_back(w, cards.CardBack("-", "-", "-", False)),
        ),
        ("cards.card_lost", [C.REGISTER_VISIT], lambda w: cards.card_lost(w, "-")),
        ("cards.card_found", [C.REGISTER_VISIT], lambda w: cards.card_found(w, "-")),
        ("cases.open_case", [C.OPEN_CASE], lambda w: cases.open_case(w, cases.IntakeOrder("-", REQUEST))),
        ("cases.update_checklist", [C.OPEN_CASE], lambda w: cases.update_checklist(w, "-", {})),
        (
            "corrections.correct_case",
            [C.OPEN_CASE],
            lambda w: corrections.correct_case(w, "-", corrections.Correction(REQUEST, REQUEST)),
        ),
        ("counters.open_counter", [C.CALL_TICKET], counters.open_counter),
        ("counters.close_counter", [C.CALL_TICKET], counters.close_counter),
        ("decisions.decide", [C.DECIDE], lambda w: decisions.decide(w, "-", GRANTED)),
        ("fees.take_fee", [C.HAND_OVER], lambda w: fees.take_fee(w, "-", FEE)),
        ("delivery.hand_over", [C.HAND_OVER], lambda w: delivery.hand_over(w, "-", delivery.HandOver("x"))),
        ("departures.check_out", [C.REGISTER_VISIT], lambda w: departures.check_out(w, "-")),
        ("departures.check_out_all", [C.REGISTER_VISIT], lambda w: departures.check_out_all(w, ["-"])),
        ("departures.undo_check_out", [C.REGISTER_VISIT], lambda w: departures.undo_check_out(w, [])),
        (
            "departures.close_forgotten",
            [C.REGISTER_VISIT],
            lambda w: departures.close_forgotten(w, ["-"], "x"),
        ),
        ("dispositions.dispose", [C.DISPOSE], lambda w: dispositions.dispose(w, "-", SHEET)),
        (
            "dispositions.dispose_all",
            [C.RECORD_DISPOSITION],
            lambda w: dispositions.dispose_all(w, ["-"], PAPER),
        ),
        (
            "giving.give_at_once",
            [C.OPEN_CASE],
            lambda w: giving.give_at_once(w, "-", delivery.HandOver("x")),
        ),
        ("import_visits.plan_import", [C.IMPORT_DATA], lambda w: import_visits.plan_import(w, b"")),
        ("import_visits.import_visits", [C.IMPORT_DATA], lambda w: import_visits.import_visits(w, b"")),
        (
            "inbox.note_message",
            [C.MANAGE_INBOX],
            lambda w: inbox.note_message(w, inbox.MessageDraft(Channel.X, "", "")),
        ),
        ("inbox.tick_channel", [C.MANAGE_INBOX], lambda w: inbox.tick_channel(w, Channel.X)),
        ("inbox.dismiss_message", [C.MANAGE_INBOX], lambda w: inbox.dismiss_message(w, "-", "")),
        ("inbox.restore_message", [C.MANAGE_INBOX], lambda w: inbox.restore_message(w, "-")),
        (
            "service_settings.change_service_settings",
            [C.SET_SERVICES],
            lambda w: service_settings.change_service_settings(w, {}, {}),
        ),
        ("letters.save_letter", [C.WRITE_LETTER], lambda w: letters.save_letter(w, "-", ANSWER)),
        ("letters.submit_letter", [C.WRITE_LETTER], lambda w: letters.submit_letter(w, "-")),
        ("letters.give_paraf", [C.GIVE_PARAF], lambda w: letters.give_paraf(w, "-")),
        ("letters.sign_letter", [C.SIGN], lambda w: letters.sign_letter(w, "-")),
        ("letters.void_letter", [C.SIGN], lambda w: letters.void_letter(w, "-", "x")),
        (
            "entries.write_entry",
            [C.SEE_CASE],
            lambda w: entries.write_entry(w, steps.MoveOrder("-", "x"), None),
        ),
        ("issuing.issue_papers", [C.SIGN], lambda w: issuing.issue_papers(w, "-")),
        ("limits.extend_limit", [C.EXTEND], lambda w: limits.extend_limit(w, "-", 1, "x")),
        (
            "mandates.give_mandate",
            [C.MANAGE_STAFF],
            lambda w: mandates.give_mandate(w, "-", "kiosk", MORNING, None),
        ),
        ("voiding.void_number", [C.REGISTER_LETTER], lambda w: voiding.void_number(w, "-", "x")),
        ("notices.sign_notice", [C.SIGN], lambda w: notices.sign_notice(w, "-")),
        (
            "office_profile.change_profile",
            [C.MANAGE_OFFICE],
            lambda w: office_profile.change_profile(w, PROFILE, PROFILE),
        ),
        ("numbers.start_sequence", [C.MANAGE_OFFICE], lambda w: numbers.start_sequence(w, "-", -1)),
        (
            "appointments.keep_appointment",
            [C.BOOK_MEETING],
            lambda w: appointments.keep_appointment(w, AppointmentDraft()),
        ),
        (
            "appointments.undo_keep_appointment",
            [C.BOOK_MEETING],
            lambda w: appointments.undo_keep_appointment(w, appointments.AppointmentKept("-")),
        ),
        (
            "appointments.delegate_appointment",
            [C.BOOK_MEETING],
            lambda w: appointments.delegate_appointment(w, "-", DelegationDraft()),
        ),
        (
            "appointments.undo_delegate_appointment",
            [C.BOOK_MEETING],
            lambda w: appointments.undo_delegate_appointment(w, "-"),
        ),
        (
            "appointments.cancel_appointment",
            [C.BOOK_MEETING],
            lambda w: appointments.cancel_appointment(w, "-", "x"),
        ),
        (
            "appointments.undo_cancel_appointment",
            [C.BOOK_MEETING],
            lambda w: appointments.undo_cancel_appointment(w, "-"),
        ),
        (
            "presence.say_presence",
            [C.TELL_PRESENCE],
            lambda w: presence.say_presence(w, presence.PresenceDraft("-", Presence.AWAY)),
        ),
        ("queue.call_next", [C.CALL_TICKET], queue.call_next),
        ("queue.call", [C.CALL_TICKET], lambda w: queue.call(w, "-")),
        ("queue.recall", [C.CALL_TICKET], queue.recall),
        ("queue.serve", [C.CALL_TICKET], queue.serve),
        ("queue.hold", [C.CALL_TICKET], queue.hold),
        ("queue.skip", [C.CALL_TICKET], queue.skip),
        ("queue.finish", [C.CALL_TICKET], queue.finish),
        ("queue.requeue", [C.CALL_TICKET], lambda w: queue.requeue(w, "-")),
        ("queue.transfer", [C.CALL_TICKET], lambda w: queue.transfer(w, "-", service="informasi")),
        ("queue.finish_and_call_next", [C.CALL_TICKET], queue.finish_and_call_next),
        ("recovery.prepare_recovery_code", [C.BACKUP], recovery.prepare_recovery_code),
        (
            "recovery.put_recovery_code_in_force",
            [C.BACKUP],
            lambda w: recovery.put_recovery_code_in_force(w, "ABCD"),
        ),
        ("queue.undo_finish", [C.CALL_TICKET], lambda w: queue.undo_finish(w, "-")),
        ("shift.leave_shift_note", [C.REGISTER_VISIT], lambda w: shift.leave_shift_note(w, "")),
        ("shift.read_shift_note", [C.REGISTER_VISIT], lambda w: shift.read_shift_note(w, "-")),
        (
            "sorting.sort_and_move",
            [C.SEE_CASE],
            lambda w: sorting.sort_and_move(w, steps.MoveOrder("-", "x"), Openness.PERIODIC),
        ),
        ("tickets.issue_ticket", [C.ISSUE_TICKET], lambda w: tickets.issue_ticket(w, "-")),
        ("tickets.cancel_ticket", [C.ISSUE_TICKET], lambda w: tickets.cancel_ticket(w, "-")),
        (
            "votes.keep_election",
            [C.KEEP_VOTES],
            lambda w: votes.keep_election(w, votes.ElectionDraft()),
        ),
        ("versions.follow_new_standard", [C.MANAGE_CALENDAR], versions.follow_new_standard),
        ("votes.keep_figures", [C.KEEP_VOTES], lambda w: votes.keep_figures(w, "-", [], [])),
        ("events.keep_event", [C.PLAN_EVENTS], lambda w: events.keep_event(w, EventDraft())),
        (
            "events.undo_keep_event",
            [C.PLAN_EVENTS],
            lambda w: events.undo_keep_event(w, events.EventKept("-")),
        ),
        ("events.cancel_event", [C.PLAN_EVENTS], lambda w: events.cancel_event(w, "-", "Ditunda")),
        ("events.undo_cancel_event", [C.PLAN_EVENTS], lambda w: events.undo_cancel_event(w, "-")),
        ("events.hold_event", [C.PLAN_EVENTS], lambda w: events.hold_event(w, "-", 1)),
        ("events.undo_hold_event", [C.PLAN_EVENTS], lambda w: events.undo_hold_event(w, "-")),
        (
            "resources.keep_resource",
            [C.PLAN_EVENTS],
            lambda w: resources.keep_resource(w, resources.ResourceDraft()),
        ),
        ("resources.add_usual_resources", [C.PLAN_EVENTS], resources.add_usual_resources),
        (
            "visits.register_visit",
            [C.REGISTER_VISIT],
            lambda w: visits.register_visit(w, visits.VisitDraft("")),
        ),
        ("visits.undo_register_visit", [C.REGISTER_VISIT], lambda w: visits.undo_register_visit(w, "-")),
        (
            "visits.correct_visit",
            [C.REGISTER_VISIT],
            lambda w: visits.correct_visit(w, "-", visits.VisitDraft("")),
        ),
    )
}

BY_OTHER_MEANS = {
    "accounts.change_password": "everybody changes their own",
    "notices.extend_and_sign": "needs both rights, see test_notices",
    "conflicts.settle_conflict": "the conflict says whom it concerns",
    "conflicts.undo_settle_conflict": "everybody their own choice, see test_conflicts",
    "conflicts.note_refusal": "depends on what was refused, see test_conflicts",
    "conflicts.undo_note_refusal": "depends on what was refused, see test_conflicts",
    "attachments.keep_files": "a part of other use cases",
    "delivery.checked": "a part of other use cases",
    "letters.return_letter": "the flow says who returns",
    "mandates.end_mandate": "depends on the mandate",
    "steps.move_case": "the flow says who moves",
    "speaking.dispose_by_word": "who holds the case, or who records, see test_speaking",
    "steps.flow_of": "reads the standard",
    "steps.acted_role": "reads the flow",
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallOffice]:
    opened = open_small_office(tmp_path_factory.mktemp("rights") / "office")
    yield opened
    opened.store.close()


def holding(office: SmallOffice, *roles: str) -> Workplace:
    """Somebody with these roles and nothing else, at a counter."""
    place = office.at("admin", counter=1)
    actor = replace(place.actor, staff_id="x", role=roles[0] if roles else "pamdal")
    return replace(place, actor=actor, held=FixedRoles(frozenset(roles)))


@pytest.mark.parametrize("name", NEEDS)
def test_every_role_without_the_right_is_refused_and_every_role_with_it_is_not(
    office: SmallOffice, name: str
) -> None:
    capabilities, act = NEEDS[name]
    for role in ROLES:
        entitled = any(may((role,), one) for one in capabilities)
        try:
            act(holding(office, role))
        except NotAllowedError:
            assert not entitled, f"{role} may do {name} but was refused"
        except DeskError:
            assert entitled, f"{role} may not do {name} but was only told something else"
        else:
            assert entitled, f"{role} may not do {name} but did"


@pytest.mark.parametrize("name", NEEDS)
def test_nobody_without_a_role_does_anything(office: SmallOffice, name: str) -> None:
    with pytest.raises(NotAllowedError):
        NEEDS[name][1](holding(office))


def test_every_use_case_is_in_the_table() -> None:
    found = set()
    for module in pkgutil.iter_modules(desk.actions.__path__):
        loaded = import_module(f"desk.actions.{module.name}")
        for name, one in vars(loaded).items():
            own = inspect.isfunction(one) and one.__module__ == loaded.__name__ and not name.startswith("_")
            if own and next(iter(inspect.signature(one).parameters), "") == "workplace":
                found.add(f"{module.name}.{name}")
    assert found == NEEDS.keys() | BY_OTHER_MEANS.keys()


def test_moves_and_returns_are_refused_to_every_role_outside_the_step(office: SmallOffice) -> None:
    flow = office.standards.get("ksb").services["informasi"].flow("form")
    registered, checked = take_in(office), to_control(office)
    for role in ROLES:
        place = holding(office, role)
        if role not in flow.step("registrasi").roles:
            with pytest.raises(MoveRefused):
                steps.move_case(place, steps.MoveOrder(registered.case_id, "teruskan"))
        if role != "kasubag_hukum":
            with pytest.raises(MoveRefused):
                letters.return_letter(place, checked.case_id, "x")

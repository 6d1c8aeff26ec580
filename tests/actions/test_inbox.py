"""The channel inbox: noted, ticked, set aside, taken back (C1)."""

from datetime import date, timedelta

import pytest

from desk.actions.attachments import NewFile
from desk.actions.errors import NotAllowedError, NotFoundError, ProblemsError, StaleError
from desk.actions.inbox import MessageDraft, dismiss_message, note_message, restore_message, tick_channel
from desk.queries import inbox
from desk.rules.intake import Channel
from tests.office import MORNING, SmallOffice
from tests.stories import problem_fields, take_in

MAIL = MessageDraft(Channel.EMAIL, "Sari Utami", "Minta data TPS", contact="sari@contoh.example")
DAY = date(2026, 3, 13)


def test_a_message_waits_with_its_files_until_it_is_dealt_with(office: SmallOffice) -> None:
    desk = office.at("rahma")
    early = MessageDraft(
        Channel.WHATSAPP,
        " Budi ",
        "Halo",
        received_at=MORNING - timedelta(hours=9),
        files=(NewFile("data.csv", b"a;b\n1;2\n"),),
    )
    note_message(desk, MAIL)
    note_message(office.at("fajar"), early)
    rows = desk.ask(inbox.messages).rows
    assert [(row.sender, row.files, row.state) for row in rows] == [
        ("Budi", 1, "new"),
        ("Sari Utami", 0, "new"),
    ]
    assert desk.ask(inbox.waiting) == 2
    assert rows[1].received_at == MORNING


@pytest.mark.parametrize(
    ("sender", "subject", "fields"), [("", "x", {"sender"}), (" ", " ", {"sender", "subject"})]
)
def test_a_message_has_a_sender_and_a_subject(
    office: SmallOffice, sender: str, subject: str, fields: set[str]
) -> None:
    with pytest.raises(ProblemsError) as error:
        note_message(office.at("rahma"), MessageDraft(Channel.EMAIL, sender, subject))
    assert problem_fields(error) == fields


def test_what_is_no_request_is_set_aside_with_a_reason_and_can_come_back(office: SmallOffice) -> None:
    desk = office.at("rahma")
    inbox_id = note_message(desk, MAIL)
    with pytest.raises(ProblemsError):
        dismiss_message(desk, inbox_id, "  ")
    dismiss_message(desk, inbox_id, "Iklan")
    assert desk.ask(inbox.waiting) == 0
    with pytest.raises(StaleError):
        dismiss_message(office.at("yudi"), inbox_id, "Iklan")
    restore_message(desk, inbox_id)
    assert desk.ask(inbox.waiting) == 1
    with pytest.raises(StaleError):
        restore_message(desk, inbox_id)
    with pytest.raises(NotFoundError):
        dismiss_message(desk, "no-such-message", "x")


def test_a_registered_message_is_neither_set_aside_nor_taken_back(office: SmallOffice) -> None:
    desk = office.at("rahma")
    inbox_id = note_message(desk, MAIL)
    take_in(office, inbox_id=inbox_id)
    with pytest.raises(StaleError):
        dismiss_message(desk, inbox_id, "x")
    with pytest.raises(StaleError):
        restore_message(desk, inbox_id)


def test_a_channel_is_ticked_once_a_day(office: SmallOffice) -> None:
    channels = (Channel.EMAIL, Channel.EPPID)
    tick_channel(office.at("rahma"), Channel.EMAIL)
    office.clock.pass_(hours=2)
    tick_channel(office.at("yudi"), Channel.EMAIL)
    first, second = office.at("rahma").ask(inbox.checks, DAY, channels)
    assert (first.at, first.by) == (MORNING, "Rahma Widyastuti")
    assert (second.at, second.by) == (None, "")
    office.clock.pass_(days=1)
    assert office.at("rahma").ask(inbox.checks, date(2026, 3, 14), channels)[0].at is None


@pytest.mark.parametrize("login", ["bayu", "ratna", "syahrul", "putri"])
def test_the_inbox_belongs_to_who_takes_in(office: SmallOffice, login: str) -> None:
    place = office.at(login)
    inbox_id = note_message(office.at("rahma"), MAIL)
    for act in (
        lambda: note_message(place, MAIL),
        lambda: dismiss_message(place, inbox_id, "x"),
        lambda: restore_message(place, inbox_id),
        lambda: tick_channel(place, Channel.EMAIL),
    ):
        with pytest.raises(NotAllowedError):
            act()

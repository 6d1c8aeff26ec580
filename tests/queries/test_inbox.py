"""The inbox as the front office reads it."""

from datetime import date, timedelta

from desk.actions.attachments import NewFile
from desk.actions.inbox import MessageDraft, dismiss_message, note_message, tick_channel
from desk.queries import inbox
from desk.rules.intake import Channel
from tests.office import MORNING, SmallOffice

DAY = date(2026, 3, 13)


def test_waiting_messages_come_oldest_first_and_all_of_them_newest_first(office: SmallOffice) -> None:
    desk = office.at("rahma")
    ids = [
        note_message(
            desk,
            MessageDraft(Channel.EMAIL, f"Pengirim {n}", "Data", received_at=MORNING - timedelta(hours=n)),
        )
        for n in range(3)
    ]
    dismiss_message(desk, ids[1], "Iklan")
    assert [row.id for row in desk.ask(inbox.messages).rows] == [ids[2], ids[0]]
    every = desk.ask(inbox.messages, new_only=False).rows
    assert [row.id for row in every] == ids
    assert [row.state for row in every] == ["new", "dismissed", "new"]
    assert every[1].dismiss_reason == "Iklan"
    first = desk.ask(inbox.messages, new_only=False, size=2)
    rest = desk.ask(inbox.messages, first.following, new_only=False, size=2)
    assert (first.rows + rest.rows, rest.following) == (every, None)
    assert desk.ask(inbox.waiting) == 2


def test_one_message_with_its_files(office: SmallOffice) -> None:
    desk = office.at("rahma")
    files = (NewFile("a.csv", b"a;b\n1;2\n"), NewFile("b.csv", b"a;b\n3;4\n"))
    inbox_id = note_message(
        desk, MessageDraft(Channel.EPPID, "Sari", "Data", files=files, external_number="7")
    )
    row = desk.ask(inbox.message, inbox_id)
    assert row is not None
    assert (row.files, row.external_number, row.channel) == (2, "7", Channel.EPPID)
    assert desk.ask(inbox.messages).rows[0].files == 2
    assert desk.ask(inbox.message, "no-such-message") is None


def test_the_daily_check_lists_every_channel_in_its_order(office: SmallOffice) -> None:
    tick_channel(office.at("rahma"), Channel.WHATSAPP)
    channels = (Channel.WEBSITE, Channel.WHATSAPP)
    rows = office.at("rahma").ask(inbox.checks, DAY, channels)
    assert [(row.channel, row.at is not None) for row in rows] == [
        (Channel.WEBSITE, False),
        (Channel.WHATSAPP, True),
    ]

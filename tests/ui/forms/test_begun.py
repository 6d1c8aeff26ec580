"""A form begun from a message: of whatever service and channel, nothing that came in is lost (C1, W5)."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desk.assets import resource
from desk.queries.inbox import MessageRow
from desk.rules.calendar import WorkingCalendar
from desk.rules.intake import Channel
from desk.services.catalog import read_form, served
from desk.standards.loader import load_standards
from desk.ui.forms.catalog import form_of
from desk.ui.forms.judging import Ground
from desk.ui.screens.counter.prefill import from_message

STANDARDS = load_standards(resource("standards"))
CALENDAR = WorkingCalendar(ZoneInfo("Asia/Makassar"), STANDARDS.get("ksb").service_hours, (), ())
AT = datetime(2026, 3, 12, 2, 0, tzinfo=UTC)
EVERY = [
    (standard.id, slug, channel)
    for standard in STANDARDS.by_id.values()
    for slug in served(standard.services)
    for channel in standard.services[slug].channels
    if channel not in (Channel.IN_PERSON, Channel.LETTER)
]


@pytest.mark.parametrize(("standard_id", "slug", "channel"), EVERY)
def test_what_a_message_says_stands_in_the_form(qapp, standard_id: str, slug: str, channel: Channel):
    standard = STANDARDS.get(standard_id)
    form = form_of(slug)(Ground(standard, standard.services[slug], CALENDAR), lambda: date(2026, 3, 13))
    message = MessageRow(
        id="m1",
        channel=channel,
        sender="Dewa Ayu Kartika",
        contact="081290001111",
        subject="Perihal pesan",
        body="Isi pesan panjang.",
        external_number="PPID-31" if channel is Channel.EPPID else "",
        received_at=AT,
        state="new",
        case_id=None,
        files=0,
        dismiss_reason="",
    )
    filled = from_message(form, message, CALENDAR)
    for section in form.sections():
        section.show(filled.draft)
    draft = filled.draft
    for section in form.sections():
        draft = section.read(draft)
    intake = read_form(slug, draft, standard, CALENDAR, AT)
    assert intake.channel == channel.value
    assert intake.eppid_number == message.external_number
    assert "channel" not in {one.field for one in intake.problems}
    told = msgspec.json.encode(draft).decode()
    for words in (message.sender, message.contact, message.body):
        assert words in told, words
    if intake.letter is not None:
        assert (intake.letter.sender, intake.letter.subject) == (message.sender, message.subject)
    shown = [
        str(one.field.value())
        for section in form.sections()
        for one in section.binds
        if not _put_away(one.field)
    ]
    assert message.body in " ".join(shown)


def _put_away(field: QWidget) -> bool:
    """A field that a section hid; what has no window yet is hidden too, but by nobody."""
    return field.isHidden() and field.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)

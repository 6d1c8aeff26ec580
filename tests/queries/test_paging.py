"""Agenda, electronic letters and handover notes page by page: everything once, in order."""

from collections.abc import Callable
from typing import Any

from desk.actions.attachments import NewFile
from desk.actions.shift import leave_shift_note
from desk.models import Printout
from desk.queries import agenda, shift
from desk.queries.paging import Slice
from desk.rules.intake import Channel
from tests import requests
from tests.many import copies
from tests.office import SmallOffice
from tests.stories import by_letter, changed, take_in


def whole(read: Callable[[Any], Slice[Any]]) -> list[Any]:
    """Every row of every page."""
    rows, after = [], None
    while True:
        part = read(after)
        rows += part.rows
        if part.following is None:
            return rows
        after = part.following


def test_the_agenda_is_read_in_the_order_of_registration(office: SmallOffice) -> None:
    first = take_in(office, by_letter(), login="wulan").case_id
    made = copies(office, first, 6)
    desk = office.at("wulan")
    for size in (1, 3, 7, 50):
        rows = whole(lambda after, size=size: desk.ask(agenda.agenda, office.standards, after, size))
        assert [row.case_id for row in rows] == [*made[::-1], first]


def test_electronic_letters_come_unprinted_first_on_every_page(office: SmallOffice) -> None:
    desk = office.at("wulan")
    letter = changed(requests.LETTER, channel=Channel.EMAIL)
    for number in range(5):
        requests.registered(office, letter, (NewFile(f"{number}.csv", b"a;b\n1;2\n", "incoming_letter"),))
        office.clock.pass_(minutes=1)
    files = [row.file_id for row in desk.ask(agenda.electronic_letters).rows]
    with desk.write("note_printout") as session:
        for file_id in (files[0], files[3]):
            session.add(
                Printout(paper="file", subject_id=file_id, at=desk.now(), staff_id=desk.actor.staff_id)
            )
    wanted = [files[1], files[2], files[4], files[0], files[3]]
    for size in (1, 2, 3, 4, 5, 9):
        rows = whole(lambda after, size=size: desk.ask(agenda.electronic_letters, after, size))
        assert [row.file_id for row in rows] == wanted
        assert [row.printed_at is not None for row in rows] == [False, False, False, True, True]
    assert desk.ask(agenda.unprinted) == 3


def test_notes_of_the_guards_are_read_back_to_the_first(office: SmallOffice) -> None:
    gate = office.at("bayu")
    for number in range(7):
        leave_shift_note(gate, f"Catatan {number}")
    rows = whole(lambda after: gate.ask(shift.shift_notes, after, 3))
    assert [row.text for row in rows] == [f"Catatan {number}" for number in range(6, -1, -1)]

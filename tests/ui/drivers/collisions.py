"""What a network leaves to settle, put into a store as the sync does; and the page object of its screen."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import sqlalchemy as sa
from PySide6.QtWidgets import QPushButton

from desk.models import IssuedNumber, new_id
from desk.models.types import canonical_json, instant_text
from desk.store import outbox
from desk.ui.screens.collisions.page import CollisionsPage
from tests.office import SmallOffice
from tests.ui.drivers.desks import Desk


def conflict(
    office: SmallOffice,
    table: str,
    row_id: str,
    versions: tuple[Mapping[str, Any], Mapping[str, Any], Mapping[str, Any]],
    people: tuple[str, str] = ("bayu", "rahma"),
    case_id: str | None = None,
) -> str:
    """A conflict as the server makes it; ``versions`` are base, mine and theirs, as stored."""
    base, mine, theirs = (canonical_json(dict(one)) for one in versions)
    first, second = (office.founded.staff[login] for login in people)
    at, conflict_id = instant_text(office.clock()), new_id()
    row = {
        "id": conflict_id, "tbl": table, "row_id": row_id, "case_id": case_id, "base": base, "mine": mine,
        "theirs": theirs, "my_staff": first, "my_place": "POS-1", "my_at": at, "their_staff": second,
        "their_place": "LOKET-1", "their_at": at, "action": "correct_visit", "txn": new_id(),
        "settled_at": None, "settled_by": None, "choice": "",
    }  # fmt: skip
    with office.store.replica() as replica:
        replica.write("conflicts", [(conflict_id, 1, row)])
    return conflict_id


def number_given_away(office: SmallOffice, case_id: str, other: str) -> tuple[str, str]:
    """A restored server gave the number of a case's receipt to another case: the number on paper, and the one
    that the register says now."""
    with office.store.read() as session:
        rows = session.execute(
            sa.select(IssuedNumber.subject_id, IssuedNumber.id, IssuedNumber.text).where(
                IssuedNumber.subject_id.in_((case_id, other))
            )
        )
        books = {row.subject_id: row for row in rows}
    mine, theirs = books[case_id], books[other]
    arrive(office, "issued_numbers", mine.id, printed=theirs.text)
    versions = ({"text": "SEMENTARA-LOKET-1-1"}, {"text": theirs.text}, {"text": mine.text})
    conflict(office, "issued_numbers", mine.id, versions, ("rahma", "yudi"), case_id)
    return str(theirs.text), str(mine.text)


def arrive(office: SmallOffice, table: str, row_id: str, **changes: Any) -> None:
    """A row comes from another desk with these values, as stored."""
    with office.store.replica() as replica:
        row = replica.copy(table, row_id)
        assert row is not None
        replica.write(table, [(row_id, 2, row | changes)])


def refuse_newest(office: SmallOffice, code: str, detail: Mapping[str, Any] | None = None) -> int:
    """The server refuses the newest bundle: its rows go, the refusal stays. Its position."""
    with office.store.replica() as replica:
        connection = replica.connection
        position = int(connection.exec_driver_sql("SELECT max(position) FROM txn").scalar_one())
        outbox.refuse(connection, position, code, canonical_json(detail or {}), datetime.now(UTC))
        outbox.acknowledge(connection, position)
        made = connection.exec_driver_sql(
            "SELECT tbl, row_id FROM change WHERE txn = ? AND op = 'I'", (position,)
        ).all()
        for table, row_id in made:
            replica.drop(table, [row_id])
    return position


class Settling:
    """The page under a test's hands."""

    def __init__(self, desk: Desk) -> None:
        self.desk = desk

    @property
    def page(self) -> CollisionsPage:
        page = self.desk.shell.page
        assert isinstance(page, CollisionsPage)
        return page

    def rows(self) -> list[tuple[str, str]]:
        return [(one.title, one.badge) for one in self.page.list.rows()]

    def until_it_shows(self, *rows: tuple[str, str]) -> None:
        """Wait until the list has these rows."""
        self.desk.bot.waitUntil(lambda: self.rows() == list(rows))

    def words(self) -> list[str]:
        return self.page.comparison.words()

    def offers(self) -> list[str]:
        page = self.page
        buttons = (page.mine, page.theirs, page.reopen, page.noted, page.open, page.told)
        return [one.text() for one in buttons if _there(one)]


def _there(button: QPushButton) -> bool:
    return button.isVisible() and button.isEnabled()

"""Rows that an action only writes."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import insert

if TYPE_CHECKING:
    from sqlalchemy.orm import Session

    from desk.models.base import Row


def insert_rows(session: "Session", model: "type[Row]", *rows: dict[str, Any]) -> None:
    """Insert rows of one kind at once, within the running action.

    No record of them stays in the session: that costs a third of adding records. All rows name the same
    columns; ids and defaults are given as for records.
    """
    if rows:
        session.connection().execute(insert(model), rows)

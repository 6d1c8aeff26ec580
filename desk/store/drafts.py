"""Drafts of forms on this PC: written as the officer types, there again after a crash."""

from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite import insert

from desk.store.store import Store
from desk.store.tables import draft


@dataclass(frozen=True, slots=True)
class Draft:
    """A kept draft of one officer: ``form`` is a slug, ``body`` JSON text, ``at`` UTC."""

    key: str
    form: str
    title: str
    body: str
    at: datetime


class Drafts:
    """The drafts of a store; each call is one durable local transaction (the caller debounces typing)."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def save(self, staff: str, kept: Draft) -> None:
        """Keep an officer's draft, replacing the one of the same key."""
        values = {"form": kept.form, "title": kept.title, "body": kept.body, "at": kept.at}
        row = insert(draft).values(staff=staff, key=kept.key, **values)
        with self._store.local() as session:
            session.execute(row.on_conflict_do_update(index_elements=draft.primary_key, set_=values))

    def load(self, staff: str, key: str) -> Draft | None:
        """An officer's draft of that key, if there is one."""
        found = self._select(draft.c.staff == staff, draft.c.key == key)
        return found[0] if found else None

    def of(self, staff: str, form: str = "") -> list[Draft]:
        """An officer's drafts, of one form or of all, newest first."""
        narrowed = [draft.c.form == form] if form else []
        return self._select(draft.c.staff == staff, *narrowed)

    def discard(self, staff: str, key: str) -> None:
        """Drop a draft; one that is not there is fine."""
        with self._store.local() as session:
            session.execute(draft.delete().where(draft.c.staff == staff, draft.c.key == key))

    def _select(self, *conditions: sa.ColumnElement[bool]) -> list[Draft]:
        query = draft.select().where(*conditions).order_by(draft.c.at.desc(), draft.c.key)
        with self._store.read() as session:
            rows = session.execute(query).all()
        return [Draft(row.key, row.form, row.title, row.body, row.at) for row in rows]

"""Settling what two officers changed at once, and taking note of what the server refused (design.md, "Sync"
7). The server's order stays; a choice is an ordinary action."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

import msgspec
import sqlalchemy as sa

from desk.actions.errors import NotAllowedError, NotFoundError, StaleError
from desk.models import Base, Conflict
from desk.models.types import canonical_json, instant_text
from desk.queries.collisions import concerns, is_mine, is_number_on_paper
from desk.rules.settling import may_write

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlalchemy.orm import Session

    from desk.actions.workplace import Workplace


class Choice(StrEnum):
    """Which version holds: that of the officer who came later, or what the server kept."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Settled:
    """A choice that was made; ``before`` are the stored values it replaced, none for the server's version."""

    conflict_id: str
    choice: Choice
    before: "Mapping[str, Any]"


def settle_conflict(workplace: "Workplace", conflict_id: str, choice: Choice) -> Settled:
    """Choose a version. ``MINE`` is written over what stands there now; of a form only what its officer had
    changed.

    Raises:
        NotFoundError: no such conflict, or its row is gone.
        StaleError: somebody has chosen already.
        NotAllowedError: the conflict is not shown to these roles, or they may not write such rows; ``MINE``
            of a number on paper, which is another's now.
    """
    with workplace.write("settle_conflict") as session:
        conflict = _conflict(session, conflict_id)
        if conflict.settled_at is not None:
            raise StaleError("Bentrokan ini sudah dipilih petugas lain.")
        if not concerns(session, conflict, workplace.actor.staff_id, workplace.roles):
            raise NotAllowedError("Bentrokan ini bukan wewenang Anda.")
        before: dict[str, Any] = {}
        if choice is Choice.MINE:
            if is_number_on_paper(conflict):
                raise NotAllowedError(
                    "Nomor di kertas itu sudah dipakai yang lain; tidak dapat diambil lagi."
                )
            if not may_write(workplace.roles, conflict.tbl):
                raise NotAllowedError("Versi itu hanya dapat dipakai petugas yang berwenang mengubahnya.")
            before = _stored(session, conflict.tbl, conflict.row_id, list(conflict.mine))
            _put(session, conflict.tbl, conflict.row_id, _wished(conflict, before))
        conflict.settled_at = workplace.now()
        conflict.settled_by = workplace.actor.staff_id
        conflict.choice = choice.value
    return Settled(conflict_id, choice, before)


def undo_settle_conflict(workplace: "Workplace", settled: Settled) -> None:
    """Take one's own choice back: the row as it was, the conflict open again.

    Raises:
        NotFoundError: the conflict or its row is gone.
        StaleError: it is open again already, or the choice that stands is somebody else's.
        NotAllowedError: the officer may not write such rows any more.
    """
    with workplace.write("undo_settle_conflict") as session:
        conflict = _conflict(session, settled.conflict_id)
        if conflict.settled_by != workplace.actor.staff_id:
            raise StaleError("Pilihan yang berlaku sekarang bukan pilihan Anda.")
        if settled.before:
            if not may_write(workplace.roles, conflict.tbl):
                raise NotAllowedError("Versi itu hanya dapat diubah petugas yang berwenang mengubahnya.")
            _put(session, conflict.tbl, conflict.row_id, settled.before)
        conflict.settled_at = conflict.settled_by = None
        conflict.choice = ""


def note_refusal(workplace: "Workplace", position: int) -> None:
    """Take note of a bundle that the server refused; it stays in the log, no longer in the list.

    Raises:
        NotFoundError: no such refusal on this PC.
        NotAllowedError: it is not the officer's own, nor about rows that the officer may write.
    """
    _mark_refusal(workplace, position, instant_text(workplace.now()))


def undo_note_refusal(workplace: "Workplace", position: int) -> None:
    """Put a refusal back into the list.

    Raises:
        NotFoundError, NotAllowedError: as :func:`note_refusal`.
    """
    _mark_refusal(workplace, position, None)


def _mark_refusal(workplace: "Workplace", position: int, at: str | None) -> None:
    roles = workplace.held(workplace.now(), fresh=True)
    with workplace.store.local() as session:
        found = session.connection().exec_driver_sql(
            "UPDATE refusal SET settled_at = ? WHERE txn = ? RETURNING txn", (at, position)
        )
        if found.scalar() is None:
            raise NotFoundError("Perubahan itu tidak ada lagi di komputer ini.")
        if not is_mine(session, position, workplace.actor.staff_id, roles):
            raise NotAllowedError("Perubahan ini bukan wewenang Anda.")


def _conflict(session: "Session", conflict_id: str) -> Conflict:
    found = session.get(Conflict, conflict_id)
    if found is None:
        raise NotFoundError("Bentrokan itu tidak ada lagi.")
    return found


def _stored(session: "Session", table: str, row_id: str, columns: list[str]) -> dict[str, Any]:
    """Columns of a row as stored.

    Raises:
        NotFoundError: the row is gone, or this program does not know it.
    """
    known = Base.metadata.tables.get(table)
    if known is None or not set(columns) <= set(known.columns.keys()):
        raise NotFoundError("Data ini berasal dari versi Desk yang lebih baru. Perbarui Desk dahulu.")
    plain = [sa.type_coerce(known.c[name], sa.types.NullType()).label(name) for name in columns]
    row = session.execute(sa.select(*plain).where(known.c.id == row_id)).mappings().first()
    if row is None:
        raise NotFoundError("Data ini sudah tidak ada; hanya versi server yang dapat dipakai.")
    return dict(row)


def _put(session: "Session", table: str, row_id: str, values: "Mapping[str, Any]") -> None:
    """Write stored values over a row, as they are: no column type has a say in it."""
    settings = ", ".join(f'"{name}" = ?' for name in values)
    changed = session.connection().exec_driver_sql(
        f'UPDATE "{table}" SET {settings} WHERE id = ?',  # noqa: S608 - names that the metadata knows
        (*values.values(), row_id),
    )
    if changed.rowcount != 1:
        raise NotFoundError("Data ini sudah tidak ada.")


def _wished(conflict: Conflict, stands: "Mapping[str, Any]") -> dict[str, Any]:
    """The later officer's values; a form kept as one value takes only what that officer had changed."""
    return {
        name: _upon(conflict.base.get(name), wanted, stands[name]) for name, wanted in conflict.mine.items()
    }


def _upon(base: Any, wanted: Any, stands: Any) -> Any:
    forms = [_form(one) for one in (base, wanted, stands)]
    if not all(isinstance(one, dict) for one in forms):
        return wanted
    return canonical_json(_merged(*forms))


def _merged(base: dict[str, Any], wanted: dict[str, Any], stands: dict[str, Any]) -> dict[str, Any]:
    merged = dict(stands)
    for name, value in wanted.items():
        before, now = base.get(name), stands.get(name)
        if isinstance(value, dict) and isinstance(before, dict) and isinstance(now, dict):
            merged[name] = _merged(before, value, now)
        elif value != before:
            merged[name] = value
    return merged


def _form(stored: Any) -> Any:
    if not isinstance(stored, str) or not stored.startswith("{"):
        return None
    try:
        return msgspec.json.decode(stored)
    except msgspec.MsgspecError:
        return None

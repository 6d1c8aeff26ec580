"""The declarative base of all mapped records: constraint names, keys, and what the change log captures."""

import enum
from datetime import date, datetime, time
from typing import Any, ClassVar

import sqlalchemy as sa
import uuid_utils
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from desk.models.types import Clock, Day, Instant, Json

_NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


def new_id() -> str:
    """A fresh UUIDv7 in canonical text (36 characters); later ones sort after earlier ones."""
    return str(uuid_utils.uuid7())


def id_after(earlier: str) -> str:
    """An id that sorts after another UUIDv7, though this PC's clock may stand before it."""
    milliseconds = uuid_utils.UUID(earlier).timestamp + 1
    return str(uuid_utils.uuid7(nanoseconds=milliseconds * 1_000_000))


def _values(kind: type[enum.Enum]) -> list[str]:
    return [str(member.value) for member in kind]


_ENUM = sa.Enum(enum.Enum, native_enum=False, create_constraint=False, length=40, values_callable=_values)


class Base(DeclarativeBase):
    """What every mapped class shares.

    ``Mapped[datetime]`` is an :class:`Instant`, ``Mapped[date]`` a :class:`Day`, ``Mapped[time]`` a
    :class:`Clock`, ``Mapped[dict[str, Any]]`` and ``Mapped[list[...]]`` a :class:`Json`; an enum is stored by
    its value.
    """

    __captured__: ClassVar[bool] = True
    """Whether the change log captures this table. ``False`` marks a local-only table, which must also be
    listed by name in ``desk.store.triggers.LOCAL_ONLY``."""

    metadata = sa.MetaData(naming_convention=_NAMES)
    type_annotation_map: ClassVar[dict[Any, Any]] = {
        datetime: Instant(),
        date: Day(),
        time: Clock(),
        dict[str, Any]: Json(),
        list[Any]: Json(),
        list[str]: Json(),
        list[dict[str, Any]]: Json(),
        enum.Enum: _ENUM,
    }


class Row(Base):
    """A record keyed by a UUIDv7 in canonical text.

    Every captured table has exactly this key: the change log names a row by table and ``id``. The key is
    given by the database layer on flush; an action that needs it earlier passes ``id=new_id()``.
    """

    __abstract__ = True

    id: Mapped[str] = mapped_column(sa.String(36), primary_key=True, default=new_id, sort_order=-100)

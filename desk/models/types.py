"""Column types: how instants, days, times of day, JSON and money are kept in the local store."""

from datetime import UTC, date, datetime, time
from typing import Annotated, Any

import msgspec
import sqlalchemy as sa
from sqlalchemy.engine import Dialect
from sqlalchemy.orm import mapped_column


class NaiveInstantError(ValueError):
    """A moment without a time zone was about to be stored."""


def instant_text(value: datetime) -> str:
    """A moment as stored: UTC, ``YYYY-MM-DDTHH:MM:SS.ffffffZ``, so that text order is time order.

    Raises:
        NaiveInstantError: ``value`` carries no time zone.
    """
    if value.utcoffset() is None:
        raise NaiveInstantError(f"a stored moment needs a time zone: {value.isoformat()}")
    moment = value.astimezone(UTC)
    return f"{moment.isoformat(timespec='microseconds')[:26]}Z"


def instant_value(text: str) -> datetime:
    """The aware UTC moment behind :func:`instant_text`."""
    return datetime.fromisoformat(text)


def canonical_json(value: object) -> str:
    """JSON with sorted keys and no spaces: equal values give equal text."""
    return msgspec.json.encode(value, order="sorted").decode()


class Instant(sa.types.TypeDecorator[datetime]):
    """An aware moment in, sortable UTC text in the file, an aware UTC moment out."""

    impl = sa.String(27)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Refuse what has no zone."""
        return None if value is None else instant_text(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:  # noqa: ARG002
        """Give back an aware UTC moment."""
        return None if value is None else instant_value(value)


class Day(sa.types.TypeDecorator[date]):
    """A calendar day of the office, kept as ISO text."""

    impl = sa.String(10)
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Refuse a moment where a day is meant."""
        if isinstance(value, datetime):
            raise TypeError("a day is wanted, a moment was given: choose the day in the office's zone first")
        return None if value is None else value.isoformat()

    def process_result_value(self, value: Any, dialect: Dialect) -> date | None:  # noqa: ARG002
        """Give back a day."""
        return None if value is None else date.fromisoformat(value)


class Clock(sa.types.TypeDecorator[time]):
    """A time of day in the office's zone, kept as ``HH:MM:SS``."""

    impl = sa.String(8)
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Keep whole seconds."""
        return None if value is None else value.strftime("%H:%M:%S")

    def process_result_value(self, value: Any, dialect: Dialect) -> time | None:  # noqa: ARG002
        """Give back a time of day without a zone."""
        return None if value is None else time.fromisoformat(value)


class Json(sa.types.TypeDecorator[Any]):
    """Plain JSON data, kept as canonical text. Assign a new object to change it: inner edits are not seen."""

    impl = sa.Text()
    cache_ok = True

    def process_bind_param(self, value: Any, dialect: Dialect) -> str | None:  # noqa: ARG002
        """Write canonical text; ``None`` is NULL."""
        return None if value is None else canonical_json(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> Any:  # noqa: ARG002
        """Read it back as dicts, lists, strings, numbers and booleans."""
        return None if value is None else msgspec.json.decode(value)


Ref = Annotated[str, mapped_column(sa.String(36))]
"""The id of another row; add ``sa.ForeignKey`` at the column where both rows share an audience."""

Money = Annotated[int, mapped_column(sa.Integer)]
"""Whole rupiah."""

Digest = Annotated[str, mapped_column(sa.String(64))]
"""A sha256 in lower-case hexadecimal."""

"""Long lists in pages: each is read from where the last one ended, whatever the length of the list."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from sqlalchemy import Select, tuple_
from sqlalchemy.orm import InstrumentedAttribute

R = TypeVar("R")
T = TypeVar("T")
S = TypeVar("S", bound=Select[*tuple[Any, ...]])

PAGE = 200
"""Rows of a page."""

Cursor = tuple[Any, ...]
"""Where a page begins: the sort key of the row before it."""


@dataclass(frozen=True, slots=True)
class Slice(Generic[R]):
    """A page of a list, and where the next one begins (None: the list ends here)."""

    rows: tuple[R, ...]
    following: Cursor | None = None


def beyond(
    query: S, keys: Sequence[InstrumentedAttribute[Any]], after: Cursor | None, *, newest_first: bool = False
) -> S:
    """A query in the order of its keys (the last of them unique), from after a cursor on."""
    order = [key.desc() for key in keys] if newest_first else list(keys)
    if after is not None:
        here = tuple_(*keys)
        query = query.where(here < after if newest_first else here > after)
    return query.order_by(*order)


def cut(found: Sequence[T], size: int, row: Callable[[T], R], cursor: Callable[[T], Cursor]) -> Slice[R]:
    """The page of a query that was asked for one row more than ``size``."""
    shown = found[:size]
    following = cursor(shown[-1]) if len(found) > size else None
    return Slice(tuple(row(one) for one in shown), following)

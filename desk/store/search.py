"""Finds visits, cases and letters as the text is typed: every word by its beginning, newest first."""

import re
import unicodedata
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from desk.models.types import instant_value
from desk.store.search_index import INDEXES, SOURCES, install

KINDS = frozenset(SOURCES)
"""What can be found: ``visit``, ``case``, ``letter``."""

_SHORTEST = 2  # the shortest beginning the index answers fast
_LATIN_END = 0x250  # beyond it Python's and SQLite's ideas of a letter differ
_NUMBER = re.compile(r"[\d\s().+-]+")


@dataclass(frozen=True, slots=True)
class Hit:
    """A row found: ``number`` is a card, register or letter number, ``detail`` a second line, ``at`` UTC."""

    kind: str
    id: str
    title: str
    number: str
    detail: str
    at: datetime


def find(session: Session, text: str, kinds: Collection[str] = KINDS, limit: int = 20) -> list[Hit]:
    """The newest rows in which every word of ``text`` begins a word; any input is safe.

    Words of one letter are passed over; a text without any longer word finds nothing.
    """
    expression = match_expression(text)
    if not expression:
        return []
    found: list[Any] = []
    for index in INDEXES:
        wanted = sorted(kind for kind in kinds if kind in SOURCES and SOURCES[kind].index == index)
        if wanted:
            found += _matches(session, index, expression, wanted, limit)
    found.sort(key=lambda row: row[0], reverse=True)
    return _hits(session, found[:limit])


def match_expression(text: str) -> str:
    """The FTS5 expression for typed text, or the empty string where there is nothing to look for."""
    words = [word for word in _words(text) if len(word) >= _SHORTEST]
    every = " ".join(f'"{word}"*' for word in words)
    digits = re.sub(r"\D", "", text)
    if _NUMBER.fullmatch(text.strip()) and len(digits) >= _SHORTEST and words != [digits]:
        whole = f'"{digits}"*'
        return f"({every}) OR {whole}" if every else whole
    return every


def rebuild(session: Session) -> None:
    """Make both indexes anew from the records; ``session`` comes from ``Store.local``."""
    install(session.connection())


def _words(text: str) -> list[str]:
    letters = (c if _is_letter(c) else " " for c in unicodedata.normalize("NFC", text))
    return "".join(letters).split()


def _is_letter(character: str) -> bool:
    return ord(character) < _LATIN_END and unicodedata.category(character)[0] in "LN"


def _matches(session: Session, index: str, expression: str, kinds: list[str], limit: int) -> Iterable[Any]:
    whole = {kind for kind, source in SOURCES.items() if source.index == index} == set(kinds)
    places = ", ".join("?" * len(kinds))
    narrowed = "" if whole else f"AND k.kind IN ({places}) "
    return (
        session.connection()
        .exec_driver_sql(
            f'SELECT k.key, k.kind, k.id FROM "{index}_text" AS t JOIN "{index}" AS k ON k.key = t.rowid '  # noqa: S608
            f'WHERE "{index}_text" MATCH ? {narrowed}ORDER BY t.rowid DESC LIMIT ?',
            (expression, *(() if whole else kinds), limit),
        )
        .all()
    )


def _hits(session: Session, found: list[Any]) -> list[Hit]:
    """The rows behind the keys, read from their own tables so that they are never stale."""
    by_kind: dict[str, list[str]] = {}
    for _, kind, row_id in found:
        by_kind.setdefault(kind, []).append(row_id)
    hits: dict[str, Hit] = {}
    for kind, ids in by_kind.items():
        source = SOURCES[kind]
        places = ", ".join("?" * len(ids))
        rows = session.connection().exec_driver_sql(
            f"SELECT row.id, {source.title}, {source.number}, {source.detail}, {source.at} "  # noqa: S608
            f'FROM "{source.table}" AS row {source.joins} WHERE row.id IN ({places})',
            tuple(ids),
        )
        hits |= {row[0]: Hit(kind, row[0], row[1], row[2], row[3], instant_value(row[4])) for row in rows}
    newest = [hits[row_id] for _, _, row_id in found if row_id in hits]
    newest.sort(key=lambda hit: hit.at, reverse=True)  # keys tell minutes, moments tell the rest
    return newest

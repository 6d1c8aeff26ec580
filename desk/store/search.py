"""Finds visits, cases and letters as the text is typed: every word by its beginning, newest first."""

import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime

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
    newest: list[tuple[int, str]] = []
    for index in INDEXES:
        wanted = frozenset(kind for kind in kinds if kind in SOURCES and SOURCES[kind].index == index)
        if wanted:
            newest += ((key, index) for key in _keys(session, index, expression, wanted, limit))
    newest.sort(reverse=True)
    hits: list[Hit] = []
    for index in INDEXES:
        hits += _hits(session, index, [key for key, of in newest[:limit] if of == index])
    hits.sort(key=lambda hit: hit.at, reverse=True)  # keys tell minutes, moments tell the rest
    return hits


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


def _keys(session: Session, index: str, expression: str, kinds: frozenset[str], limit: int) -> list[int]:
    """The newest keys of an index that match; the key table is looked at only to narrow the kinds."""
    narrowed, values = "", tuple(sorted(kinds))
    if kinds == {kind for kind, source in SOURCES.items() if source.index == index}:
        values = ()
    else:
        places = ", ".join("?" * len(kinds))
        narrowed = f'AND (SELECT kind FROM "{index}" WHERE key = t.rowid) IN ({places}) '  # noqa: S608
    rows = session.connection().exec_driver_sql(
        f'SELECT t.rowid FROM "{index}_text" AS t WHERE "{index}_text" MATCH ? '  # noqa: S608
        f"{narrowed}ORDER BY t.rowid DESC LIMIT ?",
        (expression, *values, limit),
    )
    return list(rows.scalars())


def _hits(session: Session, index: str, keys: list[int]) -> list[Hit]:
    """The rows behind the keys, read from their own tables so that they are never stale."""
    hits: list[Hit] = []
    places = ", ".join("?" * len(keys))
    for kind, source in SOURCES.items():
        if source.index == index and len(hits) < len(keys):
            rows = session.connection().exec_driver_sql(
                f"SELECT row.id, {source.title}, {source.number}, {source.detail}, {source.at} "  # noqa: S608
                f'FROM "{index}" AS k JOIN "{source.table}" AS row ON row.id = k.id {source.joins} '
                f"WHERE k.kind = ? AND k.key IN ({places}) ORDER BY k.key DESC",
                (kind, *keys),
            )
            hits += (Hit(kind, row[0], row[1], row[2], row[3], instant_value(row[4])) for row in rows)
    return hits

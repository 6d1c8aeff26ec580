"""The search indexes: what of which table is indexed, and how they follow the change log.

Two FTS5 indexes, one over visits and one over cases and their letters, each beside a key table. The key is an
explicit integer made from the row's time, so "newest first" is the index's own order and back-dated rows
stand where they belong. Keys lie close, a few to the minute: FTS5 writes down how far each is from the last,
and lists are a third as long as with keys far apart. The indexes are refreshed once per bundle from the log,
not by triggers: FTS5 flushes its buffers at each statement that fires a trigger, which makes an import of
100,000 rows ten times slower. Identity numbers are not indexed: search never answers "is this NIK known?".

Beginnings of two to twelve letters have an index of their own. FTS5 walks such a list from its newest end and
stops at the last hit wanted; a beginning without one is first put together whole out of every word that has
it, which takes 30 to 200 ms for a common one among a million rows ("081260", "Gunawan").
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import sqlalchemy as sa

from desk.models.types import canonical_json
from desk.rules.confidence import CONFIDENTIAL, WITHHELD

_LISTED = "SELECT value FROM json_each(?)"
_SLOTS = 64  # keys of one minute; more rows than that spill into the next
_BEGINNINGS = " ".join(str(letters) for letters in range(2, 13))


@dataclass(frozen=True, slots=True)
class Source:
    """How one table enters an index; every text is an SQL expression over its ``row`` (and its joins).

    ``watched`` are the columns whose change refreshes the index; ``companions`` maps a joined table to the
    column of it that names the row, and to its own watched columns.
    """

    kind: str
    table: str
    index: str
    at: str
    body: tuple[str, ...]
    title: str
    number: str
    detail: str
    watched: tuple[str, ...]
    joins: str = ""
    companions: tuple[tuple[str, str, tuple[str, ...]], ...] = ()


_ALIAS = (
    "coalesce((SELECT book.alias || ' ' || book.printed FROM issued_numbers AS book "
    "WHERE book.text = row.number AND row.number <> '' LIMIT 1), '')"
)
"""Other numbers that stand on its papers: the provisional one, and those a restored server gave away."""


def _phone(column: str) -> str:
    """A phone as written, as bare digits, and with the leading 0 people type."""
    digits = column
    for sign in (" ", "-", "+", ".", "(", ")"):
        digits = f"replace({digits}, '{sign}', '')"
    local = f"CASE WHEN {digits} LIKE '62%' THEN '0' || substr({digits}, 3) ELSE '' END"
    return f"{column} || ' ' || {digits} || ' ' || {local}"


def _unless_confidential(value: str, instead: str = "") -> str:
    """A column of the applicant; of a complaint nothing of it is indexed, for anybody (S4)."""
    listed = ", ".join(f"'{one}'" for one in CONFIDENTIAL)
    return f"CASE WHEN row.service IN ({listed}) THEN '{instead}' ELSE coalesce({value}, '') END"


_INTERNS = (
    "CASE WHEN row.service = 'magang' THEN coalesce((SELECT group_concat(one.value ->> 'name', ' ') "
    "FROM json_each(row.detail, '$.interns') AS one), '') ELSE '' END"
)
"""Who comes as an intern: the request is looked for by their names too (S5)."""

VISIT = Source(
    kind="visit",
    table="visits",
    index="search_visit",
    at="row.arrived_at",
    body=("row.name", "row.institution", _phone("row.phone"), "row.card"),
    title="row.name",
    number="row.card",
    detail="row.institution",
    watched=("name", "institution", "phone", "card"),
)
CASE = Source(
    kind="case",
    table="cases",
    index="search_case",
    at="row.registered_at",
    body=(
        "row.number",
        _ALIAS,
        "row.subject",
        "row.code",
        "row.eppid_number",
        _unless_confidential("who.name"),
        _unless_confidential("who.body_name"),
        _unless_confidential(_phone("who.phone")),
        _INTERNS,
    ),
    title="row.subject",
    number="row.number",
    detail=_unless_confidential("who.name", WITHHELD),
    watched=("number", "subject", "code", "eppid_number", "detail"),
    joins="LEFT JOIN applicants AS who ON who.case_id = row.id",
    companions=(("applicants", "case_id", ("name", "body_name", "phone")),),
)
LETTER = Source(
    kind="letter",
    table="letters",
    index="search_case",
    at="coalesce(row.signed_at, about.registered_at)",
    body=("row.number", _ALIAS, "row.subject", "row.addressee"),
    title="row.subject",
    number="row.number",
    detail="row.addressee",
    watched=("number", "subject", "addressee"),
    joins="JOIN cases AS about ON about.id = row.case_id",
)
SOURCES = {source.kind: source for source in (VISIT, CASE, LETTER)}
INDEXES = ("search_visit", "search_case")


def tables_sql() -> dict[str, str]:
    """Name -> SQL of the key tables and the FTS5 tables."""
    found = {}
    for index in INDEXES:
        found[index] = (
            f'CREATE TABLE "{index}" (key INTEGER PRIMARY KEY /* {_SLOTS} to the minute */, '
            "kind TEXT NOT NULL, id TEXT NOT NULL UNIQUE)"
        )
        found[f"{index}_text"] = (
            f"CREATE VIRTUAL TABLE \"{index}_text\" USING fts5(body, content='', contentless_delete=1, "
            f"detail=none, tokenize='unicode61 remove_diacritics 2', prefix='{_BEGINNINGS}')"
        )
    return found


def is_installed(connection: sa.Connection) -> bool:
    """Whether the file's indexes are made as this program makes them."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'table'").all()
    kept = {row.name: row.sql for row in rows}
    return all(kept.get(name) == sql for name, sql in tables_sql().items())


def install(connection: sa.Connection) -> None:
    """Make both indexes anew and fill them from the records."""
    for name in reversed(tables_sql()):
        connection.exec_driver_sql(f'DROP TABLE IF EXISTS "{name}"')
    for sql in tables_sql().values():
        connection.exec_driver_sql(sql)
    for source in SOURCES.values():
        _add(connection, source, f'SELECT id FROM "{source.table}"', ())  # noqa: S608
    for index in INDEXES:
        connection.exec_driver_sql(f'INSERT INTO "{index}_text" ("{index}_text") VALUES (\'optimize\')')  # noqa: S608


def refresh(connection: sa.Connection, position: int, touched: Collection[str]) -> None:
    """Bring the indexes up to date with one bundle of the log that touched these tables."""
    for source in SOURCES.values():
        parts = _touched_rows(source, touched)
        if parts:
            found = connection.exec_driver_sql(" UNION ".join(parts), (position,) * len(parts))
            _renew(connection, source, found.scalars().all())


def refresh_rows(connection: sa.Connection, rows: Mapping[str, Collection[str]]) -> None:
    """Bring the indexes up to date with rows written outside the log: table -> ids."""
    for source in SOURCES.values():
        ids = set(rows.get(source.table, ()))
        for table, link, _ in source.companions:
            if rows.get(table):
                linked = f'SELECT {link} FROM "{table}" WHERE id IN ({_LISTED})'  # noqa: S608
                ids |= set(connection.exec_driver_sql(linked, (_list(rows[table]),)).scalars())
        _renew(connection, source, ids)


def renew_some(connection: sa.Connection, kind: str, after: str, limit: int) -> str | None:
    """Index the next rows of a kind in the order of their ids; the last id done, None when none was left."""
    source = SOURCES[kind]
    ids = connection.exec_driver_sql(
        f'SELECT id FROM "{source.table}" WHERE id > ? ORDER BY id LIMIT ?',  # noqa: S608
        (after, limit),
    )
    rows = list(ids.scalars())
    if not rows:
        return None
    _renew(connection, source, rows)
    return str(rows[-1])


def _renew(connection: sa.Connection, source: Source, ids: Collection[str]) -> None:
    """Index these rows of a source, and forget those that are gone."""
    if not ids:
        return
    listed = (_list(ids),)
    known = f'SELECT key FROM "{source.index}" WHERE id IN ({_LISTED})'  # noqa: S608
    keys = [(key,) for key in connection.exec_driver_sql(known, listed).scalars()]
    if keys:
        connection.exec_driver_sql(f'DELETE FROM "{source.index}_text" WHERE rowid = ?', keys)  # noqa: S608
        connection.exec_driver_sql(
            f'DELETE FROM "{source.index}" WHERE id IN ({_LISTED}) '  # noqa: S608
            f'AND NOT EXISTS (SELECT 1 FROM "{source.table}" AS row WHERE row.id = "{source.index}".id)',
            listed,
        )
    _add(connection, source, _LISTED, listed)


def _list(ids: Collection[str]) -> str:
    """Ids as the value of :data:`_LISTED`."""
    return canonical_json(sorted(ids))


def _touched_rows(source: Source, touched: Collection[str]) -> list[str]:
    """Queries for the ids of a source's rows whose text a bundle changed; each takes its position."""
    parts = []
    if source.table in touched:
        parts.append(_changes("c.row_id", source.table, source.watched))
    for table, link, watched in source.companions:
        if table in touched:
            linked = f"coalesce((SELECT {link} FROM \"{table}\" WHERE id = c.row_id), v.old ->> '{link}')"  # noqa: S608
            parts.append(_changes(linked, table, watched))
    return parts


def _changes(wanted: str, table: str, watched: tuple[str, ...]) -> str:
    names = ", ".join(f"'{name}'" for name in watched)
    return (
        f"SELECT {wanted} FROM change AS c JOIN change_value AS v ON v.id = c.id "  # noqa: S608
        f"WHERE c.txn = ? AND c.tbl = '{table}' AND (c.op <> 'U' OR v.salt IS NULL "
        f"OR EXISTS (SELECT 1 FROM json_each(v.old) AS e WHERE e.key IN ({names})))"
    )


def _add(connection: sa.Connection, source: Source, ids: str, values: tuple[int | str, ...]) -> None:
    """Give keys to rows that have none, then index the text of all of them."""
    rows = f'FROM "{source.table}" AS row {source.joins} WHERE row.id IN ({ids})'
    _give_keys(connection, source, rows, values)
    body = " || ' ' || ".join(source.body)
    key = f'SELECT key FROM "{source.index}" AS k WHERE k.id = row.id'  # noqa: S608
    connection.exec_driver_sql(
        f'INSERT INTO "{source.index}_text" (rowid, body) SELECT ({key}) AS key, {body} {rows} ORDER BY key',
        values,
    )


def _give_keys(connection: sa.Connection, source: Source, rows: str, values: tuple[int | str, ...]) -> None:
    """Each new row takes the first free key from its minute on."""
    highest = connection.exec_driver_sql(f'SELECT max(key) FROM "{source.index}"').scalar() or 0  # noqa: S608
    fresh = connection.exec_driver_sql(
        f"SELECT row.id, unixepoch({source.at}) / 60 * {_SLOTS} AS start {rows} "  # noqa: S608
        f'AND NOT EXISTS (SELECT 1 FROM "{source.index}" AS k WHERE k.id = row.id) ORDER BY start, row.id',
        values,
    )
    last = 0
    for part in fresh.partitions(10_000):
        given = []
        for row_id, start in part:
            last = max(start, last + 1)
            if last <= highest:
                last = _free(connection, source.index, last)
            given.append((last, source.kind, row_id))
        connection.exec_driver_sql(
            f'INSERT INTO "{source.index}" (key, kind, id) VALUES (?, ?, ?)',  # noqa: S608
            given,
        )


def _free(connection: sa.Connection, index: str, wanted: int) -> int:
    """The first key from ``wanted`` on that no row has."""
    cursor = connection.connection.cursor()  # a hundred thousand imported rows come here one by one
    for (key,) in cursor.execute(f'SELECT key FROM "{index}" WHERE key >= ? ORDER BY key', (wanted,)):  # noqa: S608
        if key != wanted:
            break
        wanted += 1
    cursor.close()
    return wanted

"""Makes, or brings up to date, the schema of the shared database: tables, functions, roles, policies,
rules.

Roles belong to the cluster, so each office's carry the first letters of its server id:
``desk_1a2b3c4d_owner`` (NOLOGIN, owns everything), ``desk_1a2b3c4d_device`` (NOLOGIN, what devices may
do), and one login per device.
"""

import uuid
from collections.abc import Iterable
from importlib.resources import files
from typing import Any, LiteralString

import sqlalchemy as sa
from psycopg import Connection, sql

from desk.models.types import Clock, Day, Instant, Json
from desk.rules.confidence import CONFIDENTIAL
from desk.rules.permissions import ROLES
from desk.standards.model import Standard
from desk.store.migrations import HEAD
from desk.store.triggers import captured_tables
from desk.sync import merging, permits, scopes
from desk.sync.errors import NotEmptyError, ServerTooNewError, UnfitServerError
from desk.sync.link import told

OLDEST_CLIENT = "0004"
"""The oldest schema of a workstation that this version still takes bundles from."""

_SHOWN = sql.SQL("face = ANY ((SELECT desk.faces())::text[])")
"""Of the faces of one row nobody sees two."""

CONNECTIONS = 12
"""How many connections a device may hold at once."""

OLDEST_SERVER = 15
"""The oldest PostgreSQL that knows all that the schema is made of."""

API = (
    "claim_device(uuid, uuid, text)",
    "hello(uuid, uuid, text, text, bigint, bigint, timestamptz)",
    "knows(uuid, text, bigint)",
    "push(text)",
    "caught_up()",
    "forked()",
    "claim(text, integer)",
    "release(text)",
    "mask()",
    "faces()",
    "state()",
    "blob_begin(text, bigint, text)",
    "blob_put(text, integer, bytea)",
    "blob_end(text)",
    "blob_get(text, integer)",
)
"""Every function a device may call."""

Row = tuple[Any, ...]


def install(
    connection: Connection[Any], standards: Iterable[Standard], office_name: str, server: str = ""
) -> str:
    """Make the schema in an empty database, or renew functions, views and rules in one that has it.

    ``connection`` belongs to the administrator (may create schemas and roles) and is in no transaction.
    ``server`` is the id of a new one, where it is settled already. Returns the server's id.

    Raises:
        UnfitServerError: the server is too old, or the database keeps letters in another way than UTF-8.
        NotEmptyError: something else is in the database.
        ServerTooNewError: the database was made by a newer Desk than this.
    """
    with told(), connection.transaction():
        _check_fit(connection)
        known = _known(connection)
        if known is None:
            _make(connection, office_name, server or str(uuid.uuid4()))
        elif known > HEAD:
            raise ServerTooNewError(f"({known}, this program: {HEAD})")
        server = _server(connection)
        _run(connection, _text("functions.sql"))
        _make_views(connection)
        _load_rules(connection, list(standards))
        _secure(connection, server)
        connection.execute("UPDATE desk.head SET schema = %s, oldest_client = %s", (HEAD, OLDEST_CLIENT))
    return server


def holds_something(connection: Connection[Any]) -> bool:
    """Whether there is a table or view in the database that is not the system's or an extension's."""
    return bool(_one(connection, _FOREIGN))


def make_login(connection: Connection[Any], login: str, verifier: str, group: str) -> None:
    """A role for a device, or its password anew; ``verifier``: what proves it, never the password itself."""
    name, secret = sql.Identifier(login), sql.Literal(verifier)
    if _one(connection, "SELECT count(*) FROM pg_roles WHERE rolname = %s", login):
        connection.execute(sql.SQL("ALTER ROLE {} LOGIN PASSWORD {}").format(name, secret))
    else:
        connection.execute(
            sql.SQL("CREATE ROLE {} LOGIN PASSWORD {} CONNECTION LIMIT {}").format(
                name, secret, sql.Literal(CONNECTIONS)
            )
        )
    connection.execute(sql.SQL("GRANT {} TO {}").format(sql.Identifier(group), name))
    connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(name))  # to be able to cut it off


def close_large_objects(connection: Connection[Any]) -> None:
    """Nobody may fill the database with large objects, which by default anybody may; for a superuser."""
    connection.execute(
        "REVOKE EXECUTE ON FUNCTION lo_creat(integer), lo_create(oid), lo_from_bytea(oid, bytea), "
        "lo_open(oid, integer), lo_put(oid, bigint, bytea), lowrite(integer, bytea) FROM PUBLIC"
    )


def short(server: str) -> str:
    """The eight letters that mark a server's roles."""
    return server.replace("-", "")[:8]


def owner_role(server: str) -> str:
    """The role that owns the schema."""
    return f"desk_{short(server)}_owner"


def device_group(server: str) -> str:
    """The role whose rights every device has."""
    return f"desk_{short(server)}_device"


def _check_fit(connection: Connection[Any]) -> None:
    version = connection.info.server_version
    if version < OLDEST_SERVER * 10_000:
        raise UnfitServerError(f"(PostgreSQL {version // 10_000}; {OLDEST_SERVER} or newer is needed)")
    encoding = str(_one(connection, "SHOW server_encoding"))
    if encoding != "UTF8":
        raise UnfitServerError(f"(the database is kept in {encoding}; UTF8 is needed)")


def _known(connection: Connection[Any]) -> str | None:
    """The schema version of the database; None where nothing of Desk is in it."""
    if not _one(connection, "SELECT count(*) FROM pg_namespace WHERE nspname = 'desk'"):
        if holds_something(connection):
            raise NotEmptyError
        return None
    if _one(connection, "SELECT to_regclass('desk.head')") is None:
        raise NotEmptyError
    return str(_one(connection, "SELECT schema FROM desk.head"))


_FOREIGN = """
SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^(pg_|information_schema$)'
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
"""


def _make(connection: Connection[Any], office_name: str, server: str) -> None:
    _run(connection, "CREATE SCHEMA desk")
    _run(connection, _text("schema.sql"))
    connection.execute(
        "INSERT INTO desk.head (server, office_name, schema, oldest_client) VALUES (%s, %s, %s, %s)",
        (server, office_name, HEAD, OLDEST_CLIENT),
    )
    for name, table, columns in _unique_keys():
        keys = sql.SQL(", ").join(sql.SQL("(data ->> {})").format(sql.Literal(one)) for one in columns)
        connection.execute(
            sql.SQL("CREATE UNIQUE INDEX {} ON desk.office_row ({}) WHERE tbl = {} AND face = ''").format(
                sql.Identifier(name), keys, sql.Literal(table)
            )
        )


def _unique_keys() -> Iterable[tuple[str, str, tuple[str, ...]]]:
    """Index name, table and columns of each unique key of the records."""
    for table in captured_tables():
        keys = {
            tuple(c.name for c in one.columns)
            for one in table.constraints
            if isinstance(one, sa.UniqueConstraint)
        }
        keys |= {tuple(c.name for c in one.columns) for one in table.indexes if one.unique}
        for columns in sorted(keys):
            yield f"only_{table.name}_{'_'.join(columns)}"[:60], table.name, columns


def _make_views(connection: Connection[Any]) -> None:
    """One typed view per table for people and reports; a device sees through it what it sees anyway."""
    for table in captured_tables():
        columns = sql.SQL(", ").join(
            sql.SQL("(data ->> {name}){cast} AS {alias}").format(
                name=sql.Literal(column.name),
                cast=sql.SQL(_cast(column)),
                alias=sql.Identifier(column.name),
            )
            for column in table.columns
        )
        connection.execute(sql.SQL("DROP VIEW IF EXISTS desk.{}").format(sql.Identifier(table.name)))
        connection.execute(
            sql.SQL(
                "CREATE VIEW desk.{} WITH (security_invoker = true) AS "
                "SELECT {}, rev FROM desk.office_row WHERE tbl = {} AND {}"
            ).format(sql.Identifier(table.name), columns, sql.Literal(table.name), _SHOWN)
        )


def _cast(column: "sa.Column[Any]") -> LiteralString:
    kind = column.type
    if isinstance(kind, Instant):
        return "::timestamptz"
    if isinstance(kind, Day):
        return "::date"
    if isinstance(kind, Clock):
        return "::time"
    if isinstance(kind, Json):
        return "::jsonb"
    if isinstance(kind, sa.Boolean):
        return "::integer::boolean"
    return "::bigint" if isinstance(kind, sa.Integer) else ""


def _load_rules(connection: Connection[Any], standards: list[Standard]) -> None:
    """The rules as data, all of them anew; rows that are for others by them than before are put again."""
    before = dict(connection.execute(_AUDIENCES).fetchall())
    audiences = [
        (
            *(table, int(one.scopes), one.case_column, int(one.confidential), one.subject),
            *(list(one.board), list(one.gate)),
        )
        for table, one in scopes.AUDIENCES.items()
    ]
    _replace(connection, "audience_rule", audiences)
    _replace(connection, "confidential_service", [(one,) for one in CONFIDENTIAL])
    _replace(connection, "column_rule", merging.rules())
    _replace(connection, "write_rule", permits.writes())
    _replace(connection, "move_rule", permits.moves(standards))
    _replace(connection, "role_rule", [(role, int(scopes.allowed_at(role))) for role in ROLES])
    after = dict(connection.execute(_AUDIENCES).fetchall())
    others = [table for table, rule in before.items() if after.get(table) not in (None, rule)]
    if others:
        connection.execute("UPDATE desk.head SET rev = rev + 1")
        connection.execute(_PUT_AGAIN, (others,))


_AUDIENCES = "SELECT tbl, r::text FROM desk.audience_rule AS r"
_PUT_AGAIN = """
SELECT desk.put(o.tbl, o.id, h.rev, o.data, o.audience)
FROM desk.office_row AS o, desk.head AS h WHERE o.face = '' AND o.tbl = ANY (%s)
"""


def _replace(connection: Connection[Any], table: str, rows: Iterable[Row]) -> None:
    name = sql.Identifier("desk", table)
    connection.execute(sql.SQL("DELETE FROM {}").format(name))
    with connection.cursor() as cursor, cursor.copy(sql.SQL("COPY {} FROM STDIN").format(name)) as copy:
        for row in rows:
            copy.write_row(row)


def _secure(connection: Connection[Any], server: str) -> None:
    """Owner without login, everything revoked from PUBLIC, the API and filtered rows for devices."""
    owner, group = sql.Identifier(owner_role(server)), sql.Identifier(device_group(server))
    for name in (owner_role(server), device_group(server)):
        if not _one(connection, "SELECT count(*) FROM pg_roles WHERE rolname = %s", name):
            connection.execute(sql.SQL("CREATE ROLE {} NOLOGIN").format(sql.Identifier(name)))
    connection.execute(sql.SQL("GRANT {} TO CURRENT_USER").format(owner))
    database = sql.Identifier(str(_one(connection, "SELECT current_database()")))
    connection.execute(sql.SQL("REVOKE ALL ON DATABASE {} FROM PUBLIC").format(database))
    connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(database, group))
    connection.execute(sql.SQL("GRANT ALL ON DATABASE {} TO CURRENT_USER").format(database))
    connection.execute(sql.SQL("GRANT CREATE, USAGE ON SCHEMA desk TO {}").format(owner))
    connection.execute("REVOKE CREATE ON SCHEMA public FROM PUBLIC")
    if _one(connection, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"):
        close_large_objects(connection)
    for kind, name in connection.execute(_OBJECTS).fetchall():
        statement = sql.SQL("ALTER {} {} OWNER TO {}").format(sql.SQL(kind), sql.SQL(name), owner)
        connection.execute(statement)
    connection.execute("REVOKE ALL ON ALL TABLES IN SCHEMA desk FROM PUBLIC")
    connection.execute("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA desk FROM PUBLIC")
    connection.execute(sql.SQL("REVOKE ALL ON ALL FUNCTIONS IN SCHEMA desk FROM {}").format(group))
    connection.execute(sql.SQL("GRANT USAGE ON SCHEMA desk TO {}").format(group))
    for function in API:
        connection.execute(
            sql.SQL("GRANT EXECUTE ON FUNCTION desk.{} TO {}").format(sql.SQL(function), group)
        )
    for table in ("office_row", "gone", "erased", *(one.name for one in captured_tables())):
        connection.execute(sql.SQL("GRANT SELECT ON desk.{} TO {}").format(sql.Identifier(table), group))
    for table in ("office_row", "gone", "erased"):
        hidden = sql.Identifier(table)
        shown = sql.SQL("") if table == "erased" else sql.SQL(" AND {}").format(_SHOWN)
        connection.execute(sql.SQL("ALTER TABLE desk.{} ENABLE ROW LEVEL SECURITY").format(hidden))
        connection.execute(sql.SQL("DROP POLICY IF EXISTS seen ON desk.{}").format(hidden))
        connection.execute(
            sql.SQL(
                "CREATE POLICY seen ON desk.{} FOR SELECT TO {} "
                "USING ((audience & (SELECT desk.mask())) <> 0{})"
            ).format(hidden, group, shown)
        )


_OBJECTS = """
SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'TABLE' END, c.oid::regclass::text
FROM pg_class c WHERE c.relnamespace = 'desk'::regnamespace AND c.relkind IN ('r', 'v')
UNION ALL
SELECT 'FUNCTION', p.oid::regprocedure::text FROM pg_proc p WHERE p.pronamespace = 'desk'::regnamespace
"""


def _server(connection: Connection[Any]) -> str:
    return str(_one(connection, "SELECT server FROM desk.head"))


def _text(name: str) -> str:
    return files("desk.sync.server").joinpath(name).read_text(encoding="utf-8")


def _run(connection: Connection[Any], text: str) -> None:
    connection.execute(text)


def _one(connection: Connection[Any], query: LiteralString, *values: Any) -> Any:
    row = connection.execute(query, values or None).fetchone()
    return None if row is None else row[0]

"""Brings a database to the newest revision in one transaction and renews what is derived from the models."""

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

import sqlalchemy as sa
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.runtime.environment import EnvironmentContext
from alembic.script import ScriptDirectory

import desk.models
from desk.store import search_index, tables, triggers
from desk.store.errors import StoreDamagedError
from desk.store.migrations import HEAD

METADATA = desk.models.Base.metadata
"""Every table a revision may make."""


def upgrade(connection: sa.Connection, to: str = HEAD) -> None:
    """Run the missing revisions, then make triggers and search indexes anew.

    ``connection`` is in a transaction and has foreign keys off; nothing is left behind when this fails.

    Raises:
        StoreDamagedError: a revision left rows that refer to nothing.
    """
    revise(connection, to)
    if to == HEAD:
        renew_derived(connection)


def revise(connection: sa.Connection, to: str = HEAD) -> None:
    """Run the missing revisions alone, as :func:`upgrade`; triggers are dropped and not made again."""
    if connection.exec_driver_sql("PRAGMA foreign_keys").scalar_one():
        raise ValueError("revisions run with foreign keys off")
    _drop_triggers(connection, stored_triggers(connection))
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    script = ScriptDirectory.from_config(config)
    with EnvironmentContext(
        config, script, fn=lambda revision, _: script._upgrade_revs(to, revision), destination_rev=to
    ) as environment:
        environment.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
        environment.run_migrations()
    strays = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    if strays:
        raise StoreDamagedError(f"{len(strays)} rows refer to nothing, first {tuple(strays[0])}")


def renew_derived(connection: sa.Connection) -> None:
    """Make the change log's triggers anew from the models, and the search indexes where they changed."""
    _drop_triggers(connection, stored_triggers(connection))
    if not search_index.is_installed(connection):
        search_index.install(connection)
    for sql in triggers.all_triggers().values():
        connection.exec_driver_sql(sql)


def current(connection: sa.Connection) -> str | None:
    """The revision of the file; ``None`` for an empty one."""
    return MigrationContext.configure(connection).get_current_revision()


def stored_triggers(connection: sa.Connection) -> dict[str, str]:
    """Name -> SQL of the triggers in the file."""
    rows = connection.exec_driver_sql("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").all()
    return {row.name: row.sql for row in rows}


def derived_fingerprint() -> str:
    """What :data:`desk.store.migrations.DERIVED` must say."""
    derived = {**triggers.all_triggers(), **search_index.tables_sql()}
    return sha256("\n".join(f"{name}\t{derived[name]}" for name in sorted(derived)).encode()).hexdigest()


def differences(connection: sa.Connection) -> list[object]:
    """What alembic sees between the file's tables and the models; empty when they are equal."""
    from alembic.autogenerate import compare_metadata

    return list(compare_metadata(comparison(connection), METADATA))


def comparison(connection: sa.Connection) -> MigrationContext:
    """A context that compares with the models and passes over what is derived."""

    def owned(_: object, name: str | None, kind: str, *__: object) -> bool:
        return not (kind == "table" and (name or "").startswith("search_"))

    return MigrationContext.configure(
        connection,
        opts={
            "target_metadata": METADATA,
            "include_object": owned,
            "compare_type": True,
            "render_as_batch": True,
        },
    )


def _drop_triggers(connection: sa.Connection, names: Iterable[str]) -> None:
    for name in names:
        connection.exec_driver_sql(f'DROP TRIGGER "{name}"')


OWN = tables.STORE_TABLES
"""Imported so that the store's own tables stand in ``METADATA``."""

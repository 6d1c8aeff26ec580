"""``desk join``: makes this PC a device of an office network.

The one-time code opens the office's data: it is asked for, read from a file or from ``DESK_JOIN_CODE``, and
never an argument.
"""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.cli import echo_json
from desk.cli.store_options import data_folder, now, progress, secret, store_options
from desk.rules.errors import DeskError

if TYPE_CHECKING:
    from desk.sync.enrolment import Enrolment

CODE_VARIABLE = "DESK_JOIN_CODE"


class CodeFileError(DeskError):
    """The file with the code cannot be read."""

    code = "code_file"


@click.command()
@click.argument("file", required=False, type=click.Path(dir_okay=False, path_type=Path))
@store_options
def join(file: Path | None, data: str | None, as_json: bool) -> None:
    """Take a one-time code from FILE, from DESK_JOIN_CODE, or typed, and load what this PC may see.

    Cut off while loading, the same command goes on. A PC whose place was revoked, lost with an older copy
    of the server's database, or taken by a later restore of it, takes a new code and keeps its work.
    """
    from desk.store import layout
    from desk.sync.arriving import arrive, is_arriving

    folder = data_folder(data)
    if layout.office(folder).exists():
        joined, rows = _again(folder, _code(file))
    else:
        code = "" if is_arriving(folder) else _code(file)
        done = arrive(folder, code, now, progress)
        joined, rows = done.enrolment, done.rows
    if as_json:
        echo_json(
            {"label": joined.label, "class": joined.kind, "server": joined.server, "rows": rows}
            | {"scopes": [str(one.name).lower() for one in joined.scopes]}
        )
        return
    click.echo(f"{joined.label} ({joined.kind}) is ready: {rows} rows")
    click.echo("next: desk recovery new FILE --login ADMINISTRATOR, for backups of this PC")


def _again(folder: Path, code: str) -> "tuple[Enrolment, int]":
    """A new place for a PC that has its store."""
    from contextlib import closing

    from desk.store.store import Store
    from desk.sync.joining import join as take
    from desk.sync.once import once

    with closing(Store.open(folder)) as store:
        joined = take(store, code)
        once(store, now, progress)
        with store.read() as session:
            rows = session.connection().exec_driver_sql("SELECT count(*) FROM replica_row").scalar_one()
    return joined, int(rows)


def _code(file: Path | None) -> str:
    if file is not None:
        try:
            return file.read_text(encoding="utf-8-sig", errors="replace")
        except OSError as error:
            raise CodeFileError(f"{file}: {error.strerror or error}") from error
    return secret("Code from the administrator", CODE_VARIABLE, hidden=False)

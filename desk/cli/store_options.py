"""What the commands on the office's store share: the data folder, the recovery code, the clock."""

import os
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

from desk.rules.errors import DeskError

CODE_VARIABLE = "DESK_RECOVERY_CODE"
"""Environment variable that carries the recovery code: an argument would stand in the list of processes."""

_Command = TypeVar("_Command", bound=Callable[..., Any])


def store_options(command: _Command) -> _Command:
    """Add ``--data`` and ``--json``."""
    command = click.option("--json", "as_json", is_flag=True, help="Answer in JSON.")(command)
    return click.option("--data", type=click.Path(file_okay=False), help="Folder of the office's data.")(
        command
    )


def data_folder(data: str | None) -> Path:
    """The folder named by the command, by ``desk --data`` before it, or the machine's own."""
    from desk.store.layout import default_folder

    outer = (click.get_current_context().find_root().obj or {}).get("data")
    chosen = data or outer
    return Path(chosen) if chosen else default_folder()


class NotGivenError(DeskError):
    """A password or code is needed, and nobody sits at a terminal who could type it."""

    code = "not_given"


def recovery_code() -> str:
    """The recovery code from the environment, or asked for without showing it."""
    return secret("Recovery code", CODE_VARIABLE)


def secret(what: str, variable: str, *, hidden: bool = True) -> str:
    """Something that must not stand in the list of processes: from the environment, from a terminal
    (``hidden``: without showing it), or the first line of a pipe.

    Raises:
        NotGivenError: none of these gives anything.
    """
    if given := os.environ.get(variable):
        return given
    if sys.stdin.isatty():
        return str(click.prompt(what, hide_input=hidden, err=True))
    if line := sys.stdin.readline().strip():
        return line
    raise NotGivenError(f"{what} wanted: type it at a terminal, or set {variable}")


def now() -> datetime:
    """The moment of the command, UTC."""
    return datetime.now(UTC)


def progress(done: int, total: int) -> None:
    """Say on a terminal how far a long work is, in rows."""
    if sys.stderr.isatty():
        click.echo(f"\r{done:,} of {total:,} rows", nl=done >= total, err=True)

"""What the commands on the office's store share: the data folder, the recovery code, the clock."""

import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

import click

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


def recovery_code() -> str:
    """The recovery code from the environment, or asked for without showing it."""
    given = os.environ.get(CODE_VARIABLE)
    return given or str(click.prompt("Recovery code", hide_input=True, err=True))


def now() -> datetime:
    """The moment of the command, UTC."""
    return datetime.now(UTC)

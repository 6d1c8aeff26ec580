"""``desk recovery new`` and ``open``: another recovery code, and the key brought back by the code."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.cli import echo_json
from desk.cli.signed_in import signed_in
from desk.cli.store_options import data_folder, recovery_code, store_options
from desk.rules.errors import DeskError

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace


class SheetUnwritableError(DeskError):
    """The sheet cannot be written where it was asked for; the old code stays in force."""

    code = "sheet_unwritable"


@click.group()
def recovery() -> None:
    """The recovery code: make a new one, or bring this PC's lost key back by it."""


@recovery.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--login", required=True, help="Administrator's login; the password comes from DESK_PASSWORD.")
@store_options
def new(file: Path, login: str, data: str | None, as_json: bool) -> None:
    """Write the sheet of a new recovery code to FILE (PDF); then the new code replaces the old.

    Backups made from then on open with the new code alone, those made before with the code of their day.
    """
    from desk.actions.recovery import prepare_recovery_code, put_recovery_code_in_force

    with signed_in(data, login) as workplace:
        code = prepare_recovery_code(workplace)
        _write_sheet(workplace, code, file)
        put_recovery_code_in_force(workplace, code)
        made_at = workplace.now().isoformat()
    if as_json:
        echo_json({"file": str(file), "made_at": made_at})
        return
    click.echo(f"{file}: sheet of the recovery code now in force; print it, lock it away, delete the file")
    click.echo("backups made before still open with the code of their day: make a new backup")


@recovery.command("open")
@store_options
def open_(data: str | None, as_json: bool) -> None:
    """Bring this PC's lost key back from the recovery code (asked for, or DESK_RECOVERY_CODE)."""
    from desk.store.check import key_place
    from desk.store.recovery import bring_key_back

    folder = data_folder(data)
    bring_key_back(folder, recovery_code())
    place = key_place(folder)
    if as_json:
        echo_json({"folder": str(folder), "key": place})
        return
    click.echo(f"{folder}: the key is back, {place}")


def _write_sheet(workplace: "Workplace", code: str, file: Path) -> None:
    from desk.bootstrap.adapters import ShelfPapers
    from desk.files import write_whole
    from desk.settings import device_name

    sheet = ShelfPapers(workplace).paper("recovery_sheet", "", code=code, device=device_name())
    try:
        write_whole(file, sheet.pdf)
    except OSError as error:
        raise SheetUnwritableError(f"{file}: {error.strerror or error}; the old code stays") from error

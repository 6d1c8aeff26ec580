"""``desk import visits FILE.csv``: tries an old guestbook first, then takes it in whole or not at all."""

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk.cli import echo_json
from desk.cli.signed_in import signed_in
from desk.cli.store_options import store_options

if TYPE_CHECKING:
    from desk.actions.import_visits import ImportPlan

_SHOWN = 20


@click.command("import")
@click.argument("kind", type=click.Choice(["visits"]))
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--login", required=True, help="Administrator's login; the password comes from DESK_PASSWORD.")
@click.option("--yes", is_flag=True, help="Write it when every line can be read; without it: a dry run.")
@store_options
def import_(kind: str, file: Path, login: str, yes: bool, data: str | None, as_json: bool) -> None:
    """Take FILE into the guestbook; KIND is visits.

    The first line names the columns, in Indonesian or English: nama/name and tanggal/date are needed; jam
    masuk, jam keluar, instansi, telepon, keperluan, bertemu, pengikut, kartu and keterangan are taken where
    they are there. Dates dd/mm/yyyy, dd-mm-yyyy, dd.mm.yyyy or yyyy-mm-dd, times hh.mm or hh:mm.
    """
    del kind  # one kind so far; click has checked it
    from desk.actions.import_visits import import_visits, plan_import

    content = file.read_bytes()
    with signed_in(data, login) as workplace:
        plan = plan_import(workplace, content)
        go_on = not plan.errors and bool(plan.new) and (yes or _agreed(plan, as_json))
        written = import_visits(workplace, content).visits if go_on else 0
    _tell(plan, written, go_on, as_json)
    if plan.errors:
        raise SystemExit(1)


def _agreed(plan: "ImportPlan", as_json: bool) -> bool:
    """Ask, where somebody sits at the terminal; a script without ``--yes`` gets the dry run."""
    if as_json or not sys.stdin.isatty():
        return False
    return click.confirm(f"Write {len(plan.new)} visitors into the guestbook?", err=True)


def _tell(plan: "ImportPlan", written: int, done: bool, as_json: bool) -> None:
    if as_json:
        echo_json(_as_json(plan, written, done))
        return
    for error in plan.errors[:_SHOWN]:
        click.echo(f"line {error.line}: {error.message} (column {error.column})", err=True)
    if len(plan.errors) > _SHOWN:
        click.echo(f"... and {len(plan.errors) - _SHOWN} more lines in error", err=True)
    if plan.ignored:
        click.echo(f"columns passed over: {', '.join(plan.ignored)}")
    if plan.span:
        click.echo(f"days: {plan.span[0].isoformat()} to {plan.span[1].isoformat()}")
    click.echo(f"new: {len(plan.new)}, known already: {len(plan.duplicates)}, in error: {len(plan.errors)}")
    if plan.errors:
        click.echo("desk: nothing was written; mend these lines first", err=True)
    elif done:
        click.echo(f"written: {written}")
    elif plan.new:
        click.echo("dry run: nothing was written; add --yes to write it")


def _as_json(plan: "ImportPlan", written: int, done: bool) -> dict[str, Any]:
    span = plan.span
    return {
        "new": len(plan.new),
        "duplicates": list(plan.duplicates),
        "errors": [asdict(error) for error in plan.errors],
        "ignored_columns": list(plan.ignored),
        "from": span[0].isoformat() if span else None,
        "to": span[1].isoformat() if span else None,
        "written": written,
        "dry_run": not done,
    }

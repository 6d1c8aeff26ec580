"""``desk server host`` and ``announce``: this PC as the office's server."""

import os
import signal
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.cli import echo_json
from desk.cli.server.database import office_here
from desk.cli.server.options import PASSWORD_VARIABLE
from desk.cli.store_options import data_folder, now, secret, store_options

if TYPE_CHECKING:
    from desk.sync.host.debian import DebianHost
    from desk.sync.host.office import Wanted
    from desk.sync.host.steps import Outcome

_REFRESH_SECONDS = 20.0


@click.command()
@click.option("--office", default="", help="Name of the office; without it that of the office on this PC.")
@click.option("--port", type=click.IntRange(1, 65535), help="Without it the first that is free.")
@click.option(
    "--network", "networks", multiple=True, help="Who may come in (CIDR); without it the PC's networks."
)
@click.option(
    "--backups",
    default="/var/backups/desk",
    show_default=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder of the daily backups.",
)
@click.option(
    "--restore",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Begin with a backup of the server, and its identity beside it.",
)
@click.option("--dry-run", is_flag=True, help="Only say what would be done.")
@store_options
def host(
    office: str,
    port: int | None,
    networks: tuple[str, ...],
    backups: Path,
    restore: Path | None,
    dry_run: bool,
    data: str | None,
    as_json: bool,
) -> None:
    """Make this PC the office's server: PostgreSQL with TLS, started at boot, saved daily, announced.

    For offices without a database administrator. Repeated, it does only what is missing. The password of the
    server's administrator is asked for, or taken from DESK_SERVER_PASSWORD.
    """
    from desk.sync.host.office import Wanted
    from desk.sync.host.steps import carry_out

    name = office or office_here(data)
    if not name and restore is None:
        raise click.UsageError("there is no office on this PC: say --office NAME")
    wanted = Wanted(name, port or 0, networks or ("samenet",), backups.absolute(), restore)
    plan = _plan(wanted, data_folder(data), dry=dry_run)
    outcomes = carry_out(plan.steps(), lambda one: None if as_json else _tell(one), dry=dry_run)
    if not dry_run:
        from desk.sync.reaching import remember

        remember(data_folder(data), plan.url)
    if as_json:
        steps = [{"what": one.what, "state": str(one.state)} for one in outcomes]
        echo_json({"url": plan.url, "server": plan.identity.server, "steps": steps, "hints": plan.hints()})
        return
    for line in plan.hints():
        click.echo(line)
    if not dry_run:
        click.echo("next: desk server adopt --login ADMINISTRATOR, on the PC that holds the office's data")


@click.command(hidden=True)
@click.option("--id", "server", required=True, help="The server's id.")
@click.option("--port", required=True, type=click.IntRange(1, 65535))
def announce(server: str, port: int) -> None:
    """Tell the office's network where the server is, until ended; the service that host sets up runs it."""
    from contextlib import closing

    from desk.sync.discovery import Announcement

    end = threading.Event()
    for one in (signal.SIGTERM, signal.SIGINT):
        signal.signal(one, lambda *_: end.set())
    with closing(Announcement(server, port)) as announcement:
        while not end.wait(_REFRESH_SECONDS):
            announcement.refresh()


def _plan(wanted: "Wanted", folder: "Path", *, dry: bool) -> "DebianHost":
    from desk.assets import resource
    from desk.standards.loader import load_standards
    from desk.sync.host.debian import DebianHost, NotDebianError, NotRootError
    from desk.sync.host.machine import Machine

    if not sys.platform.startswith("linux"):
        raise NotDebianError
    if not dry and os.geteuid():
        raise NotRootError
    standards = load_standards(resource("standards"), folder).by_id.values()
    return DebianHost(Machine(), wanted, standards, now, _new_password)


def _new_password() -> str:
    if os.environ.get(PASSWORD_VARIABLE) or not sys.stdin.isatty():
        return secret("Password of the server's administrator", PASSWORD_VARIABLE)
    return str(
        click.prompt(
            "Password for the server's administrator, at least 12 letters",
            hide_input=True,
            confirmation_prompt=True,
            err=True,
        )
    )


def _tell(one: "Outcome") -> None:
    click.echo(f"{one.state:5} {one.what}")

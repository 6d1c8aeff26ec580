"""``desk server adopt``, ``enrol`` and ``revoke``: which PCs belong to the office's network."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.cli import echo_json
from desk.cli.server.options import reached, server_options
from desk.cli.signed_in import signed_in
from desk.cli.store_options import progress
from desk.rules.errors import DeskError
from desk.settings import device_name

if TYPE_CHECKING:
    from desk.sync.scopes import Scope

_CLASSES = ("pamdal", "front_office", "kasubag", "leadership", "kiosk", "office")
_SCOPES = ("visits", "cases", "complaints", "leadership", "board")
_HOST = (
    "How other PCs reach the server: name or address; without it as in --server, or this PC's own address."
)


class FileUnwritableError(DeskError):
    """The code cannot be written where it was asked for."""

    code = "file_unwritable"


def _label(ctx: click.Context, parameter: click.Parameter, value: str) -> str:
    del ctx, parameter
    if value and device_name(value) != value:
        raise click.BadParameter("capital letters, digits and dashes, at most 20: it stands in numbers")
    return value


@click.command()
@click.option("--label", default="", callback=_label, help="Name of this PC; without it its own name.")
@click.option(
    "--login", required=True, help="Administrator's login on this PC; the password comes from DESK_PASSWORD."
)
@server_options
def adopt(
    label: str,
    login: str,
    url: str,
    certificate: Path | None,
    fingerprint: str,
    data: str | None,
    as_json: bool,
) -> None:
    """Move the office of this PC, rows and history, to an empty server; the PC becomes its first device.

    All or nothing: cut off, the PC stands alone as before.
    """
    from desk.rules.permissions import Capability
    from desk.sync.admin import status
    from desk.sync.adoption import adopt as move

    with signed_in(data, login) as workplace:
        workplace.require(Capability.MANAGE_OFFICE)
        with reached(url, certificate, fingerprint, data) as at:
            name = label or device_name()
            move(at.connection, workplace.store, at.address_here(), name, at.certificate, progress)
            state = status(at.connection)
    if as_json:
        echo_json({"label": name, "server": state.server, "rows": state.rows, "rev": state.rev})
        return
    click.echo(f"{state.office}: {state.rows} rows moved to the server; this PC is {name}")
    click.echo("next: desk server enrol LABEL --class CLASS, once for each other PC")


@click.command()
@click.argument("label", callback=_label)
@click.option("--class", "kind", required=True, type=click.Choice(_CLASSES), help="What the PC is for.")
@click.option(
    "--scope", "scopes", multiple=True, type=click.Choice(_SCOPES), help="Instead of the class's own."
)
@click.option(
    "--hours", default=24, show_default=True, type=click.IntRange(1, 720), help="How long it lasts."
)
@click.option("--host", default="", help=_HOST)
@click.option(
    "--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the code to a file instead."
)
@server_options
def enrol(
    label: str,
    kind: str,
    scopes: tuple[str, ...],
    hours: int,
    host: str,
    out: Path | None,
    url: str,
    certificate: Path | None,
    fingerprint: str,
    data: str | None,
    as_json: bool,
) -> None:
    """Make a one-time code for the PC to be called LABEL, e.g. LOKET-1, to type there or carry in a file."""
    from desk.sync.admin import enrol as make
    from desk.sync.scopes import CLASSES, names_of, scopes_of

    seen: Scope = scopes_of(scopes) if scopes else CLASSES[kind]
    with reached(url, certificate, fingerprint, data) as at:
        lasts = timedelta(hours=hours)
        code = make(at.connection, at.address_for(host), label, kind, seen, lasts)
    ends = (datetime.now(UTC) + lasts).isoformat(timespec="minutes")
    if out is not None:
        _write(out, code)
    if as_json:
        where = {"file": str(out)} if out else {"code": code}
        echo_json({"label": label, "class": kind, "scopes": list(names_of(seen)), "expires_at": ends} | where)
        return
    click.echo(str(out) if out else code)
    click.echo(f"for {label}, once, until {ends}: desk join on that PC, or its first window", err=True)


@click.command()
@click.argument("label")
@server_options
def revoke(
    label: str, url: str, certificate: Path | None, fingerprint: str, data: str | None, as_json: bool
) -> None:
    """End the device LABEL at once: it cannot sign in any more and is cut off; its local data stays."""
    from desk.sync.admin import revoke as end

    with reached(url, certificate, fingerprint, data) as at:
        end(at.connection, label)
    if as_json:
        echo_json({"label": label, "state": "revoked"})
        return
    click.echo(f"{label}: revoked")


def _write(path: Path, code: str) -> None:
    from desk.files import write_whole

    try:
        write_whole(path, f"{code}\n".encode("ascii"), 0o600)
    except OSError as error:
        raise FileUnwritableError(f"{path}: {error.strerror or error}") from error

"""``desk server init`` and ``status``: the schema in a database, and how it stands."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.cli import echo_json
from desk.cli.server.options import reached, server_options
from desk.cli.store_options import data_folder

if TYPE_CHECKING:
    from desk.sync.admin import DeviceState, ServerState

_CLOCK_TOLERANCE = 120.0


@click.command()
@click.option("--office", default="", help="Name of the office; without it that of the office on this PC.")
@server_options
def init(
    office: str, url: str, certificate: Path | None, fingerprint: str, data: str | None, as_json: bool
) -> None:
    """Make Desk's tables, functions, roles and policies in an empty database, or renew those of an older one.

    The account must own the database and be allowed to create roles.
    """
    from desk.assets import resource
    from desk.standards.loader import load_standards
    from desk.sync.server.install import install

    name = office or office_here(data)
    if not name:
        raise click.UsageError("there is no office on this PC: say --office NAME")
    standards = load_standards(resource("standards"), data_folder(data)).by_id.values()
    with reached(url, certificate, fingerprint, data) as at:
        server = install(at.connection, standards, name)
        address = at.address
    if as_json:
        echo_json({"server": server, "host": address.host, "port": address.port} | {"tls": address.tls})
        return
    click.echo(f"{address.host}:{address.port}/{address.database}: ready, server {server}")
    click.echo("next: desk server adopt, on the PC that holds the office's data")


@click.command()
@server_options
def status(url: str, certificate: Path | None, fingerprint: str, data: str | None, as_json: bool) -> None:
    """How the server and its devices stand: versions, what they are behind, conflicts, clocks."""
    from desk.sync.admin import status as ask

    with reached(url, certificate, fingerprint, data) as at:
        state = ask(at.connection)
    if as_json:
        echo_json(_as_json(state))
    else:
        _print(state)


def office_here(data: str | None) -> str:
    """Name of the office on this PC; empty where there is none."""
    from desk.queries.office import OfficeMissingError, profile
    from desk.store.errors import StoreError
    from desk.store.store import Store

    try:
        store = Store.open(data_folder(data))
    except StoreError:
        return ""
    try:
        with store.read() as session:
            return profile(session).name
    except OfficeMissingError:
        return ""
    finally:
        store.close()


def _as_json(state: "ServerState") -> dict[str, object]:
    return {
        "office": state.office,
        "server": state.server,
        "schema": state.schema,
        "rev": state.rev,
        "rows": state.rows,
        "conflicts": state.conflicts,
        "refused": state.refused,
        "saved_at": state.saved_at.isoformat() if state.saved_at else None,
        "devices": [_device(one) for one in state.devices],
    }


def _device(one: "DeviceState") -> dict[str, object]:
    return {
        "label": one.label,
        "class": one.kind,
        "scopes": list(one.scopes),
        "state": one.state,
        "seen_at": one.seen_at.isoformat() if one.seen_at else None,
        "schema": one.schema,
        "connected": one.connected,
        "lag": one.lag,
        "clock_offset": round(one.clock_offset, 1),
    }


def _print(state: "ServerState") -> None:
    click.echo(f"{state.office}  schema {state.schema}, revision {state.rev}, {state.rows} rows")
    saved = f"{state.saved_at:%Y-%m-%d %H:%M} UTC" if state.saved_at else "never"
    click.echo(f"conflicts open {state.conflicts}, bundles refused {state.refused}, last backup {saved}")
    for one in state.devices:
        seen = f"{one.seen_at:%Y-%m-%d %H:%M}" if one.seen_at else "-"
        clock = f"clock {one.clock_offset:+.0f} s" if abs(one.clock_offset) > _CLOCK_TOLERANCE else ""
        seen = "connected" if one.connected else f"seen {seen}"
        words = (one.label, one.kind, one.state, seen, f"schema {one.schema or '-'}")
        click.echo("\t".join((*words, f"behind {one.lag}", clock)).rstrip())

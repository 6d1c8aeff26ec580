"""``desk server backup`` and ``restore``: the shared database in one file, and back."""

import re
from datetime import UTC, datetime
from pathlib import Path

import click

from desk.cli import echo_json
from desk.cli.server.options import reached, server_options
from desk.cli.store_options import data_folder

_DATED = re.compile(r"desk-\d{4}-\d\d-\d\d\.dump")


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--keep", type=click.IntRange(min=1), help="In a folder: how many dated backups stay.")
@server_options
def backup(
    file: Path,
    keep: int | None,
    url: str,
    certificate: Path | None,
    fingerprint: str,
    data: str | None,
    as_json: bool,
) -> None:
    """Write the shared database to FILE, or to a dated file in the folder FILE, and read it through.

    The file is not encrypted: lock it away like the server itself. The office goes on working meanwhile.
    """
    from desk.sync.server.saving import save

    target = file / f"desk-{datetime.now(UTC).astimezone():%Y-%m-%d}.dump" if file.is_dir() else file
    with reached(url, certificate, fingerprint, data) as at:
        saved = save(at.connection, at.way, at.password, target)
    dropped = _drop_old(file, keep) if keep is not None and file.is_dir() else []
    if as_json:
        echo_json(
            {"file": str(target), "rev": saved.rev, "saved_at": saved.at.isoformat(), "rows": saved.rows}
            | {"dropped": [path.name for path in dropped]}
        )
        return
    click.echo(f"{target}: revision {saved.rev}, {saved.rows} rows, read through")


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@server_options
def restore(
    file: Path, url: str, certificate: Path | None, fingerprint: str, data: str | None, as_json: bool
) -> None:
    """Bring the backup FILE back into an empty database, on this server or another.

    Devices notice by themselves, send again what the backup lacks, and read everything anew.
    """
    from desk.assets import resource
    from desk.standards.loader import load_standards
    from desk.sync.server.saving import restore as read_back

    standards = load_standards(resource("standards"), data_folder(data)).by_id.values()
    with reached(url, certificate, fingerprint, data) as at:
        done = read_back(at.connection, at.way, at.password, file, standards)
    if as_json:
        echo_json(
            {"server": done.server, "rev": done.rev, "devices": list(done.devices)}
            | {"waiting": list(done.waiting)}
        )
        return
    click.echo(f"server {done.server} is back, {len(done.devices)} devices are let in again")
    for label in done.waiting:
        click.echo(f"{label}: its code was not used before the backup; revoke it and enrol it again")


def _drop_old(folder: Path, keep: int) -> list[Path]:
    """Remove all but the newest dated backups of a folder."""
    old = sorted(path for path in folder.iterdir() if _DATED.fullmatch(path.name))[:-keep]
    for path in old:
        path.unlink()
    return old

"""``desk backup``: everything the office has in one encrypted, verified file.

It asks for no sign-in: what it writes opens only with the recovery code.
"""

from pathlib import Path

import click

from desk.cli import echo_json
from desk.cli.store_options import data_folder, now, store_options


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@store_options
def backup(file: Path, data: str | None, as_json: bool) -> None:
    """Write a backup of the office to FILE; the office may go on working meanwhile."""
    from desk.store.backup import backup as write_backup
    from desk.store.store import Store

    store = Store.open(data_folder(data))
    try:
        manifest = write_backup(store, file, now())
    finally:
        store.close()
    facts = manifest.facts
    if as_json:
        counts = {name: count for name, count in facts.counts.items() if count}
        echo_json(
            {"file": str(file), "made_at": manifest.made_at, "bundles": facts.bundles, "head": facts.head}
            | {"schema": facts.schema, "counts": counts}
        )
        return
    click.echo(f"{file}: {facts.bundles} bundles, verified")
    click.echo(f"chain head {facts.head}")

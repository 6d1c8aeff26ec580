"""``desk restore``: puts a verified backup in the office's place; the old data is kept aside.

It asks for the recovery code instead of a sign-in: on a new PC there is nobody yet who could sign in.
"""

from pathlib import Path

import click

from desk.cli import echo_json
from desk.cli.store_options import data_folder, now, recovery_code, store_options


@click.command()
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@store_options
def restore(file: Path, data: str | None, as_json: bool) -> None:
    """Restore the office from the backup FILE (recovery code: asked for, or DESK_RECOVERY_CODE)."""
    from desk.store.restore import restore as put_back

    folder = data_folder(data)
    done = put_back(file, folder, recovery_code(), now())
    if as_json:
        echo_json(
            {"folder": str(folder), "made_at": done.made_at, "bundles": done.bundles}
            | {"erasures": done.erasures, "kept": str(done.kept) if done.kept else None}
        )
        return
    click.echo(f"{folder}: restored as of {done.made_at}, {done.bundles} bundles")
    if done.erasures:
        click.echo(f"{done.erasures} erasures applied again")
    if done.kept:
        click.echo(f"the data before is kept in {done.kept}")

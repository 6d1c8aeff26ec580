"""``desk sync --once``: sends what the server has not answered and reads what is new."""

from contextlib import closing

import click

from desk.cli import echo_json
from desk.cli.store_options import data_folder, now, progress, store_options


@click.command()
@click.option("--once", is_flag=True, required=True, help="One round; the open office does it by itself.")
@store_options
def sync(once: bool, data: str | None, as_json: bool) -> None:
    """Bring this PC in step with its office once. It asks for no sign-in: nothing of the office is shown."""
    from desk.store.store import Store
    from desk.sync.once import once as one_round
    from desk.sync.standing import SyncState, counted

    del once  # the only way
    with closing(Store.open(data_folder(data))) as store:
        done = one_round(store, now, progress)
        left = counted(store, SyncState())
    if as_json:
        echo_json(
            {"pushed": done.pushed, "changed": done.changed, "elsewhere": done.elsewhere}
            | {"pending": left.pending, "conflicts": left.conflicts, "refused": left.refused}
        )
        return
    if done.elsewhere:
        click.echo(f"the open office does it: {left.pending} changes waiting")
        return
    click.echo(f"in step: {done.pushed} sent, {'news read' if done.changed else 'nothing new'}")
    if left.conflicts or left.refused:
        click.echo(f"{left.conflicts} conflicts and {left.refused} refused wait in the work list")

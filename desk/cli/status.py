"""``desk status``: how this PC stands with its office. It shows no office data."""

from contextlib import closing
from typing import Any

import click

from desk.cli import echo_json
from desk.cli.store_options import data_folder, now, store_options


@click.command()
@store_options
def status(data: str | None, as_json: bool) -> None:
    """Alone or on a network, whether the server is reached, what waits."""
    from desk.store.store import Store
    from desk.sync import enrolment

    with closing(Store.open(data_folder(data))) as store:
        said = _on_a_network(store) if enrolment.is_enrolled(store) else _ALONE
    if as_json:
        echo_json(said)
    elif said is _ALONE:
        click.echo("standalone")
    else:
        _print(said)


_ALONE: dict[str, Any] = {
    "mode": "standalone",
    "online": False,
    "pending": 0,
    "conflicts": 0,
    "refused": 0,
    "cursor": 0,
}


def _on_a_network(store: Any) -> dict[str, Any]:
    from desk.sync import enrolment
    from desk.sync.once import glance
    from desk.sync.place import place_of

    state, kept = glance(store, now), enrolment.of_store(store)
    trouble = state.trouble
    return {
        "mode": "lan",
        "online": state.online,
        "pending": state.pending,
        "conflicts": state.conflicts,
        "refused": state.refused,
        "cursor": place_of(store).rev,
        "label": kept.label,
        "class": kept.kind,
        "host": kept.address.host,
        "clock_offset": round(state.clock_offset, 1),
        "trouble": None if trouble is None else {"code": trouble.code, "message": trouble.english},
    }


def _print(said: dict[str, Any]) -> None:
    reached = "online" if said["online"] else "offline"
    click.echo(f"{said['label']} ({said['class']}), server {said['host']}: {reached}")
    waits = ", ".join(f"{said[name]} {name}" for name in ("pending", "conflicts", "refused"))
    click.echo(f"{waits}, cursor {said['cursor']}")
    if said["trouble"]:
        click.echo(f"PROBLEM {said['trouble']['code']}: {said['trouble']['message']}")

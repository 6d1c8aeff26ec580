"""``desk search``: the global search of the windows, for the roles of who signs in."""

from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from desk.cli import echo_json
from desk.cli.signed_in import signed_in
from desk.cli.store_options import store_options

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.queries.finding import Found

_KEYS = ("kind", "id", "title", "number")


@click.command()
@click.argument("text")
@click.option("--login", required=True, help="Whose sign-in; the password is asked for, or DESK_PASSWORD.")
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 200), help="How many at most.")
@store_options
def search(text: str, login: str, limit: int, data: str | None, as_json: bool) -> None:
    """Find what begins with the words of TEXT: visitors, cases, letters, tickets of today."""
    with signed_in(data, login) as workplace:
        hits = _found(workplace, text, limit)
    if as_json:
        echo_json([{key: asdict(hit)[key] for key in _KEYS} for hit in hits])
        return
    for hit in hits:
        click.echo("\t".join((hit.kind, hit.number or "-", hit.title)))
    if not hits:
        click.echo("nothing found", err=True)


def _found(workplace: "Workplace", text: str, limit: int) -> "tuple[Found, ...]":
    """Hits of the kinds that the person's roles may see."""
    from desk.queries.finding import find, kinds_for

    return workplace.ask(find, text, kinds_for(workplace.roles), workplace.now(), limit)

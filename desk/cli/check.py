"""``desk check``: what is wrong on this PC, each problem with its cure. It shows no office data.

Each line of ``CHECKS`` names a function that takes the data folder and gives problems; the store's is first.
"""

import importlib
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk.cli import echo_json
from desk.cli.store_options import data_folder, store_options

if TYPE_CHECKING:
    from desk.store.check import Problem

CHECKS = [
    "desk.store.check:check_store",
    "desk.bootstrap.checks:check_standards",
    "desk.bootstrap.checks:check_fonts",
    "desk.bootstrap.checks:check_printers",
    "desk.bootstrap.checks:check_clock",
]
"""Functions ``(folder) -> problems`` as ``module:name``, imported when the command runs."""


@click.command()
@click.option("--rebuild-search", is_flag=True, help="Make the search indexes anew first.")
@store_options
def check(rebuild_search: bool, data: str | None, as_json: bool) -> None:
    """Check the store, its key and history, and what ships with the program."""
    folder = data_folder(data)
    if rebuild_search:
        _rebuild_search(folder)
    problems = [problem for name in CHECKS for problem in _run(name, folder)]
    place = _key_place(folder)
    if as_json:
        echo_json(
            {"ok": not problems, "folder": str(folder), "key": place}
            | {"problems": [{"code": p.code, "message": p.message, "cure": p.cure} for p in problems]}
        )
    else:
        _print(folder, place, problems)
    click.get_current_context().exit(1 if problems else 0)


def _run(name: str, folder: Path) -> Iterable["Problem"]:
    module, _, attribute = name.partition(":")
    found: Iterable[Problem] = getattr(importlib.import_module(module), attribute)(folder)
    return found


def _key_place(folder: Path) -> str | None:
    from desk.store.check import key_place
    from desk.store.errors import KeyMissingError

    try:
        return key_place(folder)
    except KeyMissingError:
        return None


def _rebuild_search(folder: Path) -> None:
    from desk.store.search import rebuild
    from desk.store.store import Store

    store = Store.open(folder)
    try:
        with store.local() as session:
            rebuild(session)
    finally:
        store.close()


def _print(folder: Path, place: str | None, problems: list["Problem"]) -> None:
    click.echo(f"data  {folder}")
    if place:
        click.echo(f"key   {place}")
    for problem in problems:
        click.echo(f"PROBLEM {problem.code}: {problem.message}\n  cure: {problem.cure}")
    if not problems:
        click.echo("all well")

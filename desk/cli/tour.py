"""``desk tour``: drives the real windows of the demo office through a day; pictures and papers of it."""

from importlib import import_module
from pathlib import Path

import click

from desk.cli import echo_json


@click.command()
@click.option(
    "--out",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Folder for pictures, papers and tour.json.",
)
@click.option("--json", "as_json", is_flag=True, help="Answer in JSON: what tour.json says.")
def tour(out: Path, as_json: bool) -> None:
    """Play a visitor's day through the real windows, offscreen if need be."""
    album = import_module("desk.demo.tour").run_tour(out, lambda line: click.echo(line, err=True))
    if as_json:
        echo_json(album.index())
    else:
        click.echo(f"{len(album.screens)} screens and {len(album.papers)} papers in {out}")
    if album.cut:
        file, text = album.cut[0]
        more = f" and {len(album.cut) - 1} more" if len(album.cut) > 1 else ""
        raise click.ClickException(f"cut text on {file}: {text!r}{more} (see tour.json)")

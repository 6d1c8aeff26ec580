"""The command line: one module per command, loaded only when its command is asked for.

Commands speak English, answer with exit status 0 (done), 1 (it could not: one line on stderr) or 2 (wrong
use), and take ``--json`` where they answer something. ``due`` needs neither Qt nor the database, so nothing
here imports them. ``desk`` alone opens the office.
"""

import importlib
import json
from collections.abc import Mapping
from typing import Any

import click

from desk import __version__
from desk.rules.errors import DeskError

COMMANDS: dict[str, tuple[str, str]] = {
    "due": ("desk.cli.due:due", "Due date of a service and the count day by day."),
    "check": ("desk.cli.check:check", "What is wrong on this PC, each problem with its cure."),
    "demo": ("desk.cli.demo:demo", "A filled, invented office in a throw-away folder."),
    "tour": ("desk.cli.tour:tour", "Drive the real windows through a day; pictures and papers."),
    "search": ("desk.cli.search:search", "Find visitors, cases, letters and tickets."),
    "recovery": (
        "desk.cli.recovery:recovery",
        "A new recovery code, or this PC's key brought back by it.",
    ),
    "restore": ("desk.cli.restore:restore", "Put a verified backup in the office's place."),
    "import": ("desk.cli.import_:import_", "Take an old guestbook in, dry run first."),
    "backup": ("desk.cli.backup:backup", "Write everything into one encrypted, verified file."),
    "join": ("desk.cli.join:join", "Make this PC a device of an office network, by a one-time code."),
    "sync": ("desk.cli.sync:sync", "Send and fetch what is new, once."),
    "status": ("desk.cli.status:status", "How this PC stands with its office."),
    "server": ("desk.cli.server:server", "The office's server: for the administrator."),
}
"""Command name → where it lives (``module:attribute``) and its line in the help."""


class DeskFailure(click.ClickException):
    """A named error of Desk as click ends with it: one line on stderr, exit status 1."""

    def show(self, file: Any = None) -> None:
        """Print the message as one line."""
        click.echo(f"desk: {' '.join(self.format_message().split())}", file=file, err=file is None)


class LazyGroup(click.Group):
    """A group that imports the module of a command when it is used, and turns named errors into exit
    status 1.

    ``lazy``: command name → where it lives and its line in the help, as ``COMMANDS``.
    """

    def __init__(self, *args: Any, lazy: Mapping[str, tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.lazy = lazy

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Every command name, in alphabetical order."""
        return sorted({*super().list_commands(ctx), *self.lazy})

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, imported now."""
        if cmd_name not in self.lazy:
            return super().get_command(ctx, cmd_name)
        module, _, attribute = self.lazy[cmd_name][0].partition(":")
        command = getattr(importlib.import_module(module), attribute)
        if not isinstance(command, click.Command):
            raise TypeError(f"{self.lazy[cmd_name][0]} is no click command")
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands in the help without importing them."""
        rows = [(name, self.lazy[name][1]) for name in self.list_commands(ctx) if name in self.lazy]
        with formatter.section("Commands"):
            formatter.write_dl(rows)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command.

        Raises:
            DeskFailure: the command met a named error, or the system refused a file.
        """
        try:
            return super().invoke(ctx)
        except DeskError as error:
            raise DeskFailure(error.english or error.message) from error
        except OSError as error:
            if error.filename is None:
                raise  # no file: a closed pipe, which click ends quietly, or something to look into
            raise DeskFailure(f"{error.filename}: {error.strerror}") from error


def echo_json(value: Any) -> None:
    """Print a value as JSON with readable letters."""
    click.echo(json.dumps(value, ensure_ascii=False, indent=2))


@click.group(cls=LazyGroup, lazy=COMMANDS, invoke_without_command=True)
@click.option("--data", type=click.Path(file_okay=False), help="Folder of the office's data.")
@click.option("--kiosk", is_flag=True, help="Open the queue board in full screen.")
@click.option("--demo-if-new", is_flag=True, help="Without an office on this PC, open the demo office.")
@click.version_option(__version__, prog_name="desk")
@click.pass_context
def main(ctx: click.Context, data: str | None, kiosk: bool, demo_if_new: bool) -> None:
    """Front-office program of an Indonesian election-commission office; without a command it opens the
    office."""
    ctx.obj = {"data": data}
    if ctx.invoked_subcommand is None:
        bootstrap = importlib.import_module("desk.bootstrap")
        ctx.exit(bootstrap.open_office(data=data, kiosk=kiosk, demo_if_new=demo_if_new))

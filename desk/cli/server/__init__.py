"""``desk server``: the office's shared database, for the administrator.

The administrator's password is asked for, or taken from ``DESK_SERVER_PASSWORD``; it is never an argument.
"""

import click

from desk.cli import LazyGroup

COMMANDS = {
    "init": ("desk.cli.server.database:init", "Make or renew Desk's schema in a database."),
    "host": ("desk.cli.server.hosting:host", "Make this PC the office's server."),
    "announce": ("desk.cli.server.hosting:announce", ""),
    "status": ("desk.cli.server.database:status", "How the server and its devices stand."),
    "adopt": ("desk.cli.server.devices:adopt", "Move this PC's office to the empty server."),
    "enrol": ("desk.cli.server.devices:enrol", "A one-time code for another device."),
    "backup": ("desk.cli.server.keeping:backup", "Write the server's database into one file."),
    "restore": ("desk.cli.server.keeping:restore", "Bring a backup back into an empty database."),
    "revoke": ("desk.cli.server.devices:revoke", "End a device at once."),
}


@click.group(cls=LazyGroup, lazy=COMMANDS)
def server() -> None:
    """The office's server: for the administrator."""

"""What the commands on the office's server share: which server, what it is trusted by, the password."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from desk.cli.store_options import data_folder, secret, store_options

if TYPE_CHECKING:
    from desk.sync.reaching import Reached

PASSWORD_VARIABLE = "DESK_SERVER_PASSWORD"  # noqa: S105 - its name, not a password
"""Environment variable that carries the administrator's password: an argument would stand in the list of
processes."""

_Command = TypeVar("_Command", bound=Callable[..., Any])


def server_options(command: _Command) -> _Command:
    """Add ``--server``, ``--certificate``, ``--fingerprint``, ``--data`` and ``--json``."""
    command = click.option(
        "--fingerprint",
        default="",
        help="Trust a server seen first by the sha256 of its authority's certificate.",
    )(command)
    command = click.option(
        "--certificate",
        type=click.Path(exists=True, dir_okay=False, path_type=Path),
        help="Trust a server seen first by the certificate of its authority, or its own (PEM).",
    )(command)
    command = click.option(
        "--server",
        "url",
        default="",
        envvar="DESK_SERVER",
        help="postgresql://LOGIN@HOST:PORT/DATABASE; without it the one administered last from this PC.",
    )(command)
    return store_options(command)


@contextmanager
def reached(url: str, certificate: Path | None, fingerprint: str, data: str | None) -> "Iterator[Reached]":
    """The server as the administrator reaches it; the connection is closed afterwards.

    Raises:
        BadAddressError, CertificateError, NoTlsError, OfflineError, LoginRefusedError.
    """
    from desk.sync.admin import address_of
    from desk.sync.reaching import Trust, last_server, reach

    folder = data_folder(data)
    url = url or last_server(folder)
    socket = address_of(url)[0].host.startswith("/")
    pem = certificate.read_text(encoding="ascii", errors="replace") if certificate else ""
    given = reach(url, folder, lambda: _password(needed=not socket), Trust(pem, fingerprint, _looks_right))
    with given.connection:
        yield given


def _password(*, needed: bool) -> str:
    if needed:
        return secret("Password of the server's administrator", PASSWORD_VARIABLE)
    return os.environ.get(PASSWORD_VARIABLE, "")


def _looks_right(fingerprint: str) -> bool:
    if not sys.stdin.isatty():
        return False
    pairs = ":".join(fingerprint[at : at + 2] for at in range(0, len(fingerprint), 2)).upper()
    click.echo(
        f"The server is not known here yet. sha256 of the certificate it is trusted by:\n{pairs}", err=True
    )
    return click.confirm("Is that the office's server?", err=True)

"""The staff sign-in of commands that read or write office data."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from desk.cli.store_options import data_folder, now, secret

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace

PASSWORD_VARIABLE = "DESK_PASSWORD"  # noqa: S105 - its name, not a password
"""Environment variable that carries the password: an argument would stand in the list of processes."""


@contextmanager
def signed_in(data: str | None, login: str) -> "Iterator[Workplace]":
    """The workplace of a person at the command line, on the office in a folder; closed afterwards.

    Raises:
        WrongPasswordError, InactiveError: the sign-in failed.
        StoreMissingError and other store errors: the office cannot be opened.
    """
    from desk.actions.accounts import sign_in
    from desk.actions.held import StaffRoles
    from desk.actions.workplace import Workplace
    from desk.assets import resource
    from desk.standards.loader import load_standards
    from desk.store.actor import Actor
    from desk.store.store import Store

    folder = data_folder(data)
    store = Store.open(folder)
    try:
        person = sign_in(store, login, secret("Password", PASSWORD_VARIABLE), now())
        role = min(person.roles, default="")
        actor = Actor(person.staff_id, "command line", role)
        held = StaffRoles(store, person.staff_id)
        yield Workplace(store, load_standards(resource("standards"), folder), actor, held, now)
    finally:
        store.close()

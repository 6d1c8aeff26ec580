"""What the sign-in window needs from outside: accounts, the office's face, this PC's memory.

Apart from the other ports (``ports``), so that the first window reads nothing it does not show.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol


@dataclass(frozen=True, slots=True)
class StaffSession:
    """The signed-in officer.

    Attributes:
        staff_id: Key of the officer.
        name: Full name as shown in the top bar.
        title: Office held, e.g. "Petugas Layanan".
        roles: Role ids of the standard (``front_office``, ``kasubag_hukum`` ...).
        demo: True in the demo office: its accounts are shown.
        counter: Counter the officer serves at ("Loket 2"), where the role has one.
        counter_id: Key of that counter.
    """

    staff_id: str
    name: str
    title: str
    roles: frozenset[str]
    demo: bool = False
    counter: str = ""
    counter_id: str = ""


@dataclass(frozen=True, slots=True)
class Account:
    """A line of the sign-in window's list; ``password`` is filled in the demo office only."""

    login: str
    name: str
    title: str
    password: str = ""
    needs_counter: bool = False


@dataclass(frozen=True, slots=True)
class CounterChoice:
    """A counter the front office can sit at; ``taken_by`` names who serves there now."""

    counter_id: str
    label: str
    taken_by: str = ""


class SignInError(Exception):
    """Signing in did not succeed; ``wait`` is how long until the next try is heard."""

    def __init__(self, message: str = "", wait: timedelta = timedelta()) -> None:
        super().__init__(message)
        self.wait = wait


class WrongPasswordError(SignInError):
    """Name and password do not belong together (which of them is wrong is never said)."""


class TooManyTriesError(SignInError):
    """Several failures in a row: nothing is checked before ``wait`` is over."""


class AccountInactiveError(SignInError):
    """The officer's account was closed by the administrator."""


class PasswordTooWeakError(SignInError):
    """The new password does not meet the office's rule; the message says which one."""


class SignIn(Protocol):
    """Accounts of this office. ``verify`` and ``change_password`` are slow on purpose: off the UI thread."""

    def accounts(self) -> Sequence[Account]:
        """Accounts to offer: all in the demo office, those who used this PC elsewhere."""
        ...

    def counters(self) -> Sequence[CounterChoice]:
        """Counters of the office in their order."""
        ...

    def verify(self, login: str, password: str, counter_id: str = "") -> StaffSession:
        """Sign in. Raises a subclass of SignInError."""
        ...

    def change_password(self, session: StaffSession, old: str, new: str) -> None:
        """Give the officer another password. Raises a subclass of SignInError."""
        ...


@dataclass(frozen=True, slots=True)
class OfficeFace:
    """What the window shows of the office: names, this device, service hours with zone (WIB/WITA/WIT)."""

    name: str
    short_name: str
    device: str = ""
    hours: str = ""
    zone: str = ""
    demo: bool = False


class Memory(Protocol):
    """Small things this PC remembers: window place, text size, printers. Never office data."""

    def recall(self, name: str) -> str | None:
        """What was remembered under a name."""
        ...

    def remember(self, name: str, value: str) -> None:
        """Remember a short text under a name."""
        ...

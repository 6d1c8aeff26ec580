"""Accounts of the office for the sign-in window; who fails too often waits."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from desk.ui.runtime import entry

if TYPE_CHECKING:
    from desk.bootstrap.house import House

FREE_TRIES = 3
"""Failures in a row before waiting begins."""

DEMO_PASSWORD = "peraga-2026"  # noqa: S105 - shown on the sign-in window of an invented office
_LONGEST_WAIT = timedelta(minutes=5)


class OfficeSignIn:
    """Accounts of the office; after three failures in a row each further try waits longer."""

    def __init__(self, house: "House") -> None:
        self._house = house
        self._failures: dict[str, tuple[int, datetime]] = {}

    def accounts(self) -> Sequence[entry.Account]:
        """Everybody in the demo office; elsewhere nobody is listed."""
        if not self._house.settings.demo:
            return ()
        from desk.queries import staff

        with self._house.store.read() as session:
            people = staff.colleagues(session, self._house.clock())
        return [
            entry.Account(
                one.login,
                one.name,
                self._house.title_of(one.roles),
                DEMO_PASSWORD,
                "front_office" in one.roles,
            )
            for one in people
        ]

    def counters(self) -> Sequence[entry.CounterChoice]:
        """Counters and who sits there."""
        from desk.queries import staff

        with self._house.store.read() as session:
            rows = staff.counters(session)
        return [entry.CounterChoice(one.counter_id, one.label, one.staff_name) for one in rows]

    def verify(self, login: str, password: str, counter_id: str = "") -> entry.StaffSession:
        """Check a password; slow on purpose."""
        from desk.actions import accounts

        login = login.strip()
        self._refuse_if_waiting(login)
        try:
            person = accounts.sign_in(self._house.store, login, password, self._house.clock())
        except accounts.WrongPasswordError as error:
            self._count_failure(login)
            raise entry.WrongPasswordError(error.message) from error
        except accounts.InactiveError as error:
            raise entry.AccountInactiveError(error.message) from error
        self._failures.pop(login, None)
        labels = {one.counter_id: one.label for one in self.counters()}
        return entry.StaffSession(
            staff_id=person.staff_id,
            name=person.name,
            title=self._house.title_of(person.roles),
            roles=person.roles,
            demo=self._house.settings.demo,
            counter=labels.get(counter_id, ""),
            counter_id=counter_id if counter_id in labels else "",
        )

    def change_password(self, session: entry.StaffSession, old: str, new: str) -> None:
        """Give the officer another password."""
        from desk.actions import accounts

        try:
            accounts.change_password(self._house.workplace(session), old, new)
        except accounts.WrongPasswordError as error:
            raise entry.WrongPasswordError(error.message) from error
        except accounts.WeakPasswordError as error:
            raise entry.PasswordTooWeakError(error.message) from error

    def _refuse_if_waiting(self, login: str) -> None:
        count, since = self._failures.get(login, (0, self._house.clock()))
        if count < FREE_TRIES:
            return
        wait = min(timedelta(seconds=2 ** (count - FREE_TRIES + 1)), _LONGEST_WAIT)
        left = since + wait - self._house.clock()
        if left > timedelta():
            raise entry.TooManyTriesError("", left)

    def _count_failure(self, login: str) -> None:
        count, _ = self._failures.get(login, (0, None))
        self._failures[login] = (count + 1, self._house.clock())

"""Accounts: checking and changing passwords (argon2id), and the roles a person holds now (P1–P11)."""

import secrets
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from desk.actions.errors import EarlyClockError, NotFoundError
from desk.rules.errors import DeskError

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace
    from desk.store.store import Store

MINIMUM = 8
"""Letters a password needs at least."""


class WrongPasswordError(DeskError):
    """Login and password do not belong together; which of them is wrong is never said."""

    code = "wrong_password"
    english = "Login and password do not belong together."


class WeakPasswordError(DeskError):
    """The new password does not meet the rule."""

    code = "weak_password"


class InactiveError(DeskError):
    """The account was closed."""

    code = "account_inactive"
    english = "This account was closed."


@dataclass(frozen=True, slots=True)
class SignedIn:
    """A person whose password was right, with every role held at that moment, mandates included."""

    staff_id: str
    name: str
    title: str
    roles: frozenset[str]


def hash_password(password: str) -> str:
    """The argon2id string kept for a password; slow on purpose (about 0.1 s)."""
    from argon2 import PasswordHasher

    return PasswordHasher().hash(password)


def sign_in(store: "Store", login: str, password: str, at: datetime) -> SignedIn:
    """Check a login and its password.

    Raises:
        WrongPasswordError: unknown login or wrong password.
        InactiveError: the account was closed.
        EarlyClockError: the account's first role begins after ``at``.
    """
    from desk.queries import staff as people

    with store.read() as session:
        account = people.account(session, login.strip())
        tenure = people.tenure(session, account.staff_id) if account else None
    if not _matches((account and account.password_hash) or _nobodys_hash(), password):
        raise WrongPasswordError("Nama pengguna atau kata sandi tidak cocok.")
    if account is None or tenure is None or not account.active:
        raise InactiveError("Akun ini sudah ditutup. Hubungi administrator.")
    if (begins := tenure.begins(at)) is not None:
        raise EarlyClockError(at.astimezone(tenure.zone), begins)
    return SignedIn(account.staff_id, account.name, account.title, tenure.at(at))


@cache
def _nobodys_hash() -> str:
    """What an unknown login is checked against, so that it takes as long as a known one."""
    return hash_password(secrets.token_hex())


def change_password(workplace: "Workplace", old: str, new: str) -> None:
    """Give the person of this workplace another password.

    Raises:
        WrongPasswordError: ``old`` is not the present one.
        WeakPasswordError: ``new`` is too short or the old one again.
    """
    from desk.models import Credential

    if len(new) < MINIMUM:
        raise WeakPasswordError(f"Kata sandi paling sedikit {MINIMUM} huruf atau angka.")
    if new == old:
        raise WeakPasswordError("Kata sandi baru harus berbeda dari yang lama.")
    fresh = hash_password(new)
    with workplace.write("change_password") as session:
        kept = session.get(Credential, workplace.actor.staff_id)
        if kept is None:
            raise NotFoundError("Akun tidak ditemukan.")
        if not _matches(kept.password_hash, old):
            raise WrongPasswordError("Kata sandi lama tidak cocok.")
        kept.password_hash = fresh


def _matches(kept: str, password: str) -> bool:
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerifyMismatchError

    try:
        return PasswordHasher().verify(kept, password)
    except (VerifyMismatchError, InvalidHashError):
        return False

"""Which person of the demo office acts in which role, by the words of the command line."""

from desk.demo import people
from desk.demo.casts import KSB, Cast
from desk.rules.errors import DeskError
from desk.rules.permissions import ROLES

KIOSK = "kiosk"


class UnknownRoleError(DeskError):
    """No role is called that; the message lists those there are."""

    code = "unknown_role"


def role_of(word: str, cast: Cast = KSB) -> str:
    """The role id that a word of the command line means; empty stays empty.

    Raises:
        UnknownRoleError: nobody of the demo office holds such a role.
    """
    if not word:
        return ""
    role = people.FRIENDLY.get(word.strip().lower(), word.strip().lower())
    if role == KIOSK or any(role in one.roles for one in cast.staff):
        return role
    raise UnknownRoleError(f"unknown role {word!r}; roles: {', '.join(roles(cast))}")


def roles(cast: Cast = KSB) -> tuple[str, ...]:
    """Ids of every role somebody of a demo office holds, and the kiosk."""
    held = {role for one in cast.staff for role in one.roles}
    return tuple(role for role in ROLES if role in held or role == KIOSK)


def login_of(role: str, cast: Cast = KSB) -> str:
    """Who acts in a role: who has it as the first of their roles, else who holds it."""
    ranked = sorted(cast.staff, key=lambda one: one.roles.index(role) if role in one.roles else len(ROLES))
    return ranked[0].login

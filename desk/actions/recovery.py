"""A new recovery code of the office: prepared, printed, and only then in force (P11)."""

from typing import TYPE_CHECKING

from desk.models import Office
from desk.rules.permissions import Capability
from desk.store import recovery

if TYPE_CHECKING:
    from desk.actions.workplace import Workplace

MADE_AT = "recovery_made_at"
"""Setting of the office: when the code in force was made, ISO instant; absent: at its founding."""


def prepare_recovery_code(workplace: "Workplace") -> str:
    """A recovery code that is not in force yet; the one before still opens everything.

    Raises:
        NotAllowedError: the person does not look after backups.
    """
    workplace.require(Capability.BACKUP)
    return recovery.prepare_code(workplace.store)


def put_recovery_code_in_force(workplace: "Workplace", code: str) -> None:
    """The sheet of a prepared code is kept: backups made from now on open with it alone.

    The file takes its place before the log's entry is committed: a process killed in between leaves the new
    code in force, whose sheet is in somebody's hand, never an entry about a code that does not open.

    Raises:
        NotAllowedError: the person does not look after backups.
        NewerRecoveryCodeError: another code was prepared since.
    """
    workplace.require(Capability.BACKUP)
    with workplace.write("renew_recovery_code") as session:
        office = session.query(Office).one()
        office.settings = {**office.settings, MADE_AT: workplace.now().isoformat()}
        session.flush()
        recovery.put_in_force(workplace.store, code)

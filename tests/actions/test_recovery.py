"""A new recovery code: who makes it, what the log says of it (P11)."""

import pytest

from desk.actions.errors import NotAllowedError
from desk.actions.recovery import MADE_AT, prepare_recovery_code, put_recovery_code_in_force
from desk.queries.office import profile
from desk.store.errors import NewerRecoveryCodeError
from desk.store.history import history
from tests.office import MORNING, SmallOffice


def test_the_log_says_who_made_the_code_in_force_and_when(office: SmallOffice) -> None:
    admin = office.at("admin")
    code = prepare_recovery_code(admin)
    assert MADE_AT not in admin.ask(profile).settings
    put_recovery_code_in_force(admin, code)
    known = admin.ask(profile)
    assert known.settings[MADE_AT] == MORNING.isoformat()
    entry = admin.ask(history, "offices", known.id)[-1]
    assert (entry.action, entry.staff_id, entry.role) == (
        "renew_recovery_code",
        office.founded.staff["admin"],
        "admin",
    )
    assert code not in str(entry)


def test_a_code_replaced_meanwhile_changes_nothing(office: SmallOffice) -> None:
    admin = office.at("admin")
    first = prepare_recovery_code(admin)
    prepare_recovery_code(admin)
    with pytest.raises(NewerRecoveryCodeError):
        put_recovery_code_in_force(admin, first)
    assert MADE_AT not in admin.ask(profile).settings


def test_only_who_looks_after_backups_makes_one(office: SmallOffice) -> None:
    for login in ("ratna", "rahma", "hendra"):
        with pytest.raises(NotAllowedError):
            prepare_recovery_code(office.at(login))

"""Signing in and passwords (argon2id)."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk.actions.accounts import (
    InactiveError,
    WeakPasswordError,
    WrongPasswordError,
    change_password,
    hash_password,
    sign_in,
)
from desk.actions.errors import EarlyClockError, NotAllowedError
from desk.actions.mandates import give_mandate
from desk.models import Credential, Staff, StaffRole
from desk.rules.permissions import Capability
from tests.office import SmallOffice, open_small_office

OLD, NEW = "kata sandi lama", "kata sandi baru"


@pytest.fixture(scope="module")
def hashed() -> str:
    return hash_password(OLD)


@pytest.fixture
def office(tmp_path: Path, hashed: str) -> Iterator[SmallOffice]:
    opened = open_small_office(tmp_path / "office")
    with opened.at("admin").write("set_up") as session:
        for person in session.query(Staff).filter(Staff.login != "agus"):
            session.add(Credential(id=person.id, password_hash=hashed))
    yield opened
    opened.store.close()


def test_the_right_password_opens_with_every_role_held_now(office: SmallOffice) -> None:
    until = office.clock() + timedelta(hours=1)
    give_mandate(office.at("ratna"), office.founded.staff["hendra"], "ketua", office.clock(), until)
    signed = sign_in(office.store, " hendra ", OLD, office.clock())
    assert (signed.name, signed.roles) == ("Hendra Kusuma", {"sekretaris", "ketua"})
    office.clock.pass_(hours=1)
    assert sign_in(office.store, "hendra", OLD, office.clock()).roles == {"sekretaris"}


@pytest.mark.parametrize(
    ("login", "password"), [("hendra", NEW), ("hendra", ""), ("tidakada", OLD), ("agus", ""), ("agus", OLD)]
)
def test_wrong_name_or_password_say_the_same(office: SmallOffice, login: str, password: str) -> None:
    with pytest.raises(WrongPasswordError, match=r"^Nama pengguna atau kata sandi tidak cocok\.$"):
        sign_in(office.store, login, password, office.clock())


def test_a_closed_account_is_told_only_to_who_knows_its_password(office: SmallOffice) -> None:
    with office.at("admin").write("close_account") as session:
        session.query(Staff).filter_by(login="hendra").one().active = False
    with pytest.raises(WrongPasswordError):
        sign_in(office.store, "hendra", NEW, office.clock())
    with pytest.raises(InactiveError):
        sign_in(office.store, "hendra", OLD, office.clock())


def test_a_password_is_changed_by_who_knows_the_old_one(office: SmallOffice) -> None:
    place = office.at("hendra")
    for old, new, error in (
        (NEW, "sandi lain sekali", WrongPasswordError),
        (OLD, "pendek", WeakPasswordError),
        (OLD, OLD, WeakPasswordError),
    ):
        with pytest.raises(error):
            change_password(place, old, new)
    change_password(place, OLD, NEW)
    assert sign_in(office.store, "hendra", NEW, office.clock()).staff_id == place.actor.staff_id
    with pytest.raises(WrongPasswordError):
        sign_in(office.store, "hendra", OLD, office.clock())


def test_a_clock_before_the_first_role_is_named_instead_of_a_missing_right(office: SmallOffice) -> None:
    office.clock.pass_(days=-365)
    with pytest.raises(EarlyClockError) as refused:
        sign_in(office.store, "hendra", OLD, office.clock())
    assert refused.value.message.startswith(
        "Jam komputer ini menunjukkan 13-03-2025 pukul 09.00, sebelum tugas Anda dimulai (13-03-2026)."
    )
    assert "clock reads 2025-03-13 09:00" in refused.value.english
    with pytest.raises(WrongPasswordError):  # told only to who knows the password
        sign_in(office.store, "hendra", NEW, office.clock())
    with pytest.raises(EarlyClockError):
        office.at("bayu").require(Capability.REGISTER_VISIT)
    office.clock.pass_(days=365)
    office.at("bayu").require(Capability.REGISTER_VISIT)
    with pytest.raises(NotAllowedError, match="bukan wewenang Anda"):
        office.at("bayu").require(Capability.SIGN)


def test_who_holds_nothing_any_more_is_told_nothing_of_clocks(office: SmallOffice) -> None:
    with office.at("admin").write("end_role") as session:
        role = session.query(StaffRole).filter_by(staff_id=office.founded.staff["bayu"]).one()
        role.until = role.since
    office.clock.pass_(days=2)
    assert sign_in(office.store, "bayu", OLD, office.clock()).roles == frozenset()
    with pytest.raises(NotAllowedError, match="bukan wewenang Anda"):
        office.at("bayu").require(Capability.REGISTER_VISIT)


def test_a_hash_tells_nothing_and_is_never_the_same(hashed: str) -> None:
    assert hashed.startswith("$argon2id$")
    assert OLD not in hashed
    assert hash_password(OLD) != hashed

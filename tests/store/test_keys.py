"""The recovery code survives being read aloud; the machine key is its owner's alone."""

import os
import stat
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.store.errors import (
    KeyMissingError,
    MalformedRecoveryCodeError,
    NotABackupError,
    WrongRecoveryCodeError,
)
from desk.store.keys import MachineKeys, lock, new_key, new_recovery_code, open_locked, read_recovery_code
from tests.store.support import CHEAP


def test_a_code_is_seven_groups_of_four_and_never_the_same() -> None:
    codes = {new_recovery_code() for _ in range(50)}
    assert len(codes) == 50
    assert {tuple(len(group) for group in code.split("-")) for code in codes} == {(4,) * 7}


@given(st.randoms(use_true_random=False))
def test_the_ways_people_write_a_code_are_forgiven(random: "object") -> None:
    code = new_recovery_code()
    sloppy = code.lower().replace("0", "o").replace("1", "l").replace("-", "  ")
    assert read_recovery_code(sloppy) == code


@given(place=st.integers(0, 27), letter=st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_a_mistyped_letter_is_found_by_the_check_letters(place: int, letter: str) -> None:
    code = "TXXZ-3MMJ-3H3S-QF8P-2KEV-6J9X-RY"
    plain = code.replace("-", "")
    from desk.store.keys import _check

    good = plain[:26] + _check(plain[:26])
    wrong = good[:place] + letter + good[place + 1 :]
    if wrong == good:
        assert read_recovery_code(wrong).replace("-", "") == good
    elif wrong[26:] != _check(wrong[:26]):
        with pytest.raises(MalformedRecoveryCodeError):
            read_recovery_code(wrong)


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 28, "é" * 28])
def test_what_is_no_code_is_named(typed: str) -> None:
    with pytest.raises(MalformedRecoveryCodeError):
        read_recovery_code(typed)


def test_the_code_gives_the_key_back_and_no_other_code_does(tmp_path: Path) -> None:
    key, code = new_key(), new_recovery_code()
    lock(key, code, tmp_path / "r.db", CHEAP)
    assert open_locked(tmp_path / "r.db", f" {code.lower()} ", CHEAP) == key
    assert key not in (tmp_path / "r.db").read_bytes()
    with pytest.raises(WrongRecoveryCodeError):
        open_locked(tmp_path / "r.db", new_recovery_code(), CHEAP)


def test_a_file_too_short_to_be_locked_is_named(tmp_path: Path) -> None:
    (tmp_path / "r.db").write_bytes(b"x")
    with pytest.raises(NotABackupError):
        open_locked(tmp_path / "r.db", new_recovery_code(), CHEAP)


@pytest.mark.skipif(os.name == "nt", reason="Windows seals the file to the machine instead")
def test_only_the_owner_reads_the_key_file(tmp_path: Path) -> None:
    keys, key = MachineKeys(tmp_path), new_key()
    name = keys.save(key)
    assert keys.load(name) == key
    assert stat.S_IMODE(keys.path(name).stat().st_mode) == 0o600
    assert stat.S_IMODE(keys.path(name).parent.stat().st_mode) == 0o700


def test_a_key_that_is_not_here_is_named(tmp_path: Path) -> None:
    with pytest.raises(KeyMissingError):
        MachineKeys(tmp_path).load("0" * 16)

"""A new recovery code killed at named points: exactly one code opens, the old one or the one on the sheet."""

import os
import shutil
import signal
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("SIGKILL and fork", allow_module_level=True)

from desk.store import layout
from desk.store.check import check_store
from desk.store.errors import WrongRecoveryCodeError
from desk.store.keys import MachineKeys, open_locked, read_note
from desk.store.recovery import prepare_code, put_in_force
from desk.store.store import Store
from tests.faults.conftest import Live
from tests.faults.new_code import RENEWING
from tests.faults.turns import every_other
from tests.ui.drivers.building import found, words_of


@pytest.fixture(scope="session")
def staffed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """An office whose people have passwords, closed, and its code."""
    folder = tmp_path_factory.mktemp("staffed")
    found(folder / "data")
    store = Store.open(folder / "data")
    code = prepare_code(store)
    put_in_force(store, code)
    store.close()
    return folder, code


@pytest.mark.parametrize("point", every_other(RENEWING))
def test_a_killed_renewal_leaves_one_code_that_somebody_has(
    staffed: tuple[Path, str], tmp_path: Path, live: Live, point: str
) -> None:
    pattern, old = staffed
    shutil.copytree(pattern, tmp_path / "office")
    folder = tmp_path / "office"
    assert live(folder, "new_code", point=point) == -signal.SIGKILL
    _one_code(folder, old, new=RENEWING[point].whole)
    assert live(folder, "new_code") == 0
    _one_code(folder, old, new=True)
    assert not layout.coming_recovery(folder / "data").parent.exists()


def _one_code(folder: Path, old: str, *, new: bool) -> None:
    data = folder / "data"
    assert _opens(data, old) is not new
    if new:
        words = words_of((folder / "lembar.pdf").read_bytes()).split()
        assert _opens(data, next(word for word in words if word.count("-") == 6))
    assert check_store(data) == []


def _opens(data: Path, code: str) -> bool:
    note = read_note(data)
    try:
        return open_locked(layout.recovery(data), code, note.cost) == MachineKeys(data).load(note.key)
    except WrongRecoveryCodeError:
        return False

"""A new PC's first start killed at named points: the sheet that was kept last always opens what is there, and
the next start comes to an office whose code and passwords are in somebody's hand."""

import os
import signal
from pathlib import Path

import pytest

if os.name == "nt":
    pytest.skip("SIGKILL and fork", allow_module_level=True)

from desk.actions.accounts import sign_in
from desk.bootstrap.clock import utc_now
from desk.store import layout
from desk.store.backup import backup
from desk.store.check import check_store
from desk.store.restore import restore
from desk.store.store import Store
from tests.faults.conftest import Live
from tests.faults.first_day import FOUNDING, OFFICE, RESUMING
from tests.faults.turns import every_other
from tests.ui.drivers.building import words_of

SHOWN = "while the sheet is shown"
KILLED = -signal.SIGKILL


@pytest.mark.parametrize("point", every_other(FOUNDING))
def test_a_killed_first_start_loses_no_code(tmp_path: Path, live: Live, point: str) -> None:
    assert live(tmp_path, "first_day", point=point) == KILLED
    stands(tmp_path, whole=FOUNDING[point].whole)
    assert live(tmp_path, "first_day") == 0
    the_sheet_opens(tmp_path)


@pytest.mark.parametrize(
    "point",
    [
        point if point == "before the new code is in force" else pytest.param(point, marks=pytest.mark.long)
        for point in RESUMING
    ],
)
def test_a_killed_second_start_loses_no_code(tmp_path: Path, live: Live, point: str) -> None:
    assert live(tmp_path, "first_day", point=SHOWN) == KILLED
    assert live(tmp_path, "first_day", point=point) == KILLED
    stands(tmp_path, whole=False)
    assert live(tmp_path, "first_day") == 0
    the_sheet_opens(tmp_path)


def stands(folder: Path, *, whole: bool) -> None:
    """Whether the office is in its place; where it is, the sheet saved before opens it."""
    assert layout.office(folder / "data").exists() is whole
    if whole:
        the_sheet_opens(folder)
    else:
        assert [one.code for one in check_store(folder / "data")] == ["store_missing"]


def the_sheet_opens(folder: Path) -> None:
    """Everybody on the sheet signs in, its code opens a backup on another PC, nothing waits any more."""
    data, words = folder / "data", words_of((folder / "lembar.pdf").read_bytes())
    code = next(word for word in words.split() if word.count("-") == 6)
    store = Store.open(data)
    try:
        for login in ("indah", "putri"):
            password = words.split(f" {login} ")[1].split()[0]
            assert sign_in(store, login, password, utc_now()).name
        assert store.verify_chain().ok
        backup(store, folder / "cadangan.desk", utc_now())
    finally:
        store.close()
    other = folder / "other"
    restore(folder / "cadangan.desk", other, code, utc_now())
    moved = Store.open(other)
    with moved.read() as session:
        names = session.connection().exec_driver_sql("SELECT name FROM offices").scalars().all()
    moved.close()
    assert names == [OFFICE]
    assert check_store(data) == []
    assert not layout.founding(data).exists()
    assert len(list(layout.keys(data).iterdir())) == 1

"""The test set-up keeps its word: it catches what a test leaves behind and keeps away from this PC."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import keyring
import pytest
from keyring.errors import NoKeyringError

from tests.architecture.source import ROOT

LEAKS_A_THREAD = """
import threading
def test_leak():
    threading.Thread(target=threading.Event().wait, args=(60,), daemon=True).start()
"""
WARNS = """
import logging
def test_log():
    logging.getLogger("desk.sample").warning("disk nearly full")
"""
WARNS_AS_EXPECTED = """
import logging
def test_log(caplog):
    logging.getLogger("desk.sample").warning("disk nearly full")
    assert "disk" in caplog.text
"""
WARNS_IN_QT = """
from PySide6.QtCore import qWarning
def test_qt(qtbot):
    qWarning("no such signal")
"""


@pytest.mark.parametrize(
    ("sample", "complaint"),
    [
        (LEAKS_A_THREAD, "threads left running: Thread-"),
        (WARNS, "unexpected log lines: desk.sample: disk nearly full"),
        (WARNS_AS_EXPECTED, "1 passed"),
        (WARNS_IN_QT, "no such signal"),
    ],
)
def test_a_careless_test_fails(sample: str, complaint: str, tmp_path: Path) -> None:
    (tmp_path / "test_sample.py").write_text(sample, "utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "tests.conftest", "-p", "no:cacheprovider"]
    configuration = ["-c", str(ROOT / "pyproject.toml"), "--rootdir", str(tmp_path), str(tmp_path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    answer = subprocess.run(
        command + configuration, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert complaint in answer.stdout
    assert (answer.returncode == 0) == ("passed" in complaint)


def test_no_test_reaches_the_keyring_of_this_pc() -> None:
    with pytest.raises(NoKeyringError):
        keyring.get_password("desk", "key")


def test_data_goes_to_a_throw_away_folder() -> None:
    assert Path(os.environ["XDG_DATA_HOME"]).is_relative_to(tempfile.gettempdir())

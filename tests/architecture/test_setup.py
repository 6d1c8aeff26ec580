"""What the set-up promises: everything locked by hash, no registry named, the same on both systems."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.source import ROOT, project

INSTALLER = ROOT / "installer"
LOCKS = [INSTALLER / "requirements.lock", INSTALLER / "requirements-test.lock"]
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="shell scripts")


def _locked(lock: Path) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9][a-z0-9._-]*)==(\S+)", lock.read_text("utf-8"), re.MULTILINE))


def _names(requirements: list[str]) -> set[str]:
    return {re.split(r"[>=<\[;]", line)[0].strip().lower().replace("_", "-") for line in requirements}


@pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)
def test_every_locked_version_has_hashes_and_names_no_address(lock: Path) -> None:
    text = lock.read_text("utf-8")
    blocks = re.split(r"\n(?=[a-z0-9])", text)[1:]
    assert len(blocks) == len(_locked(lock)) > 20
    assert [block.splitlines()[0] for block in blocks if "--hash=sha256:" not in block] == []
    assert re.findall(r"\w+://\S+|--(?:extra-)?index-url|--find-links|--trusted-host", text) == []


def test_everything_the_project_asks_for_is_locked() -> None:
    asked = project()
    run = _names(asked["project"]["dependencies"] + asked["dependency-groups"]["build"])
    assert run <= set(_locked(LOCKS[0]))
    assert run | _names(asked["dependency-groups"]["test"]) <= set(_locked(LOCKS[1]))


def test_the_program_is_tested_with_the_versions_it_runs_with() -> None:
    assert _locked(LOCKS[0]).items() <= _locked(LOCKS[1]).items()


@pytest.mark.parametrize(("name", "lock"), [("run", "requirements.lock"), ("test", "requirements-test.lock")])
def test_windows_sets_up_from_the_same_lock(name: str, lock: str) -> None:
    script = (INSTALLER / f"{name}.ps1").read_text("utf-8")
    assert f"installer\\{lock}" in script
    assert "setup.ps1" in script
    assert "--require-hashes" in (INSTALLER / "setup.ps1").read_text("utf-8")


@on_unix
@pytest.mark.parametrize(
    "script", ["installer/run", "installer/test", "installer/lock", "installer/package", ".ci/run"]
)
def test_a_script_can_be_run_and_reads_well(script: str) -> None:
    assert os.access(ROOT / script, os.X_OK)
    subprocess.run(["bash", "-n", str(ROOT / script)], check=True)


@on_unix
def test_a_missing_system_library_is_named_by_its_package(tmp_path: Path) -> None:
    report = _setup(
        "ldconfig() { echo 'libs found'; echo ' libGL.so.1 (x)'; }; missing_packages run", tmp_path
    )
    assert "libpulse0" in report.split()
    assert "libgl1" not in report.split()


@on_unix
def test_without_root_the_one_line_to_run_is_printed_and_nothing_else_happens(tmp_path: Path) -> None:
    stubs = "missing_packages() { echo libegl1; }; root_prefix() { return 1; }; apt-get() { echo CALLED; }"
    report = _setup(f"{stubs}; set_up_system run; echo WENT ON", tmp_path)
    assert "apt-get update && apt-get install -y --no-install-recommends libegl1" in report
    assert "WENT ON" not in report
    assert "CALLED" not in report


@on_unix
def test_a_failing_step_shows_the_log(tmp_path: Path) -> None:
    report = _setup("logged ls /no-such-folder || echo STOPPED", tmp_path)
    assert "This failed: ls /no-such-folder" in report
    assert report.count("/no-such-folder") >= 2
    assert "STOPPED" in report


@on_unix
def test_a_changed_lock_asks_for_a_new_set_up(tmp_path: Path) -> None:
    for name in ("installer/requirements.lock", "installer/requirements-test.lock", "pyproject.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("as locked\n", "utf-8")
    (tmp_path / "installer" / "setup.sh").touch()
    (tmp_path / ".venv" / "bin").mkdir(parents=True)
    (tmp_path / ".venv" / "bin" / "python").symlink_to(sys.executable)
    ask = "is_ready run && echo READY || echo STALE"

    assert "STALE" in _setup(ask, tmp_path)
    assert "READY" in _setup(f"fingerprint test >.venv/.ready-test; {ask}", tmp_path)
    (tmp_path / "installer" / "requirements-test.lock").write_text("newer\n", "utf-8")
    assert "STALE" in _setup(ask, tmp_path)


def _setup(commands: str, folder: Path) -> str:
    """Output of shell commands that use the set-up's functions, run in a folder of their own."""
    (folder / "build").mkdir(exist_ok=True)
    script = f"set -euo pipefail; . '{INSTALLER / 'setup.sh'}'; {commands}"
    command = ["bash", "-c", script]
    answer = subprocess.run(
        command, cwd=folder, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL
    )
    return answer.stdout + answer.stderr

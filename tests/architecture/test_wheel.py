"""The wheel carries all that ships and works outside the checkout."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.architecture.source import ROOT

_BUILD = "import hatchling.build, sys; print(hatchling.build.build_wheel(sys.argv[1]))"


@pytest.fixture
def wheel(tmp_path: Path) -> Path:
    """The wheel, built as installer/package builds it, without its set-up."""
    command = [sys.executable, "-c", _BUILD, str(tmp_path)]
    answer = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return tmp_path / answer.stdout.split()[-1]


def test_the_wheel_carries_every_module_and_every_shipped_file(wheel: Path) -> None:
    packed = set(ZipFile(wheel).namelist())
    modules = {path.relative_to(ROOT).as_posix() for path in (ROOT / "desk").rglob("*.py")}
    shipped = {path.relative_to(ROOT / "resources") for path in _files(ROOT / "resources")}
    shipped = {path for path in shipped if path.parts[0] != "pictures"}  # they belong to README alone
    assert modules <= packed
    assert {f"desk/_resources/{path.as_posix()}" for path in shipped} <= packed
    assert {path.parts[0] for path in shipped} >= {"fonts", "icons"}
    assert {name.split("/")[0] for name in packed} == {"desk", wheel.name.split("-py3")[0] + ".dist-info"}


@pytest.mark.long
@pytest.mark.timeout(600)
def test_an_installed_wheel_works_outside_the_checkout(wheel: Path, tmp_path: Path) -> None:
    home = tmp_path / "elsewhere"
    venv.create(home, with_pip=False)
    program = home / ("Scripts" if os.name == "nt" else "bin")
    python = program / "python"
    target = sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)})
    subprocess.run(
        [sys.executable, "-m", "pip", "--python", str(python), "install", "--no-deps", str(wheel)],
        check=True,
        capture_output=True,
    )
    _lend_dependencies(Path(target))

    def run(*command: str) -> str:
        answer = subprocess.run(command, cwd=home, capture_output=True, text=True, check=False)
        assert answer.returncode == 0, answer.stderr
        return answer.stdout

    locate = "from desk.assets import resource; print(resource('standards', 'ksb.toml'))"
    assert run(str(python), "-c", locate).startswith(str(home))
    due = ["due", "informasi", "--standard", "ksb", "--at", "2026-03-13T09:00:00+08:00", "--json"]
    assert json.loads(run(str(program / "desk"), *due))["due"] == "2026-04-06"


def _lend_dependencies(target: Path) -> None:
    """Makes the packages of this environment importable in another; the .pth of Desk itself stays unread."""
    (target / "dependencies.pth").write_text(sysconfig.get_path("purelib"), "utf-8")


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]

"""What the architecture tests look for in source text; each search returns findings as lines to act on."""

import ast
import re
import subprocess
import tomllib
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
LONGEST_MODULE = 400

type_of_search = Callable[[str], list[str]]

_WAITS = {"time.sleep", "qtbot.wait", "QTest.qWait", "QThread.sleep", "QThread.msleep", "QThread.usleep"}
_CLOCKS = {"now", "today", "utcnow"}
_TIMERS = {"time", "time_ns", "monotonic", "perf_counter", "localtime", "gmtime"}
# Put together from parts, so that this file does not find itself.
_MACHINE_PATH = re.compile(
    "|".join(("/" + "work/", "/" + "root/", "/" + "home/[a-z]", r"[A-Z]:\\+" + "Users"))
)
_REGISTRY = re.compile(
    "|".join(("pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.", "debian" + r"\.org"))
)


@cache
def tracked_files() -> list[Path]:
    """Files of the checkout that are in the history or about to be; empty where git does not answer."""
    command = ["git", "-C", str(ROOT), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    try:
        answer = subprocess.run(command, capture_output=True, check=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        return []
    return [path for name in answer.stdout.split("\0") if name and (path := ROOT / name).is_file()]


def modules(*folders: str) -> list[Path]:
    """All Python modules under the given folders of the checkout."""
    return sorted(path for folder in folders for path in (ROOT / folder).rglob("*.py"))


def project() -> dict[str, Any]:
    """The content of pyproject.toml."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def search_all(paths: list[Path], search: type_of_search) -> list[str]:
    """Findings of one search over many files, each with the file's name."""
    return [f"{path.relative_to(ROOT)}:{found}" for path in paths for found in search(_text(path))]


@cache
def _text(path: Path) -> str:
    content = path.read_bytes()
    return "" if b"\0" in content else content.decode("utf-8")


@cache
def _nodes(source: str) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(source)))


def missing_docstring(source: str) -> list[str]:
    """A module that does not open with a sentence."""
    opening = ast.get_docstring(ast.parse(source)) or ""
    first = opening.partition("\n\n")[0]
    return [] if " " in first and first.endswith((".", ":", "?")) else ["1 does not open with a sentence"]


def too_long(source: str) -> list[str]:
    """A module of more lines than one can keep in mind."""
    count = len(source.splitlines())
    return [f"{count} lines, at most {LONGEST_MODULE}"] if count > LONGEST_MODULE else []


def asserts(source: str) -> list[str]:
    """Checks that vanish under ``python -O``."""
    return [f"{node.lineno} assert" for node in _nodes(source) if isinstance(node, ast.Assert)]


def prints(source: str) -> list[str]:
    """Output that only a command may write."""
    return [f"{call.lineno} print" for call, name in _calls(source) if name == "print"]


def clock_reads(source: str) -> list[str]:
    """Calls that ask the machine what time it is."""
    return [f"{call.lineno} {name}" for call, name in _calls(source) if _reads_clock(name)]


def style_sheets(source: str) -> list[str]:
    """Style sheets put on something."""
    return [f"{call.lineno} {name}" for call, name in _calls(source) if name.endswith(".setStyleSheet")]


def fixed_waits(source: str) -> list[str]:
    """Waits for a length of time instead of for an event."""
    found = [f"{call.lineno} {name}" for call, name in _calls(source) if name in _WAITS]
    for node in _nodes(source):
        if isinstance(node, ast.ImportFrom) and node.module == "time":
            found += [f"{node.lineno} time.sleep" for alias in node.names if alias.name == "sleep"]
    return found


def machine_paths(source: str) -> list[str]:
    """Paths that exist on one machine only."""
    return _lines_with(_MACHINE_PATH, source)


def registry_hosts(source: str) -> list[str]:
    """Addresses of package registries, which every machine sets for itself."""
    return _lines_with(_REGISTRY, source)


def imported_packages(source: str) -> set[str]:
    """Top-level names of all packages a module imports, also inside functions."""
    names: set[str] = set()
    for node in _nodes(source):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names


def _lines_with(pattern: re.Pattern[str], source: str) -> list[str]:
    return [
        f"{number} {found.group()}"
        for number, line in enumerate(source.splitlines(), 1)
        if (found := pattern.search(line))
    ]


def _calls(source: str) -> Iterator[tuple[ast.Call, str]]:
    for node in _nodes(source):
        if isinstance(node, ast.Call):
            yield node, ast.unparse(node.func)


def _reads_clock(name: str) -> bool:
    owner, _, last = name.rpartition(".")
    if owner == "time":
        return last in _TIMERS
    return last in _CLOCKS and owner.rpartition(".")[2] in {"datetime", "date"}

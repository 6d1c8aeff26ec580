"""Habits of the source, as sentences."""

import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.architecture import source
from tests.architecture.source import ROOT, modules, search_all

PRODUCT = modules("desk")
TESTS = modules("tests")


def test_every_module_opens_with_a_sentence() -> None:
    assert search_all(PRODUCT, source.missing_docstring) == []


def test_no_module_is_longer_than_one_can_keep_in_mind() -> None:
    migrations = ROOT / "desk" / "store" / "migrations" / "versions"  # written once, then frozen
    read_often = [path for path in PRODUCT + TESTS if path.parent != migrations]
    assert search_all(read_often, source.too_long) == []


def test_product_code_raises_named_errors_instead_of_asserting() -> None:
    assert search_all(PRODUCT, source.asserts) == []


def test_only_the_command_line_prints() -> None:
    silent = [path for path in PRODUCT if (ROOT / "desk" / "cli") not in path.parents]
    assert search_all(silent, source.prints) == []


def test_rules_services_and_papers_get_the_time_as_an_argument() -> None:
    timeless = modules("desk/rules", "desk/services", "desk/standards", "desk/documents")
    assert search_all(timeless, source.clock_reads) == []


def test_the_application_alone_carries_a_style_sheet() -> None:
    assert [found.partition(":")[0] for found in search_all(PRODUCT, source.style_sheets)] == [
        "desk/ui/theme/style.py"
    ]


def test_no_test_waits_for_a_length_of_time() -> None:
    assert search_all(TESTS, source.fixed_waits) == []


def test_rules_import_the_standard_library_only() -> None:
    allowed = sys.stdlib_module_names | {"desk"}
    strangers = {
        f"{path.name}: {name}"
        for path in modules("desk/rules")
        for name in source.imported_packages(path.read_text("utf-8")) - allowed
    }
    assert strangers == set()


def test_every_package_the_program_imports_is_declared() -> None:
    declared = {_distribution(line) for line in source.project()["project"]["dependencies"]}
    installed = packages_distributions()
    undeclared = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in PRODUCT
        for name in source.imported_packages(path.read_text("utf-8")) - sys.stdlib_module_names - {"desk"}
        if not declared & {_normal(owner) for owner in installed.get(name, [])}
    }
    assert undeclared == set()


@pytest.mark.parametrize(
    ("search", "bad", "good"),
    [
        (source.missing_docstring, "import os\n", '"""Says what it is."""\n'),
        (source.missing_docstring, '"""todo"""\n', '"""Says what it is.\n\nAnd more"""\n'),
        (source.too_long, "x = 1\n" * 401, "x = 1\n" * 400),
        (source.asserts, "def f(x):\n    assert x\n", "def f(x):\n    raise ValueError\n"),
        (source.prints, "print('x')\n", "blueprint('x')\n"),
        (source.clock_reads, "from datetime import datetime\ndatetime.now()\n", "def f(now): return now\n"),
        (source.clock_reads, "import datetime\ndatetime.date.today()\n", "office.today()\n"),
        (source.clock_reads, "import time\nx = [time.time()]\n", "import time\ntime.strptime('1', '%d')\n"),
        (source.style_sheets, "self.text.setStyleSheet(red)\n", "sheet = app.styleSheet()\n"),
        (source.fixed_waits, "import time\ntime.sleep(1)\n", "qtbot.waitUntil(ready)\n"),
        (source.fixed_waits, "from time import sleep\n", "from time import time\n"),
        (source.fixed_waits, "qtbot.wait(" + "500)\n", "event.wait(5)\n"),
        (source.fixed_waits, "QTest.qWait(" + "500)\n", "qtbot.waitSignal(done)\n"),
        (source.machine_paths, "DATA = '/" + "home/siti/desk'\n", "DATA = '/var/lib/desk'\n"),
        (source.machine_paths, "x = 'C:\\\\" + "Users\\\\siti'\n", "ROUTE = '/homework'\n"),
        (source.registry_hosts, "--index https://py" + "pi.org/simple\n", "https://kpu.go.id\n"),
    ],
)
def test_the_searches_find_what_they_look_for(search: source.type_of_search, bad: str, good: str) -> None:
    assert search(bad) != []
    assert search(good) == []


def test_imports_inside_functions_are_seen() -> None:
    text = "import os.path\ndef f():\n    from PySide6.QtCore import Qt\n    from . import near\n"
    assert source.imported_packages(text) == {"os", "PySide6"}


def _distribution(requirement: str) -> str:
    return _normal(requirement.split(">=")[0].split("[")[0])


def _normal(name: str) -> str:
    return name.lower().replace("_", "-")


def test_the_searched_folders_hold_modules() -> None:
    assert Path(__file__) in TESTS
    assert ROOT / "desk" / "assets.py" in PRODUCT

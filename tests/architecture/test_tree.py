"""What a checkout may hold."""

import pytest

from tests.architecture import source
from tests.architecture.source import ROOT, search_all, tracked_files

AGREED_TOP_LEVEL = {
    ".ci", ".gitattributes", ".gitignore", "CHANGELOG.md", "DEVELOPERS.md", "LICENSE", "README.md", "desk",
    "docs", "installer", "pyproject.toml", "resources", "tests",
}  # fmt: skip

needs_git = pytest.mark.skipif(not tracked_files(), reason="not a git checkout")


@needs_git
def test_the_top_level_holds_only_agreed_names() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in tracked_files()} <= AGREED_TOP_LEVEL


@needs_git
def test_no_file_names_a_path_of_one_machine() -> None:
    assert search_all(tracked_files(), source.machine_paths) == []


@needs_git
def test_no_file_names_a_package_registry() -> None:
    assert search_all(tracked_files(), source.registry_hosts) == []

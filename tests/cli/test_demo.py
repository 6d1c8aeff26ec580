"""``desk demo``: roles by their id or a friendlier word; wrong ones are wrong use."""

from importlib import import_module

import pytest
from click.testing import CliRunner, Result

from desk.cli import main
from desk.demo import roles
from desk.demo.people import STAFF


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["demo", *arguments], prog_name="desk")


def test_a_wrong_role_is_wrong_use_and_lists_the_roles() -> None:
    done = run("--role", "raja")
    assert done.exit_code == 2
    for role in ("pamdal", "front_office", "ketua", "ppid", "kasubag_hukum", "admin"):
        assert role in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("word", "login"),
    [
        ("pamdal", "bayu"),
        ("satpam", "bayu"),
        ("front_office", "rahma"),
        ("KETUA", "ratna"),
        ("kasubag", "syahrul"),
        ("atasan_ppid", "hendra"),
        ("anggota", "dewi"),
        ("penghubung", "fajar"),
    ],
)
def test_a_role_means_its_person(word: str, login: str) -> None:
    assert roles.login_of(roles.role_of(word)) == login


def test_every_role_of_the_standard_has_somebody(monkeypatch: pytest.MonkeyPatch) -> None:
    from desk.assets import resource
    from desk.standards.loader import load_standards

    wanted = set(load_standards(resource("standards")).get("ksb").office_roles) - {roles.KIOSK}
    assert wanted == {role for one in STAFF for role in one.roles}


def test_without_a_display_the_tour_runs_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("desk.bootstrap.doors.has_display", lambda: False)
    monkeypatch.setattr(import_module("desk.demo"), "tour_instead", lambda: asked.append("tour") or 0)
    assert run().exit_code == 0
    assert asked == ["tour"]


def test_with_a_display_the_windows_open_for_the_role(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("desk.bootstrap.doors.has_display", lambda: True)
    monkeypatch.setattr(import_module("desk.demo"), "run", lambda role: asked.append(role) or 0)
    assert run("--role", "ppid").exit_code == 0
    assert asked == ["ppid"]

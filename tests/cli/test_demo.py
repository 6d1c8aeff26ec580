"""``desk demo``: roles by their id or a friendlier word; wrong ones are wrong use."""

from importlib import import_module

import pytest
from click.testing import CliRunner, Result

from desk.cli import main
from desk.demo import roles
from desk.demo.casts import KPG, KSB, NTT, Cast


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["demo", *arguments], prog_name="desk")


def test_a_wrong_role_is_wrong_use_and_lists_the_roles() -> None:
    done = run("--role", "raja")
    assert done.exit_code == 2
    for role in ("pamdal", "front_office", "ketua", "ppid", "kasubag_hukum", "admin"):
        assert role in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        (("--standard", "kpg", "--role", "pamdal"), "pamdal"),
        (("--role", "kabag_data"), "kabag_data"),
        (("--standard", "ntb"), "ntb"),
    ],
)
def test_what_another_office_lacks_is_wrong_use(arguments: tuple[str, ...], word: str) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert word in done.stderr


@pytest.mark.parametrize(
    ("cast", "role", "login"), [(NTT, "kabag_data", "paulina"), (KPG, "chair", "ismail")]
)
def test_each_office_has_its_own_people(cast: Cast, role: str, login: str) -> None:
    assert roles.login_of(roles.role_of(role, cast), cast) == login


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


@pytest.mark.parametrize("cast", [KSB, NTT, KPG])
def test_every_role_of_the_standard_has_somebody(cast: Cast) -> None:
    from desk.assets import resource
    from desk.standards.loader import load_standards

    standard = load_standards(resource("standards")).get(cast.standard)
    assert set(standard.office_roles) - {roles.KIOSK} == {role for one in cast.staff for role in one.roles}


def test_without_a_display_the_tour_runs_instead(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []
    monkeypatch.setattr("desk.bootstrap.doors.has_display", lambda: False)
    monkeypatch.setattr(import_module("desk.demo"), "tour_instead", lambda: asked.append("tour") or 0)
    assert run().exit_code == 0
    assert asked == ["tour"]


def test_with_a_display_the_windows_open_for_the_role(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, str]] = []
    monkeypatch.setattr("desk.bootstrap.doors.has_display", lambda: True)
    monkeypatch.setattr(import_module("desk.demo"), "run", lambda *what: asked.append(what) or 0)
    assert run("--role", "ppid").exit_code == 0
    assert run("--standard", "ntt", "--role", "kabag_data").exit_code == 0
    assert asked == [("ppid", "ksb"), ("kabag_data", "ntt")]

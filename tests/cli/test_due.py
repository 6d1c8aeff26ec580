"""``desk due`` and the command line around it."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import click
import pytest
from click.testing import CliRunner, Result

from desk import cli
from desk.cli import main

AT = "2026-03-13T09:00:00+08:00"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, list(arguments), prog_name="desk")


def due(service: str, *options: str, at: str = AT) -> dict[str, Any]:
    result = run("due", service, "--standard", "ksb", "--at", at, "--json", *options)
    assert result.exit_code == 0, result.output
    answer: dict[str, Any] = json.loads(result.stdout)
    return answer


@pytest.mark.parametrize(
    ("service", "options", "day"),
    [
        ("informasi", [], "2026-04-06"),
        ("informasi", ["--category", "tahapan"], "2026-03-25"),
        ("informasi", ["--extend", "7"], "2026-04-15"),
        ("informasi", ["--category", "tahapan", "--extend", "2"], "2026-03-27"),
        ("autentifikasi", [], "2026-03-25"),
        ("paw", [], "2026-03-27"),
        ("pengaduan", [], "2026-04-01"),
        ("pendidikan_pemilih", [], "2026-03-27"),
        ("magang", [], None),
        ("data_pemilih", [], None),
    ],
)
def test_due_dates_of_the_ksb_standard(service: str, options: list[str], day: str | None) -> None:
    assert due(service, *options)["due"] == day


def test_each_day_is_counted_or_explained() -> None:
    days = due("informasi")["days"]
    assert days[0] == {
        "date": "2026-03-13",
        "counted": 0,
        "why": "Hari penerimaan, hitungan dimulai hari berikutnya",
    }
    assert {"date": "2026-04-03", "counted": None, "why": "Hari libur nasional: Wafat Yesus Kristus"} in days
    assert days[-1] == {"date": "2026-04-06", "counted": 10, "why": "Hari kerja ke-10"}


@pytest.mark.parametrize(
    ("standard", "service", "day", "last"),
    [
        ("ntt", "data_informasi", "2026-04-06", 10),
        ("ntt", "konsultasi", "2026-04-06", 10),
        ("ntt", "keberatan", "2026-05-05", 30),
        ("ntb", "informasi", "2026-04-06", 10),
        ("kpg", "pengaduan", "2026-04-01", 8),
        ("kpg", "sop_kupang", None, None),
    ],
)
def test_due_dates_of_the_other_standards(standard: str, service: str, day: str | None, last: int) -> None:
    result = run("due", service, "--standard", standard, "--at", AT, "--json")
    answer = json.loads(result.stdout)
    assert answer["due"] == day
    assert [line["counted"] for line in answer["days"]][-1:] == ([last] if day else [])


def test_a_range_is_due_by_its_upper_bound_and_tells_the_lower() -> None:
    lines = run("due", "konsultasi", "--standard", "ntt", "--at", AT).stdout.splitlines()
    assert lines[0] == "konsultasi: due 2026-04-06 (1 jam sampai dengan 10 hari kerja sejak diterima)"


def test_an_offices_own_standard_counts_too(tmp_path: Path) -> None:
    (tmp_path / "standards").mkdir()
    own = 'base = "ksb"\n[services.informasi.limits.umum]\ndays = 7\n'
    (tmp_path / "standards" / "kantor.toml").write_text(own, encoding="utf-8")
    wanted = ("due", "informasi", "--standard", "kantor", "--at", AT, "--json")
    assert json.loads(run(*wanted, "--data", str(tmp_path)).stdout)["due"] == "2026-03-31"
    assert "no such standard" in run(*wanted).stderr


@pytest.mark.parametrize("at", ["2026-03-13T09:00:00", "2026-03-13T01:00:00Z", "2026-03-13T08:00:00+07:00"])
def test_a_time_without_offset_is_the_offices(at: str) -> None:
    assert due("informasi", at=at) == due("informasi")


def test_people_read_the_same_dates() -> None:
    result = run("due", "informasi", "--standard", "ksb", "--at", AT)
    lines = result.stdout.splitlines()
    assert lines[0] == "informasi: due 2026-04-06 (10 hari kerja, dapat diperpanjang 7 hari kerja)"
    assert lines[-1].split() == ["2026-04-06", "10", "Hari", "kerja", "ke-10"]
    assert "no limit in days" in run("due", "magang", "--standard", "ksb", "--at", AT).stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["due", "parkir", "--standard", "ksb", "--at", AT], "no service 'parkir'"),
        (["due", "informasi", "--standard", "abc", "--at", AT], "no such standard"),
        (["due", "paw", "--standard", "ksb", "--at", AT, "--category", "tahapan"], "no category 'tahapan'"),
        (["due", "informasi", "--standard", "ksb", "--at", AT, "--extend", "8"], "at most 7 days"),
    ],
)
def test_what_cannot_be_done_is_one_line_and_status_1(arguments: list[str], says: str) -> None:
    result = run(*arguments)
    assert result.exit_code == 1
    assert result.stdout == ""
    assert result.stderr.startswith("desk: ")
    assert says in result.stderr
    assert result.stderr.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["due"],
        ["due", "informasi", "--standard", "ksb", "--at", "besok"],
        ["due", "informasi", "--standard", "ksb", "--at", AT, "--extend", "0"],
        ["fly"],
    ],
)
def test_wrong_use_is_status_2(arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2
    assert "Usage:" in result.stderr


def test_the_help_lists_every_command_without_importing_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cli.COMMANDS, "later", ("desk.cli.not_there:later", "Comes later."))
    result = run("--help")
    assert result.exit_code == 0
    assert "Comes later." in result.stdout


def test_a_command_that_is_no_command_is_a_mistake_of_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(cli.COMMANDS, "odd", ("desk.cli:echo_json", "No command."))
    assert isinstance(run("odd").exception, TypeError)


def test_the_version_is_told() -> None:
    assert run("--version").stdout.startswith("desk, version ")


def test_due_needs_neither_qt_nor_the_database() -> None:
    code = (
        "import sys; from desk.cli import main\n"
        f"main(['due', 'informasi', '--standard', 'ksb', '--at', '{AT}'], standalone_mode=False)\n"
        "print(sorted({'PySide6', 'sqlalchemy', 'reportlab', 'phonenumbers'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_the_group_is_a_click_group() -> None:
    assert isinstance(main, click.Group)
    assert "due" in main.list_commands(click.Context(main))


def test_a_year_without_a_calendar_is_wrong_use() -> None:
    answer = CliRunner().invoke(main, ["due", "informasi", "--standard", "ksb", "--at", "9999-12-31"])
    assert answer.exit_code == 2
    assert "9999-12-31" in answer.stderr

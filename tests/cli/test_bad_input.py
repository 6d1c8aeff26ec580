"""Every command against bad input: one clear English line and status 1, or wrong use and status 2; never a
traceback, never Indonesian, nothing written."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from desk.cli import COMMANDS, main
from desk.store import layout
from desk.store.engine import connect
from desk.store.keys import MachineKeys, read_note
from tests.ui.drivers.building import PASSWORD, found

CODE = "TXXZ-3MMJ-3H3S-QF8P-2KEV-6J9X-RY98"
INDONESIAN = re.compile(r"\b(tidak|bukan|belum|sudah|dengan|kata sandi|dari)\b", re.IGNORECASE)
AT = ("--at", "2026-03-13T09:00:00+08:00")


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with passwords, a backup of it, and all kinds of bad files."""
    home = tmp_path_factory.mktemp("bad")
    found(home / "office")
    assert run(home, "backup", "good.desk").exit_code == 0
    good = (home / "good.desk").read_bytes()
    (home / "empty").touch()
    (home / "folder").mkdir()
    (home / "words.txt").write_text("bukan cadangan")
    (home / "half.desk").write_bytes(good[: len(good) // 2])
    (home / "flipped.desk").write_bytes(good[:90_000] + bytes([good[90_000] ^ 255]) + good[90_001:])
    with zipfile.ZipFile(home / "strange.desk", "w") as archive:
        archive.writestr("manifest.json", "{}")
    (home / "half.csv").write_text('nama;tanggal;instansi\nBudi;01/02/2026;"Yayasan')
    (home / "columns.csv").write_text("foo;bar\n1;2\n")
    (home / "signs.csv").write_bytes(b"nama;tanggal\nBu\0di;01/02/2026\n")
    (home / "dates.csv").write_text("nama;tanggal\nBudi;31/02/2026\nSiti;01/02\n")
    return home


@pytest.fixture
def home(pattern: Path, tmp_path: Path) -> Path:
    shutil.copytree(pattern, tmp_path / "home")
    return tmp_path / "home"


def run(home: Path, *arguments: str, **env: str) -> Result:
    """A command about the office in ``home``, unless the arguments name another folder."""
    pairs = zip(("", *arguments), arguments, strict=False)
    words = [str(home / one) if _is_file(home, before, one) else one for before, one in pairs]
    data = () if "--data" in arguments else ("--data", str(home / "office"))
    command = arguments[0]
    given = {"DESK_PASSWORD": PASSWORD, "DESK_RECOVERY_CODE": CODE, "DESK_SERVER_PASSWORD": PASSWORD} | env
    tail = () if command in ("tour", "demo", "nothing") else data
    return CliRunner().invoke(main, [*words, *tail], env=given, prog_name="desk")


def _is_file(home: Path, before: str, word: str) -> bool:
    return before == "--data" or ("://" not in word and ((home / word).exists() or "." in word))


COULD_NOT = [
    ("backup", "no/such/folder.desk"),
    ("backup", "new.desk", "--data", "nowhere"),
    ("restore", "no.desk", "--data", "new"),
    ("restore", "empty", "--data", "new"),
    ("restore", "words.txt", "--data", "new"),
    ("restore", "half.desk", "--data", "new"),
    ("restore", "flipped.desk", "--data", "new"),
    ("restore", "strange.desk", "--data", "new"),
    ("restore", "good.desk", "--data", "new"),
    ("check", "--rebuild-search", "--data", "nowhere"),
    ("due", "ijazah", "--standard", "ksb", *AT),
    ("due", "informasi", "--standard", "zzz", *AT),
    ("due", "informasi", "--standard", "ksb", *AT, "--category", "pemilu"),
    ("due", "informasi", "--standard", "ksb", *AT, "--extend", "99"),
    ("search", "fauzi", "--login", "nobody"),
    ("search", "fauzi", "--login", "admin", "--data", "nowhere"),
    ("import", "visits", "empty", "--login", "admin"),
    ("import", "visits", "half.csv", "--login", "admin", "--yes"),
    ("import", "visits", "columns.csv", "--login", "admin", "--yes"),
    ("import", "visits", "good.desk", "--login", "admin", "--yes"),
    ("import", "visits", "dates.csv", "--login", "rahma", "--yes"),
    ("recovery", "new", "no/sheet.pdf", "--login", "admin"),
    ("recovery", "new", "sheet.pdf", "--login", "rahma"),
    ("recovery", "new", "sheet.pdf", "--login", "admin", "--data", "nowhere"),
    ("recovery", "open"),
    ("recovery", "open", "--data", "nowhere"),
    ("tour", "--out", "words.txt/tour"),
    ("join", "half.csv", "--data", "new"),
    ("join", "empty", "--data", "new"),
    ("join", "no.txt", "--data", "new"),
    ("join", "half.csv"),
    ("sync", "--once"),
    ("sync", "--once", "--data", "nowhere"),
    ("status", "--data", "nowhere"),
    ("server", "status"),
    ("server", "init", "--server", "bukan alamat"),
    ("server", "init", "--server", "http://admin@127.0.0.1/desk"),
    ("server", "init", "--server", "postgresql://127.0.0.1/desk"),
    ("server", "init", "--server", "postgresql://admin@127.0.0.1:99999/desk"),
    ("server", "init", "--server", "postgresql://admin:rahasia@127.0.0.1/desk"),
    ("server", "status", "--server", "postgresql://admin@127.0.0.1:9/desk"),
    ("server", "adopt", "--login", "rahma", "--server", "postgresql://admin@127.0.0.1:9/desk"),
    ("server", "adopt", "--login", "admin", "--server", "postgresql://admin@127.0.0.1:9/desk"),
    ("server", "enrol", "PC-1", "--class", "kiosk", "--server", "postgresql://admin@127.0.0.1:9/desk"),
    ("server", "backup", "no/such.dump", "--server", "postgresql://admin@127.0.0.1:9/desk"),
    ("server", "restore", "empty", "--server", "postgresql://admin@127.0.0.1:9/desk"),
    ("server", "revoke", "PC-1", "--server", "postgresql://admin@127.0.0.1:9/desk"),
]

WRONG_USE = [
    ("backup",),
    ("backup", "folder"),
    ("backup", "new.desk", "--data", "words.txt"),
    ("restore", "folder"),
    ("restore", "good.desk", "--data", "words.txt"),
    ("check", "--data", "words.txt"),
    ("due", "informasi"),
    ("due", "informasi", "--standard", "ksb", "--at", "kemarin"),
    ("due", "informasi", "--standard", "ksb", "--at", "2026-02-30"),
    ("due", "informasi", "--standard", "ksb", "--at", "0001-01-01"),
    ("due", "informasi", "--standard", "ksb", *AT, "--extend", "0"),
    ("search", "fauzi"),
    ("search", "fauzi", "--login", "admin", "--limit", "0"),
    ("import", "visits", "no.csv", "--login", "admin"),
    ("import", "visits", "folder", "--login", "admin"),
    ("import", "letters", "dates.csv", "--login", "admin"),
    ("recovery",),
    ("recovery", "new", "folder", "--login", "admin"),
    ("tour",),
    ("tour", "--out", "words.txt"),
    ("demo", "--role", "raja"),
    ("join", "folder", "--data", "new"),
    ("sync",),
    ("status", "--data", "words.txt"),
    ("server",),
    ("server", "nothing"),
    ("server", "init", "--server", "postgresql://a@127.0.0.1:9/d", "--data", "nowhere"),
    ("server", "adopt"),
    ("server", "adopt", "--login", "admin", "--label", "loket satu"),
    ("server", "enrol", "loket satu", "--class", "kiosk"),
    ("server", "enrol", "LOKET-1", "--class", "polisi"),
    ("server", "enrol", "LOKET-1"),
    ("server", "enrol", "LOKET-1", "--class", "kiosk", "--scope", "semua"),
    ("server", "revoke"),
    ("server", "backup"),
    ("server", "backup", "folder", "--keep", "0"),
    ("server", "restore", "folder"),
    ("server", "host", "--data", "nowhere"),
    ("server", "host", "--port", "0"),
    ("server", "announce", "--id", "x"),
    ("server", "status", "--certificate", "no.pem"),
    ("nothing",),
]


def told(done: Result) -> str:
    """The one line a failed command says."""
    assert done.exit_code == 1, done.output
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("desk: ")
    assert not INDONESIAN.search(line), line
    return line


def test_every_command_is_tried() -> None:
    assert {one[0] for one in COULD_NOT} | {"demo"} == COMMANDS.keys()
    assert {one[0] for one in WRONG_USE} - {"nothing"} == COMMANDS.keys()


@pytest.mark.parametrize("arguments", COULD_NOT, ids=" ".join)
def test_what_could_not_be_done_is_one_line(home: Path, arguments: tuple[str, ...]) -> None:
    before = {path for path in home.rglob("*") if "office" not in path.parts}
    told(run(home, *arguments))
    after = {path for path in home.rglob("*") if "office" not in path.parts and path.name != "new"}
    assert after == before


@pytest.mark.parametrize("arguments", WRONG_USE, ids=" ".join)
def test_wrong_use_is_status_2(home: Path, arguments: tuple[str, ...]) -> None:
    done = run(home, *arguments)
    assert done.exit_code == 2, done.output
    assert isinstance(done.exception, SystemExit), done.exception
    assert done.stdout == ""


def cut(home: Path) -> None:
    path = layout.database(home / "office")
    path.write_bytes(path.read_bytes()[:100_000])


def overwrite(home: Path) -> None:
    """Every second page is spoilt; the first ones are whole."""
    path = layout.database(home / "office")
    content = bytearray(path.read_bytes())
    for page in range(30, len(content) // 4096, 2):
        content[page * 4096 + 50] ^= 1
    path.write_bytes(content)


def lose_key(home: Path) -> None:
    shutil.rmtree(layout.keys(home / "office"))


def newer(home: Path) -> None:
    data = home / "office"
    raw = connect(layout.database(data), MachineKeys(data).load(read_note(data).key))
    raw.execute("UPDATE alembic_version SET version_num = '9999'")
    raw.close()


@pytest.mark.parametrize("spoil", [cut, overwrite, lose_key, newer])
def test_commands_on_spoilt_data_say_so_in_one_line(home: Path, spoil: Callable[[Path], None]) -> None:
    spoil(home)
    for arguments in (
        ("backup", "new.desk"),
        ("search", "fauzi", "--login", "admin"),
        ("import", "visits", "dates.csv", "--login", "admin"),
        ("check", "--rebuild-search"),
        ("recovery", "new", "sheet.pdf", "--login", "admin"),
    ):
        told(run(home, *arguments))
    looked = run(home, "check")
    assert looked.exit_code == 1
    assert "PROBLEM" in looked.stdout
    assert "cure: " in looked.stdout
    assert looked.stderr == ""
    assert not (home / "new.desk").exists()
    assert not (home / "sheet.pdf").exists()


def test_lines_that_cannot_be_read_are_told_by_number(home: Path) -> None:
    for file, line in (("dates.csv", "line 3"), ("signs.csv", "line 2: signs that cannot be read")):
        done = run(home, "import", "visits", file, "--login", "admin", "--yes")
        assert done.exit_code == 1
        assert line in done.stderr
        assert done.stderr.splitlines()[-1] == "desk: nothing was written; mend these lines first"


def test_without_password_or_terminal_it_says_what_is_wanted(home: Path) -> None:
    for arguments, variable in (
        (("search", "fauzi", "--login", "admin"), "DESK_PASSWORD"),
        (("restore", "good.desk", "--data", "new"), "DESK_RECOVERY_CODE"),
    ):
        line = told(run(home, *arguments, DESK_PASSWORD="", DESK_RECOVERY_CODE=""))
        assert line.endswith(f"set {variable}")


def test_a_password_comes_through_a_pipe(home: Path) -> None:
    office = str(home / "office")
    command = [sys.executable, "-m", "desk", "search", "x", "--login", "admin", "--data", office]
    env = {name: value for name, value in os.environ.items() if name != "DESK_PASSWORD"}
    done = subprocess.run(
        command, input=f"{PASSWORD}\n", env=env, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "nothing found\n")


def test_windows_without_a_display_are_refused(home: Path) -> None:
    assert "desk tour --out FOLDER" in told(CliRunner().invoke(main, ["--kiosk"], prog_name="desk"))

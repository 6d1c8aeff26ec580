"""``desk server backup`` and ``restore``: the shared database in a file, and back."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from desk.store.store import Store
from desk.sync.server import saving
from tests.servers import FAST, running
from tests.sync.commands import Commands, empty_database
from tests.ui.drivers.building import found

BOOK = "tanggal;jam;nama;keperluan\n{}\n"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Commands]:
    """An office of two PCs on a server of its own."""
    with running(FAST) as cluster:
        typing = Commands(cluster, empty_database(cluster), tmp_path)
        found(tmp_path / "SERVER")
        typing.server("SERVER", "init")
        typing.server("SERVER", "adopt", "--login", "admin", "--label", "SERVER")
        typing.join("LOKET-1")
        yield typing


def write_down(office: Commands, pc: str, name: str) -> None:
    """A visitor in the book of one PC, sent to the server."""
    book = office.folder / f"{name}.csv"
    book.write_text(BOOK.format(f"2026-03-12;09.10;{name};Konsultasi"), "utf-8")
    office.answer(pc, "import", "visits", book, "--login", "admin", "--yes")
    office.answer(pc, "sync", "--once")


def visitors(office: Commands, pc: str) -> list[str]:
    with closing(Store.open(office.pc(pc))) as store, store.read() as session:
        rows = session.connection().exec_driver_sql("SELECT name FROM visits ORDER BY name").all()
        return [name for (name,) in rows]


def test_a_backup_is_whole_private_and_noted_on_the_server(office: Commands) -> None:
    file = office.folder / "kantor.dump"
    said = office.server("SERVER", "backup", file)
    assert file.stat().st_mode & 0o777 == 0o600
    status = office.server("SERVER", "status")
    assert (said["rev"], said["rows"]) == (status["rev"], status["rows"])
    assert said["saved_at"] == status["saved_at"]
    assert [path.name for path in office.folder.glob("kantor*")] == ["kantor.dump"]
    assert office.desk("SERVER", "server", "backup", file).stdout.endswith("rows, read through\n")


def test_in_a_folder_backups_are_dated_and_the_oldest_go(office: Commands) -> None:
    folder = office.folder / "cadangan"
    folder.mkdir()
    for name in ("desk-2026-03-01.dump", "desk-2026-03-02.dump", "catatan.txt"):
        (folder / name).touch()
    said = office.server("SERVER", "backup", folder, "--keep", "2")
    assert said["dropped"] == ["desk-2026-03-01.dump"]
    assert sorted(path.name for path in folder.iterdir()) == [
        "catatan.txt",
        "desk-2026-03-02.dump",
        Path(said["file"]).name,
    ]


def test_a_restored_server_is_noticed_and_gets_again_what_it_lacks(office: Commands) -> None:
    write_down(office, "LOKET-1", "Sebelum Cadangan")
    office.enrol("POS-1", "pamdal")
    file = office.folder / "kantor.dump"
    before = office.server("SERVER", "backup", file)["rev"]
    write_down(office, "LOKET-1", "Sesudah Cadangan")
    office.answer("SERVER", "sync", "--once")
    assert visitors(office, "SERVER") == ["Sebelum Cadangan", "Sesudah Cadangan"]
    old = office.cluster
    old.stop("immediate")
    with running(FAST, port=old.port) as fresh:
        back = Commands(fresh, empty_database(fresh), office.folder)
        done = back.server("SERVER", "restore", file)
        assert done["rev"] > before + 1000
        assert (done["devices"], done["waiting"]) == (["SERVER", "LOKET-1"], ["POS-1"])
        assert back.answer("LOKET-1", "sync", "--once")["pushed"] == 1
        back.answer("SERVER", "sync", "--once")
        for pc in ("SERVER", "LOKET-1"):
            assert visitors(back, pc) == ["Sebelum Cadangan", "Sesudah Cadangan"]
            assert back.answer(pc, "status")["pending"] == 0
        write_down(back, "SERVER", "Hari Berikutnya")
        back.answer("LOKET-1", "sync", "--once")
        assert len(visitors(back, "LOKET-1")) == 3
        assert back.join("POS-2")["label"] == "POS-2"
        devices = {one["label"]: one["state"] for one in back.server("SERVER", "status")["devices"]}
        assert devices["POS-1"] == "expired"
    old.start()


def test_only_an_empty_database_takes_a_backup_back(office: Commands) -> None:
    file = office.folder / "kantor.dump"
    office.server("SERVER", "backup", file)
    said = office.refused("SERVER", "server", "restore", file, "--server", office.url)
    assert "not empty" in said


@pytest.mark.parametrize(
    "content",
    [
        b"PGDMP\x01\x0e\x00 half",
        *(pytest.param(one, marks=pytest.mark.long) for one in (None, b"", b"bukan cadangan")),
    ],
)
def test_a_file_that_is_no_backup_leaves_the_database_empty(office: Commands, content: bytes | None) -> None:
    file = office.folder / "rusak.dump"
    if content is not None:
        file.write_bytes(content)
    other = Commands(office.cluster, empty_database(office.cluster), office.folder)
    said = other.refused("SERVER", "server", "restore", file, "--server", other.url)
    assert "could not be read back" in said
    other.server("SERVER", "init")


def test_half_a_backup_is_taken_whole_or_not_at_all(office: Commands) -> None:
    file = office.folder / "kantor.dump"
    office.server("SERVER", "backup", file)
    file.write_bytes(file.read_bytes()[: file.stat().st_size * 2 // 3])
    other = Commands(office.cluster, empty_database(office.cluster), office.folder)
    other.refused("SERVER", "server", "restore", file, "--server", other.url)
    other.server("SERVER", "init")


def test_a_backup_that_fails_keeps_the_one_before(office: Commands, monkeypatch: pytest.MonkeyPatch) -> None:
    file = office.folder / "kantor.dump"
    office.server("SERVER", "backup", file)
    kept = file.read_bytes()
    with office.cluster.connect(office.database) as connection:
        connection.execute("ALTER TABLE desk.history OWNER TO postgres")
    said = office.refused("SERVER", "server", "backup", file, "--server", office.url)
    assert "permission denied" in said
    assert file.read_bytes() == kept
    monkeypatch.setattr(saving, "_PACKAGED", office.folder)
    monkeypatch.setenv("PATH", str(office.folder))
    assert "postgresql-client" in office.refused("SERVER", "server", "backup", file, "--server", office.url)
    assert [path.name for path in office.folder.glob("kantor*")] == ["kantor.dump"]

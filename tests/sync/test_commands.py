"""``desk server``, ``desk join``, ``desk sync`` and ``desk status``: an office becomes a network."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from desk.store.store import Store
from desk.sync import once
from desk.sync.discovery import connect_device
from desk.sync.enrolment import of_store
from tests.servers import Cluster
from tests.sync.commands import AT, Commands, empty_database
from tests.ui.drivers.building import found


@pytest.fixture
def typing(cluster: Cluster, tmp_path: Path) -> Iterator[Commands]:
    database = empty_database(cluster)
    found(tmp_path / "SERVER")
    yield Commands(cluster, database, tmp_path)
    cluster.drop(database)


@pytest.fixture
def office(typing: Commands) -> Commands:
    """The office is on the server."""
    typing.server("SERVER", "init")
    typing.server("SERVER", "adopt", "--login", "admin", "--label", "SERVER")
    return typing


def tables(folder: Path, *names: str) -> list[list[tuple[object, ...]]]:
    store = Store.open(folder)
    try:
        with store.read() as session:
            connection = session.connection()
            return [
                [tuple(row) for row in connection.exec_driver_sql(f'SELECT * FROM "{one}" ORDER BY id')]  # noqa: S608
                for one in names
            ]
    finally:
        store.close()


def test_an_office_becomes_a_network_by_typing(typing: Commands) -> None:
    made = typing.server("SERVER", "init")
    moved = typing.server("SERVER", "adopt", "--login", "admin", "--label", "SERVER")
    assert moved["server"] == made["server"]
    ready = typing.join("LOKET-1")
    assert (ready["label"], ready["class"], ready["scopes"]) == (
        "LOKET-1",
        "front_office",
        ["visits", "cases"],
    )
    assert ready["rows"] > 0
    for name in ("staff", "offices", "calendar_days"):
        assert tables(typing.pc("LOKET-1"), name) == tables(typing.pc("SERVER"), name)
    stands = typing.answer("LOKET-1", "status")
    assert stands["mode"] == "lan"
    assert (stands["online"], stands["pending"], stands["conflicts"]) == (True, 0, 0)
    assert stands["cursor"] == typing.server("SERVER", "status")["rev"] > 0


def test_the_server_tells_how_everybody_stands(office: Commands) -> None:
    office.join("LOKET-1")
    office.enrol("POS-1", "pamdal")
    said = office.server("SERVER", "status")
    assert said["office"] == "KPU Kabupaten Tanjung Lestari"
    devices = {one["label"]: one for one in said["devices"]}
    assert {name: one["state"] for name, one in devices.items()} == {
        "SERVER": "active",
        "LOKET-1": "active",
        "POS-1": "waiting",
    }
    assert devices["LOKET-1"]["lag"] == said["rev"]  # it has told its place before it read
    assert abs(devices["LOKET-1"]["clock_offset"]) < 60
    office.answer("LOKET-1", "sync", "--once")
    (one,) = [one for one in office.server("SERVER", "status")["devices"] if one["label"] == "LOKET-1"]
    assert (one["lag"], one["schema"]) == (0, said["schema"])
    words = office.desk("SERVER", "server", "status").stdout
    assert "POS-1\tpamdal\twaiting" in words
    assert "last backup never" in words


def test_a_pc_alone_says_so(typing: Commands) -> None:
    assert typing.answer("SERVER", "status") == {
        "mode": "standalone",
        "online": False,
        "pending": 0,
        "conflicts": 0,
        "refused": 0,
        "cursor": 0,
    }
    assert typing.desk("SERVER", "status").stdout == "standalone\n"
    assert typing.refused("SERVER", "sync", "--once").startswith("This PC belongs to no office network yet")


def test_the_server_named_once_is_remembered(office: Commands) -> None:
    assert office.answer("SERVER", "server", "status")["rev"] == 1
    assert "Name the server once" in office.refused("LOKET-1", "server", "status")


def test_a_code_may_lie_in_a_file_or_be_typed(office: Commands) -> None:
    path = office.folder / "kode.txt"
    said = office.server("SERVER", "enrol", "LOKET-1", "--class", "front_office", "--out", path, *AT)
    assert said["file"] == str(path)
    assert "code" not in said
    assert path.stat().st_mode & 0o777 == 0o600
    assert office.answer("LOKET-1", "join", path)["label"] == "LOKET-1"
    code = office.enrol("LOKET-2")
    done = office.desk("LOKET-2", "join", typed=f"{code.lower()}\n")
    assert done.exit_code == 0, done.output
    assert "LOKET-2 (front_office) is ready" in done.stdout
    assert "desk recovery new" in done.stdout


def test_a_load_that_was_cut_off_goes_on_without_a_code(
    office: Commands, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = office.enrol("LOKET-1")
    with monkeypatch.context() as broken:

        def cut(*_: object) -> None:
            raise KeyboardInterrupt

        broken.setattr(once.Exchange, "pull", cut)
        done = office.desk("LOKET-1", "join", DESK_JOIN_CODE=code)
    assert done.exit_code == 1
    assert not (office.pc("LOKET-1") / "office").exists()
    assert office.answer("LOKET-1", "join")["label"] == "LOKET-1"
    assert office.answer("LOKET-1", "status")["online"]


def test_what_was_saved_offline_goes_up_with_one_command(office: Commands) -> None:
    office.join("LOKET-1")
    book = office.folder / "buku.csv"
    book.write_text("tanggal;jam;nama;keperluan\n2026-03-12;09.10;Lalu Ahmad Fauzi;Konsultasi\n", "utf-8")
    office.answer("LOKET-1", "import", "visits", book, "--login", "admin", "--yes")
    assert office.answer("LOKET-1", "status")["pending"] == 1
    sent = office.answer("LOKET-1", "sync", "--once")
    assert (sent["pushed"], sent["pending"]) == (1, 0)
    assert office.answer("SERVER", "sync", "--once")["changed"]
    assert tables(office.pc("SERVER"), "visits") == tables(office.pc("LOKET-1"), "visits")
    assert office.desk("SERVER", "sync", "--once").stdout == "in step: 0 sent, nothing new\n"


def test_a_revoked_pc_is_told_and_comes_back_by_a_new_code(office: Commands) -> None:
    office.join("LOKET-1")
    with (
        closing(Store.open(office.pc("LOKET-1"))) as store,
        connect_device(store, of_store(store)) as connection,
    ):
        assert office.server("SERVER", "revoke", "LOKET-1") == {"label": "LOKET-1", "state": "revoked"}
        with pytest.raises(psycopg.OperationalError):
            connection.execute("SELECT 1")
    assert "revoked this device" in office.refused("LOKET-1", "sync", "--once")
    stands = office.answer("LOKET-1", "status")
    assert (stands["online"], stands["trouble"]["code"]) == (False, "revoked")
    office.join("LOKET-1")
    assert office.answer("LOKET-1", "status")["online"]


def test_a_pc_in_its_place_takes_no_other(office: Commands) -> None:
    office.join("LOKET-1")
    code = office.enrol("LOKET-2")
    assert "belongs to an office network already" in office.refused("LOKET-1", "join", DESK_JOIN_CODE=code)
    assert office.answer("LOKET-2", "join", DESK_JOIN_CODE=code)["label"] == "LOKET-2"


@pytest.mark.parametrize("kind", ["pamdal", "front_office", "kasubag", "leadership", "kiosk"])
def test_every_class_of_device_can_be_made(office: Commands, kind: str) -> None:
    assert office.join("PC-1", kind)["class"] == kind


def test_scopes_may_be_chosen(office: Commands) -> None:
    said = office.server(
        "SERVER", "enrol", "PPID", "--class", "kasubag", "--scope", "cases", "--scope", "complaints", *AT
    )
    assert said["scopes"] == ["cases", "complaints"]


def test_a_password_in_the_address_is_refused(typing: Commands) -> None:
    url = typing.url.replace("pengelola@", "pengelola:rahasia@")
    said = typing.refused("SERVER", "server", "init", "--server", url)
    assert "DESK_SERVER_PASSWORD" in said
    assert "rahasia" not in said


def test_the_password_is_asked_for_without_showing_it(typing: Commands) -> None:
    done = typing.desk(
        "SERVER",
        "server",
        "init",
        "--server",
        typing.url,
        typed="kunci-server-17\n",
        DESK_SERVER_PASSWORD=None,
    )
    assert done.exit_code == 0, done.output
    assert "kunci-server-17" not in done.output


def test_init_may_be_repeated_and_takes_no_foreign_database(typing: Commands) -> None:
    first = typing.server("SERVER", "init")
    assert typing.server("SERVER", "init") == first
    other = Commands(typing.cluster, empty_database(typing.cluster), typing.folder)
    with typing.cluster.connect(other.database) as connection:
        connection.execute("CREATE TABLE pegawai (nama text)")
    assert "not empty" in other.refused("SERVER", "server", "init", "--server", other.url)
    typing.cluster.drop(other.database)


def test_an_account_without_rights_is_told(typing: Commands) -> None:
    with typing.cluster.connect() as connection:
        connection.execute("ALTER ROLE pengelola NOCREATEROLE")
    try:
        said = typing.refused("SERVER", "server", "init", "--server", typing.url)
    finally:
        with typing.cluster.connect() as connection:
            connection.execute("ALTER ROLE pengelola CREATEROLE")
    assert "may create roles" in said


def test_adopting_needs_an_administrator_of_the_office(typing: Commands) -> None:
    typing.server("SERVER", "init")
    words = ("server", "adopt", "--label", "SERVER", "--server", typing.url, "--login")
    typing.refused("SERVER", *words, "rahma")
    typing.refused("SERVER", *words, "admin", DESK_PASSWORD="salah-semua")
    assert typing.answer("SERVER", *words, "admin")["rows"] > 0
    assert "belongs to an office network already" in typing.refused("SERVER", *words, "admin")


def test_no_device_before_the_office_is_there(typing: Commands) -> None:
    typing.server("SERVER", "init")
    words = ("--class", "front_office", "--server", typing.url, *AT)
    assert "first run desk server adopt" in typing.refused("SERVER", "server", "enrol", "LOKET-1", *words)


def test_codes_for_other_pcs_need_tls(office: Commands) -> None:
    words = ("--class", "front_office", "--server", office.url, "--host", "192.168.1.20")
    assert "offers no TLS" in office.refused("SERVER", "server", "enrol", "LOKET-1", *words)

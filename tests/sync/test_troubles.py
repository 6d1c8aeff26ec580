"""Every trouble of the network: one clear line for the command line, one sentence for the window; the work
stays and goes up once the trouble is over."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from desk.sync.errors import by_code
from tests.servers import Cluster, free_port
from tests.sync.commands import AT, Commands, empty_database
from tests.sync.secured import TlsLan
from tests.tls import Authority, use
from tests.ui.drivers.building import found

BOOK = "tanggal;jam;nama;keperluan\n2026-03-12;09.10;{};Konsultasi\n"


@pytest.fixture(scope="module")
def office(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Commands]:
    """An office on a server, and a PC that joined it."""
    folder = tmp_path_factory.mktemp("troubles")
    typing = Commands(cluster, empty_database(cluster), folder)
    found(folder / "SERVER")
    typing.server("SERVER", "init")
    typing.server("SERVER", "adopt", "--login", "admin", "--label", "SERVER")
    typing.join("LOKET-1")
    yield typing
    cluster.drop(typing.database)


def admin(office: Commands) -> "psycopg.Connection[tuple[object, ...]]":
    return office.cluster.connect(office.database)


def write_down(office: Commands, pc: str, name: str) -> None:
    book = office.folder / f"{name}.csv"
    book.write_text(BOOK.format(name), "utf-8")
    office.answer(pc, "import", "visits", book, "--login", "admin", "--yes")


@contextmanager
def trouble(office: Commands, code: str, line: str, begin: str, end: str) -> Iterator[None]:
    """In between, the server is in trouble; work goes on, is told, and goes up afterwards."""
    with admin(office) as connection:
        connection.execute(begin)
    write_down(office, "LOKET-1", f"Di tengah {code}")
    assert line in office.refused("LOKET-1", "sync", "--once")
    stands = office.answer("LOKET-1", "status")
    assert (stands["online"], stands["pending"]) == (False, 1)
    yield
    with admin(office) as connection:
        connection.execute(end)
    assert office.answer("LOKET-1", "sync", "--once")["pushed"] == 1
    assert office.answer("LOKET-1", "status")["pending"] == 0


@pytest.mark.parametrize(
    ("code", "line", "begin", "end"),
    [
        (
            "server_too_old",
            "The server is older than this Desk",
            "UPDATE desk.head SET schema = '0000'",
            "UPDATE desk.head SET schema = (SELECT max(schema) FROM desk.device)",
        ),
        (
            "client_too_old",
            "This Desk is too old for the server",
            "UPDATE desk.head SET oldest_client = '9999'",
            "UPDATE desk.head SET oldest_client = '0004'",
        ),
        (
            "other_office",
            "belongs to another office",
            "CREATE TABLE IF NOT EXISTS public.kept AS SELECT server FROM desk.head; "
            "UPDATE desk.head SET server = gen_random_uuid()",
            "UPDATE desk.head SET server = (SELECT server FROM public.kept); DROP TABLE public.kept",
        ),
    ],
)
def test_versions_and_offices_that_do_not_fit(
    office: Commands, code: str, line: str, begin: str, end: str
) -> None:
    with trouble(office, code, line, begin, end):
        assert office.answer("LOKET-1", "status")["trouble"]["code"] == code
        error = by_code(code)
        assert error is not None
        assert error.message.endswith(".")


def test_a_full_server_takes_nothing_and_loses_nothing(office: Commands) -> None:
    full = (
        "CREATE FUNCTION public.full() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' "
        "USING ERRCODE = '53100'; END $$; "
        "CREATE TRIGGER full_now BEFORE INSERT ON desk.bundle EXECUTE FUNCTION public.full()"
    )
    with admin(office) as connection:
        connection.execute(full)
    write_down(office, "LOKET-1", "Di tengah penuh")
    assert "The server's disk is full." in office.refused("LOKET-1", "sync", "--once")
    assert office.answer("LOKET-1", "status")["pending"] == 1
    with admin(office) as connection:
        connection.execute("DROP FUNCTION public.full() CASCADE")
    assert office.answer("LOKET-1", "sync", "--once")["pushed"] == 1


def test_a_wrong_address_is_told_for_what_it_is(office: Commands) -> None:
    other = office.url.replace(office.database, "tidak_ada")
    assert "no database of that name" in office.refused("X", "server", "status", "--server", other)
    foreign = office.url.replace(office.database, "postgres")
    assert "no server of Desk" in office.refused("X", "server", "status", "--server", foreign)
    nobody = office.url.replace(str(office.cluster.port), str(free_port()))
    assert "cannot be reached" in office.refused("X", "server", "status", "--server", nobody)
    wrong = office.refused("X", "server", "status", "--server", office.url, DESK_SERVER_PASSWORD="salah")
    assert "does not accept this login" in wrong


def test_a_mistyped_code_names_its_group_and_leaves_nothing(office: Commands) -> None:
    groups = office.enrol("SALAH-1").split("-")
    groups[3] = groups[3][:-1] + ("A" if groups[3][-1] != "A" else "B")
    assert f"group 4: {groups[3]}" in office.refused("SALAH-1", "join", DESK_JOIN_CODE="-".join(groups))
    assert not (office.pc("SALAH-1") / "office").exists()


def test_a_used_and_an_expired_code_are_told(office: Commands) -> None:
    code = office.enrol("PAKAI-1")
    office.answer("PAKAI-1", "join", DESK_JOIN_CODE=code)
    assert "was used already" in office.refused("PAKAI-2", "join", DESK_JOIN_CODE=code)
    late = office.enrol("LAMBAT-1")
    with admin(office) as connection:
        connection.execute("UPDATE desk.device SET expires_at = now() WHERE label = 'LAMBAT-1'")
    assert "has expired" in office.refused("LAMBAT-1", "join", DESK_JOIN_CODE=late)


def test_a_label_in_use_is_told(office: Commands) -> None:
    words = ("--class", "front_office", "--server", office.url, *AT)
    assert "enrolled already" in office.refused("SERVER", "server", "enrol", "LOKET-1", *words)
    assert "no device of that name" in office.refused("SERVER", "server", "revoke", "TIDAK-ADA")


def test_a_pc_with_an_office_of_its_own_joins_no_other(office: Commands) -> None:
    found(office.pc("LAIN"))
    said = office.refused("LAIN", "join", DESK_JOIN_CODE=office.enrol("LAIN-1"))
    assert "another office" in said
    assert office.answer("LAIN", "status")["mode"] == "standalone"


def test_a_copied_folder_is_noticed_and_keeps_its_work(office: Commands) -> None:
    office.join("ASLI-1")
    shutil.copytree(office.pc("ASLI-1"), office.pc("SALINAN"))
    write_down(office, "ASLI-1", "Dari Yang Asli")
    office.answer("ASLI-1", "sync", "--once")
    write_down(office, "SALINAN", "Dari Salinan")
    assert "same identity" in office.refused("SALINAN", "sync", "--once")
    assert office.answer("SALINAN", "status")["pending"] == 1
    assert "same identity" in office.refused("ASLI-1", "sync", "--once")
    assert office.answer("ASLI-1", "status")["pending"] == 0


def test_another_certificate_is_told_and_the_work_stays(tls_office: TlsLan, secured: Cluster) -> None:
    tls_office.join(tls_office.code())
    tls_office.stores["LOKET-1"].close()
    use(secured, Authority.made(tls_office.folder / "penipu").issue())
    typing = Commands(secured, tls_office.lan.database, Path(tls_office.lan.folder))
    assert "certificate is not the one" in typing.refused("LOKET-1", "sync", "--once")
    assert typing.answer("LOKET-1", "status")["trouble"]["code"] == "certificate"

"""A Debian PC becomes the office's server: what is written and run, and the whole of it for real as root."""

import os
import secrets
import shutil
import subprocess
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desk.sync.certificates import fingerprint
from desk.sync.discovery import Announcement, own_addresses
from desk.sync.host.debian import DebianHost, NoPostgresError
from desk.sync.host.machine import CommandFailedError, Machine
from desk.sync.host.office import Wanted, WeakPasswordError
from desk.sync.host.steps import Outcome, State, carry_out
from tests.office import standards
from tests.servers import Cluster
from tests.sync.commands import Commands
from tests.ui.drivers.building import found

PASSWORD = "kunci-server-17"
OFFICE = "KPU Kabupaten Tanjung Lestari"

as_root = pytest.mark.skipif(
    os.geteuid() != 0 or shutil.which("pg_createcluster") is None, reason="sets a server up for real, as root"
)


class Recorder(Machine):
    """A PC that is a folder; programs are written down instead of run."""

    def __init__(self, root: Path, *, systemd: bool = True) -> None:
        super().__init__(root)
        self.ran: list[str] = []
        self.owners: dict[str, str] = {}
        self.asked = 0
        (root / "usr/lib/postgresql/15/bin").mkdir(parents=True)
        (root / "usr/lib/postgresql/15/bin/postgres").touch()
        if systemd:
            (root / "run/systemd/system").mkdir(parents=True)

    def has(self, program: str) -> bool:
        return program in ("pg_createcluster", "ufw")

    def succeeds(self, *_words: str) -> bool:
        return any(one.startswith("systemctl restart") for one in self.ran)

    def run(self, *words: str) -> None:
        self.ran.append(" ".join(words))
        if words[0] == "pg_createcluster":
            conf = self.root / "etc/postgresql" / words[1] / words[2]
            conf.mkdir(parents=True)
            (conf / "postgresql.conf").write_text(f"port = {words[4]}\t\t\t\t# (change requires restart)\n")

    def write(self, path: Path, content: bytes, mode: int = 0o644, owner: str = "") -> None:
        super().write(path, content, mode)
        self.owners[str(path)] = owner

    def tree(self) -> dict[str, int]:
        return {
            str(path.relative_to(self.root)): path.stat().st_mode & 0o777
            for path in self.root.rglob("*")
            if path.is_file()
        }


def plan(machine: Recorder, **wanted: object) -> DebianHost:
    def password() -> str:
        machine.asked += 1
        return PASSWORD

    return DebianHost(
        machine,
        Wanted(OFFICE, **wanted),  # type: ignore[arg-type]
        standards().by_id.values(),
        lambda: datetime.now(UTC),
        password,
        sockets=machine.root / "run/postgresql",
    )


def unheard(_: Outcome) -> None:
    pass


def until_the_database(machine: Recorder, **wanted: object) -> list[Outcome]:
    steps = []
    for step in plan(machine, **wanted).steps():
        if step.what.startswith("account"):
            break
        steps.append(step)
    return carry_out(steps, unheard, dry=False)


def test_a_dry_run_says_everything_and_touches_nothing(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    before = machine.tree()
    outcomes = carry_out(plan(machine).steps(), unheard, dry=True)
    assert {one.state for one in outcomes} == {State.WOULD}
    said = "\n".join(one.what for one in outcomes)
    for part in ("cluster 15/desk on port", "identity", "certificate", "pg_hba", "desk_admin", ".timer"):
        assert part in said
    assert (machine.tree(), machine.ran, machine.asked) == (before, [], 0)


def test_the_cluster_is_made_configured_and_started_once(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    assert {one.state for one in until_the_database(machine, port=5499)} == {State.DONE}
    assert machine.ran[0].startswith("pg_createcluster 15 desk --port 5499 --start-conf auto --encoding UTF8")
    assert machine.ran[1:] == [
        "systemctl daemon-reload",
        "systemctl enable postgresql.service",
        "systemctl restart postgresql@15-desk.service",
    ]
    modes = machine.tree()
    assert modes["etc/desk/ca.key"] == modes["etc/postgresql/15/desk/server.key"] == 0o600
    conf = (tmp_path / "etc/postgresql/15/desk/conf.d/desk.conf").read_text()
    assert "ssl = on" in conf
    assert "password_encryption = 'scram-sha-256'" in conf
    ran = list(machine.ran)
    assert {one.state for one in until_the_database(machine)} == {State.KEPT}
    assert machine.ran == ran


def test_a_changed_setting_is_written_and_the_server_started_again(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    until_the_database(machine)
    ran = len(machine.ran)
    outcomes = until_the_database(machine, networks=("10.20.0.0/16", "fd00::/8"))
    changed = [one.what for one in outcomes if one.state is State.DONE]
    assert [Path(what).name for what in changed[:1]] == ["pg_hba.conf"]
    assert machine.ran[ran:][-1] == "systemctl restart postgresql@15-desk.service"
    lines = (tmp_path / "etc/postgresql/15/desk/pg_hba.conf").read_text().splitlines()
    assert [line.split() for line in lines if line.startswith("hostssl")] == [
        ["hostssl", "desk", "all", "10.20.0.0/16", "scram-sha-256"],
        ["hostssl", "desk", "all", "fd00::/8", "scram-sha-256"],
    ]
    plain = [line.split() for line in lines if line.startswith("host ") and "reject" not in line]
    assert [address for _, _, _, address, _ in plain] == ["127.0.0.1/32", "::1/128"]
    assert machine.owners["/etc/postgresql/15/desk/pg_hba.conf"] == "postgres"


def test_a_certificate_that_fits_no_more_is_made_anew_by_the_same_authority(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    until_the_database(machine)
    authority = (tmp_path / "etc/desk/ca.pem").read_bytes()
    shown = tmp_path / "etc/postgresql/15/desk/server.crt"
    shown.write_text("rusak")
    states = {one.what: one.state for one in until_the_database(machine)}
    assert states["certificate of the server"] is State.DONE
    assert shown.read_bytes().endswith(authority)
    assert (tmp_path / "etc/desk/ca.pem").read_bytes() == authority


def test_units_start_at_boot_and_save_daily(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    until_the_database(machine)
    steps = [step for step in plan(machine).steps() if "/systemd/" in step.what]
    carry_out(steps, unheard, dry=False)
    folder = tmp_path / "etc/systemd/system"
    timer, backup = (folder / f"desk-backup.{kind}" for kind in ("timer", "service"))
    assert "OnCalendar=*-*-* 12:15" in timer.read_text()
    assert "desk server backup /var/backups/desk --keep 30" in backup.read_text()
    assert "postgresql://postgres@%%2F" in backup.read_text()
    assert "systemctl enable --now desk-backup.timer" in machine.ran
    assert "systemctl enable --now desk-announce.service" in machine.ran
    assert "systemctl enable --now desk-backup.service" not in machine.ran
    assert {one.state for one in carry_out(steps, unheard, dry=False)} == {State.KEPT}


@pytest.mark.skipif(shutil.which("systemd-analyze") is None, reason="no systemd")
def test_systemd_takes_the_units(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    until_the_database(machine)
    carry_out([step for step in plan(machine).steps() if "/systemd/" in step.what], unheard, dry=False)
    units = [str(path) for path in (tmp_path / "etc/systemd/system").iterdir()]
    done = subprocess.run(["systemd-analyze", "verify", *units], capture_output=True, text=True, check=False)
    assert [line for line in done.stderr.splitlines() if "desk-" in line and "Failed" in line] == []


def test_another_cluster_keeps_its_port(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    other = tmp_path / "etc/postgresql/15/main"
    other.mkdir(parents=True)
    (other / "postgresql.conf").write_text("port = 5432\n")
    assert plan(machine).port > 5432


def test_hints_name_the_firewall_and_sleep(tmp_path: Path) -> None:
    hints = "\n".join(plan(Recorder(tmp_path), port=5499).hints())
    assert "ufw allow 5499/tcp" in hints
    assert "systemctl mask sleep.target" in hints
    assert "copy it to another" in hints


def test_without_postgresql_it_says_what_to_install(tmp_path: Path) -> None:
    machine = Recorder(tmp_path)
    shutil.rmtree(tmp_path / "usr")
    with pytest.raises(NoPostgresError) as caught:
        plan(machine)
    assert "apt-get install postgresql" in caught.value.english


def test_a_program_that_fails_is_named(tmp_path: Path) -> None:
    with pytest.raises(CommandFailedError, match="Penyiapan") as caught:
        Machine(tmp_path).run("false", "--why")
    assert "false --why" in caught.value.english
    with pytest.raises(CommandFailedError):
        Machine(tmp_path).run("there-is-no-such-program")


# for real


class Real:
    """A server of Debian's own tools with names and folders of its own; dropped afterwards."""

    def __init__(self, folder: Path, password: str = PASSWORD, cluster: str = "", **wanted: object) -> None:
        self.cluster = cluster or f"deskuji{secrets.token_hex(3)}"
        self.folder = folder / self.cluster
        self.host = DebianHost(
            Machine(),
            Wanted(OFFICE, backups=self.folder / "backups", **wanted),  # type: ignore[arg-type]
            standards().by_id.values(),
            lambda: datetime.now(UTC),
            lambda: password,
            cluster=self.cluster,
            etc=self.folder / "etc",
            units=self.folder / "units",
        )

    def set_up(self) -> dict[str, State]:
        return {one.what: one.state for one in carry_out(self.host.steps(), unheard, dry=False)}

    def drop(self) -> None:
        with suppress(CommandFailedError):
            Machine().run("pg_dropcluster", "--stop", self.host.version, self.cluster)

    def socket_url(self) -> str:
        return f"postgresql://postgres@%2Fvar%2Frun%2Fpostgresql:{self.host.port}/desk"


class Typing(Commands):
    """Commands on a server that host has set up."""

    server_url = ""

    @property
    def url(self) -> str:
        return self.server_url


@pytest.fixture
def place(tmp_path: Path) -> Path:
    tmp_path.chmod(0o755)
    return tmp_path


@as_root
@pytest.mark.long
@pytest.mark.timeout(400)
def test_one_pc_serves_the_office_and_another_takes_its_place(place: Path) -> None:
    found(place / "SERVER")
    first = Real(place)
    try:
        assert set(first.set_up().values()) == {State.DONE}
        assert set(first.set_up().values()) == {State.KEPT}
        typing = Typing(Cluster(place, Path("/usr/bin"), first.host.port), "desk", place)
        typing.server_url = first.host.url
        typing.server("SERVER", "adopt", "--login", "admin", "--label", "SERVER")
        lan = next(iter(own_addresses()), "127.0.0.1")
        code = typing.server("SERVER", "enrol", "LOKET-1", "--class", "front_office", "--host", lan)["code"]
        assert len(code.split("-")) in (19, 20)
        assert typing.answer("LOKET-1", "join", DESK_JOIN_CODE=code)["label"] == "LOKET-1"
        assert typing.answer("LOKET-1", "status")["host"] == lan
        folder = first.folder / "backups"
        words = ("server", "backup", folder, "--server", first.socket_url())
        saved = typing.answer("SERVER", *words, DESK_SERVER_PASSWORD=None)
        shutil.copytree(first.folder / "etc", folder / "identity")
        second = Real(place, restore=Path(saved["file"]))
        try:
            Machine().run("pg_ctlcluster", first.host.version, first.cluster, "stop")
            states = second.set_up()
            assert states[f"everything of {saved['file']}"] is State.DONE
            assert states["Desk's schema"] is State.KEPT
            assert second.host.identity.server == first.host.identity.server
            assert fingerprint(second.host.identity.authority.decode()) == fingerprint(
                first.host.identity.authority.decode()
            )
            with closing(Announcement(second.host.identity.server, second.host.port)):
                assert typing.answer("LOKET-1", "sync", "--once")["pending"] == 0
            assert typing.answer("LOKET-1", "status")["online"]
        finally:
            second.drop()
    finally:
        first.drop()


@as_root
@pytest.mark.timeout(400)
def test_a_password_that_would_be_guessed_is_refused_and_nothing_is_lost(place: Path) -> None:
    real = Real(place, password="pendek")
    try:
        with pytest.raises(WeakPasswordError):
            real.set_up()
        again = Real(place, cluster=real.cluster)
        outcomes = carry_out(again.host.steps(), unheard, dry=False)
        assert outcomes[0].state is State.KEPT
        assert outcomes[-1].state is State.DONE
    finally:
        real.drop()

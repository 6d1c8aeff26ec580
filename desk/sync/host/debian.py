"""The office's server on a Debian PC: Debian's own PostgreSQL, a cluster beside whatever else is there."""

import re
import socket
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path
from urllib.parse import quote

from desk.standards.model import Standard
from desk.store.migrations import HEAD
from desk.sync import link
from desk.sync.enrolment import Address
from desk.sync.errors import SyncError
from desk.sync.host import authority
from desk.sync.host.files import config, hba, ident, units
from desk.sync.host.machine import Machine
from desk.sync.host.office import ADMINISTRATOR, DATABASE, Holder, Identity, Wanted
from desk.sync.host.steps import Step
from desk.sync.server import saving
from desk.sync.server.install import OLDEST_SERVER

_FIRST_PORT, _LAST_PORT = 5432, 5532
_SUPERUSER = "postgres"


class NoPostgresError(SyncError):
    """Debian's PostgreSQL is not installed; as root: apt-get install postgresql."""

    code = "no_postgresql"
    sentence = "PostgreSQL belum dipasang di komputer ini."


class NotDebianError(SyncError):
    """The office's server is set up on a Debian PC, or in a database by desk server init."""

    code = "not_debian"
    sentence = "Server kantor disiapkan pada komputer Debian."


class NotRootError(SyncError):
    """Only root sets a server up; run it with sudo, or look first with --dry-run."""

    code = "not_root"
    sentence = "Penyiapan server memerlukan hak root."


@dataclass
class DebianHost:
    """What makes a Debian PC the office's server.

    ``password`` is asked once the administrator's account, or a restore, needs it. ``cluster`` names the
    cluster of Debian's tools, the folders are the PC's: others than the usual only in tests.
    """

    machine: Machine
    wanted: Wanted
    standards: Iterable[Standard]
    clock: Callable[[], datetime]
    password: Callable[[], str]
    cluster: str = "desk"
    etc: Path = Path("/etc/desk")
    units: Path = Path("/etc/systemd/system")
    sockets: Path = Path("/var/run/postgresql")
    _configured: bool = field(default=False, init=False)
    _known_password: str = field(default="", init=False, repr=False)

    def __post_init__(self) -> None:
        self.version = self._version()
        self.identity = Identity(self.machine, self.etc, self.wanted.restore)
        self.port = self._port()
        self.holder = Holder({"host": str(self.sockets), "port": self.port, "user": _SUPERUSER})

    @property
    def conf(self) -> Path:
        """Where the cluster's configuration lies."""
        return Path("/etc/postgresql", self.version, self.cluster)

    @property
    def url(self) -> str:
        """The server as its administrator names it on this PC."""
        return f"postgresql://{ADMINISTRATOR}@127.0.0.1:{self.port}/{DATABASE}"

    def steps(self) -> Iterator[Step]:
        """Everything there is to do, in its order."""
        conf = self.conf
        yield Step(
            f"cluster {self.version}/{self.cluster} on port {self.port}",
            lambda: not self.machine.exists(conf / "postgresql.conf"),
            self._make_cluster,
        )
        yield Step(
            f"identity of the server in {self.etc}",
            self.identity.missing,
            lambda: self.identity.make(self.clock()),
        )
        yield Step("certificate of the server", self._certificate_missing, self._make_certificate)
        yield from (self._file(path, text) for path, text in self._configuration().items())
        yield Step("PostgreSQL with this configuration, now and at boot", self._start_missing, self._start)
        yield from self._database_steps()
        yield Step(
            f"folder of the daily backups {self.wanted.backups}",
            lambda: not self.machine.exists(self.wanted.backups),
            lambda: self.machine.folder(self.wanted.backups, 0o700),
        )
        yield from self._service_steps()

    def hints(self) -> list[str]:
        """What only people can see to: firewall, sleep, address."""
        lan = (
            " ".join(self.wanted.networks) if self.wanted.networks != ("samenet",) else "the office's network"
        )
        firewall = [f"firewall: let {lan} reach TCP port {self.port} and, to be found again, UDP port 5353"]
        if self.machine.has("ufw"):
            firewall.append(f"  ufw allow {self.port}/tcp && ufw allow 5353/udp")
        elif self.machine.has("firewall-cmd"):
            firewall.append(f"  firewall-cmd --permanent --add-port={self.port}/tcp --add-service=mdns")
            firewall.append("  firewall-cmd --reload")
        sleep = "systemctl mask sleep.target suspend.target hibernate.target hybrid-sleep.target"
        return [
            *firewall,
            "sleep: the PC must not fall asleep while others work:",
            f"  {sleep}",
            "address: a fixed one (a reserved DHCP lease) is best; devices find a changed one by themselves",
            f"backups: {self.wanted.backups} is on this PC; copy it to another, as confidential as this one",
        ]

    # what is there already

    def _version(self) -> str:
        """Of the cluster, or the newest PostgreSQL that is installed.

        Raises:
            NoPostgresError: there is none that is new enough.
        """
        made = self.machine.listed(Path("/etc/postgresql"), f"*/{self.cluster}/postgresql.conf")
        if made:
            return made[-1].parts[-3]
        found = [
            int(path.parts[-3]) for path in self.machine.listed(Path("/usr/lib/postgresql"), "*/bin/postgres")
        ]
        new_enough = [one for one in found if one >= OLDEST_SERVER]
        if not new_enough or not self.machine.has("pg_createcluster"):
            raise NoPostgresError
        return str(max(new_enough))

    def _port(self) -> int:
        """Of the cluster, or the one wanted, or the first that nobody uses."""
        taken = {}
        for path in self.machine.listed(Path("/etc/postgresql"), "*/*/postgresql.conf"):
            text = (self.machine.read(path) or b"").decode("utf-8", "replace")
            number = re.search(r"^\s*port\s*=\s*(\d+)", text, re.MULTILINE)
            taken[path.parts[-3], path.parts[-2]] = int(number.group(1)) if number else _FIRST_PORT
        mine = taken.get((self.version, self.cluster))
        if mine is not None:
            return mine
        free = (one for one in range(_FIRST_PORT, _LAST_PORT) if one not in taken.values() and _is_free(one))
        return self.wanted.port or next(free, _LAST_PORT)

    def _configuration(self) -> dict[Path, str]:
        return {
            self.conf / "conf.d" / "desk.conf": config(self.conf),
            self.conf / "pg_hba.conf": hba(DATABASE, _SUPERUSER, self.wanted.networks),
            self.conf / "pg_ident.conf": ident(_SUPERUSER),
        }

    def _file(self, path: Path, text: str) -> Step:
        content = text.encode()

        def missing() -> bool:
            changed = self.machine.read(path) != content
            self._configured = self._configured or changed
            return changed

        return Step(str(path), missing, lambda: self.machine.write(path, content, 0o640, _SUPERUSER))

    # doing

    def _make_cluster(self) -> None:
        self.machine.run(
            *(
                "pg_createcluster",
                self.version,
                self.cluster,
                "--port",
                str(self.port),
                "--start-conf",
                "auto",
            ),
            *("--encoding", "UTF8", "--locale", "C.UTF-8", "--", "--data-checksums", "--auth-local=peer"),
            "--auth-host=scram-sha-256",
        )

    def _certificate_missing(self) -> bool:
        if self.identity.missing():
            return True
        shown = self.machine.read(self.conf / "server.crt")
        return not authority.fits(self.identity.authority, shown, self.identity.name)

    def _make_certificate(self) -> None:
        made = authority.new_server(self.identity.signer, self.identity.name, self.clock())
        self.machine.write(self.conf / "server.crt", made.certificate, 0o644, _SUPERUSER)
        self.machine.write(self.conf / "server.key", made.key, 0o600, _SUPERUSER)
        self._configured = True

    def _start_missing(self) -> bool:
        return self._configured or not self.machine.succeeds(
            "pg_ctlcluster", self.version, self.cluster, "status"
        )

    def _start(self) -> None:
        if self._has_systemd:
            self.machine.run("systemctl", "daemon-reload")
            self.machine.run("systemctl", "enable", "postgresql.service")
            self.machine.run("systemctl", "restart", f"postgresql@{self.version}-{self.cluster}.service")
        else:
            self.machine.run("pg_ctlcluster", self.version, self.cluster, "restart")
        self._configured = False

    def _database_steps(self) -> Iterator[Step]:
        holder = self.holder
        yield Step(
            f"account {ADMINISTRATOR}",
            holder.administrator_missing,
            lambda: holder.make_administrator(self._ask_password()),
        )
        yield Step(f"database {DATABASE}", holder.database_missing, holder.make_database)
        if self.wanted.restore is not None:
            yield Step(
                f"everything of {self.wanted.restore}", lambda: holder.schema_missing(HEAD), self._restore
            )
        yield Step(
            "Desk's schema",
            lambda: holder.schema_missing(HEAD),
            lambda: holder.make_schema(self.standards, self.wanted.office, self.identity.server),
        )

    def _restore(self) -> None:
        if self.wanted.restore is None:
            return
        address, password = Address("127.0.0.1", self.port, DATABASE), self._ask_password()
        with link.connect(address, ADMINISTRATOR, password, statement_seconds=0) as connection:
            way = link.way(address, ADMINISTRATOR)
            saving.restore(connection, way, password, self.wanted.restore, self.standards)

    def _service_steps(self) -> Iterator[Step]:
        for name, text in self._units().items():
            content = text.encode()
            path = self.units / name
            yield Step(
                str(path),
                partial(self._unit_missing, path, content),
                partial(self._install_unit, path, content),
            )

    def _units(self) -> dict[str, str]:
        socket_url = f"postgresql://{_SUPERUSER}@{quote(str(self.sockets), safe='')}:{self.port}/{DATABASE}"
        return units(
            python=sys.executable,
            account=Path(sys.prefix).owner(),
            server=self.identity.server,
            port=self.port,
            service=f"postgresql@{self.version}-{self.cluster}.service",
            url=socket_url,
            etc=self.etc,
            backups=self.wanted.backups,
        )

    def _unit_missing(self, path: Path, content: bytes) -> bool:
        return self.machine.read(path) != content

    def _install_unit(self, path: Path, content: bytes) -> None:
        self.machine.write(path, content)
        if not self._has_systemd:
            return
        self.machine.run("systemctl", "daemon-reload")
        if b"[Install]" in content:
            self.machine.run("systemctl", "enable", "--now", path.name)

    def _ask_password(self) -> str:
        self._known_password = self._known_password or self.password()
        return self._known_password

    @property
    def _has_systemd(self) -> bool:
        return self.machine.exists(Path("/run/systemd/system"))


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True

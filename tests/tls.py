"""A certificate authority made with openssl, and servers that use what it signs."""

import os
import pwd
import shutil
import subprocess
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from desk.sync.certificates import fingerprint
from tests.servers import Cluster

NAME = "desk-1a2b3c4d.internal"


@dataclass(frozen=True)
class Authority:
    """One authority, in a folder of its own."""

    folder: Path

    @classmethod
    def made(cls, folder: Path) -> "Authority":
        folder.mkdir()
        _openssl(
            folder,
            *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-keyout", "ca.key", "-out", "ca.pem", "-days", "30", "-subj", "/CN=Otoritas Uji"),
        )
        return cls(folder)

    @property
    def pem(self) -> str:
        return (self.folder / "ca.pem").read_text("ascii")

    @property
    def mark(self) -> str:
        """What an enrolment code carries of it."""
        return fingerprint(self.pem)[:32]

    def issue(self, name: str = NAME, days: int = 30, *, whole: bool = True) -> tuple[Path, Path]:
        """Certificate (with the authority's behind it) and key of a server."""
        _openssl(
            self.folder,
            *("req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"),
            *("-keyout", "server.key", "-out", "server.csr", "-subj", f"/CN={name}"),
            *("-addext", f"subjectAltName=DNS:{name}"),
        )
        _openssl(
            self.folder,
            *("x509", "-req", "-in", "server.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-copy_extensions"),
            *("copyall", "-days", str(days), "-out", "server.pem"),
        )
        server = self.folder / "server.pem"
        if whole:
            server.write_text(server.read_text("ascii") + self.pem, "ascii")
        return server, self.folder / "server.key"


def selfsigned(folder: Path, name: str) -> tuple[Path, Path]:
    """Certificate and key of a server that signed itself, as Debian's own are."""
    folder.mkdir()
    _openssl(
        folder,
        *("req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days"),
        *("30", "-keyout", "server.key", "-out", "server.pem", "-subj", f"/CN={name}"),
        *("-addext", f"subjectAltName=DNS:{name}"),
    )
    return folder / "server.pem", folder / "server.key"


def use(cluster: Cluster, pair: tuple[Path, Path]) -> None:
    """Have a running server show this certificate from now on."""
    for source, name in zip(pair, ("server.crt", "server.key"), strict=True):
        target = cluster.data / name
        shutil.copyfile(source, target)
        target.chmod(0o600)
        if not os.geteuid():
            owner = "nobody"
            with suppress(KeyError):
                owner = pwd.getpwnam("postgres").pw_name
            shutil.chown(target, owner)
    with cluster.connect() as connection:
        connection.execute("ALTER SYSTEM SET ssl = on")
        connection.execute("SELECT pg_reload_conf()")
        while connection.execute("SHOW ssl").fetchone() != ("on",):
            pass


def _openssl(folder: Path, *arguments: str) -> None:
    subprocess.run(["openssl", *arguments], cwd=folder, check=True, capture_output=True)

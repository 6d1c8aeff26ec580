"""Encrypted and certain whom one speaks to: certificates against a real server, wherever it is found."""

from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec
import pytest

from desk.sync import admin, certificates, codes, enrolment, joining
from desk.sync.enrolment import Address
from desk.sync.errors import CertificateError, NoTlsError, OfflineError, UnsafeLoginError
from desk.sync.link import connect
from tests.lan import OfficeLan, open_lan, prepare_template
from tests.servers import FAST, PASSWORD, Cluster, debian_binaries, running
from tests.tls import NAME, Authority, selfsigned, use

pytestmark = pytest.mark.skipif(debian_binaries() is None, reason="the wheel's server has no TLS")


@dataclass
class TlsLan:
    """A network whose server shows a certificate."""

    lan: OfficeLan
    authority: Authority
    folder: Path

    @property
    def address(self) -> Address:
        return replace_address(self.lan.address, tls=NAME, fingerprint=self.authority.mark)

    def code(self, label: str = "LOKET-1", **changed: str) -> str:
        return admin.enrol(self.lan.admin, replace_address(self.address, **changed), label, "front_office")

    def join(self, code: str, label: str = "LOKET-1") -> enrolment.Enrolment:
        store = self.lan.new_store(label)
        self.lan.ends.callback(store.close)
        return joining.join(store, code)

    def connect(self, kept: enrolment.Enrolment, host: str = "127.0.0.1") -> None:
        path = self.folder / "pinned.pem"
        path.write_text(kept.certificate, "ascii")
        connect(replace_address(kept.address, host=host), kept.login, kept.password, path).close()


def replace_address(address: Address, **changed: str) -> Address:
    return msgspec.structs.replace(address, **changed)


@pytest.fixture(scope="module")
def secured() -> Iterator[Cluster]:
    with running((*FAST, "listen_addresses = '127.0.0.1,127.0.0.2'")) as cluster:
        prepare_template(cluster)
        yield cluster


@pytest.fixture
def office(secured: Cluster, tmp_path: Path) -> Iterator[TlsLan]:
    authority = Authority.made(tmp_path / "authority")
    use(secured, authority.issue())
    with ExitStack() as ends:
        database = secured.database("desk_template")
        ends.callback(secured.drop, database)
        yield TlsLan(open_lan(secured, database, tmp_path, ends), authority, tmp_path)


def test_a_device_joins_by_the_fingerprint_and_keeps_the_authority(office: TlsLan) -> None:
    kept = office.join(office.code())
    assert kept.certificate.strip() == office.authority.pem.strip()
    office.connect(kept)


def test_the_server_may_be_found_at_another_address(office: TlsLan) -> None:
    office.connect(office.join(office.code()), host="127.0.0.2")


def test_a_wrong_fingerprint_ends_before_the_code_is_used(office: TlsLan) -> None:
    code = office.code()
    forged = codes.read_code(code)
    with pytest.raises(CertificateError):
        office.join(
            codes.write_code(replace(forged, address=replace_address(forged.address, fingerprint="00" * 16))),
            "LOKET-9",
        )
    assert office.join(code).label == "LOKET-1"


def test_a_renewed_certificate_of_the_same_authority_is_taken(office: TlsLan, secured: Cluster) -> None:
    kept = office.join(office.code())
    use(secured, office.authority.issue())
    office.connect(kept)


def test_another_certificate_later_is_refused(office: TlsLan, secured: Cluster) -> None:
    kept = office.join(office.code())
    use(secured, Authority.made(office.folder / "other").issue())
    with pytest.raises(CertificateError) as caught:
        office.connect(kept)
    assert "Jangan lanjutkan" in caught.value.message
    with pytest.raises(CertificateError):
        office.join(office.code("LOKET-2"), "LOKET-2")


def test_a_certificate_of_another_name_is_refused(office: TlsLan, secured: Cluster) -> None:
    kept = office.join(office.code())
    use(secured, office.authority.issue("desk-99999999.internal"))
    with pytest.raises(CertificateError):
        office.connect(kept)


def test_an_expired_certificate_is_refused(office: TlsLan, secured: Cluster) -> None:
    kept = office.join(office.code())
    use(secured, office.authority.issue(days=-1))
    with pytest.raises(CertificateError, match="Sertifikat server"):
        office.connect(kept)


def test_a_server_that_signed_itself_is_trusted_by_its_own(office: TlsLan, secured: Cluster) -> None:
    pair = selfsigned(office.folder / "own", "server.kantor.contoh.id")
    use(secured, pair)
    mark = certificates.fingerprint(pair[0].read_text("ascii"))[:32]
    office.connect(office.join(office.code(tls="server.kantor.contoh.id", fingerprint=mark)))


def test_a_server_that_hides_its_authority_cannot_be_joined(office: TlsLan, secured: Cluster) -> None:
    use(secured, office.authority.issue(whole=False))
    with pytest.raises(CertificateError):
        office.join(office.code())


def test_plain_is_for_loopback_alone(office: TlsLan) -> None:
    with pytest.raises(NoTlsError) as caught:
        connect(Address("192.0.2.7", 5432, "desk"), "x", "y")
    assert "terenkripsi" in caught.value.message
    with pytest.raises(NoTlsError):
        office.join(office.code(host="192.0.2.7", tls="", fingerprint=""))


def test_the_name_it_answers_to_comes_from_the_certificate(office: TlsLan) -> None:
    port = office.lan.cluster.port
    assert certificates.name_of("127.0.0.1", port, office.authority.pem) == NAME
    other = Authority.made(office.folder / "other")
    with pytest.raises(CertificateError):
        certificates.name_of("127.0.0.1", port, other.pem)


def test_a_server_without_tls_is_told(tmp_path: Path) -> None:
    with running(FAST) as cluster:
        authority = Authority.made(tmp_path / "authority")
        address = Address("127.0.0.1", cluster.port, "postgres", NAME, authority.mark)
        with pytest.raises(NoTlsError):
            connect(address, "postgres", PASSWORD, authority.folder / "ca.pem")
        with pytest.raises(NoTlsError):
            certificates.shown(address.host, address.port)


def test_nobody_there_is_offline() -> None:
    with pytest.raises(OfflineError):
        certificates.shown("127.0.0.1", 9)


def test_a_server_is_never_given_the_password_in_clear(secured: Cluster, tmp_path: Path) -> None:
    hba = secured.data / "pg_hba.conf"
    kept = hba.read_text("ascii")
    hba.write_text("host all all 127.0.0.1/32 password\nhost all all 127.0.0.2/32 scram-sha-256\n", "ascii")
    with secured.connect() as connection:
        connection.execute("SELECT pg_reload_conf()")
    try:
        with pytest.raises(UnsafeLoginError):
            connect(Address("127.0.0.1", secured.port, "postgres"), "postgres", PASSWORD)
    finally:
        hba.write_text(kept, "ascii")
        with secured.connect() as connection:
            connection.execute("SELECT pg_reload_conf()")

"""Encrypted and certain whom one speaks to: certificates against a real server, wherever it is found."""

from dataclasses import replace
from pathlib import Path

import pytest
from msgspec import structs

from desk.bootstrap.devices import OfficeDevices
from desk.queries.office import profile
from desk.sync import certificates, codes, enrolment
from desk.sync.enrolment import Address
from desk.sync.errors import CertificateError, NoTlsError, OfflineError, UnsafeLoginError
from desk.sync.link import connect
from desk.ui.runtime.devices import ServerKey
from tests.servers import FAST, PASSWORD, Cluster, running
from tests.sync.secured import TlsLan, replace_address
from tests.tls import NAME, Authority, selfsigned, use


def test_a_device_joins_by_the_fingerprint_and_keeps_the_authority(tls_office: TlsLan) -> None:
    kept = tls_office.join(tls_office.code())
    assert kept.certificate.strip() == tls_office.authority.pem.strip()
    tls_office.connect(kept)


def test_the_server_may_be_found_at_another_address(tls_office: TlsLan) -> None:
    tls_office.connect(tls_office.join(tls_office.code()), host="127.0.0.2")


def test_a_wrong_fingerprint_ends_before_the_code_is_used(tls_office: TlsLan) -> None:
    code = tls_office.code()
    forged = codes.read_code(code)
    with pytest.raises(CertificateError):
        tls_office.join(
            codes.write_code(replace(forged, address=replace_address(forged.address, fingerprint="00" * 16))),
            "LOKET-9",
        )
    assert tls_office.join(code).label == "LOKET-1"


def test_a_renewed_certificate_of_the_same_authority_is_taken(tls_office: TlsLan, secured: Cluster) -> None:
    kept = tls_office.join(tls_office.code())
    use(secured, tls_office.authority.issue())
    tls_office.connect(kept)


def test_the_administrators_page_trusts_the_server_as_its_pc_does(
    tls_office: TlsLan, secured: Cluster, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk.sync.reaching.is_loopback", lambda _host: False)
    joined, pc = tls_office.join(tls_office.code()), tls_office.lan.server
    own = structs.replace(
        enrolment.of_store(pc.store), address=joined.address, certificate=joined.certificate
    )
    enrolment.keep(pc.store, own)
    place = pc.at("admin")
    devices = OfficeDevices(place, pc.store.folder, place.ask(profile).local)
    key = ServerKey("postgres", PASSWORD)
    code = codes.read_code(devices.enrol(key, "LOKET-2", "front_office")[0].code)
    assert (code.address.host, code.address.fingerprint) == ("127.0.0.1", tls_office.authority.mark)
    use(secured, Authority.made(tls_office.folder / "liar").issue())
    with pytest.raises(CertificateError):
        devices.read(key)


def test_another_certificate_later_is_refused(tls_office: TlsLan, secured: Cluster) -> None:
    kept = tls_office.join(tls_office.code())
    use(secured, Authority.made(tls_office.folder / "other").issue())
    with pytest.raises(CertificateError) as caught:
        tls_office.connect(kept)
    assert "Jangan lanjutkan" in caught.value.message
    with pytest.raises(CertificateError):
        tls_office.join(tls_office.code("LOKET-2"), "LOKET-2")


def test_a_certificate_of_another_name_is_refused(tls_office: TlsLan, secured: Cluster) -> None:
    kept = tls_office.join(tls_office.code())
    use(secured, tls_office.authority.issue("desk-99999999.internal"))
    with pytest.raises(CertificateError):
        tls_office.connect(kept)


def test_an_expired_certificate_is_refused(tls_office: TlsLan, secured: Cluster) -> None:
    kept = tls_office.join(tls_office.code())
    use(secured, tls_office.authority.issue(days=-1))
    with pytest.raises(CertificateError, match="Sertifikat server"):
        tls_office.connect(kept)


def test_a_server_that_signed_itself_is_trusted_by_its_own(tls_office: TlsLan, secured: Cluster) -> None:
    pair = selfsigned(tls_office.folder / "own", "server.kantor.contoh.id")
    use(secured, pair)
    mark = certificates.fingerprint(pair[0].read_text("ascii"))[:32]
    tls_office.connect(tls_office.join(tls_office.code(tls="server.kantor.contoh.id", fingerprint=mark)))


def test_a_server_that_hides_its_authority_cannot_be_joined(tls_office: TlsLan, secured: Cluster) -> None:
    use(secured, tls_office.authority.issue(whole=False))
    with pytest.raises(CertificateError):
        tls_office.join(tls_office.code())


def test_plain_is_for_loopback_alone(tls_office: TlsLan) -> None:
    with pytest.raises(NoTlsError) as caught:
        connect(Address("192.0.2.7", 5432, "desk"), "x", "y")
    assert "terenkripsi" in caught.value.message
    with pytest.raises(NoTlsError):
        tls_office.join(tls_office.code(host="192.0.2.7", tls="", fingerprint=""))


def test_the_name_it_answers_to_comes_from_the_certificate(tls_office: TlsLan) -> None:
    port = tls_office.lan.cluster.port
    assert certificates.name_of("127.0.0.1", port, tls_office.authority.pem) == NAME
    other = Authority.made(tls_office.folder / "other")
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

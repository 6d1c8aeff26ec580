"""The administrator's page of devices over a real server: read, enrol, revoke, and who is not let in."""

from collections.abc import Callable

import pytest
from msgspec import structs
from pytestqt.qtbot import QtBot

from desk.actions.errors import NotAllowedError
from desk.actions.visits import VisitDraft, register_visit
from desk.bootstrap.devices import OfficeDevices
from desk.queries.office import profile
from desk.rules.errors import DeskError
from desk.sync import enrolment, joining
from desk.sync.link import connect
from desk.ui.runtime.devices import ServerKey
from tests.lan import Desk, OfficeLan
from tests.servers import PASSWORD, free_port
from tests.ui.drivers.devices import DevicesDriver

KEY = ServerKey("postgres", PASSWORD)


@pytest.fixture(autouse=True)
def at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """The PC is in no other network than its own: a code leads there."""
    monkeypatch.setattr("desk.sync.reaching.own_addresses", lambda: ())


def devices_of(desk: Desk, login: str = "admin") -> OfficeDevices:
    place = desk.at(login)
    return OfficeDevices(place, desk.store.folder, place.ask(profile).local)


def code_of(work: Callable[[], object]) -> str:
    with pytest.raises(DeskError) as refused:
        work()
    return refused.value.code


def test_a_pc_of_a_network_knows_its_server_and_reads_how_all_stand(lan: OfficeLan) -> None:
    desk, away = lan.desk("LOKET-1"), lan.desk("POS-1", "pamdal")
    away.hang_up()
    register_visit(desk.at("rahma"), VisitDraft("Lalu Ahmad Fauzi", purpose="Konsultasi"))
    desk.sync()
    devices = devices_of(lan.server)
    own = devices.server()
    assert own is not None
    assert (own.place, own.device) == (f"127.0.0.1, porta {lan.cluster.port}", "SERVER")
    standing = devices.read(KEY)
    assert [(one.label, one.kind, one.state) for one in standing.devices] == [
        ("SERVER", "office", "active"),
        ("LOKET-1", "front_office", "active"),
        ("POS-1", "pamdal", "active"),
    ]
    here, gone = standing.devices[1:]
    assert (here.scopes, here.connected, here.lag) == (("visits", "cases"), True, 0)
    assert (gone.scopes, gone.connected, gone.lag > 0) == (("visits",), False, True)
    assert standing.saved_at is None


def test_what_is_enrolled_can_join_once_and_is_seen(lan: OfficeLan) -> None:
    devices = devices_of(lan.server)
    code, standing = devices.enrol(KEY, "LOKET-7", "front_office")
    assert [one.state for one in standing.devices if one.label == "LOKET-7"] == ["waiting"]
    store = lan.new_store("LOKET-7")
    joining.join(store, code.code)
    assert enrolment.of_store(store).label == "LOKET-7"
    store.close()
    assert [one.state for one in devices.read(KEY).devices if one.label == "LOKET-7"] == ["active"]
    assert code_of(lambda: devices.enrol(KEY, "LOKET-7", "front_office")) == "label_taken"


def test_what_is_revoked_is_let_in_no_more(lan: OfficeLan) -> None:
    desk = lan.desk("LOKET-1")
    desk.hang_up()
    devices = devices_of(lan.server)
    standing = devices.revoke(KEY, "LOKET-1")
    assert [(one.label, one.state) for one in standing.devices][1] == ("LOKET-1 (1)", "revoked")
    own = enrolment.of_store(desk.store)
    assert code_of(lambda: connect(own.address, own.login, own.password)) == "revoked"
    assert code_of(lambda: devices.revoke(KEY, "LOKET-1")) == "unknown_device"


def test_a_wrong_password_and_a_server_that_is_gone_have_names(lan: OfficeLan) -> None:
    devices = devices_of(lan.server)
    assert code_of(lambda: devices.read(ServerKey("postgres", "bukan-ini"))) == "login_refused"
    assert code_of(lambda: devices.read(ServerKey("siapa pun/ini", PASSWORD))) == "login_refused"
    own = enrolment.of_store(lan.server.store)
    gone = structs.replace(own, address=structs.replace(own.address, port=free_port()))
    enrolment.keep(lan.server.store, gone)
    assert code_of(lambda: devices.read(KEY)) == "offline"


def test_only_who_manages_the_office_asks(lan: OfficeLan) -> None:
    with pytest.raises(NotAllowedError):
        devices_of(lan.server, "rahma").read(KEY)


def test_a_pc_that_stands_alone_has_no_server(office) -> None:
    place = office.at("admin")
    assert OfficeDevices(place, office.store.folder, place.ask(profile).local).server() is None


def test_from_the_page_to_a_joined_pc(lan: OfficeLan, qtbot: QtBot) -> None:
    admin = DevicesDriver(lan.server.office, qtbot, devices_of(lan.server))
    admin.page.login.set_value(KEY.login)
    admin.read("bukan-ini")
    assert admin.page.password.problem()
    admin.write(PASSWORD)
    admin.press("Return")
    assert [row.split(" · ")[0] for row in admin.rows()] == ["SERVER"]
    admin.enrol("PAPAN-1", PASSWORD, used_for="Papan antrean")
    store = lan.new_store("PAPAN-1")
    joining.join(store, admin.code())
    assert (enrolment.of_store(store).kind, enrolment.of_store(store).label) == ("kiosk", "PAPAN-1")
    store.close()
    admin.press("F9")
    admin.revoke("PAPAN-1", PASSWORD)
    assert admin.desk.toasts()[-1] == "PAPAN-1 dicabut."
    admin.close()

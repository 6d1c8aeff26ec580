"""The office network: the cable is out, work goes on; two versions side by side; devices; a new PC."""

import socket

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desk.bootstrap.desktop import Desktop
from desk.bootstrap.first_start import first_window
from desk.bootstrap.house import House
from desk.bootstrap.network import OfficeNetwork
from desk.demo.hands import CTRL
from desk.demo.stage import SIZE, Stage
from desk.models import new_id
from desk.models.types import canonical_json, instant_text
from desk.queries import staff
from desk.settings import Settings
from desk.store import outbox
from desk.sync import enrolment
from desk.sync.codes import Code, login_of, write_code
from desk.sync.enrolment import Address, Enrolment
from desk.ui.runtime.network import STATUS
from desk.ui.runtime.ports import Changed

_SERVER = "5e7a1c0ffee0de5c"
_VISITOR = "Ni Wayan Sukerti"
_VERSIONS = (
    {"institution": "Universitas Bahari", "purpose": "Konsultasi"},
    {"institution": "Universitas Bahari, Fakultas Hukum", "purpose": "Konsultasi penelitian"},
    {"institution": "Univ. Bahari", "purpose": "Permohonan data"},
)


def play(stage: Stage) -> None:
    """The afternoon the cable is out."""
    stage.later(minutes=30)
    address = _nobody_there()
    _join(stage, address)
    stage.sign_in("bayu")
    _offline(stage)
    _two_versions(stage)
    stage.sign_out()
    _devices(stage)
    _new_pc(stage, address)


def _nobody_there() -> Address:
    """An address of this machine at which no server listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return Address("127.0.0.1", probe.getsockname()[1], "desk")


def _join(stage: Stage, address: Address) -> None:
    """This PC belongs to a network whose server is out of reach; what it holds is known there."""
    house = stage.house
    place = Enrolment(address, login_of(_SERVER, "00000001"), "-", _SERVER, "POS-1", "front_office", 1, 3)
    enrolment.keep(house.store, place)
    with house.store.local() as session:
        connection = session.connection()
        outbox.acknowledge(connection, outbox.waiting(connection) + outbox.acknowledged(connection))
    zone = house.local_now().tzinfo
    house.network = OfficeNetwork(house.store, house.clock, lambda at: at.astimezone(zone))


def _offline(stage: Stage) -> None:
    hands = stage.hands
    network, ctx = stage.house.network, stage.window.ctx
    if network is not None:
        network.start(ctx.hub.announce)
    stage.go("Daftarkan tamu")
    hands.into("Nama", _VISITOR)
    hands.into("Keperluan", "Konsultasi")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    hands.until(lambda: stage.window.topbar.status.text() == "Luring · 1 perubahan menunggu", "the calm line")
    stage.shot("luring", "Kabel lepas: pekerjaan berjalan, perubahan menunggu", "P1", "P11")
    hands.press(Qt.Key.Key_J, CTRL)
    stage.shot("hubungan-kantor", "Hubungan kantor: apa yang menunggu dikirim", "P11")
    stage.close_drawer()


def _two_versions(stage: Stage) -> None:
    house, place = stage.house, stage.window.ctx.workplace
    people = {one.login: one.staff_id for one in place.ask(staff.colleagues, place.now())}
    visit = next(hit for hit in stage.window.ctx.ports.search.find(_VISITOR) if hit.kind == "visit")
    base, mine, theirs = (canonical_json(one) for one in _VERSIONS)
    at, conflict = instant_text(place.now()), new_id()
    row = {
        "id": conflict, "tbl": "visits", "row_id": visit.id, "case_id": None,
        "base": base, "mine": mine, "theirs": theirs,
        "my_staff": people["bayu"], "my_place": "POS-1", "my_at": at,
        "their_staff": people["rahma"], "their_place": "LOKET-1", "their_at": at,
        "action": "correct_visit", "txn": new_id(), "settled_at": None, "settled_by": None, "choice": "",
    }  # fmt: skip
    with house.store.replica() as replica:
        replica.write("conflicts", [(conflict, 1, row)])
    stage.window.ctx.hub.announce(Changed({STATUS: frozenset()}))
    stage.window.navigate("collisions")
    stage.shot("perlu-dipilih", "Dua versi berdampingan, satu dipilih", "P1", "P7", "P11")


def _devices(stage: Stage) -> None:
    """The administrator's page: the server is out of reach, and what a new device is asked for."""
    hands = stage.hands
    stage.sign_in("indah")
    stage.go("Perangkat kantor")
    hands.into("Kata sandi administrator server", "kata sandi lemari besi")
    hands.press(Qt.Key.Key_Return)
    stage.wait_idle()
    stage.shot("perangkat-kantor", "Perangkat kantor: server belum terjangkau", "P11")
    hands.press(Qt.Key.Key_F4)
    hands.into("Nama perangkat", "LOKET-9")
    stage.shot("daftarkan-perangkat", "Perangkat baru: nama dan kegunaannya", "P11")
    stage.close_drawer()
    stage.sign_out()


def _new_pc(stage: Stage, address: Address) -> None:
    """The first start of another PC; its code leads to the server that is out of reach."""
    folder = stage.desktop.settings.folder / "pc-baru"
    settings = Settings(folder, "LOKET-9")
    desktop = Desktop(settings, lambda: House.open(settings))
    window = first_window(desktop)
    window.resize(SIZE)
    _in_front(stage, window)
    stage.hands.until(window.make.isEnabled, "the first start to be ready")
    stage.hands.press(Qt.Key.Key_J, CTRL)
    code = write_code(Code(address, _SERVER[:8], login_of(_SERVER, "00000002"), "00" * 16))
    window.joining.code.set_value(code)
    stage.hands.press(Qt.Key.Key_Return, CTRL)
    stage.hands.until(window.joining.refusal.isVisible, "the server to be out of reach")
    stage.shot("bergabung", "Komputer baru bergabung dengan kode sekali pakai", "P11", window=window)
    window.close()
    desktop.close()


def _in_front(stage: Stage, window: QWidget) -> None:
    window.show()
    window.activateWindow()
    stage.hands.window = window
    stage.hands.until(lambda: QApplication.activeWindow() is window, "the window to come to the front")

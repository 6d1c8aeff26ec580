"""Hubungan kantor: every state has its sentence, what waits is named, everything is reached by keyboard."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions.tickets import issue_ticket
from desk.actions.visits import VisitDraft, register_visit
from desk.store import outbox
from desk.ui.runtime.network import NetworkState
from desk.ui.shell.network_panel import NetworkPanel
from desk.ui.theme.clipping import clipped_texts
from tests.office import SmallOffice, open_small_office
from tests.ui.drivers.collisions import conflict, refuse_newest
from tests.ui.drivers.desks import CTRL, Desk
from tests.ui.drivers.fakes import FakeNetwork

PAGES = {"gate_register": "desk.ui.screens.gate.register:RegisterPage"}
Open = Callable[[NetworkState | None], tuple[Desk, NetworkPanel]]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path / "data")
    with made.store.local() as session:
        connection = session.connection()
        outbox.acknowledge(connection, outbox.waiting(connection))
    yield made
    made.store.close()


@pytest.fixture
def opened(office: SmallOffice, qtbot: QtBot) -> Iterator[Open]:
    desks: list[Desk] = []

    def go(state: NetworkState | None) -> tuple[Desk, NetworkPanel]:
        desk = Desk(office, "rahma", qtbot, PAGES, network=FakeNetwork(state))
        desks.append(desk)
        desk.press(Qt.Key.Key_J, CTRL)
        panel = desk.shell.drawer
        assert isinstance(panel, NetworkPanel)
        return desk, panel

    yield go
    for desk in desks:
        desk.close()


def words(desk: Desk) -> str:
    return "\n".join(text for text in desk.shell.drawer_texts() if text)


def test_a_pc_alone_says_so_and_offers_nothing(opened: Open) -> None:
    desk, panel = opened(None)
    assert "berdiri sendiri" in words(desk)
    assert not panel.waiting.isVisible()
    assert not panel.sync_button.isVisible()


def test_online_with_nothing_to_do(opened: Open, office: SmallOffice) -> None:
    local = office.at("rahma").now()
    desk, panel = opened(NetworkState(online=True, last_contact=local - timedelta(minutes=3)))
    assert desk.shell.drawer_title == "Hubungan kantor"
    assert "Kontak terakhir 08.57 · 3 mnt yang lalu" in words(desk)
    assert panel.waiting.text() == "Tidak ada. Semua perubahan sudah sampai di server."
    assert panel.settling.text() == "Tidak ada perubahan yang bentrok atau ditolak."
    assert not panel.open_button.isVisible()
    assert not panel.clock_banner.isVisible()
    assert clipped_texts(desk.window) == []


def test_offline_names_what_waits(opened: Open, office: SmallOffice) -> None:
    for name in ("Lalu Ahmad", "Baiq Nurul"):
        register_visit(office.at("rahma"), VisitDraft(name, purpose="Konsultasi"))
    office.clock.pass_(minutes=2)
    issue_ticket(office.at("rahma"), "informasi")
    desk, panel = opened(NetworkState(pending=3))
    assert panel.waiting.text().splitlines() == [
        "2 × Tamu didaftarkan · sejak 09.00",
        "1 × Nomor antrean diberikan · sejak 09.02",
    ]
    assert "Pekerjaan tersimpan di komputer ini dan dikirim sendiri" in words(desk)
    assert "Belum ada kontak" in words(desk)


def test_what_must_be_settled_is_one_key_away(opened: Open, office: SmallOffice) -> None:
    for name in ("Lalu Ahmad", "Baiq Nurul"):
        visit_id = register_visit(office.at("rahma"), VisitDraft(name, purpose="Konsultasi")).visit_id
        conflict(office, "visits", visit_id, ({"note": "a"}, {"note": "b"}, {"note": "c"}))
    register_visit(office.at("rahma"), VisitDraft("Tamu Ketiga", purpose="Konsultasi"))
    refuse_newest(office, "duplicate")
    _, panel = opened(NetworkState(online=True, conflicts=2, refused=1))
    assert panel.settling.text() == (
        "2 perubahan bentrok dengan petugas lain · 1 perubahan tidak diterima server"
    )
    assert panel.open_button.isVisible()


def test_what_concerns_others_is_not_counted_here(opened: Open) -> None:
    desk, panel = opened(NetworkState(online=True, conflicts=2, refused=1))
    assert panel.settling.text() == "Tidak ada perubahan yang bentrok atau ditolak."
    assert desk.window.topbar.status.text() == "Tersimpan di server kantor"


@pytest.mark.parametrize(
    ("state", "sentence"),
    [
        (NetworkState(online=True, clock_offset=300.0), "5 menit lebih cepat dari server"),
        (NetworkState(online=True, clock_offset=-3 * 3600.0), "3 jam lebih lambat dari server"),
        (NetworkState(online=True, clock_offset=400 * 86400.0), "400 hari lebih cepat dari server"),
        (NetworkState(online=True, clock_back=True), "Jam komputer ini mundur"),
        (NetworkState(online=True, loading=(250, 1000)), "Data kantor dimuat: 25 %."),
        (
            NetworkState(trouble="twin", trouble_sentence="Identitas sama.", lasting=True),
            "Identitas sama. Tutup Desk di salah satunya",
        ),
        (NetworkState(trouble="server_full", trouble_sentence="Penyimpanan penuh."), "Penyimpanan penuh."),
    ],
)
def test_what_is_wrong_is_said_with_what_to_do(opened: Open, state: NetworkState, sentence: str) -> None:
    desk, _ = opened(state)
    assert sentence in words(desk)
    assert clipped_texts(desk.window) == []


def test_it_follows_the_state_while_it_is_open(opened: Open, qtbot: QtBot) -> None:
    desk, panel = opened(NetworkState())
    desk.ports.network.standing = NetworkState(online=True)
    qtbot.waitUntil(lambda: panel.state_banner.text.text().startswith("Tersambung"))


def test_sync_now_asks_and_answers(opened: Open, office: SmallOffice, qtbot: QtBot) -> None:
    before = NetworkState(last_contact=office.at("rahma").now())
    desk, panel = opened(before)
    desk.save()
    assert desk.ports.network.asked == 1
    assert panel.contact.text() == "Menghubungi server…"
    office.clock.pass_(seconds=6)
    qtbot.waitUntil(lambda: panel.contact.text().startswith("Server belum terjangkau"))
    desk.ports.network.standing = replace(before, online=True, last_contact=office.at("rahma").now())
    qtbot.waitUntil(lambda: panel.contact.text() == "Kontak terakhir 09.00 · baru saja")


def test_a_click_on_the_line_opens_it_too(opened: Open, qtbot: QtBot) -> None:
    desk, _ = opened(NetworkState(pending=1))
    desk.press(Qt.Key.Key_Escape)
    assert desk.shell.drawer is None
    qtbot.mouseClick(desk.window.topbar.status, Qt.MouseButton.LeftButton)
    assert isinstance(desk.shell.drawer, NetworkPanel)

"""The administrator sees the office's devices, enrols one and ends one, by keyboard alone (P11)."""

import threading
from collections.abc import Iterator
from typing import cast

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from desk.assets import resource
from desk.rules.errors import DeskError
from desk.sync.errors import CertificateError, OfflineError
from desk.ui.runtime.devices import ServerKey, ServerStanding
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.devices import OWN, DevicesDriver, five
from tests.ui.drivers.fakes import SERVER_PASSWORD, FakeDevices
from tests.ui.drivers.rounds import colliding_keys, english, keys_of, unreachable


@pytest.fixture
def admin(office: SmallOffice, qtbot: QtBot) -> Iterator[DevicesDriver]:
    driver = DevicesDriver(office, qtbot)
    yield driver
    driver.close()


def server_of(admin: DevicesDriver) -> FakeDevices:
    return cast("FakeDevices", admin.server)


def test_the_list_says_how_each_device_stands(admin: DevicesDriver) -> None:
    assert "192.0.2.10, porta 5432" in admin.words()
    admin.read(SERVER_PASSWORD)
    assert admin.rows() == [
        "ADMIN-1 · ini · terdaftar · sekarang · mutakhir · cocok · Kantor, semua data · "
        "tamu, permohonan, pengaduan, pimpinan · 0012",
        "LOKET-1 · terdaftar · 20 Nov 06.31 · 14 perubahan · maju 7 menit · Meja layanan · "
        "tamu, permohonan · 0011",
        "LOKET-2 · menunggu kode · belum pernah ·  ·  · Meja layanan · tamu, permohonan · –",
        "PAPAN · kode lewat · belum pernah ·  ·  · Papan antrean · antrean tanpa nama · –",
        "POS-1 · dicabut · 11 Okt 09.31 ·  ·  · Pos PAMDAL · tamu · 0010",
    ]
    assert admin.page.summary.text() == (
        "Dibaca pukul 09.31 · 2 bentrok belum dipilih · 1 perubahan pernah ditolak · "
        "cadangan terakhir 19 Nov 21.31"
    )


def test_the_password_is_asked_each_time_and_kept_nowhere(admin: DevicesDriver) -> None:
    admin.read(SERVER_PASSWORD)
    admin.press("F4")
    fields = admin.desk.window.findChildren(QLineEdit)
    hidden = [one for one in fields if one.echoMode() is QLineEdit.EchoMode.Password]
    assert [one.text() for one in hidden] == ["", ""]
    assert not any(SERVER_PASSWORD in value for value in admin.desk.ports.memory.kept.values())
    assert not admin.desk.ports.drafts.kept
    admin.press("Escape")
    admin.press("Ctrl+Home")
    admin.read("")
    assert admin.page.password.problem() == "Isi kata sandi administrator server."
    assert server_of(admin).uses == [("read",)]


def test_a_wrong_password_is_said_beside_the_field_and_can_be_typed_again(admin: DevicesDriver) -> None:
    admin.read("bukan-ini")
    assert admin.page.password.problem() == "Akun atau kata sandi administrator server tidak cocok."
    assert admin.at is admin.page.password.line
    assert admin.rows() == []
    admin.write(SERVER_PASSWORD)
    admin.press("Return")
    assert len(admin.rows()) == 5


def test_a_device_is_enrolled_and_its_code_shown_once(admin: DevicesDriver) -> None:
    admin.enrol("PAPAN-2", SERVER_PASSWORD, used_for="Papan antrean")
    code = admin.code()
    assert code.splitlines()[0] == "00000-00001-00002-00003-00004"
    assert not admin.drawer_open()
    assert "Kode untuk PAPAN-2" in admin.words()
    assert "sampai 21 November 2026 pukul 09.31" in admin.words()
    assert clipped_texts(admin.desk.window) == []
    admin.press("F6")
    assert QGuiApplication.clipboard().text() == code.replace("\n", "-")
    admin.press("Ctrl+P")
    admin.bot.waitUntil(admin.drawer_open)
    assert admin.desk.papers.asked == [("enrolment_sheet", "")]
    assert admin.desk.papers.options[-1]["code"] == code
    admin.press("Escape")
    admin.press("F9")
    assert admin.code() == ""
    assert any(row.startswith("PAPAN-2 · menunggu kode") and "Papan antrean" in row for row in admin.rows())
    assert server_of(admin).uses == [("enrol", "PAPAN-2", "kiosk")]


@pytest.mark.parametrize(
    ("label", "said"),
    [
        ("", "Isi nama perangkat."),
        ("loket 3", "Pakai huruf kapital, angka, dan tanda hubung."),
        ("LOKET-1", "Nama ini sudah dipakai. Cabut perangkat yang lama, atau pilih nama lain."),
    ],
)
def test_a_name_that_will_not_do_is_said_beside_it(admin: DevicesDriver, label: str, said: str) -> None:
    admin.enrol(label, SERVER_PASSWORD)
    assert said in admin.words()
    assert admin.drawer_open()
    assert admin.code() == ""


def test_a_device_is_revoked_for_good(admin: DevicesDriver) -> None:
    admin.read(SERVER_PASSWORD)
    admin.light("LOKET-1")
    admin.press("F8")
    assert "Pencabutan tidak dapat dibatalkan." in admin.words()
    assert "yang sedang Anda pakai" not in admin.words()
    admin.press("Ctrl+Return")
    assert "Isi kata sandi administrator server." in admin.words()
    admin.write("bukan-ini")
    admin.press("Return")
    assert "tidak cocok" in admin.words()
    assert [one.state for one in server_of(admin).rows].count("revoked") == 1
    admin.write(SERVER_PASSWORD)
    admin.press("Return")
    assert not admin.drawer_open()
    assert admin.desk.toasts() == ["LOKET-1 dicabut."]
    assert any("LOKET-1 (1)" in row and "dicabut" in row for row in admin.rows())


def test_who_ends_the_own_pc_is_warned_and_who_is_ended_cannot_be_ended_again(admin: DevicesDriver) -> None:
    admin.read(SERVER_PASSWORD)
    admin.light("ADMIN-1")
    admin.press("F8")
    assert "Ini komputer yang sedang Anda pakai" in admin.words()
    admin.press("Escape")
    admin.light("POS-1")
    assert not admin.page.revoke_button.isEnabled()


def test_a_device_that_went_meanwhile_is_said(admin: DevicesDriver) -> None:
    admin.read(SERVER_PASSWORD)
    del server_of(admin).rows[1]
    admin.revoke("LOKET-1", SERVER_PASSWORD)
    assert "sudah dicabut atau tidak ada lagi" in admin.words()


@pytest.mark.parametrize(
    ("trouble", "said"),
    [
        (OfflineError(), "Server kantor tidak terjangkau."),
        (CertificateError(), "Sertifikat server tidak cocok"),
    ],
)
def test_a_server_that_is_gone_or_another_is_said_and_nothing_shown_is_lost(
    admin: DevicesDriver, trouble: DeskError, said: str
) -> None:
    admin.read(SERVER_PASSWORD)
    server_of(admin).trouble = trouble
    admin.press("Ctrl+Home")
    admin.read(SERVER_PASSWORD)
    assert said in admin.words()
    assert len(admin.rows()) == 5
    admin.enrol("LOKET-3", SERVER_PASSWORD)
    assert admin.words().count(said) == 2
    assert admin.code() == ""


def test_a_server_that_does_not_answer_can_be_left(office: SmallOffice, qtbot: QtBot) -> None:
    answer = threading.Event()

    class Slow(FakeDevices):
        def read(self, key: ServerKey) -> ServerStanding:
            assert answer.wait(20)
            return super().read(key)

    admin = DevicesDriver(office, qtbot, Slow(OWN, five()))
    admin._idle = lambda: True
    admin.read(SERVER_PASSWORD)
    assert admin.page.progress.isVisible()
    admin.push("Hentikan")
    assert not admin.page.progress.isVisible()
    answer.set()
    qtbot.waitUntil(lambda: not admin.desk.ctx.tasks.busy)
    assert admin.rows() == []
    admin.close()


def test_an_office_without_a_server_is_told_how_to_have_one(office: SmallOffice, qtbot: QtBot) -> None:
    admin = DevicesDriver(office, qtbot, FakeDevices())
    assert "Kantor ini belum memakai server" in admin.words()
    assert not admin.page.password.isVisible()
    assert admin.page.isAncestorOf(admin.at)
    admin.press("Space")
    assert "sudo desk server host" in admin.desk.shell.help_text()
    admin.close()


def test_every_part_is_reached_by_tab_and_every_key_is_in_the_manual(admin: DevicesDriver) -> None:
    manual = (resource("help") / "devices.md").read_text("utf-8")
    admin.read(SERVER_PASSWORD)
    found = looked_at(admin, manual)
    admin.enrol("PAPAN-2", SERVER_PASSWORD)
    assert admin.code()
    assert found + looked_at(admin, manual) == []


def looked_at(admin: DevicesDriver, manual: str) -> list[str]:
    window = admin.desk.window
    found = [*unreachable(window, admin.walk), *colliding_keys(window)]
    found += [word for word in english(window) if word != "devices"]
    return found + [key for key in keys_of(admin.page) if key not in manual]


def test_large_text_cuts_nothing(large_text: None, admin: DevicesDriver) -> None:
    admin.read(SERVER_PASSWORD)
    assert clipped_texts(admin.desk.window) == []
    admin.enrol("PAPAN-2", SERVER_PASSWORD)
    assert clipped_texts(admin.desk.window) == []

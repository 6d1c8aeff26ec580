"""Voter education: the form, the pleno, the calendar by month and week, an event, its letter (S7)."""

from PySide6.QtCore import Qt

from desk.demo import education
from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.queries import history


def play(stage: Stage) -> None:
    """Between two other visitors."""
    stage.later(minutes=10)
    _asked(stage)
    _pleno(stage)
    _calendar(stage)
    _letter(stage)


def _asked(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    hands.press(Qt.Key.Key_G, CTRL)
    hands.row("Pendidikan Pemilih")
    hands.press(Qt.Key.Key_Return)
    stage.quiet()
    hands.into("Nama kegiatan", "Sekolah Demokrasi Santri")
    hands.into("Perkiraan peserta", "45")
    hands.into("Hari yang diminta", "16/12/2026")
    hands.into("Jam mulai", "9")
    hands.into("Jam selesai", "11.30")
    stage.shot("formulir-pendidikan", "Permohonan kerja sama pendidikan pemilih", "S7", "P2")
    stage.sign_out()


def _pleno(stage: Stage) -> None:
    stage.sign_in("ratna")
    stage.open_case(stage.case(education.ASKED))
    stage.hands.push("Catat pleno: disetujui")
    stage.hands.into("Tanggal rapat pleno", "hari ini")
    stage.hands.into("Nomor berita acara pleno", "58/PK.01-BA/5299")
    stage.shot("pleno-pendidikan", "Pleno menyetujui kerja sama dengan syarat", "S7", "P5")
    stage.close_drawer()
    stage.sign_out()


def _calendar(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("syahrul")
    stage.go("Kalender pendidikan")
    stage.shot("kalender-bulan", "Kalender pendidikan: satu bulan", "S7", "P7")
    hands.push("Pekan")
    stage.shot("kalender-minggu", "Kalender pendidikan: satu minggu", "S7", "P7")
    hands.press(Qt.Key.Key_F7)
    hands.into("Nama kegiatan", "Rapat persiapan")
    hands.push(education.HALL)
    stage.shot("kegiatan-baru", "Kegiatan baru dengan ruang, narasumber, dan alat", "S7", "P7")
    stage.close_drawer()
    stage.hands.press(Qt.Key.Key_F9)
    stage.shot("ruang-dan-alat", "Yang dapat dipinjamkan kantor untuk kegiatan", "S7", "P7")
    stage.sign_out()


def _letter(stage: Stage) -> None:
    stage.sign_in("syahrul")
    case_id = stage.case(education.HELD)
    stage.open_case(case_id)
    stage.hands.tab("Ringkasan")
    stage.shot("kegiatan-selesai", "Pelaksanaan kegiatan dengan jumlah peserta", "S7", "P7")
    agreed = stage.case(education.AGREED)
    letter = stage.window.ctx.workplace.ask(history.letters, agreed)[0]
    title = "Surat persetujuan pendidikan pemilih"
    stage.paper(letter.kind, letter.id, "persetujuan-pendidikan", title, ("S7", "R4"))
    stage.sign_out()

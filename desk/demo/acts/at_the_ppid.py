"""The form on its way: Tim Penghubung sorts it, the PPID decides; another request is refused with ground."""

from PySide6.QtCore import Qt

from desk.demo.acts.at_the_gate import VISITOR
from desk.demo.hands import CTRL
from desk.demo.stage import Stage

EXEMPT = "Berita acara klarifikasi"


def play(stage: Stage) -> None:
    """The next working morning."""
    stage.later(days=3, clock="08.40")
    _liaison(stage)
    stage.later(minutes=50)
    _ppid(stage)


def _liaison(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("fajar")
    hands.row(VISITOR)
    hands.choose("Saran penggolongan informasi", "Setiap saat")
    stage.shot("tim-penghubung", "Tim Penghubung menyarankan penggolongan", "S3", "P8")
    hands.press(Qt.Key.Key_F6)
    stage.shot("berikan-langsung", "Informasi terbuka diberikan langsung dengan tanda tangan", "S3", "P8")
    stage.close_drawer()
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.sign_out()


def _ppid(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("putri")
    hands.row(VISITOR)
    hands.choose("Keputusan", "Dikabulkan")
    hands.choose("Jawaban disiapkan oleh", "Kasubag Teknis")
    stage.shot("keputusan-ppid", "PPID memutuskan dan menunjuk yang menyiapkan jawaban", "S3", "P8")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    _refuse(stage)
    stage.sign_out()


def _refuse(stage: Stage) -> None:
    """A refusal names its legal ground; without it nothing is saved."""
    hands = stage.hands
    stage.hands.row("Pemantau Demokrasi")
    hands.choose("Keputusan", "Ditolak")
    hands.into("Dasar hukum pengecualian", "17 huruf h")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.into("Keputusan KPU", "Keputusan KPU tentang penetapan informasi yang dikecualikan")
    hands.into("Akibat bila informasi dibuka", "Mengungkap data pribadi pendukung bakal calon")
    hands.choose("Jawaban disiapkan oleh", "Kasubag Hukum")
    stage.shot("penolakan", "Penolakan dengan dasar hukum pengecualian", "S3", "P8")

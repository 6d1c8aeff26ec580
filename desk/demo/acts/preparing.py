"""The answer: work list, case page, letter with its preview, corrections, paraf, signature."""

from PySide6.QtCore import Qt

from desk.demo.acts.at_the_gate import VISITOR
from desk.demo.hands import CTRL
from desk.demo.stage import Stage

CORRECTION = "Sebutkan jumlah TPS pada alinea pertama."
BODY = (
    "Menindaklanjuti permohonan Saudara, bersama ini kami sampaikan rekapitulasi hasil pemilihan anggota "
    "DPRD Kabupaten tahun 2024 per TPS di daerah pemilihan 2."
)


def play(stage: Stage) -> None:
    """Monday afternoon and Tuesday."""
    stage.later(clock="13.10")
    _write(stage)
    stage.later(minutes=40)
    _return_with_corrections(stage)
    stage.later(days=1, clock="08.50")
    _correct(stage)
    stage.later(minutes=25)
    _paraf_on_the_page(stage)
    stage.later(minutes=35)
    _paraf_in_the_tray(stage)
    stage.later(minutes=45)
    _sign(stage)


def _write(stage: Stage) -> None:
    stage.sign_in("mira")
    stage.go("Pekerjaan saya")  # the page she was on last may be another
    stage.shot("daftar-pekerjaan", "Pekerjaan Kasubag menurut batas waktu", "P7")
    stage.open_case(stage.told["case"])
    stage.shot("halaman-permohonan", "Halaman permohonan: langkah, pemohon, berkas", "S3", "P7")
    stage.hands.tab("Jawaban")
    stage.hands.into("Catatan pada pemberitahuan", BODY)
    stage.hands.press(Qt.Key.Key_F8)
    stage.shot("pratinjau-surat", "Surat pemberitahuan dengan pratinjau langsung", "S3", "R4", "P7")
    stage.close_drawer()
    stage.hands.push("Ajukan")
    stage.wait_idle()
    stage.sign_out()


def _return_with_corrections(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("syahrul")
    stage.open_case(stage.told["case"])
    hands.push("Kembalikan")
    hands.into("Koreksi", CORRECTION)
    stage.shot("kembalikan", "Surat dikembalikan dengan koreksi", "R9", "P7")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.sign_out()


def _correct(stage: Stage) -> None:
    stage.sign_in("mira")
    stage.open_case(stage.told["case"])
    stage.hands.tab("Jawaban")
    stage.hands.into("Catatan pada pemberitahuan", f"{BODY} Data meliputi 97 TPS.")
    stage.hands.push("Ajukan")
    stage.wait_idle()
    stage.sign_out()


def _paraf_on_the_page(stage: Stage) -> None:
    stage.sign_in("syahrul")
    stage.open_case(stage.told["case"])
    stage.hands.push("Beri paraf")
    stage.hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.sign_out()


def _paraf_in_the_tray(stage: Stage) -> None:
    stage.sign_in("hendra")
    stage.go("Penandatanganan")
    stage.hands.row(VISITOR)
    stage.shot("paraf", "Pemeriksaan berjenjang sebelum tanda tangan", "R9", "P4")
    stage.hands.push("Beri paraf")
    stage.wait_idle()
    stage.sign_out()


def _sign(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("putri")
    stage.go("Penandatanganan")
    hands.row("Rekapitulasi hasil pemilihan")
    hands.push("Tanda tangani")
    stage.shot("tanda-tangan", "PPID menandatangani; nomor surat diberikan", "R2", "P8")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.sign_out()

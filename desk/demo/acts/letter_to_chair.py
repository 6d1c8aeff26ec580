"""A letter to the chair: Sekretaris with usul saran, Ketua, alone or several at once."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage


def play(stage: Stage) -> None:
    """The same morning, one desk after the other."""
    stage.later(minutes=10)
    _register_desk(stage)
    _secretary(stage)
    stage.later(minutes=30)
    _chair(stage)


def _register_desk(stage: Stage) -> None:
    stage.sign_in("wulan")
    stage.shot("meja-register", "Petugas register: surat yang diteruskan", "P3", "R3")
    stage.go("Buku nomor")
    stage.hands.line("batal")
    stage.shot("buku-nomor", "Buku nomor dengan nomor yang batal di tempatnya", "R2", "P3")
    stage.hands.line("berlaku")
    stage.hands.press(Qt.Key.Key_F6)
    stage.shot("batalkan-nomor", "Nomor yang keliru dibatalkan dengan alasan", "R2", "P3")
    stage.close_drawer()
    stage.sign_out()


def _secretary(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("hendra")
    hands.row("Universitas Bahari")
    hands.into("Usul dan saran", "Disiapkan Kasubag Teknis, dilampiri data per desa.")
    hands.push("Untuk ditindaklanjuti")
    stage.shot("disposisi-sekretaris", "Sekretaris meneruskan dengan usul dan saran", "R3", "P4")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.sign_out()


def _chair(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("ratna")
    hands.row("Yayasan")
    hands.choose("Diteruskan kepada", "Kasubag Teknis")
    hands.push("Siapkan data")
    hands.into("Instruksi", "Kirimkan juga dalam huruf besar.")
    stage.shot("disposisi-ketua", "Ketua mendisposisi surat", "R3", "P5")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.told["letter_case"] = stage.case("Bahan sosialisasi")
    stage.paper(
        "lembar_disposisi", stage.told["letter_case"], "lembar-disposisi", "Lembar disposisi", ("R3", "R4")
    )
    stage.sign_out()

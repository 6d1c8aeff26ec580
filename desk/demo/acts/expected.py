"""Who can be met and who is expected: the gate, the counter, a new appointment (G1, G4)."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage


def play(stage: Stage) -> None:
    """Friday morning, beside the queue."""
    stage.sign_in("bayu")
    stage.go("Tamu ditunggu")
    stage.shot("tamu-ditunggu", "Tamu yang ditunggu hari ini siap dicentang di gerbang", "G1", "G4", "P1")
    stage.sign_out()
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Siapa di tempat")
    stage.shot("siapa-di-tempat", "Siapa yang dapat ditemui hari ini", "G4", "P2")
    stage.go("Janji temu")
    stage.shot("janji-temu", "Janji temu hari ini", "G4", "P2")
    stage.hands.press(Qt.Key.Key_N, CTRL)
    stage.hands.choose("Bertemu dengan", "Hendra Kusuma")
    stage.hands.into("Nama tamu", "Ni Wayan Sukerti")
    stage.hands.into("Keperluan", "Koordinasi pemilih di asrama")
    stage.shot("janji-temu-baru", "Janji temu baru dengan pejabat yang dituju", "G4", "P2")
    stage.close_drawer()
    stage.sign_out()

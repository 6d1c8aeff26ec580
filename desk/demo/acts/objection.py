"""An objection: form F at the counter, the tray of Atasan PPID with its alert, the papers (S3k)."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage

OBJECTED = "EP-2291"


def play(stage: Stage) -> None:
    """Two desks on one objection."""
    stage.later(minutes=5)
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    stage.hands.press(Qt.Key.Key_G, CTRL)
    stage.hands.row("Keberatan")
    stage.hands.press(Qt.Key.Key_Return)
    stage.shot("formulir-keberatan", "Formulir keberatan di loket", "S3k", "P2")
    stage.paper(
        "formulir_keberatan", stage.case(OBJECTED), "formulir-keberatan", "Formulir keberatan", ("S3k", "R4")
    )
    stage.sign_out()
    stage.sign_in("hendra")
    stage.window.navigate("ppid")
    stage.quiet()
    stage.shot("putusan-keberatan", "Keberatan menunggu putusan Atasan PPID, dengan peringatan", "S3k", "P8")
    stage.sign_out()

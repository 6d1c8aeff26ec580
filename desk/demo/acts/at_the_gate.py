"""PAMDAL registers a known visitor, gives a card and a queue ticket, and knows who is in the building."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage

VISITOR = "Lalu Ahmad Fauzi"


def play(stage: Stage) -> None:
    """Three letters, the visitor is known; a ticket; the people inside; the list for an evacuation."""
    hands = stage.hands
    stage.sign_in("bayu")
    hands.field("Nama").setFocus(Qt.FocusReason.TabFocusReason)
    hands.write("fau")
    stage.shot("tamu-dikenal", "Tamu lama dikenali dari tiga huruf", "G1")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.into("Keperluan", "Permohonan informasi")
    hands.press(Qt.Key.Key_Escape)
    hands.choose("Antrean layanan", "Permohonan Informasi")
    hands.into("Kartu tamu", "08")
    stage.shot("tamu-terisi", "Data tamu, kartu, dan antrean layanan", "G1", "G2", "G3")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.shot("tiket-antrean", "Tiket antrean siap dicetak", "G3", "Q1")
    _remember_ticket(stage)
    stage.close_drawer()
    _inside(stage)
    stage.sign_out()


def _remember_ticket(stage: Stage) -> None:
    hits = stage.window.ctx.ports.search.find("B-0")
    stage.told["ticket"], stage.told["label"] = hits[0].id, hits[0].title
    stage.paper("queue_ticket", stage.told["ticket"], "tiket-antrean", "Tiket antrean 80 mm", ("G3", "R4"))


def _inside(stage: Stage) -> None:
    hands = stage.hands
    stage.later(minutes=2)
    stage.go("Di dalam gedung")
    stage.quiet()
    stage.shot("di-dalam-gedung", "Siapa yang berada di dalam gedung", "G2")
    hands.press(Qt.Key.Key_P, CTRL)
    stage.wait_idle()
    stage.shot("daftar-evakuasi", "Daftar evakuasi sebelum dicetak", "G2")
    stage.paper("evacuation_list", "", "daftar-evakuasi", "Daftar evakuasi", ("G2", "R4"))
    stage.close_drawer()
    stage.go("Kartu tamu")
    stage.shot("kartu-tamu", "Kartu tamu yang dibawa dan yang hilang", "G2")

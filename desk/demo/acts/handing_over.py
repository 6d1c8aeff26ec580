"""The answer goes out: signature of who receives it, slip of the ekspedisi book, the whole history."""

from PySide6.QtCore import Qt

from desk.demo.acts.at_the_gate import VISITOR
from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.ui.widgets import SignaturePad

STROKES = [
    (0.12, 0.6),
    (0.2, 0.25),
    (0.27, 0.8),
    (0.36, 0.3),
    (0.43, 0.7),
    (0.55, 0.4),
    (0.68, 0.62),
    (0.86, 0.35),
]


def play(stage: Stage) -> None:
    """Wednesday morning: the visitor fetches the answer."""
    stage.later(days=1, clock="09.20")
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Penyerahan")
    _hand_over(stage)
    _papers(stage)
    stage.open_case(stage.told["case"])
    stage.hands.tab("Riwayat")
    stage.shot("riwayat", "Riwayat lengkap satu permohonan", "S3", "R9")
    stage.go("Buku ekspedisi")
    stage.shot("buku-ekspedisi", "Buku ekspedisi", "R1", "P2")
    _search(stage)
    stage.sign_out()


def _hand_over(stage: Stage) -> None:
    hands = stage.hands
    hands.row(VISITOR)
    hands.choose("Cara penyerahan", "Diambil sendiri")
    pad = hands.visible(SignaturePad)[0]
    hands.draw(pad.sheet, STROKES)
    stage.shot("penyerahan", "Penyerahan dengan tanda tangan penerima", "S3", "R4", "P2")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.quiet()
    stage.shot("slip-ekspedisi", "Slip ekspedisi sebelum dicetak", "R4")
    stage.close_drawer()


def _papers(stage: Stage) -> None:
    """Papers of this case and of others that were answered before."""
    from desk.demo.records import records_of

    records = records_of(stage.window.ctx.workplace, stage.told["case"])
    own, known = records.own, records.others
    stage.paper(
        "pemberitahuan_tertulis", own.notice, "pemberitahuan-tertulis", "Pemberitahuan tertulis", ("S3", "R4")
    )
    stage.paper("ekspedisi_slip", own.delivery, "slip-ekspedisi", "Slip ekspedisi", ("R4",))
    stage.paper("surat_jawaban", known.answer, "surat-jawaban", "Surat jawaban", ("S3", "R2", "R4"))
    stage.paper("penolakan", known.refusal, "penolakan", "Keputusan penolakan", ("S3", "R4"))
    stage.paper("fee_receipt", known.fee, "kuitansi-biaya", "Kuitansi biaya salinan", ("S3", "R4"))


def _search(stage: Stage) -> None:
    hands = stage.hands
    hands.press(Qt.Key.Key_K, CTRL)
    hands.write("fauzi")
    hands.until(stage.window.search.isVisible, "the search to find something")
    stage.shot("pencarian", "Pencarian di seluruh kantor", "G1", "S3")
    hands.press(Qt.Key.Key_Escape)

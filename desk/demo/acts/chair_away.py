"""The chair is away: a disposition copied from paper, a mandate, a batch by the Plh. Ketua, a signature."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage

ON_PAPER, BATCH = "Partai Persatuan", ("Partai Persatuan", "Pemantau Demokrasi", "Universitas Bahari")
MANDATE = "43/ST/XI/2026"
ANSWERED = "Yayasan Disabilitas"
BODY = (
    "Menindaklanjuti surat Saudara, bersama ini kami sampaikan bahan sosialisasi pemilih berkebutuhan khusus "
    "yang pernah diterbitkan, dalam huruf besar."
)


def play(stage: Stage) -> None:
    """Later the same morning."""
    stage.later(minutes=15)
    _from_paper(stage)
    _mandate(stage)
    stage.later(minutes=20)
    _batch(stage)
    stage.later(minutes=20)
    _answer(stage)
    stage.later(minutes=30)
    _sign_as_deputy(stage)


def _from_paper(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("wulan")
    stage.go("Disposisi dari kertas")
    hands.row(ON_PAPER)
    hands.into("Jam", "0840")
    hands.into("Usul dan saran", "Mohon arahan Ketua.")
    stage.shot("disposisi-dari-kertas", "Disposisi yang ditulis tangan dicatat dari kertas", "R3", "P3")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.sign_out()


def _mandate(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("ratna")
    stage.go("Mandat")
    hands.choose("Pelaksana harian", "Dewi Lestari")
    hands.into("Sampai tanggal", "+4")
    hands.into("Nomor surat tugas", MANDATE)
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    stage.shot("mandat", "Ketua memberi mandat kepada pelaksana harian", "P5")
    stage.sign_out()


def _batch(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("dewi")
    stage.room("leadership")
    stage.go("Disposisi")
    for sender in BATCH:
        hands.row(sender)
        hands.press(Qt.Key.Key_Space)
    hands.choose("Diteruskan kepada", "Kasubag Perencanaan")
    hands.push("Siapkan data")
    stage.shot("disposisi-sekaligus", "Plh. Ketua mendisposisi beberapa surat sekaligus", "R3", "P5")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    stage.sign_out()


def _answer(stage: Stage) -> None:
    """The letter disposed of before is answered and gets its parafs."""
    hands = stage.hands
    stage.sign_in("mira")
    stage.open_case(stage.told["letter_case"])
    hands.tab("Jawaban")
    hands.choose("Keputusan", "Dikabulkan")
    hands.choose("Penanda tangan", "Ketua")
    hands.into("Isi surat jawaban", BODY)
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.sign_out()
    stage.sign_in("syahrul")
    stage.open_case(stage.told["letter_case"])
    hands.push("Beri paraf")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.sign_out()
    stage.sign_in("hendra")
    stage.go("Penandatanganan")
    hands.row(ANSWERED)
    hands.push("Beri paraf")
    stage.wait_idle()
    stage.sign_out()


def _sign_as_deputy(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("dewi")
    stage.go("Penandatanganan")
    hands.row(ANSWERED)
    hands.push("Tanda tangani")
    stage.shot("tanda-tangan-plh", "Plh. Ketua menandatangani dengan mandat yang tercatat", "P5", "R2")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    letter = next(hit for hit in stage.window.ctx.ports.search.find(ANSWERED) if hit.kind == "letter")
    stage.paper("surat_jawaban", letter.id, "surat-plh", "Surat yang ditandatangani Plh. Ketua", ("P5", "R4"))
    stage.sign_out()

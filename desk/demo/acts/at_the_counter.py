"""The front office: queue, board, form with mistakes and without, due date, receipt, spoken answer, inbox."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage

WANTED = "Rekapitulasi hasil pemilihan anggota DPRD Kabupaten 2024 per TPS di daerah pemilihan 2"
PURPOSE = "Bahan musyawarah karang taruna"
CORRECTED = "Bahan musyawarah karang taruna dan pemerintah desa"


def play(stage: Stage) -> None:
    """A ticket is called, the board shows it; the next visitor's request is taken in."""
    stage.later(minutes=3)
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    stage.shot("loket", "Loket dengan antrean yang menunggu", "Q1", "P2")
    _priority_first(stage)
    _call_visitor(stage)
    _form(stage)
    _saved(stage)
    _spoken(stage)
    _corrected(stage)
    _inbox(stage)
    _cases(stage)
    stage.sign_out()


def _priority_first(stage: Stage) -> None:
    """F2 calls the elderly visitor first; the board shows it; she is helped and the ticket finished."""
    hands = stage.hands
    hands.press(Qt.Key.Key_F2)
    stage.shot("panggil-prioritas", "Jalur prioritas dipanggil lebih dahulu", "Q1")
    _board(stage)
    hands.press(Qt.Key.Key_F2)
    stage.later(minutes=4)
    hands.press(Qt.Key.Key_F9)
    stage.quiet()


def _board(stage: Stage) -> None:
    board = stage.show_board()
    stage.shot("papan-antrean", "Papan antrean di ruang tunggu", "Q2", "P10", window=board)
    stage.hide_board()


def _call_visitor(stage: Stage) -> None:
    hands = stage.hands
    hands.row(stage.told["label"])
    hands.press(Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_F2)
    stage.wait_idle()


def _form(stage: Stage) -> None:
    """First saved too early: the form says beside each field what is missing; then it is filled in."""
    hands = stage.hands
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    stage.shot("isian-belum-lengkap", "Formulir menyebut apa yang belum diisi", "S3", "P2")
    hands.into("NIK", "5299011203880003")
    hands.into("Informasi yang diminta", WANTED)
    hands.into("Tujuan penggunaan", PURPOSE)
    hands.choose("Cara memperoleh", "Salinan hardcopy")
    hands.push("Identitas diri")
    stage.shot("formulir-terisi", "Permohonan informasi publik terisi", "S3", "C1", "P2")
    hands.push("Mengapa tanggal ini?")
    stage.shot("mengapa-tanggal-ini", "Hitungan batas waktu hari demi hari", "S3", "R11")
    stage.close_drawer()


def _saved(stage: Stage) -> None:
    hands = stage.hands
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.quiet()
    stage.shot("tanda-terima", "Tanda terima sebelum dicetak", "S3", "R2", "R4")
    stage.close_drawer()
    found = stage.window.ctx.ports.search.find(WANTED)
    case = next(hit for hit in found if hit.kind == "case")
    stage.told["case"], stage.told["number"] = case.id, case.number
    stage.paper("tanda_terima", case.id, "tanda-terima", "Tanda terima A4, dua rangkap", ("S3", "R4"))
    stage.paper("tanda_terima_roll", case.id, "tanda-terima-struk", "Tanda terima 80 mm", ("S3", "R4"))
    stage.paper("form_b", case.id, "formulir-permohonan", "Formulir permohonan terisi", ("S3", "R4"))
    hands.push("Teruskan ke Tim Penghubung")
    stage.shot("terdaftar", "Terdaftar dan diteruskan ke Tim Penghubung", "S3", "R2")
    stage.later(minutes=2)
    hands.press(Qt.Key.Key_F9)
    stage.quiet()


def _spoken(stage: Stage) -> None:
    hands = stage.hands
    hands.press(Qt.Key.Key_F12)
    hands.into("Informasi yang ditanyakan", "Cara memeriksa nama dalam daftar pemilih")
    stage.shot("jawaban-lisan", "Jawaban lisan tercatat dalam sepuluh detik", "S3", "C1")
    hands.press(Qt.Key.Key_Return)
    stage.quiet()


def _corrected(stage: Stage) -> None:
    """The visitor is back at the counter: the purpose was written down wrongly."""
    hands = stage.hands
    stage.open_case(stage.told["case"])
    hands.tab("Ringkasan")
    hands.push("Perbaiki isian")
    hands.into("Tujuan penggunaan", CORRECTED)
    stage.shot("perbaiki-isian", "Isian permohonan terdaftar diperbaiki di formulirnya", "S3", "P2")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    stage.shot("isian-diperbaiki", "Isian yang diperbaiki pada ringkasan permohonan", "S3", "P2")


def _inbox(stage: Stage) -> None:
    stage.go("Pesan masuk")
    stage.hands.row("Permohonan data pemilih pemula")
    stage.shot("pesan-masuk", "Pesan dari semua saluran dan pemeriksaan harian", "C1", "W5")


def _cases(stage: Stage) -> None:
    stage.go("Permohonan")
    stage.shot("daftar-permohonan", "Semua permohonan menurut batas waktu", "S3", "P2")
    waiting = stage.case("Jadwal dan lokasi kampanye")
    stage.paper("berkas_kurang", waiting, "berkas-kurang", "Pemberitahuan kekurangan berkas", ("S3", "R4"))

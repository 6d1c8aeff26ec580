"""Around the requests: calendar, recovery code, extension, keys, large text."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.queries import extensions

LARGE = 1.5
_HOLIDAY = "Hari Jadi Kabupaten Tanjung Lestari"


def play(stage: Stage) -> None:
    """Wednesday, here and there in the office."""
    stage.later(minutes=30)
    _calendar(stage)
    _extension(stage)
    _keys(stage)
    _large_text(stage)


def _calendar(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("indah")
    stage.go("Kalender")
    hands.into("Tanggal", "30/11/2026")
    hands.choose("Jenis", "Kantor tutup")
    hands.into("Nama hari libur", _HOLIDAY)
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.quiet()
    stage.shot("kalender", "Hari libur baru menggeser batas waktu permohonan", "R11", "P11")
    _recovery_code(stage)
    stage.sign_out()


def _recovery_code(stage: Stage) -> None:
    """A new code, its sheet in sight; it never comes into force."""
    stage.go("Kode pemulihan")
    stage.hands.press(Qt.Key.Key_F2)
    stage.wait_idle()
    stage.close_drawer()
    stage.shot("kode-pemulihan", "Kode pemulihan baru berlaku sesudah lembarnya disimpan", "P11")


def _extension(stage: Stage) -> None:
    stage.sign_in("lina")
    case_id = stage.case("Jumlah pemilih menurut usia")
    stage.open_case(case_id)
    stage.hands.push("Perpanjang")
    stage.hands.into("Alasan", "Data per desa masih dicocokkan dengan arsip kecamatan.")
    stage.shot("perpanjangan", "Perpanjangan batas waktu dengan alasan", "S3", "P7")
    stage.hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    stage.sign_out()
    _notice(stage, case_id)


def _notice(stage: Stage, case_id: str) -> None:
    """The PPID finds the notice beside the letters and signs it."""
    stage.sign_in("putri")
    stage.go("Penandatanganan")
    stage.hands.press(Qt.Key.Key_F7)
    stage.hands.push("Tanda tangani pemberitahuan")
    stage.shot("tanda-tangan-pemberitahuan", "Pemberitahuan perpanjangan ditandatangani", "S3", "P8")
    stage.hands.press(Qt.Key.Key_Return, CTRL)
    stage.wait_idle()
    stage.close_drawer()
    extension = stage.window.ctx.workplace.ask(extensions.of_case, case_id)[-1].id
    title = "Pemberitahuan perpanjangan waktu"
    stage.paper("perpanjangan", extension, "pemberitahuan-perpanjangan", title, ("S3", "R4"))
    stage.sign_out()


def _keys(stage: Stage) -> None:
    stage.sign_in("rahma", counter="Loket 1")
    stage.hands.press(Qt.Key.Key_Slash, CTRL)
    stage.shot("pintasan", "Pintasan papan ketik layar ini", "P2")
    stage.close_drawer()
    stage.hands.press(Qt.Key.Key_F1)
    stage.shot("bantuan", "Bantuan layar ini", "P2")
    stage.close_drawer()
    stage.hands.press(Qt.Key.Key_F11)
    stage.shot("standar", "Standar pelayanan di loket", "R10")
    stage.close_drawer()
    stage.paper("standar_pelayanan", "informasi", "standar-pelayanan", "Standar pelayanan", ("R10",))
    stage.paper("maklumat_pelayanan", "", "maklumat-pelayanan", "Maklumat pelayanan", ("R10",))


def _large_text(stage: Stage) -> None:
    """Text at 150 percent on the smallest screen."""
    stage.go("Permohonan")
    stage.window.set_text_scale(LARGE)
    stage.sign_out()
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    stage.shot("teks-besar-loket", "Loket dengan teks 150 persen", "P2")
    stage.open_case(stage.told["case"])
    stage.shot("teks-besar-permohonan", "Halaman permohonan dengan teks 150 persen", "P2")
    stage.window.set_text_scale(1.0)
    stage.sign_out()

"""Another service: its form chosen at the counter, a request accepted, a placement, the certificate (S5)."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.queries import history

ASKED, AT_WORK, ENDED = "Magang 3 mahasiswa", "Magang 1 mahasiswa", "Magang 2 mahasiswa"


def play(stage: Stage) -> None:
    """A morning with students."""
    stage.later(minutes=20)
    _chosen(stage)
    _accepted(stage)
    _placed(stage)
    _certificate(stage)


def _chosen(stage: Stage) -> None:
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    stage.hands.press(Qt.Key.Key_G, CTRL)
    stage.shot("pilih-layanan", "Layanan lain dipilih di loket", "P2")
    stage.hands.row("Magang Perguruan Tinggi")
    stage.hands.press(Qt.Key.Key_Return)
    stage.shot("formulir-magang", "Formulir magang dengan daftar peserta", "S5", "P2")
    stage.sign_out()


def _accepted(stage: Stage) -> None:
    stage.sign_in("syahrul")
    stage.open_case(stage.case(ASKED))
    stage.hands.tab("Jawaban")
    stage.hands.choose("Keputusan", "Disetujui")
    stage.shot("magang-disetujui", "Magang disetujui; suratnya memuat semua peserta", "S5", "P7")
    stage.sign_out()


def _placed(stage: Stage) -> None:
    stage.sign_in("syahrul")
    stage.open_case(stage.case(AT_WORK))
    stage.hands.push("Ubah penempatan")
    stage.shot("penempatan-magang", "Penempatan peserta menurut bagian dan waktu", "S5", "P7")
    stage.close_drawer()
    stage.sign_out()


def _certificate(stage: Stage) -> None:
    stage.sign_in("hendra")
    case_id = stage.case(ENDED)
    stage.open_case(case_id)
    stage.hands.tab("Ringkasan")
    stage.shot("magang-selesai", "Penempatan, laporan, dan naskah peserta magang", "S5", "P4")
    letters = stage.window.ctx.workplace.ask(history.letters, case_id)
    for one in letters:
        if one.kind == "sertifikat_magang":
            stage.paper(one.kind, one.id, "sertifikat-magang", "Sertifikat magang", ("S5", "R4"))
        if one.kind == "keterangan_magang":
            stage.paper(one.kind, one.id, "keterangan-magang", "Surat keterangan magang", ("S5", "R4"))
    stage.sign_out()

"""A member of the council is replaced: the form, a clarification, candidates by votes, the minutes (S2)."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.replacements import CLARIFYING
from desk.demo.stage import Stage
from desk.queries import history


def play(stage: Stage) -> None:
    """After the votes."""
    stage.later(minutes=5)
    _asked(stage)
    _clarified(stage)
    _published(stage)


def _asked(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    hands.press(Qt.Key.Key_G, CTRL)
    hands.row("Penggantian Antarwaktu")
    hands.press(Qt.Key.Key_Return)
    hands.into("Pengirim surat", "Ketua DPRD")
    hands.into("Perihal", "Anggota DPRD yang berhenti antarwaktu")
    hands.into("Nama pimpinan DPRD", "Zainal Mutaqin")
    hands.into("Nama DPRD", "DPRD Kabupaten Tanjung Lestari")
    hands.into("Anggota yang berhenti", "Kartini")
    hands.press(Qt.Key.Key_Down)
    hands.press(Qt.Key.Key_Return)
    hands.choose("Alasan berhenti", "Diberhentikan atas usul partai")
    stage.shot(
        "formulir-paw", "Anggota yang berhenti dari perolehan suara, berkas menurut alasan", "S2", "P2"
    )
    stage.sign_out()


def _clarified(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("mira")
    stage.open_case(stage.case(CLARIFYING))
    stage.shot("paw-klarifikasi", "Hitungan berhenti selama klarifikasi", "S2", "P7")
    hands.push("Klarifikasi selesai")
    hands.into("Yang diklarifikasi", "Tanda tangan pada surat pengunduran diri")
    hands.into("Pihak yang memberi klarifikasi", "Saiful Suryadi, anggota DPRD")
    hands.into("Tanggal klarifikasi", "hari ini")
    hands.into("Hasil klarifikasi", "Surat pengunduran diri dibenarkan dan ditandatangani ulang.")
    stage.shot("klarifikasi-selesai", "Apa yang diklarifikasi, dengan siapa, hasilnya", "S2", "P7")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.close_drawer()
    stage.quiet()
    hands.push("Urutkan calon pengganti")
    stage.shot("urutan-calon", "Calon dari partai dan dapil yang sama menurut suara", "S2", "P7")
    stage.close_drawer()
    stage.sign_out()


def _published(stage: Stage) -> None:
    """One that is over already."""
    stage.sign_in("dewi")
    case_id = stage.case("001/PAW")
    stage.open_case(case_id)
    stage.hands.tab("Ringkasan")
    stage.shot("paw-selesai", "Verifikasi, urutan calon, rapat pleno, tautan publikasi", "S2", "P6")
    stage.paper("berita_acara_pleno", case_id, "berita-acara-pleno", "Berita acara rapat pleno", ("S2", "R4"))
    for one in stage.window.ctx.workplace.ask(history.letters, case_id):
        stage.paper(one.kind, one.id, "jawaban-paw", one.subject, ("S2", "R4"))
    stage.sign_out()

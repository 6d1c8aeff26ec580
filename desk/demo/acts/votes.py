"""Votes kept once per election and authenticated: figures, the form, the sheets prepared and issued (S1)."""

from PySide6.QtCore import Qt

from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.queries import history


def play(stage: Stage) -> None:
    """Monday morning, between two letters."""
    stage.later(minutes=5)
    _kept(stage)
    _asked(stage)
    _prepared(stage)
    _issued(stage)


def _kept(stage: Stage) -> None:
    stage.sign_in("mira")
    stage.go("Perolehan suara")
    stage.hands.line("Tanjung Lestari 1")
    stage.shot("perolehan-suara", "Perolehan suara pemilu terakhir menurut daerah pemilihan", "S1", "P7")
    stage.hands.press(Qt.Key.Key_F4)
    stage.shot("koreksi-suara", "Angka satu daerah pemilihan dengan jumlah kendali", "S1", "P7")
    stage.close_drawer()
    stage.sign_out()


def _asked(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    hands.press(Qt.Key.Key_G, CTRL)
    hands.row("Autentifikasi")
    hands.press(Qt.Key.Key_Return)
    hands.into("Pengirim surat", "DPC Partai Persatuan Lestari")
    hands.into("Perihal", "Permohonan autentifikasi perolehan suara")
    hands.into("Nama pimpinan partai", "Suparman")
    hands.into("Partai politik", "Partai Persatuan Lestari")
    hands.choose("Jabatan penanda tangan surat", "Wakil Ketua")
    hands.choose("Yang diminta", "Keduanya")
    stage.shot("formulir-autentifikasi", "Permohonan autentifikasi dari partai yang punya kursi", "S1", "P2")
    stage.sign_out()


def _prepared(stage: Stage) -> None:
    stage.sign_in("dewi")
    stage.shot("pekerjaan-divisi", "Pekerjaan Ketua Divisi Teknis", "S1", "P6")
    stage.open_case(stage.case("003/AUT"))
    stage.hands.push("Siapkan perolehan suara")
    stage.shot("siapkan-suara", "Lembar per daerah pemilihan dari angka yang disimpan", "S1", "P6")
    stage.hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    stage.hands.choose("Keputusan", "Dipenuhi")
    stage.shot("autentifikasi-dipenuhi", "Keputusan dan surat pengantar autentifikasi", "S1", "P6")
    stage.sign_out()


def _issued(stage: Stage) -> None:
    stage.sign_in("ratna")
    stage.open_case(stage.case("002/AUT"))
    stage.hands.push("Terbitkan lembar perolehan suara")
    stage.shot("terbitkan-lembar", "Semua lembar ditandatangani dan dinomori sekaligus", "S1", "R2", "P5")
    stage.close_drawer()
    stage.sign_out()
    _papers(stage)


def _papers(stage: Stage) -> None:
    """The sheets of the party that has them already."""
    stage.sign_in("hendra")
    case_id = stage.case("001/AUT")
    stage.open_case(case_id)
    stage.hands.tab("Ringkasan")
    stage.shot("autentifikasi-selesai", "Perolehan suara, naskah, dan penyerahannya", "S1", "P4")
    shown: set[str] = set()
    for one in stage.window.ctx.workplace.ask(history.letters, case_id):
        if one.kind in ("autentifikasi", "salinan_keputusan") and one.kind not in shown:
            shown.add(one.kind)
            title = one.subject
            stage.paper(one.kind, one.id, one.kind.replace("_", "-"), title, ("S1", "R4"))
    stage.sign_out()

"""Voter data: the form, a promise that is kept, a recap by district and its letter, the proof (S6)."""

from PySide6.QtCore import Qt

from desk.demo import voters
from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.queries import deliveries, history


def play(stage: Stage) -> None:
    """The same Wednesday: the counter, the Kasubag Data, the counter again."""
    stage.later(minutes=10)
    _asked(stage)
    _recap(stage)
    _watched(stage)
    _papers(stage)


def _asked(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("rahma", counter="Loket 1")
    stage.go("Loket")
    hands.press(Qt.Key.Key_G, CTRL)
    hands.row("Layanan Data Pemilih")
    hands.press(Qt.Key.Key_Return)
    hands.into("Nama pemohon", "Halimah Tusadiah")
    hands.into("NIK", "5299014907980003")
    hands.into("Telepon / WhatsApp", "081200001573")
    hands.into("Dokumen yang ditunjukkan", "Akta kelahiran")
    hands.push("KTP elektronik")
    stage.quiet()
    stage.shot("formulir-data-pemilih", "Data pemilih: dokumen dilihat dan dikembalikan", "S6", "P2")
    stage.open_case(stage.case(voters.CHECKED))
    stage.quiet()
    hands.push("Catat hasil pengecekan")
    hands.choose("Hasil pengecekan", "Terdaftar, data perlu")
    hands.into("Terdaftar di", "TPS 5 Desa Karang Baru, Kecamatan Lestari Timur")
    hands.into("Keterangan", "Status perkawinan belum sesuai buku nikah")
    stage.shot("hasil-pengecekan", "Hasil pengecekan pada laman daftar pemilih", "S6", "P2")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    hands.push("Catat janji pemberitahuan")
    hands.into("Yang dijanjikan", "Usul perbaikan status perkawinan diteruskan")
    hands.into("Paling lambat", "2/12/2026")
    stage.shot("janji-pemberitahuan", "Yang dijanjikan, kepada siapa, dan sampai kapan", "S6", "P2")
    stage.close_drawer()
    stage.sign_out()


def _recap(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("lina")
    stage.open_case(stage.case(voters.FORUM))
    hands.push("Ganti rekapitulasi")
    stage.shot("rekapitulasi", "Rekapitulasi menurut kecamatan, jumlahnya diperiksa", "S6", "P7")
    stage.close_drawer()
    hands.tab("Jawaban")
    stage.shot("surat-rekapitulasi", "Surat rekapitulasi dengan lampirannya", "S6", "R4", "P7")
    stage.sign_out()


def _watched(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("rahma", counter="Loket 1")
    stage.open_case(stage.case("Umar Said"))
    hands.push("Catat pemberitahuan")
    hands.into("Yang diberitahukan", "Alamat sudah diperbaiki dalam daftar pemilih")
    stage.shot("pemberitahuan-janji", "Janji dipantau sampai semua diberi tahu", "S6", "P2")
    stage.close_drawer()
    stage.sign_out()


def _papers(stage: Stage) -> None:
    stage.sign_in("lina")
    place = stage.window.ctx.workplace
    delivery = place.ask(deliveries.of_case, stage.case("Umar Said"))[0]
    title = "Tanda bukti layanan data pemilih"
    stage.paper("bukti_layanan", delivery.id, "bukti-layanan", title, ("S6", "R4"))
    sent = place.ask(history.letters, stage.case("OSIS"))
    letter = next(one for one in sent if one.kind == "rekapitulasi_pemilih")
    stage.paper(
        letter.kind, letter.id, "rekapitulasi-pemilih", "Surat rekapitulasi data pemilih", ("S6", "R4")
    )
    stage.sign_out()

"""In the office of a kota: planned and actual minutes, a spoken disposition, the division asked (S10)."""

from desk.demo import city
from desk.demo.stage import Stage
from desk.queries import history


def play(stage: Stage) -> None:
    """A morning in a third office."""
    stage.open()
    _help_desk(stage)
    _chair(stage)
    _section(stage)
    _division(stage)


def _help_desk(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("vera", counter="Loket 1")
    stage.go("Loket")
    hands.into("Nama pemohon", "Petrus Manek")
    hands.into("Tujuan", "Jadwal pemutakhiran data pemilih")
    hands.choose("Ingin menemui", "Ketua")
    stage.shot("kota-formulir", "Help Desk: permohonan langsung tercatat dalam tiga menit", "S10", "P2")
    stage.open_case(stage.case(city.NEW))
    stage.quiet()
    hands.push("Arahkan ke pimpinan")
    stage.shot("kota-arahkan", "Diarahkan kepada pimpinan yang ada di tempat", "S10", "G4")
    stage.close_drawer()
    stage.open_case(stage.case(city.DONE))
    hands.tab("Riwayat")
    stage.shot("kota-menit", "Menit rencana dan menit sebenarnya tiap langkah", "S10", "P2")
    case_id = stage.case(city.DONE)
    stage.go("Waktu langkah")
    stage.shot("waktu-langkah", "Rekapitulasi menit tiap langkah sebulan", "S10", "R7", "P2")
    title = "Lembar disposisi lisan"
    stage.paper("lembar_disposisi", case_id, "disposisi-lisan", title, ("S10", "R3", "G5"))
    stage.paper("tanda_terima", case_id, "tanda-terima-kota", "Tanda terima Help Desk", ("S10", "R4"))
    stage.sign_out()


def _chair(stage: Stage) -> None:
    stage.sign_in("ismail")
    stage.open_case(stage.case(city.MEETING))
    stage.hands.tab("Riwayat")
    stage.shot("kota-berjalan", "Pertemuan yang sedang berjalan dengan menitnya", "S10", "G5", "P5")
    stage.hands.push("Disposisi lisan")
    stage.shot("disposisi-lisan", "Disposisi lisan dalam tiga tombol", "S10", "G5", "P5")
    stage.close_drawer()
    stage.sign_out()


def _section(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("yosua")
    stage.shot("kota-pekerjaan", "Pekerjaan Kasubag Data", "S10", "P7")
    stage.open_case(stage.case(city.WRITING))
    hands.tab("Jawaban")
    stage.shot("kota-balasan", "Surat balasan dengan data sebagai lampiran", "S10", "R4", "P7")
    place = stage.window.ctx.workplace
    letter = place.ask(history.letters, stage.case("001/YP"))[0]
    stage.paper(letter.kind, letter.id, "surat-balasan", "Surat balasan", ("S10", "R4"))
    stage.sign_out()


def _division(stage: Stage) -> None:
    stage.sign_in("fransiskus")
    stage.open_case(stage.case(city.DIVISION))
    stage.hands.push("Wawancara sudah diberikan")
    stage.hands.into("Arahan divisi", "Wawancara diberikan hari ini pukul 13.00, didampingi Kasubag Data.")
    stage.shot("kota-arahan", "Divisi memberi arahan sesudah dikonsultasi", "S10", "P6")
    stage.close_drawer()
    stage.sign_out()

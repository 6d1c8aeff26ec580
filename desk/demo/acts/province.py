"""In the office of a province: who can be met, a consultation led on, written up and answered (S9)."""

from PySide6.QtCore import Qt

from desk.demo import given_data, province
from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.queries import history


def play(stage: Stage) -> None:
    """A morning in another office."""
    stage.open()
    _gate(stage)
    _front_office(stage)
    _member(stage)
    _answered(stage)
    _kabag(stage)
    _data(stage)


def _gate(stage: Stage) -> None:
    stage.sign_in("aris")
    stage.go("Siapa di tempat")
    stage.shot("provinsi-siapa-di-tempat", "Provinsi: siapa yang dapat ditemui", "G4", "P1")
    stage.sign_out()


def _front_office(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("yanti", counter="Loket 1")
    stage.go("Loket")
    hands.press(Qt.Key.Key_G, CTRL)
    hands.row("Konsultasi")
    hands.press(Qt.Key.Key_Return)
    hands.choose("Cara masuk", "Datang tanpa surat")
    hands.into("Nama pemohon", "Yuliana Sabat")
    hands.into("Telepon / WhatsApp", "081200003055")
    hands.into("Materi konsultasi", "Pendaftaran pemilih yang baru pindah provinsi")
    hands.into("Maksud dan tujuan", "Terdaftar di alamat yang baru")
    hands.into("Sumber data / tahu dari mana", "Media sosial kantor")
    stage.shot("konsultasi-formulir", "Konsultasi tanpa surat dengan sumber data", "S9", "C3", "P2")
    stage.open_case(stage.case(province.WAITING))
    stage.quiet()
    hands.push("Arahkan ke anggota")
    stage.shot(
        "konsultasi-arahkan", "Tamu diarahkan kepada yang ada di tempat, didampingi bagian", "S9", "G4"
    )
    stage.close_drawer()
    hands.push("Alihkan ke pejabat struktural")
    stage.shot("konsultasi-alihkan", "Dialihkan kepada pejabat struktural dengan persetujuan", "S9", "G4")
    stage.close_drawer()
    stage.sign_out()


def _member(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("salma")
    stage.open_case(stage.case(province.MEETING))
    hands.push("Konsultasi selesai")
    hands.into("Tanggal konsultasi", "hari ini")
    hands.into("Jam mulai", "0845")
    hands.into("Jam selesai", "0950")
    hands.into("Penjelasan dan saran", "Pindah domisili dibuktikan dengan KTP elektronik yang baru.")
    stage.shot("berita-acara", "Berita acara konsultasi ditulis seusai pertemuan", "S9", "P6")
    stage.close_drawer()
    stage.sign_out()


def _answered(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in("inggrid")
    stage.open_case(stage.case(province.DELEGATED))
    hands.tab("Jawaban")
    stage.shot("konsultasi-jawaban", "Surat jawaban dimulai dari saran dalam berita acara", "S9", "R4", "P7")
    hands.tab("Ringkasan")
    stage.shot(
        "konsultasi-ringkasan", "Pengalihan, persetujuan, dan berita acara satu konsultasi", "S9", "P7"
    )
    stage.sign_out()
    stage.sign_in("gregor")
    held = stage.case(province.HELD_ABOUT)
    title = "Berita acara konsultasi"
    stage.paper("berita_acara_konsultasi", held, "berita-acara-konsultasi", title, ("S9", "R4"))
    letter = stage.window.ctx.workplace.ask(history.letters, stage.case("001/KS"))[0]
    stage.paper(letter.kind, letter.id, "jawaban-konsultasi", "Surat jawaban konsultasi", ("S9", "R4"))
    stage.sign_out()


def _kabag(stage: Stage) -> None:
    stage.sign_in("debora")
    stage.go("Penandatanganan")
    stage.shot("paraf-kabag", "Provinsi: Kepala Bagian memberi paraf sebelum Sekretaris", "R9", "P7")
    stage.sign_out()


def _data(stage: Stage) -> None:
    """Data and information: taken in, given in the service room, refused with the law (S8)."""
    hands = stage.hands
    stage.sign_in("yanti", counter="Loket 1")
    stage.go("Loket")
    hands.press(Qt.Key.Key_G, CTRL)
    hands.row("Data dan Informasi")
    hands.press(Qt.Key.Key_Return)
    stage.quiet()
    hands.choose("Cara masuk", "Datang dengan surat")
    stage.shot("data-formulir", "Data dan informasi: datang dengan surat pimpinan", "S8", "C3", "P2")
    stage.sign_out()
    stage.sign_in("leni")
    stage.open_case(stage.case(given_data.SERVED))
    stage.shot("ruang-pelayanan", "Petugas yang ditugaskan melayani di ruang pelayanan", "S8", "P7")
    stage.sign_out()
    stage.sign_in("simon")
    case_id = stage.case(given_data.REFUSED)
    stage.open_case(case_id)
    hands.tab("Riwayat")
    stage.shot("data-ditolak", "Permohonan yang ditolak dengan dasar hukumnya", "S8", "R9", "P7")
    letter = stage.window.ctx.workplace.ask(history.letters, case_id)[0]
    stage.paper(letter.kind, letter.id, "surat-penolakan", "Surat penolakan", ("S8", "R4"))
    stage.sign_out()

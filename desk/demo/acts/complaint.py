"""Complaints: the team's desk and form, telaah, a section that knows no names, oversight, the answer (S4)."""

from PySide6.QtCore import Qt

from desk.demo import complaints
from desk.demo.hands import CTRL
from desk.demo.stage import Stage
from desk.queries import history


def play(stage: Stage) -> None:
    """Wednesday, at the desk of the complaints team and beyond it."""
    stage.later(minutes=10)
    _team(stage)
    _section(stage)
    _oversight(stage)
    _answer(stage)


def _team(stage: Stage) -> None:
    hands = stage.hands
    stage.sign_in(complaints.TEAM)
    stage.shot("meja-pengaduan", "Pekerjaan Tim Pengelola Pengaduan menurut batas waktu", "S4", "P9")
    stage.go("Pengaduan baru")
    hands.into("Nama pemohon", "Rosida Hamid")
    hands.into("NIK", "5299014407880002")
    hands.into("Telepon / WhatsApp", "081200001561")
    hands.choose("Tentang layanan", "Data pemilih")
    hands.into("Uraian", "Nama ibu saya belum ada dalam daftar meski sudah dua kali dilaporkan")
    hands.into("Kronologi singkat", "Dilaporkan pada bulan Agustus dan Oktober, belum ada kabar.")
    stage.shot("formulir-pengaduan", "Pengaduan tertulis; identitas pelapor tersimpan terpisah", "S4", "P9")
    hands.choose("Cara menyampaikan", "Lisan")
    stage.shot("pengaduan-lisan", "Pengaduan lisan pada formulir ringkas", "S4", "P9")
    stage.open_case(stage.case("Papan antrean"))
    hands.push("Catat hasil telaah")
    hands.choose("Jalan yang diusulkan", "Disalurkan")
    hands.into(
        "Hasil telaah", "Pengeras suara perlu ditambah di baris belakang; disalurkan ke Kasubag Keuangan."
    )
    stage.shot("telaah", "Telaah mengusulkan jalan penanganan", "S4", "P9")
    hands.press(Qt.Key.Key_Return, CTRL)
    stage.quiet()
    stage.shot("penilaian-pengaduan", "Jalan penanganan dipilih sesudah telaah", "S4", "P9")
    stage.sign_out()


def _section(stage: Stage) -> None:
    """The section works on it and never learns who complained."""
    hands = stage.hands
    stage.sign_in("mira")
    stage.open_case(stage.case(complaints.PASSED_ON[:40]))
    stage.hands.tab("Ringkasan")
    stage.shot("pelapor-dirahasiakan", "Bagian terkait bekerja tanpa mengetahui pelapor", "S4", "P7")
    hands.push("Laporkan tindak lanjut")
    hands.into(
        "Tindakan yang dilakukan", "Lampiran dikirim ulang melalui surel dan dicatat di buku ekspedisi."
    )
    hands.into("Selesai pada", "25/11/2026")
    hands.choose("Hasil", "Terbukti")
    stage.shot("tindak-lanjut", "Laporan tindak lanjut pengaduan", "S4", "P7")
    stage.close_drawer()
    stage.sign_out()


def _oversight(stage: Stage) -> None:
    stage.sign_in("hendra")
    stage.open_case(stage.case(complaints.EXAMINED[:40]))
    stage.hands.tab("Ringkasan")
    stage.shot(
        "pengawasan-internal", "Pemeriksaan dan tindak lanjut disiplin oleh Sekretaris", "S4", "R6", "P4"
    )
    stage.sign_out()


def _answer(stage: Stage) -> None:
    stage.sign_in(complaints.TEAM)
    case_id = stage.case(complaints.ANSWERED[:40])
    stage.open_case(case_id)
    stage.hands.tab("Riwayat")
    stage.shot("riwayat-pengaduan", "Pengaduan dari pendaftaran sampai jawaban diterima", "S4", "R9", "P9")
    stage.paper("tanda_terima", case_id, "tanda-terima-pengaduan", "Tanda terima pengaduan", ("S4", "R4"))
    _letter(stage, case_id, "jawaban_pengaduan", "Jawaban pengaduan")
    notice = stage.case("Pembagian bantuan desa")
    _letter(stage, notice, "bukan_kewenangan", "Pemberitahuan bukan kewenangan")
    stage.sign_out()


def _letter(stage: Stage, case_id: str, kind: str, title: str) -> None:
    one = next(row for row in stage.window.ctx.workplace.ask(history.letters, case_id) if row.kind == kind)
    stage.paper(kind, one.id, kind.replace("_", "-"), title, ("S4", "R4"))

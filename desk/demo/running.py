"""Requests by form that are under way: one in every step, one overdue, one due today, one extended."""

from desk.actions.attachments import NewFile
from desk.demo import people
from desk.demo.answers import answer, notice
from desk.demo.events import (
    attached,
    completed,
    decided,
    extended,
    moved,
    paraf,
    returned,
    signed,
    sorted_to_ppid,
    submitted,
    to_liaison,
    wrote,
)
from desk.demo.office import shipped
from desk.demo.story import Story
from desk.rules.intake import Channel
from desk.services.informasi import Content, Openness, WayToFetch, WayToGet
from desk.services.informasi_answers import Decision

_BY_EMAIL = {"way_to_get": WayToGet.COPY_SOFT, "way_to_fetch": WayToFetch.EMAIL}
_ON_PAPER = {"way_to_get": WayToGet.COPY_HARD}


def stories() -> list[Story]:
    """Every request by form that is still open."""
    return [*_at_the_desk(), *_deciding(), *_gathering(), *_writing(), *_checking(), *_going_out()]


def _at_the_desk() -> list[Story]:
    return [
        Story(
            0,
            "08.45",
            people.NURHAYATI,
            "Daftar Pemilih Tetap Desa Karang Baru pada Pemilihan 2024",
            "Memastikan nama keluarga tercatat sebagai pemilih",
            login="yudi",
            more=_ON_PAPER,
        ),
        Story(
            4,
            "10.20",
            people.ANDI,
            "Jadwal dan lokasi kampanye Pemilihan 2024 per kecamatan",
            "Bahan tulisan blog pribadi",
            lacks=frozenset({"identitas"}),
        ),
        Story(
            6,
            "09.30",
            people.YAYASAN,
            "Jumlah TPS yang ramah penyandang disabilitas pada Pemilu 2024 per kecamatan",
            "Advokasi hak pilih penyandang disabilitas",
            events=[completed(3, "11.00", akta=True), to_liaison(3, "11.20", "yudi")],
            login="yudi",
            lacks=frozenset({"akta"}),
            more=_BY_EMAIL,
        ),
    ]


def _deciding() -> list[Story]:
    return [
        Story(
            1,
            "13.25",
            people.SITI,
            "Rekapitulasi hasil DPRD Kabupaten 2024 per TPS di daerah pemilihan 2",
            "Bahan skripsi",
            events=[to_liaison(1, "14.10")],
            more=_BY_EMAIL,
        ),
        Story(
            3,
            "09.05",
            people.MARIA,
            "Rincian anggaran sosialisasi dan pendidikan pemilih tahun berjalan",
            "Liputan media",
            events=[to_liaison(3, "10.00"), sorted_to_ppid(2, "09.15")],
            more=_BY_EMAIL,
        ),
        Story(
            2,
            "10.40",
            people.LEMBAGA,
            "Berita acara klarifikasi dukungan bakal calon perseorangan beserta lampirannya",
            "Pemantauan tahapan",
            events=[
                to_liaison(2, "11.15", "yudi"),
                sorted_to_ppid(1, "10.30", Openness.POSSIBLY_EXEMPT),
            ],
            login="yudi",
        ),
        Story(
            1,
            "08.35",
            people.FITRI,
            "Rancangan jadwal tahapan Pemilihan dan rencana kebutuhan badan ad hoc",
            "Penelitian tata kelola pemilihan",
            events=[to_liaison(1, "09.00"), sorted_to_ppid(1, "11.30")],
            more={**_BY_EMAIL, "content": Content.ELECTION},
        ),
    ]


def _gathering() -> list[Story]:
    return [
        Story(
            6,
            "13.40",
            people.BAGUS,
            "Jumlah pemilih menurut usia dan jenis kelamin di setiap kecamatan, Pemilu 2024",
            "Tugas akhir mahasiswa",
            events=[
                to_liaison(6, "14.30"),
                sorted_to_ppid(5, "09.10"),
                moved(5, "14.00", "putri", "minta_data", to="kasubag_data"),
            ],
            more=_BY_EMAIL,
        ),
        Story(
            13,
            "10.10",
            people.LEMBAGA,
            "Realisasi pengadaan logistik Pemilihan 2024 menurut jenis barang",
            "Pemantauan penggunaan anggaran",
            events=[
                to_liaison(13, "11.00", "yudi"),
                sorted_to_ppid(12, "09.20"),
                moved(11, "10.00", "putri", "minta_data", to="kasubag_keuangan"),
                moved(11, "15.10", "tono", "serahkan_staf"),
                extended(
                    5,
                    "09.30",
                    "putri",
                    7,
                    "Berkas pengadaan berada di gudang arsip dan harus dicocokkan lebih dahulu",
                ),
            ],
            login="yudi",
        ),
    ]


def _writing() -> list[Story]:
    poll = answer(
        people.RUDI,
        "data badan ad hoc Pemilihan 2024",
        (
            "Jumlah anggota PPK 60 orang pada 12 kecamatan, dan anggota PPS 354 orang pada 118 desa.",
            "Rincian setiap desa termuat pada lampiran surat ini.",
        ),
        "1 (satu) berkas",
    )
    photo = NewFile("foto-formulir.jpg", shipped("formulir-difoto.jpg"), "form")
    village = answer(
        people.YOHANES,
        "data partisipasi pemilih Desa Muara Indah",
        ("Partisipasi pemilih Desa Muara Indah pada Pemilu 2024 sebesar 81,42 persen.",),
    )
    return [
        Story(
            7,
            "10.15",
            people.RUDI,
            "Jumlah anggota PPK dan PPS Pemilihan 2024 per desa",
            "Bahan ajar pelajaran kewarganegaraan",
            events=[
                to_liaison(7, "10.50"),
                sorted_to_ppid(6, "09.05"),
                decided(5, "10.30", Decision.GRANTED, "kasubag_teknis"),
                wrote(1, "14.20", "mira", poll),
            ],
            more=_ON_PAPER,
        ),
        Story(
            12,
            "09.50",
            people.KETUT,
            "Salinan keputusan penetapan daerah pemilihan anggota DPRD Kabupaten",
            "Musyawarah desa",
            events=[
                to_liaison(12, "10.30"),
                sorted_to_ppid(10, "13.15"),
                decided(8, "15.00", Decision.GRANTED, "kasubag_hukum"),
            ],
            more=_ON_PAPER,
        ),
        Story(
            8,
            "14.05",
            people.YOHANES,
            "Tingkat partisipasi pemilih Desa Muara Indah pada Pemilu 2019 dan 2024",
            "Penyusunan profil desa",
            events=[
                to_liaison(8, "14.40"),
                sorted_to_ppid(7, "09.25"),
                decided(6, "10.10", Decision.GRANTED, "kasubag_data"),
                wrote(4, "13.30", "lina", village),
                submitted(4, "13.45", "lina"),
                returned(
                    1,
                    "10.05",
                    "syahrul",
                    "Angka tahun 2019 belum dicantumkan. Sebutkan juga sumber data pada alinea kedua.",
                ),
            ],
            channel=Channel.WHATSAPP,
            files=(photo,),
        ),
    ]


def _checking() -> list[Story]:
    results = answer(
        people.UNIVERSITAS,
        "hasil pemilihan per kecamatan",
        (
            "Rekapitulasi hasil Pemilihan 2024 per kecamatan kami sampaikan dalam bentuk softcopy.",
            "Data yang sama dapat diunduh pada laman PPID kantor.",
        ),
        "1 (satu) berkas softcopy",
    )
    fund = notice(
        people.MARIA,
        "laporan dana kampanye",
        (
            "Laporan penerimaan dan pengeluaran dana kampanye tersedia dan diberikan dalam bentuk softcopy.",
            "Nomor rekening dan alamat penyumbang perseorangan dihitamkan karena merupakan data pribadi.",
        ),
    )
    turnout = answer(
        people.FAUZI,
        "jumlah pemilih pemula",
        ("Jumlah pemilih pemula pada Pemilihan 2024 sebanyak 9.417 orang.",),
    )
    return [
        Story(
            7,
            "11.05",
            people.UNIVERSITAS,
            "Rekapitulasi hasil Pemilihan 2024 per kecamatan dalam bentuk tabel",
            "Penelitian bersama fakultas",
            events=[
                to_liaison(7, "11.30"),
                sorted_to_ppid(6, "09.40"),
                decided(5, "11.00", Decision.GRANTED, "kasubag_teknis"),
                wrote(2, "10.00", "mira", results),
                submitted(2, "10.20", "mira"),
            ],
            more=_BY_EMAIL,
        ),
        Story(
            10,
            "08.50",
            people.MARIA,
            "Laporan dana kampanye peserta Pemilihan 2024",
            "Liputan media",
            events=[
                to_liaison(10, "09.30"),
                sorted_to_ppid(9, "10.00"),
                decided(
                    7,
                    "14.15",
                    Decision.PARTLY,
                    "kasubag_hukum",
                    blacked_out="Nomor rekening dan alamat penyumbang perseorangan: data pribadi",
                ),
                wrote(3, "10.00", "syahrul", fund),
                submitted(2, "13.10", "syahrul"),
                paraf(1, "09.10", "syahrul"),
            ],
            more=_BY_EMAIL,
        ),
        Story(
            9,
            "10.30",
            people.FAUZI,
            "Jumlah pemilih pemula pada Pemilihan 2024 per kecamatan",
            "Penyusunan kegiatan karang taruna",
            events=[
                to_liaison(9, "10.55"),
                sorted_to_ppid(8, "09.00"),
                decided(7, "10.45", Decision.GRANTED, "kasubag_data"),
                wrote(4, "09.20", "lina", turnout),
                submitted(4, "09.40", "lina"),
                paraf(3, "11.10", "syahrul"),
                paraf(1, "15.20", "hendra", "Sudah sesuai"),
            ],
            more=_ON_PAPER,
        ),
    ]


def _going_out() -> list[Story]:
    seats = answer(
        people.ANDI,
        "perolehan kursi partai politik",
        ("Perolehan kursi setiap partai politik pada DPRD Kabupaten termuat pada lampiran.",),
        "2 (dua) lembar",
    )
    stations = answer(
        people.BAGUS,
        "peta lokasi TPS",
        ("Peta lokasi 412 TPS Pemilihan 2024 kami sampaikan dalam bentuk softcopy.",),
        "1 (satu) berkas softcopy",
    )
    return [
        Story(
            9,
            "13.20",
            people.ANDI,
            "Perolehan kursi partai politik di DPRD Kabupaten hasil Pemilu 2024",
            "Arsip organisasi",
            events=[
                to_liaison(9, "14.00", "yudi"),
                sorted_to_ppid(8, "10.20"),
                decided(7, "09.10", Decision.GRANTED, "kasubag_teknis", form="hard", pages=2, page_price=300),
                wrote(5, "09.00", "mira", seats),
                submitted(5, "09.20", "mira"),
                paraf(4, "10.40", "syahrul"),
                paraf(2, "11.45", "hendra"),
                signed(1, "13.30"),
            ],
            login="yudi",
            more=_ON_PAPER,
        ),
        Story(
            8,
            "08.30",
            people.BAGUS,
            "Peta lokasi TPS Pemilihan 2024",
            "Tugas kuliah sistem informasi geografis",
            events=[
                to_liaison(8, "09.10"),
                sorted_to_ppid(7, "10.05"),
                decided(6, "13.30", Decision.GRANTED, "kasubag_data"),
                wrote(5, "10.30", "lina", stations),
                submitted(5, "10.45", "lina"),
                paraf(4, "14.00", "syahrul"),
                paraf(2, "14.20", "hendra"),
                signed(1, "14.05"),
                attached(1, "15.05", "lina", "surat-jawaban-peta-tps.pdf", "surat-permohonan.pdf", "answer"),
            ],
            channel=Channel.EMAIL,
            more=_BY_EMAIL,
        ),
    ]

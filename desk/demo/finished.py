"""Requests that are over: granted, in part, refused, not held, withdrawn, never completed, spoken."""

from desk.actions.letters import LetterText
from desk.demo import people
from desk.demo.answers import answer, notice, refusal
from desk.demo.events import (
    Event,
    decided,
    fee,
    given,
    handed,
    moved,
    paraf,
    signed,
    sorted_to_ppid,
    submitted,
    to_liaison,
    wrote,
)
from desk.demo.story import Story
from desk.rules.intake import Channel
from desk.services.common import ApplicantDraft
from desk.services.informasi import Openness, Path, WayToFetch, WayToGet
from desk.services.informasi_answers import Decision

_BY_EMAIL = {"way_to_get": WayToGet.COPY_SOFT, "way_to_fetch": WayToFetch.EMAIL}
_ON_PAPER = {"way_to_get": WayToGet.COPY_HARD}


def stories() -> list[Story]:
    """Every request that is closed."""
    return [*_answered(), *_refused(), *_ended_early(), *_at_once()]


def _answered() -> list[Story]:
    guide = answer(
        people.RUDI,
        "buku panduan pemilih pemula",
        ("Buku panduan pemilih pemula kami sampaikan sebanyak 24 halaman.",),
        "1 (satu) buku",
    )
    offices = notice(
        people.LEMBAGA,
        "daftar hadir rapat pleno",
        (
            "Daftar hadir rapat pleno rekapitulasi tersedia dan diberikan dalam bentuk softcopy.",
            "Nomor telepon dan tanda tangan peserta dihitamkan karena merupakan data pribadi.",
        ),
    )
    return [
        Story(
            14,
            "09.25",
            people.RUDI,
            "Buku panduan pemilih pemula yang diterbitkan kantor",
            "Pembelajaran di sekolah",
            events=[
                to_liaison(14, "10.00"),
                sorted_to_ppid(13, "09.00", Openness.PERIODIC),
                decided(
                    12, "10.00", Decision.GRANTED, "kasubag_teknis", form="hard", pages=24, page_price=300
                ),
                wrote(11, "09.00", "mira", guide),
                submitted(11, "09.10", "mira"),
                paraf(10, "10.00", "syahrul"),
                paraf(9, "11.00", "hendra"),
                signed(8, "09.45"),
                fee(6, "09.35", people.RUDI.name, 24),
                handed(6, "09.40", people.RUDI.name, 1),
            ],
            more=_ON_PAPER,
        ),
        Story(
            16,
            "10.05",
            people.LEMBAGA,
            "Daftar hadir rapat pleno rekapitulasi hasil penghitungan suara",
            "Pemantauan pemilihan",
            events=[
                to_liaison(16, "10.40", "yudi"),
                sorted_to_ppid(15, "09.30"),
                decided(
                    13,
                    "14.00",
                    Decision.PARTLY,
                    "kasubag_hukum",
                    blacked_out="Nomor telepon dan tanda tangan peserta: data pribadi",
                ),
                wrote(12, "10.00", "syahrul", offices),
                submitted(12, "10.30", "syahrul"),
                paraf(11, "09.00", "syahrul"),
                paraf(10, "11.30", "hendra"),
                signed(9, "10.10"),
                handed(9, "14.30", people.LEMBAGA.name, way="email", login="yudi"),
            ],
            login="yudi",
            more=_BY_EMAIL,
        ),
    ]


def _refused() -> list[Story]:
    health = refusal(
        people.FITRI,
        "hasil pemeriksaan kesehatan bakal calon",
        (
            "Informasi yang Saudara minta memuat riwayat dan kondisi kesehatan seseorang.",
            "Informasi tersebut dikecualikan berdasarkan Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008.",
        ),
    )
    land = notice(
        people.KETUT,
        "luas wilayah dan batas desa",
        (
            "Informasi yang Saudara minta tidak dikuasai oleh kantor kami.",
            "Informasi tersebut dikuasai oleh Badan Pusat Statistik Kabupaten Tanjung Lestari.",
        ),
    )
    survey = notice(
        people.SITI,
        "hasil survei kepuasan pemilih",
        (
            "Hasil survei belum didokumentasikan karena pengolahan datanya masih berjalan.",
            "Informasi diperkirakan tersedia pada akhir triwulan ini.",
        ),
    )
    return [
        Story(
            18,
            "09.35",
            people.FITRI,
            "Hasil pemeriksaan kesehatan bakal calon kepala daerah",
            "Penelitian",
            events=[
                to_liaison(18, "10.10"),
                sorted_to_ppid(17, "09.15", Openness.POSSIBLY_EXEMPT),
                decided(
                    15,
                    "10.30",
                    Decision.EXEMPT,
                    "kasubag_hukum",
                    grounds=("pasal_17_h", "pribadi_kesehatan"),
                    legal_basis="Keputusan KPU tentang penetapan informasi yang dikecualikan",
                    consequence="Mengungkap riwayat dan kondisi kesehatan seseorang",
                ),
                *_out(health, "syahrul", 14),
                handed(10, "13.40", people.FITRI.name, 2),
            ],
        ),
        Story(
            13,
            "13.15",
            people.KETUT,
            "Luas wilayah dan batas Desa Karang Baru",
            "Pengurusan batas desa",
            events=[
                to_liaison(13, "13.50"),
                sorted_to_ppid(12, "10.15"),
                decided(
                    11,
                    "09.30",
                    Decision.NOT_HELD,
                    "kasubag_hukum",
                    reason="Data wilayah desa tidak dibuat maupun disimpan oleh kantor",
                    holder_body="Badan Pusat Statistik Kabupaten Tanjung Lestari",
                ),
                *_out(land, "syahrul", 10),
                handed(
                    5, "10.45", "Ni Luh Sari", 3, proxy=True, power_of_attorney=True, remark="Anak pemohon"
                ),
            ],
        ),
        Story(
            15,
            "08.55",
            people.SITI,
            "Hasil survei kepuasan pemilih setelah Pemilihan 2024",
            "Bahan skripsi",
            events=[
                to_liaison(15, "09.30"),
                sorted_to_ppid(14, "11.00"),
                decided(
                    13,
                    "09.20",
                    Decision.NOT_DOCUMENTED,
                    "kasubag_teknis",
                    reason="Pengolahan data survei masih berjalan",
                    available_on="Akhir triwulan ini",
                ),
                *_out(survey, "mira", 12),
                handed(7, "15.00", people.SITI.name, way="email"),
            ],
            more=_BY_EMAIL,
        ),
    ]


def _out(letter: LetterText, writer: str, ago: int) -> list[Event]:
    """A letter's way from draft to signature, from ``ago`` working days back on."""
    return [
        wrote(ago, "10.00", writer, letter),
        submitted(ago, "10.25", writer),
        paraf(ago - 1, "09.20", "syahrul"),
        paraf(ago - 2, "10.50", "hendra"),
        signed(ago - 3, "11.15"),
    ]


def _ended_early() -> list[Story]:
    return [
        Story(
            6,
            "14.20",
            people.PARTAI,
            "Daftar saksi peserta Pemilu 2024 yang diserahkan ke kantor",
            "Arsip partai",
            events=[
                to_liaison(6, "14.50"),
                moved(
                    4, "09.30", "rahma", "cabut", "Pemohon sudah memperoleh datanya dari pengurus provinsi"
                ),
            ],
        ),
        Story(
            12,
            "11.10",
            ApplicantDraft(name="Slamet Riyadi", phone="0812-0000-1402", address="Jalan Nusa Indah 2"),
            "Data pemilih luar negeri",
            "Tidak dijelaskan lebih lanjut",
            events=[
                moved(
                    7,
                    "15.30",
                    "rahma",
                    "tutup_tidak_lengkap",
                    "Identitas tidak disusulkan sampai batas waktu melengkapi",
                )
            ],
            lacks=frozenset({"identitas"}),
        ),
        Story(
            2,
            "13.40",
            people.FAUZI,
            "Profil dan struktur organisasi kantor",
            "Undangan kegiatan",
            events=[moved(2, "13.44", "rahma", "batalkan_pendaftaran", "Terdaftar dua kali")],
            at_gate=False,
        ),
        Story(
            2,
            "13.45",
            people.FAUZI,
            "Profil dan struktur organisasi kantor",
            "Undangan kegiatan",
            events=[given(2, "13.58", "rahma", people.FAUZI.name)],
            more={"openness": Openness.PERIODIC},
        ),
    ]


def _at_once() -> list[Story]:
    asked = (
        (0, "08.25", "Syarat dan cara pindah memilih"),
        (1, "10.05", "Jam layanan dan alamat laman PPID"),
        (5, "11.20", "Jumlah kursi DPRD Kabupaten Tanjung Lestari"),
        (8, "13.35", "Cara memeriksa nama dalam daftar pemilih"),
    )
    return [
        Story(
            ago,
            clock,
            ApplicantDraft(name=""),
            question,
            "",
            login="yudi",
            path=Path.SPOKEN,
            channel=Channel.TELEPHONE if ago == 1 else Channel.X if ago == 8 else Channel.IN_PERSON,
            at_gate=False,
        )
        for ago, clock, question in asked
    ]

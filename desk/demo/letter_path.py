"""Letters to the Ketua: at the register, at the Sekretaris, at the Ketua, being prepared, answered."""

from typing import TYPE_CHECKING

from desk.actions.attachments import NewFile
from desk.demo import people
from desk.demo.answers import answer
from desk.demo.events import (
    Event,
    advised,
    decided,
    handed,
    moved,
    ordered,
    paraf,
    signed,
    submitted,
    wrote,
)
from desk.demo.office import shipped
from desk.demo.story import Story
from desk.rules.intake import Channel
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.informasi import Path
from desk.services.informasi_answers import Decision

if TYPE_CHECKING:
    from desk.demo.agenda import Agenda


def stories(agenda: "Agenda") -> list[Story]:
    """Every request that came by letter to the Ketua."""
    letters = _Letters(agenda)
    return [*_arriving(letters), *_at_the_chair(letters), *_answered(letters)]


class _Letters:
    """Letters as they came in."""

    def __init__(self, agenda: "Agenda") -> None:
        self._agenda = agenda

    def of(
        self, who: ApplicantDraft, number: str, ago: int, subject: str, nature: str = "biasa"
    ) -> LetterDraft:
        return LetterDraft(number, self._agenda.day(ago), who.body_name or who.name, subject, nature)


def _story(
    ago: int, clock: str, who: ApplicantDraft, letter: LetterDraft, wanted: str, purpose: str, *events: Event
) -> Story:
    return Story(
        ago,
        clock,
        who,
        wanted,
        purpose,
        events=events,
        login="wulan",
        path=Path.LETTER,
        channel=Channel.LETTER,
        letter=letter,
        files=(NewFile("surat-permohonan.pdf", shipped("surat-permohonan.pdf"), "incoming_letter"),),
    )


def _arriving(letters: _Letters) -> list[Story]:
    return [
        _story(
            0,
            "09.10",
            people.YAYASAN,
            letters.of(people.YAYASAN, "031/YDM/XI", 1, "Permohonan data pemilih disabilitas"),
            "Jumlah pemilih penyandang disabilitas menurut ragam disabilitas per kecamatan",
            "Perencanaan pendampingan",
        ),
        _story(
            1,
            "09.20",
            people.UNIVERSITAS,
            letters.of(people.UNIVERSITAS, "418/UN.BL/PP", 3, "Permohonan data untuk penelitian"),
            "Data hasil Pemilu 2019 dan 2024 per desa untuk penelitian dosen",
            "Penelitian tentang perilaku memilih",
            moved(1, "10.15", "wulan", "teruskan"),
        ),
        _story(
            2,
            "13.10",
            people.PARTAI,
            letters.of(people.PARTAI, "057/DPD-PPL", 4, "Permintaan salinan daftar pemilih", "segera"),
            "Salinan Daftar Pemilih Tetap Pemilihan 2024 dalam bentuk rekapitulasi",
            "Persiapan kegiatan partai",
            moved(2, "14.05", "wulan", "teruskan"),
        ),
    ]


def _at_the_chair(letters: _Letters) -> list[Story]:
    return [
        _story(
            3,
            "08.50",
            people.LEMBAGA,
            letters.of(people.LEMBAGA, "112/PDL", 5, "Permohonan informasi anggaran hibah"),
            "Rincian penggunaan dana hibah Pemilihan 2024 menurut tahapan",
            "Pemantauan penggunaan dana publik",
            moved(3, "09.35", "wulan", "teruskan"),
            advised(2, "10.20", "Disiapkan oleh Kasubag Keuangan, dikoordinasikan dengan PPID."),
        ),
        _story(
            4,
            "10.30",
            people.YAYASAN,
            letters.of(people.YAYASAN, "029/YDM/XI", 6, "Permohonan bahan sosialisasi", "segera"),
            "Bahan sosialisasi pemilih berkebutuhan khusus yang pernah diterbitkan",
            "Pelatihan relawan",
            moved(4, "11.05", "wulan", "teruskan"),
            advised(3, "13.40", "Dapat dipenuhi, bahan tersedia di Sub Bagian Teknis.", "segera"),
        ),
    ]


def _answered(letters: _Letters) -> list[Story]:
    recap = answer(
        people.UNIVERSITAS,
        "rekapitulasi suara sah dan tidak sah",
        (
            "Suara sah Pemilu 2024 di Kabupaten Tanjung Lestari 214.906, suara tidak sah 7.318.",
            "Rincian per kecamatan termuat pada lampiran surat ini.",
        ),
        "1 (satu) berkas",
    )
    schedule = answer(
        people.PARTAI,
        "daftar alamat PPK",
        ("Daftar alamat sekretariat PPK pada 12 kecamatan termuat pada lampiran surat ini.",),
        "3 (tiga) lembar",
    )
    return [
        _story(
            6,
            "09.15",
            people.UNIVERSITAS,
            letters.of(people.UNIVERSITAS, "402/UN.BL/PP", 8, "Permohonan data suara"),
            "Rekapitulasi suara sah dan tidak sah Pemilu 2024 per kecamatan",
            "Praktikum mahasiswa",
            moved(6, "10.00", "wulan", "teruskan"),
            advised(5, "09.10", "Disiapkan Kasubag Teknis, dilampiri data per kecamatan."),
            ordered(
                4,
                "11.30",
                "kasubag_teknis",
                ("Siapkan data", "Siapkan jawaban"),
                "Lampirkan data per kecamatan.",
            ),
            decided(3, "10.15", Decision.GRANTED, login="mira"),
            wrote(1, "11.05", "mira", recap),
        ),
        _story(
            17,
            "10.25",
            people.PARTAI,
            letters.of(people.PARTAI, "049/DPD-PPL", 19, "Permohonan alamat PPK"),
            "Daftar alamat sekretariat PPK Pemilihan 2024",
            "Surat-menyurat partai",
            moved(17, "11.00", "wulan", "teruskan"),
            advised(16, "09.00", "Dapat dipenuhi."),
            ordered(15, "13.30", "kasubag_teknis", ("Untuk ditindaklanjuti",)),
            decided(14, "09.45", Decision.GRANTED, login="mira"),
            wrote(13, "10.10", "mira", schedule),
            submitted(13, "10.30", "mira"),
            paraf(12, "09.30", "syahrul"),
            paraf(11, "13.40", "hendra"),
            signed(10, "10.20"),
            handed(9, "09.55", "Suparman", 3),
        ),
    ]

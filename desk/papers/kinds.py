"""Which papers there are: title, the sheet they are printed on, and the function that makes each."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, auto


class Stock(Enum):
    """What a paper is printed on: the office's sheets or its roll."""

    SHEET = auto()
    ROLL = auto()


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of paper.

    ``maker`` is ``module:function`` inside this package, ``printed`` False for what only the screen shows.
    """

    kind: str
    title: str
    maker: str
    stock: Stock = Stock.SHEET
    printed: bool = True


KINDS = {
    one.kind: one
    for one in (
        Kind("queue_ticket", "Tiket Antrean", "counter:queue_ticket", Stock.ROLL),
        Kind("tanda_terima", "Tanda Terima", "counter:tanda_terima"),
        Kind("tanda_terima_roll", "Tanda Terima (struk)", "counter:tanda_terima_roll", Stock.ROLL),
        Kind("berkas_kurang", "Pemberitahuan Kekurangan Berkas", "requests:berkas_kurang"),
        Kind("form_b", "Formulir Permohonan Informasi", "requests:form_b"),
        Kind("formulir_keberatan", "Formulir Keberatan", "objections:form_f"),
        Kind("lembar_disposisi", "Lembar Disposisi", "dispositions:lembar_disposisi"),
        Kind("pemberitahuan_tertulis", "Pemberitahuan Tertulis", "letters:letter"),
        Kind("penolakan", "Keputusan Penolakan", "letters:letter"),
        Kind("surat_jawaban", "Surat Jawaban", "letters:letter"),
        Kind("sertifikat_magang", "Sertifikat Magang", "interns:certificate"),
        Kind("keterangan_magang", "Surat Keterangan Magang", "interns:statement"),
        Kind("autentifikasi", "Autentifikasi Perolehan Suara", "party_votes:sheet"),
        Kind("salinan_keputusan", "Autentifikasi Salinan Keputusan", "party_votes:decree_copy"),
        Kind("berita_acara_pleno", "Berita Acara Rapat Pleno", "replacements:plenary"),
        Kind("berita_acara_klarifikasi", "Berita Acara Klarifikasi", "replacements:clarification"),
        Kind("perpanjangan", "Pemberitahuan Perpanjangan Waktu", "extending:perpanjangan"),
        Kind("letter_preview", "Pratinjau Surat", "letters:preview", printed=False),
        Kind("fee_receipt", "Kuitansi Biaya", "handing_over:fee_receipt"),
        Kind("ekspedisi_slip", "Slip Ekspedisi", "handing_over:ekspedisi_slip"),
        Kind("bukti_layanan", "Tanda Bukti Layanan Data Pemilih", "voter_data:proof"),
        Kind("rekapitulasi_pemilih", "Surat Rekapitulasi Data Pemilih", "letters:letter"),
        Kind("berita_acara_konsultasi", "Berita Acara Konsultasi", "consultations:minutes"),
        Kind("daftar_hadir", "Daftar Hadir Peserta", "education:attendance"),
        Kind("laporan_kegiatan", "Laporan Kegiatan Pendidikan Pemilih", "education:report"),
        Kind("standar_pelayanan", "Standar Pelayanan", "standards:service_standard"),
        Kind("maklumat_pelayanan", "Maklumat Pelayanan", "standards:pledge"),
        Kind("laporan_pengaduan", "Laporan Dokumentasi Pengaduan", "reports:complaint_report"),
        Kind("rekap_waktu", "Rekap Waktu Langkah", "step_times:recap"),
        Kind("evacuation_list", "Daftar Tamu di Dalam Gedung", "gate:evacuation_list"),
        Kind("recovery_sheet", "Lembar Pemulihan", "recovery:recovery_sheet"),
        Kind("enrolment_sheet", "Lembar Kode Pendaftaran", "devices:enrolment_sheet"),
        Kind("file", "Berkas Tersimpan", "files:file"),
    )
}
"""Every kind by its id."""

_LETTER = "letters:letter"


def kind_of(kind: str, letters: Mapping[str, str]) -> Kind | None:
    """The kind of that id: one of ``KINDS``, or a letter of a standard (id -> its name), which is set like
    every official letter."""
    known = KINDS.get(kind)
    return Kind(kind, letters[kind], _LETTER) if known is None and kind in letters else known


def is_letter(kind: Kind) -> bool:
    """Whether its subject is a letter that is written, checked and signed."""
    return kind.maker == _LETTER


NOTICE = "perpanjangan"
"""The kind whose subject is an extension: its notice, signed like a letter."""

DRAFT = "konsep"
"""How a print of an unsigned letter is noted: it is no first print of the signed one."""


def noted_as(kind: str) -> str:
    """The name under which a print is noted; the roll and the sheet of a receipt are the same paper."""
    return "tanda_terima" if kind == "tanda_terima_roll" else kind

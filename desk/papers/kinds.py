"""Which papers there are: title, the sheet they are printed on, and the function that makes each."""

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
        Kind("lembar_disposisi", "Lembar Disposisi", "dispositions:lembar_disposisi"),
        Kind("pemberitahuan_tertulis", "Pemberitahuan Tertulis", "letters:letter"),
        Kind("penolakan", "Keputusan Penolakan", "letters:letter"),
        Kind("surat_jawaban", "Surat Jawaban", "letters:letter"),
        Kind("perpanjangan", "Pemberitahuan Perpanjangan Waktu", "extending:perpanjangan"),
        Kind("letter_preview", "Pratinjau Surat", "letters:preview", printed=False),
        Kind("fee_receipt", "Kuitansi Biaya", "handing_over:fee_receipt"),
        Kind("ekspedisi_slip", "Slip Ekspedisi", "handing_over:ekspedisi_slip"),
        Kind("evacuation_list", "Daftar Tamu di Dalam Gedung", "gate:evacuation_list"),
        Kind("recovery_sheet", "Lembar Pemulihan", "recovery:recovery_sheet"),
        Kind("enrolment_sheet", "Lembar Kode Pendaftaran", "devices:enrolment_sheet"),
        Kind("file", "Berkas Tersimpan", "files:file"),
    )
}
"""Every kind by its id."""

LETTERS = frozenset({"pemberitahuan_tertulis", "penolakan", "surat_jawaban"})
"""Kinds whose subject is a letter."""

NOTICE = "perpanjangan"
"""The kind whose subject is an extension: its notice, signed like a letter."""

DRAFT = "konsep"
"""How a print of an unsigned letter is noted: it is no first print of the signed one."""


def noted_as(kind: str) -> str:
    """The name under which a print is noted; the roll and the sheet of a receipt are the same paper."""
    return "tanda_terima" if kind == "tanda_terima_roll" else kind

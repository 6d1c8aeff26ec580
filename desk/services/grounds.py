"""Legal grounds on which public information is exempt, as typed data for refusals (UU 14/2008, PKPU 22/2023,
L3/III.B.1.b)."""

from dataclasses import dataclass
from enum import StrEnum


class GroundKind(StrEnum):
    """Where a ground stands: article 17 of the law, the KPU's harms, memoranda, or a kind of personal
    secret."""

    ARTICLE_17 = "article_17"
    HARM = "harm"
    MEMORANDUM = "memorandum"
    PERSONAL_SECRET = "personal_secret"  # noqa: S105 - a kind of ground, no password


@dataclass(frozen=True, slots=True)
class Ground:
    """One ground of refusal: key kept on the case, the citation printed, what opening would do, in our own
    words.

    ``waivable``: not exempt when the person consents in writing, or it concerns somebody's public office.
    """

    key: str
    kind: GroundKind
    citation: str
    label: str
    waivable: bool = False


_ARTICLE = (
    ("a", "Dapat menghambat proses penegakan hukum"),
    ("b", "Dapat mengganggu hak atas kekayaan intelektual dan persaingan usaha yang sehat"),
    ("c", "Dapat membahayakan pertahanan dan keamanan negara"),
    ("d", "Dapat mengungkapkan kekayaan alam Indonesia"),
    ("e", "Dapat merugikan ketahanan ekonomi nasional"),
    ("f", "Dapat merugikan kepentingan hubungan luar negeri"),
    (
        "g",
        "Dapat mengungkapkan isi akta autentik yang bersifat pribadi dan wasiat seseorang",
    ),
    ("h", "Dapat mengungkap rahasia pribadi"),
    ("i", "Memorandum atau surat antar atau di dalam badan publik yang menurut sifatnya dirahasiakan"),
    ("j", "Informasi yang tidak boleh diungkapkan berdasarkan undang-undang"),
)
_HARMS = (
    ("penegakan_hukum", "Menghambat proses penegakan hukum"),
    ("kekayaan_intelektual", "Mengganggu perlindungan kekayaan intelektual dan persaingan usaha yang sehat"),
    ("keamanan", "Membahayakan keamanan penyelenggara atau pelaksanaan tugas KPU"),
    ("rahasia_pribadi", "Mengungkap rahasia pribadi"),
    ("rahasia_jabatan", "Mengungkap rahasia jabatan"),
)
_SECRETS = (
    ("keluarga", "Riwayat dan kondisi anggota keluarga"),
    ("kesehatan", "Riwayat, kondisi, perawatan, dan pengobatan kesehatan fisik atau psikis"),
    ("keuangan", "Kondisi keuangan, aset, pendapatan, dan rekening bank"),
    ("evaluasi", "Hasil evaluasi kapabilitas, intelektualitas, dan rekomendasi kemampuan"),
    ("pendidikan", "Catatan pribadi yang berkaitan dengan satuan pendidikan formal dan nonformal"),
)
_PKPU = "Peraturan KPU Nomor 22 Tahun 2023"

GROUNDS: tuple[Ground, ...] = (
    *(
        Ground(
            f"pasal_17_{letter}",
            GroundKind.ARTICLE_17,
            f"Pasal 17 huruf {letter} Undang-Undang Nomor 14 Tahun 2008",
            label,
            waivable=letter == "h",
        )
        for letter, label in _ARTICLE
    ),
    *(Ground(f"kpu_{key}", GroundKind.HARM, _PKPU, text, key == "rahasia_pribadi") for key, text in _HARMS),
    Ground(
        "kpu_memorandum",
        GroundKind.MEMORANDUM,
        _PKPU,
        "Memorandum atau surat antar-KPU atau intra-KPU yang dirahasiakan, kecuali atas putusan "
        "Komisi Informasi atau pengadilan",
    ),
    *(Ground(f"pribadi_{key}", GroundKind.PERSONAL_SECRET, _PKPU, text, True) for key, text in _SECRETS),
)
"""Every ground, in the order screens list them."""


def ground(key: str) -> Ground:
    """The ground of that key.

    Raises:
        KeyError: there is none.
    """
    return _BY_KEY[key]


_BY_KEY = {one.key: one for one in GROUNDS}


def exempt(one: Ground, *, consent: bool = False, public_office: bool = False) -> bool:
    """Whether a ground still holds: consent in writing or a public office lifts a personal secret
    (L3/III.B.1.b.e)."""
    return not (one.waivable and (consent or public_office))

"""Invented facts the tests of papers share."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from desk.documents.facts import (
    ApplicantFacts,
    BerkasKurangFacts,
    CandidateFacts,
    CostFacts,
    DecreeCopyFacts,
    DispositionEntry,
    DispositionSheetFacts,
    DistrictFacts,
    EkspedisiFacts,
    EvacuationFacts,
    FeeLine,
    FeeReceiptFacts,
    FormBFacts,
    LetterFacts,
    LimitFacts,
    MissingPaper,
    OfficeFacts,
    PartyVotesFacts,
    PemberitahuanFacts,
    PenolakanFacts,
    PerpanjanganFacts,
    PersonInside,
    ProxyFacts,
    QueueTicketFacts,
    ReceivedPaper,
    RedactionFacts,
    SignerFacts,
    TandaTerimaFacts,
)

WITA = ZoneInfo("Asia/Makassar")
LONG_OFFICE = "SEKRETARIAT KOMISI PEMILIHAN UMUM KABUPATEN KEPULAUAN TANJUNG LESTARI BARAT DAYA"
LONG_NUMBER = "1234567890123456789012345"
LONG_WORD = "Pertanggungjawabanpenyelenggaraanpemilihan"


def at(hour: int = 9, minute: int = 5) -> datetime:
    return datetime(2026, 3, 13, hour, minute, tzinfo=WITA)


def office(**changes: Any) -> OfficeFacts:
    facts: dict[str, Any] = {
        "name": "KPU Kabupaten Tanjung Lestari",
        "level": "kabupaten",
        "address": "Jalan Merdeka Nomor 12, Tanjung Lestari 84999",
        "city": "Tanjung Lestari",
        "zone": "WITA",
        "phone": "(0372) 550123",
        "email": "kpu@tanjunglestari.example",
        "website": "tanjunglestari.example",
        "ppid_site": "ppid.tanjunglestari.example",
        "whatsapp": "0812-5550-0123",
        "service_hours": "Senin–Kamis 08.00–16.00, Jumat 08.00–16.30 WITA",
    }
    return OfficeFacts(**(facts | changes))


def signer(**changes: Any) -> SignerFacts:
    facts: dict[str, Any] = {
        "position": "Pejabat Pengelola Informasi dan Dokumentasi,",
        "name": "Rahma Dewi Anggraini, S.H.",
        "nip": "198504172010122003",
    }
    return SignerFacts(**(facts | changes))


def applicant(**changes: Any) -> ApplicantFacts:
    facts: dict[str, Any] = {
        "name": "Lalu Ahmad Fauzi",
        "identity_number": "5299••••••••0003",
        "institution": "Yayasan Suara Warga",
        "address": "Dusun Melati RT 03, Desa Sukamaju, Tanjung Lestari",
        "occupation": "Wiraswasta",
        "phone": "0812-3700-1122",
        "email": "fauzi@contoh.example",
    }
    return ApplicantFacts(**(facts | changes))


def proxy() -> ProxyFacts:
    return ProxyFacts(
        name="Baiq Sri Wahyuni",
        power_of_attorney="Surat kuasa tanggal 2 Maret 2026",
        identity_number="5299••••••••0007",
    )


def limit(**changes: Any) -> LimitFacts:
    facts: dict[str, Any] = {"due": date(2026, 4, 6), "days": 10, "starts": "sejak permohonan didaftarkan"}
    return LimitFacts(**(facts | changes))


def ticket(**changes: Any) -> QueueTicketFacts:
    facts: dict[str, Any] = {
        "number": "B-014",
        "service": "Permohonan Informasi Publik",
        "issued_at": at(),
        "priority": True,
        "waiting": 3,
        "counter": "Loket 1 atau Loket 2",
    }
    return QueueTicketFacts(**(facts | changes))


def tanda_terima(**changes: Any) -> TandaTerimaFacts:
    facts: dict[str, Any] = {
        "number": "027/PI/KPU-TL/III/2026",
        "alias": "SEMENTARA-FO1-12",
        "service": "Permohonan Informasi Publik",
        "applicant": applicant(),
        "channel": "Datang langsung",
        "received_at": at(),
        "papers": (
            ReceivedPaper(label="Fotokopi KTP-el pemohon"),
            ReceivedPaper(label="Akta pendirian badan hukum", note="legalisir"),
            ReceivedPaper(label="Surat kuasa", received=False),
        ),
        "limit": limit(),
        "officer": "Made Suartini",
        "code": "7kq4m2xw9rtpd",
        "subject": "Rekapitulasi hasil DPRD Kabupaten 2024, Daerah Pemilihan 2",
        "information_service": True,
    }
    return TandaTerimaFacts(**(facts | changes))


def fee(**changes: Any) -> FeeReceiptFacts:
    facts: dict[str, Any] = {
        "number": "003/KW/III/2026",
        "case_number": "027/PI/KPU-TL/III/2026",
        "service": "Permohonan Informasi Publik",
        "received_from": "Lalu Ahmad Fauzi",
        "paid_on": date(2026, 3, 26),
        "lines": (
            FeeLine(label="Penggandaan dokumen hitam putih A4", quantity=48, unit_price=300),
            FeeLine(label="Pengiriman pos tercatat", quantity=1, unit_price=25_000, unit="kali"),
        ),
        "officer": "Made Suartini",
    }
    return FeeReceiptFacts(**(facts | changes))


def ekspedisi(**changes: Any) -> EkspedisiFacts:
    facts: dict[str, Any] = {
        "number": "41",
        "sent_on": date(2026, 3, 26),
        "letter_number": "118/HM.03.2-SD/5299/2026",
        "letter_date": date(2026, 3, 25),
        "summary": "Jawaban atas permohonan informasi rekapitulasi hasil",
        "recipient": "Lalu Ahmad Fauzi",
        "recipient_address": "Dusun Melati RT 03, Desa Sukamaju",
        "attachments": "1 (satu) berkas",
        "case_number": "027/PI/KPU-TL/III/2026",
        "remark": "Diserahkan di loket",
        "receiver": "Baiq Sri Wahyuni",
        "receiver_position": "Kuasa pemohon",
        "power_of_attorney": "Surat kuasa tanggal 2 Maret 2026",
        "received_at": at(10, 40),
        "officer": "Made Suartini",
    }
    return EkspedisiFacts(**(facts | changes))


def evacuation(count: int = 4, **changes: Any) -> EvacuationFacts:
    people = tuple(
        PersonInside(
            name=f"Tamu Rekaan {number}",
            since=at(8, number % 60),
            institution="Universitas Samudra",
            whom="Kasubag Hukum",
            place="Ruang rapat lantai 2",
            card=f"{number:02d}",
            companions=number % 3,
            needs_help=number == 2,
        )
        for number in range(1, count + 1)
    )
    facts: dict[str, Any] = {
        "as_of": at(11, 30),
        "people": people,
        "printed_by": "Wayan Sudarma",
        "assembly_point": "Halaman parkir timur",
    }
    return EvacuationFacts(**(facts | changes))


def form_b(**changes: Any) -> FormBFacts:
    facts: dict[str, Any] = {
        "number": "027/PI/KPU-TL/III/2026",
        "applicant": applicant(
            identity_number="5299014108900003",
            legal_entity_number="AHU-0012345.AH.01.04.TAHUN 2019",
            proxy=proxy(),
        ),
        "received_at": at(),
        "information": "Rekapitulasi hasil pemilihan DPRD Kabupaten tahun 2024, Daerah Pemilihan 2.",
        "purpose": "Bahan penelitian partisipasi warga.",
        "category": "umum",
        "access": frozenset({"melihat", "salinan"}),
        "copies": frozenset({"lunak"}),
        "fetch": frozenset({"surel"}),
        "officer": "Made Suartini",
        "source": "Laman KPU",
    }
    return FormBFacts(**(facts | changes))


def berkas_kurang(**changes: Any) -> BerkasKurangFacts:
    facts: dict[str, Any] = {
        "number": "112/HM.03.2-SD/5299/2026",
        "case_number": "027/PI/KPU-TL/III/2026",
        "service": "Permohonan Informasi Publik",
        "applicant": applicant(),
        "received_at": at(),
        "told_on": date(2026, 3, 16),
        "missing": (
            MissingPaper(label="Akta pendirian badan hukum", remark="Lampirkan pengesahan kementerian"),
            MissingPaper(label="Surat kuasa bermeterai"),
        ),
        "complete_by": limit(due=date(2026, 3, 25), days=3, starts="sejak pemberitahuan ini diterima"),
        "signer": signer(),
        "received": ("Fotokopi KTP-el pemohon", "Formulir permohonan"),
        "code": "7kq4m2xw9rtpd",
    }
    return BerkasKurangFacts(**(facts | changes))


def pemberitahuan(**changes: Any) -> PemberitahuanFacts:
    facts: dict[str, Any] = {
        "number": "118/HM.03.2-SD/5299/2026",
        "issued_on": date(2026, 3, 25),
        "case_number": "027/PI/KPU-TL/III/2026",
        "requested_on": date(2026, 3, 13),
        "applicant": applicant(),
        "information": "Rekapitulasi hasil pemilihan DPRD Kabupaten tahun 2024, Daerah Pemilihan 2.",
        "signer": signer(),
        "held": True,
        "forms": frozenset({"lunak", "keras"}),
        "cost": CostFacts(pages=48, page_price=300, sending=25_000, other=5_000, other_label="Map berkas"),
        "how": "Diambil di loket pelayanan",
        "given_on": date(2026, 3, 30),
        "redactions": (RedactionFacts(what="NIK saksi", why="rahasia pribadi, Pasal 17 huruf h"),),
        "copies_to": ("Ketua KPU Kabupaten Tanjung Lestari", "Arsip"),
    }
    return PemberitahuanFacts(**(facts | changes))


def penolakan(**changes: Any) -> PenolakanFacts:
    facts: dict[str, Any] = {
        "number": "121/HM.03.2-Kpt/5299/2026",
        "issued_on": date(2026, 3, 25),
        "case_number": "031/PI/KPU-TL/III/2026",
        "requested_on": date(2026, 3, 13),
        "applicant": applicant(identity_number="5299014108900003"),
        "information": "Daftar nomor telepon seluruh petugas pemungutan suara.",
        "purpose": "Survei pelayanan.",
        "article_17": "h angka 5",
        "other_law": "Pasal 65 Undang-Undang Nomor 27 Tahun 2022",
        "consequence": "Membuka data tersebut mengungkap rahasia pribadi petugas.",
        "kpu_decision": "Keputusan KPU Nomor 999 Tahun 2024",
        "signer": signer(),
        "copies_to": ("Atasan PPID",),
    }
    return PenolakanFacts(**(facts | changes))


def perpanjangan(**changes: Any) -> PerpanjanganFacts:
    facts: dict[str, Any] = {
        "number": "119/HM.03.2-SD/5299/2026",
        "issued_on": date(2026, 3, 30),
        "case_number": "027/PI/KPU-TL/III/2026",
        "requested_on": date(2026, 3, 13),
        "applicant": applicant(),
        "information": "Rekapitulasi hasil pemilihan DPRD Kabupaten tahun 2024, Daerah Pemilihan 2.",
        "before": date(2026, 4, 8),
        "days": 5,
        "reason": "Berkas berada di gudang arsip dan harus dicocokkan lebih dahulu",
        "limit": limit(due=date(2026, 4, 15), extended_by=7, original_due=date(2026, 4, 6)),
        "signer": signer(),
    }
    return PerpanjanganFacts(**(facts | changes))


BODY = """Menindaklanjuti surat Saudara tanggal 13 Maret 2026, dengan ini disampaikan hal-hal sebagai berikut.

1. Data yang diminta **dikuasai** oleh KPU Kabupaten Tanjung Lestari dan diberikan seluruhnya tanpa biaya.
2. Data disampaikan dalam bentuk salinan lunak melalui surel yang tercantum pada formulir permohonan.

Rincian perolehan suara:

Partai | Suara | Kursi
Partai Contoh Satu | 12.345 | 3
Partai Contoh Dua | 9.876 | 2

Demikian disampaikan, atas perhatian Saudara diucapkan terima kasih."""


def letter(**changes: Any) -> LetterFacts:
    facts: dict[str, Any] = {
        "number": "118/HM.03.2-SD/5299/2026",
        "issued_on": date(2026, 3, 25),
        "subject": "Jawaban atas permohonan informasi rekapitulasi hasil pemilihan",
        "addressee": "Ketua Yayasan Suara Warga",
        "body": BODY,
        "signer": signer(position="Plh. Ketua,", name="I Gede Arya Wibawa", nip=None),
        "attachments": "1 (satu) berkas",
        "copies_to": ("Ketua KPU Provinsi Contoh di Kota Contoh", "Arsip"),
    }
    return LetterFacts(**(facts | changes))


def disposition(**changes: Any) -> DispositionSheetFacts:
    facts: dict[str, Any] = {
        "index": "HM.03.2",
        "agenda_number": "204/2026",
        "sender": "Yayasan Suara Warga",
        "letter_number": "17/YSW/III/2026",
        "letter_date": date(2026, 3, 12),
        "received_on": date(2026, 3, 13),
        "nature": "segera",
        "subject": "Permohonan data rekapitulasi hasil pemilihan",
        "recipient_choices": (
            "Sekretaris",
            "Ketua Divisi Teknis Penyelenggaraan",
            "Ketua Divisi Hukum dan Pengawasan",
            "Kepala Subbagian Teknis dan Hubungan Masyarakat",
            "Kepala Subbagian Hukum dan Sumber Daya Manusia",
        ),
        "instruction_choices": ("Untuk diketahui", "Siapkan jawaban", "Koordinasikan", "Arsipkan"),
        "entries": (
            DispositionEntry(
                kind="usul",
                position="Sekretaris",
                name="Siti Maryam",
                at=at(10, 5),
                text="Mohon arahan; data tersedia pada Subbagian Teknis.",
            ),
            DispositionEntry(
                kind="disposisi",
                position="Ketua",
                name="I Gede Arya Wibawa",
                at=at(13, 40),
                recipients=("Kepala Subbagian Hukum dan Sumber Daya Manusia", "Operator PPID"),
                instructions=("Siapkan jawaban",),
                text="Siapkan data, koordinasi dengan Divisi Teknis.",
                deadline=date(2026, 3, 18),
            ),
        ),
        "case_number": "027/PI/KPU-TL/III/2026",
        "code": "7kq4m2xw9rtpd",
    }
    return DispositionSheetFacts(**(facts | changes))


def district(name: str = "Dapil 1", candidates: int = 8) -> DistrictFacts:
    people = tuple(
        CandidateFacts(number=n, name=f"Calon Nomor {n}", votes=1000 + n) for n in range(1, candidates + 1)
    )
    return DistrictFacts(district=name, own=1234, candidates=people, seats=2)


_VOTED = {
    "number": "12/PY.01.1-SD/5299/2026",
    "issued_on": date(2026, 3, 13),
    "party": "Partai Lestari",
    "election": "Pemilu Anggota DPRD 2024",
    "election_day": date(2024, 2, 14),
    "decree_number": "12 Tahun 2024",
    "decree_date": date(2024, 3, 2),
    "signer": SignerFacts(position="Ketua,", name="Ratna Maharani"),
    "legaliser": SignerFacts(position="Sekretaris,", name="Hendra Kusuma", nip="197001011995031001"),
    "legalised_on": date(2026, 3, 16),
    "case_number": "001/AUT/KPU/III/2026",
}


def party_votes(**changes: Any) -> PartyVotesFacts:
    return PartyVotesFacts(**({**_VOTED, "won": district()} | changes))


def decree_copy(**changes: Any) -> DecreeCopyFacts:
    won = (district(), district("Dapil 2"), district("Dapil 3"))
    title = "Penetapan Perolehan Suara Sah dan Perolehan Kursi Partai Politik"
    return DecreeCopyFacts(**({**_VOTED, "won": won, "decree_title": title} | changes))

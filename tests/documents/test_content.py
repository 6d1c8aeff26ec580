"""Every field facts.md asks for stands on its paper."""

import pytest

from desk.documents import (
    berkas_kurang,
    ekspedisi_slip,
    evacuation_list,
    fee_receipt,
    form_b,
    lembar_disposisi,
    maklumat_pelayanan,
    pemberitahuan_tertulis,
    penolakan,
    perpanjangan,
    queue_ticket,
    standar_pelayanan,
    surat_jawaban,
    tanda_terima,
)

from . import reading, samples, samples_standards

OFFICE = samples.office()

PAPERS = {
    "ticket 80": queue_ticket.render(samples.ticket(), OFFICE),
    "ticket 58": queue_ticket.render(samples.ticket(), OFFICE, roll="roll58"),
    "tanda terima": tanda_terima.render(samples.tanda_terima(), OFFICE),
    "tanda terima roll": tanda_terima.render_roll(samples.tanda_terima(), OFFICE),
    "berkas kurang": berkas_kurang.render(samples.berkas_kurang(), OFFICE),
    "form B": form_b.render(samples.form_b(), OFFICE),
    "disposition": lembar_disposisi.render(samples.disposition(), OFFICE),
    "notice D": pemberitahuan_tertulis.render(samples.pemberitahuan(), OFFICE),
    "refusal E": penolakan.render(samples.penolakan(), OFFICE),
    "extension": perpanjangan.render(samples.perpanjangan(), OFFICE),
    "letter": surat_jawaban.render(samples.letter(), OFFICE),
    "fee": fee_receipt.render(samples.fee(), OFFICE),
    "ekspedisi": ekspedisi_slip.render(samples.ekspedisi(), OFFICE),
    "evacuation": evacuation_list.render(samples.evacuation(), OFFICE),
    "standard": standar_pelayanan.render(samples_standards.standard(), OFFICE),
    "maklumat": maklumat_pelayanan.render(samples_standards.pledge(), OFFICE),
}

TICKET = {
    "office": "KPU Kabupaten Tanjung Lestari",
    "number": "B-014",
    "priority": "PRIORITAS",
    "service": "Permohonan Informasi Publik",
    "counter": "Loket 1 atau Loket 2",
    "day": "Jumat, 13 Maret 2026",
    "time": "09.05 WITA",
    "waiting": "Menunggu di depan: 3 orang",
}
RECEIPT = {
    "title": "TANDA TERIMA PERMOHONAN",
    "number": "027/PI/KPU-TL/III/2026",
    "alias": "SEMENTARA-FO1-12",
    "service": "Permohonan Informasi Publik",
    "applicant": "Lalu Ahmad Fauzi",
    "NIK masked": "5299••••••••0003",
    "channel": "Datang langsung",
    "received at": "Jumat, 13 Maret 2026 pukul 09.05 WITA",
    "paper": "Fotokopi KTP-el pemohon",
    "paper with note": "Akta pendirian badan hukum (legalisir)",
    "paper missing": "Surat kuasa – belum ada",
    "due": "Senin, 6 April 2026 (sepuluh (10) hari kerja sejak permohonan didaftarkan)",
    "officer": "Made Suartini",
    "position": "Petugas Layanan",
    "code": "7KQ4-M2XW-9RTPD",
    "ask": "Tempat bertanya: telepon (0372) 550123",
    "objection": "berhak mengajukan keberatan kepada Atasan PPID dalam waktu tiga puluh (30) hari kerja",
}
FIELDS = {
    "ticket 80": TICKET,
    "ticket 58": TICKET,
    "tanda terima": RECEIPT | {"copy 1": "Lembar untuk pemohon", "copy 2": "Lembar untuk kantor"},
    "tanda terima roll": RECEIPT,
    "berkas kurang": {
        "case": "027/PI/KPU-TL/III/2026",
        "applicant": "Lalu Ahmad Fauzi",
        "missing": "Akta pendirian badan hukum",
        "remark": "Lampirkan pengesahan kementerian",
        "received": "Formulir permohonan",
        "until": "Rabu, 25 Maret 2026 (tiga (3) hari kerja sejak pemberitahuan ini diterima)",
        "clock": "penghitungan jangka waktu permohonan dihentikan sementara",
        "told on": "Tanjung Lestari, 16 Maret 2026",
        "signer": "Rahma Dewi Anggraini, S.H.",
        "NIP": "NIP 198504172010122003",
        "code": "7KQ4-M2XW-9RTPD",
    },
    "form B": {
        "title": "FORMULIR PERMOHONAN INFORMASI PUBLIK",
        "copy 1": "Lembar untuk pemohon",
        "copy 2": "Lembar untuk PPID",
        "registration": "Nomor pendaftaran 027/PI/KPU-TL/III/2026",
        "name": "Nama pemohon Lalu Ahmad Fauzi",
        "NIK": "NIK 5299014108900003",
        "legal entity": "AHU-0012345.AH.01.04.TAHUN 2019",
        "address": "Dusun Melati RT 03, Desa Sukamaju, Tanjung Lestari",
        "occupation": "Wiraswasta",
        "phone": "0812-3700-1122",
        "e-mail": "fauzi@contoh.example",
        "information": "Rekapitulasi hasil pemilihan DPRD Kabupaten tahun 2024",
        "category stage": "Informasi tahapan pemilu atau pemilihan",
        "category body": "Informasi KPU sebagai badan publik",
        "purpose": "Bahan penelitian partisipasi warga.",
        "see": "Melihat",
        "read": "Membaca",
        "hear": "Mendengarkan",
        "note": "Mencatat",
        "copy": "Mendapatkan salinan",
        "soft": "Salinan lunak",
        "hard": "Salinan keras",
        "pick up": "Mengambil langsung",
        "courier": "Kurir",
        "post": "Pos",
        "fax": "Faksimile",
        "by e-mail": "Surel (e-mail)",
        "power of attorney": "Surat kuasa tanggal 2 Maret 2026",
        "officer": "Made Suartini",
        "applicant signs": "Pemohon informasi, Baiq Sri Wahyuni",
        "source": "Laman KPU",
        "why data": "Data pribadi pada formulir ini dipakai hanya",
    },
    "disposition": {
        "index": "Indeks : HM.03.2",
        "from": "Yayasan Suara Warga",
        "number": "17/YSW/III/2026",
        "date of letter": "12 Maret 2026",
        "received": "13 Maret 2026",
        "agenda": "204/2026",
        "nature": "Sangat segera",
        "subject": "Permohonan data rekapitulasi hasil pemilihan",
        "usul": "Mohon arahan; data tersedia pada Subbagian Teknis.",
        "passed to": "Kepala Subbagian Hukum dan Sumber Daya Manusia",
        "passed to, added": "Operator PPID",
        "instruction": "Siapkan jawaban",
        "instruction text": "Siapkan data, koordinasi dengan Divisi Teknis.",
        "deadline": "18 Maret 2026",
        "signature": "Ketua, I Gede Arya Wibawa",
        "case": "027/PI/KPU-TL/III/2026",
    },
    "notice D": {
        "number": "118/HM.03.2-SD/5299/2026",
        "case": "027/PI/KPU-TL/III/2026",
        "requested": "tanggal 13 Maret 2026",
        "held": "Informasi dikuasai oleh kantor ini",
        "form": "Salinan keras (hardcopy)",
        "cost": "Penyalinan 48 lembar × Rp300 = Rp14.400",
        "sending": "Pengiriman Rp25.000",
        "other": "Map berkas Rp5.000",
        "sum": "Jumlah Rp44.400",
        "when": "30 Maret 2026",
        "how": "Diambil di loket pelayanan",
        "blacked out": "NIK saksi, karena rahasia pribadi, Pasal 17 huruf h",
        "place and date": "Tanjung Lestari, 25 Maret 2026",
        "signer": "Pejabat Pengelola Informasi dan Dokumentasi, Rahma Dewi Anggraini, S.H.",
        "tembusan": "Tembusan: 1. Ketua KPU Kabupaten Tanjung Lestari 2. Arsip",
    },
    "refusal E": {
        "number": "121/HM.03.2-Kpt/5299/2026",
        "identity": "NIK : 5299014108900003",
        "name": "Lalu Ahmad Fauzi",
        "information": "Daftar nomor telepon seluruh petugas pemungutan suara.",
        "article 17": "Pasal 17 huruf h angka 5 Undang-Undang Nomor 14 Tahun 2008",
        "other law": "Pasal 65 Undang-Undang Nomor 27 Tahun 2022",
        "consequence": "Membuka data tersebut mengungkap rahasia pribadi petugas.",
        "KPU decision": "Keputusan KPU Nomor 999 Tahun 2024",
        "objection": "Atasan PPID dalam waktu tiga puluh (30) hari kerja",
        "signer": "Rahma Dewi Anggraini, S.H.",
    },
    "extension": {
        "title": "PEMBERITAHUAN PERPANJANGAN WAKTU",
        "number": "119/HM.03.2-SD/5299/2026",
        "case": "027/PI/KPU-TL/III/2026",
        "requested": "tanggal 13 Maret 2026",
        "name": "Lalu Ahmad Fauzi",
        "information": "Rekapitulasi hasil pemilihan DPRD Kabupaten tahun 2024",
        "first due day": "Batas waktu awal : Senin, 6 April 2026",
        "due day before": "Batas waktu semula : Rabu, 8 April 2026",
        "days granted": "lima (5) hari kerja",
        "new due day": "Rabu, 15 April 2026 (sepuluh (10) hari kerja sejak",
        "all days granted": "diperpanjang tujuh (7) hari kerja",
        "reason": "Berkas berada di gudang arsip dan harus dicocokkan lebih dahulu.",
        "objection": "Atasan PPID dalam waktu tiga puluh (30) hari kerja",
        "place and date": "Tanjung Lestari, 30 Maret 2026",
        "signer": "Rahma Dewi Anggraini, S.H.",
    },
    "letter": {
        "commission": "KOMISI PEMILIHAN UMUM KABUPATEN TANJUNG LESTARI",
        "address": "Jalan Merdeka Nomor 12",
        "place and date": "Tanjung Lestari, 25 Maret 2026",
        "number": "Nomor : 118/HM.03.2-SD/5299/2026",
        "nature": "Sifat : Biasa",
        "attachments": "Lampiran : 1 (satu) berkas",
        "subject": "Hal : Jawaban atas permohonan informasi rekapitulasi hasil pemilihan",
        "addressee": "Yth. Ketua Yayasan Suara Warga di Tempat",
        "body": "Menindaklanjuti surat Saudara tanggal 13 Maret 2026",
        "bold": "Data yang diminta dikuasai oleh KPU",
        "list": "2. Data disampaikan dalam bentuk salinan lunak",
        "table": "Partai Contoh Satu 12.345 3",
        "signer": "Plh. Ketua, I Gede Arya Wibawa",
        "tembusan": "Tembusan: 1. Ketua KPU Provinsi Contoh di Kota Contoh 2. Arsip",
    },
    "fee": {
        "number": "003/KW/III/2026",
        "from": "Lalu Ahmad Fauzi",
        "case": "027/PI/KPU-TL/III/2026",
        "line": "Penggandaan dokumen hitam putih A4 48 lembar Rp300 Rp14.400",
        "sum": "Jumlah Rp39.400",
        "in words": "Tiga puluh sembilan ribu empat ratus rupiah",
        "date": "Tanjung Lestari, 26 Maret 2026",
        "officer": "Made Suartini",
        "way": "Tunai",
    },
    "ekspedisi": {
        "seq": "Nomor ekspedisi : 41",
        "sent": "26 Maret 2026",
        "letter": "118/HM.03.2-SD/5299/2026",
        "letter date": "25 Maret 2026",
        "content": "Jawaban atas permohonan informasi rekapitulasi hasil",
        "to": "Lalu Ahmad Fauzi Dusun Melati RT 03",
        "remark": "Diserahkan di loket",
        "receiver": "Baiq Sri Wahyuni",
        "received": "Jumat, 13 Maret 2026 pukul 10.40 WITA",
        "power of attorney": "Surat kuasa tanggal 2 Maret 2026",
    },
    "evacuation": {
        "as of": "Jumat, 13 Maret 2026 pukul 11.30 WITA",
        "count": "8 (4 tamu dan 4 pengikut)",
        "name": "Tamu Rekaan 1",
        "help": "Tamu Rekaan 2 (perlu bantuan)",
        "whom": "Kasubag Hukum",
        "card": "04",
        "since": "08.03",
        "assembly": "Halaman parkir timur",
        "printed by": "Wayan Sudarma",
    },
    "standard": {
        "title": "STANDAR PELAYANAN Magang Perguruan Tinggi",
        "decree": "menurut Keputusan KPU Kabupaten Tanjung Lestari Nomor 4 Tahun 2026",
        "description": "Magang mahasiswa di kantor.",
        "assumed of all": "Asumsi: Syarat dan waktunya disalin dari standar lain.",
        "a part with one line": "1. Dasar hukum Undang-Undang Nomor 25 Tahun 2009",
        "a part in letters": "2. Persyaratan a. Surat permohonan b. Daftar riwayat hidup setiap peserta",
        "assumed of a part": "Asumsi: Bentuk surat belum diatur.",
    },
    "maklumat": {
        "title": "MAKLUMAT PELAYANAN",
        "who": "Dengan ini Komisi Pemilihan Umum Kabupaten Tanjung Lestari menyatakan:",
        "promise": "2. Kami siap menerima sanksi.",
        "decree": "Keputusan KPU Kabupaten Tanjung Lestari Nomor 4 Tahun 2026",
        "service": "2. Pengaduan Masyarakat",
        "date": "Tanjung Lestari, …",
        "head": "Plh. Ketua, Rahma Dewi Anggraini, S.H.",
    },
}
CASES = [(paper, field, shown) for paper, fields in FIELDS.items() for field, shown in fields.items()]


@pytest.mark.parametrize(("paper", "field", "shown"), CASES, ids=[f"{p}: {f}" for p, f, _ in CASES])
def test_a_field_is_on_its_paper(paper, field, shown):
    # Columns may be read in another order than they are seen, blanks may fall at line ends.
    assert reading.squeezed(shown) in reading.squeezed(reading.text(PAPERS[paper]))


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_keeps_to_its_page_with_embedded_fonts(paper):
    pdf = PAPERS[paper]
    assert reading.outside(pdf, margin=11) == []
    assert reading.overlapping(pdf) == []
    fonts = reading.fonts(pdf)
    assert fonts
    assert all(fonts.values()), fonts


@pytest.mark.parametrize(
    ("paper", "pages"),
    [(name, 2 if name == "form B" else 1) for name in PAPERS],
)
def test_a_paper_has_as_many_pages_as_meant(paper, pages):
    assert len(reading.page_texts(PAPERS[paper])) == pages


@pytest.mark.parametrize("paper", ["tanda terima", "form B", "fee", "ekspedisi"])
def test_two_copies_say_the_same(paper):
    shown = reading.text(PAPERS[paper])
    assert shown.count("Made Suartini") == 2


def test_the_same_facts_give_the_same_bytes():
    again = tanda_terima.render(samples.tanda_terima(), OFFICE)
    assert again == PAPERS["tanda terima"]

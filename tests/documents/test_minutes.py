"""Minutes and reports: every field on its paper, who signs never alone on a page (S2, S4, S7, S9, G5)."""

import pytest

from desk.documents import (
    berita_acara_klarifikasi,
    berita_acara_konsultasi,
    berita_acara_pleno,
    laporan_kegiatan,
    laporan_pengaduan,
    lembar_disposisi,
)
from desk.documents.facts import DispositionEntry

from . import (
    reading,
    samples,
    samples_consultation,
    samples_education,
    samples_replacements,
    samples_reports,
)

OFFICE = samples.office()
SPOKEN = DispositionEntry(
    kind="disposisi",
    position="Plh. Ketua",
    name="I Gede Arya Wibawa",
    at=samples.at(9, 14),
    recipients=("Kepala Subbagian Hukum dan Sumber Daya Manusia",),
    instructions=("Disposisi lisan",),
    text="Pertemuan dimulai pukul 09.02, disposisi diberikan pukul 09.14 (12 menit).",
    recorded_by="Made Suartini",
)
PAPERS = {
    "plenary": berita_acara_pleno.render(samples_replacements.plenary(), OFFICE),
    "clarification": berita_acara_klarifikasi.render([samples_replacements.clarification()], OFFICE),
    "consultation": berita_acara_konsultasi.render(samples_consultation.minutes(), OFFICE),
    "complaint report": laporan_pengaduan.render(samples_reports.complaints(), OFFICE),
    "spoken disposition": lembar_disposisi.render(
        samples.disposition(spoken=True, entries=(SPOKEN,)), OFFICE
    ),
}
FIELDS = {
    "plenary": {
        "title": "BERITA ACARA RAPAT PLENO",
        "number": "Nomor: 12/PY.03.1-BA/5299/2026",
        "about": "tentang Penggantian Antarwaktu Anggota Dewan Perwakilan Rakyat Daerah",
        "day in words": "Selasa tanggal tujuh belas bulan Maret tahun dua ribu dua puluh enam",
        "place": "bertempat di Ruang Rapat Kantor",
        "office": "Komisi Pemilihan Umum Kabupaten Tanjung Lestari mengadakan rapat pleno",
        "who asked": "DPRD Kabupaten Tanjung Lestari",
        "letter": "Nomor 170/12/DPRD/2026 tanggal 12 Maret 2026",
        "register": "001/PAW/KPU-TL/III/2026",
        "who leaves": "Ayu Pratiwi, S.Sos.",
        "party": "Partai Lestari",
        "district": "Tanjung Lestari 1",
        "reason": "Meninggal dunia",
        "document": "1 Akta kematian Ya Ya Ya",
        "document that lacks": "2 Surat pimpinan DPRD Ya Ya Tidak Tanpa cap",
        "clarification": "16 Maret 2026, Dinas Kependudukan: Keabsahan akta.",
        "whose votes": "Menurut perolehan suara sah Pemilu Anggota DPRD 2024",
        "candidate": "2 2 Calon Nomor 2, S.H. 11.998 tersedia",
        "passed over": "3 3 Calon Nomor 3, S.H. 11.997 meninggal dunia: akta kematian",
        "next": "Berikutnya: nomor urut 2",
        "ruling": "Menetapkan Calon Nomor 2, S.H. sebagai calon pengganti antarwaktu.",
        "place and date": "Tanjung Lestari, 17 Maret 2026",
        "signs": "1 Ratna Maharani Ketua",
        "room to sign": "Tanda tangan",
    },
    "clarification": {
        "title": "BERITA ACARA KLARIFIKASI",
        "day in words": "Senin tanggal enam belas bulan Maret tahun dua ribu dua puluh enam",
        "register": "001/PAW/KPU-TL/III/2026",
        "who leaves": "Ayu Pratiwi, S.Sos.",
        "what": "Yang diklarifikasi : Keabsahan akta kematian",
        "with whom": "Pihak yang memberi klarifikasi : Nurhayati, Dinas Kependudukan",
        "how": "Cara klarifikasi : Pertemuan langsung",
        "result": "Hasil klarifikasi Akta dinyatakan benar.",
        "place and date": "Tanjung Lestari, 16 Maret 2026",
        "officer": "Mira Anggraini NIP 198001012006042001",
    },
    "consultation": {
        "title": "BERITA ACARA KONSULTASI",
        "number": "Nomor register : 001/KS/KPU/III/2026",
        "when": "Pada hari Jumat tanggal 13 Maret 2026 pukul 09.10–10.00",
        "where": "bertempat di Ruang Rapat",
        "who": "Maria Ndun",
        "body": "Yayasan Suara Timur",
        "with": "2 pengurus",
        "letter": "Nomor 07/YST/2026 tanggal 12 Maret 2026",
        "purpose": "Bahan sosialisasi",
        "source": "Sumber data : Media sosial",
        "consulted": "Hendra Kusuma, Sekretaris",
        "approval": "Sekretaris (Hendra Kusuma), lisan, 13 Maret 2026 pukul 09.05",
        "beside": "Kepala Sub Bagian Hukum",
        "material": "Materi konsultasi Pindah memilih",
        "advice": "1. Diurus paling lambat H-30.",
        "follow-up": "Tindak lanjut Brosur dikirim.",
        "signature": "NIP 197305111999031901",
        "signature beside": "Pendamping, Kepala Sub Bagian Teknis,",
    },
    "complaint report": {
        "title": "LAPORAN DOKUMENTASI PENGADUAN MASYARAKAT",
        "period": "Semester I 2026 (1 Januari 2026 sampai dengan 30 Juni 2026)",
        "due": "Disampaikan paling lambat : 14 Juli 2026",
        "as of": "Jumat, 13 Maret 2026 pukul 14.30 WITA",
        "received": "2 pengaduan, saran, dan pujian",
        "carried": "3 masih ditangani saat masa ini mulai",
        "limits": "1 tepat waktu, 4 lewat batas waktu",
        "open": "6, di antaranya 5 lewat batas waktu",
        "withdrawn": "Dicabut pelapor : 7",
        "channel": "WhatsApp 2",
        "way": "Pengawasan internal 2",
        "discipline": "001/PM/III/2026 Magang Teguran tertulis SK 4/2026 20 Maret 2026",
        "confidence": "Pelapor dirahasiakan",
        "known by": "Mengetahui, Plh. Sekretaris,",
        "author": "Tim Pengelola Pengaduan Masyarakat, Laras Puspita",
    },
    "spoken disposition": {
        "title": "LEMBAR DISPOSISI LISAN",
        "register": "Nomor register : 204/2026",
        "applicant": "Pemohon : Yayasan Suara Warga",
        "received": "13 Maret 2026",
        "subject": "Permohonan data rekapitulasi hasil pemilihan",
        "kind": "Disposisi lisan",
        "minutes": "Pertemuan dimulai pukul 09.02, disposisi diberikan pukul 09.14 (12 menit).",
        "to": "Kepala Subbagian Hukum dan Sumber Daya Manusia",
        "who": "Plh. Ketua, I Gede Arya Wibawa",
        "written down by": "Dicatat oleh Made Suartini",
    },
}
CASES = [(paper, field, shown) for paper, fields in FIELDS.items() for field, shown in fields.items()]


@pytest.mark.parametrize(("paper", "field", "shown"), CASES, ids=[f"{p}: {f}" for p, f, _ in CASES])
def test_a_field_is_on_its_paper(paper, field, shown):
    assert reading.squeezed(shown) in reading.squeezed(reading.text(PAPERS[paper]))


def test_a_long_list_of_a_plenary_repeats_its_head_and_the_ruling_stays_with_who_signs():
    facts = samples_replacements.plenary(candidates=samples_replacements.candidates(40))
    pages = reading.page_texts(berita_acara_pleno.render(facts, OFFICE))
    assert len(pages) > 1
    listed = [page for page in pages if "tersedia" in page]
    assert len(listed) > 1
    assert all("Peringkat No. urut Nama calon" in page for page in listed)
    assert "Menetapkan Calon Nomor 2" in pages[-1]
    assert "1 Ratna Maharani Ketua" in pages[-1]


def lines(count: int) -> str:
    return "\n".join(f"Baris {number} berita acara." for number in range(count))


MINUTES = {
    "plenary": lambda count: berita_acara_pleno.render(
        samples_replacements.plenary(candidates=(), documents=(), ruling=lines(count)), OFFICE
    ),
    "clarification": lambda count: berita_acara_klarifikasi.render(
        [samples_replacements.clarification(result=lines(count))], OFFICE
    ),
    "consultation": lambda count: berita_acara_konsultasi.render(
        samples_consultation.minutes(advice=lines(count), follow_up=""), OFFICE
    ),
    "event report": lambda count: laporan_kegiatan.render(
        samples_education.report(outcome=lines(count)), OFFICE
    ),
}


@pytest.mark.parametrize("paper", MINUTES)
@pytest.mark.parametrize("count", [*range(14, 34), 300])
def test_who_signs_minutes_never_stands_alone_on_a_page(paper, count):
    pages = reading.page_texts(MINUTES[paper](count))
    assert f"Baris {count - 1} berita acara." in pages[-1]
    assert "Tanjung Lestari, " in pages[-1]


def test_names_signed_side_by_side_are_on_one_line():
    pdf = berita_acara_klarifikasi.render([samples_replacements.clarification()], OFFICE)
    drawn = reading.heights(pdf)
    assert drawn["Nurhayati, Dinas Kependudukan"] == drawn["Mira Anggraini"]

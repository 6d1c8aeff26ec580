"""Names of what can be changed, and why the server refuses something, in the words of the office."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from desk.queries.collisions import NumberOnPaper
from desk.ui.screens.deeds import deed

TABLES = MappingProxyType(
    {
        "visits": "Buku tamu",
        "visitor_cards": "Kartu tamu",
        "shift_notes": "Catatan jaga",
        "presence_words": "Keberadaan pejabat",
        "appointments": "Janji temu",
        "announced_guests": "Tamu yang ditunggu",
        "tickets": "Antrean",
        "counters": "Loket",
        "cases": "Permohonan",
        "applicants": "Pemohon",
        "checklist_items": "Kelengkapan berkas",
        "step_records": "Langkah permohonan",
        "attachments": "Berkas",
        "decisions": "Keputusan",
        "case_entries": "Catatan layanan",
        "fee_receipts": "Biaya",
        "dispositions": "Disposisi",
        "letters": "Surat",
        "controls": "Paraf",
        "deliveries": "Ekspedisi",
        "limit_extensions": "Perpanjangan waktu",
        "clock_stops": "Hitungan berhenti",
        "due_changes": "Perubahan batas waktu",
        "inbox_entries": "Pesan masuk",
        "inbox_checks": "Pemeriksaan saluran",
        "issued_numbers": "Buku nomor",
        "number_counters": "Nomor urut",
        "calendar_days": "Kalender",
        "election_stages": "Tahapan pemilihan",
        "elections": "Pemilu",
        "vote_rows": "Perolehan suara",
        "education_resources": "Ruang, narasumber, alat",
        "education_events": "Kegiatan pendidikan pemilih",
        "event_bookings": "Pemesanan ruang dan alat",
        "staff": "Petugas",
        "staff_roles": "Jabatan",
        "mandates": "Mandat",
        "credentials": "Kata sandi",
        "offices": "Profil kantor",
        "printouts": "Cetakan",
        "conflicts": "Bentrokan",
    }
)
"""Every table that travels, as its part of the program is called."""

_ANYWHERE = {
    "at": "Waktu",
    "body": "Isi",
    "case_id": "Permohonan",
    "channel": "Saluran",
    "day": "Hari",
    "dated": "Tanggal",
    "first": "Mulai",
    "inbox_id": "Pesan masuk",
    "issued_at": "Diberikan",
    "kind": "Jenis",
    "last": "Sampai",
    "letter_id": "Surat",
    "mandate_id": "Mandat",
    "name": "Nama",
    "nature": "Sifat",
    "note": "Catatan",
    "number": "Nomor",
    "phone": "Telepon",
    "email": "Surel",
    "address": "Alamat",
    "position": "Urutan",
    "reason": "Alasan",
    "received_at": "Diterima",
    "registered_at": "Terdaftar",
    "role": "Jabatan",
    "service": "Layanan",
    "since": "Sejak",
    "staff_id": "Petugas",
    "state": "Keadaan",
    "subject": "Perihal",
    "ticket_id": "Antrean",
    "until": "Sampai",
    "visit_id": "Tamu",
}
_COLUMNS: Mapping[str, Mapping[str, str]] = {
    "visits": {
        "arrived_at": "Jam datang",
        "left_at": "Jam keluar",
        "institution": "Instansi",
        "identity_kind": "Identitas dilihat",
        "purpose": "Keperluan",
        "meets": "Bertemu dengan",
        "service": "Antrean layanan",
        "companions": "Jumlah pendamping",
        "companion_names": "Nama pendamping",
        "errand": "Kedatangan",
        "card": "Kartu tamu",
    },
    "appointments": {
        "role": "Yang ditemui",
        "staff_id": "Nama yang ditemui",
        "institution": "Instansi",
        "subject": "Keperluan",
        "starts": "Mulai",
        "ends": "Selesai",
        "room": "Ruang",
        "accompanied_by": "Didampingi",
        "delegate_role": "Dialihkan kepada",
        "delegate_id": "Nama penerima pengalihan",
        "approved_by": "Disetujui oleh",
        "approved_at": "Waktu persetujuan",
        "approval_way": "Cara persetujuan",
    },
    "announced_guests": {"institution": "Instansi", "meets": "Bertemu dengan"},
    "presence_words": {"room": "Ruang", "said_by": "Diberitahukan oleh"},
    "visitor_cards": {"visit_id": "Dipakai tamu", "lost": "Hilang"},
    "elections": {
        "day": "Pemungutan suara",
        "decree_number": "Nomor keputusan",
        "decree_date": "Tanggal keputusan",
        "decree_title": "Judul keputusan",
    },
    "vote_rows": {
        "election_id": "Pemilu",
        "district": "Daerah pemilihan",
        "party": "Partai",
        "candidate": "Calon",
        "number": "Nomor urut",
        "votes": "Suara",
        "seats": "Kursi",
        "total": "Jumlah kendali",
    },
    "education_resources": {"seats": "Kapasitas", "active": "Dipakai"},
    "education_events": {
        "title": "Kegiatan",
        "organiser": "Penyelenggara",
        "inside": "Di kantor",
        "address": "Tempat",
        "starts": "Mulai",
        "ends": "Selesai",
        "expected": "Perkiraan peserta",
        "attended": "Peserta yang hadir",
        "targets": "Sasaran",
        "kept_by": "Dicatat oleh",
    },
    "event_bookings": {"event_id": "Kegiatan", "resource_id": "Ruang, narasumber, alat"},
    "tickets": {
        "priority": "Jalur",
        "counter_id": "Loket",
        "label": "Nomor antrean",
        "calls": "Jumlah panggilan",
        "called_at": "Dipanggil",
    },
    "counters": {
        "staff_id": "Petugas loket",
        "prefixes": "Melayani antrean",
        "label": "Nama",
        "open": "Buka",
    },
    "cases": {
        "flow": "Jalur",
        "category": "Kategori batas waktu",
        "eppid_number": "Nomor e-PPID",
        "decision": "Keputusan",
        "spoken": "Jawaban lisan",
        "detail": "Isian formulir",
        "step": "Langkah",
        "code": "Kode tanda terima",
    },
    "applicants": {
        "kind": "Pemohon",
        "name": "Nama pemohon",
        "identity_kind": "Jenis identitas",
        "nik": "Nomor identitas",
        "occupation": "Pekerjaan",
        "body_name": "Nama badan atau lembaga",
        "deed": "Nomor akta",
        "proxy_name": "Penerima kuasa",
    },
    "checklist_items": {"required": "Wajib", "present": "Ada", "label": "Berkas"},
    "attachments": {"name": "Nama berkas"},
    "decisions": {
        "kind": "Keputusan",
        "grounds": "Dasar pengecualian",
        "legal_basis": "Dasar hukum",
        "consequence": "Akibat bila dibuka",
        "holder_body": "Badan yang menguasai",
        "available_on": "Tersedia pada",
        "form": "Bentuk informasi",
        "pages": "Lembar",
        "page_price": "Biaya per lembar",
        "sending_cost": "Biaya kirim",
        "other_cost": "Biaya lain",
        "blacked_out": "Bagian yang dihitamkan",
    },
    "deliveries": {
        "way": "Cara penyerahan",
        "content": "Isi",
        "to": "Kepada",
        "receiver": "Penerima",
        "proxy": "Diterima kuasa",
        "power_of_attorney": "Surat kuasa",
        "signed_on_paper": "Tanda tangan di kertas",
        "signature": "Tanda tangan",
        "remark": "Keterangan",
    },
    "dispositions": {
        "from_role": "Dari",
        "to_roles": "Diteruskan kepada",
        "by_staff_id": "Oleh",
        "recorded_by": "Dicatat oleh",
        "from_paper": "Dari kertas",
        "phrases": "Isi disposisi",
        "instruction": "Catatan",
        "advice": "Usul saran",
        "deadline": "Tenggat",
    },
    "inbox_entries": {
        "sender": "Pengirim",
        "contact": "Kontak",
        "external_number": "Nomor di saluran",
        "noted_by": "Dicatat oleh",
        "dismiss_reason": "Alasan disisihkan",
    },
    "issued_numbers": {
        "seq": "Nomor urut",
        "suffix": "Sisipan",
        "text": "Nomor",
        "void_reason": "Alasan pembatalan",
        "voided_at": "Dibatalkan",
    },
    "letters": {
        "extension_id": "Perpanjangan",
        "part": "Untuk",
        "addressee": "Kepada",
        "enclosures": "Lampiran",
        "copies_to": "Tembusan",
        "signer_role": "Jabatan penanda tangan",
        "signed_at": "Ditandatangani",
        "signer_id": "Penanda tangan",
        "signer_name": "Nama penanda tangan",
        "signer_nip": "NIP penanda tangan",
        "position": "Sebutan jabatan",
    },
    "mandates": {"letter": "Surat perintah", "given_by": "Diberikan oleh"},
    "number_counters": {"start": "Nomor terakhir di kertas"},
    "calendar_days": {"source": "Sumber"},
    "offices": {
        "short_name": "Nama singkat",
        "level": "Tingkat",
        "standard": "Standar pelayanan",
        "zone": "Zona waktu",
        "city": "Kota",
        "region_code": "Kode wilayah",
        "hours": "Jam layanan",
        "settings": "Pengaturan",
    },
    "staff": {"login": "Nama pengguna", "title": "Jabatan", "nip": "NIP", "active": "Aktif"},
}
FORM = MappingProxyType(
    {
        "path": "Cara masuk",
        "channel": "Saluran",
        "applicant": "Pemohon",
        "proxy": "Kuasa",
        "letter": "Surat",
        "kind": "Jenis",
        "name": "Nama",
        "identity_kind": "Jenis identitas",
        "identity_number": "Nomor identitas",
        "address": "Alamat",
        "occupation": "Pekerjaan",
        "phone": "Telepon",
        "email": "Surel",
        "body_name": "Nama badan",
        "body_deed": "Nomor akta",
        "letter_number": "Nomor surat kuasa",
        "letter_date": "Tanggal surat kuasa",
        "number": "Nomor",
        "dated": "Tanggal",
        "sender": "Pengirim",
        "subject": "Perihal",
        "nature": "Sifat",
        "information": "Informasi yang diminta",
        "purpose": "Tujuan penggunaan",
        "content": "Jenis informasi",
        "openness": "Sifat informasi",
        "way_to_get": "Cara memperoleh",
        "way_to_fetch": "Cara mengambil salinan",
        "source": "Sumber data",
        "eppid_number": "Nomor e-PPID",
        "note": "Catatan petugas",
        "ticked": "Kelengkapan",
    }
)
"""Parts of a form that is kept as one value."""

_REASONS = MappingProxyType(
    {
        "forged": "Akun ini tidak aktif, atau jabatan yang dipakai tidak boleh bekerja di komputer ini.",
        "not_allowed": "Jabatan yang dipakai tidak boleh mengubah data ini.",
        "immutable": "Bagian ini tidak dapat diubah lagi sesudah disimpan.",
        "gone": "Data yang diubah sudah tidak ada, atau tidak lagi terlihat dari komputer ini.",
        "step_moved": "Permohonan ini sudah berpindah langkah oleh petugas lain.",
        "move_unknown": "Langkah ini tidak ada dalam standar pelayanan untuk jabatan yang dipakai.",
        "step_without_command": "Langkah permohonan diubah tanpa tindakan yang dikenal.",
        "step_untold": "Langkah permohonan diubah tanpa tindakan yang dikenal.",
        "duplicate": "Data yang sama sudah ada di server, misalnya nomor atau kartu yang sudah dipakai.",
        "malformed": "Server tidak dapat membaca perubahan ini. Catat isinya, lalu hubungi administrator.",
        "unknown_table": "Server belum mengenal jenis data ini. Hubungi administrator.",
    }
)
_OTHERWISE = "Server tidak menerima perubahan ini. Catat isinya, lalu hubungi administrator."


def table_words(table: str) -> str:
    """What a table is called on screen."""
    return TABLES.get(table, "Data")


def column_words(table: str, column: str) -> str:
    """What a column is called on screen; empty where it has no name for people."""
    return _COLUMNS.get(table, {}).get(column) or _ANYWHERE.get(column, "")


def reason(code: str, detail: Mapping[str, Any]) -> str:
    """Why the server refused a change."""
    if code == "depends":
        return f"Perubahan ini melanjutkan “{deed(str(detail.get('action', '')))}” yang juga tidak diterima."
    return _REASONS.get(code, _OTHERWISE)


def number_on_paper(paper: NumberOnPaper, by_whom: str) -> str:
    """How a paper came to bear another number than the register, and what to do about it."""
    taken = f" untuk “{paper.taken_for}”" if paper.taken_for else ""
    taken += f" ({by_whom})" if by_whom else ""
    return (
        f"Kertas yang sudah diserahkan memuat nomor {paper.printed}. Sesudah server dipulihkan "
        f"dari cadangan, nomor itu lebih dahulu diberikan{taken}; buku nomor "
        f"sekarang mencatat {paper.stands}. Cetak ulang kertasnya dengan nomor baru, lalu serahkan "
        "kepada penerimanya. "
        "Nomor di kertas lama tetap dapat dipakai untuk mencari."
    )

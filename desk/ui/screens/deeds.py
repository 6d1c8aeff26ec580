"""What an action of the log did, in the words of the office: ``Tamu didaftarkan``."""

from types import MappingProxyType

_WHOLE = MappingProxyType(
    {
        "add_stage": "Tahapan pemilihan dicatat",
        "add_usual_resources": "Daftar ruang dan alat diisi",
        "attach": "Berkas dilampirkan",
        "call": "Antrean dipanggil",
        "call_next": "Antrean dipanggil",
        "cancel_ticket": "Antrean dibatalkan",
        "cancel_event": "Kegiatan dibatalkan",
        "card_back": "Kartu tamu kembali",
        "card_found": "Kartu tamu ditemukan",
        "card_lost": "Kartu tamu hilang",
        "change_password": "Kata sandi diganti",
        "check_out": "Tamu pulang",
        "check_out_all": "Tamu pulang",
        "close_counter": "Loket ditutup",
        "close_day": "Hari libur dicatat",
        "close_forgotten": "Tamu kemarin dicatat pulang",
        "correct_case": "Isian permohonan diperbaiki",
        "correct_visit": "Data tamu diperbaiki",
        "decide": "Permohonan diputus",
        "detach": "Berkas dilepas",
        "dismiss_message": "Pesan masuk diselesaikan",
        "dispose": "Disposisi dicatat",
        "dispose_by_word": "Disposisi lisan dicatat",
        "end_mandate": "Mandat diakhiri",
        "extend_limit": "Batas waktu diperpanjang",
        "fill_year": "Hari libur setahun dimasukkan",
        "finish": "Antrean selesai",
        "finish_and_call_next": "Antrean selesai, berikutnya dipanggil",
        "found_office": "Kantor dibuat",
        "give_mandate": "Mandat diberikan",
        "give_paraf": "Paraf diberikan",
        "give_at_once": "Informasi diberikan langsung",
        "hand_over": "Jawaban diserahkan",
        "hold": "Antrean ditunda",
        "import_visits": "Buku tamu lama dimasukkan",
        "issue_ticket": "Nomor antrean diberikan",
        "leave_shift_note": "Catatan jaga ditulis",
        "note_message": "Pesan masuk dicatat",
        "open_case": "Permohonan didaftarkan",
        "open_counter": "Loket dibuka",
        "open_day": "Hari libur dihapus",
        "read_shift_note": "Catatan jaga dibaca",
        "reattach": "Berkas dipasang lagi",
        "recall": "Antrean dipanggil ulang",
        "register_visit": "Tamu didaftarkan",
        "renew_first_passwords": "Kata sandi awal dibuat",
        "renew_recovery_code": "Kode pemulihan dibuat",
        "requeue": "Antrean dikembalikan",
        "restore_message": "Pesan masuk dikembalikan",
        "return_letter": "Surat dikembalikan",
        "save_letter": "Surat disimpan",
        "serve": "Antrean dilayani",
        "settle_conflict": "Bentrokan dipilih",
        "change_profile": "Profil kantor diubah",
        "sign_letter": "Surat ditandatangani",
        "skip": "Antrean dilewati",
        "start_sequence": "Awal nomor urut ditetapkan",
        "submit_letter": "Surat diajukan",
        "take_fee": "Biaya diterima",
        "tick_channel": "Saluran diperiksa",
        "transfer": "Antrean dialihkan",
        "undo_card_back": "Pengembalian kartu dibatalkan",
        "undo_check_out": "Pencatatan pulang dibatalkan",
        "undo_finish": "Penyelesaian antrean dibatalkan",
        "undo_register_visit": "Pendaftaran tamu dibatalkan",
        "undo_settle_conflict": "Pilihan atas bentrokan dibatalkan",
        "update_checklist": "Kelengkapan diperbarui",
        "write_entry": "Catatan layanan ditulis",
        "issue_papers": "Naskah diterbitkan",
        "keep_election": "Pemilu dicatat",
        "keep_figures": "Perolehan suara dicatat",
        "say_presence": "Keberadaan pejabat dicatat",
        "hold_event": "Kegiatan terlaksana",
        "keep_event": "Kegiatan dicatat",
        "keep_resource": "Daftar ruang dan alat diubah",
        "undo_cancel_event": "Pembatalan kegiatan dibatalkan",
        "undo_hold_event": "Pelaksanaan kegiatan dibatalkan",
        "undo_keep_event": "Pencatatan kegiatan dibatalkan",
        "void_letter": "Surat dibatalkan",
        "void_number": "Nomor dibatalkan",
    }
)
_BEGINS = MappingProxyType({"move": "Permohonan diteruskan", "sort": "Permohonan diteruskan"})


def deed(action: str) -> str:
    """An action in words; ``move:setujui`` and its like by what comes before the colon."""
    return _WHOLE.get(action) or _BEGINS.get(action.partition(":")[0], "Perubahan dicatat")


def known() -> frozenset[str]:
    """Every action that has words of its own."""
    return frozenset(_WHOLE) | frozenset(_BEGINS)

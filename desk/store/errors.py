"""Named errors of the local store: ``message`` speaks Indonesian for the screen, ``english`` is for logs."""

from typing import ClassVar

from desk.rules.errors import DeskError


class StoreError(DeskError):
    """Something the local store refuses or cannot do."""

    code: ClassVar[str] = "store_error"
    sentence: ClassVar[str] = "Penyimpanan data tidak dapat melakukan ini."

    def __init__(self, detail: str = "") -> None:
        super().__init__(self.sentence)
        first_line = (self.__doc__ or "").splitlines()[0]
        self.english = f"{first_line} {detail}".strip()
        """One English sentence with its detail, for the command line and logs."""


class WriteOutsideActionError(StoreError):
    """A captured table was written outside an action."""

    code = "write_outside_action"
    sentence = "Perubahan ditolak karena tidak tercatat sebagai tindakan petugas."


class NestedWriteError(StoreError):
    """An action was started inside another action of the same thread."""

    code = "nested_write"
    sentence = "Penyimpanan sebelumnya belum selesai."


class StoreBusyError(StoreError):
    """Another program on this PC kept the store locked for too long."""

    code = "store_busy"
    sentence = "Data sedang dipakai program lain di komputer ini. Tunggu sebentar, lalu coba lagi."


class StoreFullError(StoreError):
    """The disk is full."""

    code = "store_full"
    sentence = "Penyimpanan komputer penuh. Kosongkan sebagian, lalu simpan lagi; isian tetap tersimpan."


class StoreExistsError(StoreError):
    """The folder already holds a store."""

    code = "store_exists"
    sentence = "Folder ini sudah berisi data Desk."


class StoreMissingError(StoreError):
    """The folder holds no store."""

    code = "store_missing"
    sentence = "Folder ini belum berisi data Desk."


class StoreDamagedError(StoreError):
    """The store cannot be read."""

    code = "store_damaged"
    sentence = "Berkas data rusak. Pulihkan dari cadangan terakhir."


class SchemaTooNewError(StoreError):
    """The store was written by a newer version of Desk."""

    code = "schema_too_new"
    sentence = "Data ini dibuat oleh versi Desk yang lebih baru. Pasang versi terbaru di komputer ini."


class KeyMissingError(StoreError):
    """The machine's key to the store is not where it should be."""

    code = "key_missing"
    sentence = "Kunci data komputer ini tidak ditemukan. Pulihkan dengan kode pemulihan."


class WrongKeyError(StoreError):
    """The key does not open the store."""

    code = "wrong_key"
    sentence = "Kunci komputer ini tidak cocok dengan data. Pulihkan dari cadangan dengan kode pemulihan."


class MalformedRecoveryCodeError(StoreError):
    """The recovery code is incomplete or mistyped: its check letters do not fit."""

    code = "malformed_recovery_code"
    sentence = "Kode pemulihan belum lengkap atau salah ketik. Periksa kembali huruf dan angkanya."


class WrongRecoveryCodeError(StoreError):
    """The recovery code belongs to other data."""

    code = "wrong_recovery_code"
    sentence = "Kode pemulihan ini bukan untuk data tersebut."


class NewerRecoveryCodeError(StoreError):
    """This recovery code was replaced by a newer one meanwhile."""

    code = "newer_recovery_code"
    sentence = "Kode ini sudah diganti dengan kode yang lebih baru. Mulai sekali lagi."


class RecoveryCopyMissingError(StoreError):
    """The copy of the key that the recovery code opens is gone; restore a backup."""

    code = "recovery_copy_missing"
    sentence = "Salinan kunci untuk kode pemulihan tidak ada. Pulihkan dari cadangan terakhir."


class NotABackupError(StoreError):
    """The file is not a backup of Desk."""

    code = "not_a_backup"
    sentence = "Berkas ini bukan cadangan Desk."


class DamagedBackupError(StoreError):
    """The backup is cut short or damaged."""

    code = "damaged_backup"
    sentence = "Cadangan ini terpotong atau rusak. Pakai cadangan lain."


class FolderUnusableError(StoreError):
    """The file or folder cannot be read or written."""

    code = "folder_unusable"
    sentence = "Folder atau berkas tujuan tidak dapat dibaca atau ditulis."


class BackupUnverifiedError(StoreError):
    """The backup just written could not be verified and was not kept."""

    code = "backup_unverified"
    sentence = "Cadangan yang baru dibuat tidak lolos pemeriksaan dan tidak disimpan."


class AttachmentTooLargeError(StoreError):
    """The attachment is larger than the office allows."""

    code = "attachment_too_large"
    sentence = "Berkas lampiran terlalu besar."


class AttachmentKindError(StoreError):
    """The attachment is none of PDF, JPEG, PNG, XLSX, DOCX, CSV."""

    code = "attachment_kind"
    sentence = "Jenis berkas tidak diterima. Pakai PDF, JPEG, PNG, XLSX, DOCX, atau CSV."


class AttachmentMissingError(StoreError):
    """The attachment's content is not on this PC."""

    code = "attachment_missing"
    sentence = "Isi lampiran tidak ada di komputer ini."

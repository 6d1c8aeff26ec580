"""Named errors of the office network: one calm Indonesian sentence for the screen, one English line for
the command line. Work goes on locally after each of them."""

from typing import ClassVar

import psycopg

from desk.rules.errors import DeskError


class SyncError(DeskError):
    """Something the office network refuses or cannot do."""

    code: ClassVar[str] = "sync_error"
    sentence: ClassVar[str] = "Server kantor tidak dapat melakukan ini."
    lasting: ClassVar[bool] = True
    """Whether trying again by itself is useless: somebody must do something first."""

    def __init__(self, detail: str = "") -> None:
        super().__init__(self.sentence)
        first_line = (self.__doc__ or "").splitlines()[0]
        self.english = f"{first_line} {detail}".strip()
        """One English sentence with its detail, for the command line and logs."""


class OfflineError(SyncError):
    """The server of the office cannot be reached."""

    code = "offline"
    sentence = "Server kantor tidak terjangkau. Pekerjaan tetap tersimpan di komputer ini."
    lasting = False


class WrongServerError(SyncError):
    """There is a database at that address, but it is no server of Desk."""

    code = "wrong_server"
    sentence = "Alamat ini bukan server Desk. Periksa alamatnya."


class NoDatabaseError(SyncError):
    """There is no database of that name on the server."""

    code = "no_database"
    sentence = "Basis data itu tidak ada di server. Periksa alamatnya."


class UnfitServerError(SyncError):
    """The server is not fit for Desk."""

    code = "unfit_server"
    sentence = "PostgreSQL di server ini tidak dapat dipakai Desk."


class NotPermittedError(SyncError):
    """The account may not do that on the server; it must own the database and may create roles."""

    code = "not_permitted"
    sentence = "Akun ini tidak berwenang melakukan itu di server."


class BadAddressError(SyncError):
    """That is no address of a database, e.g. postgresql://admin@192.0.2.10/desk."""

    code = "bad_address"
    sentence = "Alamat server tidak dapat dibaca."


class LoginRefusedError(SyncError):
    """The server does not accept this login; a one-time code may have been used already."""

    code = "login_refused"
    sentence = (
        "Server menolak perangkat ini. Kode mungkin sudah dipakai; mintalah kode baru kepada administrator."
    )


class CertificateError(SyncError):
    """The server's certificate is not the one this device was enrolled with."""

    code = "certificate"
    sentence = "Sertifikat server tidak cocok dengan kantor ini. Jangan lanjutkan; hubungi administrator."


class UnknownServerError(SyncError):
    """The server is not known on this PC yet; compare its certificate, then trust it with --fingerprint."""

    code = "unknown_server"
    sentence = "Server ini belum dikenal di komputer ini. Cocokkan sertifikatnya lebih dahulu."


class NoTlsError(SyncError):
    """The server offers no TLS; without it only a server on this same machine is accepted."""

    code = "no_tls"
    sentence = "Server tidak memakai sambungan terenkripsi. Hubungi administrator."


class UnsafeLoginError(SyncError):
    """The server asks for the password in a way that gives it away; let pg_hba.conf say scram-sha-256."""

    code = "unsafe_login"
    sentence = "Server meminta kata sandi dengan cara yang tidak aman. Hubungi administrator."


class NotFromHereError(SyncError):
    """The server takes no connections from this address, or none without TLS; see its pg_hba.conf."""

    code = "not_from_here"
    sentence = "Server tidak menerima sambungan dari alamat komputer ini. Hubungi administrator."


class BadCodeError(SyncError):
    """The enrolment code is incomplete or mistyped."""

    code = "bad_code"
    sentence = "Kode pendaftaran tidak lengkap atau salah ketik."

    @classmethod
    def at(cls, group: int, typed: str) -> "BadCodeError":
        """The same, naming the group (from 1) that is wrong or missing."""
        error = cls(f"(group {group}: {typed})")
        error.message = f"Kelompok ke-{group} dari kode pendaftaran ({typed}) salah ketik atau terlewat."
        return error


class CodeUsedError(SyncError):
    """The enrolment code was used already."""

    code = "code_used"
    sentence = "Kode pendaftaran ini sudah dipakai. Mintalah kode baru kepada administrator."


class CodeExpiredError(SyncError):
    """The enrolment code has expired."""

    code = "code_expired"
    sentence = "Kode pendaftaran ini sudah kedaluwarsa. Mintalah kode baru kepada administrator."


class RevokedError(SyncError):
    """The administrator has revoked this device."""

    code = "revoked"
    sentence = "Perangkat ini sudah dicabut administrator. Data di komputer ini tetap ada."


class TwinError(SyncError):
    """Another PC uses the same identity; one of the two must be enrolled anew."""

    code = "twin"
    sentence = "Komputer lain memakai identitas yang sama. Salah satunya harus didaftarkan ulang."


class SupersededError(SyncError):
    """A copy of this PC that was restored later has its place; enrol this PC under a name of its own."""

    code = "superseded"
    sentence = (
        "Komputer ini sudah digantikan pemulihan yang lebih baru. Pekerjaan di sini tetap tersimpan; "
        "untuk mengirimnya mintalah kode baru kepada administrator."
    )


class OtherOfficeError(SyncError):
    """The server belongs to another office than the data of this PC."""

    code = "other_office"
    sentence = "Server ini milik kantor lain. Data komputer ini tidak dikirim."


class ClientTooOldError(SyncError):
    """This Desk is too old for the server; install the newer one."""

    code = "client_too_old"
    sentence = "Desk di komputer ini terlalu lama untuk server. Pasang versi baru; pekerjaan tetap tersimpan."


class ServerTooOldError(SyncError):
    """The server is older than this Desk; the administrator runs `desk server init` again."""

    code = "server_too_old"
    sentence = "Server kantor belum diperbarui. Pekerjaan tetap tersimpan; hubungi administrator."


class ServerTooNewError(SyncError):
    """The server was made by a newer Desk than this."""

    code = "server_too_new"
    sentence = "Server kantor dibuat oleh versi Desk yang lebih baru. Pasang versi baru di komputer ini."


class ServerFullError(SyncError):
    """The server's disk is full."""

    code = "server_full"
    sentence = "Penyimpanan server penuh. Pekerjaan tetap tersimpan di komputer ini; hubungi administrator."
    lasting = False


class NoRoomError(SyncError):
    """The disk of this PC is full: what is new in the office cannot be kept."""

    code = "no_room"
    sentence = "Penyimpanan komputer ini penuh; perubahan kantor belum dapat diterima. Kosongkan sebagian."
    lasting = False


class ServerBusyError(SyncError):
    """The server did not answer in time or is restarting."""

    code = "server_busy"
    sentence = "Server kantor sedang sibuk atau dimulai ulang."
    lasting = False


class RestoredError(SyncError):
    """The server was restored from an older copy meanwhile; the next hello sends and reads again."""

    code = "restored"
    sentence = "Server kantor baru dipulihkan. Data sedang disesuaikan."
    lasting = False


class NotEmptyError(SyncError):
    """The database is not empty: it holds a schema of another program, or an office already."""

    code = "not_empty"
    sentence = "Basis data ini tidak kosong."


class NotEnrolledError(SyncError):
    """This PC belongs to no office network yet; see desk server enrol."""

    code = "not_enrolled"
    sentence = "Komputer ini belum terdaftar pada server kantor."


class AlreadyEnrolledError(SyncError):
    """This PC belongs to an office network already."""

    code = "already_enrolled"
    sentence = "Komputer ini sudah terdaftar pada server kantor."


class NotAdoptedError(SyncError):
    """The server is empty: first run desk server adopt on the PC that holds the office's data."""

    code = "not_adopted"
    sentence = "Server belum berisi data kantor. Administrator menjalankan “desk server adopt” lebih dahulu."


class HeldError(SyncError):
    """Another device is doing the same thing at this moment."""

    code = "held"
    sentence = "Loket lain sedang melakukan hal yang sama. Coba lagi sebentar."
    lasting = False


_BY_STATE: dict[str, type[SyncError]] = {
    "DK001": RevokedError,
    "DK002": NotEnrolledError,
    "DK003": CodeUsedError,
    "DK004": CodeExpiredError,
    "DK005": TwinError,
    "DK006": ClientTooOldError,
    "DK007": ServerTooOldError,
    "DK008": SupersededError,
    "DK009": TwinError,
    "DK011": RevokedError,
    "28P01": LoginRefusedError,
    "28000": LoginRefusedError,
    "3D000": NoDatabaseError,
    "3F000": WrongServerError,
    "42501": NotPermittedError,
    "42P01": WrongServerError,
    "42883": WrongServerError,
    "53100": ServerFullError,
    "53200": ServerFullError,
    "53300": ServerBusyError,
    "57014": ServerBusyError,
    "57P01": ServerBusyError,
    "57P02": ServerBusyError,
    "57P03": ServerBusyError,
    "40001": ServerBusyError,
    "40P01": ServerBusyError,
    "55P03": ServerBusyError,
    "55000": ServerBusyError,
}
_BY_WORDS: tuple[tuple[str, type[SyncError]], ...] = (
    ("password authentication failed", LoginRefusedError),
    ("not permitted to log in", RevokedError),
    ("certificate verify failed", CertificateError),
    ("does not match host name", CertificateError),
    ("root certificate file", CertificateError),
    ("does not support ssl", NoTlsError),
    ("authentication method requirement", UnsafeLoginError),
    ("no pg_hba.conf entry", NotFromHereError),
    ("database system is", ServerBusyError),
    ("not currently accepting connections", OfflineError),
    ("does not exist", NoDatabaseError),
    ("invalid connection option", BadAddressError),
    ("invalid dsn", BadAddressError),
    ('missing "="', BadAddressError),
    ("invalid uri", BadAddressError),
    ("could not translate host", OfflineError),
)


def by_code(code: str) -> SyncError | None:
    """The error with that code; None where there is none."""
    return next((kind() for kind in SyncError.__subclasses__() if kind.code == code), None)


def named(error: psycopg.Error) -> SyncError:
    """The named error behind what psycopg raised; a lost connection is :class:`OfflineError`."""
    text = " ".join(str(error).split())
    kind = _BY_STATE.get(error.sqlstate or "")
    if kind is None:
        lower = text.lower()
        kind = next((one for words, one in _BY_WORDS if words in lower), None)
    if kind is None:
        lost = isinstance(error, psycopg.OperationalError | psycopg.InterfaceError)
        kind = OfflineError if lost else SyncError
    detail = "" if (error.sqlstate or "").startswith("DK") else f"({text})"
    return kind(detail)

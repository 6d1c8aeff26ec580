"""Attachments by content: bytes named by their sha256 in a second encrypted file, kinds told by content."""

import io
import zipfile
from hashlib import sha256
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

from desk.store import layout
from desk.store.engine import connect, translated
from desk.store.errors import (
    AttachmentKindError,
    AttachmentMissingError,
    AttachmentTooLargeError,
    StoreDamagedError,
    StoreMissingError,
)
from desk.store.store import Store

DEFAULT_LIMIT = 20 * 1024 * 1024
"""Largest attachment in bytes unless the office sets another."""

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CSV = "text/csv"

_MAGIC = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_OFFICE_PARTS = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX}
_SQL = """
CREATE TABLE IF NOT EXISTS blob (
    sha256 TEXT PRIMARY KEY, media_type TEXT NOT NULL, size INTEGER NOT NULL, content BLOB NOT NULL
)"""


def create_blobs(path: Path, key: bytes) -> None:
    """Make the empty file."""
    connection = connect(path, key, create=True)
    try:
        connection.execute(_SQL)
    finally:
        connection.close()


def sniff(content: bytes) -> str:
    """The media type told by the content, whatever the file is called.

    Raises:
        AttachmentKindError: none of PDF, JPEG, PNG, XLSX, DOCX, CSV.
    """
    for magic, kind in _MAGIC:
        if content.startswith(magic):
            return kind
    if content.startswith(b"PK\x03\x04"):
        return _office_kind(content)
    if _is_csv(content):
        return CSV
    raise AttachmentKindError


class Blobs:
    """The attachments of a store. Adding comes before the row that names the hash is committed: a row never
    names what is not there, and what no row names does no harm."""

    def __init__(self, store: Store, limit: int = DEFAULT_LIMIT) -> None:
        self._path = layout.blobs(store.folder)
        self._key = store.key
        self.limit = limit

    def add(self, content: bytes) -> tuple[str, str, int]:
        """Keep bytes durably (once, however often they come); sha256, media type and size.

        Raises:
            AttachmentTooLargeError: more than ``limit`` bytes.
            AttachmentKindError: a kind that is not taken.
            StoreFullError: no room on the disk.
        """
        if len(content) > self.limit:
            raise AttachmentTooLargeError(f"{len(content)} bytes, at most {self.limit}")
        kind, name = sniff(content), sha256(content).hexdigest()
        self._run(
            "INSERT INTO blob (sha256, media_type, size, content) VALUES (?, ?, ?, ?) "
            "ON CONFLICT (sha256) DO NOTHING",
            (name, kind, len(content), content),
        )
        return name, kind, len(content)

    def get(self, name: str) -> bytes:
        """The bytes of a sha256.

        Raises:
            AttachmentMissingError: they are not on this PC, or no longer what their name says.
        """
        rows = self._run("SELECT content FROM blob WHERE sha256 = ?", (name,))
        if not rows or sha256(rows[0][0]).hexdigest() != name:
            raise AttachmentMissingError(name)
        return bytes(rows[0][0])

    def has(self, name: str) -> bool:
        """Whether the bytes are on this PC."""
        return bool(self._run("SELECT 1 FROM blob WHERE sha256 = ?", (name,)))

    def remove(self, name: str) -> None:
        """Erase bytes at the end of their retention; removing what is not there is fine."""
        self._run("DELETE FROM blob WHERE sha256 = ?", (name,))

    def _run(self, sql: str, values: tuple[object, ...]) -> list[tuple[bytes, ...]]:
        try:
            connection = connect(self._path, self._key)
            try:
                return list(connection.execute(sql, values).fetchall())
            finally:
                connection.close()
        except StoreMissingError as error:
            raise StoreDamagedError(self._path.name) from error
        except sqlcipher.Error as error:
            raise translated(error) or StoreDamagedError(str(error)) from error


def _office_kind(content: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = set(archive.namelist())
    except zipfile.BadZipFile as error:
        raise AttachmentKindError("a damaged archive") from error
    for part, kind in _OFFICE_PARTS.items():
        if part in names:
            return kind
    raise AttachmentKindError("an archive that is no XLSX nor DOCX")


def _is_csv(content: bytes) -> bool:
    """Text of several lines that all hold the same separator."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    lines = [line for line in text.splitlines() if line.strip()]
    plain = all(c.isprintable() or c in "\t\r\n" for c in text)
    return plain and bool(lines) and any(all(sign in line for line in lines[:20]) for sign in ",;\t")

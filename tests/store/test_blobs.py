"""Attachments are kept once, told by content, limited in size."""

import contextlib
import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.store import layout
from desk.store.blobs import CSV, DOCX, JPEG, PDF, PNG, XLSX, Blobs, sniff
from desk.store.engine import connect
from desk.store.errors import AttachmentKindError, AttachmentMissingError, AttachmentTooLargeError
from desk.store.store import Store


def archive(name: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        opened.writestr(name, "x")
    return made.getvalue()


SAMPLES = [
    (b"%PDF-1.7\n", PDF),
    (b"\xff\xd8\xff\xe0 jpeg", JPEG),
    (b"\x89PNG\r\n\x1a\n...", PNG),
    (archive("xl/workbook.xml"), XLSX),
    (archive("word/document.xml"), DOCX),
    (b"nama,telepon\nMelati,0812\n", CSV),
    ("\ufeffnama;alamat\nÉlok;Jalan Mawar\n".encode(), CSV),
]


@pytest.mark.parametrize(("content", "kind"), SAMPLES, ids=[kind[-12:] for _, kind in SAMPLES])
def test_the_kind_is_told_by_the_content(store: Store, content: bytes, kind: str) -> None:
    blobs = Blobs(store)
    name, told, size = blobs.add(content)
    assert (told, size) == (kind, len(content))
    assert blobs.get(name) == content


@pytest.mark.parametrize(
    "content",
    [b"", b"MZ\x90\x00 a program", b"just words", b"a,b\x00c,d", archive("readme.txt"), b"PK\x03\x04 broken"],
)
def test_other_kinds_are_refused(store: Store, content: bytes) -> None:
    with pytest.raises(AttachmentKindError):
        Blobs(store).add(content)


@given(st.binary(max_size=200))
def test_any_bytes_are_either_told_or_refused(content: bytes) -> None:
    with contextlib.suppress(AttachmentKindError):
        assert "/" in sniff(content)


def test_the_same_bytes_are_kept_once(store: Store) -> None:
    blobs = Blobs(store)
    assert blobs.add(b"%PDF-1") == blobs.add(b"%PDF-1")
    raw = connect(layout.blobs(store.folder), store.key)
    assert raw.execute("SELECT count(*) FROM blob").fetchone()[0] == 1
    raw.close()


def test_the_limit_is_named_with_both_sizes(store: Store) -> None:
    with pytest.raises(AttachmentTooLargeError) as caught:
        Blobs(store, limit=10).add(b"%PDF-1.7 too long")
    assert "17 bytes, at most 10" in caught.value.english


def test_what_is_missing_removed_or_altered_is_named(store: Store) -> None:
    blobs = Blobs(store)
    name, _, _ = blobs.add(b"%PDF-1")
    assert blobs.has(name)
    raw = connect(layout.blobs(store.folder), store.key)
    raw.execute("UPDATE blob SET content = x'00'")
    raw.close()
    with pytest.raises(AttachmentMissingError):
        blobs.get(name)
    blobs.remove(name)
    blobs.remove(name)
    assert not blobs.has(name)
    with pytest.raises(AttachmentMissingError):
        blobs.get(name)

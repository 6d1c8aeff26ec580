"""Kept files as papers: a PDF as it is, a picture on one page, an identity card with its purpose across."""

from desk.documents import picture
from desk.documents.kit.words import long_date
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes
from desk.queries import papers
from desk.queries.papers import KeptFile
from desk.store.blobs import JPEG, PDF, PNG

_IDENTITY = "identity"


def file(sources: Sources, attachment_id: str, wishes: Wishes) -> Drawn:
    """A kept file.

    Raises:
        PaperRefusedError: it is no PDF nor picture, or a scan of an identity that these eyes may not see.
    """
    kept = sources.ask(papers.kept_file, attachment_id)
    if kept is None or kept.removed:
        raise SubjectMissingError("Lampiran tidak ditemukan.")
    if kept.media_type not in (PDF, JPEG, PNG):
        raise PaperRefusedError(f"{kept.name} bukan PDF atau gambar; simpan lalu buka dengan program lain.")
    if kept.kind == _IDENTITY and not sources.sees_identity():
        raise PaperRefusedError("Salinan identitas hanya dapat dibuka petugas yang berwenang.")
    size = wishes.size(sources.office)
    return Drawn(_pdf(sources, kept, wishes), kept.name.rpartition(".")[0] or kept.name, size.upper())


def _pdf(sources: Sources, kept: KeptFile, wishes: Wishes) -> bytes:
    content, across = sources.blob(kept.sha256), _watermark(sources, kept)
    if kept.media_type == PDF and not across:
        return content
    office = office_facts(sources.office, wishes)
    if kept.media_type == PDF:
        return picture.watermarked(content, kept.name, office, across)
    return picture.render(content, kept.name, office, watermark=across)


def _watermark(sources: Sources, kept: KeptFile) -> str:
    """Office, purpose and day across a scan of an identity (facts.md, "Identity and privacy")."""
    if kept.kind != _IDENTITY:
        return ""
    day = long_date(sources.day(sources.at))
    return f"Hanya untuk: {kept.reason} · {sources.office.short_name} · {day}"

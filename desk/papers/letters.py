"""Letters: the answer as written, notice D and refusal E from the decision, and the preview while writing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Protocol, runtime_checkable

from desk.documents import pemberitahuan_tertulis as notice_paper
from desk.documents import penolakan as refusal_paper
from desk.documents import rekapitulasi_pemilih as recap_paper
from desk.documents import surat_jawaban as answer_paper
from desk.documents.facts import LetterFacts, PaperSize, SignerFacts
from desk.papers.decided import notice_facts, refusal_facts
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.objections import with_objection, with_rights
from desk.papers.office import coming_signer, office_facts
from desk.papers.sources import Drawn, Sources, Wishes, refuse_provisional, short_number
from desk.papers.voter_data import recap_facts
from desk.queries import history, papers
from desk.queries.cases import CasePage
from desk.queries.history import DecisionRow, LetterRow
from desk.services.data_informasi import REFUSAL as DATA_REFUSAL
from desk.services.keberatan_answers import ANSWER as OBJECTION_ANSWER

_VOID = "void"
_SIGNED = "signed"


@runtime_checkable
class LetterWords(Protocol):
    """What a letter says, as ``desk.actions.letters.LetterText`` holds it."""

    @property
    def kind(self) -> str: ...  # noqa: D102 - the names speak for themselves
    @property
    def subject(self) -> str: ...  # noqa: D102
    @property
    def addressee(self) -> str: ...  # noqa: D102
    @property
    def body(self) -> str: ...  # noqa: D102
    @property
    def signer_role(self) -> str: ...  # noqa: D102
    @property
    def nature(self) -> str: ...  # noqa: D102
    @property
    def enclosures(self) -> str: ...  # noqa: D102
    @property
    def copies_to(self) -> tuple[str, ...]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class Written:
    """A letter ready to be set: its words, its number and date once signed, and its signer.

    ``coming`` is a decision that is not recorded yet.
    """

    words: LetterWords
    signer: SignerFacts
    number: str | None = None
    dated: date | None = None
    coming: DecisionRow | None = None

    @property
    def draft(self) -> bool:
        """Whether it is still to be signed."""
        return self.number is None


def letter(sources: Sources, letter_id: str, wishes: Wishes) -> Drawn:
    """A kept letter; before its signature it bears KONSEP and no number.

    Raises:
        PaperRefusedError: it was declared void, or the server has not given its number yet.
    """
    row = sources.ask(history.letter, letter_id)
    case_id = sources.ask(papers.case_of_letter, letter_id)
    if row is None or case_id is None:
        raise SubjectMissingError("Surat tidak ditemukan.")
    if row.state == _VOID:
        raise PaperRefusedError(f"Surat nomor {row.number} sudah dibatalkan.")
    page = sources.case(case_id)
    signed = row.state == _SIGNED
    refuse_provisional(row.number)
    reprint = signed and sources.reprint(row.kind, letter_id)
    return _set(sources, page, _kept(sources, page, row, signed=signed), wishes, reprint=reprint)


def preview(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The letter being written: option ``text`` holds its words, ``decision`` one still to be recorded."""
    words = wishes.options.get("text")
    if not isinstance(words, LetterWords):
        raise PaperRefusedError("Tidak ada naskah surat untuk ditampilkan.")
    page = sources.case(case_id)
    signer = coming_signer(sources, sources.standard_of(page), words.signer_role)
    coming = wishes.options.get("decision")
    written = Written(words, signer, coming=coming if isinstance(coming, DecisionRow) else None)
    return _set(sources, page, written, wishes, reprint=False)


def _kept(sources: Sources, page: CasePage, row: LetterRow, *, signed: bool) -> Written:
    if not signed:
        return Written(row, coming_signer(sources, sources.standard_of(page), row.signer_role))
    signer = SignerFacts(position=row.position, name=row.signer_name, nip=row.signer_nip or None)
    return Written(row, signer, row.number, row.dated)


def _set(sources: Sources, page: CasePage, written: Written, wishes: Wishes, *, reprint: bool) -> Drawn:
    size = wishes.size(sources.office)
    pdf = _pdf(sources, page, written, wishes, size, reprint=reprint)
    about = short_number(written.number) if written.number else f"konsep {short_number(page.row.number)}"
    return Drawn(pdf, about, size.upper(), written.words.kind, draft=written.draft)


def _pdf(
    sources: Sources, page: CasePage, written: Written, wishes: Wishes, size: PaperSize, *, reprint: bool
) -> bytes:
    office, words = office_facts(sources.office, wishes), written.words
    copies = _lines(words.copies_to)
    if words.kind == "pemberitahuan_tertulis":
        notice = notice_facts(
            sources, page, written.signer, words.body, copies, written.number, written.dated, written.coming
        )
        return notice_paper.render(notice, office, size=size, reprint=reprint)
    if words.kind == "penolakan":
        refusal = refusal_facts(
            sources, page, written.signer, words.body, copies, written.number, written.dated, written.coming
        )
        return refusal_paper.render(refusal, office, size=size, reprint=reprint)
    answer = _answer(written, copies)
    if words.kind == OBJECTION_ANSWER:
        answer = with_rights(sources, page, answer, written.coming)
    if words.kind == DATA_REFUSAL:
        answer = with_objection(sources, page, answer)
    if words.kind == "rekapitulasi_pemilih":
        enclosed = replace(answer, attachments=words.enclosures or "1 (satu) lampiran")
        return recap_paper.render(enclosed, recap_facts(sources, page), office, size=size, reprint=reprint)
    return answer_paper.render(answer, office, size=size, reprint=reprint)


def _answer(written: Written, copies: tuple[str, ...]) -> LetterFacts:
    words = written.words
    return LetterFacts(
        number=written.number,
        issued_on=written.dated,
        subject=words.subject,
        addressee=words.addressee,
        body=words.body,
        signer=written.signer,
        nature=words.nature or "Biasa",
        attachments=words.enclosures or "-",
        copies_to=copies,
        draft=written.draft,
    )


def _lines(names: Sequence[str]) -> tuple[str, ...]:
    return tuple(name.strip() for name in names if name.strip())

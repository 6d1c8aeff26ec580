"""The papers port of the screens: any paper by kind and subject, and the note that it was printed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

from desk.papers.errors import PaperRefusedError, PaperUnknownError
from desk.papers.kinds import DRAFT, KINDS, NOTICE, Kind, Stock, is_letter, kind_of, noted_as

if TYPE_CHECKING:
    from desk.papers.sources import Drawn
    from desk.queries.office import OfficeProfile
    from desk.standards.loader import Standards
    from desk.store.actor import Actor
    from desk.store.store import Store


@dataclass(frozen=True, slots=True)
class Made:
    """One finished paper: PDF bytes with the file name offered, the title shown and its sheet (A4, F4, A5,
    roll80, roll58)."""

    name: str
    title: str
    pdf: bytes
    kind: str
    size: str = "A4"


@dataclass(frozen=True, slots=True)
class Printable:
    """A kind of paper a printer can be chosen for, with the sheet it is printed on here."""

    kind: str
    title: str
    size: str = "A4"


class OfKind(Protocol):
    """A paper that went to a printer: only its kind matters."""

    @property
    def kind(self) -> str:
        """The kind it was made as."""
        ...


class PaperShelf:
    """Makes papers from what is kept.

    Args:
        store: the office's data.
        standards: every standard.
        clock: gives an aware moment.
        actor: who prints.
    """

    def __init__(
        self,
        store: "Store",
        standards: "Standards",
        clock: Callable[[], datetime],
        actor: "Actor",
    ) -> None:
        self._store = store
        self._standards = standards
        self._clock = clock
        self._actor = actor

    def kinds(self) -> tuple[Printable, ...]:
        """Every kind of paper this office prints, on its own sheets and rolls."""
        from desk.papers.sources import Wishes
        from desk.queries.office import profile

        with self._store.read() as session:
            office = profile(session)
        return tuple(
            Printable(one.kind, one.title, _sheet(one, office, Wishes()))
            for one in KINDS.values()
            if one.printed
        )

    def paper(self, kind: str, subject_id: str, **options: object) -> Made:
        """The paper of ``kind`` about one case, letter, ticket …

        Options: ``size`` (a4, f4; a5 for slips), ``roll`` (roll80, roll58), ``text`` (words of a letter being
        written).

        Raises:
            PaperUnknownError: no such kind or size.
            SubjectMissingError: nothing is there under that id.
            PaperRefusedError: it cannot be made of what is known, or not for these eyes.
            AttachmentMissingError: a kept file is not on this PC.
        """
        known = self._kind(kind)
        if known is None:
            raise PaperUnknownError(f"Naskah “{kind}” tidak dikenal.")
        drawn = self._draw(known, subject_id, options)
        made_as = self._kind(drawn.kind) or known
        return Made(
            name=_file_name(made_as.title, drawn),
            title=f"{made_as.title} {drawn.about}".strip(),
            pdf=drawn.pdf,
            kind=made_as.kind,
            size=drawn.size,
        )

    def printed(self, paper: OfKind, subject_id: str) -> None:
        """Note that a paper went to a printer: the next one of the same subject bears SALINAN.

        A print of an unsigned letter is noted apart, so that the signed one is no copy.
        """
        from desk.models import Printout

        name = noted_as(paper.kind)
        if self._unsigned(paper.kind, subject_id):
            name = DRAFT
        actor, at = self._actor, self._clock()
        with self._store.write(actor, "note_printout", at) as session:
            session.add(Printout(paper=name, subject_id=subject_id, at=at, staff_id=actor.staff_id))

    def _draw(self, known: Kind, subject_id: str, options: dict[str, object]) -> "Drawn":
        from desk.documents.kit.errors import DocumentError
        from desk.papers.sources import Wishes, gather

        module, _, function = known.maker.partition(":")
        maker: Any = getattr(import_module(f"desk.papers.{module}"), function)
        with self._store.read() as session:
            sources = gather(self._store, session, self._standards, self._actor, self._clock())
            try:
                drawn: Drawn = maker(sources, subject_id, Wishes(options))
            except DocumentError as error:
                raise PaperRefusedError(_said(error)) from error
        return drawn

    def _unsigned(self, kind: str, subject_id: str) -> bool:
        """Whether a paper that is signed was still to be when it was printed."""
        from desk.queries import extensions, history

        with self._store.read() as session:
            if kind == NOTICE:
                return extensions.notice(session, subject_id) is None
            known = self._kind(kind)
            if known is None or not is_letter(known):
                return False
            row = history.letter(session, subject_id)
        return row is None or row.state != "signed"

    def _kind(self, kind: str) -> Kind | None:
        standards = self._standards.by_id.values()
        letters = {key: one.label for standard in standards for key, one in standard.letters.items()}
        return kind_of(kind, letters)


def _file_name(title: str, drawn: "Drawn") -> str:
    from desk.papers.sources import file_name

    return file_name(title, drawn.about)


def _sheet(kind: Kind, office: "OfficeProfile", wishes: Any) -> str:
    size: str = wishes.roll(office) if kind.stock is Stock.ROLL else wishes.size(office).upper()
    return size


def _said(error: Exception) -> str:
    from desk.documents.kit.errors import DoesNotFitError, IncompleteFactsError, UnreadableScanError

    sentences: dict[type[Exception], str] = {
        DoesNotFitError: "Isi naskah terlalu panjang untuk dicetak; ringkaskan lebih dahulu.",
        IncompleteFactsError: "Naskah belum dapat dibuat: dasar hukumnya belum diisi.",
        UnreadableScanError: "Berkas ini rusak atau terkunci sehingga tidak dapat ditampilkan.",
    }
    return sentences.get(type(error), "Naskah tidak dapat dibuat.")

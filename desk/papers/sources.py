"""What a maker of papers works from: one state of the store, the standards, who prints and when."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Concatenate, ParamSpec, TypeVar

import msgspec

from desk.documents.facts import PaperSize, RollWidth
from desk.papers.errors import PaperRefusedError, PaperUnknownError, SubjectMissingError
from desk.papers.kinds import noted_as
from desk.queries import cases, office, papers, staff
from desk.queries.cases import CasePage
from desk.queries.office import OfficeProfile
from desk.rules.confidence import READER
from desk.rules.numbering import is_provisional
from desk.rules.permissions import Capability, may
from desk.services.catalog import service_kit
from desk.standards.choices import as_chosen
from desk.standards.loader import Standards
from desk.standards.model import Service, Standard
from desk.store.actor import Actor
from desk.store.blobs import Blobs
from desk.store.store import Store

P = ParamSpec("P")
T = TypeVar("T")

_SLUG = re.compile(r"[^A-Za-z0-9.]+")


@dataclass(frozen=True, slots=True)
class Drawn:
    """A finished paper before it has its file name: ``about`` are the words after its title, ``size`` the
    sheet (A4, F4, A5, roll80, roll58), ``kind`` where it differs from what was asked for."""

    pdf: bytes
    about: str
    size: str
    kind: str = ""
    draft: bool = False


@dataclass(frozen=True, slots=True)
class Sources:
    """One consistent state of the store and who asks."""

    store: Store
    session: Any
    standards: Standards
    actor: Actor
    at: datetime
    office: OfficeProfile

    def ask(self, query: Callable[Concatenate[Any, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        """Run a query of ``desk.queries`` on this state."""
        return query(self.session, *args, **kwargs)

    def local(self, moment: datetime) -> datetime:
        """A moment on the office's wall clock, as papers take it."""
        return self.office.local(moment)

    def day(self, moment: datetime) -> date:
        """The office's day of a moment."""
        return self.office.day_of(moment)

    @property
    def standard(self) -> Standard:
        """The standard the office runs under now."""
        return as_chosen(
            self.standards.current(self.office.standard, self.day(self.at)), self.office.settings
        )

    def case(self, case_id: str) -> CasePage:
        """A case.

        Raises:
            SubjectMissingError: there is none of that id.
        """
        page = self.ask(cases.page, self.standards, self.day(self.at), case_id)
        if page is None:
            raise SubjectMissingError("Permohonan tidak ditemukan.")
        return page

    def standard_of(self, page: CasePage) -> Standard:
        """The standard a case was opened under."""
        return as_chosen(self.standards.get(page.row.standard), self.office.settings)

    def service_of(self, page: CasePage) -> Service:
        """The service of a case, by its own standard."""
        return self.standard_of(page).services[page.row.service]

    def reprint(self, kind: str, subject_id: str, since: datetime | None = None) -> bool:
        """Whether this paper was given out before."""
        return self.ask(papers.printed_before, noted_as(kind), subject_id, since)

    def own_name(self) -> str:
        """Name of who prints."""
        return self.ask(staff.names).get(self.actor.staff_id, "")

    def sees_identity(self) -> bool:
        """Whether who prints may see identity numbers whole."""
        held = self.ask(staff.roles_held, self.actor.staff_id, self.at)
        return may(held, Capability.SEE_IDENTITY)

    def sees_complainants(self) -> bool:
        """Whether who prints may know who complained (S4)."""
        held = self.ask(staff.roles_held, self.actor.staff_id, self.at)
        return may(held, Capability.SEE_COMPLAINT)

    def blob(self, sha256: str) -> bytes:
        """The bytes of a kept file.

        Raises:
            AttachmentMissingError: they are not on this PC.
        """
        return Blobs(self.store).get(sha256)


def gather(store: Store, session: Any, standards: Standards, actor: Actor, at: datetime) -> Sources:
    """Sources on an open read session.

    Raises:
        OfficeMissingError: the store has no office yet.
    """
    sources = Sources(store, session, standards, actor, at, office.profile(session))
    session.info[READER] = sources.sees_complainants
    return sources


def draft_of(page: CasePage) -> Any:
    """The form a case was opened from, in its service's own class."""
    return msgspec.convert(page.detail, service_kit(page.row.service).draft)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What was asked for beside kind and subject: ``size``, ``roll``, ``text``; as given."""

    options: Mapping[str, object] = field(default_factory=dict)

    def size(self, profile: OfficeProfile) -> PaperSize:
        """The sheet: as asked for, else the office's paper, else A4.

        Raises:
            PaperUnknownError: a size that is not printed here.
        """
        return _chosen(self.options.get("size") or profile.settings.get("paper"), {"a4": "a4", "f4": "f4"})

    def slip_size(self) -> str:
        """The sheet of a slip when one is asked for (A5 too), else empty."""
        wanted = str(self.options.get("size") or "").lower()
        if wanted not in ("", "a4", "f4", "a5"):
            raise PaperUnknownError(f"Ukuran kertas “{wanted}” tidak tersedia.")
        return wanted

    def roll(self, profile: OfficeProfile) -> RollWidth:
        """The roll: as asked for, else the office's, else 80 mm.

        Raises:
            PaperUnknownError: a width that is not printed here.
        """
        wanted = self.options.get("roll") or profile.settings.get("roll")
        rolls: dict[str, RollWidth] = {"roll80": "roll80", "80": "roll80", "roll58": "roll58", "58": "roll58"}
        return _chosen(wanted, rolls)


def _chosen(wanted: object, known: Mapping[str, T]) -> T:
    if not wanted:
        return next(iter(known.values()))
    found = known.get(str(wanted).lower())
    if found is None:
        raise PaperUnknownError(f"Ukuran kertas “{wanted}” tidak tersedia.")
    return found


def two_numbers(number: str) -> tuple[str | None, str | None]:
    """A number as papers take it: official, or while the server has not given it, provisional (R2)."""
    return (None, number) if is_provisional(number) else (number, None)


def refuse_provisional(number: str) -> None:
    """A signed letter leaves the office with its official number only (design.md, "Sync" 9).

    Raises:
        PaperRefusedError: the server has not given it yet.
    """
    if is_provisional(number):
        raise PaperRefusedError("Nomor resmi surat ini belum datang dari server. Surat dicetak sesudahnya.")


def short_number(number: str) -> str:
    """The telling part of an official number for a file name: ``027/PI/KPU/III/2026`` → ``027-PI``."""
    return "-".join(_slug(part) for part in number.split("/")[:2])


def file_name(title: str, about: str) -> str:
    """The name a paper is saved under: ``tanda-terima-027-PI.pdf``."""
    return "-".join(part for part in (_slug(title).lower(), _slug(about)) if part) + ".pdf"


def _slug(text: str) -> str:
    return _SLUG.sub("-", text).strip("-.")

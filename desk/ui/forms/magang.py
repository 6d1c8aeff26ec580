"""The forms of internships: the request at the counter, placements, reports received (S5)."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from desk.services.catalog import EntryGround
from desk.services.magang import MagangDraft
from desk.services.magang_places import CERTIFICATE, SECTIONS, STATEMENT, Place, Placement, Report, Result
from desk.ui.fields import Choice, DateField, GridColumn, GridField, TextField
from desk.ui.fields.datetext import DateTextError, parse_date, short_date
from desk.ui.fields.grid import Rows
from desk.ui.forms.entry_form import EntryForm
from desk.ui.forms.letter_form import LetterForm
from desk.ui.sections.base import Section
from desk.ui.sections.interns import InternsSection


class MagangForm(LetterForm):
    """Unique here: the list of interns and the days of the internship."""

    slug = "magang"
    draft_type = MagangDraft

    def own(self) -> Sequence[Section[Any]]:
        """See `LetterForm.own`."""
        self.interns: InternsSection[MagangDraft] = InternsSection(self.today)
        return (self.interns,)

    def title_of(self, draft: MagangDraft) -> str:
        """University and how many."""
        who = super().title_of(draft)
        return f"{who} · {len(draft.interns)} peserta" if draft.interns else who


_SECTIONS = tuple(Choice(key, words) for key, words in SECTIONS.items())
_NONE = "tidak"
_PAPERS = (
    Choice(CERTIFICATE, "Sertifikat"),
    Choice(STATEMENT, "Surat keterangan"),
    Choice(_NONE, "Tanpa naskah"),
)
_YES, _NO = "Ya", "Belum"


class PlacementForm(EntryForm):
    """Section and days of every intern; a section that is full says so when it is saved."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        part: Section[Placement] = Section()
        columns = (
            GridColumn("Nama", fixed=True),
            GridColumn("Bagian", 190, choices=_SECTIONS),
            GridColumn("Mulai", 96),
            GridColumn("Selesai", 96),
        )
        self.places = GridField("Penempatan", columns, grows=False, required=True, hint=_SPANS)
        self._known: dict[str, Place] = {}
        part.bind("places", self.places, span=2, shown=self._shown, read=self._read)
        part.bind("mentor", TextField("Pembimbing", placeholder="nama pegawai"), span=2)
        self._sections = (part,)

    def sections(self) -> Sequence[Section[Any]]:
        """See `EntryForm.sections`."""
        return self._sections

    def _shown(self, places: tuple[Place, ...]) -> Rows:
        self._known = {one.name: one for one in places}
        return tuple((one.name, one.section, _day(one.starts), _day(one.ends)) for one in places)

    def _read(self, rows: Rows) -> tuple[Place, ...]:
        return tuple(
            replace(
                self._known.get(name, Place(name)),
                section=section,
                starts=_parsed(starts, self.today()),
                ends=_parsed(ends, self.today()),
            )
            for name, section, starts, ends in rows
        )


_SPANS = "Tanggal ditulis seperti 4/5/2026. Bagian dipilih dengan mengetik huruf awalnya."


class ReportForm(EntryForm):
    """Whose report came, when, and which paper each gets."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        part: Section[Report] = Section()
        columns = (
            GridColumn("Nama", fixed=True),
            GridColumn("Laporan diterima", 130, choices=(Choice(_YES, _YES), Choice(_NO, _NO))),
            GridColumn("Naskah", 150, choices=_PAPERS),
        )
        self.received = DateField("Tanggal laporan diterima", today=today, required=True, latest=today())
        self.results = GridField("Laporan peserta", columns, grows=False, required=True)
        part.bind("received_on", self.received)
        part.bind("results", self.results, span=2, shown=_results_shown, read=_results_read)
        self._sections = (part,)

    def sections(self) -> Sequence[Section[Any]]:
        """See `EntryForm.sections`."""
        return self._sections


def _results_shown(results: tuple[Result, ...]) -> Rows:
    return tuple((one.name, _YES if one.reported else _NO, one.paper or _NONE) for one in results)


def _results_read(rows: Rows) -> tuple[Result, ...]:
    return tuple(
        Result(name, reported == _YES, "" if paper == _NONE else paper) for name, reported, paper in rows
    )


def _day(day: date | None) -> str:
    return "" if day is None else short_date(day)


def _parsed(words: str, today: date) -> date | None:
    """A day as typed; None for what is no day, which the rules then ask for."""
    try:
        return parse_date(words, today)
    except DateTextError:
        return None


FORM = MagangForm
ENTRIES = {"penempatan": PlacementForm, "laporan": ReportForm}

"""The forms of authentication: the request at the counter, the figures prepared for its sheets (S1)."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from desk.rules.votes import DistrictVotes, grouped
from desk.services.autentifikasi import LEADERS, PRODUCTS, AutentifikasiDraft
from desk.services.autentifikasi_sheets import Sheets, chosen, taken
from desk.services.catalog import EntryGround
from desk.ui.fields import Choice, ChoiceField, GridColumn, GridField
from desk.ui.fields.grid import Rows
from desk.ui.forms.entry_form import EntryForm
from desk.ui.forms.letter_form import LetterForm
from desk.ui.forms.votes_words import seats_words
from desk.ui.sections.base import Section
from desk.ui.sections.party import PartySection


class AutentifikasiForm(LetterForm):
    """Unique here: the office of the signer in the party, what is asked for, whether the party has seats."""

    slug = "autentifikasi"
    draft_type = AutentifikasiDraft

    def own(self) -> Sequence[Section[Any]]:
        """See `LetterForm.own`."""
        self.party: PartySection[AutentifikasiDraft] = PartySection(LEADERS, PRODUCTS)
        return (self.party,)

    def told(self, judged: Any, source: str) -> None:
        """See `ServiceForm.told`; beside the party stands whether it has seats."""
        super().told(judged, source)
        name = judged.intake.applicant.body_name
        self.applicant.body_name.set_hint(seats_words(self.ground.election, name) if name.strip() else "")


_YES, _NO = "Ya", "Tidak"


class SheetsForm(EntryForm):
    """The party with seats and its districts, each with its sums; a sheet is issued for those marked."""

    def __init__(self, ground: EntryGround, today: Callable[[], date]) -> None:
        super().__init__(ground, today)
        part: Section[Sheets] = _SheetsSection(ground)
        self._sections = (part,)

    def sections(self) -> Sequence[Section[Any]]:
        """See `EntryForm.sections`."""
        return self._sections


class _SheetsSection(Section[Sheets]):
    def __init__(self, ground: EntryGround) -> None:
        super().__init__()
        self._election = ground.election
        seated = () if ground.election is None else ground.election.seated()
        self.party = ChoiceField(
            "Partai yang memperoleh kursi", [Choice(one, one) for one in seated], required=True
        )
        columns = (
            GridColumn("Daerah pemilihan", fixed=True),
            GridColumn("Suara partai", 100, fixed=True),
            GridColumn("Suara calon", 100, fixed=True),
            GridColumn("Jumlah", 90, fixed=True),
            GridColumn("Kursi", 60, fixed=True),
            GridColumn("Terbitkan", 100, choices=(Choice(_YES, _YES), Choice(_NO, _NO))),
        )
        self.districts = GridField("Lembar per daerah pemilihan", columns, grows=False)
        self.party.changed.connect(
            self._another
        )  # first, so that what is kept has the other party's districts
        self.bind("party", self.party, span=2, shown=lambda name: name or None, read=lambda name: name or "")
        self.bind("districts", self.districts, span=2)

    def show(self, draft: Sheets) -> None:
        """See `Section.show`: every district of the party, those of the draft marked."""
        self.put(self.party, draft.party or None)
        self.put(self.districts, self._rows(draft.party, {one.district for one in draft.districts}))

    def read(self, draft: Sheets) -> Sheets:
        """See `Section.read`: the figures are those kept now."""
        party = self.party.value() or ""
        if self._election is None or not party:
            return draft
        marked = {row[0] for row in self.districts.value() if row[-1] == _YES}
        return chosen(taken(self._election, party), marked)

    def _another(self) -> None:
        party = self.party.value() or ""
        self.districts.set_value(self._rows(party, None))

    def _rows(self, party: str, marked: set[str] | None) -> Rows:
        won = () if self._election is None or not party else self._election.party(party)
        return tuple(_row(one, issued=marked is None or one.district in marked) for one in won)


def _row(won: DistrictVotes, *, issued: bool) -> tuple[str, ...]:
    counts = (won.own, won.whole - won.own, won.whole, won.seats)
    return (won.district, *map(grouped, counts), _YES if issued else _NO)


FORM = AutentifikasiForm
ENTRIES = {"perolehan": SheetsForm}

"""Candidates of a replacement by votes, the standing of each, and who is next (S2)."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from desk.rules.votes import grouped
from desk.services.catalog import EntryGround
from desk.services.paw_candidates import WHERE_VOTES, Ranking, taken
from desk.services.paw_ranks import STANDING_LABELS, Candidate, Found, ranked, tied, words_of
from desk.ui.fields import ChipChoice, Choice, ChoiceField, Field, GridColumn, GridField, TextField
from desk.ui.fields.grid import Rows
from desk.ui.sections.base import Section
from desk.ui.theme.style import reveal
from desk.ui.theme.tokens import Tone
from desk.ui.widgets import Banner

KEPT, TYPED = "dicatat", "diketik"
_STANDINGS = tuple(Choice(key.value, words) for key, words in STANDING_LABELS.items())
_HINT = "Keadaan dipilih dengan mengetik huruf awalnya. Isi alasan bagi yang dilewati."
_TONES = {Found.NEXT: Tone.GOOD}


def _grid(*, fixed: bool) -> GridField:
    columns = (
        GridColumn("No.", 48, fixed=fixed),
        GridColumn("Nama", fixed=fixed),
        GridColumn("Suara", 72, fixed=fixed),
        GridColumn("Keadaan", 172, choices=_STANDINGS),
        GridColumn("Alasan"),
    )
    return GridField("Calon menurut perolehan suara", columns, grows=not fixed, required=True, hint=_HINT)


class CandidatesSection(Section[Ranking]):
    """The whole list: from the votes that are kept, or typed by hand; what it comes to is said below it."""

    def __init__(self, ground: EntryGround) -> None:
        super().__init__()
        self._ground, self._election = ground, ground.election
        seated = () if ground.election is None else ground.election.seated()
        self.source = ChipChoice(
            "Daftar calon", [Choice(KEPT, "Perolehan suara yang dicatat"), Choice(TYPED, "Diketik")]
        )
        self.party = ChoiceField("Partai politik", [Choice(one, one) for one in seated], required=True)
        self.district = ChoiceField("Daerah pemilihan", required=True)
        self.typed_party = TextField("Partai politik", required=True)
        self.typed_district = TextField("Daerah pemilihan", required=True)
        self.kept, self.typed = _grid(fixed=True), _grid(fixed=False)
        self.verdict = Banner()
        self.chosen = ChoiceField("Calon yang dipilih", hint="Di antara calon yang suaranya sama.")
        self.why = TextField("Dasar pilihan", placeholder="mis. unggul di lima desa")
        self._lay_out(any_kept=bool(seated))
        self._connect()

    def _lay_out(self, *, any_kept: bool) -> None:
        for widget, span in (
            (self.source, 2),
            (self.party, 1),
            (self.district, 1),
            (self.typed_party, 1),
            (self.typed_district, 1),
            (self.kept, 2),
            (self.typed, 2),
            (self.verdict, 2),
            (self.chosen, 1),
            (self.why, 1),
        ):
            self.add(widget, span)
        reveal(self.source, any_kept)

    def _connect(self) -> None:
        self.source.changed.connect(self._shape)
        self.party.changed.connect(self._other_party)
        self.district.changed.connect(self._other_district)
        by_hand: tuple[Field[Any], ...] = (
            *(self.typed_party, self.typed_district, self.kept),
            *(self.typed, self.chosen, self.why),
        )
        for field in by_hand:
            field.changed.connect(self._judge)
        for field in (self.source, self.party, self.district, *by_hand):
            self.watch("", field)

    # the draft

    def show(self, draft: Ranking) -> None:
        """See `Section.show`; a kept list with the figures of today, whatever stood in a draft."""
        fresh = taken(self._ground, draft.party, draft.district, draft)
        typed = fresh is None and (bool(draft.candidates) or self._election is None)
        self.put(self.source, TYPED if typed else KEPT)
        self.put(self.party, None if fresh is None else fresh.party)
        self._offer_districts()
        self.put(self.district, None if fresh is None else fresh.district)
        self.put(self.typed_party, draft.party)
        self.put(self.typed_district, draft.district)
        self.put(self.kept, () if fresh is None else _rows(fresh.candidates))
        self.put(self.typed, () if fresh is not None else _rows(draft.candidates))
        self._offer_rivals(draft.candidates if fresh is None else fresh.candidates)
        self.put(self.chosen, str(draft.chosen) if draft.chosen else None)
        self.put(self.why, draft.why)
        self._shape()

    def read(self, draft: Ranking) -> Ranking:
        """See `Section.read`: the figures of a kept list are those kept now."""
        chosen, why = int(self.chosen.value() or 0), self.why.value()
        if self.source.value() == TYPED:
            people = tuple(_candidate(*row) for row in self.typed.value())
            party, district = self.typed_party.value(), self.typed_district.value()
            return replace(
                draft,
                party=party,
                district=district,
                election="",
                seats=0,
                candidates=people,
                chosen=chosen,
                why=why,
            )
        party, district = self.party.value() or "", self.district.value() or ""
        fresh = taken(self._ground, party, district)
        if fresh is None:
            return replace(draft, party=party, district=district, candidates=())
        marks = {row[0]: row for row in self.kept.value()}
        people = tuple(
            replace(one, standing=marks[str(one.number)][3], reason=marks[str(one.number)][4])
            for one in fresh.candidates
            if str(one.number) in marks
        )
        return replace(fresh, candidates=people, chosen=chosen, why=why)

    def places(self) -> list[tuple[str, Field[Any]]]:
        """See `Section.places`: those that are shown."""
        typed = self.source.value() == TYPED
        return [
            ("party", self.typed_party if typed else self.party),
            ("district", self.typed_district if typed else self.district),
            ("candidates", self.typed if typed else self.kept),
            ("chosen", self.chosen),
            ("why", self.why),
        ]

    # what follows from what

    def _other_party(self) -> None:
        self._offer_districts()
        self._other_district()

    def _other_district(self) -> None:
        fresh = taken(self._ground, self.party.value() or "", self.district.value() or "")
        self.kept.set_value(() if fresh is None else _rows(fresh.candidates))
        self._judge()

    def _offer_districts(self) -> None:
        party = self.party.value()
        won = self._election.party(party) if self._election is not None and party else ()
        self.district.set_choices([Choice(one.district, one.district) for one in won if one.candidates])

    def _shape(self) -> None:
        typed = self.source.value() == TYPED
        for widget in (self.typed_party, self.typed_district, self.typed):
            reveal(widget, typed)
        for shown in (self.party, self.district, self.kept):
            reveal(shown, not typed)
        self._judge()

    def _judge(self) -> None:
        """Say who is next, and ask for a choice where votes are equal."""
        entry = self.read(Ranking())
        self._offer_rivals(entry.candidates)
        found = self.read(entry).outcome
        if entry.candidates:
            self.verdict.say(words_of(found), _TONES.get(found.found, Tone.WARN))
        else:
            self.verdict.say(WHERE_VOTES, Tone.NEUTRAL)
        self.reshaped.emit()

    def _offer_rivals(self, people: Iterable[Candidate]) -> None:
        rivals = tied(people)
        self.chosen.set_choices([Choice(str(one.number), one.name) for one in rivals])
        for field in (self.chosen, self.why):
            reveal(field, bool(rivals))


def _rows(people: Iterable[Candidate]) -> Rows:
    return tuple(
        (str(one.number), one.name, grouped(one.votes), one.standing, one.reason) for one in ranked(people)
    )


def _candidate(number: str, name: str, votes: str, standing: str, reason: str) -> Candidate:
    """A typed row; what is no number is one below zero, which the rules then ask for."""
    return Candidate(_number(number), name, _number(votes), standing or "tersedia", reason)


def _number(words: str) -> int:
    plain = words.replace(".", "").replace(" ", "")
    return int(plain) if plain.isascii() and plain.isdigit() else -1

"""Who leaves the council and why (S2): found among the votes that are kept, else typed."""

from collections.abc import Iterator, Mapping

from desk.rules.votes import CandidateVotes, ElectionVotes, grouped
from desk.ui.fields import CheckItem, CheckList, Choice, ChoiceField, SuggestField, Suggestion, TextField
from desk.ui.sections.base import D, Section

_MOST = 8


class LeavingSection(Section[D]):
    """``draft.member``, ``draft.party``, ``draft.district``, ``draft.reason`` with its note, and
    ``draft.signers``; a member taken from the list brings party and district along."""

    def __init__(
        self, election: ElectionVotes | None, reasons: Mapping[str, str], leaders: Mapping[str, str]
    ) -> None:
        super().__init__()
        self._election = election
        self.member = SuggestField("Anggota yang berhenti", required=True, provider=self._members)
        self.party = SuggestField("Partai politik", required=True, provider=self._parties, least=1)
        self.district = SuggestField("Daerah pemilihan", required=True, provider=self._districts, least=1)
        self.reason = ChoiceField(
            "Alasan berhenti", [Choice(key, words) for key, words in reasons.items()], required=True
        )
        self.note = TextField("Keterangan alasan", placeholder="mis. tanggal, nomor keputusan")
        self.signers = CheckList(
            "Ditandatangani pimpinan DPRD",
            [CheckItem(key, words) for key, words in leaders.items()],
            counted=False,
            required=True,
            hint="Satu atau lebih pimpinan DPRD.",
        )
        self.bind("member", self.member, span=2)
        self.bind("party", self.party)
        self.bind("district", self.district)
        self.bind("reason", self.reason, shown=lambda key: key or None, read=lambda key: key or "")
        self.bind("reason_note", self.note)
        order = tuple(leaders)
        self.bind(
            "signers",
            self.signers,
            span=2,
            shown=frozenset,
            read=lambda ticked: tuple(one for one in order if one in ticked),
        )
        self.member.picked.connect(self._picked)

    def _picked(self, where: tuple[str, str]) -> None:
        """The member's party and district come along."""
        self.party.set_value(where[0])
        self.district.set_value(where[1])
        self._edited()

    # suggestions

    def _members(self, query: str) -> list[Suggestion]:
        words = query.casefold().split()
        found = [
            Suggestion(one.name, f"{party} · {district} · {grouped(one.votes)} suara", (party, district))
            for party, district, one in self._people()
            if all(word in one.name.casefold() for word in words)
        ]
        return found[:_MOST]

    def _people(self) -> Iterator[tuple[str, str, CandidateVotes]]:
        """Candidates of parties with seats: those of the party and district filled in, else all."""
        if self._election is None:
            return
        party, district = self.party.value(), self.district.value()
        for name in self._election.seated():
            for won in self._election.party(name):
                if party in ("", name) and district in ("", won.district):
                    yield from ((name, won.district, one) for one in won.candidates)

    def _parties(self, query: str) -> list[Suggestion]:
        parties = () if self._election is None else self._election.seated()
        return [Suggestion(one) for one in parties if query.casefold() in one.casefold()][:_MOST]

    def _districts(self, query: str) -> list[Suggestion]:
        lines = () if self._election is None else self._election.lines
        names = dict.fromkeys(one.district for one in lines)
        return [Suggestion(one) for one in names if query.casefold() in one.casefold()][:_MOST]

"""Facts of what a party receives about its votes (S1)."""

from dataclasses import dataclass
from datetime import date

from desk.documents.facts.shared import SignerFacts


@dataclass(frozen=True, slots=True, kw_only=True)
class CandidateFacts:
    """A candidate by the place on the list, and their votes."""

    number: int
    name: str
    votes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DistrictFacts:
    """What a party won in a district: its own votes, its candidates, seats."""

    district: str
    own: int
    candidates: tuple[CandidateFacts, ...]
    seats: int

    @property
    def whole(self) -> int:
        """Votes of party and candidates together."""
        return self.own + sum(one.votes for one in self.candidates)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyVotesFacts:
    """A sheet of one district. ``signer`` is the chair, ``legaliser`` the secretary once it is legalised
    (None: room for it), ``decree_*`` the decree on votes and seats, empty where not known."""

    number: str
    issued_on: date
    party: str
    election: str
    election_day: date
    won: DistrictFacts
    signer: SignerFacts
    legaliser: SignerFacts | None = None
    legalised_on: date | None = None
    decree_number: str = ""
    decree_date: date | None = None
    case_number: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DecreeCopyFacts:
    """The sheet that authenticates a copy of the decree, with what the party won in each district; the rest
    as in `PartyVotesFacts`."""

    number: str
    issued_on: date
    party: str
    election: str
    election_day: date
    won: tuple[DistrictFacts, ...]
    decree_number: str
    decree_date: date
    decree_title: str
    signer: SignerFacts
    legaliser: SignerFacts | None = None
    legalised_on: date | None = None
    case_number: str = ""

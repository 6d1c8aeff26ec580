"""Votes of an election to the council: figures by district, party and candidate, their sums, who has seats
(S1, S2).

A figure is one line: a candidate's votes, a party's own votes (no candidate), or a control total that was
typed from the recapitulation: of a party in a district, or of a whole district (no party).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class VoteLine:
    """A figure; votes and seats are counts of 0 or more, seats stand with a party's own votes."""

    district: str
    party: str = ""
    number: int = 0
    candidate: str = ""
    votes: int = 0
    seats: int = 0
    total: bool = False

    @property
    def key(self) -> tuple[str, str, int, bool]:
        """What may stand only once in an election."""
        return (self.district, self.party, self.number, self.total)

    @property
    def own(self) -> bool:
        """Whether these are a party's own votes."""
        return not self.total and not self.number


@dataclass(frozen=True, slots=True)
class CandidateVotes:
    """A candidate of a list and their votes."""

    number: int
    name: str
    votes: int


@dataclass(frozen=True, slots=True)
class DistrictVotes:
    """What a party won in a district: its own votes, its candidates in the order of the list, seats."""

    district: str
    own: int = 0
    candidates: tuple[CandidateVotes, ...] = ()
    seats: int = 0

    @property
    def whole(self) -> int:
        """Votes of party and candidates together."""
        return self.own + sum(one.votes for one in self.candidates)


@dataclass(frozen=True, slots=True)
class ElectionVotes:
    """An election with every figure kept of it, in the order of the source."""

    id: str
    name: str
    day: date
    lines: tuple[VoteLine, ...] = ()
    decree_number: str = ""
    decree_date: date | None = None
    decree_title: str = ""

    def seated(self) -> tuple[str, ...]:
        """Parties that hold at least one seat, in the order of the source."""
        return tuple(dict.fromkeys(one.party for one in self.lines if one.own and one.seats))

    def party(self, name: str) -> tuple[DistrictVotes, ...]:
        """What a party won, by district in the order of the source."""
        districts = dict.fromkeys(one.district for one in self.lines if _of(one, name))
        return tuple(_district(self.lines, name, one) for one in districts)

    def named(self, words: str) -> str:
        """The party with seats of that name, however it was typed; empty when there is none."""
        wanted = plain(words)
        return next((one for one in self.seated() if plain(one) == wanted), "")


def plain(name: str) -> str:
    """A name of a party for comparing: small letters, single spaces, without the word for party."""
    return " ".join(name.casefold().split()).removeprefix("partai ")


def _of(line: VoteLine, party: str) -> bool:
    return line.party == party and not line.total


def _district(lines: Iterable[VoteLine], party: str, district: str) -> DistrictVotes:
    mine = [one for one in lines if _of(one, party) and one.district == district]
    own = next((one for one in mine if one.own), VoteLine(district))
    listed = sorted((one for one in mine if not one.own), key=lambda one: one.number)
    people = tuple(CandidateVotes(one.number, one.candidate, one.votes) for one in listed)
    return DistrictVotes(district, own.votes, people, own.seats)


# checks


@dataclass(frozen=True, slots=True)
class DistrictSum:
    """The sums of a district: counted from its lines, and as typed (None: no control total)."""

    district: str
    counted: int
    typed: int | None
    seats: int
    parties: int


def sums(lines: Sequence[VoteLine]) -> tuple[DistrictSum, ...]:
    """Sums by district, in the order of the source."""
    counted: Counter[str] = Counter()
    seats: Counter[str] = Counter()
    parties: dict[str, set[str]] = defaultdict(set)
    typed: dict[str, int] = {}
    for one in lines:
        parties.setdefault(one.district, set())
        if not one.total:
            counted[one.district] += one.votes
            seats[one.district] += one.seats
            parties[one.district].add(one.party)
        elif not one.party:
            typed[one.district] = one.votes
    return tuple(
        DistrictSum(name, counted[name], typed.get(name), seats[name], len(held))
        for name, held in parties.items()
    )


@dataclass(frozen=True, slots=True)
class LineProblem:
    """What is wrong with a line; ``line`` counts from 1, 0: with the figures as a whole."""

    line: int
    message: str


def line_problems(lines: Sequence[VoteLine], numbers: Sequence[int] = ()) -> tuple[LineProblem, ...]:
    """What is wrong with figures: names that lack, lines twice, sums that differ from their control totals.

    ``numbers`` are the lines they stood on, else they count from 1.
    """
    places = numbers or range(1, len(lines) + 1)
    found = [
        LineProblem(place, words)
        for place, one in zip(places, lines, strict=True)
        for words in _line_words(one)
    ]
    found += _twice(lines, places)
    if not found:
        found = [*_party_sums(lines, places), *_district_sums(lines, places)]
    return tuple(sorted(found, key=lambda one: one.line))


def _line_words(line: VoteLine) -> list[str]:
    words = []
    if not line.district:
        words.append("Isi daerah pemilihan.")
    if not line.party and not line.total:
        words.append("Isi partai.")
    if line.number and not line.candidate:
        words.append("Isi nama calon.")
    if line.candidate and not line.number:
        words.append("Isi nomor urut calon.")
    if min(line.votes, line.seats, line.number) < 0:
        words.append("Angka tidak boleh kurang dari nol.")
    if line.seats and not line.own:
        words.append("Kursi diisi pada baris suara partai.")
    return words


def _twice(lines: Sequence[VoteLine], places: Sequence[int]) -> list[LineProblem]:
    first: dict[tuple[str, str, int, bool], int] = {}
    found = []
    for place, one in zip(places, lines, strict=True):
        if one.key in first:
            found.append(LineProblem(place, f"Sama dengan baris {first[one.key]}: {about(one)}."))
        first.setdefault(one.key, place)
    return found


def _party_sums(lines: Sequence[VoteLine], places: Sequence[int]) -> list[LineProblem]:
    counted: Counter[tuple[str, str]] = Counter()
    for one in lines:
        counted[one.district, one.party] += 0 if one.total else one.votes
    return [
        LineProblem(place, _differs(one, counted[one.district, one.party]))
        for place, one in zip(places, lines, strict=True)
        if one.total and one.party and one.votes != counted[one.district, one.party]
    ]


def _district_sums(lines: Sequence[VoteLine], places: Sequence[int]) -> list[LineProblem]:
    counted = {one.district: one.counted for one in sums(lines)}
    return [
        LineProblem(place, _differs(one, counted[one.district]))
        for place, one in zip(places, lines, strict=True)
        if one.total and not one.party and one.votes != counted[one.district]
    ]


def _differs(line: VoteLine, counted: int) -> str:
    return f"{about(line)}: tertulis {grouped(line.votes)}, dihitung {grouped(counted)}."


def about(line: VoteLine) -> str:
    """Which figure a line is, in words."""
    who = line.candidate or ("jumlah" if line.total else "suara partai")
    number = f"{line.number}. " if line.number else ""
    return " · ".join(part for part in (line.district, line.party, f"{number}{who}") if part)


def grouped(count: int) -> str:
    """A count as it is written: ``12.345``."""
    return f"{count:,}".replace(",", ".")


def unchecked(lines: Sequence[VoteLine]) -> tuple[str, ...]:
    """Districts without a control total: their sums were held against nothing yet."""
    return tuple(one.district for one in sums(lines) if one.typed is None)

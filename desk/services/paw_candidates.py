"""The list of candidates of a replacement (S2): taken from the votes that are kept or typed by hand, with the
standing of each, and who is next by it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec

from desk.rules.votes import grouped, plain
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem, labelled
from desk.services.paw_ranks import (
    NAMED,
    STANDING_LABELS,
    Candidate,
    Outcome,
    Standing,
    list_problems,
    listed,
    outcome,
    ranked,
    same_name,
    tied,
    won_by,
    words_of,
)

WHERE_VOTES = "Catat perolehan suara pada halaman Perolehan suara, atau ketik calonnya di sini."
"""Where votes are entered, and what else can be done."""


@dataclass(frozen=True, slots=True)
class Leaving:
    """What of a request these rules read: who leaves, of which party and district."""

    member: str = ""
    party: str = ""
    district: str = ""


@dataclass(frozen=True, slots=True)
class Ranking:
    """Candidates by votes. ``election`` names the one whose votes they are, empty where they were typed;
    ``seats`` of the party there (0: not known). ``chosen`` is the number of the one taken among equal votes,
    ``why`` what that rests on."""

    party: str = ""
    district: str = ""
    election: str = ""
    seats: int = 0
    candidates: tuple[Candidate, ...] = ()
    chosen: int = 0
    why: str = ""

    @property
    def outcome(self) -> Outcome:
        """Who is next."""
        return outcome(self.candidates, self.chosen)


def leaving(ground: EntryGround) -> Leaving:
    """Who leaves, as the form says it."""
    return msgspec.convert(ground.detail, Leaving)


def known_ranking(entries: Mapping[str, Mapping[str, Any]]) -> Ranking | None:
    """The list as it was written last; None before."""
    data = entries.get("calon")
    return None if data is None else msgspec.convert(data, Ranking)


def taken(ground: EntryGround, party: str, district: str, known: Ranking | None = None) -> Ranking | None:
    """The list of a party in a district from the votes that are kept, standings as ``known`` there; None
    where none are kept."""
    election = ground.election
    won = won_by(election, party, district)
    if election is None or won is None:
        return None
    mine = known if known is not None and same_name(known.district, won.district) else Ranking()
    fresh = Ranking(election.named(party), won.district, election.name, won.seats)
    past = [_moved(one) for one in named_before(ground, fresh)]
    people = listed(won, leaving(ground).member, mine.candidates, past)
    return replace(fresh, candidates=people, chosen=mine.chosen, why=mine.why)


def named_before(ground: EntryGround, entry: Ranking) -> tuple[Ranking, ...]:
    """Lists of the same party and district by which other cases named somebody, in their order."""
    past = (known_ranking(one) for decision, one in ground.decided if decision == NAMED)
    return tuple(
        one
        for one in past
        if one is not None
        and (one.election, plain(one.party)) == (entry.election, plain(entry.party))
        and same_name(one.district, entry.district)
    )


def _moved(past: Ranking) -> tuple[Candidate, ...]:
    """Who left and who was named by a list."""
    named = past.outcome.candidate
    left = (one for one in past.candidates if one.standing == Standing.LEFT)
    return (*left, *(() if named is None else (named,)))


def named_elsewhere(ground: EntryGround) -> str:
    """The next candidate, where another case named them already; else empty."""
    ranking = known_ranking(ground.entries)
    one = None if ranking is None else ranking.outcome.candidate
    if ranking is None or one is None:
        return ""
    past = (other.outcome.candidate for other in named_before(ground, ranking))
    return one.name if any(other is not None and other.number == one.number for other in past) else ""


def begin(ground: EntryGround) -> Ranking:
    """The list as it was written last with the votes of today, at first that of the form; without kept votes
    an empty one to type into."""
    asked, known = leaving(ground), known_ranking(ground.entries)
    party, district = (known.party, known.district) if known else (asked.party, asked.district)
    fresh = taken(ground, party, district, known)
    return fresh or known or Ranking(party, district)


def problems(entry: Ranking, ground: EntryGround) -> tuple[Problem, ...]:
    """What the list lacks; of equal votes the choice may still be open."""
    if not entry.party.strip():
        return (Problem("party", "Isi partai politik."),)
    if not entry.district.strip():
        return (Problem("district", "Isi daerah pemilihan."),)
    if not entry.candidates:
        return (Problem("candidates", WHERE_VOTES),)
    wrong = list_problems(entry.candidates, entry.seats)
    if wrong:
        return tuple(Problem("candidates", words) for words in wrong)
    if not as_kept(entry, ground):
        return (Problem("candidates", "Angka pemilu ini sudah dikoreksi. Batalkan lalu buka lagi."),)
    rivals = {one.number for one in tied(entry.candidates)}
    if entry.chosen and rivals and entry.chosen not in rivals:
        return (Problem("chosen", "Pilih salah satu calon yang suaranya sama."),)
    if entry.chosen in rivals and not entry.why.strip():
        return (Problem("why", "Isi dasar pilihan di antara suara yang sama."),)
    return ()


def as_kept(entry: Ranking, ground: EntryGround) -> bool:
    """Whether the figures are those that are kept now."""
    fresh = taken(ground, entry.party, entry.district)
    if fresh is None:
        return not entry.election
    return _figures(fresh) == _figures(entry)


def _figures(entry: Ranking) -> tuple[object, ...]:
    people = tuple((one.number, one.name, one.votes) for one in ranked(entry.candidates))
    return (entry.party, entry.district, entry.election, entry.seats, people)


def summary(data: Mapping[str, Any]) -> Pairs:
    """The candidates in their order with their standing, and who is next."""
    entry = msgspec.convert(data, Ranking)
    rows = tuple(
        (
            f"{place}. {one.name}",
            " · ".join(
                part
                for part in (
                    f"{grouped(one.votes)} suara",
                    labelled(STANDING_LABELS, one.standing).lower(),
                    one.reason,
                )
                if part
            ),
        )
        for place, one in enumerate(ranked(entry.candidates), start=1)
    )
    where = " · ".join(part for part in (entry.party, entry.district, entry.election or "diketik") if part)
    return (
        ("Daftar", where),
        *rows,
        ("Hasil", words_of(entry.outcome)),
        ("Dasar suara sama", entry.why if entry.outcome.settled else ""),
    )


RANKING = EntryKind("Urutan calon", Ranking, begin, problems, summary)

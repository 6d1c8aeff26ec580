"""Who follows a member of the council (S2, L2/II.A): candidates of the same party and district by votes, who
is passed over and why, and what keeps the next one from being proposed."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desk.rules.votes import DistrictVotes, ElectionVotes, grouped

NAMED, STATUS = "nama_calon", "status_hukum"
"""Decisions, as the flow names them: the next candidate, or an answer on the legal status (L2/IV.A)."""


class Standing(StrEnum):
    """Where a candidate stands when somebody leaves."""

    SEATED = "menjabat"
    LEFT = "berhenti"
    FREE = "tersedia"
    DEAD = "meninggal"
    WITHDREW = "mengundurkan_diri"
    INELIGIBLE = "tidak_memenuhi_syarat"
    IN_QUESTION = "klarifikasi"


STANDING_LABELS = {
    Standing.FREE: "Tersedia",
    Standing.DEAD: "Meninggal dunia",
    Standing.WITHDREW: "Mengundurkan diri",
    Standing.INELIGIBLE: "Tidak memenuhi syarat",
    Standing.IN_QUESTION: "Klarifikasi",
    Standing.SEATED: "Sudah menjabat",
    Standing.LEFT: "Berhenti",
}
"""On screen."""

STANDING_WORDS = {
    Standing.FREE: "tersedia",
    Standing.SEATED: "sudah menjabat anggota DPRD",
    Standing.LEFT: "berhenti antarwaktu",
    Standing.DEAD: "meninggal dunia",
    Standing.WITHDREW: "mengundurkan diri",
    Standing.INELIGIBLE: "tidak lagi memenuhi syarat",
    Standing.IN_QUESTION: "sedang diklarifikasi",
}
"""On paper and in sentences."""

PASSED_OVER = frozenset({Standing.DEAD, Standing.WITHDREW, Standing.INELIGIBLE})
"""Standings that pass somebody over; each is explained."""

_EXPLAINED = PASSED_OVER | {Standing.IN_QUESTION}
_OUT = frozenset({Standing.SEATED, Standing.LEFT})


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate of the list: place on it, votes (0 or more; below: what was typed is no number),
    ``standing`` one of `Standing`, ``reason`` of who is passed over or in question."""

    number: int
    name: str
    votes: int = 0
    standing: str = Standing.FREE.value
    reason: str = ""


class Found(StrEnum):
    """What a ranking comes to."""

    NEXT = "berikutnya"
    WAITING = "menunggu"
    TIED = "sama"
    NOBODY = "habis"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a ranking comes to: the next candidate, or those awaited or tied (``rivals``).

    ``passed`` are those passed over before, the first of them first; ``settled``: the next one was chosen
    among equal votes.
    """

    found: Found
    candidate: Candidate | None = None
    rivals: tuple[Candidate, ...] = ()
    passed: tuple[Candidate, ...] = ()
    settled: bool = False


def ranked(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """By votes, the most first; equal votes in the order of the list."""
    return tuple(sorted(candidates, key=lambda one: (-one.votes, one.number)))


def listed(
    won: DistrictVotes,
    member: str,
    known: Iterable[Candidate] = (),
    earlier: Iterable[Sequence[Candidate]] = (),
) -> tuple[Candidate, ...]:
    """Candidates of a party in a district by votes: as many of the first as it has seats are seated, who
    leaves is marked; who was named by an ``earlier`` list is seated, who left by it is passed over. ``known``
    keep their standing, with the votes of today."""
    before = {one.number: one for one in known}
    people = ranked(Candidate(one.number, one.name, one.votes) for one in won.candidates)
    fresh = [replace(one, standing=_first(one, place, won.seats, member)) for place, one in enumerate(people)]
    for past in earlier:
        fresh = [_since(one, past) for one in fresh]
    return tuple(
        replace(one, standing=old.standing, reason=old.reason) if (old := before.get(one.number)) else one
        for one in fresh
    )


def _first(one: Candidate, place: int, seats: int, member: str) -> str:
    if same_name(one.name, member):
        return Standing.LEFT.value
    return (Standing.SEATED if place < seats else Standing.FREE).value


def _since(one: Candidate, past: Sequence[Candidate]) -> Candidate:
    """How somebody stands since an earlier replacement; ``past`` holds who left and who was named by it."""
    then = next((two for two in past if two.number == one.number), None)
    if then is None or one.standing == Standing.LEFT:
        return one
    if then.standing == Standing.LEFT:
        return replace(one, standing=Standing.INELIGIBLE.value, reason=LEFT_BEFORE)
    return replace(one, standing=Standing.SEATED.value, reason="")


LEFT_BEFORE = "sudah berhenti antarwaktu"
"""Why somebody is passed over who left by an earlier replacement."""


def same_name(one: str, other: str) -> bool:
    """Whether two names are the same however they were typed."""
    return " ".join(one.casefold().split()) == " ".join(other.casefold().split())


def won_by(election: ElectionVotes | None, party: str, district: str) -> DistrictVotes | None:
    """What a party with seats won in a district; None where no votes of it are kept."""
    if election is None:
        return None
    won = election.party(election.named(party)) if election.named(party) else ()
    return next((one for one in won if one.candidates and same_name(one.district, district)), None)


def outcome(candidates: Iterable[Candidate], chosen: int = 0) -> Outcome:
    """Who is next. Nobody is passed over while in question, and of equal votes the one that the office
    ``chosen`` (number on the list), else nobody."""
    passed: list[Candidate] = []
    for group in _groups(ranked(candidates)):
        waits = tuple(one for one in group if one.standing == Standing.IN_QUESTION)
        free = tuple(one for one in group if one.standing == Standing.FREE)
        gone = tuple(one for one in group if one.standing in PASSED_OVER)
        if waits:
            return Outcome(Found.WAITING, rivals=waits, passed=(*passed, *gone))
        if free:
            taken = free[0] if len(free) == 1 else next((one for one in free if one.number == chosen), None)
            if taken is None:
                return Outcome(Found.TIED, rivals=free, passed=(*passed, *gone))
            rivals = tuple(one for one in free if one is not taken)
            return Outcome(Found.NEXT, taken, rivals, (*passed, *gone), settled=bool(rivals))
        passed += gone
    return Outcome(Found.NOBODY, passed=tuple(passed))


def _groups(people: Sequence[Candidate]) -> Iterable[tuple[Candidate, ...]]:
    """Those of equal votes together, without who sits or leaves; the most votes first."""
    open_ones = [one for one in people if one.standing not in _OUT]
    for votes in dict.fromkeys(one.votes for one in open_ones):
        yield tuple(one for one in open_ones if one.votes == votes)


def tied(candidates: Iterable[Candidate]) -> tuple[Candidate, ...]:
    """Those with equal votes among whom the office chooses; empty where votes decide."""
    found = outcome(candidates)
    return found.rivals if found.found is Found.TIED else ()


def words_of(found: Outcome) -> str:
    """What a ranking comes to, in a sentence or two."""
    said = _SAID[found.found](found)
    passed = "; ".join(passed_words(one) for one in found.passed)
    return f"{said} Dilewati: {passed}." if passed else said


def passed_words(one: Candidate) -> str:
    """Who is passed over and why: ``Ayu (400 suara), meninggal dunia: akta nomor 12``."""
    why = one.reason.strip().rstrip(".")
    state = STANDING_WORDS[Standing(one.standing)]
    return f"{_with_votes(one)}, {state}{f': {why}' if why else ''}"


def _next_words(found: Outcome) -> str:
    one = found.candidate
    who = f"nomor urut {one.number}, {_with_votes(one)}" if one else "-"
    settled = ", ditetapkan kantor di antara suara yang sama" if found.settled else ""
    return f"Berikutnya: {who}{settled}."


def _waiting_words(found: Outcome) -> str:
    who = " dan ".join(_with_votes(one) for one in found.rivals)
    return f"{who} sedang diklarifikasi: calon sesudahnya belum dapat diusulkan."


def _tied_words(found: Outcome) -> str:
    who = " dan ".join(one.name for one in found.rivals)
    votes = grouped(found.rivals[0].votes)
    return (
        f"{who} sama-sama memperoleh {votes} suara: pilih calon menurut persebaran suara, beserta dasarnya."
    )


def _nobody_words(_found: Outcome) -> str:
    return "Tidak ada lagi calon dari partai dan daerah pemilihan ini yang dapat diusulkan."


_SAID: Mapping[Found, Callable[[Outcome], str]] = {
    Found.NEXT: _next_words,
    Found.WAITING: _waiting_words,
    Found.TIED: _tied_words,
    Found.NOBODY: _nobody_words,
}


def _with_votes(one: Candidate) -> str:
    return f"{one.name} ({grouped(one.votes)} suara)"


# what is wrong with a list


def list_problems(candidates: Sequence[Candidate], seats: int) -> tuple[str, ...]:
    """What a list of candidates lacks, in sentences; ``seats`` of the party there, 0: not known."""
    found = [words for one in candidates if (words := _candidate_words(one))]
    if found:
        return tuple(found)
    numbers = [one.number for one in candidates]
    twice = next((one for one in numbers if numbers.count(one) > 1), 0)
    if twice:
        return (f"Nomor urut {twice} tertulis dua kali.",)
    if sum(one.standing == Standing.LEFT for one in candidates) != 1:
        return ("Tandai tepat satu calon sebagai anggota yang berhenti.",)
    sitting = sum(one.standing in _OUT for one in candidates)
    if seats and sitting > seats:
        words = (
            f"Partai ini memperoleh {seats} kursi, tetapi {sitting} calon ditandai menjabat atau berhenti."
        )
        return (words,)
    return ()


def _candidate_words(one: Candidate) -> str:
    if not one.name.strip():
        return "Isi nama setiap calon."
    if one.number < 1:
        return f"{one.name}: isi nomor urutnya dengan angka."
    if one.votes < 0:
        return f"{one.name}: isi suaranya dengan angka."
    if one.standing not in set(Standing):
        return f"{one.name}: pilih keadaannya."
    if one.standing in _EXPLAINED and not one.reason.strip():
        return f"{one.name}: isi alasannya."
    return ""

"""The plenary on a replacement, its minutes, and where the replacement is published (S2, L2/III.B.5, 10)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem
from desk.services.paw_candidates import known_ranking, leaving
from desk.services.paw_ranks import NAMED
from desk.services.paw_verification import Proposal, hindrance

PAPER = "berita_acara_pleno"
"""The paper of the minutes, as ``desk.papers`` names it."""


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody at the plenary, with title."""

    name: str
    title: str = ""


@dataclass(frozen=True, slots=True)
class Plenary:
    """The minutes of the plenary: ``number`` as the office numbers them (empty: it does not), ``ruling`` what
    was decided."""

    number: str = ""
    held_on: date | None = None
    place: str = ""
    attendees: tuple[Attendee, ...] = ()
    ruling: str = ""


def begin_plenary(ground: EntryGround) -> Plenary:
    """As written before a return; at first the commission as it is, and the ruling that was proposed."""
    kept = ground.entries.get("pleno")
    ruling = proposed_ruling(ground)
    if kept is not None:
        before = msgspec.convert(kept, Plenary)
        return Plenary(before.number, before.held_on, before.place, before.attendees, ruling)
    people = tuple(Attendee(name, title) for name, title in ground.commissioners)
    return Plenary(attendees=people, ruling=ruling)


def proposed_ruling(ground: EntryGround) -> str:
    """The ruling in words, by the decision the sheet stands for; empty where nobody can be named."""
    if ground.decision != NAMED:
        proposed = msgspec.convert(ground.entries.get("usulan", {}), Proposal)
        return proposed.note if proposed.kind == ground.decision else ""
    ranking = known_ranking(ground.entries)
    one = None if ranking is None else ranking.outcome.candidate
    if ranking is None or one is None:
        return ""
    who = leaving(ground).member
    return (
        f"Menetapkan {one.name}, nomor urut {one.number} dari {ranking.party}, {ranking.district}, sebagai "
        f"calon pengganti antarwaktu yang menggantikan {who}."
    )


def plenary_problems(entry: Plenary, ground: EntryGround) -> tuple[Problem, ...]:
    """Day, who attended, ruling; a ruling for a candidate names the one that can be named."""
    found = []
    if entry.held_on is None:
        found.append(Problem("held_on", "Isi tanggal rapat pleno."))
    if not any(one.name.strip() for one in entry.attendees):
        found.append(Problem("attendees", "Isi yang hadir, satu baris untuk setiap orang."))
    if not entry.ruling.strip():
        found.append(Problem("ruling", "Isi keputusan rapat pleno."))
    found += _ruling_problems(entry, ground)
    number = entry.number.strip()
    if number and any(other.get("number") == number for other in ground.elsewhere):
        found.append(Problem("number", "Nomor berita acara ini sudah dipakai pada permohonan lain."))
    return tuple(found)


def _ruling_problems(entry: Plenary, ground: EntryGround) -> list[Problem]:
    if ground.decision != NAMED:
        return []
    ranking = known_ranking(ground.entries)
    if (why := hindrance(ground)) or ranking is None or ranking.outcome.candidate is None:
        return [Problem("ruling", why)]
    name = ranking.outcome.candidate.name
    if entry.ruling.strip() and name not in entry.ruling:
        return [Problem("ruling", f"Keputusan tidak menyebut calon berikutnya, {name}.")]
    return []


def plenary_summary(data: Mapping[str, Any]) -> Pairs:
    """Its minutes in short."""
    entry = msgspec.convert(data, Plenary)
    who = "\n".join(" · ".join(part for part in (one.name, one.title) if part) for one in entry.attendees)
    return (
        ("Nomor", entry.number),
        ("Tanggal", _day(entry.held_on)),
        ("Tempat", entry.place),
        ("Hadir", who),
        ("Keputusan", entry.ruling),
    )


# publication


@dataclass(frozen=True, slots=True)
class Publication:
    """Where the replacement is published (L2/III.B.10), and since which day."""

    link: str = ""
    published_on: date | None = None
    note: str = ""


def publication_problems(entry: Publication, _ground: EntryGround) -> tuple[Problem, ...]:
    """An address of the web, and a day."""
    found = []
    host = entry.link.strip().partition("://")[2].partition("/")[0]
    if not entry.link.strip().startswith(("https://", "http://")) or "." not in host or " " in host:
        found.append(Problem("link", "Isi tautan lengkap, mulai dengan https://"))
    if entry.published_on is None:
        found.append(Problem("published_on", "Isi tanggal publikasi."))
    return tuple(found)


def publication_summary(data: Mapping[str, Any]) -> Pairs:
    """The link."""
    entry = msgspec.convert(data, Publication)
    return (("Tautan", entry.link), ("Dipublikasikan", _day(entry.published_on)), ("Catatan", entry.note))


def _day(day: date | None) -> str:
    return "" if day is None else full_day(day)


def _published(_ground: EntryGround) -> Publication:
    return Publication()


PLENARY = EntryKind(
    "Berita acara rapat pleno",
    Plenary,
    begin_plenary,
    plenary_problems,
    plenary_summary,
    reason=lambda entry: str(entry.ruling),
    paper=PAPER,
)
PUBLICATION = EntryKind(
    "Publikasi", Publication, _published, publication_problems, publication_summary, product=NAMED
)

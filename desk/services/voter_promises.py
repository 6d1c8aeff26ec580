"""What is promised to people about voter data, whom to tell, and when they were told (S6, L6/III.J.7)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import ApplicantDraft, Problem

TELLING = {
    "whatsapp": "WhatsApp",
    "telephone": "Telepon",
    "email": "Surel",
    "letter": "Surat",
    "in_person": "Datang langsung",
}
"""Channels by which somebody is told."""

_NEEDS_ADDRESS = frozenset({"whatsapp", "telephone", "email", "letter"})


@dataclass(frozen=True, slots=True)
class ToTell:
    """A line of the notification list: whom, by which channel (a key of ``TELLING``), at which number or
    address."""

    name: str
    channel: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Promise:
    """Something promised: what, whom to tell, and by which day."""

    what: str = ""
    until: date | None = None
    people: tuple[ToTell, ...] = ()


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody of the notification list, and the day they were told."""

    name: str
    channel: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Notice:
    """What people were told, and when each of them was."""

    words: str = ""
    people: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class _Asked:
    """What of a request these rules read."""

    applicant: ApplicantDraft


def _begin_promise(ground: EntryGround) -> Promise:
    """As it was promised last, else the applicant by the likeliest channel."""
    known = ground.entries.get("janji")
    if known is not None:
        return msgspec.convert(known, Promise)
    who = msgspec.convert(ground.detail, _Asked).applicant
    if who.phone.strip():
        return Promise(people=(ToTell(who.name, "whatsapp", who.phone),))
    if who.email.strip():
        return Promise(people=(ToTell(who.name, "email", who.email),))
    return Promise(people=(ToTell(who.name, "letter" if who.address.strip() else "in_person", who.address),))


def promise_problems(entry: Promise, _ground: EntryGround) -> tuple[Problem, ...]:
    """What a promise lacks: what, until when, and for everybody a channel with its number or address."""
    problems = []
    if not entry.what.strip():
        problems.append(Problem("what", "Isi hal yang dijanjikan."))
    if entry.until is None:
        problems.append(Problem("until", "Isi tanggal paling lambat."))
    if not entry.people:
        problems.append(Problem("people", "Isi siapa yang diberi tahu."))
    for one in entry.people:
        if not one.name.strip():
            problems.append(Problem("people", "Ada baris tanpa nama."))
        elif one.channel not in TELLING:
            problems.append(Problem("people", f"Pilih saluran untuk {one.name}."))
        elif one.channel in _NEEDS_ADDRESS and not one.address.strip():
            problems.append(Problem("people", f"Isi nomor atau alamat untuk {one.name}."))
    return tuple(problems)


def promise_lines(entry: Promise) -> tuple[str, ...]:
    """The notification list in words, a line for each."""
    return tuple(
        " · ".join(part for part in (one.name, TELLING.get(one.channel, one.channel), one.address) if part)
        for one in entry.people
    )


def _promise_summary(data: Mapping[str, Any]) -> Pairs:
    entry = msgspec.convert(data, Promise)
    return (
        ("Dijanjikan", entry.what),
        ("Paling lambat", "" if entry.until is None else full_day(entry.until)),
        ("Diberi tahu", "\n".join(promise_lines(entry))),
    )


def _until(entry: Promise) -> date | None:
    return entry.until


def _begin_notice(ground: EntryGround) -> Notice:
    """Everybody of the notification list, the days still to be written."""
    promise = msgspec.convert(ground.entries.get("janji", {}), Promise)
    return Notice(people=tuple(Told(one.name, one.channel) for one in promise.people))


def notice_problems(entry: Notice, _ground: EntryGround) -> tuple[Problem, ...]:
    """What the note lacks; the case ends with it, so everybody was told."""
    problems = [] if entry.words.strip() else [Problem("words", "Isi hal yang diberitahukan.")]
    return (
        *problems,
        *(
            Problem("people", f"Isi tanggal {one.name} diberi tahu, paling lambat hari ini.")
            for one in entry.people
            if one.on is None
        ),
    )


def _notice_summary(data: Mapping[str, Any]) -> Pairs:
    entry = msgspec.convert(data, Notice)
    told = tuple(
        (one.name, ", ".join((TELLING.get(one.channel, one.channel), full_day(one.on))))
        for one in entry.people
        if one.on is not None
    )
    return (("Diberitahukan", entry.words), *told)


PROMISE = EntryKind(
    "Janji dan daftar pemberitahuan",
    Promise,
    _begin_promise,
    promise_problems,
    _promise_summary,
    until=_until,
)
NOTICE = EntryKind("Pemberitahuan", Notice, _begin_notice, notice_problems, _notice_summary)

"""What is kept of a consultation beside its form (S9): who accompanies it, who approved a delegate, the
minutes."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import Any

import msgspec

from desk.rules.days import full_day
from desk.rules.permissions import ROLES
from desk.rules.presence import LEADERS, OFFICIALS
from desk.services.catalog import EntryGround, EntryKind, Pairs
from desk.services.common import Problem, labelled

MEETING, DELEGATION, MINUTES = "pertemuan", "pengalihan", "berita_acara"
"""Kinds of entry, as the flow names them."""

WAYS = {"lisan": "Lisan", "telepon": "Telepon atau pesan", "tertulis": "Tertulis"}
"""How an approval was given."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """Whom of the sections somebody led to a member is accompanied by (NTT 2.A.2.2.d), and where."""

    accompanied_by: tuple[str, ...] = ()
    room: str = ""


@dataclass(frozen=True, slots=True)
class Delegation:
    """The approval by which a structural officer is consulted in place of a member (NTT 2.A.2.2.f, KPG 2).

    ``by_role`` and ``by_name`` approved on day ``given_on`` at ``given_at`` (the office's clock).
    """

    by_role: str = ""
    by_name: str = ""
    given_on: date | None = None
    given_at: time | None = None
    way: str = "lisan"
    reason: str = ""
    room: str = ""


@dataclass(frozen=True, slots=True)
class Minutes:
    """A consultation as it was held: day, from when to when (the office's clock), what was advised."""

    held_on: date | None = None
    started: time | None = None
    ended: time | None = None
    room: str = ""
    guests: str = ""
    accompanied_by: tuple[str, ...] = ()
    subject: str = ""
    advice: str = ""
    follow_up: str = ""


def named_roles(roles: Iterable[str]) -> str:
    """Sections that went along, in words."""
    return ", ".join(ROLES[role].short for role in roles if role in ROLES)


def clock_span(started: time | None, ended: time | None) -> str:
    """``09.00–10.15``; empty without a beginning."""
    if started is None:
        return ""
    return f"{started:%H.%M}" if ended is None else f"{started:%H.%M}–{ended:%H.%M}"


def held_words(minutes: Minutes) -> str:
    """``13 Maret 2026 pukul 09.00–10.15 di Ruang Rapat``; empty before it was held."""
    if minutes.held_on is None:
        return ""
    hours = clock_span(minutes.started, minutes.ended)
    room = minutes.room.strip()
    return "".join(
        (full_day(minutes.held_on), f" pukul {hours}" if hours else "", f" di {room}" if room else "")
    )


def _beside(roles: tuple[str, ...]) -> list[Problem]:
    if roles and all(role in OFFICIALS for role in roles):
        return []
    return [Problem("accompanied_by", "Pilih bagian yang mendampingi.")]


# led to a member


def begin_meeting(ground: EntryGround) -> Meeting:
    """As it was noted before."""
    return msgspec.convert(ground.entries.get(MEETING, {}), Meeting)


def meeting_problems(entry: Meeting, _ground: EntryGround) -> tuple[Problem, ...]:
    """A member or the Sekretaris is never alone with a visitor."""
    return tuple(_beside(entry.accompanied_by))


def meeting_summary(data: Mapping[str, Any]) -> Pairs:
    """Who goes along, and where."""
    entry = msgspec.convert(data, Meeting)
    return (("Didampingi", named_roles(entry.accompanied_by)), ("Ruang", entry.room))


# passed to a structural officer


def begin_delegation(ground: EntryGround) -> Delegation:
    """The role asked for, where the visitor asked for one."""
    known = ground.entries.get(DELEGATION)
    if known is not None:
        return msgspec.convert(known, Delegation)
    asked = str(ground.detail.get("meet") or "")
    return Delegation(by_role=asked, reason="Tidak di tempat")


def delegation_problems(entry: Delegation, _ground: EntryGround) -> tuple[Problem, ...]:
    """An approval by a member or the Sekretaris, with name, day and hour."""
    needed = (
        ("by_role", entry.by_role in LEADERS, "Pilih anggota KPU atau Sekretaris yang menyetujui."),
        ("by_name", entry.by_name.strip(), "Isi nama yang menyetujui."),
        ("given_on", entry.given_on, "Isi tanggal persetujuan."),
        ("given_at", entry.given_at, "Isi jam persetujuan."),
        ("way", entry.way in WAYS, "Pilih cara persetujuan diberikan."),
        ("reason", entry.reason.strip(), "Isi alasan pengalihan."),
    )
    return tuple(Problem(name, sentence) for name, value, sentence in needed if not value)


def approved_words(entry: Delegation, title: str = "") -> str:
    """``Sekretaris (Hendra Kusuma), lisan, 13 Maret 2026 pukul 09.05``; empty without an approval.

    ``title`` is the full one of who approved, as paper has it; screens have the short one.
    """
    if entry.given_on is None or entry.by_role not in ROLES:
        return ""
    at = f" pukul {entry.given_at:%H.%M}" if entry.given_at is not None else ""
    way = labelled(WAYS, entry.way).lower()
    who = title or ROLES[entry.by_role].short
    return f"{who} ({entry.by_name.strip()}), {way}, {full_day(entry.given_on)}{at}"


def delegation_summary(data: Mapping[str, Any]) -> Pairs:
    """Who approved, when and why."""
    entry = msgspec.convert(data, Delegation)
    return (("Disetujui", approved_words(entry)), ("Alasan", entry.reason), ("Ruang", entry.room))


# as it was held


def begin_minutes(ground: EntryGround) -> Minutes:
    """What is known already: the material, who went along, the room."""
    known = ground.entries.get(MINUTES)
    if known is not None:
        return msgspec.convert(known, Minutes)
    meeting = msgspec.convert(ground.entries.get(MEETING, {}), Meeting)
    delegation = msgspec.convert(ground.entries.get(DELEGATION, {}), Delegation)
    return Minutes(
        room=delegation.room or meeting.room,
        accompanied_by=() if DELEGATION in ground.entries else meeting.accompanied_by,
        subject=str(ground.detail.get("material") or ""),
    )


def minutes_problems(entry: Minutes, ground: EntryGround) -> tuple[Problem, ...]:
    """What the minutes lack; a structural officer with approval needs nobody beside."""
    needed = (
        ("held_on", entry.held_on, "Isi tanggal konsultasi."),
        ("started", entry.started, "Isi jam mulai."),
        ("ended", entry.ended, "Isi jam selesai."),
        ("subject", entry.subject.strip(), "Isi materi yang dikonsultasikan."),
        ("advice", entry.advice.strip(), "Isi penjelasan atau saran yang diberikan."),
    )
    problems = [Problem(name, sentence) for name, value, sentence in needed if not value]
    if entry.started and entry.ended and entry.ended <= entry.started:
        problems.append(Problem("ended", "Jam selesai harus sesudah jam mulai."))
    if DELEGATION not in ground.entries:
        problems += _beside(entry.accompanied_by)
    return tuple(problems)


def minutes_summary(data: Mapping[str, Any]) -> Pairs:
    """When, with whom, and what was said."""
    entry = msgspec.convert(data, Minutes)
    return (
        ("Dilaksanakan", held_words(entry)),
        ("Yang hadir", entry.guests),
        ("Didampingi", named_roles(entry.accompanied_by)),
        ("Materi", entry.subject),
        ("Penjelasan dan saran", entry.advice),
        ("Tindak lanjut", entry.follow_up),
    )


ENTRIES = {
    MEETING: EntryKind("Pertemuan", Meeting, begin_meeting, meeting_problems, meeting_summary),
    DELEGATION: EntryKind(
        "Pengalihan dengan persetujuan",
        Delegation,
        begin_delegation,
        delegation_problems,
        delegation_summary,
    ),
    MINUTES: EntryKind(
        "Berita acara konsultasi",
        Minutes,
        begin_minutes,
        minutes_problems,
        minutes_summary,
        paper="berita_acara_konsultasi",
    ),
}
"""What is kept of a consultation, by kind."""

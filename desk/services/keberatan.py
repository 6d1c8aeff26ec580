"""Objections to answers about public information (S3k, L3/III.B.4): form F, from a request or alone; what
follows is in ``keberatan_answers``."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time
from enum import StrEnum
from typing import Any

import msgspec

from desk.rules import deadlines
from desk.rules.calendar import ElectionStage, WorkingCalendar
from desk.rules.days import full_day
from desk.rules.intake import Channel, Requirement
from desk.services.catalog import Intake, Pairs, ServiceKit
from desk.services.common import (
    ApplicantDraft,
    Problem,
    ProxyDraft,
    Severity,
    applicant_problems,
    checklist,
    conditions_of,
    labelled,
    lacks,
    missing,
)
from desk.services.informasi import Category, Content, InformasiDraft
from desk.services.keberatan_answers import DECISIONS, ENTRIES, PAPERS, write
from desk.standards.model import Service, Standard

REASONS: Mapping[str, str] = {
    "a": "Permohonan ditolak dengan alasan informasi dikecualikan",
    "b": "Informasi berkala tidak disediakan",
    "c": "Permohonan tidak ditanggapi",
    "d": "Permohonan ditanggapi tidak sebagaimana yang diminta",
    "e": "Permohonan tidak dikabulkan",
    "f": "Biaya yang dikenakan tidak wajar",
    "g": "Informasi disampaikan melebihi waktu yang diatur",
}
"""Reasons of form F, by their letter (L3/III.B.4.a)."""

_PERIODIC = "b"
"""The reason for which no request was made before."""


class Scope(StrEnum):
    """What the information objected about belongs to: it picks the limit (L3/III.B.4.d)."""

    INSTITUTION = "kelembagaan"
    PAST_STAGE = "tahapan_berlalu"
    RUNNING_STAGE = "tahapan_berjalan"


SCOPE_LABELS = {
    Scope.INSTITUTION: "Informasi kelembagaan",
    Scope.PAST_STAGE: "Pemilu/Pemilihan, tahapan yang telah berlalu",
    Scope.RUNNING_STAGE: "Pemilu/Pemilihan, tahapan yang sedang berjalan",
}


@dataclass(frozen=True, slots=True)
class KeberatanDraft:
    """An objection as the counter fills it in.

    ``request_id`` is the id of the request's case where it is one of this office, ``request_number`` its
    registration number as written; ``cause_on`` the day the reason was found, ``story`` the case in short.
    """

    channel: Channel = Channel.IN_PERSON
    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    proxy: ProxyDraft | None = None
    request_id: str = ""
    request_number: str = ""
    information: str = ""
    purpose: str = ""
    scope: Scope = Scope.INSTITUTION
    reasons: tuple[str, ...] = ()
    cause_on: date | None = None
    story: str = ""
    eppid_number: str = ""
    note: str = ""
    ticked: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Answered:
    """What is known of a request that is objected to: its case, and the day its applicant had cause to."""

    case_id: str
    number: str
    category: str
    cause_on: date | None
    detail: Mapping[str, Any]


def against(request: Answered, *, whole: bool = True) -> KeberatanDraft:
    """Form F begun from a request: who asked, under which number, for what and why. Without ``whole`` the
    identity number is left to be asked for."""
    asked = msgspec.convert(request.detail, InformasiDraft)
    who = asked.applicant if whole else replace(asked.applicant, identity_number="")
    running = request.category == Category.STAGE.value
    election = Scope.RUNNING_STAGE if running else Scope.PAST_STAGE
    return KeberatanDraft(
        applicant=who,
        request_id=request.case_id,
        request_number=request.number,
        information=asked.information,
        purpose=asked.purpose,
        scope=election if asked.content is Content.ELECTION else Scope.INSTITUTION,
        cause_on=request.cause_on,
        eppid_number=asked.eppid_number,
    )


def wants_request(draft: KeberatanDraft) -> bool:
    """Whether a request must have gone before: not for information that was to be published anyway."""
    return draft.reasons != (_PERIODIC,)


def category(scope: Scope, stage: ElectionStage | None) -> Category:
    """Category of the limit: 3 days for a stage that runs, else 30 (L3/III.B.4.d)."""
    return Category.STAGE if scope is Scope.RUNNING_STAGE and stage is not None else Category.GENERAL


def intake(
    draft: KeberatanDraft, _standard: Standard, service: Service, stage: ElectionStage | None
) -> Intake:
    """What an objection says to its case."""
    asked = [one for one in service.requirements if one.key != "permohonan" or wants_request(draft)]
    items = checklist(asked, draft, draft.applicant.kind, draft.ticked, conditions_of(draft.proxy))
    return Intake(
        flow="form",
        subject=_subject(draft),
        category=category(draft.scope, stage).value,
        channel=draft.channel.value,
        applicant=draft.applicant,
        checklist=items,
        problems=_problems(draft, stage, missing(items)),
        proxy=draft.proxy,
        eppid_number=draft.eppid_number,
    )


def _subject(draft: KeberatanDraft) -> str:
    about = " ".join(draft.information.split())
    number = draft.request_number.strip()
    return f"Keberatan atas {number}: {about}" if number else f"Keberatan: {about}"


_LACK = {"request_number": "Isi nomor register permohonan informasi."}


def _problems(
    draft: KeberatanDraft, stage: ElectionStage | None, lacking: Sequence[Requirement]
) -> tuple[Problem, ...]:
    """Everything to say about an objection, in the form's order."""
    problems = list(applicant_problems(draft.applicant))
    if draft.proxy is not None and not draft.proxy.name.strip():
        problems.append(Problem("proxy.name", "Isi nama penerima kuasa."))
    if not draft.information.strip():
        problems.append(Problem("information", "Isi informasi yang diminta."))
    if draft.scope is Scope.RUNNING_STAGE and stage is None:
        problems.append(Problem("scope", _NO_STAGE, Severity.WARNING))
    if not draft.reasons or not set(draft.reasons) <= REASONS.keys():
        problems.append(Problem("reasons", "Pilih paling sedikit satu alasan keberatan."))
    if draft.cause_on is None:
        problems.append(Problem("cause_on", "Isi tanggal alasan keberatan diketahui."))
    if not draft.story.strip():
        problems.append(Problem("story", "Isi kasus posisi: apa yang diminta dan apa yang terjadi."))
    return (*problems, *(lacks(one, _LACK) for one in lacking if one.field != "reasons"))


_NO_STAGE = "Kalender kantor tidak mencatat tahapan yang berjalan hari ini; dipakai batas umum."


def timely(
    draft: KeberatanDraft, service: Service, calendar: WorkingCalendar, received_at: datetime
) -> tuple[Problem, ...]:
    """Whether it was filed within the days after its cause (L3/III.B.4.c): past them a warning, or where the
    standard says ``late = "refuse"`` a refusal."""
    if draft.cause_on is None:
        return ()
    filed_on = calendar.local(received_at).date()
    if draft.cause_on > filed_on:
        return (Problem("cause_on", "Tanggal ini belum tiba; periksa kembali."),)
    last = last_day(service, calendar, draft.cause_on)
    if last is None or filed_on <= last:
        return ()
    refused = service.settings.get("late") == "refuse"
    words = f"Lewat waktu: keberatan diajukan paling lambat {full_day(last)}"
    rest = ", sehingga tidak dapat didaftarkan." if refused else "; Atasan PPID yang menilainya."
    return (Problem("cause_on", words + rest, Severity.ERROR if refused else Severity.WARNING),)


def last_day(service: Service, calendar: WorkingCalendar, cause_on: date) -> date | None:
    """The last day to object after a cause; None where the standard sets none."""
    spec = service.side_limits.get("pengajuan")
    if spec is None:
        return None
    morning = datetime.combine(cause_on, time(9), calendar.zone)
    return deadlines.due(spec.rule, morning, calendar).due


def reason_words(keys: Sequence[str]) -> tuple[str, ...]:
    """``a. Permohonan ditolak …`` for each reason, in the order of the form."""
    return tuple(f"{key}. {words}" for key, words in REASONS.items() if key in keys)


def summary(detail: Mapping[str, Any]) -> Pairs:
    """What is objected to, and why."""
    draft = msgspec.convert(detail, KeberatanDraft)
    return (
        ("Permohonan", draft.request_number),
        ("Informasi", draft.information),
        ("Tujuan", draft.purpose),
        ("Jenis informasi", labelled(SCOPE_LABELS, draft.scope)),
        ("Alasan keberatan", "\n".join(reason_words(draft.reasons))),
        ("Alasan diketahui", full_day(draft.cause_on) if draft.cause_on else ""),
        ("Kasus posisi", draft.story),
        ("Catatan", draft.note),
    )


KIT = ServiceKit(
    slug="keberatan",
    draft=KeberatanDraft,
    intake=intake,
    summary=summary,
    timely=timely,
    decisions=DECISIONS,
    papers=PAPERS,
    write=write,
    form_paper="formulir_keberatan",
    receipt="formulir_keberatan",
    entries=ENTRIES,
    words={
        "request_number": "Nomor permohonan",
        "scope": "Jenis informasi",
        "reasons": "Alasan keberatan",
        "cause_on": "Alasan diketahui",
        "story": "Kasus posisi",
    },
)

"""An appointment as it is filled in: with whom, when, for whom; and its delegation with approval (G4)."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from desk.rules.days import full_day
from desk.rules.meetings import Taken
from desk.rules.permissions import ROLES
from desk.rules.presence import LEADERS, OFFICIALS, TOLD_OF
from desk.services.common import Problem
from desk.services.konsultasi_entries import WAYS

USUAL_MINUTES, MOST_MINUTES = 30, 480


@dataclass(frozen=True, slots=True)
class AppointmentDraft:
    """An appointment: ``role`` and ``staff_id`` say with whom, day and hour are on the office's clock,
    ``minutes`` how long. ``accompanied_by`` is the role of a section (empty: nobody)."""

    role: str = ""
    staff_id: str = ""
    name: str = ""
    institution: str = ""
    phone: str = ""
    subject: str = ""
    case_id: str = ""
    day: date | None = None
    at: time | None = None
    minutes: int | None = USUAL_MINUTES
    room: str = ""
    accompanied_by: str = ""


@dataclass(frozen=True, slots=True)
class DelegationDraft:
    """Who receives in place of whom was asked for, and the approval: by ``by_role`` and ``by_name``, in which
    ``way``."""

    role: str = ""
    staff_id: str = ""
    by_role: str = ""
    by_name: str = ""
    way: str = "lisan"


def appointment_problems(draft: AppointmentDraft, today: date) -> tuple[Problem, ...]:
    """What an appointment lacks; ``today`` is the office's day."""
    minutes = draft.minutes or 0
    needed = (
        ("staff_id", draft.staff_id and draft.role in TOLD_OF, "Pilih siapa yang ditemui."),
        ("name", draft.name.strip(), "Isi nama tamu."),
        ("subject", draft.subject.strip(), "Isi keperluan."),
        ("day", draft.day, "Isi hari janji temu."),
        ("at", draft.at, "Isi jam mulai."),
        ("minutes", 0 < minutes <= MOST_MINUTES, f"Isi lama pertemuan, 1 sampai {MOST_MINUTES} menit."),
        (
            "accompanied_by",
            not draft.accompanied_by or draft.accompanied_by in OFFICIALS,
            "Pilih bagian yang mendampingi.",
        ),
    )
    problems = [Problem(name, sentence) for name, value, sentence in needed if not value]
    if draft.day is not None and draft.day < today:
        problems.append(Problem("day", "Hari itu sudah lewat."))
    return tuple(problems)


def delegation_problems(draft: DelegationDraft, asked: str) -> tuple[Problem, ...]:
    """What a delegation lacks: a structural officer, and the approval of a member or the Sekretaris (NTT
    2.A.2.2.f); ``asked`` is the role the visitor asked for."""
    needed = (
        ("staff_id", draft.staff_id and draft.role in OFFICIALS, "Pilih pejabat struktural."),
        ("by_role", draft.by_role in LEADERS, "Pilih anggota KPU atau Sekretaris yang menyetujui."),
        ("by_name", draft.by_name.strip(), "Isi nama yang menyetujui."),
        ("way", draft.way in WAYS, "Pilih cara persetujuan diberikan."),
    )
    problems = [Problem(name, sentence) for name, value, sentence in needed if not value]
    if asked not in LEADERS:
        problems.append(Problem("staff_id", "Hanya janji dengan anggota KPU atau Sekretaris yang dialihkan."))
    return tuple(problems)


def moments(draft: AppointmentDraft, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Beginning and end, aware; the draft has no problems."""
    if draft.day is None or draft.at is None:
        raise ValueError("an appointment without day or hour")
    starts = datetime.combine(draft.day, draft.at, zone)
    return starts, starts + timedelta(minutes=draft.minutes or USUAL_MINUTES)


def clash_words(other: Taken, zone: ZoneInfo) -> str:
    """Why somebody cannot receive another visitor then."""
    starts, ends = other.starts.astimezone(zone), other.ends.astimezone(zone)
    span = f"{starts:%H.%M}–{ends:%H.%M}"
    return f"Sudah ada janji dengan {other.name} pada {full_day(starts.date())} pukul {span}."


def approved_by(draft: DelegationDraft) -> str:
    """Who approved: ``Sekretaris (Hendra Kusuma)``."""
    return f"{ROLES[draft.by_role].short} ({draft.by_name.strip()})"

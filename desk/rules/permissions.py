"""Roles of an office, what each may do, and mandates of an acting officer (requirements.md, "People at the
desk")."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum, auto


class Workspace(StrEnum):
    """The room of the program that a role works in."""

    PAMDAL = auto()
    FRONT_OFFICE = auto()
    REGISTER = auto()
    LEADERSHIP = auto()
    DIVISION = auto()
    PPID = auto()
    COMPLAINTS = auto()
    KASUBAG = auto()
    KIOSK = auto()
    ADMIN = auto()


class Capability(StrEnum):
    """Something a person may do, wherever the step of a case does not decide it."""

    REGISTER_VISIT = auto()
    SEE_VISITORS = auto()
    ISSUE_TICKET = auto()
    CALL_TICKET = auto()
    SEE_BOARD = auto()
    OPEN_CASE = auto()
    SEE_CASE = auto()
    SEE_COMPLAINT = auto()
    SEE_IDENTITY = auto()
    REGISTER_LETTER = auto()
    DISPOSE = auto()
    SAY_DISPOSITION = auto()
    RECORD_DISPOSITION = auto()
    DECIDE = auto()
    EXTEND = auto()
    WRITE_LETTER = auto()
    GIVE_PARAF = auto()
    SIGN = auto()
    LEGALISE = auto()
    HAND_OVER = auto()
    MANAGE_INBOX = auto()
    MANAGE_CALENDAR = auto()
    MANAGE_STAFF = auto()
    MANAGE_OFFICE = auto()
    SEE_REPORTS = auto()
    IMPORT_DATA = auto()
    BACKUP = auto()
    KEEP_VOTES = auto()
    SET_SERVICES = auto()
    TELL_PRESENCE = auto()
    BOOK_MEETING = auto()
    PLAN_EVENTS = auto()


@dataclass(frozen=True, slots=True)
class Role:
    """A role: its id, person of the requirements (P1–P11), full Indonesian title, workspace and
    capabilities."""

    id: str
    person: str
    title: str
    short: str
    workspace: Workspace
    capabilities: frozenset[Capability]


@dataclass(frozen=True, slots=True)
class Mandate:
    """A logged mandate (Plh.) of one person: the role lent, from when, until when (None: open), and its
    letter.

    Both instants are aware; ``until`` itself is outside the mandate.
    """

    role: str
    since: datetime
    until: datetime | None
    letter: str = ""

    def runs(self, at: datetime) -> bool:
        """Whether the mandate is in force at an instant."""
        return self.since <= at and (self.until is None or at < self.until)


_C = Capability
_SEES = frozenset({_C.SEE_CASE, _C.SEE_REPORTS})
_PAMDAL = frozenset({_C.REGISTER_VISIT, _C.SEE_VISITORS, _C.ISSUE_TICKET, _C.SEE_BOARD, _C.TELL_PRESENCE})
_FRONT = _PAMDAL | {
    _C.CALL_TICKET,
    _C.OPEN_CASE,
    _C.SEE_CASE,
    _C.SEE_IDENTITY,
    _C.HAND_OVER,
    _C.MANAGE_INBOX,
    _C.REGISTER_LETTER,
    _C.RECORD_DISPOSITION,
    _C.BOOK_MEETING,
}
_REGISTER = frozenset(
    {
        _C.SEE_CASE,
        _C.OPEN_CASE,
        _C.REGISTER_LETTER,
        _C.RECORD_DISPOSITION,
        _C.MANAGE_INBOX,
        _C.HAND_OVER,
        _C.TELL_PRESENCE,
        _C.BOOK_MEETING,
    }
)
_LEADS = _SEES | {_C.TELL_PRESENCE, _C.BOOK_MEETING}
_CHAIR = _LEADS | {_C.DISPOSE, _C.DECIDE, _C.SIGN, _C.GIVE_PARAF}
_SECRETARY = _LEADS | {
    _C.DISPOSE,
    _C.DECIDE,
    _C.SIGN,
    _C.LEGALISE,
    _C.GIVE_PARAF,
    _C.SEE_IDENTITY,
    _C.SEE_COMPLAINT,
    _C.SEE_VISITORS,
    _C.MANAGE_STAFF,
    _C.MANAGE_CALENDAR,
    _C.PLAN_EVENTS,
}
_DIVISION = _LEADS | {_C.DECIDE, _C.GIVE_PARAF, _C.WRITE_LETTER, _C.SAY_DISPOSITION}
_KASUBAG = _LEADS | {
    _C.WRITE_LETTER,
    _C.DECIDE,
    _C.EXTEND,
    _C.GIVE_PARAF,
    _C.HAND_OVER,
    _C.SEE_IDENTITY,
    _C.PLAN_EVENTS,
}
_KABAG = _LEADS | {_C.DECIDE, _C.GIVE_PARAF, _C.WRITE_LETTER, _C.HAND_OVER, _C.PLAN_EVENTS}
_STAFF = frozenset({_C.SEE_CASE, _C.WRITE_LETTER, _C.GIVE_PARAF, _C.HAND_OVER, _C.PLAN_EVENTS})
_PPID = _SEES | {_C.DECIDE, _C.EXTEND, _C.SIGN, _C.WRITE_LETTER, _C.SEE_IDENTITY, _C.GIVE_PARAF}
_LIAISON = frozenset({_C.SEE_CASE, _C.MANAGE_INBOX, _C.OPEN_CASE, _C.SEE_IDENTITY})
_COMPLAINTS = _SEES | {
    _C.OPEN_CASE,
    _C.SEE_COMPLAINT,
    _C.SEE_IDENTITY,
    _C.DECIDE,
    _C.WRITE_LETTER,
    _C.HAND_OVER,
    _C.MANAGE_INBOX,
}
_ADMIN = frozenset(
    {
        _C.MANAGE_CALENDAR,
        _C.MANAGE_STAFF,
        _C.MANAGE_OFFICE,
        _C.SET_SERVICES,
        _C.BACKUP,
        _C.IMPORT_DATA,
        _C.SEE_BOARD,
    }
)

_KIOSK = frozenset({_C.SEE_BOARD, _C.ISSUE_TICKET})

_TABLE = (
    Role("pamdal", "P1", "Petugas Pengamanan Dalam", "PAMDAL", Workspace.PAMDAL, _PAMDAL),
    Role("front_office", "P2", "Petugas Layanan", "Petugas Layanan", Workspace.FRONT_OFFICE, _FRONT),
    Role("register", "P3", "Petugas Register", "Petugas Register", Workspace.REGISTER, _REGISTER),
    Role("sekretaris", "P4", "Sekretaris", "Sekretaris", Workspace.LEADERSHIP, _SECRETARY),
    Role("ketua", "P5", "Ketua", "Ketua", Workspace.LEADERSHIP, _CHAIR),
    Role("anggota", "P6", "Anggota", "Anggota", Workspace.DIVISION, _DIVISION),
    Role(
        "ketua_divisi_teknis",
        "P6",
        "Ketua Divisi Teknis Penyelenggaraan Pemilu",
        "Ketua Divisi Teknis",
        Workspace.DIVISION,
        _DIVISION | {_C.KEEP_VOTES},
    ),
    Role(
        "ketua_divisi_hukum",
        "P6",
        "Ketua Divisi Hukum dan Pengawasan",
        "Ketua Divisi Hukum",
        Workspace.DIVISION,
        _DIVISION,
    ),
    Role(
        "ketua_divisi_data",
        "P6",
        "Ketua Divisi Perencanaan, Data dan Informasi",
        "Ketua Divisi Data",
        Workspace.DIVISION,
        _DIVISION,
    ),
    Role(
        "ketua_divisi_sosdiklih",
        "P6",
        "Ketua Divisi Sosialisasi, Pendidikan Pemilih dan Partisipasi Masyarakat",
        "Ketua Divisi Sosialisasi",
        Workspace.DIVISION,
        _DIVISION | {_C.PLAN_EVENTS},
    ),
    Role(
        "ketua_divisi_keuangan",
        "P6",
        "Ketua Divisi Keuangan, Umum dan Logistik",
        "Ketua Divisi Keuangan",
        Workspace.DIVISION,
        _DIVISION,
    ),
    Role(
        "kasubag_teknis",
        "P7",
        "Kepala Sub Bagian Teknis Penyelenggaraan Pemilu, Partisipasi dan Hubungan Masyarakat",
        "Kasubag Teknis & Hupmas",
        Workspace.KASUBAG,
        _KASUBAG | {_C.KEEP_VOTES},
    ),
    Role(
        "kasubag_hukum",
        "P7",
        "Kepala Sub Bagian Hukum dan Sumber Daya Manusia",
        "Kasubag Hukum & SDM",
        Workspace.KASUBAG,
        _KASUBAG | {_C.SET_SERVICES},
    ),
    Role(
        "kasubag_data",
        "P7",
        "Kepala Sub Bagian Perencanaan, Data dan Informasi",
        "Kasubag Perencanaan, Data & Informasi",
        Workspace.KASUBAG,
        _KASUBAG,
    ),
    Role(
        "kasubag_keuangan",
        "P7",
        "Kepala Sub Bagian Keuangan, Umum dan Logistik",
        "Kasubag Keuangan, Umum & Logistik",
        Workspace.KASUBAG,
        _KASUBAG,
    ),
    Role(
        "kabag_teknis_hukum",
        "P7",
        "Kepala Bagian Teknis Penyelenggaraan Pemilu dan Hukum",
        "Kabag Teknis & Hukum",
        Workspace.KASUBAG,
        _KABAG,
    ),
    Role(
        "kabag_data",
        "P7",
        "Kepala Bagian Perencanaan, Data dan Informasi",
        "Kabag Perencanaan, Data & Informasi",
        Workspace.KASUBAG,
        _KABAG,
    ),
    Role(
        "kabag_umum",
        "P7",
        "Kepala Bagian Keuangan, Umum dan Logistik",
        "Kabag Keuangan, Umum & Logistik",
        Workspace.KASUBAG,
        _KABAG,
    ),
    Role("staf", "P7", "Staf Pelaksana", "Staf Pelaksana", Workspace.KASUBAG, _STAFF),
    Role("ppid", "P8", "Pejabat Pengelola Informasi dan Dokumentasi", "PPID", Workspace.PPID, _PPID),
    Role(
        "atasan_ppid",
        "P8",
        "Atasan Pejabat Pengelola Informasi dan Dokumentasi",
        "Atasan PPID",
        Workspace.PPID,
        _PPID,
    ),
    Role("tim_penghubung", "P8", "Tim Penghubung", "Tim Penghubung", Workspace.PPID, _LIAISON),
    Role("tim_pertimbangan", "P8", "Tim Pertimbangan", "Tim Pertimbangan", Workspace.PPID, _SEES),
    Role(
        "operator_ppid",
        "P8",
        "Operator e-PPID",
        "Operator e-PPID",
        Workspace.PPID,
        _LIAISON | {_C.HAND_OVER},
    ),
    Role(
        "tim_pengaduan",
        "P9",
        "Tim Pengelola Pengaduan Masyarakat",
        "Tim Pengelola Pengaduan",
        Workspace.COMPLAINTS,
        _COMPLAINTS,
    ),
    Role("kiosk", "P10", "Kios Antrean", "Kios", Workspace.KIOSK, _KIOSK),
    Role("admin", "P11", "Administrator", "Administrator", Workspace.ADMIN, _ADMIN),
)

ROLES: dict[str, Role] = {role.id: role for role in _TABLE}
"""Every role by id; a standard may give a role another title, never another meaning."""


def may(roles: Iterable[str], capability: Capability) -> bool:
    """Whether somebody with these roles may do something; an unknown role gives nothing."""
    return any(capability in ROLES[role].capabilities for role in roles if role in ROLES)


def acting_roles(roles: Collection[str], mandates: Iterable[Mandate], at: datetime) -> frozenset[str]:
    """Roles of a person at an instant (aware): their own and those lent by a running mandate."""
    return frozenset(roles) | {mandate.role for mandate in mandates if mandate.runs(at)}


def is_acting(role: str, roles: Collection[str]) -> bool:
    """Whether a role is only lent, so that paper says ``Plh.``; ``roles`` are the person's own."""
    return role not in roles


def workspaces(roles: Iterable[str]) -> tuple[Workspace, ...]:
    """Workspaces of a person in the order of their roles, each once; unknown roles have none."""
    return tuple(dict.fromkeys(ROLES[role].workspace for role in roles if role in ROLES))

"""The office as papers show it, and who signs for it."""

from datetime import datetime, time
from itertools import groupby
from typing import cast

from desk.documents.facts import OfficeFacts, OfficeLevel, SignerFacts, Typeface, ZoneName
from desk.papers.sources import Sources, Wishes
from desk.queries import staff
from desk.queries.office import OfficeProfile
from desk.rules.calendar import WEEKDAYS, Interval, ServiceHours
from desk.standards.model import Standard

_ZONES: dict[int, ZoneName] = {7: "WIB", 8: "WITA", 9: "WIT"}


def office_facts(profile: OfficeProfile, wishes: Wishes | None = None) -> OfficeFacts:
    """Letterhead, contacts, hours, typeface and paper of the office."""
    zone = zone_name(profile)
    return OfficeFacts(
        name=profile.name,
        level=cast("OfficeLevel", profile.level),
        address=profile.address,
        city=profile.city,
        zone=zone,
        phone=profile.phone,
        email=profile.email,
        website=profile.website,
        ppid_site=profile.text("ppid_site", ""),
        whatsapp=profile.text("whatsapp", ""),
        service_hours=f"{hours_text(profile.hours)} {zone}",
        typeface=_typeface(profile),
        paper=(wishes or Wishes()).size(profile),
    )


def zone_name(profile: OfficeProfile) -> ZoneName:
    """WIB, WITA or WIT: Indonesia's zones keep the same offset all year."""
    offset = datetime(2026, 1, 1, tzinfo=profile.zone).utcoffset()
    return _ZONES.get(0 if offset is None else round(offset.total_seconds() / 3600), "WIB")


def hours_text(hours: ServiceHours) -> str:
    """Service hours with days of equal hours together: ``Senin–Kamis 08.00–12.00, 13.00–16.00; Jumat …``."""
    parts = []
    for intervals, days in groupby(zip(WEEKDAYS, hours.week, strict=True), key=lambda day: day[1]):
        if intervals:
            names = [name.capitalize() for name, _ in days]
            span = names[0] if len(names) == 1 else f"{names[0]}–{names[-1]}"
            parts.append(f"{span} {', '.join(_interval(one) for one in intervals)}")
    return "; ".join(parts)


def ask_at(profile: OfficeProfile) -> str:
    """Where an applicant asks: the office's setting, else what the paper itself puts together."""
    return profile.text("ask_at", "")


def coming_signer(sources: Sources, standard: Standard, role: str) -> SignerFacts:
    """Who would sign in a role now: the holder of a mandate as Plh., else who holds the role (P5)."""
    people = sources.ask(staff.colleagues, sources.at)
    lent = next((one for one in sources.ask(staff.mandates, sources.at) if one.role == role), None)
    if lent is None:
        person = next((one for one in people if role in one.roles), None)
    else:
        person = next((one for one in people if one.staff_id == lent.staff_id), None)
    acting = "Plh. " if lent is not None else ""
    return SignerFacts(
        position=f"{acting}{standard.title(role)},",
        name=person.name if person else "",
        nip=(person.nip or None) if person else None,
    )


def _typeface(profile: OfficeProfile) -> Typeface:
    return "serif" if profile.text("typeface", "sans") == "serif" else "sans"


def _interval(interval: Interval) -> str:
    begin, end = interval
    return f"{_clock(begin)}–{_clock(end)}"


def _clock(at: time) -> str:
    return f"{at:%H.%M}"

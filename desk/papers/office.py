"""The office as papers show it, and who signs for it."""

from typing import cast

from desk.documents.facts import OfficeFacts, OfficeLevel, SignerFacts, Typeface
from desk.papers.sources import Sources, Wishes
from desk.queries import staff
from desk.queries.entries import EntryRow
from desk.queries.office import OfficeProfile
from desk.rules.hours import hours_text, zone_words
from desk.standards.model import Standard


def office_facts(profile: OfficeProfile, wishes: Wishes | None = None) -> OfficeFacts:
    """Letterhead, contacts, hours, typeface and paper of the office."""
    zone = zone_words(profile.zone)
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


def written_by(sources: Sources, standard: Standard, row: EntryRow) -> SignerFacts:
    """Who wrote an entry, in the office held then; Plh. where it was lent by a mandate (P5)."""
    lent = sources.ask(staff.mandate_of, row.staff_id, row.role, row.at) is not None
    people = sources.ask(staff.colleagues, sources.at)
    nip = next((one.nip for one in people if one.staff_id == row.staff_id), "")
    acting = "Plh. " if lent else ""
    return SignerFacts(position=f"{acting}{standard.title(row.role)},", name=row.by, nip=nip or None)


def _typeface(profile: OfficeProfile) -> Typeface:
    return "serif" if profile.text("typeface", "sans") == "serif" else "sans"

"""Changing the office's profile: what stands on its papers, and the standard it goes by (P11)."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import select

from desk.actions.errors import ProblemsError, StaleError
from desk.models import Office
from desk.queries.office import OfficeProfile, profile
from desk.rules.permissions import Capability
from desk.services.common import Problem, email_problems

if TYPE_CHECKING:
    from datetime import date

    from desk.actions.workplace import Workplace
    from desk.standards.loader import Standards

CODE = "office_code"
"""The setting that names the office in its register numbers."""


@dataclass(frozen=True, slots=True)
class ProfileDraft:
    """The profile as filled in; ``standard`` is the id of the standard chosen."""

    name: str = ""
    short_name: str = ""
    city: str = ""
    address: str = ""
    phone: str = ""
    email: str = ""
    website: str = ""
    region_code: str = ""
    office_code: str = ""
    standard: str = ""


def as_draft(office: OfficeProfile) -> ProfileDraft:
    """The profile as it stands."""
    return ProfileDraft(
        office.name,
        office.short_name,
        office.city,
        office.address,
        office.phone,
        office.email,
        office.website,
        office.region_code,
        office.text(CODE, ""),
        office.standard,
    )


def profile_problems(
    draft: ProfileDraft, standards: "Standards", today: "date", before: str
) -> tuple[Problem, ...]:
    """What a profile lacks; ``before`` is the standard gone by so far, which may stay."""
    needed = (
        ("name", "Isi nama kantor."),
        ("city", "Isi kota pada surat."),
        ("address", "Isi alamat kantor."),
    )
    problems = [Problem(name, words) for name, words in needed if not getattr(draft, name).strip()]
    problems += email_problems(draft.email, "email")
    offered = {before, *(one.id for one in standards.in_force(today))}
    if draft.standard not in offered:
        problems.append(Problem("standard", "Pilih standar yang sudah berlaku."))
    return tuple(problems)


def change_profile(workplace: "Workplace", draft: ProfileDraft, seen: ProfileDraft) -> ProfileDraft:
    """Change the profile; requests opened from now on fall under the standard chosen, those that are open
    keep theirs. ``seen`` is what the work began from.

    Raises:
        ProblemsError: see :func:`profile_problems`.
        StaleError: a colleague changed the profile meanwhile.
    """
    workplace.require(Capability.MANAGE_OFFICE)
    with workplace.write("change_profile") as session:
        office = profile(session)
        if as_draft(office) != seen:
            raise StaleError("Profil kantor sudah diubah rekan Anda. Periksa lagi sebelum menyimpan.")
        today = office.day_of(workplace.now())
        problems = profile_problems(draft, workplace.standards, today, office.standard)
        if problems:
            raise ProblemsError(problems)
        row = session.scalars(select(Office)).one()
        row.name, row.city, row.address = draft.name.strip(), draft.city.strip(), draft.address.strip()
        row.short_name = draft.short_name.strip() or row.name
        row.phone, row.email, row.website = draft.phone.strip(), draft.email.strip(), draft.website.strip()
        row.region_code = draft.region_code.strip()
        row.standard = draft.standard
        row.level = workplace.standards.get(draft.standard).office_level.value
        if draft.office_code.strip() != office.text(CODE, ""):
            row.settings = office.settings | {CODE: draft.office_code.strip()}
        session.flush()
        return as_draft(profile(session))

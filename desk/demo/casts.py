"""The demo offices: of a kabupaten (KSB), a province (NTT), a kota (KPG), each with people and a past."""

from dataclasses import dataclass

from desk.actions.setup import OfficeDraft, StaffDraft
from desk.demo import people, people_elsewhere
from desk.rules.errors import DeskError


class UnknownStandardError(DeskError):
    """No demo office goes by that standard."""

    code = "unknown_standard"


@dataclass(frozen=True)
class Cast:
    """An office under a standard; ``past`` is the module whose ``lay`` writes its diary."""

    standard: str
    office: OfficeDraft
    staff: tuple[StaffDraft, ...]
    past: str


KSB = Cast(people.STANDARD, people.OFFICE, people.STAFF, "desk.demo.regency")
NTT = Cast("ntt", people_elsewhere.PROVINCE, people_elsewhere.PROVINCE_STAFF, "desk.demo.province")
KPG = Cast("kpg", people_elsewhere.CITY, people_elsewhere.CITY_STAFF, "desk.demo.city")


def cast_of(standard: str) -> Cast:
    """The demo office under a standard.

    Raises:
        UnknownStandardError: there is none.
    """
    found = next((one for one in (KSB, NTT, KPG) if one.standard == standard), None)
    if found is None:
        raise UnknownStandardError(f"no demo office under {standard!r}; there are: ksb, ntt, kpg")
    return found

"""The sheets of an authentication (S1, L1): votes of a party by district, taken from the last election when
they are prepared, and the papers issued from them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import msgspec

from desk.rules.votes import DistrictVotes, ElectionVotes, grouped, unchecked
from desk.services.catalog import EntryGround, EntryKind, Issue, Pairs
from desk.services.common import ApplicantDraft, Problem

LEAF, COPY, BOTH = "lembar", "salinan", "keduanya"
"""What may be asked for: sheets by district, the copy of the decree, both."""

SHEET_KIND, COPY_KIND = "autentifikasi", "salinan_keputusan"
"""Papers issued, as the standard names them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What of a request these rules read."""

    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    product: str = LEAF


@dataclass(frozen=True, slots=True)
class Sheets:
    """Votes of a party as they stood when they were prepared; ``districts`` those a sheet is issued for,
    ``decree_*`` the decree on votes and seats."""

    party: str = ""
    election: str = ""
    election_day: date | None = None
    decree_number: str = ""
    decree_date: date | None = None
    decree_title: str = ""
    districts: tuple[DistrictVotes, ...] = ()


def taken(election: ElectionVotes, party: str) -> Sheets:
    """What is kept of a party in an election."""
    return Sheets(
        party,
        election.name,
        election.day,
        election.decree_number,
        election.decree_date,
        election.decree_title,
        election.party(party),
    )


def begin(ground: EntryGround) -> Sheets:
    """All districts of the party that asks, if it has seats; prepared again, those that were chosen, with the
    figures of today."""
    if ground.election is None:
        return Sheets()
    known = ground.entries.get("perolehan")
    before = None if known is None else msgspec.convert(known, Sheets)
    asked = msgspec.convert(ground.detail, Asked).applicant.body_name
    fresh = taken(ground.election, ground.election.named(before.party if before else asked))
    return fresh if before is None else chosen(fresh, {one.district for one in before.districts})


def chosen(sheets: Sheets, districts: Collection[str]) -> Sheets:
    """Only these districts of it."""
    return replace(sheets, districts=tuple(one for one in sheets.districts if one.district in districts))


def problems(entry: Sheets, ground: EntryGround) -> tuple[Problem, ...]:
    """What the figures lack: the party has seats (L1/III.A.1), the sums were held against their control
    totals, the figures are those kept now, and the decree is known where its copy is asked for."""
    election = ground.election
    if election is None:
        return (Problem("party", "Perolehan suara pemilu terakhir belum dicatat."),)
    if entry.party not in election.seated():
        return (Problem("party", f"Pilih partai yang memperoleh kursi pada {election.name}."),)
    if not entry.districts:
        return (Problem("districts", "Pilih sedikitnya satu daerah pemilihan."),)
    names = {one.district for one in entry.districts}
    if entry != chosen(taken(election, entry.party), names):
        return (Problem("districts", "Angka pemilu ini sudah dikoreksi. Batalkan lalu buka lagi."),)
    found = [
        Problem("districts", f"Jumlah kendali {name} belum diisi pada perolehan suara.")
        for name in unchecked(election.lines)
        if name in names
    ]
    wants_copy = msgspec.convert(ground.detail, Asked).product in (COPY, BOTH)
    if wants_copy and not entry.decree_number:
        found.append(Problem("party", f"Nomor dan tanggal keputusan {election.name} belum dicatat."))
    return tuple(found)


def summary(data: Mapping[str, Any]) -> Pairs:
    """The party, the election, and its votes by district."""
    entry = msgspec.convert(data, Sheets)
    rows = tuple((one.district, f"{grouped(one.whole)} suara, {one.seats} kursi") for one in entry.districts)
    return (("Partai", entry.party), ("Pemilu", entry.election), *rows)


def issues(ground: EntryGround) -> tuple[Issue, ...]:
    """A sheet for each district, then the copy of the decree: what of the two was asked for."""
    entry = msgspec.convert(ground.entries.get("perolehan", {}), Sheets)
    product = msgspec.convert(ground.detail, Asked).product
    found = []
    if product in (LEAF, BOTH):
        found += [
            Issue(SHEET_KIND, one.district, f"Perolehan suara sah {entry.party}, {one.district}", entry.party)
            for one in entry.districts
        ]
    if product in (COPY, BOTH) and entry.decree_number:
        named = f"Keputusan Nomor {entry.decree_number}"
        found.append(Issue(COPY_KIND, named, f"Salinan {named}", entry.party))
    return tuple(found)


ENTRIES = {"perolehan": EntryKind("Perolehan suara", Sheets, begin, problems, summary)}
"""What is kept of an authentication beside its form."""

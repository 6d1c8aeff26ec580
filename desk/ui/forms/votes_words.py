"""What the kept votes say about a party or a candidate that somebody types in (S1, S2)."""

from desk.rules.votes import ElectionVotes, grouped
from desk.services.paw_ranks import Candidate, ranked, same_name, won_by


def seats_words(election: ElectionVotes | None, name: str) -> str:
    """Whether a party has seats, by the votes that are kept."""
    if election is None:
        return "Perolehan suara pemilu terakhir belum dicatat."
    party = election.named(name)
    if not party:
        return f"Tidak memperoleh kursi menurut perolehan suara {election.name}."
    seats = sum(one.seats for one in election.party(party))
    return f"{seats} kursi pada {election.name}."


def member_words(election: ElectionVotes | None, party: str, district: str, member: str) -> str:
    """Which place somebody has among the candidates of a party in a district, by the votes that are kept; as
    long as that cannot be said, how a name is found."""
    won = won_by(election, party, district)
    if election is None:
        return "Perolehan suara pemilu terakhir belum dicatat: ketik nama, partai, dan daerah pemilihannya."
    if won is None or not member.strip():
        return "Ketik beberapa huruf, lalu pilih dari calon menurut perolehan suara."
    people = ranked(Candidate(one.number, one.name, one.votes) for one in won.candidates)
    place = next((n for n, one in enumerate(people, start=1) if same_name(one.name, member)), 0)
    if not place:
        return f"Tidak ada di antara calon {won.district} menurut perolehan suara."
    return f"Peringkat {place} dari {len(people)} calon, {grouped(people[place - 1].votes)} suara."

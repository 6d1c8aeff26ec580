"""The votes of the invented election (S1): its figures and its decree, read from a file as an office does."""

from datetime import date

from desk.actions import votes
from desk.actions.votes_file import read_votes
from desk.demo.office import DemoOffice, shipped

ELECTION = votes.ElectionDraft(
    name="Pemilu Anggota DPRD Kabupaten 2024",
    day=date(2024, 2, 14),
    decree_number="412 Tahun 2024",
    decree_date=date(2024, 5, 2),
    decree_title=(
        "Penetapan Perolehan Suara Sah dan Perolehan Kursi Partai Politik Pemilu Anggota DPRD Kabupaten "
        "Tanjung Lestari Tahun 2024"
    ),
)


def keep_votes(office: DemoOffice) -> None:
    """The Kasubag Teknis keeps the election and imports its figures."""
    place = office.at("mira")
    election = votes.keep_election(place, ELECTION)
    votes.keep_figures(place, election, read_votes(shipped("perolehan-suara.csv")).lines, ())

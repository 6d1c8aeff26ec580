"""Who follows a member of the council: by votes, past those who are out, never past one in question (S2)."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.votes import CandidateVotes, DistrictVotes
from desk.services.paw_ranks import (
    PASSED_OVER,
    Candidate,
    Found,
    Standing,
    list_problems,
    listed,
    outcome,
    passed_words,
    ranked,
    tied,
    won_by,
    words_of,
)
from tests.services.test_autentifikasi import ELECTION

WON = DistrictVotes(
    "Dapil 1",
    1200,
    (
        CandidateVotes(1, "Ayu Pratiwi", 850),
        CandidateVotes(2, "Bambang Wijaya", 400),
        CandidateVotes(3, "Citra Dewi", 310),
        CandidateVotes(4, "Dodi Hartono", 310),
        CandidateVotes(5, "Eka Lestari", 90),
    ),
    seats=1,
)


def people(*standings: str) -> tuple[Candidate, ...]:
    """The five of the list with these standings: a letter each, ``f`` free where nothing is said."""
    known = {
        "l": Standing.LEFT,
        "s": Standing.SEATED,
        "f": Standing.FREE,
        "d": Standing.DEAD,
        "w": Standing.WITHDREW,
        "i": Standing.INELIGIBLE,
        "q": Standing.IN_QUESTION,
    }
    letters = (standings[0] if standings else "lffff").ljust(5, "f")
    return tuple(
        Candidate(one.number, one.name, one.votes, known[letter].value, "surat" if letter in "dwiq" else "")
        for one, letter in zip(WON.candidates, letters, strict=True)
    )


@pytest.mark.parametrize(
    ("standings", "chosen", "found", "name", "passed"),
    [
        ("lffff", 0, Found.NEXT, "Bambang Wijaya", []),
        ("ldffd", 3, Found.NEXT, "Citra Dewi", ["Bambang Wijaya"]),
        ("ldffd", 4, Found.NEXT, "Dodi Hartono", ["Bambang Wijaya"]),
        ("ldffd", 5, Found.TIED, "", ["Bambang Wijaya"]),
        ("ldff", 0, Found.TIED, "", ["Bambang Wijaya"]),
        ("ldwff", 0, Found.NEXT, "Dodi Hartono", ["Bambang Wijaya", "Citra Dewi"]),
        ("ldwif", 0, Found.NEXT, "Eka Lestari", ["Bambang Wijaya", "Citra Dewi", "Dodi Hartono"]),
        ("ldwid", 0, Found.NOBODY, "", ["Bambang Wijaya", "Citra Dewi", "Dodi Hartono", "Eka Lestari"]),
        ("lqfff", 0, Found.WAITING, "", []),
        ("ldqff", 4, Found.WAITING, "", ["Bambang Wijaya"]),
        ("ldwqf", 0, Found.WAITING, "", ["Bambang Wijaya", "Citra Dewi"]),
        ("slfff", 3, Found.NEXT, "Citra Dewi", []),
        ("sssls", 0, Found.NOBODY, "", []),
        ("slsff", 0, Found.NEXT, "Dodi Hartono", []),
    ],
)
def test_the_next_is_the_one_with_most_votes_who_is_free(
    standings: str, chosen: int, found: Found, name: str, passed: list[str]
) -> None:
    came = outcome(people(standings), chosen)
    assert (came.found, came.candidate.name if came.candidate else "") == (found, name)
    assert [one.name for one in came.passed] == passed


lists = st.lists(
    st.builds(
        Candidate,
        number=st.integers(1, 12),
        name=st.just("Calon"),
        votes=st.integers(0, 6),
        standing=st.sampled_from([one.value for one in Standing]),
        reason=st.just("surat"),
    ),
    max_size=9,
    unique_by=lambda one: one.number,
)


@given(lists, st.integers(0, 12), st.randoms())
def test_nobody_is_proposed_past_somebody_free_or_in_question(people, chosen, random) -> None:
    came = outcome(people, chosen)
    if came.candidate is not None:
        above = [one for one in people if one.votes > came.candidate.votes]
        assert came.candidate.standing == Standing.FREE
        assert all(one.standing in PASSED_OVER | {Standing.SEATED, Standing.LEFT} for one in above)
        assert {one.number for one in came.passed} >= {
            one.number for one in above if one.standing in PASSED_OVER
        }
        assert came.settled is bool(came.rivals)
    mixed = list(people)
    random.shuffle(mixed)
    assert outcome(mixed, chosen) == came  # however the list is typed


@given(lists, st.integers(0, 12))
def test_everybody_passed_over_is_out_and_had_no_fewer_votes(people, chosen) -> None:
    came = outcome(people, chosen)
    assert all(one.standing in PASSED_OVER for one in came.passed)
    least = came.candidate.votes if came.candidate else 0
    assert all(one.votes >= least for one in came.passed)
    assert list(came.passed) == list(ranked(came.passed))


@given(lists)
def test_equal_votes_are_decided_by_nobody_but_the_office(people) -> None:
    for one in tied(people):
        came = outcome(people, one.number)
        assert came.candidate == one
        assert came.settled


def test_the_seats_go_to_the_first_and_the_leaving_one_is_marked() -> None:
    shown = listed(replace(WON, seats=2), "ayu  pratiwi")
    assert [(one.number, one.standing) for one in shown] == [
        (1, "berhenti"),
        (2, "menjabat"),
        (3, "tersedia"),
        (4, "tersedia"),
        (5, "tersedia"),
    ]


def test_what_was_known_of_them_stays_with_the_votes_of_today() -> None:
    known = [Candidate(2, "Bambang", 1, "meninggal", "akta 12")]
    (two,) = [one for one in listed(WON, "Ayu Pratiwi", known) if one.number == 2]
    assert two == Candidate(2, "Bambang Wijaya", 400, "meninggal", "akta 12")


@pytest.mark.parametrize(
    ("party", "district", "there"),
    [
        ("partai  lestari", "dapil 1", True),
        ("Partai Lestari", "Dapil 9", False),
        ("Partai Samudra", "Dapil 1", False),
        ("", "", False),
    ],
)
def test_votes_are_found_however_party_and_district_were_typed(
    party: str, district: str, there: bool
) -> None:
    assert (won_by(ELECTION, party, district) is not None) is there
    assert won_by(None, party, district) is None


@pytest.mark.parametrize(
    ("standings", "chosen", "words"),
    [
        ("lffff", 0, "Berikutnya: nomor urut 2, Bambang Wijaya (400 suara)."),
        (
            "ldffd",
            3,
            "Berikutnya: nomor urut 3, Citra Dewi (310 suara), ditetapkan kantor di antara suara yang sama. "
            "Dilewati: Bambang Wijaya (400 suara), meninggal dunia: surat.",
        ),
        (
            "lqfff",
            0,
            "Bambang Wijaya (400 suara) sedang diklarifikasi: calon sesudahnya belum dapat diusulkan.",
        ),
        (
            "lsfff",
            0,
            "Citra Dewi dan Dodi Hartono sama-sama memperoleh 310 suara: pilih calon menurut persebaran "
            "suara, beserta dasarnya.",
        ),
        (
            "lssss",
            0,
            "Tidak ada lagi calon dari partai dan daerah pemilihan ini yang dapat diusulkan.",
        ),
    ],
)
def test_it_is_said_in_a_sentence(standings: str, chosen: int, words: str) -> None:
    assert words_of(outcome(people(standings), chosen)) == words


def test_who_is_passed_over_without_a_reason_yet_is_said_without_one() -> None:
    one = Candidate(2, "Bambang", 400, "mengundurkan_diri")
    assert passed_words(one) == "Bambang (400 suara), mengundurkan diri"


A, B = Candidate(1, "Ayu", 850, "berhenti"), Candidate(2, "Bambang", 400)


@pytest.mark.parametrize(
    ("given_list", "seats", "words"),
    [
        ((A, B), 1, ""),
        ((A, replace(B, standing="menjabat")), 0, ""),
        ((A, replace(B, name=" ")), 1, "Isi nama setiap calon."),
        ((A, replace(B, number=0)), 1, "Bambang: isi nomor urutnya dengan angka."),
        ((A, replace(B, votes=-1)), 1, "Bambang: isi suaranya dengan angka."),
        ((A, replace(B, standing="hilang")), 1, "Bambang: pilih keadaannya."),
        ((A, replace(B, standing="meninggal")), 1, "Bambang: isi alasannya."),
        ((A, replace(B, standing="klarifikasi")), 1, "Bambang: isi alasannya."),
        ((A, replace(B, number=1)), 1, "Nomor urut 1 tertulis dua kali."),
        ((B,), 1, "Tandai tepat satu calon sebagai anggota yang berhenti."),
        ((A, replace(B, standing="berhenti")), 2, "Tandai tepat satu calon sebagai anggota yang berhenti."),
        (
            (A, replace(B, standing="menjabat")),
            1,
            "Partai ini memperoleh 1 kursi, tetapi 2 calon ditandai menjabat atau berhenti.",
        ),
    ],
)
def test_what_is_wrong_with_a_list_is_said(given_list: tuple[Candidate, ...], seats: int, words: str) -> None:
    assert list_problems(given_list, seats) == ((words,) if words else ())

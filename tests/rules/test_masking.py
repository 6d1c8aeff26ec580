"""Identity numbers, telephones and names as shown to those who need not see them whole."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.masking import group_phone, mask_identity, mask_nik, mask_phone, short_name


@pytest.mark.parametrize(
    ("nik", "shown"),
    [
        ("5207010101900003", "5207•••••••0003"),
        ("5207 0101 0190 0003", "5207•••••••0003"),
        ("520701010190000", "5••••••••••••00"),
        ("A1234567", "A•••••67"),
        ("123", "•••"),
        ("", ""),
    ],
)
def test_only_a_whole_nik_shows_region_and_serial(nik: str, shown: str) -> None:
    assert mask_nik(nik) == shown


@given(st.text(min_size=5, max_size=24, alphabet="0123456789ABCDEF"))
def test_most_of_another_identity_is_hidden(number: str) -> None:
    assert mask_identity(number).count("•") == len(number) - 3


@pytest.mark.parametrize(
    ("phone", "shown"),
    [
        ("081237001122", "0812-3700-1122"),
        ("+62 812 3700 1122", "0812-3700-1122"),
        ("6281237001122", "0812-3700-1122"),
        ("0372811234", "0372-8112-34"),
        ("110", "110"),
        ("+60 12-345 6789", "+60 12-345 6789"),
        ("", ""),
    ],
)
def test_a_telephone_is_grouped_as_read_aloud(phone: str, shown: str) -> None:
    assert group_phone(phone) == shown


def test_a_telephone_is_masked_but_for_its_ends() -> None:
    assert mask_phone("0812-3700-1122") == "0812-••••-1122"
    assert mask_phone("110") == "•••"


@pytest.mark.parametrize(
    ("name", "shown"),
    [("Lalu Ahmad Fauzi", "Lalu A. F."), ("Rahmawati", "Rahmawati"), ("  dewi   ayu ", "dewi A."), ("", "")],
)
def test_a_public_screen_shows_first_name_and_initials(name: str, shown: str) -> None:
    assert short_name(name) == shown

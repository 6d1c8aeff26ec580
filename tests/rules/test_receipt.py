"""Codes on receipts as printed, typed and scanned."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.rules.receipt import ALPHABET, LENGTH, grouped, plain

CODES = st.text(alphabet=ALPHABET, min_size=LENGTH, max_size=LENGTH)


def test_a_code_holds_at_least_sixty_random_bits() -> None:
    assert LENGTH * math.log2(len(ALPHABET)) >= 60
    assert not set("ILOU") & set(ALPHABET)


@given(CODES)
def test_what_is_printed_is_read_back(code: str) -> None:
    printed = grouped(code)
    assert plain(printed) == plain(printed.lower()) == plain(f" {printed.replace('-', ' ')} \n") == code


@given(CODES)
def test_letters_that_look_like_figures_are_read_as_figures(code: str) -> None:
    misread = code.replace("0", "O").replace("1", "l")
    assert plain(misread) == code


@pytest.mark.parametrize(
    "typed",
    ["", "7K3M-Q9TA-4XWB-20C", "7K3M-Q9TA-4XWB-20CDE", "7K3M-Q9TA-4XWB-20CU", "027/PI/III/2026", "é" * 16],
)
def test_what_is_no_code_is_none(typed: str) -> None:
    assert plain(typed) is None


def test_a_code_is_printed_in_groups_of_four() -> None:
    assert grouped("7K3MQ9TA4XWB20CD") == "7K3M-Q9TA-4XWB-20CD"

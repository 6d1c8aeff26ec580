"""Applicants, contact data, completeness, drafts as JSON."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.rules.intake import ApplicantKind, IdentityKind, Requirement
from desk.services.common import (
    PROXY,
    ApplicantDraft,
    CheckItem,
    LetterDraft,
    Problem,
    ProxyDraft,
    Severity,
    applicant_problems,
    blocks,
    checklist,
    email_problems,
    from_json,
    identity_problems,
    missing,
    phone_problems,
    rebased,
    to_json,
)
from desk.services.informasi import InformasiDraft

SITI = ApplicantDraft(name="Siti Aminah", phone="081237001122", identity_number="5207014101900003")


def fields(problems: tuple[Problem, ...]) -> list[str]:
    return [problem.field for problem in problems]


def test_a_person_with_name_and_telephone_is_enough() -> None:
    assert applicant_problems(SITI) == ()


def test_a_name_and_one_way_to_answer_are_needed() -> None:
    problems = applicant_problems(ApplicantDraft())
    assert fields(problems) == ["applicant.name", "applicant.phone"]
    assert blocks(problems)
    for reach in ("phone", "email", "address"):
        value = {"phone": "081237001122", "email": "siti@contoh.id", "address": "Jalan Melati 2"}[reach]
        assert fields(applicant_problems(replace(ApplicantDraft(name="Siti"), **{reach: value}))) == []


def test_a_body_is_named() -> None:
    body = replace(SITI, kind=ApplicantKind.BODY)
    assert fields(applicant_problems(body, "pemohon")) == ["pemohon.body_name"]
    assert applicant_problems(replace(body, body_name="Yayasan Lestari")) == ()


@pytest.mark.parametrize(
    ("kind", "number", "says"),
    [
        (IdentityKind.KTP, "", None),
        (IdentityKind.KTP, "5207014101900003", None),
        (IdentityKind.KTP, "52070141019", "16 angka"),
        (IdentityKind.KTP, "520701410190000X", "16 angka"),
        (IdentityKind.KTP, "5207010113900003", "tidak lazim"),
        (IdentityKind.PASSPORT, "A123", None),
    ],
)
def test_an_odd_nik_is_a_warning_and_never_stops(kind: IdentityKind, number: str, says: str | None) -> None:
    problems = identity_problems(kind, number, "nik")
    assert not blocks(problems)
    assert [problem.severity for problem in problems] == ([Severity.WARNING] if says else [])
    assert all(says is not None and says in problem.message for problem in problems)


@pytest.mark.parametrize(
    ("phone", "sound"),
    [
        ("", True),
        ("0812-3700-1122", True),
        ("+60 12-345 6789", True),
        ("0812", False),
        ("tidak ada", False),
    ],
)
def test_an_odd_telephone_is_a_warning(phone: str, sound: bool) -> None:
    problems = phone_problems(phone, "phone")
    assert (problems == []) is sound
    assert not blocks(problems)


@pytest.mark.parametrize(
    ("email", "sound"),
    [
        ("", True),
        ("siti@contoh.id", True),
        ("siti", False),
        ("@contoh.id", False),
        ("siti@contoh", False),
        ("siti@.", False),
        ("siti@a@contoh.id", False),
        ("siti aminah@contoh.id", False),
    ],
)
def test_an_address_that_cannot_be_mailed_stops(email: str, sound: bool) -> None:
    assert blocks(email_problems(email, "email")) is not sound


REQUIREMENTS = (
    Requirement("identitas", "Identitas diri"),
    Requirement("subjek", "Perihal", field="subject"),
    Requirement("tanggal", "Tanggal", field="dated"),
    Requirement("foto", "Foto", required=False),
    Requirement("kuasa", "Surat kuasa", when=PROXY),
)


def test_a_requirement_is_met_by_a_tick_or_by_its_field() -> None:
    letter = LetterDraft(subject="  ", dated=date(2026, 3, 13))
    items = checklist(REQUIREMENTS, letter, ApplicantKind.PERSON, {"identitas"})
    assert [item.met for item in items] == [True, False, True, False]
    assert [one.key for one in missing(items)] == ["subjek"]


def test_a_proxy_brings_the_power_of_attorney() -> None:
    items = checklist(REQUIREMENTS, LetterDraft(), ApplicantKind.PERSON, (), {PROXY})
    assert items[-1] == CheckItem(REQUIREMENTS[-1], met=False)


def test_a_draft_comes_back_from_json_as_it_was() -> None:
    letter = LetterDraft("12/A", date(2026, 3, 13), "Yayasan", "Data")
    assert from_json(to_json(letter), LetterDraft) == letter
    assert from_json(to_json(SITI), ApplicantDraft) == SITI


def test_a_draft_of_a_newer_program_is_still_read() -> None:
    assert from_json(b'{"number": "1", "colour": "red"}', LetterDraft) == LetterDraft("1")
    with pytest.raises(msgspec.DecodeError):
        from_json(b'{"number": 1}', LetterDraft)


@pytest.mark.parametrize(
    ("mine", "now", "wanted"),
    [
        ({}, {"purpose": "baru"}, {"purpose": "baru"}),
        ({"purpose": "baru"}, {}, {"purpose": "baru"}),
        ({"purpose": "saya"}, {"purpose": "dia"}, {"purpose": "saya"}),
        ({"purpose": "saya"}, {"note": "dia"}, {"purpose": "saya", "note": "dia"}),
        (
            {"applicant": replace(SITI, phone="1")},
            {"applicant": replace(SITI, name="Siti")},
            {"applicant": replace(SITI, name="Siti", phone="1")},
        ),
        ({"proxy": ProxyDraft("A")}, {"note": "dia"}, {"proxy": ProxyDraft("A"), "note": "dia"}),
        ({"proxy": ProxyDraft("A")}, {"proxy": ProxyDraft("B")}, {"proxy": ProxyDraft("A")}),
        ({"ticked": ("a", "c")}, {"ticked": ("b", "d")}, {"ticked": ("c", "d")}),
    ],
)
def test_what_i_edited_stays_and_all_else_is_the_newest(
    mine: dict[str, Any], now: dict[str, Any], wanted: dict[str, Any]
) -> None:
    before = InformasiDraft(applicant=SITI, purpose="lama", ticked=("a", "b"))
    made = rebased(before, replace(before, **mine), replace(before, **now))
    assert made == replace(before, **wanted)

"""Authentication of votes: what a request lacks, the figures prepared, the papers issued, the letter (S1)."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.intake import ApplicantKind
from desk.rules.votes import ElectionVotes, VoteLine
from desk.services.answering import DecisionDraft, LetterBasis, decision_problems
from desk.services.autentifikasi import DECISIONS, AutentifikasiDraft
from desk.services.autentifikasi_sheets import Sheets, begin, chosen, issues, problems
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, LetterDraft, Severity
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ksb")
SERVICE = STANDARD.services["autentifikasi"]
KIT = service_kit("autentifikasi")
LINES = (
    VoteLine("Dapil 1", "Partai Lestari", votes=1200, seats=2),
    VoteLine("Dapil 1", "Partai Lestari", 1, "Ayu Pratiwi", 850),
    VoteLine("Dapil 1", "Partai Lestari", 2, "Bambang Wijaya", 400),
    VoteLine("Dapil 1", "Partai Samudra", votes=90),
    VoteLine("Dapil 1", votes=2540, total=True),
    VoteLine("Dapil 2", "Partai Lestari", votes=300),
    VoteLine("Dapil 2", "Partai Lestari", 1, "Citra Dewi", 75),
    VoteLine("Dapil 2", votes=375, total=True),
)
ELECTION = ElectionVotes(
    "e1", "Pemilu Anggota DPRD 2024", date(2024, 2, 14), LINES, "12 Tahun 2024", date(2024, 3, 2), "Penetapan"
)
REQUEST = AutentifikasiDraft(
    applicant=ApplicantDraft(
        kind=ApplicantKind.PARTY, name="Hasan Basri", phone="081234567890", body_name="Partai Lestari"
    ),
    letter=LetterDraft("7/PL/2026", date(2026, 3, 12), "Partai Lestari", "Permohonan autentifikasi"),
    leader="ketua",
    product="keduanya",
    ticked=("surat", "kursi"),
)


def said(draft: AutentifikasiDraft) -> dict[str, str]:
    """Field -> sentence."""
    found = KIT.intake(draft, STANDARD, SERVICE, None)
    return {one.field: one.message for one in found.problems}


def test_a_whole_request_has_nothing_to_say() -> None:
    intake = KIT.intake(REQUEST, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert (intake.subject, intake.flow) == ("Autentifikasi perolehan suara dan kursi", "letter")


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"leader": ""}, "leader", "Pilih jabatan"),
        ({"leader": "bukan_pimpinan"}, "leader", "salah satu pimpinan partai"),
        ({"product": "semua"}, "product", "Pilih yang diminta"),
        ({"letter": None}, "letter.sender", "pengirim surat"),
        ({"applicant": replace(REQUEST.applicant, body_name="")}, "applicant.body_name", "nama badan"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    assert words in said(replace(REQUEST, **changes))[field]


def test_a_letter_signed_by_no_leader_leaves_the_request_incomplete() -> None:
    draft = replace(REQUEST, leader="bukan_pimpinan", ticked=("kursi",))
    found = KIT.intake(draft, STANDARD, SERVICE, None).problems
    assert [(one.field, one.severity) for one in found] == [("ticked.surat", Severity.INCOMPLETE)]


# figures


def ground(election: ElectionVotes | None = ELECTION, **changes: Any) -> EntryGround:
    entries = changes.pop("entries", {})
    detail = msgspec.to_builtins(replace(REQUEST, **changes))
    return EntryGround(detail, entries=entries, election=election)


def test_it_begins_with_every_district_of_the_party_that_asks() -> None:
    entry = begin(ground())
    assert (entry.party, entry.election, entry.decree_number) == (
        "Partai Lestari",
        "Pemilu Anggota DPRD 2024",
        "12 Tahun 2024",
    )
    assert [(one.district, one.own, one.whole, one.seats) for one in entry.districts] == [
        ("Dapil 1", 1200, 2450, 2),
        ("Dapil 2", 300, 375, 0),
    ]
    assert problems(entry, ground()) == ()


def test_prepared_again_it_keeps_the_districts_chosen_and_takes_the_figures_of_today() -> None:
    before = chosen(begin(ground()), {"Dapil 2"})
    corrected = replace(
        ELECTION, lines=(*LINES[:6], replace(LINES[6], votes=76), replace(LINES[7], votes=376))
    )
    kept = {"perolehan": msgspec.to_builtins(before)}
    assert [(one.district, one.whole) for one in begin(ground(corrected, entries=kept)).districts] == [
        ("Dapil 2", 376)
    ]
    assert "sudah dikoreksi" in problems(before, ground(corrected))[0].message


@pytest.mark.parametrize(
    ("entry", "election", "words"),
    [
        (Sheets(), None, "belum dicatat"),
        (Sheets(), ELECTION, "Pilih partai yang memperoleh kursi"),
        (Sheets("Partai Samudra"), ELECTION, "Pilih partai yang memperoleh kursi"),
        (Sheets("Partai Lestari"), ELECTION, "sedikitnya satu daerah pemilihan"),
    ],
)
def test_figures_are_for_a_party_with_seats(entry: Sheets, election: ElectionVotes, words: str) -> None:
    assert words in problems(entry, ground(election))[0].message


def test_a_party_without_seats_begins_with_nothing() -> None:
    other = replace(REQUEST.applicant, body_name="Partai Samudra")
    assert begin(ground(applicant=other)).party == ""


def test_a_sum_that_was_held_against_nothing_goes_on_no_sheet() -> None:
    loose = replace(ELECTION, lines=LINES[:-1])
    found = problems(begin(ground(loose)), ground(loose))
    assert [one.message for one in found] == ["Jumlah kendali Dapil 2 belum diisi pada perolehan suara."]
    assert problems(chosen(begin(ground(loose)), {"Dapil 1"}), ground(loose)) == ()


def test_a_copy_needs_its_decree() -> None:
    bare = replace(ELECTION, decree_number="", decree_date=None)
    assert "Nomor dan tanggal keputusan" in problems(begin(ground(bare)), ground(bare))[0].message
    assert problems(begin(ground(bare)), ground(bare, product="lembar")) == ()


@pytest.mark.parametrize(
    ("product", "parts"),
    [
        ("lembar", ["Dapil 1", "Dapil 2"]),
        ("salinan", ["Keputusan Nomor 12 Tahun 2024"]),
        ("keduanya", ["Dapil 1", "Dapil 2", "Keputusan Nomor 12 Tahun 2024"]),
    ],
)
def test_what_was_asked_for_is_issued(product: str, parts: list[str]) -> None:
    kept = {"perolehan": msgspec.to_builtins(begin(ground()))}
    found = issues(ground(product=product, entries=kept))
    assert [one.part for one in found] == parts
    assert {one.kind for one in found} <= set(SERVICE.letters)
    assert issues(ground(product=product)) == ()


# the answer


def basis(product: str = "keduanya") -> LetterBasis:
    return LetterBasis(
        applicant="Hasan Basri",
        body_name="Partai Lestari",
        place="",
        subject="autentifikasi",
        number="001/AUT/2026",
        asked_on="13 Maret 2026",
        by_letter=True,
        signer_role="ketua",
        detail=msgspec.to_builtins(replace(REQUEST, product=product)),
    )


@pytest.mark.parametrize(
    ("product", "sent", "not_sent"),
    [
        ("lembar", "lembar perolehan suara", "salinan keputusan"),
        ("salinan", "salinan keputusan", "lembar perolehan suara"),
    ],
)
def test_the_letter_names_what_is_sent_along(product: str, sent: str, not_sent: str) -> None:
    body = KIT.write(basis(product), DecisionDraft("dipenuhi"), "surat_jawaban").body
    assert sent in body
    assert not_sent not in body


def test_a_refusal_says_why() -> None:
    draft = DecisionDraft("tidak_dipenuhi", reason="Partai tidak memperoleh kursi.")
    assert "Alasannya: Partai tidak memperoleh kursi." in KIT.write(basis(), draft, "surat_jawaban").body
    assert [one.field for one in decision_problems(DECISIONS, DecisionDraft("tidak_dipenuhi"))] == ["reason"]


def test_the_case_page_says_what_is_asked_and_what_was_prepared() -> None:
    asked = dict(KIT.summary(msgspec.to_builtins(REQUEST)))
    assert (asked["Diminta"], asked["Penanda tangan surat"]) == ("Keduanya", "Hasan Basri (Ketua)")
    told = dict(KIT.entries["perolehan"].summary(msgspec.to_builtins(begin(ground()))))
    assert told["Dapil 1"] == "2.450 suara, 2 kursi"

"""Data and information: what each way in asks, the two decisions, the letters that follow (S8)."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.intake import ApplicantKind, Channel
from desk.services.answering import DecisionDraft, LetterBasis, decision_problems
from desk.services.catalog import service_kit
from desk.services.common import ApplicantDraft, LetterDraft, Severity
from desk.services.data_informasi import (
    DECISIONS,
    EXEMPT,
    GRANTED,
    REFUSAL,
    DataInformasiDraft,
    Track,
    channels_of,
    track_of,
)
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ntt")
SERVICE = STANDARD.services["data_informasi"]
KIT = service_kit("data_informasi")
LETTER = LetterDraft("11/UN/2026", date(2026, 3, 12), "Universitas Timor", "Permohonan data pemilih")
COMES = DataInformasiDraft(
    applicant=ApplicantDraft(
        ApplicantKind.BODY, "Dr. Yuliana", phone="081234567890", body_name="Universitas Timor"
    ),
    letter=LETTER,
    information="Jumlah pemilih  per\nkecamatan",
    purpose="Penelitian",
    source="Laman KPU",
    ticked=("identitas",),
)
"""Somebody who comes with the letter of a rector."""

WRITES = replace(COMES, track=Track.LETTER, channel=Channel.EMAIL)
ELECTRONIC = replace(COMES, track=Track.EPPID, channel=Channel.EPPID, letter=None, eppid_number=" 2026-0311 ")
GIVEN = DecisionDraft(GRANTED, form="both")
REFUSED = DecisionDraft(
    EXEMPT,
    grounds=("pasal_17_h",),
    legal_basis="Keputusan KPU Nomor 999 Tahun 2024.",
    reason="Memuat data pribadi pemilih.",
)


def said(draft: DataInformasiDraft) -> dict[str, Severity]:
    """Field -> weight of what is said beside it."""
    return {one.field: one.severity for one in KIT.intake(draft, STANDARD, SERVICE, None).problems}


@pytest.mark.parametrize("draft", [COMES, WRITES, ELECTRONIC])
def test_each_way_in_is_a_flow_of_the_standard(draft: DataInformasiDraft) -> None:
    intake = KIT.intake(draft, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert intake.flow in SERVICE.flows
    assert (intake.subject, intake.category) == ("Jumlah pemilih per kecamatan", "umum")
    assert all(one.met for one in intake.checklist)
    assert intake.channel in {one.value for one in SERVICE.channels}


def test_the_number_of_eppid_is_kept_and_stands_for_the_letter() -> None:
    intake = KIT.intake(ELECTRONIC, STANDARD, SERVICE, None)
    assert (intake.eppid_number, intake.letter) == ("2026-0311", None)
    assert KIT.intake(replace(WRITES, eppid_number="7"), STANDARD, SERVICE, None).eppid_number == ""


@pytest.mark.parametrize(
    ("draft", "changes", "field"),
    [
        (COMES, {"information": " "}, "information"),
        (COMES, {"purpose": ""}, "purpose"),
        (COMES, {"source": ""}, "source"),
        (COMES, {"letter": None}, "letter.sender"),
        (COMES, {"channel": Channel.EMAIL}, "channel"),
        (WRITES, {"channel": Channel.IN_PERSON}, "channel"),
        (ELECTRONIC, {"eppid_number": " "}, "eppid_number"),
        (WRITES, {"applicant": ApplicantDraft()}, "applicant.name"),
    ],
)
def test_what_is_lacking_stops_it_beside_its_field(
    draft: DataInformasiDraft, changes: dict[str, Any], field: str
) -> None:
    assert said(replace(draft, **changes))[field] is Severity.ERROR


def test_an_identity_that_was_not_shown_leaves_it_incomplete() -> None:
    assert said(replace(COMES, ticked=())) == {"ticked.identitas": Severity.INCOMPLETE}


def test_a_person_who_comes_is_told_of_the_other_ways() -> None:
    person = replace(COMES.applicant, kind=ApplicantKind.PERSON, body_name="")
    assert said(replace(COMES, applicant=person)) == {"applicant.kind": Severity.WARNING}
    assert said(replace(WRITES, applicant=person)) == {}


def test_where_the_source_is_not_asked_for_it_may_stay_empty() -> None:
    standard = msgspec.structs.replace(STANDARD, source_required=False)
    found = KIT.intake(replace(COMES, source=""), standard, SERVICE, None).problems
    assert [(one.field, one.severity) for one in found] == [("source", Severity.INCOMPLETE)]


@pytest.mark.parametrize(
    ("channel", "track"),
    [
        (Channel.LETTER, Track.LETTER),
        (Channel.WHATSAPP, Track.LETTER),
        (Channel.EPPID, Track.EPPID),
        (Channel.IN_PERSON, Track.DIRECT),
        (Channel.INSTAGRAM, Track.LETTER),
    ],
)
def test_a_channel_belongs_to_a_way_in(channel: Channel, track: Track) -> None:
    assert track_of(channel) is track
    assert channels_of(track)


def test_the_case_page_says_what_was_asked() -> None:
    pairs = dict(KIT.summary(msgspec.to_builtins(ELECTRONIC)))
    assert pairs["Cara masuk"] == "Formulir e-PPID"
    assert (pairs["Sumber data"], pairs["Nomor e-PPID"]) == ("Laman KPU", " 2026-0311 ")
    assert KIT.given_as({}) == "both"


def test_a_refusal_needs_its_law_and_its_reason() -> None:
    assert decision_problems(DECISIONS, GIVEN) == decision_problems(DECISIONS, REFUSED) == ()
    bare = DecisionDraft(EXEMPT)
    assert [one.field for one in decision_problems(DECISIONS, bare)] == ["grounds", "reason"]
    assert KIT.paper_of(EXEMPT, basis()) == REFUSAL
    assert KIT.paper_of(GRANTED, basis()) == "surat_jawaban"


def basis() -> LetterBasis:
    """What the answer starts from."""
    return LetterBasis(
        applicant="Dr. Yuliana",
        body_name="Universitas Timor",
        place="Kupang",
        subject="Jumlah pemilih per kecamatan",
        number="001/DI",
        asked_on="12 Maret 2026",
        by_letter=True,
        signer_role="ketua",
    )


def test_the_letters_say_what_was_decided() -> None:
    given = KIT.write(basis(), GIVEN, "surat_jawaban")
    assert "tidak termasuk yang dikecualikan" in given.body
    assert "tidak termasuk" not in KIT.write(basis(), None, "surat_jawaban").body
    refused = KIT.write(basis(), REFUSED, REFUSAL)
    assert refused.subject == "Penolakan permohonan data: Jumlah pemilih per kecamatan"
    for words in (
        "1. Pasal 17 huruf h",
        "ditetapkan dengan Keputusan KPU Nomor 999 Tahun 2024.",
        "Alasannya: Memuat data pribadi pemilih.",
    ):
        assert words in refused.body
    plain = KIT.write(basis(), replace(REFUSED, legal_basis="", reason=""), REFUSAL).body
    assert "ditetapkan" not in plain
    assert "Alasannya" not in plain
    assert "berdasarkan" not in KIT.write(basis(), None, REFUSAL).body

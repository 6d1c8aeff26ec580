"""Public service of Kota Kupang: what each track asks, what is kept, what is decided and written (S10)."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.intake import ApplicantKind, Channel
from desk.services.answering import LetterBasis
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, LetterDraft
from desk.services.kupang_entries import ENTRIES, Consultation, Direction, Identification
from desk.services.sop_kupang import DATA, DECISIONS, INTERVIEW, REPLY, SopKupangDraft, Track, leaders
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("kpg")
SERVICE = STANDARD.services["sop_kupang"]
KIT = service_kit("sop_kupang")
SPOKEN = SopKupangDraft(
    applicant=ApplicantDraft(name="Maria Ndun"), purpose="Hasil pemilu  2024\nper TPS", meet="ketua"
)
BODY = ApplicantDraft(ApplicantKind.BODY, "Yosef Tallo", phone="081234567890", body_name="Forum Flobamora")
LETTER = SopKupangDraft(
    channel=Channel.LETTER,
    applicant=BODY,
    letter=LetterDraft("12/FF/2026", date(2026, 3, 11), "Forum Flobamora", "Data pemilih per kelurahan"),
    track=Track.LETTER,
)
GROUND = EntryGround({})


def said(draft: SopKupangDraft) -> dict[str, str]:
    """Field -> sentence."""
    return {one.field: one.message for one in KIT.intake(draft, STANDARD, SERVICE, None).problems}


def test_spoken_it_takes_a_name_a_purpose_and_whom_to_meet() -> None:
    intake = KIT.intake(SPOKEN, STANDARD, SERVICE, None)
    assert (intake.flow, intake.subject, intake.channel) == (
        "lisan",
        "Hasil pemilu 2024 per TPS",
        "in_person",
    )
    assert (intake.problems, intake.letter) == ((), None)
    assert [(one.requirement.key, one.met) for one in intake.checklist] == [
        ("identitas", True),
        ("surat", False),
    ]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"applicant": ApplicantDraft()}, "applicant.name", "nama pemohon"),
        ({"applicant": replace(BODY, body_name=" ")}, "applicant.body_name", "badan"),
        ({"purpose": " "}, "purpose", "tujuan"),
        ({"meet": ""}, "meet", "Pilih pimpinan"),
        ({"meet": "kasubag_data"}, "meet", "Pilih pimpinan"),
        (
            {"applicant": ApplicantDraft(name="Maria", identity_number="12")},
            "applicant.identity_number",
            "NIK",
        ),
        ({"applicant": ApplicantDraft(name="Maria", phone="x")}, "applicant.phone", "telepon"),
        ({"applicant": ApplicantDraft(name="Maria", email="x@")}, "applicant.email", "surel"),
    ],
)
def test_what_a_spoken_request_lacks_is_said_beside_its_field(
    changes: dict[str, Any], field: str, words: str
) -> None:
    assert words in said(replace(SPOKEN, **changes))[field]


def test_a_letter_is_asked_for_its_sender_subject_and_date_and_no_leader() -> None:
    intake = KIT.intake(LETTER, STANDARD, SERVICE, None)
    assert (intake.flow, intake.subject, intake.channel) == ("surat", "Data pemilih per kelurahan", "letter")
    assert (intake.problems, intake.letter) == ((), LETTER.letter)
    assert all(one.met for one in intake.checklist)
    bare = replace(LETTER, letter=None, applicant=replace(BODY, phone=""))
    assert {"letter.sender", "letter.subject", "letter.dated", "applicant.phone"} <= said(bare).keys()


def test_ketua_sekretaris_and_divisions_may_be_met() -> None:
    assert {"ketua", "sekretaris", "ketua_divisi_data"} <= set(leaders(SERVICE))
    assert "kasubag_data" not in leaders(SERVICE)
    flow = SERVICE.flow("lisan")
    start = replace(flow.steps[0], moves=())
    lone = replace(flow, steps=(start, *flow.steps[1:]))
    assert leaders(msgspec.structs.replace(SERVICE, flows={"lisan": lone})) == start.roles


@pytest.mark.parametrize(
    ("draft", "pairs", "whom"),
    [
        (
            SPOKEN,
            {
                "Cara masuk": "Disampaikan langsung",
                "Tujuan": "Hasil pemilu  2024\nper TPS",
                "Ingin menemui": "Ketua",
            },
            "ketua",
        ),
        (
            replace(LETTER, note="dua rangkap"),
            {"Cara masuk": "Surat permohonan", "Catatan": "dua rangkap"},
            "",
        ),
        (
            replace(SPOKEN, meet="lurah", purpose="x"),
            {"Cara masuk": "Disampaikan langsung", "Tujuan": "x"},
            "lurah",
        ),
    ],
)
def test_the_case_page_says_how_it_came_and_for_whom(
    draft: SopKupangDraft, pairs: dict[str, str], whom: str
) -> None:
    detail = msgspec.to_builtins(draft)
    assert {label: words for label, words in KIT.summary(detail) if words} == pairs
    assert KIT.whom(detail) == whom


@pytest.mark.parametrize(
    ("kind", "entry", "fields"),
    [
        ("identifikasi", Identification(), ["data"]),
        ("identifikasi", Identification("DPT per kelurahan"), []),
        ("konsultasi", Consultation(), ["need", "asked"]),
        ("konsultasi", Consultation("telepon", "Siapa narasumbernya?"), ["need"]),
        ("konsultasi", Consultation("wawancara", "Siapa narasumbernya?"), []),
        ("arahan", Direction(" "), ["text"]),
        ("arahan", Direction("Berikan rekapitulasinya"), []),
    ],
)
def test_a_division_is_asked_something_for_a_reason_and_says_something(
    kind: str, entry: Any, fields: list[str]
) -> None:
    assert [one.field for one in ENTRIES[kind].problems(entry, GROUND)] == fields


def test_entries_begin_empty_but_an_identification_goes_on_from_the_last() -> None:
    before = EntryGround({}, {"identifikasi": {"data": "DPT", "note": ""}})
    assert ENTRIES["identifikasi"].begin(before) == Identification("DPT")
    assert [ENTRIES[kind].begin(before) for kind in ("konsultasi", "arahan")] == [Consultation(), Direction()]


def test_entries_are_told_in_words() -> None:
    told = [
        ENTRIES["identifikasi"].summary({"data": "DPT", "note": "2024"}),
        ENTRIES["konsultasi"].summary({"need": "pertemuan", "asked": "Boleh?"}),
        ENTRIES["arahan"].summary({"text": "Boleh"}),
    ]
    assert [tuple(words for _label, words in one) for one in told] == [
        ("DPT", "2024"),
        ("Perlu pertemuan langsung", "Boleh?"),
        ("Boleh",),
    ]


def test_every_decision_of_the_flow_is_known_and_the_reply_encloses_the_data() -> None:
    named = {one.decision for flow in SERVICE.flows.values() for step in flow.steps for one in step.moves}
    assert named - {""} == {one.key for one in DECISIONS} == {DATA, REPLY, INTERVIEW}
    basis = LetterBasis(
        "Yosef Tallo", "Forum Flobamora", "", "Data pemilih", "001/YP", "11 Maret 2026", True, "ketua"
    )
    letter = KIT.write(basis, None, "surat_jawaban")
    assert letter.subject == "Balasan permohonan: Data pemilih"
    assert "pada lampiran surat ini" in letter.body

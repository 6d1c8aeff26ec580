"""Consultation: what each way in asks, who goes along, who approves a delegate, minutes, answer (S9)."""

from dataclasses import replace
from datetime import date, time
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.intake import ApplicantKind, Channel
from desk.services.answering import LetterBasis
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, LetterDraft, Severity
from desk.services.konsultasi import KonsultasiDraft, Track, consulted
from desk.services.konsultasi_entries import (
    ENTRIES,
    Delegation,
    Meeting,
    Minutes,
    approved_words,
    clock_span,
    held_words,
)
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ntt")
SERVICE = STANDARD.services["konsultasi"]
KIT = service_kit("konsultasi")
DAY = date(2026, 3, 13)
COMES = KonsultasiDraft(
    applicant=ApplicantDraft(
        ApplicantKind.BODY, "Maria Ndun", phone="081234567890", body_name="Yayasan Suara Timur"
    ),
    material="Syarat  pindah\nmemilih",
    purpose="Bahan sosialisasi anggota",
    source="Media sosial KPU",
    meet="sekretaris",
    ticked=("identitas",),
)
"""Somebody who comes without a letter."""

LETTER = LetterDraft("07/YST/2026", date(2026, 3, 12), "Yayasan Suara Timur", "Permohonan konsultasi")
BRINGS = replace(COMES, track=Track.WITH_LETTER, letter=LETTER)
WRITES = replace(COMES, track=Track.WRITTEN, channel=Channel.EMAIL, letter=LETTER, meet="")
APPROVED = Delegation("sekretaris", "Hendra Kusuma", DAY, time(9, 5), "telepon", "Dinas luar", "Ruang Data")
HELD = Minutes(
    DAY,
    time(9, 10),
    time(10, 0),
    "Ruang Rapat",
    "2 pengurus",
    ("kasubag_data",),
    "Pindah memilih",
    "Diurus paling lambat H-30.",
    "Brosur dikirim.",
)
NOTHING = EntryGround({})


def said(draft: KonsultasiDraft) -> dict[str, tuple[str, Severity]]:
    """Field -> sentence and its weight."""
    found = KIT.intake(draft, STANDARD, SERVICE, None).problems
    return {one.field: (one.message, one.severity) for one in found}


@pytest.mark.parametrize("draft", [COMES, BRINGS, WRITES])
def test_each_way_in_is_a_flow_of_the_standard(draft: KonsultasiDraft) -> None:
    intake = KIT.intake(draft, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert intake.flow in SERVICE.flows
    assert (intake.subject, intake.category) == ("Syarat pindah memilih", "umum")
    assert (intake.letter is None) is (draft is COMES)
    assert all(one.met for one in intake.checklist if one.requirement.required)


@pytest.mark.parametrize(
    ("draft", "changes", "field"),
    [
        (COMES, {"material": " "}, "material"),
        (COMES, {"purpose": ""}, "purpose"),
        (COMES, {"source": ""}, "source"),
        (COMES, {"meet": "kasubag_data"}, "meet"),
        (COMES, {"channel": Channel.WHATSAPP}, "channel"),
        (WRITES, {"channel": Channel.IN_PERSON}, "channel"),
        (WRITES, {"letter": None}, "letter.sender"),
        (BRINGS, {"letter": None}, "letter.subject"),
        (BRINGS, {"applicant": ApplicantDraft()}, "applicant.name"),
    ],
)
def test_what_is_lacking_stops_it_beside_its_field(
    draft: KonsultasiDraft, changes: dict[str, Any], field: str
) -> None:
    assert said(replace(draft, **changes))[field][1] is Severity.ERROR


def test_an_identity_that_was_not_seen_leaves_it_incomplete() -> None:
    assert said(replace(COMES, ticked=())) == {
        "ticked.identitas": (said(replace(COMES, ticked=()))["ticked.identitas"][0], Severity.INCOMPLETE)
    }


def test_where_the_source_is_not_asked_for_it_may_stay_empty() -> None:
    standard = msgspec.structs.replace(STANDARD, source_required=False)
    found = KIT.intake(replace(COMES, source=""), standard, SERVICE, None).problems
    assert [(one.field, one.severity) for one in found] == [("source", Severity.INCOMPLETE)]


def test_members_and_the_sekretaris_may_be_met() -> None:
    assert {"ketua", "anggota", "sekretaris"} <= set(consulted(SERVICE))
    assert not any(role.startswith("kasubag") for role in consulted(SERVICE))


@pytest.mark.parametrize(
    ("draft", "met", "whom"),
    [
        (COMES, "Sekretaris", "sekretaris"),
        (replace(COMES, meet=""), "", ""),
        (replace(WRITES, meet="ketua"), "", ""),
    ],
)
def test_the_case_page_says_what_it_is_about(draft: KonsultasiDraft, met: str, whom: str) -> None:
    detail = msgspec.to_builtins(draft)
    pairs = dict(KIT.summary(detail))
    assert (pairs["Materi konsultasi"], pairs["Ingin menemui"]) == (draft.material, met)
    assert KIT.whom(detail) == whom


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (Meeting(("kasubag_hukum",), "Ruang Ketua"), []),
        (Meeting(), ["accompanied_by"]),
        (Meeting(("ketua",)), ["accompanied_by"]),
    ],
)
def test_a_member_is_accompanied_by_a_section(entry: Meeting, fields: list[str]) -> None:
    assert [one.field for one in ENTRIES["pertemuan"].problems(entry, NOTHING)] == fields
    assert dict(ENTRIES["pertemuan"].summary(msgspec.to_builtins(entry)))["Ruang"] == entry.room


def test_an_approval_names_who_when_and_why() -> None:
    kind = ENTRIES["pengalihan"]
    assert kind.problems(APPROVED, NOTHING) == ()
    lacking = Delegation(way="asap")
    assert [one.field for one in kind.problems(lacking, NOTHING)] == [
        *("by_role", "by_name", "given_on", "given_at", "way", "reason")
    ]
    assert "by_role" in {one.field for one in kind.problems(replace(APPROVED, by_role="staf"), NOTHING)}
    words = "Sekretaris (Hendra Kusuma), telepon atau pesan, 13 Maret 2026 pukul 09.05"
    assert approved_words(APPROVED) == words
    assert approved_words(replace(APPROVED, given_at=None)) == words.removesuffix(" pukul 09.05")
    full = approved_words(replace(APPROVED, by_role="ketua_divisi_data"), "Ketua Divisi Data dan Informasi")
    assert full.startswith("Ketua Divisi Data dan Informasi (Hendra Kusuma), ")
    assert approved_words(Delegation()) == ""
    assert dict(kind.summary(msgspec.to_builtins(APPROVED))) == {
        "Disetujui": words,
        "Alasan": "Dinas luar",
        "Ruang": "Ruang Data",
    }


def test_an_approval_begins_with_whom_the_visitor_asked_for() -> None:
    begin = ENTRIES["pengalihan"].begin
    assert begin(EntryGround(msgspec.to_builtins(COMES))).by_role == "sekretaris"
    assert begin(NOTHING).by_role == ""
    assert begin(EntryGround({}, {"pengalihan": msgspec.to_builtins(APPROVED)})) == APPROVED


def test_minutes_begin_with_what_is_known() -> None:
    begin, met = ENTRIES["berita_acara"].begin, Meeting(("kasubag_data",), "Ruang Rapat")
    assert ENTRIES["pertemuan"].begin(EntryGround({}, {"pertemuan": msgspec.to_builtins(met)})) == met
    detail = msgspec.to_builtins(COMES)
    started = begin(EntryGround(detail, {"pertemuan": msgspec.to_builtins(met)}))
    assert (started.room, started.accompanied_by, started.subject) == (
        "Ruang Rapat",
        ("kasubag_data",),
        COMES.material,
    )
    both = {"pertemuan": msgspec.to_builtins(met), "pengalihan": msgspec.to_builtins(APPROVED)}
    passed = begin(EntryGround(detail, both))
    assert (passed.room, passed.accompanied_by) == ("Ruang Data", ())
    assert begin(EntryGround({}, {"berita_acara": msgspec.to_builtins(HELD)})) == HELD


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        ({}, []),
        ({"held_on": None}, ["held_on"]),
        ({"started": None}, ["started"]),
        ({"ended": None}, ["ended"]),
        ({"ended": time(9, 10)}, ["ended"]),
        ({"subject": " ", "advice": ""}, ["subject", "advice"]),
        ({"accompanied_by": ()}, ["accompanied_by"]),
    ],
)
def test_minutes_say_when_what_and_with_whom(changes: dict[str, Any], fields: list[str]) -> None:
    problems = ENTRIES["berita_acara"].problems(replace(HELD, **changes), NOTHING)
    assert [one.field for one in problems] == fields


def test_an_officer_with_approval_needs_nobody_beside() -> None:
    ground = EntryGround({}, {"pengalihan": msgspec.to_builtins(APPROVED)})
    assert ENTRIES["berita_acara"].problems(replace(HELD, accompanied_by=()), ground) == ()


def test_minutes_are_told_in_words() -> None:
    kind = ENTRIES["berita_acara"]
    assert kind.paper == "berita_acara_konsultasi"
    pairs = dict(kind.summary(msgspec.to_builtins(HELD)))
    assert pairs["Dilaksanakan"] == "13 Maret 2026 pukul 09.10–10.00 di Ruang Rapat"
    assert pairs["Didampingi"] == "Kasubag Perencanaan, Data & Informasi"
    assert held_words(Minutes(DAY)) == "13 Maret 2026"
    assert (held_words(Minutes()), clock_span(time(9), None)) == ("", "09.00")


def basis(**entries: Any) -> LetterBasis:
    """What a letter of answer starts from."""
    return LetterBasis(
        applicant="Maria Ndun",
        body_name="Yayasan Suara Timur",
        place="Kupang",
        subject="Syarat pindah memilih",
        number="001/KONS",
        asked_on="12 Maret 2026",
        by_letter=True,
        signer_role="ketua",
        entries={key: msgspec.to_builtins(value) for key, value in entries.items()},
    )


def test_the_letter_tells_what_was_advised_in_person() -> None:
    start = KIT.write(basis(berita_acara=HELD), None, "surat_jawaban")
    assert start.subject == "Jawaban permohonan konsultasi: Syarat pindah memilih"
    for words in (
        "Konsultasi telah dilaksanakan pada tanggal 13 Maret 2026 pukul 09.10–10.00 di Ruang Rapat",
        "di Ruang Rapat, didampingi Kepala Sub Bagian Perencanaan, Data dan Informasi.",
        "Diurus paling lambat H-30.",
        "Tindak lanjut: Brosur dikirim.",
    ):
        assert words in start.body
    renamed = replace(basis(berita_acara=HELD), titles={"kasubag_data": "Kepala Sub Bagian Data"})
    assert "didampingi Kepala Sub Bagian Data." in KIT.write(renamed, None, "surat_jawaban").body
    alone = KIT.write(basis(berita_acara=replace(HELD, accompanied_by=())), None, "surat_jawaban")
    assert "di Ruang Rapat." in alone.body
    assert "Konsultasi telah" not in KIT.write(basis(), None, "surat_jawaban").body

"""Complaints: what a form lacks, who judges, what its letters say; only the applicant is named."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.confidence import called
from desk.services.answering import DecisionDraft, LetterBasis, decision_problems
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, Severity
from desk.services.pengaduan import ABOUT, DECISIONS, Kind, Manner, PengaduanDraft
from desk.services.pengaduan_entries import ENTRIES, Discipline, FollowUp, Inspection, Review
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ksb")
SERVICE = STANDARD.services["pengaduan"]
KIT = service_kit("pengaduan")
WHO = ApplicantDraft(name="Siti Rahayu", identity_number="5207014101900001", phone="0812 0000 9911")
REPORT = PengaduanDraft(
    applicant=WHO,
    about="informasi",
    description="Permintaan informasi tidak dijawab selama satu bulan.",
    chronology="Surat diserahkan 2 Februari, ditanyakan dua kali, tidak ada jawaban.",
    happened_on=date(2026, 2, 2),
    reported="Petugas loket",
    evidence="Salinan tanda terima",
    ticked=("identitas", "bukti"),
)


def said(draft: PengaduanDraft) -> dict[str, str]:
    """Field -> sentence."""
    return {one.field: one.message for one in KIT.intake(draft, STANDARD, SERVICE, None).problems}


def test_a_whole_report_has_nothing_to_say_and_its_subject_names_nobody() -> None:
    intake = KIT.intake(REPORT, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert intake.subject == "Laporan atau keluhan: Permintaan informasi tidak dijawab selama satu bulan."
    assert all(one.met for one in intake.checklist)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"description": " "}, "description", "Isi uraian"),
        ({"chronology": ""}, "chronology", "Isi kronologi"),
        ({"applicant": replace(WHO, name="")}, "applicant.name", "Isi nama"),
        ({"applicant": replace(WHO, phone="")}, "applicant.phone", "Isi telepon"),
        ({"evidence": "Foto dari Siti  Rahayu"}, "evidence", "jangan sebut pelapor"),
        ({"note": "hubungi 081200009911"}, "note", "jangan sebut pelapor"),
        ({"chronology": "KTP 5207014101900001"}, "chronology", "jangan sebut pelapor"),
    ],
)
def test_what_is_missing_or_names_the_complainant_is_said_beside_its_field(
    changes: dict[str, Any], field: str, words: str
) -> None:
    assert words in said(replace(REPORT, **changes))[field]


@pytest.mark.parametrize("key", ["identitas", "bukti"])
def test_a_report_without_its_papers_is_incomplete(key: str) -> None:
    draft = replace(REPORT, ticked=tuple(one for one in REPORT.ticked if one != key))
    problems = KIT.intake(draft, STANDARD, SERVICE, None).problems
    assert [(one.field, one.severity) for one in problems] == [(f"ticked.{key}", Severity.INCOMPLETE)]


def test_a_spoken_report_needs_the_description_alone() -> None:
    assert said(replace(REPORT, manner=Manner.SPOKEN, chronology="")) == {}


@pytest.mark.parametrize("kind", [Kind.SUGGESTION, Kind.PRAISE])
def test_suggestions_and_praise_need_nobodys_name_and_no_papers(kind: Kind) -> None:
    draft = PengaduanDraft(kind=kind, description="Ruang tunggu sudah nyaman.")
    intake = KIT.intake(draft, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert "bukan_laporan" in KIT.facts(msgspec.to_builtins(draft))
    assert "bukan_laporan" not in KIT.facts(msgspec.to_builtins(REPORT))


def test_the_secretary_judges_what_is_about_the_services_of_l1_l2_l5_l7() -> None:
    judges = {
        slug: "dinilai_sekretaris" in KIT.facts(msgspec.to_builtins(replace(REPORT, about=slug)))
        for slug in ["", *ABOUT]
    }
    theirs = {slug for slug, secretary in judges.items() if secretary}
    assert {STANDARD.services[slug].code for slug in theirs} == {"S1", "S2", "S5", "S7"}
    assert not judges["informasi"]
    assert not judges["pengaduan"]
    assert not judges["data_pemilih"]


def basis() -> LetterBasis:
    return LetterBasis(
        applicant=called("001/PM/2026"),
        body_name="",
        place="",
        subject="x",
        number="001/PM/2026",
        asked_on="13 Maret 2026",
        by_letter=False,
        signer_role="sekretaris",
        detail=msgspec.to_builtins(replace(REPORT, applicant=ApplicantDraft())),
    )


@pytest.mark.parametrize(
    ("decision", "kind", "words"),
    [
        (DecisionDraft("disalurkan"), "jawaban_pengaduan", "telah kami tindak lanjuti"),
        (DecisionDraft("dilimpahkan", reason="Ada unsur pidana"), "jawaban_pengaduan", "penegak hukum"),
        (
            DecisionDraft("dirujuk", reason="Kewenangan Bawaslu", holder_body="Bawaslu Kabupaten"),
            "jawaban_pengaduan",
            "kami teruskan kepada Bawaslu Kabupaten",
        ),
        (
            DecisionDraft("bukan_kewenangan", reason="Urusan desa", holder_body="Inspektorat"),
            "bukan_kewenangan",
            "di luar kewenangan kami",
        ),
    ],
)
def test_each_answer_goes_out_on_its_paper(decision: DecisionDraft, kind: str, words: str) -> None:
    assert decision_problems(DECISIONS, decision) == ()
    assert KIT.paper_of(decision.kind, basis()) == kind
    letter = KIT.write(basis(), decision, kind)
    assert words in letter.body
    assert "001/PM/2026" in letter.body
    assert "13 Maret 2026" in letter.body
    assert decision.reason in letter.body


@pytest.mark.parametrize(
    ("draft", "field"),
    [
        (DecisionDraft("bukan_kewenangan"), "reason"),
        (DecisionDraft("dirujuk", reason="x"), "holder_body"),
        (DecisionDraft("dilimpahkan"), "reason"),
    ],
)
def test_a_decision_says_why(draft: DecisionDraft, field: str) -> None:
    assert [one.field for one in decision_problems(DECISIONS, draft)] == [field]


DAY = date(2026, 3, 13)


@pytest.mark.parametrize(
    ("kind", "whole", "empty"),
    [
        ("telaah", Review("bagian", "Layak ditangani."), ["way", "finding"]),
        ("pemeriksaan", Inspection("audit", DAY, "Sesuai."), ["kind", "held_on", "finding"]),
        ("disiplin", Discipline("Petugas loket", "Teguran lisan", "", DAY), ["whom", "measure", "dated"]),
        ("tindak_lanjut", FollowUp("Dijawab.", DAY, "terbukti"), ["done", "done_on", "result"]),
    ],
)
def test_an_entry_says_what_it_lacks_and_what_it_holds(kind: str, whole: Any, empty: list[str]) -> None:
    entry, ground = ENTRIES[kind], EntryGround({})
    assert [one.field for one in entry.problems(entry.begin(ground), ground)] == empty
    assert entry.problems(whole, ground) == ()
    words = dict(entry.summary(msgspec.to_builtins(whole)))
    assert "13 Maret 2026" in words.values() or kind == "telaah"
    assert not set(words.values()) & {"audit", "bagian", "terbukti"}


def test_a_telaah_that_comes_back_goes_on_from_what_was_written() -> None:
    known = Review("bukan_kewenangan", "Urusan desa.")
    ground = EntryGround({}, {"telaah": msgspec.to_builtins(known)})
    assert ENTRIES["telaah"].begin(ground) == known

"""Objections: what form F lacks, which limit it gets, whether it comes in time, what answers it."""

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk.assets import resource
from desk.rules.calendar import ElectionStage, ServiceHours, WorkingCalendar
from desk.rules.intake import ApplicantKind, Channel
from desk.services.answering import DecisionDraft, LetterBasis, decision_problems
from desk.services.catalog import EntryGround, read_form, service_kit
from desk.services.common import ApplicantDraft, ProxyDraft, Severity
from desk.services.informasi import Content, InformasiDraft
from desk.services.keberatan import (
    REASONS,
    SCOPE_LABELS,
    Answered,
    KeberatanDraft,
    Scope,
    against,
    last_day,
    reason_words,
    summary,
)
from desk.services.keberatan_answers import (
    DECISIONS,
    ENTRIES,
    OPINIONS,
    STANCES,
    Consideration,
    Response,
    consideration_problems,
    consideration_summary,
    response_problems,
    response_summary,
)
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ksb")
SERVICE = STANDARD.services["keberatan"]
KIT = service_kit("keberatan")
WITA = timezone(timedelta(hours=8))
HOURS = ServiceHours.from_dict(dict.fromkeys(("senin", "selasa", "rabu", "kamis", "jumat"), "08.00-16.00"))
CALENDAR = WorkingCalendar(WITA, HOURS)
STAGE = ElectionStage("Kampanye", date(2026, 3, 1), date(2026, 3, 31))
MORNING = datetime(2026, 3, 13, 9, tzinfo=WITA)

OBJECTION = KeberatanDraft(
    applicant=ApplicantDraft(
        name="Lalu Ahmad Fauzi",
        identity_number="5299014108900003",
        address="Dusun Melati RT 03, Tanjung Lestari",
        occupation="Wiraswasta",
        phone="0812-3700-1122",
    ),
    request_number="014/PI/KPU/II/2026",
    information="Rekapitulasi hasil DPRD Kabupaten 2024",
    purpose="Bahan penelitian",
    reasons=("d", "g"),
    cause_on=date(2026, 3, 2),
    story="Yang diberikan hanya rekapitulasi tingkat kecamatan, padahal diminta per TPS.",
)
"""A whole objection, brought in person."""

PROXY = ProxyDraft(
    "Baiq Sri Wahyuni", "5299014108900007", letter_number="3/SK", letter_date=date(2026, 3, 10)
)


def read(draft: KeberatanDraft, calendar: WorkingCalendar = CALENDAR, at: datetime = MORNING) -> Any:
    return read_form("keberatan", draft, STANDARD, calendar, at)


def said(draft: KeberatanDraft, **more: Any) -> dict[str, tuple[str, Severity]]:
    """Field -> sentence and how grave it is."""
    return {one.field: (one.message, one.severity) for one in read(draft, **more).problems}


def test_a_whole_objection_has_nothing_to_say_and_tells_its_case_everything() -> None:
    intake = read(OBJECTION)
    assert intake.problems == ()
    assert intake.subject == "Keberatan atas 014/PI/KPU/II/2026: Rekapitulasi hasil DPRD Kabupaten 2024"
    assert (intake.flow, intake.category, intake.channel) == ("form", "umum", "in_person")
    assert [(one.requirement.key, one.met) for one in intake.checklist] == [
        ("formulir", True),
        ("permohonan", True),
    ]


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"reasons": ()}, "reasons", "paling sedikit satu alasan"),
        ({"reasons": ("z",)}, "reasons", "paling sedikit satu alasan"),
        ({"information": " "}, "information", "Isi informasi yang diminta"),
        ({"cause_on": None}, "cause_on", "Isi tanggal alasan"),
        ({"cause_on": date(2026, 3, 14)}, "cause_on", "belum tiba"),
        ({"story": ""}, "story", "Isi kasus posisi"),
        ({"proxy": ProxyDraft()}, "proxy.name", "Isi nama penerima kuasa"),
        ({"applicant": replace(OBJECTION.applicant, name="")}, "applicant.name", "Isi nama pemohon"),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    sentence, severity = said(replace(OBJECTION, **changes))[field]
    assert words in sentence
    assert severity is Severity.ERROR


@pytest.mark.parametrize("key", list(REASONS))
def test_each_of_the_seven_reasons_is_enough(key: str) -> None:
    assert read(replace(OBJECTION, reasons=(key,))).problems == ()
    assert reason_words((key,)) == (f"{key}. {REASONS[key]}",)


def test_without_its_request_an_objection_is_incomplete_unless_nothing_was_to_be_asked_for() -> None:
    alone = replace(OBJECTION, request_number=" ")
    assert said(alone) == {
        "request_number": ("Isi nomor register permohonan informasi.", Severity.INCOMPLETE)
    }
    periodic = replace(alone, reasons=("b",))
    assert read(periodic).problems == ()
    assert read(periodic).subject == "Keberatan: Rekapitulasi hasil DPRD Kabupaten 2024"
    assert "request_number" in said(replace(alone, reasons=("b", "c")))


def test_a_proxy_brings_a_stamped_power_of_attorney() -> None:
    by_proxy = replace(OBJECTION, proxy=PROXY)
    assert said(by_proxy) == {
        "ticked.kuasa": ("Belum lengkap: Surat kuasa khusus bermeterai.", Severity.INCOMPLETE)
    }
    assert read(replace(by_proxy, ticked=("kuasa",))).problems == ()


@pytest.mark.parametrize("scope", list(Scope))
@pytest.mark.parametrize("stages", [(), (STAGE,)])
def test_the_short_limit_is_for_a_stage_that_runs(scope: Scope, stages: tuple[ElectionStage, ...]) -> None:
    calendar = WorkingCalendar(WITA, HOURS, stages=stages)
    draft = replace(OBJECTION, scope=scope)
    short = scope is Scope.RUNNING_STAGE and bool(stages)
    assert read(draft, calendar).category == ("tahapan" if short else "umum")
    doubted = scope is Scope.RUNNING_STAGE and not stages
    assert {one.field: one.severity for one in read(draft, calendar).problems} == (
        {"scope": Severity.WARNING} if doubted else {}
    )


def test_both_limits_and_both_windows_are_those_of_the_decree() -> None:
    limits = {key: (one.days, one.start.value, one.unit.value) for key, one in SERVICE.limits.items()}
    assert limits == {"umum": (30, "registered", "working"), "tahapan": (3, "received", "working")}
    assert {key: one.days for key, one in SERVICE.side_limits.items()} == {
        "pengajuan": 30,
        "komisi_informasi": 14,
    }


def test_thirty_working_days_after_the_cause_it_is_late() -> None:
    cause = date(2026, 1, 29)
    assert last_day(SERVICE, CALENDAR, cause) == date(2026, 3, 12)
    draft = replace(OBJECTION, cause_on=cause)
    in_time = datetime(2026, 3, 12, 20, tzinfo=WITA)
    assert read(draft, at=in_time).problems == ()
    sentence, severity = said(draft)["cause_on"]
    assert severity is Severity.WARNING
    assert "paling lambat 12 Maret 2026" in sentence
    assert "Atasan PPID yang menilainya" in sentence


def test_a_standard_may_refuse_what_is_late() -> None:
    strict = msgspec.structs.replace(SERVICE, settings={"late": "refuse"})
    draft = replace(OBJECTION, cause_on=date(2026, 1, 1))
    (problem,) = KIT.timely(draft, strict, CALENDAR, MORNING)
    assert problem.severity is Severity.ERROR
    assert "tidak dapat didaftarkan" in problem.message


@given(st.integers(0, 60))
def test_late_is_what_counting_the_working_days_says(ago: int) -> None:
    cause = MORNING.date() - timedelta(days=ago)
    first = cause
    while not CALENDAR.is_working(first):
        first += timedelta(days=1)
    days = [first + timedelta(days=n) for n in range(1, (MORNING.date() - first).days + 1)]
    counted = sum(CALENDAR.is_working(day) for day in days)
    late = KIT.timely(replace(OBJECTION, cause_on=cause), SERVICE, CALENDAR, MORNING)
    assert bool(late) is (counted > 30)


@pytest.mark.parametrize(
    ("content", "category", "scope"),
    [
        (Content.INSTITUTION, "umum", Scope.INSTITUTION),
        (Content.ELECTION, "umum", Scope.PAST_STAGE),
        (Content.ELECTION, "tahapan", Scope.RUNNING_STAGE),
    ],
)
def test_an_objection_takes_from_its_request_what_is_known(
    content: Content, category: str, scope: Scope
) -> None:
    asked = InformasiDraft(
        channel=Channel.EPPID,
        applicant=OBJECTION.applicant,
        information="Daftar pemilih",
        purpose="Skripsi",
        content=content,
        eppid_number="EP-7",
    )
    request = Answered("id-1", "014/PI", category, date(2026, 3, 2), msgspec.to_builtins(asked))
    draft = against(request)
    assert (draft.applicant, draft.request_id, draft.request_number) == (asked.applicant, "id-1", "014/PI")
    assert (draft.information, draft.purpose, draft.scope) == ("Daftar pemilih", "Skripsi", scope)
    assert (draft.cause_on, draft.reasons, draft.channel) == (date(2026, 3, 2), (), Channel.IN_PERSON)
    covered = against(request, whole=False).applicant
    assert covered == replace(asked.applicant, identity_number="")


def test_the_case_page_says_all_of_it() -> None:
    pairs = dict(summary(msgspec.to_builtins(replace(OBJECTION, note="Datang dua kali"))))
    assert pairs == {
        "Permohonan": "014/PI/KPU/II/2026",
        "Informasi": OBJECTION.information,
        "Tujuan": "Bahan penelitian",
        "Jenis informasi": SCOPE_LABELS[Scope.INSTITUTION],
        "Alasan keberatan": f"d. {REASONS['d']}\ng. {REASONS['g']}",
        "Alasan diketahui": "2 Maret 2026",
        "Kasus posisi": OBJECTION.story,
        "Catatan": "Datang dua kali",
    }


@pytest.mark.parametrize(
    ("draft", "fields"),
    [
        (DecisionDraft("diterima"), ["reason"]),
        (DecisionDraft("diterima_sebagian"), ["reason"]),
        (DecisionDraft("ditolak", reason="Rahasia pribadi."), ["legal_basis"]),
        (DecisionDraft("ditolak"), ["legal_basis", "reason"]),
        (DecisionDraft("tidak_diterima"), ["reason"]),
        (DecisionDraft("tidak_diterima", reason="Lewat waktu."), []),
        (DecisionDraft("entah"), ["kind"]),
    ],
)
def test_a_refusal_of_exempt_information_names_the_kpu_decision(
    draft: DecisionDraft, fields: list[str]
) -> None:
    assert [one.field for one in decision_problems(DECISIONS, draft)] == fields


def test_the_flow_decides_what_the_service_knows() -> None:
    moves = [move for step in SERVICE.flow("form").steps for move in step.moves]
    assert {move.decision for move in moves if move.decision} == {one.key for one in DECISIONS}
    assert {move.entry for move in moves if move.entry} == ENTRIES.keys()
    assert OPINIONS.keys() == {one.key for one in DECISIONS}


@pytest.mark.parametrize("kind", [one.key for one in DECISIONS])
def test_an_answer_starts_with_what_was_decided_and_why(kind: str) -> None:
    basis = LetterBasis(
        applicant="Lalu Ahmad Fauzi",
        body_name="",
        place="",
        subject="Keberatan",
        number="001/KB/2026",
        asked_on="13 Maret 2026",
        by_letter=False,
        signer_role="atasan_ppid",
        detail=msgspec.to_builtins(OBJECTION),
    )
    decision = DecisionDraft(kind, reason="Data per TPS memang belum diberikan.")
    letter = KIT.write(basis, decision, KIT.paper_of(kind, basis))
    assert letter.kind == "tanggapan_keberatan"
    for words in ("014/PI/KPU/II/2026", "001/KB/2026", "13 Maret 2026", decision.reason, "Keberatan Saudara"):
        assert words in letter.body
    assert OBJECTION.information in letter.subject


def test_the_team_advises_with_its_grounds() -> None:
    ground = EntryGround({})
    assert [one.field for one in consideration_problems(Consideration(), ground)] == ["opinion", "text"]
    whole = Consideration("diterima", "Permohonan menyebut per TPS.")
    assert consideration_problems(whole, ground) == ()
    assert consideration_summary(msgspec.to_builtins(whole)) == (
        ("Saran", "Diterima"),
        ("Pertimbangan", "Permohonan menyebut per TPS."),
    )


@pytest.mark.parametrize("stance", list(STANCES))
def test_a_response_has_its_day_unless_nothing_was_said(stance: str) -> None:
    lacking = ["said_on"] if stance != "tanpa_tanggapan" else []
    assert [one.field for one in response_problems(Response(stance), EntryGround({}))] == lacking
    whole = Response(stance, date(2026, 4, 1), "Lewat telepon")
    assert response_problems(whole, EntryGround({})) == ()
    assert dict(response_summary(msgspec.to_builtins(whole))) == {
        "Tanggapan": STANCES[stance],
        "Tanggal": "1 April 2026",
        "Catatan": "Lewat telepon",
    }


def test_who_objects_may_be_a_body() -> None:
    body = replace(OBJECTION.applicant, kind=ApplicantKind.BODY)
    assert "applicant.body_name" in said(replace(OBJECTION, applicant=body))

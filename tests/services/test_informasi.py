"""Public-information requests: problems, completeness, category, objection."""

from dataclasses import replace
from datetime import date

import pytest

from desk.assets import resource
from desk.rules.calendar import ElectionStage
from desk.rules.casefacts import FACTS, decision_facts
from desk.rules.intake import ApplicantKind
from desk.services.common import (
    ApplicantDraft,
    LetterDraft,
    ProxyDraft,
    Severity,
    blocks,
    from_json,
    to_json,
)
from desk.services.informasi import (
    CATEGORY_LABELS,
    CONTENT_LABELS,
    OPENNESS_LABELS,
    WAY_TO_FETCH_LABELS,
    WAY_TO_GET_LABELS,
    Category,
    Content,
    InformasiDraft,
    Openness,
    Path,
    Reading,
    WayToFetch,
    WayToGet,
    category,
    completeness,
    facts,
    lacking,
    may_give_at_once,
    objection_possible,
    validate,
)
from desk.services.informasi_answers import DECISIONS, Decision
from desk.standards.loader import load_standards

REQUIREMENTS = load_standards(resource("standards")).get("ksb").services["informasi"].requirements
WHOLE = InformasiDraft(
    applicant=ApplicantDraft(name="Siti Aminah", phone="081237001122"),
    information="Rekapitulasi hasil DPRD per TPS, Dapil 2",
    purpose="Penelitian",
    ticked=("identitas",),
)
STAGE = ElectionStage("Kampanye", date(2026, 4, 1), date(2026, 4, 30))


def said(draft: InformasiDraft, **options: bool) -> list[tuple[str, Severity]]:
    return [(one.field, one.severity) for one in validate(draft, REQUIREMENTS, **options)]


def test_a_whole_request_has_no_problems() -> None:
    assert validate(WHOLE, REQUIREMENTS) == ()
    assert lacking(WHOLE, REQUIREMENTS) == ()
    assert [item.met for item in completeness(WHOLE, REQUIREMENTS)] == [True, True, True]


def test_missing_purpose_and_identity_make_it_incomplete_but_do_not_stop() -> None:
    draft = replace(WHOLE, purpose=" ", ticked=())
    problems = validate(draft, REQUIREMENTS)
    assert not blocks(problems)
    assert [(one.field, one.message) for one in problems] == [
        ("ticked.identitas", "Belum lengkap: Identitas diri (KTP elektronik, paspor, atau identitas lain)."),
        ("purpose", "Isi tujuan penggunaan informasi."),
    ]
    assert {one.severity for one in problems} == {Severity.INCOMPLETE}
    assert [one.key for one in lacking(draft, REQUIREMENTS)] == ["identitas", "tujuan"]


def test_what_is_asked_must_be_said_and_is_said_once() -> None:
    assert said(replace(WHOLE, information="")) == [("information", Severity.ERROR)]


def test_a_body_brings_its_deed() -> None:
    body = replace(WHOLE, applicant=replace(WHOLE.applicant, kind=ApplicantKind.BODY, body_name="Yayasan"))
    assert said(body) == [("ticked.akta", Severity.INCOMPLETE)]


def test_a_proxy_brings_a_power_of_attorney() -> None:
    assert said(replace(WHOLE, proxy=ProxyDraft("Budi"))) == [("ticked.kuasa", Severity.INCOMPLETE)]


def test_a_proxy_has_a_name() -> None:
    nameless = replace(WHOLE, proxy=ProxyDraft(), ticked=(*WHOLE.ticked, "kuasa"))
    assert said(nameless) == [("proxy.name", Severity.ERROR)]


def test_a_spoken_answer_needs_only_the_question() -> None:
    assert validate(InformasiDraft(path=Path.SPOKEN, information="Jam layanan"), REQUIREMENTS) == ()
    assert said(InformasiDraft(path=Path.SPOKEN)) == [("information", Severity.ERROR)]


def test_a_letter_has_sender_subject_and_date() -> None:
    letter = replace(WHOLE, path=Path.LETTER)
    assert [name for name, _ in said(letter)] == ["letter.sender", "letter.subject", "letter.dated"]
    whole = replace(letter, letter=LetterDraft("1", date(2026, 3, 12), "Yayasan", "Data"))
    assert said(whole) == []


@pytest.mark.parametrize(
    ("fetch", "field"),
    [
        (WayToFetch.EMAIL, "applicant.email"),
        (WayToFetch.WHATSAPP, None),
        (WayToFetch.POST, "applicant.address"),
        (WayToFetch.COURIER, "applicant.address"),
        (WayToFetch.PICK_UP, None),
    ],
)
def test_a_copy_needs_the_address_it_goes_to(fetch: WayToFetch, field: str | None) -> None:
    assert said(replace(WHOLE, way_to_fetch=fetch)) == ([(field, Severity.ERROR)] if field else [])
    assert said(replace(WHOLE, way_to_fetch=fetch, way_to_get=WayToGet.SEE)) == []


def test_the_source_is_asked_where_the_standard_asks() -> None:
    assert said(WHOLE, source_required=True) == [("source", Severity.ERROR)]
    assert said(replace(WHOLE, source="Situs web"), source_required=True) == []


@pytest.mark.parametrize(
    ("content", "stage", "reading", "result"),
    [
        (Content.INSTITUTION, None, Reading.NARROW, Category.GENERAL),
        (Content.INSTITUTION, STAGE, Reading.WIDE, Category.GENERAL),
        (Content.ELECTION, None, Reading.NARROW, Category.GENERAL),
        (Content.ELECTION, STAGE, Reading.NARROW, Category.STAGE),
        (Content.ELECTION, None, Reading.WIDE, Category.STAGE),
    ],
)
def test_the_short_limit_depends_on_content_and_period(
    content: Content, stage: ElectionStage | None, reading: Reading, result: Category
) -> None:
    assert category(content, stage, reading) is result


def test_the_narrow_reading_is_the_default() -> None:
    assert category(Content.ELECTION, None) is Category.GENERAL


@pytest.mark.parametrize("openness", Openness)
def test_only_open_kinds_are_given_at_once(openness: Openness) -> None:
    is_open = openness in {Openness.PERIODIC, Openness.ANYTIME, Openness.IMMEDIATE}
    assert may_give_at_once(openness) is is_open
    assert ("informasi_terbuka" in facts({"openness": openness.value})) is is_open


def test_facts_are_those_moves_may_need() -> None:
    known = facts({"openness": "berkala"}) | decision_facts(Decision.GRANTED)
    assert {"informasi_terbuka", "keputusan"} < known <= FACTS | {"keputusan:dikabulkan"}
    assert facts({}) | decision_facts("") == frozenset()


@pytest.mark.parametrize(
    ("decision", "overdue", "closed", "possible"),
    [
        (None, False, False, False),
        (None, True, False, True),
        (None, False, True, False),
        (Decision.GRANTED, False, False, False),
        (Decision.GRANTED, True, False, True),
        (Decision.GRANTED, False, True, True),
        (Decision.PARTLY, False, False, True),
        (Decision.EXEMPT, False, False, True),
        (Decision.NOT_HELD, False, False, True),
        (Decision.NOT_DOCUMENTED, False, False, True),
    ],
)
def test_who_was_answered_or_not_served_in_time_may_object(
    decision: Decision | None, overdue: bool, closed: bool, possible: bool
) -> None:
    assert objection_possible(decision, overdue, closed) is possible


def test_a_draft_is_kept_as_json() -> None:
    draft = replace(WHOLE, proxy=ProxyDraft("Budi"), letter=LetterDraft(dated=date(2026, 3, 12)))
    assert from_json(to_json(draft), InformasiDraft) == draft


def test_every_word_of_the_form_has_a_label() -> None:
    assert CONTENT_LABELS.keys() == set(Content)
    assert CATEGORY_LABELS.keys() == set(Category)
    assert OPENNESS_LABELS.keys() == set(Openness)
    assert WAY_TO_GET_LABELS.keys() == set(WayToGet)
    assert WAY_TO_FETCH_LABELS.keys() == set(WayToFetch)
    assert {one.key for one in DECISIONS} == set(Decision)

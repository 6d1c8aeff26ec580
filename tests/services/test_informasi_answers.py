"""The text an answer starts from: paper by decision, whom it is for, what it says."""

from dataclasses import replace

import pytest

from desk.services.answering import DecisionDraft, LetterBasis, LetterStart, addressee_of
from desk.services.catalog import service_kit
from desk.services.informasi_answers import Decision

BASIS = LetterBasis(
    applicant="Lalu Ahmad Fauzi",
    body_name="",
    place="Tanjung Lestari",
    subject="Rekapitulasi hasil Dapil 2",
    number="007/PI/2026",
    asked_on="13 Maret 2026",
    by_letter=True,
    signer_role="ppid",
)


KIT = service_kit("informasi")


def starting_letter(basis: LetterBasis, decision: DecisionDraft | None) -> LetterStart:
    """The letter an officer finds."""
    return KIT.write(basis, decision, KIT.paper_of(decision.kind if decision else "", basis))


@pytest.mark.parametrize(
    ("decision", "by_letter", "kind"),
    [
        (None, True, "surat_jawaban"),
        (None, False, "pemberitahuan_tertulis"),
        (Decision.GRANTED, True, "surat_jawaban"),
        (Decision.GRANTED, False, "pemberitahuan_tertulis"),
        (Decision.PARTLY, True, "surat_jawaban"),
        (Decision.EXEMPT, True, "penolakan"),
        (Decision.EXEMPT, False, "penolakan"),
        (Decision.NOT_HELD, True, "pemberitahuan_tertulis"),
        (Decision.NOT_DOCUMENTED, False, "pemberitahuan_tertulis"),
    ],
)
def test_the_decision_chooses_the_paper(decision: Decision | None, by_letter: bool, kind: str) -> None:
    assert KIT.paper_of(decision or "", replace(BASIS, by_letter=by_letter)) == kind
    assert kind in {paper.kind for paper in KIT.papers}


def test_an_answer_names_the_request_by_day_number_and_subject() -> None:
    letter = starting_letter(BASIS, DecisionDraft(kind=Decision.GRANTED))
    for words in ("13 Maret 2026", "007/PI/2026", "Rekapitulasi hasil Dapil 2", "dikabulkan"):
        assert words in letter.body
    assert addressee_of(BASIS) == "Sdr. Lalu Ahmad Fauzi"
    assert letter.subject == "Jawaban permohonan informasi: Rekapitulasi hasil Dapil 2"


@pytest.mark.parametrize("decision", list(Decision))
@pytest.mark.parametrize("by_letter", [True, False])
def test_no_starting_text_is_empty_or_speaks_of_two_things_twice(decision: Decision, by_letter: bool) -> None:
    draft = DecisionDraft(
        kind=decision, reason="Bukan kewenangan.", holder_body="BPS", available_on="Juni", blacked_out="NIK"
    )
    letter = starting_letter(replace(BASIS, by_letter=by_letter), draft)
    paragraphs = letter.body.split("\n\n")
    assert all(paragraphs)
    assert len(set(paragraphs)) == len(paragraphs)
    assert ".." not in letter.body


def test_a_body_is_addressed_with_its_representative() -> None:
    assert (
        addressee_of(replace(BASIS, body_name="Yayasan Suara Warga"))
        == "Yayasan Suara Warga\nu.p. Lalu Ahmad Fauzi"
    )


def test_a_long_request_is_shortened_in_the_subject_only() -> None:
    asked = "rekapitulasi perolehan suara setiap partai politik peserta pemilu " * 4
    letter = starting_letter(replace(BASIS, subject=asked.strip()), None)
    assert len(letter.subject) < 130
    assert letter.subject.endswith("…")
    assert asked.strip() in letter.body

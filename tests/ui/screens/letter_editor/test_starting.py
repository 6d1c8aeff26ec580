"""The text an answer starts from: paper by decision, whom it is for, what it says."""

from dataclasses import replace
from datetime import date

import pytest

from desk.actions.decisions import DecisionDraft
from desk.services.informasi import Decision
from desk.ui.screens.letter_editor.preview import pages_words
from desk.ui.screens.letter_editor.starting import KINDS, LetterBasis, kind_for, starting_letter
from desk.ui.theme.tokens import Tone

BASIS = LetterBasis(
    applicant="Lalu Ahmad Fauzi",
    body_name="",
    place="Tanjung Lestari",
    subject="Rekapitulasi hasil Dapil 2",
    number="007/PI/2026",
    asked_on=date(2026, 3, 13),
    by_letter=True,
    signer_role="ppid",
)


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
    assert kind_for(decision, by_letter=by_letter) == kind
    assert kind in KINDS


def test_an_answer_names_the_request_by_day_number_and_subject() -> None:
    letter = starting_letter(BASIS, DecisionDraft(kind=Decision.GRANTED))
    for words in ("13 Maret 2026", "007/PI/2026", "Rekapitulasi hasil Dapil 2", "dikabulkan"):
        assert words in letter.body
    assert letter.addressee == "Sdr. Lalu Ahmad Fauzi"
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
    letter = starting_letter(replace(BASIS, body_name="Yayasan Suara Warga"), None)
    assert letter.addressee == "Yayasan Suara Warga\nu.p. Lalu Ahmad Fauzi"


def test_a_long_request_is_shortened_in_the_subject_only() -> None:
    asked = "rekapitulasi perolehan suara setiap partai politik peserta pemilu " * 4
    letter = starting_letter(replace(BASIS, subject=asked.strip()), None)
    assert len(letter.subject) < 130
    assert letter.subject.endswith("…")
    assert asked.strip() in letter.body


def test_pages_are_said_and_more_than_one_is_warned_about() -> None:
    assert pages_words(1) == ("Satu halaman", None)
    words, tone = pages_words(3)
    assert words.startswith("3 halaman")
    assert tone is Tone.WARN

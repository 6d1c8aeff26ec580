"""Sheets of a replacement begun from a draft: what changed since stands there, what was typed stays (S2)."""

from dataclasses import replace
from datetime import date

from desk.services.paw_candidates import problems
from desk.services.paw_verification import Document, Verification
from desk.ui.forms.paw import RankingForm, VerificationForm
from tests.services.test_paw import ELECTION, LINES, PAPERS, PASSED, SOUND, ground

TODAY = date(2026, 3, 13)


def test_a_draft_of_the_list_takes_the_figures_of_today_and_keeps_its_marks(qapp):
    lines = (*LINES[:-1], replace(LINES[1], number=5, candidate="Eka Putri", votes=305))
    now = ground(replace(ELECTION, lines=tuple(replace(one, votes=one.votes + 7) for one in lines)))
    part = RankingForm(now, lambda: TODAY).part
    part.show(PASSED)
    entry = part.read(PASSED)
    assert [(one.number, one.votes, one.standing, one.reason) for one in entry.candidates] == [
        (1, 857, "berhenti", ""),
        (2, 407, "meninggal", "akta 12"),
        (3, 317, "tersedia", ""),
        (4, 317, "mengundurkan_diri", "surat 3"),
        (5, 312, "tersedia", ""),
    ]
    assert problems(entry, now) == ()


def test_a_draft_of_the_verification_takes_the_papers_of_today_and_keeps_its_judgements(qapp):
    now = replace(ground(), papers=(PAPERS[1], "Putusan pengadilan"))
    part = VerificationForm(now, lambda: TODAY).part
    part.show(SOUND)
    assert part.read(SOUND) == Verification((SOUND.documents[1], Document("Putusan pengadilan")))

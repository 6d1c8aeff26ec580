"""Replacement of a member of the council: the form, what is kept beside it, the answer (S2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.intake import ApplicantKind
from desk.rules.votes import ElectionVotes, VoteLine
from desk.services.answering import DecisionDraft, LetterBasis, WrittenAnswer
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, LetterDraft, Severity
from desk.services.paw import PawDraft
from desk.services.paw_candidates import Ranking, begin
from desk.services.paw_plenary import Attendee, Plenary
from desk.services.paw_ranks import NAMED, STATUS, Candidate
from desk.services.paw_verification import Document, Verification
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ksb")
SERVICE = STANDARD.services["paw"]
KIT = service_kit("paw")
LINES = (
    VoteLine("Dapil 1", "Partai Lestari", votes=1200, seats=1),
    VoteLine("Dapil 1", "Partai Lestari", 1, "Ayu Pratiwi", 850),
    VoteLine("Dapil 1", "Partai Lestari", 2, "Bambang Wijaya", 400),
    VoteLine("Dapil 1", "Partai Lestari", 3, "Citra Dewi", 310),
    VoteLine("Dapil 1", "Partai Lestari", 4, "Dodi Hartono", 310),
    VoteLine("Dapil 1", votes=3070, total=True),
)
ELECTION = ElectionVotes("e1", "Pemilu Anggota DPRD 2024", date(2024, 2, 14), LINES)
REQUEST = PawDraft(
    applicant=ApplicantDraft(
        kind=ApplicantKind.DPRD,
        name="Hasan Basri",
        phone="081234567890",
        body_name="DPRD Kabupaten Tanjung Lestari",
    ),
    letter=LetterDraft("170/12/DPRD/2026", date(2026, 3, 12), "DPRD", "Penggantian antarwaktu"),
    member="Ayu Pratiwi",
    party="Partai Lestari",
    district="Dapil 1",
    reason="meninggal",
    signers=("ketua", "wakil_1"),
    ticked=("surat", "permintaan", "kematian"),
)
PAPERS = ("Surat pimpinan DPRD", "Akta kematian")
SOUND = Verification(tuple(Document(one, "ya", "ya", "ya") for one in PAPERS))


def ground(election: ElectionVotes | None = ELECTION, **kept: Any) -> EntryGround:
    """What a sheet is written on; ``kept`` are entries by kind, besides decision, elsewhere and so on."""
    more = {name: kept.pop(name) for name in ("decision", "elsewhere", "commissioners") if name in kept}
    detail = msgspec.to_builtins(kept.pop("request", REQUEST))
    entries = {kind: msgspec.to_builtins(one) for kind, one in kept.items()}
    return EntryGround(detail, entries, election=election, papers=PAPERS, **more)


def marked(entry: Ranking, **standings: tuple[str, str]) -> Ranking:
    """The list with other standings: ``n2=("meninggal", "akta 12")``."""
    people = tuple(
        replace(one, standing=standings[f"n{one.number}"][0], reason=standings[f"n{one.number}"][1])
        if f"n{one.number}" in standings
        else one
        for one in entry.candidates
    )
    return replace(entry, candidates=people)


NEXT = begin(ground())
PASSED = marked(NEXT, n2=("meninggal", "akta 12"), n4=("mengundurkan_diri", "surat 3"))
TIED = marked(NEXT, n2=("meninggal", "akta 12"))


FAILED = Verification((SOUND.documents[0], Document(PAPERS[1], "ya", "ya", "tidak", "Tanpa cap")))


RULING = (
    "Menetapkan Citra Dewi, nomor urut 3 dari Partai Lestari, Dapil 1, sebagai calon pengganti antarwaktu "
    "yang menggantikan Ayu Pratiwi."
)
MINUTES = Plenary(
    "12/PY.03.1-BA/5299/2026",
    date(2026, 3, 17),
    "Ruang rapat",
    (Attendee("Ratna Maharani", "Ketua"), Attendee("Dewi Lestari", "Anggota")),
    RULING,
)


def said(draft: PawDraft) -> dict[str, str]:
    """Field -> sentence."""
    found = KIT.intake(draft, STANDARD, SERVICE, None)
    return {one.field: one.message for one in found.problems}


# the form


def test_a_whole_request_has_nothing_to_say() -> None:
    intake = KIT.intake(REQUEST, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert intake.subject == "Penggantian antarwaktu Ayu Pratiwi, Partai Lestari, Dapil 1"
    assert KIT.intake(PawDraft(), STANDARD, SERVICE, None).subject == "Penggantian antarwaktu"


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"member": " "}, "member", "nama anggota"),
        ({"party": ""}, "party", "partai politik"),
        ({"district": ""}, "district", "daerah pemilihan"),
        ({"reason": ""}, "reason", "Alasan pemberhentian"),
        ({"reason": "diberhentikan_lain"}, "reason_note", "sebab pemberhentian"),
        ({"signers": ()}, "signers", "pimpinan DPRD yang menandatangani"),
        ({"letter": None}, "letter.sender", "pengirim surat"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    assert words in said(replace(REQUEST, **changes))[field]


@pytest.mark.parametrize(
    ("reason", "papers"),
    [
        ("meninggal", ["kematian"]),
        ("mengundurkan_diri", ["pengunduran"]),
        ("diberhentikan_partai", ["usul_partai", "upaya_hukum"]),
        ("diberhentikan_lain", ["dasar_lain"]),
        ("", []),
    ],
)
def test_each_reason_asks_for_its_own_documents(reason: str, papers: list[str]) -> None:
    items = KIT.intake(replace(REQUEST, reason=reason), STANDARD, SERVICE, None).checklist
    assert [one.requirement.key for one in items] == ["surat", "alasan", "permintaan", *papers]


def test_a_document_that_lacks_leaves_the_request_incomplete() -> None:
    found = KIT.intake(replace(REQUEST, ticked=("surat", "permintaan")), STANDARD, SERVICE, None).problems
    assert [(one.field, one.severity) for one in found] == [("ticked.kematian", Severity.INCOMPLETE)]


def test_a_letter_without_a_leader_is_no_letter_of_the_leaders() -> None:
    unsigned = replace(REQUEST, signers=(), ticked=("permintaan", "kematian"))
    assert said(unsigned) == {
        "ticked.surat": "Belum lengkap: Surat satu atau lebih pimpinan DPRD tentang anggota yang berhenti."
    }


def test_the_case_page_says_who_leaves_and_who_signed() -> None:
    shown = dict(KIT.summary(msgspec.to_builtins(replace(REQUEST, reason_note="12 Februari 2026"))))
    assert shown["Alasan berhenti"] == "Meninggal dunia: 12 Februari 2026"
    assert shown["Ditandatangani"] == "Ketua, Wakil Ketua I"


# the answer


def basis(request: PawDraft = REQUEST, **kept: Any) -> LetterBasis:
    return LetterBasis(
        applicant="Hasan Basri",
        body_name=request.applicant.body_name,
        place="",
        subject="Penggantian antarwaktu",
        number="001/PAW/2026",
        asked_on="13 Maret 2026",
        by_letter=True,
        signer_role="ketua",
        detail=msgspec.to_builtins(request),
        entries={kind: msgspec.to_builtins(one) for kind, one in kept.items()},
    )


def test_the_answer_names_the_candidate_and_why_others_are_passed_over() -> None:
    start = KIT.write(basis(calon=PASSED, pleno=MINUTES), DecisionDraft(NAMED), "jawaban_paw")
    assert start.addressee == "Pimpinan DPRD Kabupaten Tanjung Lestari"
    assert start.copies_to == ("Pimpinan Partai Lestari",)
    for words in (
        "surat Pimpinan DPRD Kabupaten Tanjung Lestari Nomor 170/12/DPRD/2026 tanggal 12 Maret 2026",
        "Ayu Pratiwi dari Partai Lestari, Dapil 1, dengan alasan meninggal dunia.",
        "rapat pleno pada tanggal 17 Maret 2026 sebagaimana Berita Acara Nomor 12/PY.03.1-BA/5299/2026",
        "Citra Dewi | 3 | Partai Lestari | Dapil 1 | 310",
        "- Bambang Wijaya (400 suara), meninggal dunia: akta 12;",
    ):
        assert words in start.body


def test_the_answer_says_what_decided_among_equal_votes() -> None:
    settled = replace(TIED, chosen=4, why="Unggul di lima desa")
    body = KIT.write(basis(calon=settled, pleno=MINUTES), DecisionDraft(NAMED), "jawaban_paw").body
    assert "Dodi Hartono | 4" in body
    assert "Suara yang sama diurutkan dengan dasar: Unggul di lima desa." in body
    first = KIT.write(basis(calon=NEXT, pleno=MINUTES), DecisionDraft(NAMED), "jawaban_paw").body
    assert "dilewati" not in first


def test_the_answer_on_the_legal_status_names_nobody() -> None:
    ruling = "Penggantian menunggu putusan pengadilan."
    minutes = replace(MINUTES, number="", held_on=None, ruling=ruling)
    body = KIT.write(basis(calon=PASSED, pleno=minutes), DecisionDraft(STATUS), "jawaban_paw").body
    assert f"status hukum penggantian antarwaktu tersebut kami jelaskan sebagai berikut: {ruling}" in body
    assert "Citra Dewi" not in body


def test_an_answer_begins_even_before_anything_is_decided() -> None:
    bare = replace(
        REQUEST, letter=None, reason_note="di rumah", applicant=replace(REQUEST.applicant, body_name="")
    )
    body = KIT.write(basis(bare), None, "jawaban_paw")
    assert "surat Pimpinan DPRD, yang kami terima" in body.body
    assert "meninggal dunia (di rumah)." in body.body
    assert "Nama calon |" not in KIT.write(basis(bare), DecisionDraft(NAMED), "jawaban_paw").body
    asked = replace(REQUEST, applicant=replace(REQUEST.applicant, body_name="Pimpinan DPRD"))
    assert KIT.write(basis(asked), None, "jawaban_paw").addressee == "Pimpinan DPRD"


@pytest.mark.parametrize(
    ("answer", "fields"),
    [
        (WrittenAnswer(NAMED, "Menetapkan Citra Dewi", ("Pimpinan Partai Lestari",)), []),
        (WrittenAnswer(NAMED, "Menetapkan Citra Dewi"), ["copies_to"]),
        (WrittenAnswer(NAMED, "Menetapkan Bambang", ("Pimpinan Partai Lestari",)), ["body"]),
        (WrittenAnswer(STATUS, "Menunggu putusan", ("Pimpinan Partai Lestari",)), []),
    ],
)
def test_a_letter_names_who_was_decided_on_and_has_its_copy(answer: WrittenAnswer, fields: list[str]) -> None:
    kept = replace(answer, entries={"calon": msgspec.to_builtins(PASSED)})
    assert [one.field for one in KIT.letter_problems(kept)] == fields
    assert [one.field for one in KIT.letter_problems(replace(answer, decision=NAMED, entries={}))] == [
        one for one in fields if one == "copies_to"
    ]


def test_the_votes_of_the_candidate_are_no_part_of_a_typed_list() -> None:
    typed = Ranking(
        "Partai Lestari", "Dapil 1", candidates=(Candidate(1, "A", 5, "berhenti"), Candidate(2, "B", 3))
    )
    assert (
        "B | 2 | Partai Lestari | Dapil 1 | 3"
        in KIT.write(basis(calon=typed), DecisionDraft(NAMED), "jawaban_paw").body
    )

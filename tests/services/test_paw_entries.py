"""What is kept of a replacement beside its form: candidates, verification, plenary, publication (S2)."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.services.catalog import EntryGround
from desk.services.paw import ENTRIES
from desk.services.paw_candidates import Ranking, begin, problems
from desk.services.paw_plenary import Attendee, Plenary, Publication
from desk.services.paw_ranks import LEFT_BEFORE, NAMED, STATUS
from desk.services.paw_verification import (
    Clarification,
    Document,
    Proposal,
    Verification,
    next_words,
)
from tests.services.test_paw import (
    ELECTION,
    FAILED,
    LINES,
    MINUTES,
    NEXT,
    PAPERS,
    PASSED,
    REQUEST,
    RULING,
    SERVICE,
    SOUND,
    TIED,
    ground,
    marked,
)

# candidates


def _earlier(entry: Ranking, decision: str = NAMED) -> tuple[str, dict[str, Any]]:
    """Another case that was decided on this list."""
    return (decision, {"calon": msgspec.to_builtins(entry)})


@pytest.mark.parametrize(
    ("earlier", "second", "third"),
    [
        ((_earlier(NEXT),), ("menjabat", ""), ("tersedia", "")),
        ((_earlier(NEXT, STATUS),), ("tersedia", ""), ("tersedia", "")),
        ((_earlier(TIED),), ("tersedia", ""), ("tersedia", "")),
        ((_earlier(replace(NEXT, district="Dapil 2")),), ("tersedia", ""), ("tersedia", "")),
        ((_earlier(replace(NEXT, election="")),), ("tersedia", ""), ("tersedia", "")),
        (((NAMED, {}),), ("tersedia", ""), ("tersedia", "")),
        ((_earlier(PASSED),), ("tersedia", ""), ("menjabat", "")),
    ],
)
def test_who_another_case_named_sits_in_the_council_by_now(
    earlier: Any, second: tuple[str, str], third: tuple[str, str]
) -> None:
    begun = begin(replace(ground(), decided=earlier))
    standings = [(one.standing, one.reason) for one in begun.candidates]
    assert standings == [("berhenti", ""), second, third, ("tersedia", "")]


def test_a_named_one_who_leaves_too_is_followed_by_the_next() -> None:
    request = replace(REQUEST, member="Bambang Wijaya")
    begun = begin(replace(ground(request=request), decided=(_earlier(NEXT),)))
    assert [(one.standing, one.reason) for one in begun.candidates[:2]] == [
        ("tidak_memenuhi_syarat", LEFT_BEFORE),
        ("berhenti", ""),
    ]


def test_nobody_is_proposed_twice_without_a_word_of_why() -> None:
    twice = replace(ground(verifikasi=SOUND, calon=NEXT), decided=(_earlier(NEXT),))
    propose = ENTRIES["usulan"].problems
    assert [one.field for one in propose(Proposal(NAMED), twice)] == ["note"]
    assert propose(Proposal(NAMED, "Pelantikan pada permohonan pertama dibatalkan."), twice) == ()
    other = replace(ground(verifikasi=SOUND, calon=NEXT), decided=(_earlier(PASSED),))
    assert propose(Proposal(NAMED), other) == ()


@pytest.mark.parametrize(
    ("election", "papers", "words"),
    [
        (
            replace(ELECTION, lines=tuple(replace(one, votes=one.votes + 1) for one in LINES)),
            PAPERS,
            "dikoreksi",
        ),
        (ELECTION, (*PAPERS, "Putusan"), "Daftar berkas sudah berubah"),
    ],
)
def test_what_changed_after_it_was_looked_at_is_looked_at_again(
    election: Any, papers: Any, words: str
) -> None:
    changed = replace(ground(election, verifikasi=SOUND, calon=NEXT), papers=papers, decision=NAMED)
    assert words in ENTRIES["usulan"].problems(Proposal(NAMED), changed)[0].message
    assert words in ENTRIES["pleno"].problems(MINUTES, changed)[0].message


def test_the_list_begins_with_the_votes_that_are_kept() -> None:
    assert (NEXT.party, NEXT.district, NEXT.election, NEXT.seats) == (
        "Partai Lestari",
        "Dapil 1",
        "Pemilu Anggota DPRD 2024",
        1,
    )
    assert [(one.name, one.standing) for one in NEXT.candidates][:2] == [
        ("Ayu Pratiwi", "berhenti"),
        ("Bambang Wijaya", "tersedia"),
    ]
    assert problems(NEXT, ground()) == ()


def test_written_again_it_keeps_the_standings_and_takes_the_votes_of_today() -> None:
    corrected = replace(ELECTION, lines=(*LINES[:3], replace(LINES[3], votes=311), *LINES[4:]))
    assert begin(ground(calon=PASSED)) == PASSED
    again = begin(ground(corrected, calon=PASSED))
    assert [one.votes for one in again.candidates] == [850, 400, 311, 310]
    assert again.candidates[1].standing == "meninggal"
    assert "sudah dikoreksi" in problems(PASSED, ground(corrected))[0].message


def test_without_kept_votes_the_list_is_typed() -> None:
    empty = begin(ground(None))
    assert (empty.party, empty.district, empty.candidates) == ("Partai Lestari", "Dapil 1", ())
    assert "halaman Perolehan suara" in problems(empty, ground(None))[0].message
    typed = replace(empty, candidates=NEXT.candidates)
    assert problems(typed, ground(None)) == ()
    assert begin(ground(None, calon=typed)) == typed
    assert "sudah dikoreksi" in problems(typed, ground())[0].message


@pytest.mark.parametrize(
    ("entry", "field", "words"),
    [
        (replace(NEXT, party=""), "party", "partai"),
        (replace(NEXT, district=" "), "district", "daerah"),
        (marked(NEXT, n2=("meninggal", "")), "candidates", "isi alasannya"),
        (replace(TIED, chosen=2, why="x"), "chosen", "suaranya sama"),
        (replace(TIED, chosen=3), "why", "dasar pilihan"),
    ],
)
def test_what_the_list_lacks_is_said(entry: Ranking, field: str, words: str) -> None:
    (found,) = problems(entry, ground())
    assert found.field == field
    assert words in found.message


def test_equal_votes_may_stay_open_until_the_proposal() -> None:
    assert problems(TIED, ground()) == ()
    assert problems(replace(TIED, chosen=4, why="Unggul di lima desa"), ground()) == ()


def test_the_case_page_shows_the_list_and_what_it_comes_to() -> None:
    shown = dict(ENTRIES["calon"].summary(msgspec.to_builtins(PASSED)))
    assert shown["Daftar"] == "Partai Lestari · Dapil 1 · Pemilu Anggota DPRD 2024"
    assert shown["2. Bambang Wijaya"] == "400 suara · meninggal dunia · akta 12"
    assert shown["Hasil"].startswith("Berikutnya: nomor urut 3, Citra Dewi")
    settled = replace(TIED, election="", chosen=3, why="Unggul di lima desa")
    told = dict(ENTRIES["calon"].summary(msgspec.to_builtins(settled)))
    assert (told["Dasar suara sama"], told["Daftar"]) == (
        "Unggul di lima desa",
        "Partai Lestari · Dapil 1 · diketik",
    )


# verification and clarification


def wrong(kind: str, entry: Any, base: EntryGround | None = None) -> dict[str, str]:
    """Field -> sentence of an entry."""
    return {one.field: one.message for one in ENTRIES[kind].problems(entry, base or ground())}


def test_the_verification_list_begins_with_every_paper_that_came() -> None:
    one = Document(PAPERS[0], "ya", "ya", "tidak", "Cap tidak terbaca")
    begun = ENTRIES["verifikasi"].begin(ground(verifikasi=Verification((one,))))
    assert begun.documents == (one, Document(PAPERS[1]))


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        (SOUND, ""),
        (Verification(SOUND.documents[:1]), "Daftar berkas sudah berubah"),
        (Verification((SOUND.documents[0], Document(PAPERS[1], "ya", "", "ya"))), "lengkap, benar, dan sah"),
        (Verification((SOUND.documents[0], Document(PAPERS[1], "ya", "tidak", "ya"))), "apa yang kurang"),
    ],
)
def test_every_document_is_judged(entry: Verification, words: str) -> None:
    found = wrong("verifikasi", entry)
    assert (words in found["documents"]) if words else found == {}


def test_what_a_document_lacks_is_shown() -> None:
    entry = Verification((Document("Akta", "ya", "tidak", "ya", "Nama berbeda"), SOUND.documents[0]))
    assert ENTRIES["verifikasi"].summary(msgspec.to_builtins(entry)) == (
        ("Akta", "lengkap, tidak benar, sah: Nama berbeda"),
        (PAPERS[0], "lengkap, benar, sah"),
    )


def test_a_clarification_needs_everything() -> None:
    assert set(wrong("klarifikasi", ENTRIES["klarifikasi"].begin(ground()))) == {
        "subject",
        "people",
        "held_on",
        "result",
    }
    whole = Clarification("Akta kematian", "Dinas Dukcapil", date(2026, 3, 16), "surat", "Benar")
    assert wrong("klarifikasi", whole) == {}
    assert "manner" in wrong("klarifikasi", replace(whole, manner="mimpi"))
    assert ("Cara", "Surat") in ENTRIES["klarifikasi"].summary(msgspec.to_builtins(whole))
    assert ("Tanggal", "16 Maret 2026") in ENTRIES["klarifikasi"].summary(msgspec.to_builtins(whole))


# the proposal and the plenary


@pytest.mark.parametrize(
    ("kept", "kind", "field", "words"),
    [
        ({}, NAMED, "kind", "Catat verifikasi dokumen"),
        ({"verifikasi": SOUND}, "", "kind", "Pilih yang diusulkan"),
        ({"verifikasi": SOUND}, NAMED, "kind", "Urutkan calon"),
        (
            {"verifikasi": FAILED, "calon": NEXT},
            NAMED,
            "kind",
            "belum lengkap, benar, dan sah: Akta kematian",
        ),
        ({"verifikasi": SOUND, "calon": TIED}, NAMED, "kind", "sama-sama memperoleh 310 suara"),
        (
            {"verifikasi": SOUND, "calon": marked(NEXT, n2=("klarifikasi", "ijazah"))},
            NAMED,
            "kind",
            "sedang diklarifikasi: calon sesudahnya belum dapat diusulkan",
        ),
        ({"verifikasi": SOUND}, STATUS, "note", "status hukum"),
    ],
)
def test_what_cannot_be_proposed_yet_is_explained(
    kept: dict[str, Any], kind: str, field: str, words: str
) -> None:
    assert words in wrong("usulan", Proposal(kind), ground(**kept))[field]


def test_a_candidate_is_proposed_or_the_legal_status_answered() -> None:
    ready = ground(verifikasi=SOUND, calon=PASSED)
    assert next_words(ready).startswith("Berikutnya: nomor urut 3, Citra Dewi")
    assert next_words(ground()) == ""
    assert ENTRIES["usulan"].begin(ready) == Proposal(NAMED)
    assert wrong("usulan", Proposal(NAMED), ready) == {}
    status = Proposal(STATUS, "Gugatan masih berjalan.")
    assert wrong("usulan", status, ground(verifikasi=FAILED)) == {}
    assert ENTRIES["usulan"].begin(ground(verifikasi=FAILED)) == Proposal("")
    assert ENTRIES["usulan"].begin(ground()) == Proposal("")
    assert ENTRIES["usulan"].begin(ground(usulan=status)) == status
    assert ENTRIES["usulan"].summary(msgspec.to_builtins(status))[0] == ("Usulan", "Jawaban status hukum")


def plenary_ground(decision: str = NAMED, **kept: Any) -> EntryGround:
    people = (("Ratna Maharani", "Ketua"),)
    base = {"verifikasi": SOUND, "calon": PASSED} | kept
    return ground(decision=decision, commissioners=people, **base)


def test_the_minutes_begin_with_the_commission_and_the_ruling() -> None:
    begun = ENTRIES["pleno"].begin(plenary_ground())
    assert begun.attendees == (Attendee("Ratna Maharani", "Ketua"),)
    assert begun.ruling == RULING
    status = Proposal(STATUS, "Gugatan masih berjalan.")
    assert ENTRIES["pleno"].begin(plenary_ground(STATUS, usulan=status)).ruling == status.note
    assert ENTRIES["pleno"].begin(plenary_ground(STATUS)).ruling == ""
    named = Proposal(NAMED, "Pelantikan pertama dibatalkan.")
    assert ENTRIES["pleno"].begin(plenary_ground(STATUS, usulan=named)).ruling == ""
    assert ENTRIES["pleno"].begin(plenary_ground(calon=TIED)).ruling == ""
    assert ENTRIES["pleno"].begin(ground(decision=NAMED)).ruling == ""


def test_minutes_written_again_keep_who_was_there_but_not_the_ruling() -> None:
    old = replace(MINUTES, ruling="Menetapkan Bambang.")
    assert ENTRIES["pleno"].begin(plenary_ground(pleno=old)) == MINUTES


@pytest.mark.parametrize(
    ("entry", "base", "field", "words"),
    [
        (replace(MINUTES, held_on=None), plenary_ground(), "held_on", "tanggal rapat pleno"),
        (replace(MINUTES, attendees=(Attendee(" "),)), plenary_ground(), "attendees", "yang hadir"),
        (replace(MINUTES, ruling=" "), plenary_ground(), "ruling", "keputusan rapat pleno"),
        (replace(MINUTES, ruling="Menetapkan Dodi."), plenary_ground(), "ruling", "tidak menyebut calon"),
        (MINUTES, plenary_ground(calon=TIED), "ruling", "sama-sama"),
        (MINUTES, plenary_ground(verifikasi=FAILED), "ruling", "belum lengkap"),
        (
            MINUTES,
            plenary_ground(elsewhere=(msgspec.to_builtins(MINUTES),)),
            "number",
            "sudah dipakai",
        ),
    ],
)
def test_what_the_minutes_lack_is_said(entry: Plenary, base: EntryGround, field: str, words: str) -> None:
    assert words in wrong("pleno", entry, base)[field]


def test_whole_minutes_stand_numbered_or_not() -> None:
    others = (msgspec.to_builtins(replace(MINUTES, number="")),)
    assert wrong("pleno", MINUTES, plenary_ground(elsewhere=others)) == {}
    assert wrong("pleno", replace(MINUTES, number=""), plenary_ground(elsewhere=others)) == {}
    status = replace(MINUTES, ruling="Gugatan masih berjalan.")
    assert wrong("pleno", status, plenary_ground(STATUS, verifikasi=FAILED)) == {}
    shown = dict(ENTRIES["pleno"].summary(msgspec.to_builtins(MINUTES)))
    assert shown["Hadir"] == "Ratna Maharani · Ketua\nDewi Lestari · Anggota"


# publication


@pytest.mark.parametrize(
    "link", ["", "publikasipaw.kpu.go.id", "https://", "ftp://kpu.go.id", "https://a b.id"]
)
def test_the_publication_is_a_whole_link(link: str) -> None:
    assert "link" in wrong("publikasi", Publication(link, date(2026, 4, 1)))


def test_a_publication_has_link_and_day() -> None:
    whole = Publication("https://publikasipaw.kpu.go.id/2026/12", date(2026, 4, 1))
    assert wrong("publikasi", whole) == {}
    assert "published_on" in wrong("publikasi", ENTRIES["publikasi"].begin(ground()))
    assert ENTRIES["publikasi"].summary(msgspec.to_builtins(whole))[1] == ("Dipublikasikan", "1 April 2026")
    assert {one.key: one.link for one in SERVICE.products}[ENTRIES["publikasi"].product].startswith(
        "https://"
    )

"""Voter data: what a request lacks, the result of a look at the list, letters, promises (S6)."""

from dataclasses import replace
from datetime import date
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.intake import ApplicantKind, Channel
from desk.services.answering import DecisionDraft, LetterBasis, decision_problems
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, LetterDraft, Severity
from desk.services.data_pemilih import DECISIONS, Check, DataPemilihDraft, Found, Wanted, check_problems
from desk.services.voter_promises import (
    NOTICE,
    PROMISE,
    Notice,
    Promise,
    Told,
    ToTell,
    notice_problems,
    promise_problems,
)
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ksb")
SERVICE = STANDARD.services["data_pemilih"]
KIT = service_kit("data_pemilih")
NIK = "5207014506900003"
CHECK = DataPemilihDraft(
    applicant=ApplicantDraft(name="Siti Rohani", identity_number=NIK, phone="081234567890"),
    document="Akta kelahiran dan buku nikah",
    ticked=("identitas", "kk"),
)
BODY = ApplicantDraft(
    kind=ApplicantKind.ORGANISATION, name="Lidia Ndun", phone="081234567891", body_name="Forum Warga Lestari"
)
RECAP = DataPemilihDraft(applicant=BODY, wanted=Wanted.RECAP, about="DPB semester pertama 2026")
UNTIL = date(2026, 3, 20)
PROMISED = Promise(
    "Usul perbaikan alamat diteruskan ke pemutakhiran berkelanjutan",
    UNTIL,
    (ToTell("Siti Rohani", "whatsapp", "081234567890"), ToTell("Umar Said", "in_person")),
)


def said(draft: DataPemilihDraft) -> dict[str, str]:
    """Field -> sentence."""
    return {one.field: one.message for one in KIT.intake(draft, STANDARD, SERVICE, None).problems}


def test_whole_requests_have_nothing_to_say_and_tell_their_case_everything() -> None:
    check, recap = (KIT.intake(one, STANDARD, SERVICE, None) for one in (CHECK, RECAP))
    assert (check.problems, recap.problems) == ((), ())
    assert (check.flow, check.subject, check.facts) == ("form", "Pengecekan data sendiri", {"minta_cek"})
    assert recap.subject == "Rekapitulasi data pemilih: DPB semester pertama 2026"
    assert recap.facts == KIT.facts(msgspec.to_builtins(RECAP)) == {"minta_rekapitulasi"}
    assert [one.requirement.key for one in recap.checklist] == ["formulir"]
    assert check.letter is None


@pytest.mark.parametrize(
    ("draft", "field", "words"),
    [
        (replace(CHECK, applicant=replace(CHECK.applicant, name="")), "applicant.name", "nama pemohon"),
        (
            replace(CHECK, applicant=replace(CHECK.applicant, identity_number="")),
            "applicant.identity_number",
            "NIK untuk pengecekan",
        ),
        (replace(CHECK, applicant=BODY), "wanted", "hanya untuk data pemohon sendiri"),
        (replace(RECAP, about=" "), "about", "data yang diminta"),
        (replace(CHECK, wanted=Wanted.OTHER), "about", "data yang diminta"),
        (replace(RECAP, channel=Channel.LETTER), "letter.sender", "pengirim surat"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(draft: DataPemilihDraft, field: str, words: str) -> None:
    assert words in said(draft)[field]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"ticked": ("kk",)}, "ticked.identitas"),
        ({"ticked": ("identitas",)}, "ticked.kk"),
        ({"document": ""}, "document"),
    ],
)
def test_a_document_not_seen_yet_leaves_the_form_incomplete(changes: dict[str, Any], field: str) -> None:
    problems = KIT.intake(replace(CHECK, **changes), STANDARD, SERVICE, None).problems
    assert [(one.field, one.severity) for one in problems] == [(field, Severity.INCOMPLETE)]


def test_a_letter_is_kept_only_where_one_came() -> None:
    letter = LetterDraft("7/FWL/2026", date(2026, 3, 10), "Forum Warga Lestari", "Rekapitulasi")
    by_letter = replace(RECAP, channel=Channel.LETTER, letter=letter)
    assert KIT.intake(by_letter, STANDARD, SERVICE, None).letter == letter
    assert said(by_letter) == {}


GROUND = EntryGround(msgspec.to_builtins(CHECK))


@pytest.mark.parametrize(
    ("entry", "fields"),
    [
        (Check(), ["found"]),
        (Check("entah"), ["found"]),
        (Check(Found.LISTED), ["place"]),
        (Check(Found.WRONG, "TPS 3"), ["note"]),
        (Check(Found.WRONG), ["place", "note"]),
        (Check(Found.LISTED, "TPS 3 Desa Muara"), []),
        (Check(Found.UNLISTED), []),
    ],
)
def test_a_result_says_where_and_what_is_wrong(entry: Check, fields: list[str]) -> None:
    assert [one.field for one in check_problems(entry, GROUND)] == fields


@pytest.mark.parametrize(
    ("who", "channel", "address"),
    [
        ({}, "whatsapp", "081234567890"),
        ({"phone": "", "email": "siti@contoh.id"}, "email", "siti@contoh.id"),
        ({"phone": "", "address": "Jalan Melati 3"}, "letter", "Jalan Melati 3"),
        ({"phone": ""}, "in_person", ""),
    ],
)
def test_a_promise_begins_with_the_applicant(who: dict[str, str], channel: str, address: str) -> None:
    draft = replace(CHECK, applicant=replace(CHECK.applicant, **who))
    begun = PROMISE.begin(EntryGround(msgspec.to_builtins(draft)))
    assert begun.people == (ToTell("Siti Rohani", channel, address),)
    assert {one.field for one in promise_problems(begun, GROUND)} == {"what", "until"}


@pytest.mark.parametrize(
    ("people", "words"),
    [
        ((), "Isi siapa yang diberi tahu."),
        ((ToTell("", "email", "a@b.id"),), "Ada baris tanpa nama."),
        ((ToTell("Umar", ""),), "Pilih saluran untuk Umar."),
        ((ToTell("Umar", "telephone"),), "Isi nomor atau alamat untuk Umar."),
    ],
)
def test_everybody_on_the_list_can_be_reached(people: tuple[ToTell, ...], words: str) -> None:
    found = promise_problems(replace(PROMISED, people=people), GROUND)
    assert [one.message for one in found] == [words]
    assert promise_problems(PROMISED, GROUND) == ()


def test_the_case_ends_once_everybody_was_told() -> None:
    ground = EntryGround(GROUND.detail, {"janji": msgspec.to_builtins(PROMISED)})
    begun = NOTICE.begin(ground)
    assert begun.people == (Told("Siti Rohani", "whatsapp"), Told("Umar Said", "in_person"))
    told = Notice("Alamat sudah diperbaiki.", (replace(begun.people[0], on=UNTIL), begun.people[1]))
    assert [one.message for one in notice_problems(told, ground)] == [
        "Isi tanggal Umar Said diberi tahu, paling lambat hari ini."
    ]
    whole = replace(told, people=tuple(replace(one, on=UNTIL) for one in told.people))
    assert notice_problems(whole, ground) == ()
    assert dict(NOTICE.summary(msgspec.to_builtins(whole)))["Umar Said"] == "Datang langsung, 20 Maret 2026"


def basis(draft: DataPemilihDraft) -> LetterBasis:
    return LetterBasis(
        applicant="Lidia Ndun",
        body_name="Forum Warga Lestari",
        place="",
        subject="daftar pemilih menurut nama",
        number="001/DP/2026",
        asked_on="13 Maret 2026",
        by_letter=False,
        signer_role="sekretaris",
        detail=msgspec.to_builtins(draft),
    )


REFUSED = DecisionDraft(
    "ditolak",
    grounds=("pasal_17_h", "kpu_rahasia_pribadi"),
    legal_basis="Keputusan KPU Nomor 12 Tahun 2026",
    consequence="Data pribadi pemilih dapat disalahgunakan",
)


def test_a_refusal_names_every_ground_and_what_opening_would_do() -> None:
    assert decision_problems(DECISIONS, REFUSED) == ()
    letter = KIT.write(basis(RECAP), REFUSED, KIT.paper_of("ditolak", basis(RECAP)))
    for words in (
        "1. Pasal 17 huruf h Undang-Undang Nomor 14 Tahun 2008: dapat mengungkap rahasia pribadi",
        "2. Peraturan KPU Nomor 22 Tahun 2023: mengungkap rahasia pribadi",
        "ditetapkan dengan Keputusan KPU Nomor 12 Tahun 2026.",
        "Akibat apabila data dibuka: Data pribadi pemilih dapat disalahgunakan.",
        "001/DP/2026",
    ):
        assert words in letter.body
    assert letter.kind == "surat_jawaban"


@pytest.mark.parametrize("lacking", ["grounds", "legal_basis", "consequence"])
def test_a_refusal_without_its_legal_ground_is_none(lacking: str) -> None:
    bare = replace(REFUSED, **{lacking: () if lacking == "grounds" else " "})
    assert [one.field for one in decision_problems(DECISIONS, bare)] == [lacking]


def test_a_recap_goes_out_with_its_letter_and_the_rest_plain() -> None:
    recap = DecisionDraft("rekapitulasi")
    letter = KIT.write(basis(RECAP), recap, KIT.paper_of("rekapitulasi", basis(RECAP)))
    assert (letter.kind, letter.subject) == ("rekapitulasi_pemilih", "Rekapitulasi data pemilih")
    assert "pada lampiran surat ini" in letter.body
    given = KIT.write(basis(RECAP), DecisionDraft("dikabulkan"), "surat_jawaban")
    assert "kami sampaikan bersama surat ini" in given.body


def test_the_proof_of_service_goes_with_what_was_given_and_not_with_a_refusal() -> None:
    assert [KIT.slip_of(one) for one in ("dikabulkan", "rekapitulasi", "ditolak", "")] == [
        "bukti_layanan",
        "bukti_layanan",
        "ekspedisi_slip",
        "ekspedisi_slip",
    ]


def test_the_case_page_says_what_was_asked_and_what_was_looked_at() -> None:
    shown = dict(KIT.summary(msgspec.to_builtins(CHECK)))
    assert shown["Layanan"] == "Pengecekan data sendiri"
    assert shown["Identitas dilihat"] == "KTP elektronik"
    assert shown["Dokumen dilihat"] == "Akta kelahiran dan buku nikah"
    found = dict(
        KIT.entries["pengecekan"].summary(msgspec.to_builtins(Check(Found.WRONG, "TPS 3", "Alamat")))
    )
    assert found == {
        "Hasil": "Terdaftar, data perlu diperbaiki",
        "Terdaftar di": "TPS 3",
        "Keterangan": "Alamat",
    }

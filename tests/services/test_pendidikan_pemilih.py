"""Voter education: what a request lacks, the letters it starts, the pleno, the report of the event."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import msgspec
import pytest

from desk.assets import resource
from desk.rules.booking import Planned
from desk.rules.calendar import WorkingCalendar
from desk.rules.intake import ApplicantKind
from desk.services.answering import DecisionDraft, LetterBasis
from desk.services.catalog import EntryGround, service_kit
from desk.services.common import ApplicantDraft, LetterDraft, Severity
from desk.services.education_entries import (
    GROUPS,
    Attended,
    Given,
    HeldEvent,
    Meeting,
)
from desk.services.education_words import TARGETS, WANTS, clock_span, named
from desk.services.pendidikan_pemilih import APPROVAL, REFUSAL, PendidikanPemilihDraft
from desk.standards.loader import load_standards

STANDARD = load_standards(resource("standards")).get("ksb")
SERVICE = STANDARD.services["pendidikan_pemilih"]
KIT = service_kit("pendidikan_pemilih")
DAY = date(2026, 4, 20)
CALENDAR = WorkingCalendar(timezone(timedelta(hours=8)), STANDARD.hours)
REQUEST = PendidikanPemilihDraft(
    applicant=ApplicantDraft(
        kind=ApplicantKind.ORGANISATION,
        name="Nurlaila Azizah",
        phone="081234567890",
        body_name="Forum Pemuda Tanjung Lestari",
    ),
    letter=LetterDraft("05/FPTL/2026", date(2026, 3, 11), "Forum Pemuda Tanjung Lestari", "Kerja sama"),
    signer="ketua",
    title="Kelas Demokrasi Pemilih Pemula",
    day=DAY,
    starts=time(9),
    ends=time(11, 30),
    participants=60,
    targets=("pemula", "perempuan"),
    wants=("gedung", "narasumber", "proyektor"),
    ticked=("surat", "proposal"),
)


def problems_of(draft: PendidikanPemilihDraft) -> dict[str, str]:
    """Field -> sentence."""
    found = KIT.intake(draft, STANDARD, SERVICE, None)
    return {one.field: one.message for one in found.problems}


def test_a_whole_request_has_nothing_to_say_and_tells_its_case_everything() -> None:
    intake = KIT.intake(REQUEST, STANDARD, SERVICE, None)
    assert intake.problems == ()
    assert intake.subject == "Kelas Demokrasi Pemilih Pemula, 20 April 2026"
    assert (intake.flow, intake.category, intake.channel) == ("letter", "umum", "letter")
    assert all(one.met for one in intake.checklist)


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"signer": "bendahara"}, "signer", "penanda tangan"),
        ({"title": " "}, "title", "nama kegiatan"),
        ({"place": ""}, "place", "Pilih tempat"),
        ({"place": "luar"}, "address", "di luar kantor"),
        ({"day": None}, "day", "hari yang diminta"),
        ({"participants": None}, "participants", "jumlah peserta"),
        ({"until": DAY - timedelta(days=1)}, "until", "mendahului"),
        ({"starts": None}, "starts", "Isi jam mulai"),
        ({"ends": time(9)}, "ends", "sesudah jam mulai"),
        ({"letter": None}, "letter.sender", "pengirim surat"),
        ({"applicant": replace(REQUEST.applicant, body_name="")}, "applicant.body_name", "nama badan"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(changes: dict[str, Any], field: str, words: str) -> None:
    assert words in problems_of(replace(REQUEST, **changes))[field]


@pytest.mark.parametrize("key", ["surat", "proposal"])
def test_a_paper_still_to_come_leaves_the_request_incomplete(key: str) -> None:
    draft = replace(REQUEST, ticked=tuple(one for one in REQUEST.ticked if one != key))
    found = KIT.intake(draft, STANDARD, SERVICE, None).problems
    assert [(one.field, one.severity) for one in found] == [(f"ticked.{key}", Severity.INCOMPLETE)]


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        (date(2026, 3, 12), Severity.ERROR),
        (date(2026, 3, 13), Severity.WARNING),
        (date(2026, 3, 26), Severity.WARNING),
        (date(2026, 3, 27), None),
        (None, None),
    ],
)
def test_a_day_that_is_over_stops_and_one_before_the_limit_is_warned_of(
    day: date | None, severity: Severity | None
) -> None:
    came = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)
    found = KIT.timely(replace(REQUEST, day=day), SERVICE, CALENDAR, came)
    assert [one.severity for one in found] == ([] if severity is None else [severity])


def test_an_office_without_a_limit_warns_of_no_day() -> None:
    limits = {"umum": msgspec.structs.replace(SERVICE.limits["umum"], days=None)}
    came = datetime(2026, 3, 13, 1, 0, tzinfo=UTC)
    soon = replace(REQUEST, day=date(2026, 3, 14))
    assert KIT.timely(soon, msgspec.structs.replace(SERVICE, limits=limits), CALENDAR, came) == ()


def basis(meeting: Meeting | None = None, **detail: Any) -> LetterBasis:
    return LetterBasis(
        applicant="Nurlaila Azizah",
        body_name="Forum Pemuda Tanjung Lestari",
        place="",
        subject="kerja sama kegiatan",
        number="001/PP/2026",
        asked_on="13 Maret 2026",
        by_letter=True,
        signer_role="ketua",
        detail=msgspec.to_builtins(replace(REQUEST, **detail)),
        entries={"pleno": msgspec.to_builtins(meeting)} if meeting else {},
    )


AGREED = Meeting("disetujui", date(2026, 3, 16), "12/BA/2026", "Peserta membawa kartu pelajar.")


def test_an_approval_names_the_pleno_and_all_that_was_agreed() -> None:
    letter = KIT.write(basis(AGREED), DecisionDraft("disetujui"), APPROVAL)
    for words in (
        "001/PP/2026",
        "Rapat pleno tanggal 16 Maret 2026 (Berita Acara Nomor 12/BA/2026) menyetujui",
        "Kegiatan | Kelas Demokrasi Pemilih Pemula",
        "Hari, tanggal | 20 April 2026",
        "Waktu | 09.00 sampai dengan 11.30",
        "Tempat | Di kantor KPU",
        "Peserta | 60 orang",
        "Sasaran | Pemilih perempuan, Pemilih pemula",
        "Dukungan KPU | Narasumber, Gedung pertemuan, Proyektor",
        "Catatan pleno: Peserta membawa kartu pelajar.",
        "tidak dipungut biaya",
    ):
        assert words in letter.body
    assert KIT.paper_of("disetujui", basis()) == APPROVAL


def test_an_approval_tells_what_stands_in_the_calendar_instead_of_what_was_wished() -> None:
    planned = Planned(
        "Kelas Demokrasi",
        datetime(2026, 4, 22, 9, tzinfo=UTC),
        datetime(2026, 4, 22, 11, tzinfo=UTC),
        "Aula",
        "Dewi Lestari",
        "Proyektor",
    )
    body = KIT.write(replace(basis(AGREED), events=(planned,)), None, APPROVAL).body
    for words in (
        "Waktu | 22 April 2026, 09.00–11.00",
        "Tempat | Aula",
        "Narasumber | Dewi Lestari",
        "Sarana | Proyektor",
        "Peserta | 60 orang",
    ):
        assert words in body
    assert "20 April" not in body
    assert "Dukungan KPU" not in body


def test_an_approval_before_its_pleno_is_noted_has_no_hole_in_it() -> None:
    body = KIT.write(
        basis(wants=(), participants=None, address="Balai Desa", place="luar"), None, APPROVAL
    ).body
    assert "Rapat pleno menyetujui" in body
    assert "Tempat | Balai Desa" in body
    assert "Dukungan" not in body
    assert "Peserta |" not in body


def test_not_yet_agreed_says_why() -> None:
    meeting = Meeting("belum_disetujui", date(2026, 3, 16), "", "Aula dipakai.")
    draft = DecisionDraft("belum_disetujui", reason="Aula dipakai rekapitulasi.")
    letter = KIT.write(basis(meeting), draft, KIT.paper_of(draft.kind, basis()))
    assert letter.kind == REFUSAL
    assert "Rapat pleno tanggal 16 Maret 2026 belum menyetujui" in letter.body
    assert "Alasannya: Aula dipakai rekapitulasi." in letter.body
    assert "Alasannya" not in KIT.write(basis(), None, REFUSAL).body


def test_the_case_page_says_what_is_planned() -> None:
    asked = dict(KIT.summary(msgspec.to_builtins(replace(REQUEST, until=date(2026, 4, 21), ends=None))))
    assert asked["Hari yang diminta"] == "20 April sampai dengan 21 April 2026"
    assert asked["Waktu"] == "mulai 09.00"
    assert asked["Penanda tangan"] == "Ketua organisasi"
    assert clock_span(None, None) == ""
    assert named(WANTS, ("peta", "modul")) == "Modul dan materi kepemiluan, peta"
    assert len(TARGETS) == 6


# entries


def ground(**entries: Any) -> EntryGround:
    kept = {kind: msgspec.to_builtins(one) for kind, one in entries.items()}
    return EntryGround(msgspec.to_builtins(REQUEST), kept)


def lacking(kind: str, entry: Any, decision: str = "") -> list[str]:
    found = KIT.entries[kind].problems(entry, replace(ground(), decision=decision))
    return [one.field for one in found]


@pytest.mark.parametrize(
    ("kind", "entry", "decision", "fields"),
    [
        ("pleno", Meeting(), "disetujui", ["held_on", "number"]),
        ("pleno", Meeting("disetujui", DAY, "1"), "disetujui", []),
        ("pleno", Meeting("belum_disetujui", DAY, "1"), "belum_disetujui", ["note"]),
        ("pleno", Meeting("belum_disetujui", DAY, "1", "Aula dipakai."), "belum_disetujui", []),
        ("pelaksanaan", HeldEvent(), "", ["held_on", "place", "attended", "outcome"]),
    ],
)
def test_what_an_entry_lacks(kind: str, entry: Any, decision: str, fields: list[str]) -> None:
    assert lacking(kind, entry, decision) == fields


HELD = HeldEvent(
    DAY,
    "Aula",
    "Dewi Lestari",
    (Attended(GROUPS[0], 20, 25), Attended(GROUPS[1], 1, 2), Attended(GROUPS[2])),
    (Given("Modul pendidikan pemilih", 48),),
    "Berjalan lancar.",
)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        ((Given("", 3),), "tanpa nama"),
        ((Given("Modul", 0),), "Isi jumlah Modul"),
        ((), ""),
    ],
)
def test_material_given_out_has_a_name_and_a_count(given: tuple[Given, ...], words: str) -> None:
    found = KIT.entries["pelaksanaan"].problems(replace(HELD, given=given), ground())
    assert [words in one.message for one in found] == ([True] if words else [])


def test_an_event_begins_with_every_group_and_is_summed_up() -> None:
    kind = KIT.entries["pelaksanaan"]
    assert [one.group for one in kind.begin(ground()).attended] == list(GROUPS)
    assert kind.begin(ground(pelaksanaan=HELD)) == HELD
    planned = Planned(
        "Kelas",
        datetime(2026, 4, 22, 9, tzinfo=UTC),
        datetime(2026, 4, 22, 11, tzinfo=UTC),
        "Aula",
        "Dewi Lestari",
    )
    begun = kind.begin(replace(ground(), events=(planned,)))
    assert (begun.held_on, begun.place, begun.speakers) == (date(2026, 4, 22), "Aula", "Dewi Lestari")
    assert kind.came is not None
    assert kind.came(HELD) == 48
    words = dict(kind.summary(msgspec.to_builtins(HELD)))
    assert words["Peserta"] == "48 orang (21 laki-laki, 27 perempuan)"
    assert words["Menurut kelompok"] == "Pemilih pemula: 45 orang\nPemilih disabilitas: 3 orang"
    assert words["Bahan dibagikan"] == "Modul pendidikan pemilih: 48"
    assert words["Dilaksanakan"] == "20 April 2026"
    assert dict(kind.summary({}))["Dilaksanakan"] == ""


def test_a_pleno_begins_with_what_is_known_and_says_what_it_decided() -> None:
    kind = KIT.entries["pleno"]
    asked = replace(ground(pleno=AGREED), decision="disetujui")
    assert kind.begin(replace(ground(), decision="disetujui")) == Meeting("disetujui")
    assert kind.begin(asked) == AGREED
    other = kind.begin(replace(asked, decision="belum_disetujui"))
    assert other == Meeting("belum_disetujui", AGREED.held_on, AGREED.number)
    assert dict(kind.summary(msgspec.to_builtins(AGREED))) == {
        "Tanggal": "16 Maret 2026",
        "Nomor berita acara": "12/BA/2026",
        "Catatan": "Peserta membawa kartu pelajar.",
    }
    assert dict(kind.summary({"decision": "belum_disetujui"})) == {
        "Tanggal": "",
        "Nomor berita acara": "",
        "Alasan": "",
    }
    assert kind.reason(AGREED) == ""
    assert kind.reason(Meeting("belum_disetujui", DAY, "1", " Aula dipakai. ")) == "Aula dipakai."

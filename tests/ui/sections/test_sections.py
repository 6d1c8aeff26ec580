"""Sections edit one frozen draft: what is shown is read back, problems stand beside their fields."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk.rules.intake import ApplicantKind, Channel, IdentityKind, Requirement
from desk.services.common import (
    ApplicantDraft,
    CheckItem,
    LetterDraft,
    Problem,
    ProxyDraft,
    Severity,
)
from desk.services.informasi import Content, InformasiDraft, Openness, WayToFetch, WayToGet
from desk.services.informasi import Path as Way
from desk.ui.sections.applicant import ApplicantSection, ContactSection
from desk.ui.sections.around import Around, AttachmentSection, PaperSection
from desk.ui.sections.base import Section
from desk.ui.sections.checklist import ChecklistSection
from desk.ui.sections.information import InformationSection, ObtainSection, OriginSection
from desk.ui.sections.intake import IntakeSection
from desk.ui.sections.letter import LetterSection
from desk.ui.sections.proxy import ProxySection

TODAY = date(2026, 3, 13)
KINDS = (ApplicantKind.PERSON, ApplicantKind.BODY)
BODY = ApplicantDraft(
    ApplicantKind.BODY,
    "Sri Wahyuni",
    IdentityKind.PASSPORT,
    "X1234567",
    "Jalan Melati 3",
    "Peneliti",
    "081234567890",
    "sri@contoh.id",
    "Yayasan Lestari",
    "AHU-1",
)
FULL = InformasiDraft(
    path=Way.LETTER,
    channel=Channel.EPPID,
    applicant=BODY,
    proxy=ProxyDraft("Wayan", "5299011203900003", "08129", "12/SK", date(2026, 3, 1)),
    letter=LetterDraft("12/F", date(2026, 3, 2), "Forum", "Data", "segera"),
    information="Daftar inventaris",
    purpose="Penelitian",
    content=Content.ELECTION,
    openness=Openness.PERIODIC,
    way_to_get=WayToGet.COPY_HARD,
    way_to_fetch=WayToFetch.POST,
    source="Situs KPU",
    eppid_number="PPID-1",
    note="Dibantu mengisi",
    ticked=("identitas",),
)


def today() -> date:
    return TODAY


def sections() -> list[Section[InformasiDraft]]:
    letter: LetterSection[InformasiDraft] = LetterSection(today)
    letter.wanted(True)
    return [
        IntakeSection(tuple(Channel)),
        letter,
        ApplicantSection(KINDS),
        ContactSection(),
        InformationSection(),
        ObtainSection(),
        OriginSection(source_required=True),
        ProxySection(today),
        ChecklistSection(),
    ]


def test_what_is_shown_is_read_back(qapp: QApplication):
    draft = InformasiDraft()
    for section in sections():
        section.show(FULL)
        draft = section.read(draft)
    assert draft == FULL


def test_showing_is_silent(qtbot: QtBot):
    for section in sections():
        with qtbot.assertNotEmitted(section.changed):
            section.show(FULL)


def test_no_part_becomes_a_window_of_its_own(qapp: QApplication):
    made = sections()
    for section in made:
        section.show(FULL)
    assert not [one for one in QApplication.topLevelWidgets() if one.isVisible()]


def test_a_person_has_no_body(show: Callable[..., QWidget]):
    section: ApplicantSection[InformasiDraft] = ApplicantSection(KINDS)
    section.show(FULL)
    show(*[part.widget for part in section.parts])
    assert section.body_name.isVisible()
    assert section.name.label() == "Nama yang mewakili badan"
    section.kind.combo.setCurrentIndex(0)
    assert section.body_name.isHidden()
    assert section.read(FULL).applicant.body_name == ""


def test_another_identity_has_its_own_field(show: Callable[..., QWidget]):
    section: ApplicantSection[InformasiDraft] = ApplicantSection(KINDS)
    section.show(InformasiDraft(applicant=ApplicantDraft(identity_number="5299011203900003")))
    show(*[part.widget for part in section.parts])
    assert section.nik.line.text() == "5299•••••••0003"
    section.identity(IdentityKind.PASSPORT)
    assert section.nik.isHidden()
    assert section.number.label() == "Nomor paspor"
    assert section.number.value() == "5299011203900003"


def test_problems_stand_beside_their_fields(qapp: QApplication):
    section: ApplicantSection[InformasiDraft] = ApplicantSection(KINDS)
    stopped = section.mark(
        [
            Problem("applicant.name", "Isi nama pemohon."),
            Problem("applicant.identity_number", "Periksa.", Severity.WARNING),
            Problem("elsewhere", "Tidak di sini."),
        ]
    )
    assert stopped == [section.name]
    assert section.name.problem() == "Isi nama pemohon."
    assert (section.nik.problem(), section.nik.warning()) == ("", "Periksa.")
    assert section.mark([]) == []
    assert (section.name.problem(), section.nik.warning()) == ("", "")


def test_leaving_a_field_says_its_path(show: Callable[..., QWidget], qtbot: QtBot):
    section: ContactSection[InformasiDraft] = ContactSection()
    show(*[part.widget for part in section.parts])
    section.address.setFocus()
    with qtbot.waitSignal(section.left) as left:
        qtbot.keyClick(section.address.line, Qt.Key.Key_Tab)
    assert left.args == ["applicant.address"]


def test_without_the_tick_there_is_no_proxy(show: Callable[..., QWidget], qtbot: QtBot):
    section: ProxySection[InformasiDraft] = ProxySection(today)
    section.show(InformasiDraft())
    show(*[part.widget for part in section.parts])
    assert section.binds[0].field.isHidden()
    assert section.read(FULL).proxy is None
    qtbot.keyClick(section.tick, Qt.Key.Key_Space)
    assert section.binds[0].field.isVisible()
    assert section.read(InformasiDraft()).proxy == ProxyDraft()


def test_an_unwanted_letter_is_none(qapp: QApplication):
    section: LetterSection[InformasiDraft] = LetterSection(today)
    section.show(FULL)
    assert section.read(FULL).letter is None


def test_seeing_needs_no_way_of_sending(show: Callable[..., QWidget]):
    section: ObtainSection[InformasiDraft] = ObtainSection()
    section.show(replace(FULL, way_to_get=WayToGet.SEE))
    show(*[part.widget for part in section.parts])
    assert section.fetch.isHidden()


@pytest.mark.parametrize(
    ("openness", "hint"),
    [
        (Openness.PERIODIC, "Boleh diberikan langsung di meja layanan."),
        (Openness.UNSORTED, "PPID yang menggolongkan."),
        (Openness.POSSIBLY_EXEMPT, "Tidak boleh diberikan langsung; PPID memutuskan."),
    ],
)
def test_openness_says_what_it_means(qapp: QApplication, openness: Openness, hint: str):
    section: InformationSection[InformasiDraft] = InformationSection()
    section.show(replace(FULL, openness=openness))
    assert section.openness.note.text() == hint


def items(*met: str) -> list[CheckItem]:
    wanted = (
        Requirement("identitas", "Identitas"),
        Requirement("tujuan", "Tujuan", field="purpose"),
        Requirement("foto", "Foto", required=False),
    )
    return [CheckItem(one, one.key in met) for one in wanted]


def test_a_line_that_a_field_meets_ticks_itself(show: Callable[..., QWidget], qtbot: QtBot):
    section: ChecklistSection[InformasiDraft] = ChecklistSection()
    section.judge(items("tujuan"))
    show(section.list)
    assert section.list.caption.text() == "Kelengkapan · 1 dari 3"
    assert section.missing() == ("Identitas",)
    assert section.list.boxes["tujuan"].focusPolicy() == Qt.FocusPolicy.NoFocus
    assert section.list.boxes["foto"].text() == "Foto (bila ada)"
    qtbot.keyClick(section.list.boxes["identitas"], Qt.Key.Key_Space)
    assert section.read(InformasiDraft()).ticked == ("identitas",)


def test_what_surrounds_a_form_is_read_back(qapp: QApplication, tmp_path: Path):
    path = tmp_path / "a.pdf"
    path.write_bytes(b"%PDF-")
    full = Around(
        from_paper=True,
        paper_day=date(2026, 3, 12),
        paper_time=time(10, 15),
        files=(str(path),),
        keeps_identity=True,
        identity_files=(str(path),),
        identity_reason="Diminta PPID",
    )
    made: list[Section[Any]] = [AttachmentSection(), PaperSection(today)]
    around = Around()
    for section in made:
        section.show(full)
        around = section.read(around)
    assert around == full


def test_no_scan_of_an_identity_card_without_its_tick(qapp: QApplication):
    section = AttachmentSection()
    section.show(Around(identity_files=("a.pdf",), identity_reason="x"))
    read = section.read(Around())
    assert (read.identity_files, read.identity_reason) == ((), "")

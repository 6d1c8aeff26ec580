"""The form of a replacement at the counter: found among the votes that are kept, else typed (S2)."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from desk.models import Case
from desk.ui.theme import style
from tests.actions.test_replacements import votes_kept
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.fakes import FakeMemory
from tests.ui.screens.counter.test_services import choose


@pytest.fixture
def form(counter):
    """The form, opened by keys; no votes are kept."""
    choose(counter, "paw")
    return counter.sheet.form


def test_a_member_taken_from_the_votes_brings_party_and_district(office, sit):
    votes_kept(office)
    counter = sit()
    choose(counter, "paw")
    part = counter.sheet.form.leaving
    assert part.member.note.text().startswith("Ketik beberapa huruf")
    counter.write(part.member, "ayu")
    counter.bot.waitUntil(part.member.line.is_open)
    counter.press(Qt.Key.Key_Down)
    counter.press(Qt.Key.Key_Return)
    assert (part.member.value(), part.party.value(), part.district.value()) == (
        "Ayu Pratiwi",
        "Partai Lestari",
        "Dapil 1",
    )
    assert part.member.note.text() == "Peringkat 1 dari 4 calon, 850 suara."
    assert part.party.note.text() == "1 kursi pada Pemilu Anggota DPRD 2024."
    counter.write(part.member, "Siapa Saja")
    assert part.member.note.text() == "Tidak ada di antara calon Dapil 1 menurut perolehan suara."


def test_parties_and_districts_are_offered_as_well(office, sit):
    votes_kept(office)
    counter = sit()
    choose(counter, "paw")
    part = counter.sheet.form.leaving
    for field, typed, taken in ((part.party, "lest", "Partai Lestari"), (part.district, "d", "Dapil 1")):
        counter.write(field, typed)
        counter.bot.waitUntil(field.line.is_open)
        counter.press(Qt.Key.Key_Down)
        counter.press(Qt.Key.Key_Return)
        assert field.value() == taken


def test_without_kept_votes_everything_is_typed(counter, form):
    part = form.leaving
    assert "belum dicatat" in part.member.note.text()
    for field, text in (
        (part.member, "Ayu Pratiwi"),
        (part.party, "Partai Lestari"),
        (part.district, "Dapil 1"),
    ):
        counter.write(field, text)
        assert not field.line.is_open()
    draft = counter.sheet.draft()
    assert (draft.member, draft.party, draft.district) == ("Ayu Pratiwi", "Partai Lestari", "Dapil 1")


def test_each_reason_has_its_documents_in_the_list(counter, form):
    listed = counter.sheet.side.checklist.list
    counter.choose(form.leaving.reason, "meninggal")
    assert list(listed.boxes) == ["surat", "alasan", "permintaan", "kematian"]
    counter.choose(form.leaving.reason, "diberhentikan_partai")
    assert list(listed.boxes) == ["surat", "alasan", "permintaan", "usul_partai", "upaya_hukum"]
    assert listed.boxes["alasan"].isChecked()


def test_a_whole_request_is_registered_with_who_signed(counter, form, office):
    part = form.leaving
    fields = {one.path: one.field for one in form.letter.binds}
    for path, text in (("sender", "DPRD"), ("subject", "Penggantian"), ("dated", "12/3/2026")):
        counter.write(fields[f"letter.{path}"], text)
    counter.write(form.applicant.name, "Hasan Basri")
    counter.write(form.applicant.body_name, "DPRD Kabupaten Tanjung Lestari")
    counter.type_phone("081234567890")
    for field, text in (
        (part.member, "Ayu Pratiwi"),
        (part.party, "Partai Lestari"),
        (part.district, "Dapil 1"),
    ):
        counter.write(field, text)
    counter.choose(part.reason, "mengundurkan_diri")
    boxes = counter.sheet.side.checklist.list.boxes
    for key in ("surat", "permintaan", "pengunduran"):
        counter.tick(boxes[key])
    counter.press_save()
    assert "pimpinan DPRD yang menandatangani" in counter.problem("signers")
    counter.tick(part.signers.boxes["wakil_2"])
    counter.press_save()
    assert counter.printed() == ["tanda_terima"]
    with office.store.read() as session:
        case = session.query(Case).one()
    assert (case.service, case.number.split("/")[:2], case.detail["signers"]) == (
        "paw",
        ["001", "PAW"],
        ["wakil_2"],
    )


@pytest.mark.parametrize("scale", [1.0, 1.5])
def test_nothing_is_cut(office, sit, qapp: QApplication, scale: float):
    votes_kept(office)
    style.apply(qapp, scale)
    counter = sit(memory=FakeMemory({"text.scale": str(scale)}))
    counter.window.resize(1366, 768)
    choose(counter, "paw")
    counter.choose(counter.sheet.form.leaving.reason, "diberhentikan_partai")
    counter.press_save()
    assert counter.sheet.banner.isVisible()
    assert clipped_texts(counter.page) == []

"""Staged control and signature on the case page: corrections, parafs, number, Plh, earlier dates."""

from datetime import UTC, datetime

from desk.actions.letters import return_letter
from desk.actions.mandates import give_mandate
from desk.queries import history
from tests.office import SmallOffice
from tests.stories import to_control, to_kasubag, to_signer
from tests.ui.screens.case.conftest import Sit


def test_a_letter_returned_shows_its_corrections_to_who_wrote_it(office: SmallOffice, sit: Sit) -> None:
    case_id = to_control(office).case_id

    controller = sit("syahrul").open(case_id)
    controller.go("Kembalikan dengan koreksi…")
    controller.confirm()
    assert controller.sheet.words.problem() == "Isi koreksi."
    controller.type_into(controller.sheet.words, "Perbaiki nama dapil.")
    controller.confirm()

    assert controller.step() == "Menyiapkan jawaban"
    assert controller.corrections() == "Dikembalikan oleh Syahrul Anwar: Perbaiki nama dapil."
    controller.write(controller.letter.body, "Naskah yang sudah diperbaiki.")
    controller.confirm()
    assert controller.step() == "Pemeriksaan berjenjang"
    assert office.at("syahrul").ask(history.letters, case_id)[0].body == "Naskah yang sudah diperbaiki."


def test_who_does_not_hold_the_letter_reads_it_without_buttons(office: SmallOffice, sit: Sit) -> None:
    case_id = to_control(office).case_id
    putri = sit("putri").open(case_id)
    assert "Beri paraf…" not in putri.offered()
    assert "Tanda tangani" not in putri.offered()


def test_the_letter_on_paper_is_before_the_controller(office: SmallOffice, sit: Sit) -> None:
    case_id = to_control(office).case_id
    syahrul = sit("syahrul").open(case_id)
    preview = syahrul.page.answer.letter.preview
    syahrul.bot.waitUntil(lambda: preview.pages == 1)
    letter_id = office.at("syahrul").ask(history.letters, case_id)[0].id
    assert ("surat_jawaban", letter_id) in syahrul.papers.asked


def test_a_letter_of_two_pages_says_so(office: SmallOffice, sit: Sit) -> None:
    case_id = to_control(office).case_id
    syahrul = sit("syahrul")
    syahrul.papers.pages = 2
    syahrul.open(case_id)
    preview = syahrul.page.answer.letter.preview
    syahrul.bot.waitUntil(lambda: preview.pages == 2)
    assert "melewati satu halaman" in preview.note.text()


def test_signing_gives_the_number_and_returns_are_possible(office: SmallOffice, sit: Sit) -> None:
    case_id = to_signer(office).case_id
    putri = sit("putri").open(case_id)
    assert putri.offered() == [
        "Tanda tangani",
        "Kembalikan dengan koreksi…",
        "Perpanjang +7 hari kerja…",
        "Catat pencabutan…",
        "Tanda tangani dengan tanggal mundur…",
    ]
    putri.confirm()
    letter = office.at("putri").ask(history.letters, case_id)[0]
    assert putri.toasts() == [f"Surat ditandatangani dengan nomor {letter.number}, tanggal 13 Maret 2026."]


def test_an_earlier_date_is_asked_for_in_the_drawer(office: SmallOffice, sit: Sit) -> None:
    case_id = to_signer(office).case_id
    office.clock.pass_(days=3)
    putri = sit("putri").open(case_id)
    putri.go("Tanda tangani dengan tanggal mundur…")
    putri.confirm()
    assert putri.sheet.day.problem() == "Isi tanggal surat, sebelum hari ini."
    putri.type_into(putri.sheet.day, "12/3/2026")
    putri.confirm()
    assert putri.sheet.news.text.text() == "Tanggal surat mendahului pendaftaran permohonan."
    putri.write(putri.sheet.day, "13/3/2026")
    putri.confirm()
    letter = office.at("putri").ask(history.letters, case_id)[0]
    assert letter.dated is not None
    assert letter.dated.isoformat() == "2026-03-13"


def test_another_signer_may_be_named_and_an_acting_one_is_announced(office: SmallOffice, sit: Sit) -> None:
    since = datetime(2026, 3, 13, 0, 0, tzinfo=UTC)
    give_mandate(office.at("ratna"), office.founded.staff["hendra"], "ketua", since, None, "ST 4/2026")
    case_id = to_kasubag(office).case_id
    syahrul = sit("syahrul").open(case_id)
    syahrul.signed_by("Ketua")
    assert syahrul.letter.signer.note.text() == "Plh. saat ini: Hendra Kusuma."
    syahrul.confirm()
    for login in ("syahrul", "hendra"):
        controller = sit(login).open(case_id)
        controller.confirm()
        controller.confirm()

    hendra = sit("hendra").open(case_id)
    hendra.confirm()

    letter = office.at("hendra").ask(history.letters, case_id)[0]
    assert (letter.state, letter.position) == ("signed", "Plh. Ketua,")


def test_the_drafter_sees_corrections_made_at_the_signature(office: SmallOffice, sit: Sit) -> None:
    case_id = to_signer(office).case_id
    return_letter(office.at("putri"), case_id, "Tambahkan lampiran.")
    syahrul = sit("syahrul").open(case_id)
    assert syahrul.corrections() == "Dikembalikan oleh Putri Handayani: Tambahkan lampiran."

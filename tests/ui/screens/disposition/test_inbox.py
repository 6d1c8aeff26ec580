"""The Sekretaris and the Ketua dispose of letters by keyboard alone (R3, P4, P5)."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from PySide6.QtCore import Qt

from desk.actions.mandates import give_mandate
from desk.queries import cases, history
from tests import requests
from tests.office import SmallOffice
from tests.ui.clipping import clipped_texts
from tests.ui.drivers.disposition import DispositionDriver

Sit = Callable[[str], DispositionDriver]


def step_of(office: SmallOffice, case_id: str) -> str:
    page = office.at("hendra").ask(cases.page, office.standards, office.clock().date(), case_id)
    assert page is not None
    return page.row.step


def entries(office: SmallOffice, case_id: str) -> Any:
    return office.at("hendra").ask(history.dispositions, case_id)


def test_the_secretary_passes_to_the_chair_with_advice(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_secretary(office)
    desk = sit("hendra")
    desk.number(5)
    desk.advise("Kiranya ditangani Sub Bagian Hukum")
    desk.save()
    assert step_of(office, case_id) == "disposisi_ketua"
    (entry,) = entries(office, case_id)
    assert (entry.from_role, entry.to_roles) == ("sekretaris", ("ketua",))
    assert entry.advice == "Kiranya ditangani Sub Bagian Hukum"
    assert entry.phrases == ("Pelajari dan beri saran",)
    assert desk.senders() == []
    assert desk.toasts() == ["Surat diteruskan kepada Ketua."]


def test_the_chair_needs_two_keys_for_the_usual_disposition(office: SmallOffice, sit: Sit) -> None:
    first = requests.at_chair(office, "Data pemilih per kecamatan")
    second = requests.at_chair(office, "Rekapitulasi suara per TPS")
    desk = sit("ratna")
    assert desk.subjects() == ["Data pemilih per kecamatan", "Rekapitulasi suara per TPS"]
    desk.number(1)
    desk.save()
    assert desk.subjects() == ["Rekapitulasi suara per TPS"]
    desk.number(2)
    desk.save()
    for case_id, phrase in ((first, "Untuk ditindaklanjuti"), (second, "Siapkan data")):
        entry = entries(office, case_id)[-1]
        assert entry.to_roles == ("kasubag_hukum",)
        assert entry.phrases == (phrase,)
        assert step_of(office, case_id) == "menyiapkan"


def test_the_chair_names_another_addressee_instruction_and_deadline(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_chair(office)
    desk = sit("ratna")
    desk.addressee_right()
    desk.instruct("Koordinasikan dengan Divisi Teknis")
    desk.until("+5")
    desk.save()
    entry = entries(office, case_id)[-1]
    assert entry.to_roles == ("kasubag_keuangan",)
    assert entry.instruction == "Koordinasikan dengan Divisi Teknis"
    assert entry.deadline == office.clock().date() + timedelta(days=5)


def test_an_empty_disposition_is_refused_beside_its_field(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_chair(office)
    desk = sit("ratna")
    desk.save()
    assert desk.problem("phrases") == "Pilih atau tulis isi disposisi."
    assert step_of(office, case_id) == "disposisi_ketua"


def test_several_letters_get_the_same_entry(office: SmallOffice, sit: Sit) -> None:
    wanted = [requests.at_chair(office, subject) for subject in ("Satu", "Dua", "Tiga")]
    desk = sit("ratna")
    desk.mark()
    desk.down()
    desk.mark()
    assert desk.badges() == ["ditandai", "ditandai", ""]
    assert "2 surat ditandai" in desk.page.batch.text.text()
    desk.number(3)
    desk.save()
    assert [step_of(office, one) for one in wanted] == ["menyiapkan", "menyiapkan", "disposisi_ketua"]
    assert desk.subjects() == ["Tiga"]
    assert desk.toasts() == ["2 surat diteruskan kepada Kasubag Hukum & SDM."]


def test_one_marked_letter_is_named(office: SmallOffice, sit: Sit) -> None:
    requests.at_chair(office, "Satu")
    requests.at_chair(office, "Dua")
    desk = sit("ratna")
    desk.mark()
    desk.down()
    assert desk.page.batch.text.text().startswith("Isian ini berlaku untuk surat yang ditandai: 001/")


def test_the_acting_chair_is_named_and_logged(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_chair(office)
    since = office.clock() - timedelta(hours=1)
    give_mandate(office.at("ratna"), office.founded.staff["dewi"], "ketua", since, None, "12/ST/III/2026")
    desk = sit("dewi")
    assert desk.page.acting.text.text() == (
        "Anda mendisposisi sebagai Plh. Ketua (12/ST/III/2026). Mandat ikut tercatat."
    )
    desk.number(1)
    desk.save()
    entry = entries(office, case_id)[-1]
    assert (entry.from_role, entry.by, entry.acting) == ("ketua", "Dewi Lestari", True)


def test_the_secretary_returns_a_letter_with_a_reason(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_secretary(office)
    desk = sit("hendra")
    desk.press(Qt.Key.Key_F8)
    desk.save()
    assert desk.shell.drawer is not None
    desk.shell.type("Alamat pengirim belum tercantum")
    desk.save()
    assert desk.shell.drawer is None
    assert step_of(office, case_id) == "registrasi"
    last = office.at("hendra").ask(history.steps, case_id)[-1]
    assert last.note == "Alamat pengirim belum tercantum"


def test_what_was_typed_survives_another_letter_and_a_crash(office: SmallOffice, sit: Sit) -> None:
    requests.at_secretary(office, "Satu")
    requests.at_secretary(office, "Dua")
    desk = sit("hendra")
    desk.advise("Belum selesai")
    desk.down()
    assert desk.page.form.advice.value() == ""
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Up)
    assert desk.page.form.advice.value() == "Belum selesai"
    assert desk.page.restored.text.text().startswith("Draf dipulihkan")
    assert any("Belum selesai" in draft.body for draft in desk.ports.drafts.kept.values())


def test_a_restored_entry_can_be_given_up(office: SmallOffice, sit: Sit) -> None:
    requests.at_secretary(office, "Satu")
    requests.at_secretary(office, "Dua")
    desk = sit("hendra")
    desk.advise("Belum selesai")
    desk.down()
    desk.bot.keyClick(desk.page.list.view, Qt.Key.Key_Up)
    desk.bot.mouseClick(desk.page.restored.button, Qt.MouseButton.LeftButton)
    assert desk.page.form.advice.value() == ""
    assert not desk.page.restored.isVisible()
    assert desk.ports.drafts.kept == {}


def test_an_announcement_leaves_what_is_typed(office: SmallOffice, sit: Sit) -> None:
    requests.at_secretary(office, "Satu")
    desk = sit("hendra")
    desk.advise("Sedang ditulis")
    requests.at_secretary(office, "Dua")
    desk.bot.waitUntil(lambda: len(desk.senders()) == 2)
    assert desk.page.form.advice.value() == "Sedang ditulis"


def test_the_sheet_is_printed_and_the_letter_opens(office: SmallOffice, sit: Sit) -> None:
    case_id = requests.at_secretary(office)
    desk = sit("hendra")
    desk.press(Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
    desk.bot.waitUntil(lambda: desk.shell.drawer is not None)
    assert desk.papers.asked == [("lembar_disposisi", case_id)]


def test_nothing_is_cut(office: SmallOffice, sit: Sit) -> None:
    requests.at_chair(office)
    assert clipped_texts(sit("ratna").page) == []


def test_nothing_is_cut_in_large_text(office: SmallOffice, large_text: None, sit: Sit) -> None:
    requests.at_chair(office)
    assert clipped_texts(sit("ratna").page) == []

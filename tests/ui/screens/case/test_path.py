"""A request's whole way over the case page, each officer by keyboard: by letter and by form."""

from desk.queries import history
from tests.office import SmallOffice
from tests.stories import by_letter, disposed, take_in, to_kasubag, to_ppid
from tests.ui.screens.case.conftest import Sit


def test_a_letter_is_decided_written_checked_signed_and_goes_to_the_hand_over(
    office: SmallOffice, sit: Sit
) -> None:
    case_id = disposed(office).case_id

    mira = sit("mira").open(case_id)
    assert (mira.step(), mira.tab()) == ("Menyiapkan data", "Jawaban")
    mira.choose_decision("Dikabulkan")
    mira.confirm()
    assert mira.step() == "Pemeriksaan berjenjang"
    assert mira.toasts() == ["Surat diajukan. Sekarang: Pemeriksaan berjenjang · Kasubag Hukum & SDM."]

    for login in ("syahrul", "hendra"):
        controller = sit(login).open(case_id)
        assert controller.tab() == "Jawaban"
        controller.confirm()
        controller.sheet.words.setFocus()
        controller.type_into(controller.sheet.words, "Sudah sesuai")
        controller.confirm()
    assert controller.step() == "Tanda tangan"

    putri = sit("putri").open(case_id)
    putri.confirm()
    letter = office.at("putri").ask(history.letters, case_id)[0]
    assert letter.number
    assert letter.number in putri.toasts()[0]
    assert putri.step() == "Penyerahan"

    mira = sit("mira").open(case_id)
    mira.confirm()
    assert mira.elsewhere.params == {"case_id": case_id}


def test_a_form_is_decided_by_the_ppid_who_names_who_prepares_the_answer(
    office: SmallOffice, sit: Sit
) -> None:
    case_id = to_ppid(office).case_id

    putri = sit("putri").open(case_id)
    putri.choose_decision("Dikabulkan")
    putri.confirm()
    form = putri.page.answer.decide.decision
    assert form.to_role.problem() == "Pilih bagian yang menyiapkan jawaban."
    putri.pick(form.to_role, "Kasubag Hukum & SDM")
    putri.confirm()
    assert putri.step() == "Menyiapkan jawaban"
    assert office.at("putri").ask(history.decision, case_id).kind == "dikabulkan"


def test_who_prepares_a_form_reads_the_decision_and_writes_the_notice(office: SmallOffice, sit: Sit) -> None:
    case_id = to_kasubag(office).case_id

    syahrul = sit("syahrul").open(case_id)
    assert "Dikabulkan · Putri Handayani" in syahrul.words(syahrul.page.answer)
    assert not syahrul.page.answer.prepare.decision.isVisible()
    assert syahrul.letter.value().kind == "pemberitahuan_tertulis"
    syahrul.confirm()

    assert syahrul.step() == "Pemeriksaan berjenjang"


def test_the_front_office_passes_a_request_on_with_one_key(office: SmallOffice, sit: Sit) -> None:
    case_id = take_in(office).case_id

    rahma = sit("rahma").open(case_id)
    assert rahma.tab() == "Ringkasan"
    rahma.confirm()

    assert rahma.step() == "Tim Penghubung"
    assert rahma.toasts() == ["Teruskan ke Tim Penghubung. Sekarang: Tim Penghubung · Tim Penghubung."]


def test_the_sekretaris_is_led_to_the_disposition(office: SmallOffice, sit: Sit) -> None:
    case_id = take_in(office, by_letter(), login="wulan").case_id
    sit("wulan").open(case_id).confirm()

    hendra = sit("hendra").open(case_id)
    hendra.confirm()

    assert hendra.elsewhere.params == {"case_id": case_id}


def test_the_line_of_steps_says_who_and_when(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    steps = sit("mira").open(case_id).page.head.steps.steps()
    assert [(one.label, one.detail) for one in steps[:4]] == [
        ("Diregister", "13 Mar · Wulan"),
        ("Disposisi Sekretaris", "13 Mar · Hendra"),
        ("Disposisi Ketua", "13 Mar · Ratna"),
        ("Menyiapkan data", "sejak 13 Mar"),
    ]

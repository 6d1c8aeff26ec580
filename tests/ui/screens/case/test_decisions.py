"""Each decision on the case page: its fields, what is recorded, which letter it leads to."""

import pytest

from desk.queries import history
from tests.office import SmallOffice
from tests.stories import disposed
from tests.ui.screens.case.conftest import Sit


@pytest.mark.parametrize(
    ("label", "fields", "recorded", "paper"),
    [
        ("Dikabulkan", {}, {"kind": "dikabulkan", "form": "soft"}, "surat_jawaban"),
        (
            "Sebagian",
            {"blacked_out": "Nomor telepon petugas"},
            {"kind": "sebagian", "blacked_out": "Nomor telepon petugas"},
            "surat_jawaban",
        ),
        (
            "Tidak dikuasai",
            {"reason": "Bukan kewenangan kantor ini", "holder_body": "BPS Kabupaten"},
            {"kind": "tidak_dikuasai", "holder_body": "BPS Kabupaten"},
            "pemberitahuan_tertulis",
        ),
        (
            "Belum didokumentasikan",
            {"reason": "Masih disusun", "available_on": "akhir Juni 2026"},
            {"kind": "belum_didokumentasikan", "available_on": "akhir Juni 2026"},
            "pemberitahuan_tertulis",
        ),
    ],
)
def test_a_decision_is_recorded_with_its_letter(
    office: SmallOffice,
    sit: Sit,
    label: str,
    fields: dict[str, str],
    recorded: dict[str, str],
    paper: str,
) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)

    mira.choose_decision(label)
    for name, text in fields.items():
        mira.write(mira.decision_field(name), text)
    mira.confirm()

    row = office.at("mira").ask(history.decision, case_id)
    assert {name: getattr(row, name) for name in recorded} == recorded
    assert office.at("mira").ask(history.letters, case_id)[0].kind == paper
    assert mira.step() == "Pemeriksaan berjenjang"


def test_a_refusal_needs_its_ground_the_kpu_decision_and_the_consequence(
    office: SmallOffice, sit: Sit
) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.choose_decision("Ditolak: dikecualikan")
    mira.confirm()

    assert mira.step() == "Menyiapkan data"
    assert mira.decision_field("grounds").problem() == "Pilih dasar hukum pengecualian."
    assert mira.decision_field("grounds").pick.line.hasFocus()

    mira.add_ground("17 huruf h")
    mira.write(mira.decision_field("legal_basis"), "Keputusan KPU Nomor 999 Tahun 2024")
    mira.write(mira.decision_field("consequence"), "Mengungkap rahasia pribadi")
    mira.confirm()

    row = office.at("mira").ask(history.decision, case_id)
    assert (row.kind, row.grounds) == ("ditolak", ("pasal_17_h",))
    letter = office.at("mira").ask(history.letters, case_id)[0]
    assert letter.kind == "penolakan"
    assert letter.subject.startswith("Penolakan permohonan informasi")


def test_without_a_decision_nothing_is_put_forward(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.confirm()
    assert mira.page.answer.prepare.decision.kind.problem() == "Pilih keputusan."
    assert office.at("mira").ask(history.letters, case_id) == ()


def test_copies_on_paper_ask_for_pages_and_price_and_say_the_sum(office: SmallOffice, sit: Sit) -> None:
    mira = sit("mira").open(disposed(office).case_id)
    mira.choose_decision("Dikabulkan")
    assert not mira.decision_field("pages").isVisible()

    mira.pick(mira.decision_field("form"), "Salinan hardcopy")
    for name, text in (("pages", "10"), ("page_price", "500"), ("sending_cost", "12000")):
        mira.write(mira.decision_field(name), text)

    assert mira.page.answer.prepare.decision.cost.text() == "Biaya ditanggung pemohon: Rp17.000"


def test_the_starting_text_follows_the_decision_until_somebody_writes(office: SmallOffice, sit: Sit) -> None:
    mira = sit("mira").open(disposed(office).case_id)
    mira.choose_decision("Dikabulkan")
    assert "dikabulkan" in mira.letter.body.value()

    mira.write(mira.letter.body, "Naskah kami sendiri.")
    mira.choose_decision("Sebagian")

    assert mira.letter.body.value() == "Naskah kami sendiri."

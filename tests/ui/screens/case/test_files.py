"""Files and papers of a case, and who sees an identity number whole."""

from pathlib import Path

from desk.queries import history
from tests.office import SmallOffice
from tests.stories import NIK, disposed, handed_over, take_in
from tests.ui.drivers.case import KEY
from tests.ui.screens.case.conftest import Sit

PDF = b"%PDF-1.4\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF"


def scan(folder: Path, name: str = "data-dapil-2.pdf") -> Path:
    path = folder / name
    path.write_bytes(PDF)
    return path


def test_a_file_is_added_shown_taken_off_and_put_back(office: SmallOffice, sit: Sit, tmp_path: Path) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.with_files(scan(tmp_path))
    mira.to_tab("Berkas")
    mira.page.files.add.click()
    mira.sheet.files.button.click()
    mira.confirm()
    assert [row.name for row in office.at("mira").ask(history.files, case_id)] == ["data-dapil-2.pdf"]

    view = mira.page.files.files.view
    view.setFocus()
    mira.bot.keyClick(view, KEY.Key_Down)
    mira.bot.keyClick(view, KEY.Key_Delete)
    assert office.at("mira").ask(history.files, case_id) == ()
    mira.shell.undo()
    assert len(office.at("mira").ask(history.files, case_id)) == 1


def test_an_identity_scan_asks_for_its_reason(office: SmallOffice, sit: Sit, tmp_path: Path) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.with_files(scan(tmp_path, "ktp.pdf"))
    mira.to_tab("Berkas")
    mira.page.files.add.click()
    mira.sheet.files.button.click()
    mira.pick(mira.sheet.kind, "Salinan identitas")
    mira.confirm()
    assert mira.sheet.reason.problem() == "Isi alasan menyimpan salinan identitas."
    mira.type_into(mira.sheet.reason, "Diminta pemeriksa")
    mira.confirm()
    assert office.at("mira").ask(history.files, case_id)[0].kind == "identity"


def test_a_paper_is_shown_ready_to_print(office: SmallOffice, sit: Sit) -> None:
    case_id = take_in(office).case_id
    rahma = sit("rahma").open(case_id)
    rahma.to_tab("Berkas")
    view = rahma.page.files.papers.view
    view.setFocus()
    rahma.bot.keyClick(view, KEY.Key_Down)
    rahma.bot.keyClick(view, KEY.Key_Return)
    rahma.bot.waitUntil(lambda: rahma.shell.drawer is not None)
    assert rahma.papers.asked[-1][1] == case_id


def test_every_paper_of_a_closed_case_can_be_had_again(office: SmallOffice, sit: Sit) -> None:
    opened, signed, _delivered = handed_over(office)
    syahrul = sit("syahrul").open(opened.case_id)
    syahrul.to_tab("Berkas")
    titles = [row.title for row in syahrul.page.files.papers.rows()]
    assert titles == [
        "Tanda terima",
        "Tanda terima gulungan",
        "Formulir permohonan",
        "Surat jawaban",
        "Slip ekspedisi",
    ]
    details = [row.detail for row in syahrul.page.files.papers.rows()]
    assert any(signed.number in detail for detail in details)
    assert syahrul.due() == "selesai"
    assert syahrul.step() == "Arsip"


def test_the_identity_number_is_whole_only_for_roles_that_may_see_it(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    mira = sit("mira").open(case_id)
    mira.to_tab("Ringkasan")
    assert NIK in mira.words(mira.page.overview)
    assert NIK not in mira.words(mira.page.short)

    ratna = sit("ratna").open(case_id)
    ratna.to_tab("Ringkasan")
    assert NIK not in ratna.words()
    assert "5299•••••••0003" in ratna.words(ratna.page.overview)


def test_ticking_the_last_paper_lets_a_waiting_request_run_on(office: SmallOffice, sit: Sit) -> None:
    from tests.stories import REQUEST, changed

    case_id = take_in(office, changed(REQUEST, ticked=())).case_id
    rahma = sit("rahma").open(case_id)
    assert rahma.due() == "menunggu pemohon"
    checks = rahma.page.overview.checks
    box = next(box for key, box in checks.boxes.items() if key == "identitas")
    box.setFocus()
    rahma.bot.keyClick(box, KEY.Key_Space)
    rahma.settle()
    assert rahma.step() == "Diregister"


def test_the_history_tells_everything_once(office: SmallOffice, sit: Sit) -> None:
    opened, signed, delivered = handed_over(office)
    syahrul = sit("syahrul").open(opened.case_id)
    syahrul.to_tab("Riwayat")
    told = syahrul.history()
    assert told == [
        "Diserahkan kepada Lalu Ahmad Fauzi",
        f"Surat {signed.number} ditandatangani",
        "Paraf",
        "Paraf",
        "Ajukan pemeriksaan → Pemeriksaan berjenjang",
        "Keputusan: Dikabulkan",
        "Teruskan ke PPID → Keputusan PPID",
        "Teruskan ke Tim Penghubung → Tim Penghubung",
        "Didaftarkan",
    ]
    assert f"Ekspedisi {delivered.number}" in syahrul.words(syahrul.page.history)
    assert "Putri Handayani, Pejabat Pengelola Informasi dan Dokumentasi" in syahrul.words(
        syahrul.page.history
    )

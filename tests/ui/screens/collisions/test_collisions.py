"""Perlu dipilih: both versions side by side, chosen by keyboard; what was refused comes back as a draft."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desk.actions.cases import IntakeOrder, open_case
from desk.actions.conflicts import Choice, settle_conflict
from desk.actions.visits import VisitDraft, register_visit
from desk.queries import visits
from desk.services.common import ApplicantDraft
from desk.ui.runtime.network import NetworkState
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.counter.page import CounterPage
from desk.ui.screens.gate.register import RegisterPage
from desk.ui.screens.work.page import WorkPage
from desk.ui.theme.clipping import clipped_texts
from tests.office import SmallOffice, open_small_office
from tests.requests import FORM, registered
from tests.ui.drivers.collisions import Settling, arrive, conflict, number_given_away, refuse_newest
from tests.ui.drivers.desks import Desk
from tests.ui.drivers.fakes import FakeNetwork

PAGES = {
    "collisions": "desk.ui.screens.collisions.page:CollisionsPage",
    "gate_register": "desk.ui.screens.gate.register:RegisterPage",
    "counter": "desk.ui.screens.counter.page:CounterPage",
}
WORK = {
    "work": "desk.ui.screens.work.page:WorkPage",
    "collisions": "desk.ui.screens.collisions.page:CollisionsPage",
    "case": "desk.ui.screens.case.page:CasePage",
}
Open = Callable[..., Settling]


@pytest.fixture
def office(tmp_path: Path) -> Iterator[SmallOffice]:
    made = open_small_office(tmp_path / "data")
    yield made
    made.store.close()


@pytest.fixture
def opened(office: SmallOffice, qtbot: QtBot) -> Iterator[Open]:
    desks: list[Desk] = []

    def go(login: str = "bayu", pages: dict[str, str] = PAGES) -> Settling:
        network = FakeNetwork(NetworkState(online=True))
        desks.append(Desk(office, login, qtbot, pages, network=network))
        return Settling(desks[-1])

    yield go
    for desk in desks:
        desk.close()


def visited(office: SmallOffice, name: str = "L. Ahmad F.") -> str:
    return register_visit(office.at("bayu"), VisitDraft(name, purpose="Konsultasi")).visit_id


def names_in_conflict(office: SmallOffice, visit_id: str) -> str:
    versions = ({"name": "Lalu Ahmad Fauzi"}, {"name": "Lalu A. Fauzi"}, {"name": "L. Ahmad F."})
    return conflict(office, "visits", visit_id, versions)


def name_now(office: SmallOffice, visit_id: str) -> str:
    found = office.at("bayu").ask(visits.visit, visit_id)
    assert found is not None
    return found.name


def test_without_anything_it_says_what_would_stand_here(opened: Open) -> None:
    settling = opened()
    assert settling.page.list.empty is not None
    assert settling.page.list.empty.isVisible()
    assert settling.offers() == []


def test_both_versions_stand_side_by_side_and_mine_is_taken_by_a_key(
    opened: Open, office: SmallOffice
) -> None:
    visit_id = visited(office)
    names_in_conflict(office, visit_id)
    settling = opened()
    assert settling.rows() == [("L. Ahmad F.", "bentrok")]
    assert settling.words() == [
        "Versi saya",
        "Versi server (Rahma Widyastuti)",
        "Sebelumnya",
        "Nama",
        "Lalu A. Fauzi",
        "L. Ahmad F.",
        "Lalu Ahmad Fauzi",
    ]
    assert "Bayu Prakoso · POS-1 · 09.00" in settling.page.who.text()
    assert settling.offers() == ["Pakai versi saya", "Pakai versi server"]
    assert clipped_texts(settling.desk.window) == []
    settling.desk.press(Qt.Key.Key_F6)
    settling.until_it_shows()
    assert name_now(office, visit_id) == "Lalu A. Fauzi"
    settling.desk.shell.undo()
    settling.until_it_shows(("L. Ahmad F.", "bentrok"))
    assert name_now(office, visit_id) == "L. Ahmad F."


def test_the_servers_version_by_a_key_leaves_the_row(opened: Open, office: SmallOffice) -> None:
    visit_id = visited(office)
    names_in_conflict(office, visit_id)
    settling = opened("rahma")
    assert settling.words()[:2] == ["Versi Bayu Prakoso", "Versi server (saya)"]
    settling.desk.press(Qt.Key.Key_F7)
    settling.until_it_shows()
    assert name_now(office, visit_id) == "L. Ahmad F."


def test_a_number_on_paper_given_to_another_says_what_to_do_and_is_ticked_off_by_a_key(
    opened: Open, office: SmallOffice, large_text: None
) -> None:
    case_id, other = registered(office), registered(office)
    printed, stands = number_given_away(office, case_id, other)
    settling = opened("rahma", WORK)
    settling.desk.window.resize(1366, 768)
    settling.desk.press(Qt.Key.Key_Return)
    assert [badge for _, badge in settling.rows()] == ["nomor berubah"]
    assert settling.words() == [
        *("Di kertas", "Di buku nomor", "Sebelumnya"),
        *("Nomor", printed, stands, "SEMENTARA-LOKET-1-1"),
    ]
    why = settling.page.why.text()
    assert f"memuat nomor {printed}" in why
    assert "diberikan untuk “Rekapitulasi hasil pemilihan anggota DPRD kabupaten per TPS”" in why
    assert f"mencatat {stands}" in why
    assert "Yudi Hartawan" in why
    assert settling.offers() == ["Buka permohonan", "Nomor baru sudah disampaikan"]
    assert clipped_texts(settling.desk.window) == []
    settling.desk.press(Qt.Key.Key_F4)
    page = settling.desk.shell.page
    assert isinstance(page, CasePage)
    settling.desk.bot.waitUntil(lambda: page.file is not None)
    assert page.file is not None
    assert page.file.page.row.id == case_id
    settling.desk.window.navigate("collisions")
    settling.desk.press(Qt.Key.Key_F8)
    settling.until_it_shows()
    settling.desk.shell.undo()
    settling.desk.bot.waitUntil(lambda: len(settling.rows()) == 1)


def test_an_administrator_sees_all_but_takes_no_version_that_is_not_theirs_to_write(
    opened: Open, office: SmallOffice
) -> None:
    names_in_conflict(office, visited(office))
    settling = opened("admin")
    assert settling.offers() == ["Pakai versi server"]
    assert "petugas yang berwenang" in settling.page.why.text()


def test_whom_it_does_not_concern_sees_nothing(opened: Open, office: SmallOffice) -> None:
    names_in_conflict(office, visited(office))
    assert opened("ratna").rows() == []


def test_the_parts_of_a_form_are_compared_not_the_whole(opened: Open, office: SmallOffice) -> None:
    case_id = registered(office)
    with office.store.replica() as replica:
        detail = (replica.copy("cases", case_id) or {})["detail"]
    mine = detail.replace('"note":""', '"note":"Diambil Senin"')
    theirs = detail.replace('"channel":"in_person"', '"channel":"whatsapp"')
    versions = ({"detail": detail}, {"detail": mine}, {"detail": theirs})
    conflict(office, "cases", case_id, versions, ("yudi", "rahma"), case_id)
    settling = opened("rahma")
    assert settling.words()[3:] == [
        *("Saluran", "Datang langsung", "WhatsApp", "Datang langsung"),
        *("Catatan petugas", "Diambil Senin", "—", "—"),
    ]


def test_another_desks_change_leaves_the_chosen_line_chosen(opened: Open, office: SmallOffice) -> None:
    first, second = visited(office, "Tamu Pertama"), visited(office, "Tamu Kedua")
    names_in_conflict(office, first)
    names_in_conflict(office, second)
    settling = opened()
    settling.desk.press(Qt.Key.Key_Down)
    chosen = settling.page.list.current()
    assert settling.page.heading.text() == "Tamu Kedua"
    arrive(office, "visits", first, purpose="Rapat")
    settle_conflict(office.at("rahma"), next(one.key for one in settling.page.list.rows())[2:], Choice.THEIRS)
    settling.until_it_shows(("Tamu Kedua", "bentrok"))
    assert settling.page.list.current() == chosen


@pytest.mark.parametrize(
    ("code", "detail", "sentence"),
    [
        ("not_allowed", {}, "tidak boleh mengubah data ini"),
        ("forged", {}, "Akun ini tidak aktif"),
        ("step_moved", {"now": "ppid"}, "sudah berpindah langkah"),
        ("gone", {}, "sudah tidak ada"),
        ("depends", {"action": "open_case"}, "melanjutkan “Permohonan didaftarkan”"),
        ("duplicate", {}, "sudah ada di server"),
        ("malformed", {}, "hubungi administrator"),
        ("immutable", {}, "tidak dapat diubah lagi"),
        ("of_a_newer_server", {}, "tidak menerima perubahan ini"),
    ],
)
def test_why_it_was_refused_is_said_in_plain_words(
    opened: Open, office: SmallOffice, code: str, detail: dict[str, str], sentence: str
) -> None:
    visited(office, "Baiq Nurul")
    refuse_newest(office, code, detail)
    settling = opened()
    assert settling.rows() == [("Baiq Nurul", "ditolak")]
    assert sentence in settling.page.why.text()
    assert [word for word in settling.words() if word in ("Keperluan", "Konsultasi")] == [
        "Keperluan",
        "Konsultasi",
    ]


def test_a_refused_visit_comes_back_as_the_draft_of_its_form(opened: Open, office: SmallOffice) -> None:
    draft = VisitDraft("Baiq Nurul", institution="Kantor Camat", purpose="Rapat", companion_names=("Ayu",))
    register_visit(office.at("bayu"), draft)
    refuse_newest(office, "duplicate")
    settling = opened()
    assert settling.offers() == ["Buka lagi sebagai draf", "Sudah saya catat"]
    settling.desk.press(Qt.Key.Key_F4)
    page = settling.desk.shell.page
    assert isinstance(page, RegisterPage)
    assert page.form.draft() == replace(draft, companions=1)
    assert settling.desk.ports.drafts.list("visit")
    settling.desk.save()
    assert [row.name for row in office.at("bayu").ask(visits.of_day, office.clock().date())] == ["Baiq Nurul"]
    settling.desk.window.navigate("collisions")
    settling.until_it_shows()


def test_what_is_being_typed_is_not_lost_to_a_refused_visit(opened: Open, office: SmallOffice) -> None:
    visited(office, "Baiq Nurul")
    refuse_newest(office, "duplicate")
    settling = opened()
    settling.desk.window.navigate("gate_register")
    page = settling.desk.shell.page
    assert isinstance(page, RegisterPage)
    settling.desk.type_into(page.form.name, "Tamu lain")
    settling.desk.window.navigate("collisions")
    settling.desk.press(Qt.Key.Key_F4)
    assert page.form.draft().name == "Tamu lain"
    assert any("kosongkan dahulu" in one for one in settling.desk.toasts())
    settling.desk.window.navigate("collisions")
    settling.until_it_shows(("Baiq Nurul", "ditolak"))


def test_a_refused_request_comes_back_as_the_draft_of_its_form(opened: Open, office: SmallOffice) -> None:
    wanted = replace(FORM, applicant=ApplicantDraft(name="Fauziah Hanum", phone="0812-0000-3001"))
    first = open_case(office.at("rahma"), IntakeOrder("informasi", wanted))
    refuse_newest(office, "duplicate")
    settling = opened("rahma")
    settling.desk.press(Qt.Key.Key_F4)
    page = settling.desk.shell.page
    assert isinstance(page, CounterPage)
    assert page.sheet.filled().draft.applicant.name == "Fauziah Hanum"
    settling.desk.save()
    assert page.strip.isVisible()
    with office.store.read() as session:
        (row,) = session.connection().exec_driver_sql("SELECT id FROM cases").all()
    assert row.id != first.case_id


def test_a_refusal_is_noted_by_a_key_and_can_be_taken_back(opened: Open, office: SmallOffice) -> None:
    visited(office, "Baiq Nurul")
    refuse_newest(office, "gone")
    settling = opened()
    settling.desk.press(Qt.Key.Key_F8)
    settling.until_it_shows()
    settling.desk.shell.undo()
    settling.until_it_shows(("Baiq Nurul", "ditolak"))


def test_it_stands_first_in_the_work_list_and_enter_opens_it(opened: Open, office: SmallOffice) -> None:
    case_id = registered(office)
    versions = ({"subject": "Data"}, {"subject": "Data TPS"}, {"subject": "Data DPT"})
    conflict(office, "cases", case_id, versions, ("rahma", "yudi"), case_id)
    settling = opened("syahrul", WORK)
    page = settling.desk.shell.page
    assert isinstance(page, WorkPage)
    assert page.list.headings()[0] == "Perlu dipilih"
    assert page.lead.text() == "1 perlu dipilih"
    settling.desk.press(Qt.Key.Key_Return)
    assert settling.offers() == ["Pakai versi Rahma Widyastuti", "Pakai versi server"]
    assert settling.desk.window.topbar.status.text() == "Tersimpan di server kantor"


def test_large_text_cuts_nothing(opened: Open, office: SmallOffice, large_text: None) -> None:
    names_in_conflict(office, visited(office))
    settling = opened()
    settling.desk.window.resize(1366, 768)
    settling.desk.settle()
    assert clipped_texts(settling.desk.window) == []

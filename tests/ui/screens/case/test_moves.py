"""Moves of a case: reasons, staff, a quicker colleague, closing."""

from desk.queries.case_filter import work_filter
from desk.queries.cases import listed
from desk.services.informasi import Openness
from tests.office import SmallOffice
from tests.stories import REQUEST, changed, disposed, move, take_in, to_kasubag, to_ppid
from tests.ui.drivers.case import KEY
from tests.ui.screens.case.conftest import Sit


def work_of(office: SmallOffice, login: str) -> list[str]:
    place = office.at(login)
    today = office.clock().date()
    wanted = work_filter(place.standards, today, place.roles, place.actor.staff_id)
    return [row.id for row in place.ask(listed, wanted).rows]


def test_a_case_given_to_staff_comes_back_with_the_letter_they_wrote(office: SmallOffice, sit: Sit) -> None:
    case_id = to_kasubag(office).case_id
    syahrul = sit("syahrul").open(case_id)
    syahrul.write(syahrul.letter.body, "Ditulis Kasubag.")
    syahrul.go("Serahkan kepada staf…")
    syahrul.type_into(syahrul.sheet.words, "Mohon disiapkan hari ini")
    syahrul.confirm()
    assert work_of(office, "agus") == [case_id]
    assert work_of(office, "syahrul") == []
    assert "Tarik kembali dari staf" in syahrul.offered()
    syahrul.bot.waitUntil(lambda: "Staf Pelaksana · Agus Salim" in syahrul.words(syahrul.page.short))

    assert not syahrul.ports.drafts.kept
    agus = sit("agus").open(case_id)
    assert agus.letter.body.value() == "Ditulis Kasubag."
    agus.write(agus.letter.body, "Ditulis oleh staf.")
    agus.go("Laporkan hasil kepada Kasubag…")
    assert agus.sheet.to_role() == "kasubag_hukum"
    agus.confirm()

    assert work_of(office, "syahrul") == [case_id]
    assert sit("syahrul").open(case_id).letter.body.value() == "Ditulis oleh staf."


def test_staff_do_not_decide(office: SmallOffice, sit: Sit) -> None:
    case_id = disposed(office).case_id
    move(office, "mira", case_id, "serahkan_staf", assignee_id=office.founded.staff["agus"])
    agus = sit("agus").open(case_id)
    assert agus.offered()[0] == "Laporkan hasil kepada Kasubag…"
    assert "Ajukan pemeriksaan" not in agus.offered()


def test_a_quicker_colleague_is_said_calmly_with_the_newest_state(office: SmallOffice, sit: Sit) -> None:
    case_id = take_in(office).case_id
    rahma = sit("rahma").open(case_id)
    rahma.ctx.hub.close()
    move(office, "yudi", case_id, "teruskan")

    rahma.confirm()

    assert rahma.news() == "Permohonan ini sudah dipindahkan petugas lain. Keadaan terbaru ditampilkan."
    assert rahma.step() == "Tim Penghubung"
    assert rahma.toasts() == []


def test_a_colleagues_move_shows_by_itself(office: SmallOffice, sit: Sit) -> None:
    case_id = take_in(office).case_id
    rahma = sit("rahma").open(case_id)
    move(office, "yudi", case_id, "teruskan")
    rahma.bot.waitUntil(lambda: rahma.step() == "Tim Penghubung")


def test_closing_asks_for_the_reason_in_the_drawer(office: SmallOffice, sit: Sit) -> None:
    case_id = to_ppid(office).case_id
    putri = sit("putri").open(case_id)
    putri.go("Catat pencabutan…")
    putri.confirm()
    assert putri.sheet.words.problem() == "Isi alasan."
    putri.type_into(putri.sheet.words, "Ditarik pemohon lewat telepon")
    putri.confirm()
    assert putri.due() == "selesai"
    assert putri.offered() == []
    assert "Catat pencabutan → Dicabut pemohon" in putri.history()


def test_a_role_is_asked_for_where_the_move_names_one(office: SmallOffice, sit: Sit) -> None:
    case_id = to_ppid(office).case_id
    putri = sit("putri").open(case_id)
    putri.go("Minta data lebih dahulu…")
    putri.pick(putri.sheet.role, "Kasubag Teknis & Hupmas")
    putri.confirm()
    assert putri.step() == "Mengumpulkan data"
    assert work_of(office, "mira") == [case_id]


def test_unknown_cases_are_said_to_be_missing(office: SmallOffice, sit: Sit) -> None:
    rahma = sit("rahma")
    rahma.ctx.open_case("tidak-ada")
    rahma.settle()
    assert rahma.page.missing.isVisible()


def test_open_information_is_given_at_once_against_a_signature(office: SmallOffice, sit: Sit) -> None:
    case_id = take_in(office, changed(REQUEST, openness=Openness.PERIODIC)).case_id
    rahma = sit("rahma").open(case_id)
    rahma.go("Berikan langsung…")
    form = rahma.shell.drawer
    form.sheet.paper.setFocus()
    rahma.bot.keyClick(form.sheet.paper, KEY.Key_Space)
    rahma.confirm()
    assert rahma.toasts() == ["Informasi diberikan, buku ekspedisi 0001/EKS/2026."]
    assert rahma.due() == "selesai"
    assert any(one.startswith("Diserahkan kepada Lalu Ahmad Fauzi") for one in rahma.history())
    assert rahma.shell.drawer is None

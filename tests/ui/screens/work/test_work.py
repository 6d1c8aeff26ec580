"""The work list: what waits, most pressing first, filtered, opened with Enter."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desk.queries.paging import PAGE
from desk.ui.screens.work.page import count_work
from desk.ui.shell.workspace import workspaces_for
from desk.ui.theme.clipping import clipped_texts
from desk.ui.workspaces.kasubag import KASUBAG
from tests.many import copies
from tests.office import SmallOffice
from tests.stories import BY_LETTER, REQUEST, by_letter, disposed, move, to_kasubag
from tests.ui.drivers.desks import ALT
from tests.ui.screens.work.conftest import Sit


def three_ages(office: SmallOffice) -> None:
    """One overdue, one due soon, one with time, all with Kasubag Hukum."""
    to_kasubag(office, replace(REQUEST, information="Yang paling lama"))
    office.clock.pass_(days=20)
    to_kasubag(office, replace(REQUEST, information="Yang mendesak"))
    office.clock.pass_(days=14)
    to_kasubag(office, replace(REQUEST, information="Yang baru masuk"))


def test_the_most_pressing_is_first_under_its_heading(office: SmallOffice, sit: Sit) -> None:
    three_ages(office)
    syahrul = sit("syahrul")
    assert syahrul.headings() == ["Terlambat", "Segera", "Lainnya"]
    assert syahrul.tasks() == ["Yang paling lama", "Yang mendesak", "Yang baru masuk"]
    assert syahrul.dues() == [
        "terlambat 8 hari kerja · 6 Apr",
        "sisa 1 hari kerja · 17 Apr",
        "sisa 10 hari kerja · 30 Apr",
    ]


def test_enter_opens_the_case_and_arrows_pass_over_headings(office: SmallOffice, sit: Sit) -> None:
    three_ages(office)
    syahrul = sit("syahrul")
    syahrul.press_down()
    syahrul.enter()
    assert syahrul.title() == "Yang mendesak: Lalu Ahmad Fauzi"


def test_the_filter_narrows_by_any_word(office: SmallOffice, sit: Sit) -> None:
    three_ages(office)
    syahrul = sit("syahrul")
    syahrul.filter("fauzi mendesak")
    assert syahrul.tasks() == ["Yang mendesak"]
    syahrul.filter(" tidakada")
    assert syahrul.tasks() == []
    assert syahrul.work.empty.title.text() == "Tidak ada yang cocok"


def test_an_empty_list_says_what_will_come(office: SmallOffice, sit: Sit) -> None:
    mira = sit("mira")
    assert mira.work.empty.isVisible()
    assert "didisposisikan kepada Anda" in mira.work.empty.text.text()


def test_only_what_the_own_role_holds_is_listed_and_counted(office: SmallOffice, sit: Sit) -> None:
    disposed(office, by_letter())
    mira = sit("mira")
    assert mira.tasks() == [BY_LETTER.information]
    assert count_work(mira.ctx) == 1
    assert count_work(sit("syahrul").ctx) == 0


def test_staff_see_only_what_was_given_to_them(office: SmallOffice, sit: Sit) -> None:
    case_id = to_kasubag(office).case_id
    assert sit("agus").tasks() == []
    move(office, "syahrul", case_id, "serahkan_staf", assignee_id=office.founded.staff["agus"])
    assert sit("agus").tasks() == [REQUEST.information]


def test_a_case_that_comes_in_shows_by_itself(office: SmallOffice, sit: Sit) -> None:
    syahrul = sit("syahrul")
    to_kasubag(office)
    syahrul.bot.waitUntil(lambda: syahrul.tasks() == [REQUEST.information])


def test_the_workspace_is_for_kasubag_kabag_and_staff(office: SmallOffice) -> None:
    for login in ("syahrul", "mira", "tono", "lina", "agus"):
        assert workspaces_for(office.at(login).roles, [KASUBAG]) == (KASUBAG,)
    assert workspaces_for(office.at("putri").roles, [KASUBAG]) == ()


@pytest.mark.usefixtures("large_text")
def test_nothing_is_cut_with_text_at_150_percent(office: SmallOffice, sit: Sit) -> None:
    three_ages(office)
    syahrul = sit("syahrul")
    syahrul.window.resize(1366, 768)
    syahrul.settle()
    assert clipped_texts(syahrul.work) == []


def test_more_work_than_a_page_is_turned_and_filtered_whole(office: SmallOffice, sit: Sit) -> None:
    copies(office, to_kasubag(office).case_id, PAGE + 2)
    syahrul = sit("syahrul")
    assert (len(syahrul.tasks()), count_work(syahrul.ctx)) == (PAGE, PAGE + 3)
    assert syahrul.work.lead.text() == f"{PAGE + 3} permohonan menunggu"
    syahrul.press(Qt.Key.Key_PageDown, ALT)
    syahrul.settle()
    assert len(syahrul.tasks()) == 3
    syahrul.filter("007/SALIN menyiapkan")
    assert [task.detail.split(" · ")[1] for task in syahrul.work.list.tasks()] == ["007/SALIN"]
    assert syahrul.work.pager.isHidden()

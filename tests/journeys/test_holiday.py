"""A new holiday, by keyboard: the Sekretaris adds it, the open cases it touches move, others stay (R11)."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from desk.actions.calendar import add_stage
from desk.queries import cases
from desk.queries.case_filter import CaseFilter
from desk.services.informasi import Content
from desk.ui.screens.calendar.page import CalendarPage
from desk.ui.screens.case.page import CasePage
from desk.ui.screens.work.page import WorkPage
from tests import stories
from tests.office import SmallOffice
from tests.ui.drivers.building import Building, building, found

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")  # offscreen: grabbing for a menu

HOLIDAY = "Hari jadi Kabupaten Tanjung Lestari"
ANSWERED, FORM, SHORT, LETTER = "Daftar inventaris", "Anggaran kehumasan", "Jadwal kampanye", "Data per desa"
BEFORE = {
    ANSWERED: date(2026, 4, 6),
    FORM: date(2026, 4, 6),
    SHORT: date(2026, 3, 25),
    LETTER: date(2026, 4, 7),
}
AFTER = BEFORE | {FORM: date(2026, 4, 7), LETTER: date(2026, 4, 8)}


def test_a_new_holiday_moves_the_open_cases(tmp_path: Path, qtbot: QtBot) -> None:
    with building(tmp_path, qtbot, found(tmp_path, busy=cases_before_it)) as pc:
        assert dues(pc) == BEFORE
        the_sekretaris_adds_the_day(pc)
        assert dues(pc) == AFTER
        the_sections_find_the_new_dates(pc)
        the_sekretaris_takes_it_back(pc)
        assert dues(pc) == BEFORE


def cases_before_it(office: SmallOffice) -> None:
    """On Friday one case is answered, one waits for Kasubag Hukum, one has the short limit of a running
    stage; on Monday a letter is disposed of to Kasubag Teknis."""
    add_stage(office.at("hendra"), "Masa kampanye", date(2026, 3, 1), date(2026, 3, 31))
    wanted = stories.changed(stories.REQUEST, information=ANSWERED)
    case_id = stories.to_kasubag(office, wanted).case_id
    stories.answer(office, case_id)
    stories.to_kasubag(office, stories.changed(stories.REQUEST, information=FORM))
    stories.to_ppid(office, stories.changed(stories.REQUEST, information=SHORT, content=Content.ELECTION))
    office.clock.pass_(days=3)
    stories.disposed(office, stories.by_letter(information=LETTER))


def the_sekretaris_adds_the_day(pc: Building) -> None:
    with pc.as_("hendra"):
        pc.go("calendar")
        pc.fill("Tanggal", "1/4/2026")
        pc.choose("Jenis", "Kantor tutup")
        pc.fill("Nama hari libur atau alasan", HOLIDAY)
        pc.press("Ctrl+Return")
        assert "1 April 2026 ditambahkan ke kalender." in pc.news()
        assert moved(pc) == {
            FORM: "6 April 2026 → 7 April 2026",
            LETTER: "7 April 2026 → 8 April 2026",
        }
        pc.light(LETTER)
        pc.press("Return")
        assert on_case(pc).head.headline.text().startswith(LETTER)


def the_sections_find_the_new_dates(pc: Building) -> None:
    for login, subject, day in (("syahrul", FORM, "7 Apr"), ("mira", LETTER, "8 Apr")):
        with pc.as_(login):
            pc.go("work")
            work = pc.page
            assert isinstance(work, WorkPage)
            (task,) = work.list.tasks()
            assert task.title == subject
            assert task.due.endswith(f"· {day}")
            pc.light(subject)
            pc.press("Return")
            pc.push("Mengapa tanggal ini?")
            assert HOLIDAY in pc.drawer_words()
            pc.close_drawer()


def the_sekretaris_takes_it_back(pc: Building) -> None:
    with pc.as_("hendra"):
        pc.go("calendar")
        pc.light(HOLIDAY)
        pc.push("Hapus dari kalender")
        assert moved(pc) == {
            FORM: "7 April 2026 → 6 April 2026",
            LETTER: "8 April 2026 → 7 April 2026",
        }


def moved(pc: Building) -> dict[str, str]:
    """What the page lists as moved: subject and both dates."""
    page = pc.page
    assert isinstance(page, CalendarPage)
    return {row.detail.rpartition(" · ")[2]: row.title for row in page.moved.list.rows()}


def on_case(pc: Building) -> CasePage:
    page = pc.page
    assert isinstance(page, CasePage)
    return page


def dues(pc: Building) -> dict[str, date | None]:
    """Every case with its due date."""
    wanted = CaseFilter(pc.house.standards, pc.house.local_now().date(), open_only=False)
    with pc.house.store.read() as session:
        return {row.subject: row.due for row in cases.listed(session, wanted).rows}

"""What is offered to whom, and how a case reads in words: without any widget."""

from datetime import date

from desk.queries.casefile import CaseFile, case_file
from desk.ui.screens.case.offers import Mode, Way, mode, offers
from desk.ui.screens.due import due_words
from desk.ui.screens.work.groups import GROUPS, grouped, matching, task_of
from desk.ui.words import short_day
from tests.office import SmallOffice
from tests.stories import disposed, handed_over, move, take_in, to_control, to_kasubag, to_ppid, to_signer


def read(office: SmallOffice, case_id: str) -> CaseFile:
    place = office.at("rahma")
    file = place.ask(case_file, place.standards, place.now(), case_id)
    assert file is not None
    return file


def ways(office: SmallOffice, login: str, case_id: str) -> dict[str, Way]:
    place = office.at(login)
    return {
        one.move.verb: one.way for one in offers(read(office, case_id), place.roles, place.actor.staff_id)
    }


def the_mode(office: SmallOffice, login: str, case_id: str) -> Mode:
    place = office.at(login)
    return mode(offers(read(office, case_id), place.roles, place.actor.staff_id))


def test_each_step_is_for_its_own_people(office: SmallOffice) -> None:
    for story, login, wanted in (
        (to_ppid, "putri", Mode.DECIDE),
        (to_kasubag, "syahrul", Mode.PREPARE),
        (disposed, "mira", Mode.PREPARE),
        (to_control, "syahrul", Mode.CHECK),
        (to_signer, "putri", Mode.SIGN),
    ):
        case_id = story(office).case_id
        assert the_mode(office, login, case_id) is wanted
        assert the_mode(office, "yudi", case_id) is Mode.READ


def test_the_ways_of_a_letter_under_control(office: SmallOffice) -> None:
    case_id = to_control(office).case_id
    assert ways(office, "syahrul", case_id) == {"paraf": Way.PARAF, "kembalikan": Way.RETURN_LETTER}
    assert ways(office, "hendra", case_id) == {}


def test_a_closed_case_offers_nothing(office: SmallOffice) -> None:
    opened, _signed, _delivered = handed_over(office)
    assert ways(office, "rahma", opened.case_id) == {}
    file = read(office, opened.case_id)
    assert due_words(file.page.row, file.flow, date(2026, 3, 13)) == "selesai"


def test_a_case_given_to_one_of_the_staff_is_theirs_alone(office: SmallOffice) -> None:
    case_id = to_kasubag(office).case_id
    move(office, "syahrul", case_id, "serahkan_staf", assignee_id=office.founded.staff["agus"])
    agus = office.at("agus")
    assert "laporkan" in {
        one.move.verb for one in offers(read(office, case_id), agus.roles, agus.actor.staff_id)
    }
    assert offers(read(office, case_id), agus.roles, "somebody else") == ()


def test_groups_follow_the_pressure_and_waiting_ones_come_last(office: SmallOffice) -> None:
    case_id = take_in(office).case_id
    place = office.at("rahma")
    move(office, "rahma", case_id, "minta_kelengkapan", reason="Kurang jelas")
    row = read(office, case_id).page.row
    task = task_of(row, place.standards, date(2026, 9, 1))
    assert (task.group, task.due) == (GROUPS[-1], "menunggu pemohon")
    assert matching([task], "fauzi REKAP") == (task,)
    assert matching([task], "fauzi lain") == ()
    assert [getattr(line, "text", "") for line in grouped([task])] == ["Lainnya", ""]


def test_days_of_another_year_say_so() -> None:
    assert short_day(date(2026, 12, 4)) == "4 Des"
    assert short_day(date(2027, 1, 4), date(2026, 12, 4)) == "4 Jan 2027"

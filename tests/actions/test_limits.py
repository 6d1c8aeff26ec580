"""Extending limits."""

from datetime import date

import pytest

from desk.actions.calendar import add_stage
from desk.actions.cases import update_checklist
from desk.actions.errors import NotAllowedError, NotFoundError
from desk.actions.limits import ExtensionRefusedError, extend_limit
from desk.actions.mandates import give_mandate
from desk.queries import cases, history, limits
from desk.queries.office import working_calendar
from desk.services.informasi import Content
from tests.invariants import check
from tests.office import SmallOffice
from tests.stories import REQUEST, changed, handed_over, take_in, to_ppid
from tests.walks import standing


@pytest.mark.parametrize(
    ("grants", "due"),
    [
        ([1], date(2026, 4, 7)),
        ([7], date(2026, 4, 15)),
        ([2, 5], date(2026, 4, 15)),
        ([3, 3, 1], date(2026, 4, 15)),
    ],
)
def test_ten_days_may_become_seventeen_in_all(office: SmallOffice, grants: list[int], due: date) -> None:
    opened = to_ppid(office)
    for days in grants:
        moved = extend_limit(office.at("putri"), opened.case_id, days, "Data pada arsip lama").move
        assert moved.after == standing(office, opened.case_id).due
    case = standing(office, opened.case_id)
    assert (case.due, case.original_due) == (due, date(2026, 4, 6))
    if sum(grants) == 7:
        with pytest.raises(ExtensionRefusedError, match="tidak dapat diperpanjang lagi"):
            extend_limit(office.at("putri"), opened.case_id, 1, "Lagi")
    check(office)


def test_three_days_may_become_five(office: SmallOffice) -> None:
    add_stage(office.at("admin"), "Tahapan", date(2026, 3, 1), date(2026, 3, 31))
    opened = to_ppid(office, changed(REQUEST, content=Content.ELECTION))
    with pytest.raises(ExtensionRefusedError, match="paling banyak 2"):
        extend_limit(office.at("putri"), opened.case_id, 3, "Data banyak")
    moved = extend_limit(office.at("putri"), opened.case_id, 2, "Data banyak").move
    assert (moved.before, moved.after) == (date(2026, 3, 25), date(2026, 3, 27))


@pytest.mark.parametrize(("days", "reason"), [(8, "x"), (0, "x"), (-3, "x"), (3, "  ")])
def test_an_extension_needs_days_within_the_standard_and_a_reason(
    office: SmallOffice, days: int, reason: str
) -> None:
    opened = to_ppid(office)
    with pytest.raises(ExtensionRefusedError):
        extend_limit(office.at("putri"), opened.case_id, days, reason)
    assert standing(office, opened.case_id).due == date(2026, 4, 6)
    assert office.at("putri").ask(limits.extensions, opened.case_id) == ()


def test_an_overdue_limit_is_not_extended_but_one_due_today_is(office: SmallOffice) -> None:
    opened = to_ppid(office)
    office.clock.pass_(days=24)  # Monday 6 April
    extend_limit(office.at("putri"), opened.case_id, 1, "Sisa satu berkas")
    office.clock.pass_(days=2)
    with pytest.raises(ExtensionRefusedError, match="sudah lewat"):
        extend_limit(office.at("putri"), opened.case_id, 1, "Lagi")


def test_an_extension_is_written_into_the_history(office: SmallOffice) -> None:
    opened = to_ppid(office)
    fajar = office.founded.staff["fajar"]
    give_mandate(office.at("putri"), fajar, "ppid", office.clock(), None)
    extend_limit(office.at("fajar"), opened.case_id, 2, "Koordinasi")
    row = office.at("fajar").ask(history.steps, opened.case_id)[-1]
    assert (row.verb, row.note, row.role, row.acting) == ("perpanjang", "2 hari: Koordinasi", "ppid", True)
    texts = [one.text for one in office.at("fajar").ask(history.due_events, opened.case_id)]
    assert texts == ["Diperpanjang 2 hari: Koordinasi", "Batas waktu dihitung ulang: Perpanjangan 2 hari"]


@pytest.mark.parametrize("login", ["rahma", "fajar", "agus", "ratna", "hendra", "admin"])
def test_who_may_not_extend_is_refused(office: SmallOffice, login: str) -> None:
    opened = to_ppid(office)
    with pytest.raises(NotAllowedError):
        extend_limit(office.at(login), opened.case_id, 1, "x")


def test_a_closed_case_is_not_extended(office: SmallOffice) -> None:
    opened, _, _ = handed_over(office)
    with pytest.raises(NotFoundError):
        extend_limit(office.at("putri"), opened.case_id, 1, "x")


def test_days_stopped_and_days_granted_both_count(office: SmallOffice) -> None:
    opened = take_in(office, changed(REQUEST, ticked=()))
    office.clock.pass_(days=4)  # Tuesday 17 March
    update_checklist(office.at("rahma"), opened.case_id, {"identitas": True})
    extend_limit(office.at("putri"), opened.case_id, 3, "Data banyak")
    desk = office.at("putri")
    due = desk.ask(limits.explanation, office.standards, desk.ask(working_calendar), opened.case_id)
    assert due is not None
    assert (due.due, due.extended_days, due.stopped_days) == (standing(office, opened.case_id).due, 3, 2)
    assert due.original_due == standing(office, opened.case_id).original_due
    page = desk.ask(cases.page, office.standards, date(2026, 3, 17), opened.case_id)
    assert page is not None
    assert page.row.due == due.due

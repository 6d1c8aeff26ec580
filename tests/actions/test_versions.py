"""Two versions of a standard side by side in one office: new cases fall under the newer, old ones keep
theirs."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desk.actions.calendar import close_day
from desk.actions.cases import IntakeOrder, open_case
from desk.actions.tickets import issue_ticket
from desk.assets import resource
from desk.queries.office import profile
from desk.rules.calendar import DayKind
from desk.standards.loader import Standards, load_standards
from tests.invariants import check
from tests.office import MORNING, SmallOffice, StillClock
from tests.requests import FORM, registered
from tests.walks import standing

FROM = date(2026, 3, 16)
NEWER = f"""
base = "ksb"
series = "ksb"
valid_from = {FROM}
[services.informasi.limits.umum]
days = 7
[services.magang]
queue_prefix = "Z"
"""
LATER = MORNING + timedelta(days=4)


@pytest.fixture
def standards(tmp_path: Path) -> Standards:
    """What ships, and the office's own newer version of it."""
    (tmp_path / "standards").mkdir()
    (tmp_path / "standards" / "ksb2026.toml").write_text(NEWER, encoding="utf-8")
    return load_standards(resource("standards"), tmp_path)


@pytest.fixture
def both(office: SmallOffice, standards: Standards) -> SmallOffice:
    return replace(office, standards=standards)


def test_a_case_keeps_the_version_it_was_opened_under(both: SmallOffice) -> None:
    before = registered(both)
    assert both.at("rahma").standard.id == "ksb"
    later = at(both, LATER)
    after = registered(later)
    assert [standing(later, one).standard for one in (before, after)] == ["ksb", "ksb2026"]
    assert [standing(later, one).due for one in (before, after)] == [date(2026, 4, 6), date(2026, 4, 2)]
    assert later.at("rahma").standard.id == "ksb2026"
    assert later.at("rahma").ask(profile).standard == "ksb"
    close_day(later.at("admin"), date(2026, 3, 30), DayKind.CLOSING, "Pindah gedung")
    assert [standing(later, one).due for one in (before, after)] == [date(2026, 4, 7), date(2026, 4, 6)]
    check(later)


def test_what_came_in_on_paper_before_falls_under_the_version_of_its_day(both: SmallOffice) -> None:
    later = at(both, LATER)
    order = IntakeOrder("informasi", FORM, received_at=MORNING, back_entry=True)
    opened = open_case(later.at("rahma"), order)
    assert standing(later, opened.case_id).standard == "ksb"


def test_tickets_go_by_the_version_in_force(both: SmallOffice) -> None:
    assert issue_ticket(both.at("rahma"), "magang").label == "F-001"
    assert issue_ticket(at(both, LATER).at("rahma"), "magang").label == "Z-001"


def at(office: SmallOffice, moment: datetime) -> SmallOffice:
    """The same office at another moment."""
    return replace(office, clock=StillClock(moment))

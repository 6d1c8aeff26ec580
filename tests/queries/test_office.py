"""The office's profile and working calendar."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from desk.actions.calendar import add_stage
from desk.queries import office as queries
from desk.queries.office import OfficeMissingError
from desk.store.keys import Cost, MachineKeys
from desk.store.store import Store
from tests.office import MORNING, SmallOffice


def test_the_profile_knows_its_own_day(office: SmallOffice) -> None:
    profile = office.at("rahma").ask(queries.profile)
    late = datetime(2026, 3, 13, 16, 30, tzinfo=UTC)
    assert profile.day_of(late) == date(2026, 3, 14)
    assert f"{profile.local(MORNING):%H.%M %Z}" == "09.00 WITA"
    assert (profile.name, profile.level, profile.standard) == (
        "KPU Kabupaten Tanjung Lestari",
        "kabupaten",
        "ksb",
    )


def test_settings_of_the_wrong_kind_fall_back(office: SmallOffice) -> None:
    from desk.models import Office

    with office.at("admin").write("set_up") as session:
        session.query(Office).one().settings = {
            "roll": 58,
            "typeface": "serif",
            "priority_run": "3",
            "empty": "",
        }
    profile = office.at("rahma").ask(queries.profile)
    assert profile.text("roll", "roll80") == "roll80"
    assert profile.text("typeface", "sans") == "serif"
    assert profile.text("empty", "x") == "x"
    assert profile.number("priority_run", 2) == 2
    assert profile.number("roll", 0) == 58


def test_the_calendar_has_hours_holidays_and_stages(office: SmallOffice) -> None:
    add_stage(office.at("admin"), "Kampanye", date(2026, 5, 1), date(2026, 5, 31))
    calendar = office.at("rahma").ask(queries.working_calendar)
    assert calendar.why_closed(date(2026, 3, 19)) is not None
    assert calendar.is_working(date(2026, 3, 13))
    assert calendar.is_open_at(MORNING)
    stage = calendar.stage_on(date(2026, 5, 31))
    assert stage is not None
    assert stage.name == "Kampanye"
    assert calendar.stage_on(date(2026, 6, 1)) is None


def test_roles_are_filled_by_who_is_active_on_the_day(office: SmallOffice) -> None:
    from desk.models import Staff, StaffRole

    filled = office.at("rahma").ask(queries.roles_filled, date(2026, 3, 13))
    assert {"ketua", "ppid", "staf"} <= filled
    assert "kabag_umum" not in filled
    with office.at("admin").write("set_up") as session:
        session.query(Staff).filter_by(login="agus").one().active = False
        putri = session.query(Staff).filter_by(login="putri").one()
        session.query(StaffRole).filter_by(staff_id=putri.id).one().until = date(2026, 3, 20)
    assert "staf" not in office.at("rahma").ask(queries.roles_filled, date(2026, 3, 13))
    assert "ppid" in office.at("rahma").ask(queries.roles_filled, date(2026, 3, 20))
    assert "ppid" not in office.at("rahma").ask(queries.roles_filled, date(2026, 3, 21))
    assert "ppid" not in office.at("rahma").ask(queries.roles_filled, date(2026, 3, 12))


def test_an_empty_store_has_no_office(tmp_path: Path) -> None:
    store = Store.create(tmp_path, MachineKeys(tmp_path, Cost(passes=1, memory_kib=64)))
    with store.read() as session, pytest.raises(OfficeMissingError):
        queries.profile(session)
    store.close()

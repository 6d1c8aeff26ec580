"""A newer version of the standard reaches open cases on several desks, and all of them agree (KPG)."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from desk.actions.steps import MoveOrder, move_case
from desk.actions.versions import follow_new_standard
from desk.assets import resource
from desk.models import Case
from desk.queries import history
from desk.rules.versions import VERB
from desk.rules.workflow import MoveUnknown
from desk.standards.loader import Standards, load_standards
from desk.store.changelog import record_command
from desk.sync.server.install import install
from tests.lan import Desk, OfficeLan
from tests.office import MORNING
from tests.sync.invariants import quiet
from tests.sync.test_two_desks import take_in

NEWER = """
base = "ksb"
series = "ksb"
valid_from = 2026-03-16
applies_to = "unfinished_steps"
[services.informasi.limits.umum]
days = 7
[[services.informasi.flows.form.steps]]
id = "registrasi"
label = "Didaftarkan"
roles = ["front_office", "register"]
moves = [{ verb = "serahkan_ppid", label = "Serahkan ke PPID", to = "ppid" }]
[[services.informasi.flows.form.steps]]
id = "ppid"
label = "PPID"
roles = ["ppid"]
moves = [{ verb = "tutup", label = "Tutup", to = "arsip", kind = "close" }]
[[services.informasi.flows.form.steps]]
id = "arsip"
label = "Arsip"
end = true
[[services.informasi.flows.form.steps]]
id = "dicabut"
label = "Dicabut pemohon"
end = true
"""


@pytest.fixture
def standards(tmp_path: Path) -> Standards:
    """What ships, and the office's newer version, which reaches unfinished steps."""
    (tmp_path / "own" / "standards").mkdir(parents=True)
    (tmp_path / "own" / "standards" / "ksb2026.toml").write_text(NEWER, encoding="utf-8")
    return load_standards(resource("standards"), tmp_path / "own")


@pytest.fixture
def renewed(lan: OfficeLan, standards: Standards) -> OfficeLan:
    """The newer version lies on the server and on every PC; three desks."""
    install(lan.admin, standards.by_id.values(), "KPU Kabupaten Tanjung Lestari")
    lan.server.office.standards = standards
    lan.desk("LOKET-1")
    lan.desk("PIMPINAN", "leadership")
    return lan


def standing(desk: Desk, case_id: str) -> Case:
    with desk.store.read() as session:
        found = session.get(Case, case_id)
    assert found is not None
    return found


def goings_over(desk: Desk, case_id: str) -> list[str]:
    """Notes of the records that say so."""
    rows = desk.at("hendra").ask(history.steps, case_id)
    return [row.note for row in rows if row.verb == VERB]


def begun(lan: OfficeLan) -> str:
    """A request taken in under the older version, known everywhere; then the newer one is in force."""
    case_id = take_in(lan.desks["LOKET-1"]).case_id
    quiet(lan)
    lan.server.office.clock.at = MORNING + timedelta(days=4)
    return case_id


def test_what_one_desk_does_every_desk_has(renewed: OfficeLan) -> None:
    case_id = begun(renewed)
    leader, counter = renewed.desks["PIMPINAN"], renewed.desks["LOKET-1"]
    done = follow_new_standard(leader.at("hendra"))
    assert (done.count, [one.after for one in done.moved]) == (1, [date(2026, 3, 31)])
    quiet(renewed)
    assert renewed.bundles() == []
    seen = standing(counter, case_id)
    assert (seen.standard, seen.due) == ("ksb2026", date(2026, 3, 31))
    assert goings_over(counter, case_id) == ["ksb → ksb2026"]
    assert follow_new_standard(renewed.server.at("admin")).count == 0
    move_case(counter.at("rahma"), MoveOrder(case_id, "serahkan_ppid"))
    quiet(renewed)
    assert standing(leader, case_id).step == "ppid"


def test_two_desks_that_do_it_at_once_agree_on_one(renewed: OfficeLan) -> None:
    case_id = begun(renewed)
    leader, admin = renewed.desks["PIMPINAN"], renewed.server
    assert follow_new_standard(leader.at("hendra")).count == 1
    assert follow_new_standard(admin.at("admin")).count == 1
    quiet(renewed)
    assert [(action, code) for action, code, _detail in renewed.bundles()] == [
        ("follow_standard", "step_moved")
    ]
    for desk in renewed.desks.values():
        assert standing(desk, case_id).standard == "ksb2026"
        assert goings_over(desk, case_id) == ["ksb → ksb2026"]


@pytest.mark.parametrize("first", ["LOKET-1", "PIMPINAN"])
def test_a_move_under_the_older_version_meets_the_newer_one(renewed: OfficeLan, first: str) -> None:
    """Whichever reaches the server first stands; the other is told, and every desk has the same."""
    case_id = begun(renewed)
    counter, leader = renewed.desks["LOKET-1"], renewed.desks["PIMPINAN"]
    move_case(counter.at("rahma"), MoveOrder(case_id, "teruskan"))
    follow_new_standard(leader.at("hendra"))
    renewed.desks[first].sync()
    quiet(renewed)
    standings = {
        (standing(desk, case_id).standard, standing(desk, case_id).step) for desk in renewed.desks.values()
    }
    expected = ("ksb", "tim_penghubung") if first == "LOKET-1" else ("ksb2026", "registrasi")
    assert standings == {expected}
    ((_action, code, _detail),) = renewed.bundles()
    assert code == ("step_moved" if first == "LOKET-1" else "move_unknown")


def test_who_keeps_no_standards_cannot_bring_a_case_over(renewed: OfficeLan) -> None:
    """A desk's own record of it is refused by the server: the officer lacks the right."""
    case_id = begun(renewed)
    counter = renewed.desks["LOKET-1"]
    place = counter.at("rahma")
    with place.write("follow_standard") as session:
        case = session.get(Case, case_id)
        assert case is not None
        record_command(session, row_id=case_id, from_step=case.step, verb=VERB, to_step=case.step)
        case.standard = "ksb2026"
    quiet(renewed)
    assert [code for _action, code, _detail in renewed.bundles()] == ["move_unknown"]
    assert standing(counter, case_id).standard == "ksb"
    with pytest.raises(MoveUnknown):
        move_case(place, MoveOrder(case_id, "serahkan_ppid"))

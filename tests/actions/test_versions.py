"""Two versions of a standard side by side in one office: new cases fall under the newer, old ones keep
theirs."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from msgspec import structs

from desk.actions.calendar import close_day
from desk.actions.cases import IntakeOrder, open_case
from desk.actions.lan import Alone, ServerNeededError
from desk.actions.tickets import issue_ticket
from desk.actions.versions import Followed, follow_new_standard
from desk.assets import resource
from desk.models import Case
from desk.queries import history, versions
from desk.queries.casefile import case_file
from desk.queries.office import profile
from desk.rules.calendar import DayKind
from desk.rules.versions import VERB
from desk.rules.workflow import MoveUnknown
from desk.standards.loader import Standards, load_standards
from desk.standards.model import AppliesTo
from tests.invariants import check
from tests.kupang import LETTER, disposed, handed, kupang, moved
from tests.kupang import registered as letter
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


# a version that reaches unfinished steps (KPG, Pengesahan 2-4)

KPG2026 = f"""
base = "kpg"
series = "kpg"
valid_from = {FROM}
decree = {{ number = "5 Tahun 2026", issued_on = {FROM}, issued_by = "KPU Kota Kupang", title = "Perubahan" }}
[services.sop_kupang.limits.umum]
label = "3 hari kerja"
days = 3
until = "handed_over"
[[services.sop_kupang.flows.surat.steps]]
id = "penerimaan"
label = "Penerimaan surat"
roles = ["front_office", "register"]
planned_minutes = 2
moves = [{{ verb = "teruskan", label = "Teruskan", to = "disposisi" }}]
[[services.sop_kupang.flows.surat.steps]]
id = "disposisi"
label = "Disposisi surat"
roles = ["sekretaris"]
planned_minutes = 15
[[services.sop_kupang.flows.surat.steps.moves]]
verb = "disposisikan"
label = "Disposisikan"
to = "tindak_lanjut"
sheet = "dispose"
names_role = true
[[services.sop_kupang.flows.surat.steps]]
id = "tindak_lanjut"
label = "Menyiapkan data"
roles = ["kasubag_data"]
holder_rule = "named"
planned_minutes = 45
moves = [{{ verb = "serahkan", label = "Serahkan", to = "arsip", sheet = "hand_over" }}]
[[services.sop_kupang.flows.surat.steps]]
id = "arsip"
label = "Arsip"
end = true
[[services.sop_kupang.flows.surat.steps]]
id = "dicabut"
label = "Dicabut pemohon"
end = true
"""


@pytest.fixture
def revised(tmp_path: Path) -> Standards:
    """What ships, and a revision of Kota Kupang's procedure that reaches unfinished steps."""
    (tmp_path / "own" / "standards").mkdir(parents=True)
    (tmp_path / "own" / "standards" / "kpg2026.toml").write_text(KPG2026, encoding="utf-8")
    return load_standards(resource("standards"), tmp_path / "own")


@pytest.fixture
def kota(tmp_path: Path, revised: Standards) -> Iterator[SmallOffice]:
    with kupang(tmp_path / "kota") as founded:
        yield replace(founded, standards=revised)


def three_letters(kota: SmallOffice) -> tuple[str, str, str]:
    """One at the disposition, one with the Kasubag who reads it, one where it is identified."""
    found = []
    for far in range(3):
        case_id = letter(kota, LETTER)
        moved(kota, case_id, "rahma", "teruskan", 2)
        if far:
            disposed(kota, case_id, 4)
        if far == 2:  # a step the revision does away with
            moved(kota, case_id, "lina", "cermati", 9)
        found.append(case_id)
    return found[0], found[1], found[2]


def test_unfinished_steps_go_over_and_what_is_done_stays_as_it_was(kota: SmallOffice) -> None:
    waiting, read, identified = three_letters(kota)
    later = at(kota, LATER)
    done = follow_new_standard(later.at("hendra"))
    assert done.count == 2
    assert [(one.case_id, one.stays) for one in done.stay] == [
        (identified, "Langkah Identifikasi tidak ada pada standar baru.")
    ]
    assert [standing(later, one).standard for one in (waiting, read, identified)] == [
        "kpg2026",
        "kpg2026",
        "kpg",
    ]
    file = later.at("lina").ask(case_file, later.standards, later.clock(), read)
    assert file is not None
    assert [(one.stay.step, one.planned) for one in file.minutes] == [
        ("penerimaan", 3),
        ("disposisi", 5),
        ("tindak_lanjut", 45),
    ]
    assert [one.verb for one in file.steps][-1] == VERB
    assert file.flow.step("tindak_lanjut").label == "Menyiapkan data"
    check(later)


def test_limits_are_counted_by_the_new_standard_and_said(kota: SmallOffice) -> None:
    waiting, read, _identified = three_letters(kota)
    later = at(kota, LATER)
    done = follow_new_standard(later.at("admin"))
    day = date(2026, 3, 25)
    assert {(one.case_id, one.before, one.after) for one in done.moved} == {
        (waiting, None, day),
        (read, None, day),
    }
    events = later.at("lina").ask(history.due_events, read)
    assert [one.text for one in events] == ["Batas waktu dihitung ulang: Standar baru: 5 Tahun 2026"]


def test_a_limit_in_days_that_is_no_more_falls_away(kota: SmallOffice, revised: Standards) -> None:
    counted = revised.get("kpg2026")
    free = structs.replace(
        revised.get("kpg"), id="kpg2027", valid_from=date(2026, 3, 17), applies_to=AppliesTo.UNFINISHED_STEPS
    )
    case_id = letter(at(kota, datetime(2026, 3, 16, 1, 0, tzinfo=UTC)), LETTER)
    before = standing(kota, case_id)
    assert (before.standard, before.due) == ("kpg2026", date(2026, 3, 26))
    both = replace(kota, standards=Standards({**revised.by_id, free.id: free, counted.id: counted}))
    done = follow_new_standard(at(both, LATER).at("admin"))
    assert [(one.before, one.after) for one in done.moved] == [(date(2026, 3, 26), None)]
    assert standing(both, case_id).due is None


def test_a_day_promised_to_the_applicant_stays(kota: SmallOffice, revised: Standards) -> None:
    free = structs.replace(
        revised.get("kpg"), id="kpg2027", valid_from=FROM, applies_to=AppliesTo.UNFINISHED_STEPS
    )
    case_id, promised = letter(kota, LETTER), date(2026, 3, 30)
    with kota.at("rahma").write("promise") as session:
        session.get_one(Case, case_id).due = promised
    both = replace(
        kota, standards=Standards({"ksb": revised.get("ksb"), "kpg": revised.get("kpg"), "kpg2027": free})
    )
    done = follow_new_standard(at(both, LATER).at("admin"))
    assert (done.count, done.moved) == (1, ())
    case = standing(both, case_id)
    assert (case.standard, case.due) == ("kpg2027", promised)


def test_what_changed_meanwhile_is_left_for_the_next_time(
    kota: SmallOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between the look and the change of each case somebody withdrew one and took another further."""
    waiting, read, _identified = three_letters(kota)
    later = at(kota, LATER)
    seen = later.at("admin").ask(versions.reached, later.standards, LATER.date())
    moved(later, waiting, "rahma", "cabut", 0, reason="Tidak jadi")
    moved(later, read, "lina", "cermati", 0)
    monkeypatch.setattr(versions, "reached", lambda *_args: seen)
    assert follow_new_standard(later.at("admin")).count == 0
    assert [standing(later, one).standard for one in (waiting, read)] == ["kpg", "kpg"]


def test_it_happens_once_and_only_for_open_cases_of_the_series(kota: SmallOffice) -> None:
    three_letters(kota)
    closed = letter(kota, LETTER)
    moved(kota, closed, "rahma", "cabut", 1, reason="Tidak jadi")
    later = at(kota, LATER)
    assert follow_new_standard(later.at("admin")).count == 2
    again = follow_new_standard(later.at("admin"))
    assert (again.count, again.moved, len(again.stay)) == (0, (), 1)
    assert standing(later, closed).standard == "kpg"


def test_before_its_day_and_for_revisions_of_new_cases_nothing_changes(
    kota: SmallOffice, both: SmallOffice
) -> None:
    three_letters(kota)
    assert follow_new_standard(kota.at("admin")).count == 0
    case_id = registered(both)
    assert follow_new_standard(at(both, LATER).at("admin")) == Followed(0, (), ())
    assert standing(both, case_id).standard == "ksb"


def test_a_case_goes_on_by_the_new_steps(kota: SmallOffice) -> None:
    _waiting, read, _identified = three_letters(kota)
    kota.clock.at = LATER
    follow_new_standard(kota.at("admin"))
    with pytest.raises(MoveUnknown):
        moved(kota, read, "lina", "cermati", 1)
    handed(kota, read, "lina", 5)
    assert standing(kota, read).step == "arsip"
    check(kota)


def test_other_officers_in_charge_end_the_old_procedure_as_a_whole(
    kota: SmallOffice, revised: Standards
) -> None:
    newer = revised.get("kpg2026")
    service = structs.replace(newer.services["sop_kupang"], responsible=("sekretaris",))
    moved_on = structs.replace(newer, services={**newer.services, "sop_kupang": service})
    less = structs.replace(newer, services={"keberatan": newer.services["keberatan"]})
    three_letters(kota)
    for standard in (moved_on, less):
        standards = Standards({**revised.by_id, "kpg2026": standard})
        found = kota.at("admin").ask(versions.reached, standards, LATER.date())
        assert [one.voided for one in found] == [True] * 3
    assert [one.voided for one in kota.at("admin").ask(versions.reached, revised, LATER.date())] == [
        False
    ] * 3


def test_off_the_network_it_waits_for_the_server(kota: SmallOffice) -> None:
    place = replace(at(kota, LATER).at("admin"), lan=Away())
    with pytest.raises(ServerNeededError, match="Luring"):
        follow_new_standard(place)


class Away(Alone):
    """The server is out of reach."""

    @contextmanager
    def first(self, key: str) -> Iterator[bool]:  # noqa: ARG002 - never sure
        yield False

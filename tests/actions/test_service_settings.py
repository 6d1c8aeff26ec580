"""What the office sets for its services reaches open cases, forms and papers, closed ones never (R11)."""

from datetime import date
from typing import Any

import pytest

from desk.actions.errors import ProblemsError, StaleError
from desk.actions.service_settings import SettingsChanged, change_service_settings
from desk.models import Case, DueChange
from desk.papers.shelf import PaperShelf
from desk.queries.office import profile, standard_kept
from desk.queries.service_settings import changes
from desk.services.choosing import values_of
from desk.services.informasi import Content
from tests.actions.test_internships import asked as internship
from tests.documents.reading import text
from tests.office import SmallOffice
from tests.stories import REQUEST, changed, handed_over, take_in

UNIT, DAYS = "informasi.limits.umum.unit", "magang.limits.umum.days"
HUKUM = "magang_kapasitas_hukum"


def holds(office: SmallOffice) -> dict[str, str | int]:
    place = office.at("admin")
    standard = place.ask(standard_kept, office.standards, office.clock())
    return values_of(place.ask(profile).settings, standard)


def set_(office: SmallOffice, login: str = "admin", **values: Any) -> SettingsChanged:
    seen = holds(office)
    wanted = {key.replace("__", "."): value for key, value in values.items()}
    return change_service_settings(office.at(login), {**seen, **wanted}, seen)


def case(office: SmallOffice, case_id: str) -> Case:
    with office.store.read() as session:
        found = session.get(Case, case_id)
    assert found is not None
    return found


def test_another_kind_of_day_moves_what_is_open_and_never_what_is_closed(office: SmallOffice) -> None:
    closed, *_ = handed_over(office)
    opened = take_in(office)
    assert opened.due == date(2026, 4, 6)

    done = set_(office, informasi__limits__umum__unit="calendar")

    assert [(one.case_id, one.before, one.after) for one in done.moved] == [
        (opened.case_id, date(2026, 4, 6), case(office, opened.case_id).due)
    ]
    assert case(office, opened.case_id).due == date(2026, 3, 25)
    assert case(office, closed.case_id).due == date(2026, 4, 6)
    with office.store.read() as session:
        (noted,) = session.query(DueChange).filter_by(case_id=opened.case_id)
        assert noted.reason == "Pengaturan layanan diubah"


def test_what_comes_after_is_counted_and_told_in_the_days_chosen(office: SmallOffice) -> None:
    set_(office, informasi__limits__umum__unit="calendar")
    opened = take_in(office)
    assert opened.due == date(2026, 3, 25)
    shelf = PaperShelf(office.store, office.standards, office.clock, office.at("rahma").actor)
    assert "sepuluh (10) hari kalender" in text(shelf.paper("tanda_terima", opened.case_id).pdf)
    assert "10 hari kalender" in text(shelf.paper("standar_pelayanan", "informasi").pdf)


def test_a_service_without_limit_gets_one_and_loses_it_again(office: SmallOffice) -> None:
    case_id = internship(office).case_id
    assert case(office, case_id).due is None
    given = set_(office, magang__limits__umum__days=10)
    assert [one.before for one in given.moved] == [None]
    assert case(office, case_id).due is not None
    taken = set_(office, magang__limits__umum__days=0)
    assert [one.after for one in taken.moved] == [None]
    assert case(office, case_id).due is None
    assert set_(office, magang__limits__umum__days=0).moved == ()


def test_the_wide_reading_gives_every_election_request_the_short_limit(office: SmallOffice) -> None:
    wanted = changed(REQUEST, content=Content.ELECTION)
    assert case(office, take_in(office, wanted).case_id).category == "umum"
    set_(office, informasi__reading="wide")
    assert case(office, take_in(office, wanted).case_id).category == "tahapan"


def test_the_kasubag_sets_how_many_interns_a_section_takes(office: SmallOffice) -> None:
    set_(office, login="syahrul", magang_kapasitas_hukum=2)
    assert office.at("admin").ask(profile).settings[HUKUM] == 2
    newest = office.at("admin").ask(changes)
    assert [(one.key, one.before, one.after, one.by) for one in newest if one.key == HUKUM] == [
        (HUKUM, None, 2, "Syahrul Anwar")
    ]


def test_the_history_tells_every_change_the_newest_first(office: SmallOffice) -> None:
    assert office.at("admin").ask(changes) == ()
    set_(office, informasi__reading="wide")
    office.clock.pass_(hours=1)
    set_(office, informasi__reading="narrow")
    told = [one for one in office.at("admin").ask(changes) if one.key == "informasi.reading"]
    assert [(one.before, one.after) for one in told] == [("wide", None), (None, "wide")]
    assert told[0].by == "Indah Permata"


def test_two_who_set_at_once_are_told(office: SmallOffice) -> None:
    seen = holds(office)
    set_(office, informasi__reading="wide")
    with pytest.raises(StaleError):
        change_service_settings(office.at("syahrul"), {**seen, HUKUM: 2}, seen)


def test_what_does_not_fit_is_refused_and_nothing_is_kept(office: SmallOffice) -> None:
    with pytest.raises(ProblemsError):
        set_(office, magang_kapasitas_hukum=-1)
    assert holds(office)[HUKUM] == 4


def test_a_limit_of_a_service_with_hours_of_its_own_counts_by_them(office: SmallOffice) -> None:
    set_(office, magang__limits__umum__days=1)
    office.clock.pass_(hours=7, minutes=30)
    late = internship(office).case_id
    assert case(office, late).due == date(2026, 3, 17)

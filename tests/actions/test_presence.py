"""Who can be met today: said at the gate, the counter or by oneself, over with the day (G4)."""

from datetime import time, timedelta

import pytest

from desk.actions.errors import NotFoundError, ProblemsError
from desk.actions.mandates import give_mandate
from desk.actions.presence import PresenceDraft, say_presence
from desk.queries.availability import Availability, availability, of_role
from desk.rules.presence import LEADERS, OFFICIALS, Presence
from tests.office import SmallOffice


def known(office: SmallOffice, login: str = "bayu") -> dict[str, Availability]:
    """Everybody on the list, by name."""
    return {one.name: one for one in office.at(login).ask(availability, office.clock())}


def say(office: SmallOffice, who: str, login: str = "bayu", **draft: object) -> PresenceDraft:
    """Somebody says where a person is."""
    staff_id = office.founded.staff[who]
    return say_presence(office.at(login), PresenceDraft(staff_id, **draft))  # type: ignore[arg-type]


def test_the_list_names_leaders_first_then_section_heads(office: SmallOffice) -> None:
    people = office.at("bayu").ask(availability, office.clock())
    assert [one.name for one in people if one.leader] == ["Ratna Maharani", "Dewi Lestari", "Hendra Kusuma"]
    assert [one.roles[0] for one in people if not one.leader] == [
        one for one in OFFICIALS if one.startswith("kasubag")
    ]
    assert {one.state for one in people} == {Presence.UNKNOWN}
    assert LEADERS[0] == "ketua"
    assert LEADERS[-1] == "sekretaris"


def test_what_the_gate_says_the_counter_reads(office: SmallOffice) -> None:
    say(office, "ratna", state=Presence.MEETING, until=time(11), room=" Ruang Pleno ")
    row = known(office, "rahma")["Ratna Maharani"]
    assert (row.state, row.room, row.said_by) == (Presence.MEETING, "Ruang Pleno", "Bayu Prakoso")
    assert row.since == office.clock()
    assert not row.lapsed(office.clock())
    office.clock.pass_(hours=3)
    assert row.lapsed(office.clock())


def test_the_latest_word_stands_and_can_be_taken_back(office: SmallOffice) -> None:
    say(office, "hendra", state=Presence.PRESENT, note="sampai siang")
    office.clock.pass_(minutes=5)
    before = say(office, "hendra", "hendra", state=Presence.AWAY, until=time(13))
    assert known(office)["Hendra Kusuma"].state is Presence.AWAY
    office.clock.pass_(minutes=1)
    say_presence(office.at("hendra"), before)
    row = known(office)["Hendra Kusuma"]
    assert (row.state, row.note, row.until) == (Presence.PRESENT, "sampai siang", None)


def test_a_first_word_taken_back_leaves_nothing_known(office: SmallOffice) -> None:
    before = say(office, "dewi", state=Presence.PRESENT)
    office.clock.pass_(minutes=1)
    say_presence(office.at("bayu"), before)
    row = known(office)["Dewi Lestari"]
    assert (row.state, row.since, row.said_by) == (Presence.UNKNOWN, None, "")


def test_a_time_that_ran_out_is_not_said_again(office: SmallOffice) -> None:
    say(office, "ratna", state=Presence.MEETING, until=time(9, 30))
    office.clock.pass_(hours=1)
    before = say(office, "ratna", state=Presence.PRESENT)
    assert before == PresenceDraft(office.founded.staff["ratna"], Presence.MEETING)
    kept = say(office, "ratna", state=Presence.RECEIVING, until=time(12))
    assert kept.state is Presence.PRESENT
    assert say(office, "ratna", state=Presence.AWAY).until == time(12)


def test_yesterdays_word_is_not_todays(office: SmallOffice) -> None:
    say(office, "ratna", state=Presence.PRESENT)
    office.clock.pass_(days=1)
    assert known(office)["Ratna Maharani"].state is Presence.UNKNOWN


def test_a_time_that_is_over_is_refused_beside_its_field(office: SmallOffice) -> None:
    with pytest.raises(ProblemsError) as error:
        say(office, "ratna", state=Presence.AWAY, until=time(8))
    assert [one.field for one in error.value.problems] == ["until"]
    assert known(office)["Ratna Maharani"].state is Presence.UNKNOWN


def test_nobody_asks_where_a_guard_is(office: SmallOffice) -> None:
    with pytest.raises(NotFoundError):
        say(office, "bayu", state=Presence.PRESENT)


def test_who_acts_for_the_chair_is_asked_for_as_the_chair(office: SmallOffice) -> None:
    until = office.clock() + timedelta(days=1)
    give_mandate(office.at("ratna"), office.founded.staff["dewi"], "ketua", office.clock(), until, "1/ST")
    chairs = of_role(known(office).values(), "ketua")
    assert {one.name for one in chairs} == {"Ratna Maharani", "Dewi Lestari"}

"""Choosing between two versions over a real server, and taking note of what it refused."""

import json
from dataclasses import replace

import pytest

from desk.actions.conflicts import (
    Choice,
    note_refusal,
    settle_conflict,
    undo_note_refusal,
    undo_settle_conflict,
)
from desk.actions.corrections import Correction, correct_case, registered_form
from desk.actions.errors import NotAllowedError, NotFoundError, StaleError
from desk.actions.held import FixedRoles
from desk.actions.visits import VisitDraft, correct_visit, register_visit
from desk.queries import collisions
from desk.rules.permissions import ROLES
from desk.rules.settling import WRITERS, may_write
from desk.sync import merging, permits
from tests.lan import Desk, OfficeLan
from tests.requests import registered

VISITOR = VisitDraft("Lalu Ahmad Fauzi", institution="Universitas Contoh", purpose="Konsultasi")


@pytest.fixture
def gate(lan: OfficeLan) -> Desk:
    return lan.desk("POS-1", "pamdal")


@pytest.fixture
def counter(lan: OfficeLan) -> Desk:
    return lan.desk("LOKET-1")


def collide(lan: OfficeLan, gate: Desk, counter: Desk) -> str:
    """Both change a visitor's name; the counter's reaches the server first. The visit's id."""
    visit_id = register_visit(gate.at("bayu"), VISITOR).visit_id
    lan.sync_all()
    for desk, login, name in ((gate, "bayu", "Lalu A. Fauzi"), (counter, "rahma", "L. Ahmad F.")):
        draft = VisitDraft(name, VISITOR.institution, purpose=VISITOR.purpose)
        correct_visit(desk.at(login), visit_id, draft)
    counter.sync()
    lan.sync_all()
    return visit_id


def only(desk: Desk, login: str) -> collisions.ConflictRow:
    place = desk.at(login)
    (found,) = place.ask(collisions.conflicts, place.actor.staff_id, place.roles)
    return found


def test_both_versions_are_told_with_who_and_when(lan: OfficeLan, gate: Desk, counter: Desk) -> None:
    collide(lan, gate, counter)
    found = only(gate, "bayu")
    assert found.about == "L. Ahmad F."
    assert (found.mine.name, found.theirs.name) == ("Bayu Prakoso", "Rahma Widyastuti")
    assert (found.mine.place, found.theirs.place) == ("POS-1", "LOKET-1")
    (field,) = found.fields
    assert (field.column, field.base, field.mine, field.theirs) == (
        "name",
        "Lalu Ahmad Fauzi",
        "Lalu A. Fauzi",
        "L. Ahmad F.",
    )
    assert found.there
    assert found.writable


def test_the_later_version_is_chosen_and_reaches_everybody(lan: OfficeLan, gate: Desk, counter: Desk) -> None:
    visit_id = collide(lan, gate, counter)
    settled = settle_conflict(gate.at("bayu"), only(gate, "bayu").id, Choice.MINE)
    lan.sync_all()
    assert counter.rows("visits")[visit_id]["name"] == "Lalu A. Fauzi"
    (row,) = counter.rows("conflicts").values()
    assert (row["choice"], row["settled_by"]) == ("mine", gate.office.founded.staff["bayu"])
    assert not lan.bundles()
    undo_settle_conflict(gate.at("bayu"), settled)
    lan.sync_all()
    assert counter.rows("visits")[visit_id]["name"] == "L. Ahmad F."
    assert only(counter, "rahma").id == settled.conflict_id


def test_the_servers_version_stays_when_it_is_chosen(lan: OfficeLan, gate: Desk, counter: Desk) -> None:
    visit_id = collide(lan, gate, counter)
    settle_conflict(counter.at("rahma"), only(counter, "rahma").id, Choice.THEIRS)
    lan.sync_all()
    assert gate.rows("visits")[visit_id]["name"] == "L. Ahmad F."
    with pytest.raises(StaleError):
        settle_conflict(gate.at("bayu"), next(iter(gate.rows("conflicts"))), Choice.MINE)


def test_two_who_settle_at_once_leave_one_choice(lan: OfficeLan, gate: Desk, counter: Desk) -> None:
    collide(lan, gate, counter)
    settle_conflict(gate.at("bayu"), only(gate, "bayu").id, Choice.MINE)
    settle_conflict(counter.at("rahma"), only(counter, "rahma").id, Choice.MINE)
    lan.sync_all()
    assert len(lan.server.rows("conflicts")) == 1
    assert gate.rows("conflicts") == counter.rows("conflicts")
    assert not lan.bundles()


def test_who_may_not_write_such_rows_may_only_leave_them(lan: OfficeLan, gate: Desk, counter: Desk) -> None:
    collide(lan, gate, counter)
    server = lan.server
    conflict_id = next(iter(server.rows("conflicts")))
    with pytest.raises(NotAllowedError):
        settle_conflict(server.at("ratna"), conflict_id, Choice.THEIRS)
    with pytest.raises(NotAllowedError):
        settle_conflict(server.at("admin"), conflict_id, Choice.MINE)
    assert not only(server, "admin").writable
    settle_conflict(server.at("admin"), conflict_id, Choice.THEIRS)
    with pytest.raises(NotFoundError):
        settle_conflict(server.at("admin"), "0", Choice.THEIRS)


def test_of_a_form_only_what_was_changed_is_taken(lan: OfficeLan, counter: Desk) -> None:
    other = lan.desk("LOKET-2")
    case_id = registered(counter.office)
    lan.sync_all()

    def corrected(desk: Desk, login: str, **changes: str) -> None:
        place = desk.at(login)
        before = place.ask(registered_form, place.standards, case_id)
        correct_case(place, case_id, Correction(before, replace(before, **changes)))

    corrected(counter, "rahma", purpose="Skripsi sarjana")
    corrected(other, "yudi", note="Diambil Senin")
    counter.sync()
    lan.sync_all()
    place = other.at("yudi")
    detail = next(
        one
        for one in place.ask(collisions.conflicts, place.actor.staff_id, place.roles)
        if any(field.column == "detail" for field in one.fields)
    )
    settle_conflict(place, detail.id, Choice.MINE)
    lan.sync_all()
    kept = json.loads(counter.rows("cases")[case_id]["detail"])
    assert (kept["purpose"], kept["note"]) == ("Skripsi sarjana", "Diambil Senin")


def test_a_refused_change_is_told_and_noted(lan: OfficeLan, gate: Desk) -> None:
    lan.admin.execute("DELETE FROM desk.write_rule WHERE tbl = 'visits'")
    register_visit(gate.at("bayu"), VISITOR)
    gate.sync()
    place = gate.at("bayu")
    (found,) = place.ask(collisions.refusals, place.actor.staff_id, place.roles)
    assert (found.action, found.code, found.about) == ("register_visit", "not_allowed", "Lalu Ahmad Fauzi")
    assert ("visits", "purpose", "Konsultasi") in [(w.table, w.column, w.value) for w in found.values]
    again = place.ask(collisions.inserted, found.position, "visits")
    assert again is not None
    assert again["companion_names"] == []
    assert place.ask(collisions.inserted, found.position, "cases") is None
    note_refusal(place, found.position)
    assert place.ask(collisions.counts, place.actor.staff_id, place.roles) == (0, 0)
    undo_note_refusal(place, found.position)
    assert place.ask(collisions.counts, place.actor.staff_id, place.roles) == (0, 1)
    with pytest.raises(NotFoundError):
        note_refusal(place, found.position + 99)


def test_only_those_it_is_shown_to_take_note_of_a_refusal(lan: OfficeLan, gate: Desk) -> None:
    lan.admin.execute("DELETE FROM desk.write_rule WHERE tbl = 'visits'")
    register_visit(gate.at("bayu"), VISITOR)
    gate.sync()
    (position,) = (one for (one,) in gate.ask("SELECT txn FROM refusal"))
    for login in ("ratna", "syahrul"):
        for act in (note_refusal, undo_note_refusal):
            with pytest.raises(NotAllowedError):
                act(gate.at(login), position)
    assert gate.ask("SELECT settled_at FROM refusal") == [(None,)]
    retired = replace(gate.at("bayu"), held=FixedRoles(frozenset()))
    for place in (gate.at("bayu"), gate.at("rahma"), gate.at("admin"), retired):
        note_refusal(place, position)
        undo_note_refusal(place, position)


def test_a_choice_is_taken_back_by_who_made_it(lan: OfficeLan, gate: Desk, counter: Desk) -> None:
    visit_id = collide(lan, gate, counter)
    settled = settle_conflict(gate.at("bayu"), only(gate, "bayu").id, Choice.MINE)
    for login in ("ratna", "rahma"):
        with pytest.raises(StaleError):
            undo_settle_conflict(gate.at(login), settled)
    with pytest.raises(NotAllowedError):
        undo_settle_conflict(replace(gate.at("bayu"), held=FixedRoles(frozenset())), settled)
    assert gate.rows("visits")[visit_id]["name"] == "Lalu A. Fauzi"
    undo_settle_conflict(gate.at("bayu"), settled)
    with pytest.raises(StaleError):
        undo_settle_conflict(gate.at("bayu"), settled)


def test_who_may_write_here_may_write_on_the_server() -> None:
    allowed = {(role, table) for role, table, _ in permits.writes()}
    for role in ROLES:
        for table in WRITERS:
            assert not may_write({role}, table) or (role, table) in allowed, (role, table)


def test_every_table_that_can_conflict_has_writers() -> None:
    from desk.store.triggers import captured_tables

    open_to_conflict = {merging.Group.THREE_WAY, merging.Group.HUMAN}
    can = {
        table.name
        for table in captured_tables()
        if {merging.group(table.name, column.name) for column in table.columns if column.name != "id"}
        & open_to_conflict
    }
    assert can - set(WRITERS) == {"conflicts"}

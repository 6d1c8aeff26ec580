"""The global search finds today's tickets by their label, however it is typed, and what the index holds."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from desk.actions.corrections import Correction, correct_case, registered_form
from desk.actions.tickets import issue_ticket
from desk.queries.finding import Found, find
from tests.actions.test_internships import asked
from tests.office import SmallOffice, open_small_office
from tests.requests import at_signature

ALL = frozenset({"visit", "case", "letter", "ticket"})


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SmallOffice]:
    opened = open_small_office(tmp_path_factory.mktemp("finding"))
    for _ in range(12):
        issue_ticket(opened.at("bayu"), "informasi")
    at_signature(opened)
    yield opened
    opened.store.close()


def found(office: SmallOffice, text: str, kinds: frozenset[str] = ALL) -> list[Found]:
    return list(office.at("rahma").ask(find, text, kinds, office.clock()))


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("b-012", ["B-012"]),
        ("B012", ["B-012"]),
        (" b01 ", ["B-012", "B-011", "B-010"]),
        ("B-00", ["B-009", "B-008", "B-007", "B-006", "B-005"]),
        ("b", ["B-012", "B-011", "B-010", "B-009", "B-008"]),
        ("x", []),
        ("012", []),
        ("b-12345", []),
        ("b%", []),
    ],
)
def test_tickets_of_today_by_their_label(office: SmallOffice, text: str, labels: list[str]) -> None:
    tickets = [hit for hit in found(office, text) if hit.kind == "ticket"]
    assert [hit.number for hit in tickets] == labels
    assert {hit.detail for hit in tickets} <= {"menunggu"}


def test_yesterdays_tickets_are_over(office: SmallOffice) -> None:
    tomorrow = office.clock() + timedelta(days=1)
    assert office.at("rahma").ask(find, "b-012", ALL, tomorrow) == ()


def test_a_letter_leads_to_its_case(office: SmallOffice) -> None:
    letter, case = found(office, "fauzi", frozenset({"letter"})), found(office, "fauzi", frozenset({"case"}))
    assert [hit.case_id for hit in letter] == [hit.case_id for hit in case] == [case[0].id]


def test_only_kinds_asked_for(office: SmallOffice) -> None:
    assert {hit.kind for hit in found(office, "b-01", frozenset({"case"}))} <= {"case"}


def test_an_internship_is_found_by_the_names_of_its_interns(tmp_path: Path) -> None:
    office = open_small_office(tmp_path)
    case_id = asked(office).case_id
    assert [hit.id for hit in found(office, "bagus sap")] == [case_id]
    place = office.at("rahma")
    before = place.ask(registered_form, office.standards, case_id)
    interns = (replace(before.interns[0], name="Citra Larasati"), *before.interns[1:])
    correct_case(place, case_id, Correction(before, replace(before, interns=interns)))
    assert found(office, "pratiwi") == []
    assert [hit.id for hit in found(office, "citra laras")] == [case_id]
    office.store.close()

"""A case is found by the provisional number on its first receipt, also after the official one came."""

from pathlib import Path

from desk.queries import finding, numbers
from desk.queries.case_filter import CaseFilter
from desk.queries.cases import listed
from desk.queries.numbers import NumberFilter
from tests.office import open_small_office
from tests.pending import official_arrives, on_a_network
from tests.requests import registered

ALIAS, OFFICIAL = "SEMENTARA-LOKET-1-1", "007/PI/KPU-TL/III/2026"


def test_search_list_and_book_know_both_numbers(tmp_path: Path) -> None:
    office = open_small_office(tmp_path)
    on_a_network(office)
    case_id = registered(office)
    official_arrives(office, ALIAS, OFFICIAL)
    place = office.at("rahma")
    for typed in (ALIAS, "sementara loket", "007/PI"):
        hits = place.ask(finding.find, typed, {"case"}, office.clock())
        assert [(one.id, one.number) for one in hits] == [(case_id, OFFICIAL)], typed
    for open_only in (True, False):
        wanted = CaseFilter(office.standards, office.clock().date(), open_only=open_only, text=ALIAS)
        assert [row.id for row in place.ask(listed, wanted).rows] == [case_id]
    found = place.ask(numbers.book, NumberFilter(text=ALIAS.lower()))
    assert [row.text for row in found.rows] == [OFFICIAL]
    assert place.ask(numbers.standing_for, ALIAS) == OFFICIAL
    assert place.ask(numbers.standing_for, "SEMENTARA-LOKET-1-2") == "SEMENTARA-LOKET-1-2"
    office.store.close()

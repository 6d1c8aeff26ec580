"""What tests of the queue say again and again: tickets are issued, a counter looks at its queue."""

from desk.actions.tickets import issue_ticket
from desk.actions.workplace import Workplace
from desk.queries import queue as reads
from tests.office import SmallOffice


def issue(office: SmallOffice, *services: str, priority: str = "") -> list[str]:
    gate, labels = office.at("bayu"), []
    for service in services:
        labels.append(issue_ticket(gate, service, priority).label)
        office.clock.pass_(seconds=1)
    return labels


def desk_of(place: Workplace) -> reads.CounterDesk:
    found = place.ask(reads.counter_desk, place.counter_id or "", place.now())
    assert found is not None
    return found

"""The evacuation list of the gate (G2)."""

from desk.documents import evacuation_list as list_paper
from desk.documents.facts import EvacuationFacts, PersonInside
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes
from desk.queries import visits


def evacuation_list(sources: Sources, _subject_id: str, wishes: Wishes) -> Drawn:
    """Everybody who came today and has not left, whoever asks."""
    people = tuple(
        PersonInside(
            name=row.name,
            since=sources.local(row.arrived_at),
            institution=row.institution,
            whom=row.meets,
            card=row.card,
            companions=row.companions,
        )
        for row in sources.ask(visits.inside, sources.day(sources.at))
    )
    facts = EvacuationFacts(
        as_of=sources.local(sources.at),
        people=people,
        printed_by=sources.own_name(),
        assembly_point=sources.office.text("assembly_point", ""),
    )
    size = wishes.size(sources.office)
    pdf = list_paper.render(facts, office_facts(sources.office, wishes), size=size)
    return Drawn(pdf, f"{sources.local(sources.at):%Y-%m-%d-%H.%M}", size.upper())

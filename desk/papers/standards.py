"""Papers about the service itself: a service standard to take home, the maklumat pelayanan (R10)."""

from desk.documents import maklumat_pelayanan, standar_pelayanan
from desk.documents.facts import PledgeFacts, StandardFacts, StandardPart
from desk.papers.errors import PaperRefusedError, SubjectMissingError
from desk.papers.office import coming_signer, office_facts
from desk.papers.sources import Drawn, Sources, Wishes
from desk.rules.hours import zone_words
from desk.standards.told import decree_line, told

HEAD = "ketua"
"""The role that signs for the whole office."""


def service_standard(sources: Sources, slug: str, wishes: Wishes) -> Drawn:
    """The standard of one service of the office's current standard.

    Raises:
        SubjectMissingError: the office offers no such service.
    """
    standard, office = sources.standard, sources.office
    service = standard.services.get(slug)
    if service is None:
        raise SubjectMissingError("Layanan itu tidak ditemukan.")
    words = told(standard, service, office.hours, zone_words(office.zone))
    facts = StandardFacts(
        name=words.name,
        description=words.description,
        decree=words.decree,
        parts=tuple(
            StandardPart(title=one.title, lines=one.lines, numbered=one.numbered, assumed=one.assumed)
            for one in words.parts
        ),
        assumed=words.assumed,
    )
    size = wishes.size(office)
    pdf = standar_pelayanan.render(facts, office_facts(office, wishes), size=size)
    return Drawn(pdf, service.short_name, size.upper())


def pledge(sources: Sources, _subject_id: str, wishes: Wishes) -> Drawn:
    """The maklumat pelayanan as its head would sign it now.

    Raises:
        PaperRefusedError: the office's standard has no words for it.
    """
    standard, office = sources.standard, sources.office
    if not standard.pledge:
        raise PaperRefusedError("Standar kantor ini belum memuat bunyi maklumat pelayanan.")
    facts = PledgeFacts(
        promises=standard.pledge,
        services=tuple(one.name for one in standard.services.values()),
        decree=decree_line(standard),
        signer=coming_signer(sources, standard, HEAD),
    )
    size = wishes.size(office)
    pdf = maklumat_pelayanan.render(facts, office_facts(office, wishes), size=size)
    return Drawn(pdf, str(sources.day(sources.at).year), size.upper())

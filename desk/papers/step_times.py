"""The recap of steps of a month (KPG, R7); its subject is the month, as ``2026-03``."""

from datetime import date
from itertools import groupby

from desk.documents import rekap_waktu as recap_paper
from desk.documents.facts.step_times import StepTimeGroup, StepTimeLine, StepTimesFacts
from desk.papers.errors import SubjectMissingError
from desk.papers.office import coming_signer, office_facts
from desk.papers.sources import Drawn, Sources, Wishes
from desk.queries import step_minutes
from desk.queries.step_minutes import StepTime
from desk.rules.days import MONTHS
from desk.services.step_table import in_time_words, spans


def recap(sources: Sources, month: str, wishes: Wishes) -> Drawn:
    """The month as it stands now: a working paper, never marked SALINAN.

    Raises:
        SubjectMissingError: what was asked for is no month.
    """
    try:
        first = date.fromisoformat(f"{month}-01")
    except ValueError as error:
        raise SubjectMissingError("Bulan rekap tidak ditemukan.") from error
    rows = sources.ask(step_minutes.recap, sources.standards, sources.at, first)
    facts = StepTimesFacts(
        month=f"{MONTHS[first.month - 1]} {first.year}",
        as_of=sources.local(sources.at),
        printed_by=sources.own_name(),
        signer=coming_signer(sources, sources.standard, "sekretaris"),
        groups=tuple(
            StepTimeGroup(title=title, lines=tuple(_line(one) for one in group))
            for title, group in groupby(rows, lambda one: f"{one.service_name} · {one.flow_label}")
        ),
    )
    size = wishes.size(sources.office)
    pdf = recap_paper.render(facts, office_facts(sources.office, wishes), size=size)
    return Drawn(pdf, month, size.upper())


def _line(row: StepTime) -> StepTimeLine:
    planned, median, ninth = spans(row)
    return StepTimeLine(
        step=row.label,
        count=str(row.count),
        planned=planned,
        median=median,
        ninth_tenth=ninth,
        in_time=in_time_words(row),
    )

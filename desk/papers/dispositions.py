"""The lembar disposisi of a case with its chain so far (R3)."""

from typing import Literal, cast

from desk.documents import lembar_disposisi as sheet_paper
from desk.documents.facts import DispositionEntry, DispositionSheetFacts, LetterNature
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes, draft_of, short_number
from desk.queries import history
from desk.queries.cases import CasePage
from desk.queries.history import DispositionRow
from desk.rules.speaking import speaks_at
from desk.rules.step_minutes import in_words
from desk.rules.workflow import Flow, Sheet
from desk.services.disposition import NATURES, PHRASES, SPOKEN
from desk.standards.model import Standard

_ADVISER = "sekretaris"
_DEFAULT_NATURE = "biasa"


def lembar_disposisi(sources: Sources, case_id: str, wishes: Wishes) -> Drawn:
    """The sheet: empty boxes to write on before anybody disposed, else the chain. A working paper, printed
    again as it fills: never marked SALINAN."""
    page = sources.case(case_id)
    standard = sources.standard_of(page)
    entries = sources.ask(history.dispositions, case_id)
    letter = getattr(draft_of(page), "letter", None)
    flow = sources.service_of(page).flow(page.row.flow)
    spoken = flow.uses(Sheet.SPOKEN)
    facts = DispositionSheetFacts(
        index=sources.service_of(page).classification,
        agenda_number=page.row.number,
        sender=_first(letter.sender if letter else "", page.row.applicant),
        letter_number=letter.number if letter else "",
        letter_date=letter.dated if letter else None,
        received_on=sources.day(page.received_at),
        nature=_nature(entries, letter.nature if letter else _DEFAULT_NATURE),
        subject=_first(letter.subject if letter else "", page.row.subject),
        recipient_choices=_recipients(standard, flow),
        instruction_choices=(SPOKEN,) if spoken else _phrases(sources),
        entries=tuple(_entry(sources, standard, one, _met(sources, page, flow, one)) for one in entries),
        deadline=page.row.due,
        code=page.code,
        spoken=spoken,
    )
    size = wishes.size(sources.office)
    pdf = sheet_paper.render(facts, office_facts(sources.office, wishes), size=size)
    return Drawn(pdf, short_number(page.row.number), size.upper())


def _first(given: str, otherwise: str) -> str:
    return given.strip() or otherwise


def _nature(entries: tuple[DispositionRow, ...], given: str) -> LetterNature:
    nature = entries[-1].nature if entries else given
    return cast("LetterNature", NATURES.get(nature, NATURES[_DEFAULT_NATURE]).lower())


def _recipients(standard: Standard, flow: Flow) -> tuple[str, ...]:
    """Everybody the leadership may pass the letter to: the roles of steps that a move names a role for; by
    word of mouth, only what is said there."""
    moves = [move for step in flow.steps for move in step.moves]
    said = [move for move in moves if move.sheet is Sheet.SPOKEN]
    named = [move.to for move in said or moves if move.names_role]
    roles = dict.fromkeys(role for step_id in named for role in flow.step(step_id).roles)
    roles |= dict.fromkeys(move.holder for move in said if move.holder)
    return tuple(standard.title(role) for role in roles if not said or role != "staf")


def _met(sources: Sources, page: CasePage, flow: Flow, row: DispositionRow) -> str:
    """When the meeting began that ended with a spoken disposition, and how long both took (KPG 2, 3)."""
    meetings = {step.id for step in flow.steps if speaks_at(flow, step.id)[1] is not None}
    steps = sources.ask(history.steps, page.row.id) if meetings else ()
    begun = [
        one.at
        for one in steps
        if one.to_step in meetings and one.to_step != one.from_step and one.at <= row.at
    ]
    if not begun:
        return ""
    minutes = in_words((row.at - begun[-1]).total_seconds() // 60)
    times = f"{sources.local(begun[-1]):%H.%M}", f"{sources.local(row.at):%H.%M}"
    return f"Pertemuan dimulai pukul {times[0]}, disposisi diberikan pukul {times[1]} ({minutes})."


def _phrases(sources: Sources) -> tuple[str, ...]:
    own = sources.office.settings.get("phrases")
    return tuple(str(one) for one in own) if isinstance(own, list) and own else PHRASES


def _entry(sources: Sources, standard: Standard, row: DispositionRow, met: str) -> DispositionEntry:
    advises = row.from_role == _ADVISER and SPOKEN not in row.phrases
    kind: Literal["usul", "disposisi"] = "usul" if advises else "disposisi"
    words = (
        (row.advice, row.instruction) if kind == "disposisi" else (row.advice, row.instruction, *row.phrases)
    )
    return DispositionEntry(
        kind=kind,
        position=f"{'Plh. ' if row.acting else ''}{standard.title(row.from_role)}",
        name=row.by,
        at=sources.local(row.at),
        recipients=tuple(standard.title(role) for role in row.to_roles),
        instructions=row.phrases,
        text=" ".join(_sentence(word) for word in (met, *words) if word.strip()),
        deadline=row.deadline,
        recorded_from_paper=row.from_paper,
        recorded_by="" if row.from_paper or row.recorded_by == row.by else row.recorded_by,
    )


def _sentence(text: str) -> str:
    plain = text.strip()
    return plain if plain.endswith((".", "!", "?")) else f"{plain}."

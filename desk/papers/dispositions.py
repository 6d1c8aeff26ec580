"""The lembar disposisi of a case with its chain so far (R3)."""

from typing import Literal, cast

from desk.documents import lembar_disposisi as sheet_paper
from desk.documents.facts import DispositionEntry, DispositionSheetFacts, LetterNature
from desk.papers.office import office_facts
from desk.papers.sources import Drawn, Sources, Wishes, draft_of, short_number
from desk.queries import history
from desk.queries.history import DispositionRow
from desk.rules.workflow import Flow
from desk.services.disposition import NATURES, PHRASES
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
    facts = DispositionSheetFacts(
        index=sources.service_of(page).classification,
        agenda_number=page.row.number,
        sender=_first(letter.sender if letter else "", page.row.applicant),
        letter_number=letter.number if letter else "",
        letter_date=letter.dated if letter else None,
        received_on=sources.day(page.received_at),
        nature=_nature(entries, letter.nature if letter else _DEFAULT_NATURE),
        subject=_first(letter.subject if letter else "", page.row.subject),
        recipient_choices=_recipients(standard, sources.service_of(page).flow(page.row.flow)),
        instruction_choices=_phrases(sources),
        entries=tuple(_entry(sources, standard, one) for one in entries),
        deadline=page.row.due,
        code=page.code,
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
    """Everybody the leadership may pass the letter to: the roles of steps that a move names a role for."""
    named = [move.to for step in flow.steps for move in step.moves if move.names_role]
    roles = dict.fromkeys(role for step_id in named for role in flow.step(step_id).roles)
    return tuple(standard.title(role) for role in roles)


def _phrases(sources: Sources) -> tuple[str, ...]:
    own = sources.office.settings.get("phrases")
    return tuple(str(one) for one in own) if isinstance(own, list) and own else PHRASES


def _entry(sources: Sources, standard: Standard, row: DispositionRow) -> DispositionEntry:
    kind: Literal["usul", "disposisi"] = "usul" if row.from_role == _ADVISER else "disposisi"
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
        text=" ".join(_sentence(word) for word in words if word.strip()),
        deadline=row.deadline,
        recorded_from_paper=row.from_paper,
    )


def _sentence(text: str) -> str:
    plain = text.strip()
    return plain if plain.endswith((".", "!", "?")) else f"{plain}."

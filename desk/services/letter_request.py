"""What services share that are asked for by letter to the chair: the draft, its problems, its intake."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from desk.rules.intake import Channel
from desk.services.catalog import Intake
from desk.services.common import (
    ApplicantDraft,
    LetterDraft,
    Problem,
    applicant_problems,
    checklist,
    lacks,
    letter_problems,
    missing,
)
from desk.standards.model import Service


@dataclass(frozen=True, slots=True)
class LetterRequest:
    """The form of a request by letter; a service adds what it asks beside it."""

    channel: Channel = Channel.LETTER
    applicant: ApplicantDraft = field(default_factory=ApplicantDraft)
    letter: LetterDraft | None = field(default_factory=LetterDraft)
    note: str = ""
    ticked: tuple[str, ...] = ()


def letter_intake(
    draft: LetterRequest,
    service: Service,
    subject: str,
    own: Sequence[Problem] = (),
    *,
    flow: str = "letter",
    conditions: Collection[str] = (),
) -> Intake:
    """What such a request says to its case; ``own`` are the problems of what the service adds, said after
    those of letter and applicant and before the papers that are missing. ``conditions`` are those under
    which requirements of the standard apply (``Requirement.when``)."""
    items = checklist(service.requirements, draft, draft.applicant.kind, draft.ticked, conditions)
    problems = (
        *letter_problems(draft.letter or LetterDraft()),
        *applicant_problems(draft.applicant),
        *own,
        *(lacks(one) for one in missing(items)),
    )
    return Intake(
        flow=flow,
        subject=subject,
        category="umum",
        channel=draft.channel.value,
        applicant=draft.applicant,
        checklist=items,
        problems=problems,
        letter=draft.letter,
    )
